"""The record as one SQLite file: entries in, entries out, questions answered; one module per table family."""
