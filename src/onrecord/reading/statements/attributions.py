"""Tags and links → attributions: source, cue and content put together, with what else belongs to them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from onrecord.reading.encoder.encoder import Encoded, Parameters, Range, Scores, link_scores, log_softmax
from onrecord.reading.encoder.posteriors import LEAST, choose_spans
from onrecord.reading.encoder.reach import overlaps_any, reachable_cues, reachable_sources, sentence_numbers
from onrecord.reading.encoder.tags import FORBIDDEN
from onrecord.reading.language.sentences import sentence_of

#: A word that can stand for somebody: neither a mark nor an article alone, in small letters.
WORD = re.compile(r"(?!(?:an?|the)\b)\b\w")


@dataclass(frozen=True)
class Frame:
    """One attribution as ranges of word pieces.

    `confidence` in [0, 1] is computed from `evidence`, the features that `evidence_of` lists.
    """

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    confidence: float
    evidence: tuple[float, ...] = ()

    @property
    def anchor(self) -> Range:
        """What its source is linked to: the cue, or the content where there is none."""
        return self.cue[0] if self.cue else self.content[0]


def find_frames(texts: Sequence[Encoded], parameters: Parameters, boosts: Sequence[Scores | None] = ()) -> list[list[Frame]]:
    """The attributions of each text, outermost ones only.

    A boost, of shape (pieces, tags), is added to the tags' scores of its text where other evidence asks for a second look.
    """
    return [_frames_of(encoded, parameters, chosen) for encoded, chosen in zip(texts, choose_spans(texts, parameters, boosts), strict=True)]


def _frames_of(encoded: Encoded, parameters: Parameters, chosen: Mapping[tuple[str, Range], float]) -> list[Frame]:
    spans = spans_by_role(encoded, chosen)
    cues = join_split_cues(encoded, spans["cue"], spans["source"])
    probable = {span: probability for (_, span), probability in chosen.items()}
    return link_frames(encoded, parameters, probable, spans["source"], cues, spans["content"])


def spans_by_role(encoded: Encoded, chosen: Iterable[tuple[str, Range]]) -> dict[str, list[Range]]:
    """The chosen spans of sources, cues and contents, in order; marks and articles alone are nobody's names."""
    spans: dict[str, list[Range]] = {"source": [], "cue": [], "content": []}
    for role, span in chosen:
        if role != "source" or WORD.search(encoded.text, *encoded.characters(span)):
            spans[role].append(span)
    return spans


def join_split_cues(encoded: Encoded, cues: list[Range], sources: list[Range]) -> list[Range]:
    """A cue that its source stands inside ("as Varga put it") is tagged in two pieces: make it one."""
    holes = dict(sources)
    sentences = sentence_numbers(encoded, cues)
    out: list[Range] = []
    for n, (start, end) in enumerate(cues):
        if out and holes.get(out[-1][1]) == start and sentences[n] == sentences[n - 1]:
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def link_frames(
    encoded: Encoded,
    parameters: Parameters,
    probable: Mapping[Range, float],
    sources: list[Range],
    cues: list[Range],
    contents: list[Range],
) -> list[Frame]:
    """Give every content its cue, then every cue, and every content that has none, its source.

    A source stands in the sentence of its cue, a paraphrase too; quotations may stand further off, but within reach of what
    training has shown. Words without cue, source and quotation marks are nobody's.
    """
    if not contents:
        return []
    to_cue = among(link_scores(encoded, parameters, "content_to_cue", contents, cues), reachable_cues(encoded, contents, cues))
    groups: dict[Range, list[int]] = {}
    for i, choice in enumerate(to_cue.argmax(1).tolist()):
        groups.setdefault(cues[choice] if choice < len(cues) else contents[i], []).append(i)
    anchors = sorted(groups)
    to_source = among(
        link_scores(encoded, parameters, "anchor_to_source", anchors, sources), reachable_sources(encoded, anchors, sources, cues)
    )
    frames = []
    for row, anchor in enumerate(anchors):
        choice = int(to_source[row].argmax())
        source = (sources[choice],) if choice < len(sources) else ()
        cue = (anchor,) if anchor in cues else ()
        content = tuple(contents[i] for i in groups[anchor])
        linked = float(to_source[row, choice]), float(max(to_cue[i].max() for i in groups[anchor]))
        evidence = evidence_of(encoded, probable, source, cue, content, linked)
        frames.append(Frame(source, cue, content, confidence_of(evidence, parameters.confidence), evidence))
    told = [f for f in frames if f.cue or f.source or overlaps_any(encoded.characters(f.content[0]), encoded.quoted)]
    return absorb_run_on(merge_split_contents(told, encoded), encoded)


