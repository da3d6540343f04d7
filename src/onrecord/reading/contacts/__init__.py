"""Words that tell of contacts, and what became of them."""
