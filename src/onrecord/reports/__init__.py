"""Files → reports: one reader per format, one normal text, and a named error for everything that cannot be read.

for path in find_files([Path("news")]):
    for report in parse(load(path)):
        ...  # a Report, or the ReportError that tells why there is none
"""

from onrecord.reports.base import Source
from onrecord.reports.files import find_files, load
from onrecord.reports.formats import parse

__all__ = ["Source", "find_files", "load", "parse"]
