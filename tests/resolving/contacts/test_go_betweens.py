from onrecord.model import Span
from onrecord.resolving.cast.cast import Entity
from onrecord.resolving.contacts.go_betweens import brings_together, only_between_others


def one(text: str, name: str) -> Entity:
    at = text.index(name)
    return Entity(0, "person", mentions=[Span.of(text, at, at + len(name))])


def test_mediators_and_hosts_bring_others_together() -> None:
    for text in ("The mediator, Ivo Strand, left.", "Ivo Strand, the host, left.", "Ivo Strand was in the chair."):
        assert brings_together(text, one(text, "Ivo Strand"))
    assert not brings_together("Ivo Strand left the mediator.", one("Ivo Strand left the mediator.", "Ivo Strand"))


def test_under_whose_roof_others_meet_is_between_them() -> None:
    text = "They met under the auspices of Kurland."
    assert only_between_others(text, one(text, "Kurland"))
    assert not only_between_others("They met Kurland.", one("They met Kurland.", "Kurland"))
