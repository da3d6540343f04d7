"""News reports about conflicts and negotiations, turned into a verifiable record.

import onrecord

with onrecord.open("talks.db") as record:
    record.read([Path("reports")])
    for found in record.statements(speaker="Anna Veld"):
        print(found.to_json())
"""

from onrecord.record import Record
from onrecord.version import code_version

open = Record.open  # noqa: A001 - it reads as `onrecord.open`, and nobody imports it with a star


def __getattr__(name: str) -> str:
    if name == "__version__":
        return code_version()
    raise AttributeError(name)


__all__ = ["Record", "__version__", "open"]
