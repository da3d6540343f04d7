from onrecord.model import Span
from onrecord.resolving.cast.cast import Entity
from onrecord.resolving.contacts.go_betweens import brings_together


def one(text: str, name: str) -> Entity:
    at = text.index(name)
    return Entity(0, "person", mentions=[Span.of(text, at, at + len(name))])


def test_mediators_and_hosts_bring_others_together() -> None:
    for text in ("The mediator, Ivo Strand, left.", "Ivo Strand, the host, left.", "Ivo Strand was in the chair."):
        assert brings_together(text, one(text, "Ivo Strand"))
    assert not brings_together("Ivo Strand left the mediator.", one("Ivo Strand left the mediator.", "Ivo Strand"))
