"""Entries in words, as the templates print them."""

import pytest

from onrecord.model import Actor
from onrecord.web.rendering import environment


@pytest.mark.parametrize(
    ("name", "role", "party", "told"),
    [
        ("Mirela Kostan", "foreign minister", "Orvania", "foreign minister, Orvania"),
        ("Mirela Kostan", None, "Orvania", "Orvania"),
        ("Orvania", None, "Orvania", None),
        ("Orvania", None, None, None),
    ],
)
def test_an_actor_is_told_with_office_and_side_unless_it_is_the_side(
    name: str, role: str | None, party: str | None, told: str | None
) -> None:
    show = environment().get_template("entries.html").module
    printed = str(show.actor(Actor("act_1", name, "person", role, party), True))  # type: ignore[attr-defined]
    assert printed.endswith(f'<span class="about"><bdi>{told}</bdi></span>' if told else f"<bdi>{name}</bdi></a>")
