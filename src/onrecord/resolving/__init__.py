"""Reading → entries: who is meant, when it was, through whom it came. Everything here is computed and says why."""

from onrecord.resolving.actors import merge_actors
from onrecord.resolving.known import Known, load_known
from onrecord.resolving.resolve import resolve

__all__ = ["Known", "load_known", "merge_actors", "resolve"]
