"""The verbs that stand before another verb, and that turn a sentence into a question when they begin it."""

from __future__ import annotations

AUXILIARIES = "is are was were has have had does do did will would can could may might must shall should".split()
#: One of them within a sentence; and one that begins a question, where May is a month.
AUXILIARY = f"(?:{'|'.join(AUXILIARIES)})"
ASKING = f"(?:{'|'.join(word.capitalize() for word in AUXILIARIES if word != 'may')})"
