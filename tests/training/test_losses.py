"""The losses of training, each against the plain way to compute it; skipped where torch is not installed."""

import itertools

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training needs torch, which the project itself does not")
pytest.importorskip("transformers", reason="training needs transformers, which the project itself does not")

from training.losses import Pairs, span_means  # noqa: E402
from training.model import Crf, link_scores  # noqa: E402


@pytest.mark.parametrize("pieces", [1, 2, 3, 6])
def test_the_sum_over_paths_is_that_of_all_paths(pieces: int) -> None:
    torch.manual_seed(pieces)
    crf = Crf(3)
    for p in crf.parameters():
        torch.nn.init.normal_(p.requires_grad_(False))
    scores, tags = torch.randn(2, pieces, 3), torch.randint(3, (2, pieces))
    lengths = (pieces, max(1, pieces - 1))
    mask = torch.arange(pieces)[None] < torch.tensor(lengths)[:, None]

    def score(row: int, path: tuple[int, ...]) -> float:
        steps = sum(crf.transitions[a, b] for a, b in itertools.pairwise(path))
        return float(crf.first[path[0]] + sum(scores[row, i, t] for i, t in enumerate(path)) + steps + crf.last[path[-1]])

    wanted = 0.0
    for row, n in enumerate(lengths):
        every = torch.tensor([score(row, path) for path in itertools.product(range(3), repeat=n)])
        wanted += float(torch.logsumexp(every, 0)) - score(row, tuple(tags[row, :n].tolist()))
    assert crf.loss(scores, tags, mask).item() == pytest.approx(wanted / sum(lengths), abs=1e-4)


def test_means_are_those_of_each_part() -> None:
    flat = torch.randn(9, 4)
    parts = [np.array([0, 2, 3]), np.array([8])]
    assert torch.allclose(span_means(flat, parts), torch.stack([flat[part].mean(0) for part in parts]))


class Links:
    """What `link_scores` asks of a model."""

    def __init__(self) -> None:
        from onrecord.reading.encoder.layout import REACH

        self.reach = {"antecedent": torch.randn(len(REACH) + 1)}
        self.none = {"antecedent": torch.randn(())}


def test_a_link_leads_to_an_earlier_span_of_the_same_row_or_to_nothing() -> None:
    torch.manual_seed(3)
    from onrecord.reading.encoder.layout import WIDTHS

    model, flat = Links(), torch.randn(20, sum(WIDTHS.values()))
    spans = [(0, 2), (3, 4), (5, 8), (12, 13), (15, 16)]
    pairs = Pairs(spans, spans, [0, 0, 0, 1, 1], [0, 0, 0, 1, 1], right=[(2, 0), (4, 3)])
    scores = link_scores(model, "antecedent", flat, torch.tensor(spans), torch.tensor(spans))  # type: ignore[arg-type]
    wanted = 0.0
    for i, (allowed, right) in enumerate([([], []), ([0], []), ([0, 1], [0]), ([], []), ([3], [3])]):
        wanted += float(torch.logsumexp(scores[i, [*allowed, -1]], 0) - torch.logsumexp(scores[i, right or [-1]], 0))
    loss = pairs.loss(model, "antecedent", flat, earlier=True)  # type: ignore[arg-type]
    assert loss is not None
    assert loss.item() == pytest.approx(wanted / len(spans), abs=1e-4)
