"""Across reports: which tellings are of one utterance, one contact, one origin. Values in, links and groups out; nothing is stored here."""
