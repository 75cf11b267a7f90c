"""What credentials cost, and when it is paid."""
