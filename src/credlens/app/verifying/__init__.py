"""Verifying badges: one, a folder of them, those in the wallet; and whom a person trusts."""
