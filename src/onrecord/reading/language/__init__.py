"""Words of English that everything is told by: pronouns, numbers, days, verbs of saying, where sentences and quotations end."""
