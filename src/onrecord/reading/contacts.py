"""Words that tell of a meeting, a call, a round of talks, a visit, a letter, a document or a mediation."""

from __future__ import annotations

from onrecord.model import ContactEvidence, Span
from onrecord.reading.attributions import best_class
from onrecord.reading.encoder import Encoded, Parameters, Range
from onrecord.reading.layout import CONTACT_KINDS, STATUSES
from onrecord.reading.sentences import sentence_of
from onrecord.reading.tags import bio_spans


def find_contacts(encoded: Encoded, parameters: Parameters, sentences: list[tuple[int, int]]) -> tuple[ContactEvidence, ...]:
    """Each stretch that the contact head tags, with its kind and status, and the place, date and host told with it."""
    parts = {part: [_span(encoded, r) for r in bio_spans(encoded, parameters, f"contact_{part}")] for part in ("place", "when", "by")}
    stretches = bio_spans(encoded, parameters, "contact")
    evidences = [_span(encoded, r) for r in stretches]
    out = []
    for stretch, evidence in zip(stretches, evidences, strict=True):
        kind, sure_kind = best_class(encoded, "contact_kind", CONTACT_KINDS, [stretch])
        status, sure_status = best_class(encoded, "contact_status", STATUSES, [stretch])
        told = {part: _belonging(spans, evidence, evidences, sentences) for part, spans in parts.items()}
        out.append(ContactEvidence((evidence,), kind, status, round(sure_kind * sure_status, 4), **told))
    return tuple(out)


def _belonging(spans: list[Span], evidence: Span, evidences: list[Span], sentences: list[tuple[int, int]]) -> tuple[Span, ...]:
    """The spans within the evidence; failing that, those in its sentence that no other evidence covers."""
    inside = tuple(span for span in spans if evidence.covers(span))
    if inside:
        return inside
    start, end = sentence_of(sentences, evidence.start)
    free = (span for span in spans if not any(other.covers(span) for other in evidences))
    return tuple(span for span in free if start <= span.start < end)


def _span(encoded: Encoded, stretch: Range) -> Span:
    return Span.of(encoded.text, *encoded.characters(stretch))
