"""Words → names, offices, kinds and countries, and what two spellings have in common."""
