"""Whom a shorter form of a name means: initials, capitals that the text gives a body, one word of a longer name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from onrecord.model.entries import BODIES
from onrecord.resolving.cast.cast import Entity
from onrecord.resolving.names.countries import REBEL
from onrecord.resolving.names.forms import MOVEMENT
from onrecord.resolving.names.places import find_country

#: What a transcript calls somebody whom it has named before: "H. V.", whose last point may have been read as the end of a sentence.
INITIALS = re.compile(r"(?:[^\W\d_a-z]\. ?){1,2}[^\W\d_a-z]\.?")


#: Fighters called by a word of their movement's name: "the Highland rebels" of the Highland Front.
FIGHTERS = re.compile(rf"(?P<of>[^\W\d_a-z][\w-]+) (?:{REBEL}|fighter)s")


def find_movements(entities: Sequence[Entity]) -> Iterator[tuple[Entity, Entity, str]]:
    """Fighters with the only movement whose name begins with the word that they are called by, and why."""
    for e in entities:
        fighters = FIGHTERS.fullmatch(e.name) if e.mentions and e.type in BODIES else None
        named = [b for b in entities if fighters and b.mentions and any(_is_movement(name, fighters["of"]) for name in b.names)]
        if fighters and len(named) == 1:
            yield e, named[0], f"“{e.name}” are the fighters of {named[0].name}"


def _is_movement(name: str, word: str) -> bool:
    return name.startswith(f"{word} ") and MOVEMENT.search(name) is not None


def find_bearer(initials: str, entities: Iterable[Entity]) -> Entity | None:
    """The only person whose name has these initials, for "H. V." before the answers of Hanna Veld."""
    letters = re.sub(r"[. ]", "", initials)
    bearers = [e for e in entities if e.type == "person" and any("".join(w[0] for w in name.split()) == letters for name in e.names)]
    return bearers[0] if len(bearers) == 1 else None


def find_abbreviated(capitals: str, entities: Iterable[Entity], text: str) -> Entity | None:
    """The body or person whose name a text gives some capitals to: "the Northern Front (NF)", in minutes "A. Veld (AV), chair"."""
    if not capitals.isupper():
        return None
    before = [text[: at.start()].rstrip() for at in re.finditer(rf"\({re.escape(capitals)}\)", text)]
    named = (e for e in entities if e.type != "country")
    return next((e for e in named if any(words.endswith(name) for words in before for name in e.names)), None)


def find_longer(word: str, entities: Iterable[Entity]) -> Entity | None:
    """The only body whose longer name holds a word, for "the Front"."""
    if " " in word:
        return None
    bodies = (e for e in entities if e.type not in ("person", "country"))
    longer = [e for e in bodies if any(word in name.split()[1:] for name in e.names)]
    return longer[0] if len(longer) == 1 else None


def is_surname(name: str, entities: Iterable[Entity]) -> bool:
    """Whether one word read as a body or place is the surname of a person named in full, as in a headline."""
    if " " in name or find_country(name):
        return False
    return any(known.split()[-1] == name for e in entities if e.type == "person" for known in e.names)
