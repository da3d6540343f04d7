"""One report's reading → its entries."""

from __future__ import annotations

from dataclasses import replace

from onrecord.model import Attribution, Entries, Reading, Relay, Report, Statement
from onrecord.model.span import content_id
from onrecord.model.typesetting import words_of
from onrecord.resolving.attribution.addressees import find_addressees
from onrecord.resolving.attribution.bylines import drop_bylines
from onrecord.resolving.attribution.chains import add_speakers, find_chains
from onrecord.resolving.attribution.citations import settle_citations
from onrecord.resolving.attribution.dispatches import mark_dispatches
from onrecord.resolving.attribution.items import relay_item
from onrecord.resolving.attribution.readouts import add_readouts
from onrecord.resolving.attribution.relayed import promote_relayed
from onrecord.resolving.attribution.relayers import mark_relayers, separate_relayers
from onrecord.resolving.attribution.sources import place_sources
from onrecord.resolving.attribution.speakers import add_unheard, find_speakers
from onrecord.resolving.attribution.tellers import restore_speakers
from onrecord.resolving.cast.casting import assemble_cast
from onrecord.resolving.cast.firms import add_firms
from onrecord.resolving.cast.joint_offices import widen_joint
from onrecord.resolving.cast.links import link_heads, settle_label
from onrecord.resolving.cast.outlets import add_outlets
from onrecord.resolving.contacts.contacts import resolve_contacts
from onrecord.resolving.contacts.unread import add_unread
from onrecord.resolving.names.compounds import add_groups
from onrecord.resolving.names.countries import add_countries
from onrecord.resolving.names.forms import settle_types
from onrecord.resolving.names.known import NOBODY, Known
from onrecord.resolving.names.separating import separate_joined
from onrecord.resolving.names.titled import add_titled
from onrecord.resolving.names.whole_names import complete_names
from onrecord.resolving.sayings import date_statements
from onrecord.resolving.wishes import leave_out_own_wishes


def resolve(report: Report, reading: Reading, known: Known | None = None) -> Entries:
    """Name the speakers and relayers, date the sayings, and make contacts of their evidence.

    What cannot be resolved keeps its words: a speaker that is not known is None, a date that nothing fixes is None.

    Args:
        report: what was read.
        reading: what the model found in it.
        known: the user's own actors, offices and sides, if there are any.
    """
    words = words_of(report.text, names=True)
    return replace(words.put_back(_resolve(words.of(report), words.take(reading), known or NOBODY)), report=report)


def _resolve(report: Report, reading: Reading, known: Known) -> Entries:
    reading = complete_names(report.text, drop_bylines(report.text, reading))
    reading = add_titled(report.text, add_outlets(report, reading))
    reading = add_unread(report.text, widen_joint(report.text, add_countries(report.text, reading)))
    reading = settle_types(report.text, add_firms(report.text, separate_joined(report.text, reading)))
    reading = link_heads(report.text, settle_label(report.text, reading))
    reading = restore_speakers(report.text, place_sources(report.text, reading))
    reading = mark_dispatches(report.text, reading)
    reading = mark_relayers(report.text, find_addressees(report.text, reading))
    reading = relay_item(report.text, settle_citations(report.text, separate_relayers(report.text, reading)))
    reading = add_groups(report.text, add_speakers(report.text, reading))
    reading = promote_relayed(report.text, reading)
    cast = assemble_cast(report, reading, known)
    cast, speakers = add_unheard(report, reading, cast, find_speakers(report.text, reading, cast))
    cast, speakers = add_readouts(report, reading, cast, speakers)
    chains = find_chains(report, reading, cast, speakers)
    ids = [statement_id(report, a) for a in reading.attributions]
    contacts = resolve_contacts(report, reading, cast, [s.entity for s in speakers], ids)
    sayings = date_statements(report, reading, cast, speakers, contacts)
    statements = tuple(
        Statement(
            id=ids[i],
            kind=a.kind,
            source=a.source,
            cue=a.cue,
            content=a.content,
            speaker=cast.actor_id(entity) if (entity := speakers[i].entity) else None,
            via=tuple(Relay(cast.actor_id(link.entity), (link.span,)) for link in chains[i]),
            inside=None if a.inside is None else ids[a.inside],
            said=sayings[i],
            addressee=a.to,
            venue=a.venue,
            condition=a.condition,
            act=a.act,
            issue=a.issue,
            stance=a.stance,
            confidence=a.confidence,
            why=tuple(filter(None, (speakers[i].why, a.issue_why))),
            meaning=a.meaning,
        )
        for i, a in ((i, reading.attributions[i]) for i in reading.order)
    )
    contacts = tuple(sorted(contacts, key=lambda contact: contact.evidence[0].start))
    return leave_out_own_wishes(Entries(report, statements, contacts, cast.actors()))


def statement_id(report: Report, a: Attribution) -> str:
    """The same words in the same report have the same id, whichever model found them."""
    return content_id("stm", report.id, *([(s.start, s.end) for s in part] for part in (a.source, a.cue, a.content)))
