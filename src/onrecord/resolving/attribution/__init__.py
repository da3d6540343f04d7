"""Who says a statement, and through whom it came."""
