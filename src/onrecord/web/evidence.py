"""What proves an entry, as a table."""

from __future__ import annotations

from onrecord.store.proofs import EntryProof
from onrecord.web.places import Table

COLUMNS = ("entry", "report", "source", "sha256", "role", "start", "end", "words", "found", "same")


def tabulate_evidence(proof: EntryProof) -> Table:
    """A row for each span that an entry stands on: offsets in the report's text, the words recorded, and those that stand there now."""
    return Table(COLUMNS, lambda: [
        (proof.entry, proof.report, proof.source, proof.sha256, one.proof.role, one.proof.start, one.proof.end, one.proof.text, one.found,
         one.holds)
        for one in proof.slicings
    ])  # fmt: skip
