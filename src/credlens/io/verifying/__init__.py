"""Verifying strangers' badges in processes of their own, which have little and may be killed."""
