"""Proofs: who says so. Signed tokens (JWT) and signatures inside JSON (Data Integrity)."""
