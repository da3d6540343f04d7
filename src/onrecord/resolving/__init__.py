"""Reading → entries: who is meant, when it was, through whom it came. Everything here is computed and says why."""
