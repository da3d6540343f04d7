"""Statements that the form of a text tells: interviews, lists, letters, posts, headlines."""
