"""What somebody says that he, or the country he speaks for, wants is what he says, and not a statement inside it."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.model import Actor, Entries, Statement

#: What is in somebody's mind, or is yet to be done: modal verbs, verbs of wanting and thinking, readiness. "Had asked" tells of an act.
_WISH = re.compile(
    r"\b(?:will|would|can|could|shall|should|must|may|might|cannot|won[’']t)\b|[’'](?:d|ll)\b"
    r"|\b(?:want|wish|hope|expect|intend|plan|aim|need|prefer|favou?r|desire|think|believ|consider|regard|fear|doubt|support|oppos)\w*"
    r"|\b(?:hoping|seeks?|seeking|sought|thought|sees?|saw|knows?|knew)\b"
    r"|\b(?:ready|readiness|willing\w*|prepared|open to|inclined|determined|committed|interested|eager|keen|reluctant)\b"
    r"|\bdo(?:es)? not (?:accept|seek|agree)\b",
    re.I,
)
#: "Her people", "his fighters", of whom the speaker is one or the head; "their president" is somebody else.
_OWN = re.compile(
    r"(?:my|our|his|her|its|their) (?:own )?"
    r"(?:people|men|side|government|country|state|party|delegation|movement|ministry|office|team|army|[\w-]+[^su\W]s)",
    re.I,
)
#: Who tells what others want: mediators and those who observe.
_APART = re.compile(
    r"\b(?:mediator|facilitator|envoy|intermediary|go-between|host|(?:secretary|director)-general|special representative"
    r"|observer|monitor|diplomat|analyst|expert|scholar|professor|historian|researcher|economist|fellow|teaches|institute|university"
    r"|journalist|reporter|editor)\b",
    re.I,
)


def leave_out_own_wishes(entries: Entries) -> Entries:
    """The entries without statements inside another that only tell what its speaker, or his country, wants, thinks or is ready for.

    "The spokesman said that Orvania was ready to meet" is one statement, of the spokesman; "… that Orvania had asked for a meeting"
    holds another one, since that was said before.
    """
    actors = {actor.id: actor for actor in entries.actors}
    statements = {statement.id: statement for statement in entries.statements}
    wishes: dict[str | None, str | None] = {
        one.id: one.inside
        for one in entries.statements
        if one.inside in statements and _tells_wish(one) and _is_own(one, statements[one.inside], actors)
    }

    def held_by(statement: str | None) -> str | None:
        while statement in wishes:
            statement = wishes[statement]
        return statement

    return replace(
        entries,
        statements=tuple(replace(one, inside=held_by(one.inside)) for one in entries.statements if one.id not in wishes),
        contacts=tuple(replace(contact, per=held_by(contact.per)) for contact in entries.contacts),
    )


def _tells_wish(statement: Statement) -> bool:
    return bool(_WISH.search(" ".join(span.text for span in statement.cue)))


def _is_own(inner: Statement, outer: Statement, actors: dict[str, Actor]) -> bool:
    """Whether two statements have one speaker, or the inner one is of the outer one's people or country.

    A person whose country is not told speaks for the one he speaks of, unless he stands between or beside the sides.
    """
    his, speaker = actors.get(inner.speaker or ""), actors.get(outer.speaker or "")
    if his is None or speaker is None:
        return False
    if his.type == "country":
        return speaker.party in (his.name, his.party) if speaker.party else speaker.type == "person" and not _stands_apart(outer, speaker)
    return his.id == speaker.id or any(_OWN.fullmatch(span.text) for span in inner.source)


def _stands_apart(statement: Statement, speaker: Actor) -> bool:
    return any(_APART.search(words) for words in (speaker.role or "", *(span.text for span in (*statement.source, *speaker.mentions))))
