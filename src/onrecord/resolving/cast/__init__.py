"""Mentions of one report → its cast: whom names, offices, descriptions and pronouns mean."""
