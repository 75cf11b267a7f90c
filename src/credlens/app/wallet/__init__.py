"""The wallet: badges as they came, with what they referred to and what came of verifying them."""
