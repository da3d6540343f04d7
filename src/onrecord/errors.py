"""Everything that onrecord raises on purpose.

OnRecordError
├── ReportError      a report that cannot be read: which file, why, and what to do
├── ModelError       the reading model is missing or does not fit this code
├── StoreError       a record file that cannot be opened or written
├── VerifyError      evidence that no longer equals the stored text
├── SettingsError    a file of the user's own settings that cannot be used: of issues or actors; which entry, and what to do
├── JudgementError   a judgement that contradicts another
├── DecisionError    a decision on what has changed since it was shown
└── QueryError       a question that cannot be understood: a bad date, an unknown report
"""

from __future__ import annotations


class OnRecordError(Exception):
    """An error with the thing it is about (`subject`: a path, a report, a word) and the remedy in `message`.

    Both are plain strings, so that errors travel between processes.
    """

    exit_code = 1

    def __init__(self, subject: str, message: str):
        super().__init__(subject, message)
        self.subject = subject
        self.message = message

    def __str__(self) -> str:
        return f"{self.subject}: {self.message}"


class ReportError(OnRecordError):
    """A report that cannot be read."""


class ModelError(OnRecordError):
    """The reading model is missing, or was made for another version of this code."""


class StoreError(OnRecordError):
    """A record file that cannot be opened, understood or written."""


class VerifyError(OnRecordError):
    """An evidence span whose words differ from the stored text."""

    exit_code = 3


class SettingsError(OnRecordError):
    """A file of the user's own issues, or actors, offices and sides, that cannot be used."""

    exit_code = 2


class JudgementError(OnRecordError):
    """A judgement that contradicts one that stands."""


class DecisionError(OnRecordError):
    """A decision on an entry, or on a number of entries, that has changed since it was shown."""


class QueryError(OnRecordError):
    """A question that cannot be understood."""

    exit_code = 2
