"""News reports about conflicts and negotiations, turned into a verifiable record.

import onrecord

with onrecord.open("talks.db") as record:
    record.read([Path("reports")])
    for found in record.statements(speaker="Anna Veld"):
        print(found.to_json())
"""

from onrecord.record import Record, __version__

open = Record.open  # noqa: A001 - it reads as `onrecord.open`, and nobody imports it with a star

__all__ = ["Record", "__version__", "open"]
