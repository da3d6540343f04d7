"""The names of weekdays and months."""

from __future__ import annotations

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTH, WEEKDAY = (rf"(?:{'|'.join(names)})" for names in (MONTHS, WEEKDAYS))
#: Months that are no other words.
SURE_MONTHS = tuple(name for name in MONTHS if name not in ("March", "May"))
SURE_MONTH = rf"(?:{'|'.join(SURE_MONTHS)})"
