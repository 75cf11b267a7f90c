"""What a mailbox says of applications, read from who wrote, when, and the subject; never from the body."""
