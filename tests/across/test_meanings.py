from onrecord.across.meanings import cosine


def test_meanings_are_compared_where_both_are_known() -> None:
    one, other = bytes([127, 0]), bytes([0, 127])
    assert (cosine(one, one), cosine(one, other), cosine(one, b"")) == (1.0, 0.0, 0.0)
    assert cosine(one, bytes([129, 0])) == -1.0
