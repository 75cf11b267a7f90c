"""Who an issuer is: registries that a person trusts, and names that others may imitate."""
