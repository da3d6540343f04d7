"""The values that everything else is made of; standard library only."""

from onrecord.model.entries import Actor, Contact, Entries, Relay, Statement
from onrecord.model.reading import Attribution, ContactEvidence, Mention, Reading
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.model.when import When

__all__ = [
    "Actor",
    "Attribution",
    "Contact",
    "ContactEvidence",
    "Entries",
    "Mention",
    "Reading",
    "Relay",
    "Report",
    "Span",
    "Statement",
    "When",
]
