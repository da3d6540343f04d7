"""Who is named where, and which mentions mean the same."""