def evidence_of(
    encoded: Encoded,
    probable: Mapping[Range, float],
    source: tuple[Range, ...],
    cue: tuple[Range, ...],
    content: tuple[Range, ...],
    linked: tuple[float, float],
) -> tuple[float, ...]:
    """What the confidence of an attribution is computed from.

    The logarithms of the two links' probabilities, the mean probability of each role's spans (from `probable`; 1 where there are
    none), whether there is a source and a cue, the logarithms of the pieces in the content and of those between it and what its
    source is linked to, and whether a part of it stands in another paragraph than the cue.
    """
    spans = [sum(probable.get(span, LEAST) for span in role) / len(role) if role else 1.0 for role in (source, cue, content)]
    anchor = (cue or content)[0]
    length = sum(end - start for start, end in content)
    gap = min(max(start - anchor[1], anchor[0] - end, 0) for start, end in content)
    apart = any(encoded.lines[start] != encoded.lines[anchor[0]] for start, _ in content) if cue else False
    return (*linked, *spans, float(bool(source)), float(bool(cue)), math.log(length), math.log1p(gap), float(apart))


def confidence_of(evidence: tuple[float, ...], weights: npt.NDArray[np.float64] | None) -> float:
    """Evidence as a probability: a logistic function fitted on the development sets; not calibrated without weights."""
    if weights is None:
        return float(np.exp(sum(evidence[:2])) * np.mean(evidence[2:5]))
    return float(1 / (1 + np.exp(-(weights[0] + weights[1:] @ np.array(evidence)))))


def among(scores: Scores, allowed: npt.NDArray[np.bool_]) -> Scores:
    """Link scores as log-probabilities among the links that are allowed, and none of them, which always is."""
    masked = scores.copy()
    masked[:, :-1][~allowed] = FORBIDDEN
    return log_softmax(masked)


def merge_split_contents(frames: list[Frame], encoded: Encoded) -> list[Frame]:
    """Contents without a cue that share a source and a paragraph are one statement that its source interrupts."""
    out: list[Frame] = []
    for frame in sorted(frames, key=lambda f: f.content[0]):
        last = out[-1] if out else None
        if (
            last and not (last.cue or frame.cue) and frame.source and last.source == frame.source
            and "\n" not in encoded.text[slice(*encoded.characters((last.content[0][0], frame.content[-1][1])))]
        ):  # fmt: skip
            out[-1] = replace(last, content=last.content + frame.content, confidence=min(last.confidence, frame.confidence))
        else:
            out.append(frame)
    return out


def absorb_run_on(frames: list[Frame], encoded: Encoded) -> list[Frame]:
    """In "A fears B, C would be better, D said", all before D is what D said.

    A paraphrase whose source and cue end its sentence takes in the statement directly before it, if only a comma is
    between them; the second look then finds that statement inside.
    """
    text = encoded.text
    inner: set[int] = set()
    out = list(frames)
    for i, frame in enumerate(frames):
        if not (frame.source and frame.cue):
            continue
        content = encoded.characters(frame.content[-1])
        after = min(encoded.characters(r)[0] for r in frame.source + frame.cue)
        start, end = sentence_of(encoded.sentences, content[0])
        if not (content[1] <= after < end and text[content[1] : after].strip(" ") in ("", ",")) or overlaps_any(
            (start, end), encoded.quoted
        ):
            continue
        for j, other in enumerate(frames):
            spans = [encoded.characters(r) for r in other.source + other.cue + other.content]
            if (
                j != i
                and other.cue
                and all(start <= a and b <= content[0] for a, b in spans)
                and text[max(b for _, b in spans) : content[0]].strip(" ") == ","
            ):
                inner.add(j)
                out[i] = replace(frame, content=(encoded.pieces.range_of(start, content[1]),))
    return [frame for i, frame in enumerate(out) if i not in inner]


def best_class(
    encoded: Encoded,
    head: str,
    names: Sequence[str],
    spans: Sequence[Range],
    cue: Sequence[Range] = (),
    prior: Mapping[str, float] | None = None,
) -> tuple[str, float]:
    """The class of a statement or contact and its probability; `prior` is what other evidence adds to the classes' scores."""
    scores = class_scores(encoded, head, spans, cue)
    if prior:
        scores = log_softmax(scores + np.array([prior.get(name, 0.0) for name in names], dtype=np.float32))
    best = int(scores.argmax())
    return names[best], float(np.exp(scores[best]))


def class_scores(encoded: Encoded, head: str, spans: Sequence[Range], cue: Sequence[Range] = ()) -> Scores:
    """Log-probabilities of the classes of a head: the mean over the pieces of `spans`, plus that over `cue`."""
    scores = mean_over(encoded.head(head), spans)
    if cue:
        scores = scores + mean_over(encoded.head(f"{head}_cue"), cue)
    return log_softmax(scores)


def mean_over(scores: Scores, spans: Sequence[Range]) -> Scores:
    """The mean over the pieces of some ranges: (channels,)."""
    if len(spans) == 1:
        mean: Scores = scores[slice(*spans[0])].mean(0)
    else:
        mean = np.concatenate([scores[a:b] for a, b in spans]).mean(0)
    return mean
