"""Words of time → intervals: the calendar, and what in a report dates a statement or a contact."""
