"""Scores → statements: source, cue, content and parts, and what each does."""
