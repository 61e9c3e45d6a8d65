"""How long it takes, beside a named baseline; see README.md here."""
