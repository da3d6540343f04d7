"""What people decide about what the machine found: what to look at first, decisions, how far reviewers agree, lines to learn from."""
