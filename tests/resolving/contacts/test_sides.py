from onrecord.model import Span
from onrecord.resolving.cast.cast import Cast, Entity
from onrecord.resolving.contacts.sides import main_sides, one_side, side_of, sides_of


def cast_of(text: str, *who: tuple[str, str]) -> Cast:
    """A cast of (name, type), with every place where a name stands as a mention."""
    entities: list[Entity] = []
    owner: dict[Span, int] = {}
    for key, (name, kind) in enumerate(who):
        mentions = [Span.of(text, at, at + len(name)) for at in range(len(text)) if text.startswith(name, at)]
        entities.append(Entity(key, kind, mentions=mentions))
        entities[-1].names[name] += len(mentions)
        owner |= dict.fromkeys(mentions, key)
    return Cast(tuple(entities), owner, "r")


def sides(text: str, *who: tuple[str, str]) -> list[str]:
    return [e.name for e in main_sides(text, cast_of(text, *who))]


def test_the_sides_are_spoken_of_most_by_name_and_adjective() -> None:
    text = "Kurland watches. Orvania waits. The Orvanian envoy and the Melkarian envoy met. Melkar waits. The Melkarian king sleeps."
    assert sides(text, ("Kurland", "country"), ("Orvania", "country"), ("Melkar", "country"))[:2] == ["Melkar", "Orvania"]


def test_news_begins_with_the_sides() -> None:
    text = "Orvania and the Melkarians talk again\n\nOrvania waits.\n\nKurland spoke. Kurland slept. Kurland sang. Melkar spoke."
    who = (("Kurland", "country"), ("Orvania", "country"), ("Melkar", "country"))
    assert sides(text, *who)[:2] == ["Melkar", "Orvania"]


def test_who_shuttles_does_so_between_places() -> None:
    text = "Orvania and Melkar talk\n\nThe envoy shuttled between Varsel and Dorvik. Orvania and Melkar wait."
    cast = cast_of(text, ("Orvania", "country"), ("Melkar", "country"), ("Varsel", "country"), ("Dorvik", "country"))
    assert {e.name for e in sides_of(text, [], cast)} == {"Orvania", "Melkar"}


def test_a_body_is_a_side_if_it_governs_fights_or_negotiates() -> None:
    text = "The Ilde Front spoke. The Lake Bank spoke. The delegation of the Salt League left."
    found = sides(text, ("Ilde Front", "organization"), ("Lake Bank", "organization"), ("Salt League", "organization"))
    assert sorted(found) == ["Ilde Front", "Salt League"]


def test_a_body_faces_the_government_that_is_spoken_of() -> None:
    text = "The Ilde Front spoke. The Ilde Front slept. Kurland spoke. Kurland slept. The government sang."
    front, kurland, government = ("Ilde Front", "organization"), ("Kurland", "country"), ("government", "organization")
    assert sides(text, front, kurland)[:2] == ["Ilde Front", "Kurland"]
    assert sides(text, front, kurland, government)[:2] == ["Ilde Front", "government"]
    melkar = ("Melkar", "country")
    assert sides(f"{text} Melkar spoke. Melkar slept. Melkar sang.", kurland, melkar, government)[:2] == ["Melkar", "Kurland"]


def test_somebody_is_of_the_side_that_an_office_names() -> None:
    cast = cast_of("Orvania and Melkar. Anna Veld.", ("Orvania", "country"), ("Melkar", "country"), ("Anna Veld", "person"))
    orvania, melkar, veld = cast.entities
    veld.roles.append("Melkarian foreign minister")
    assert side_of(veld, [orvania, melkar]) is melkar
    assert not one_side(orvania, melkar)
    melkar.party = veld.party = "Melkar"
    assert one_side(veld, melkar)


def test_who_fights_a_government_is_a_side() -> None:
    text = "The government spoke. The government of Orvania spoke. The rebels of the Ilde Front spoke."
    assert "rebels of the Ilde Front" in sides(text, ("government", "organization"), ("rebels of the Ilde Front", "group"))


def test_a_team_counts_for_whoever_sent_it() -> None:
    text = "The Council’s delegation came. The Melkar Council spoke. The Front’s delegation came. The Lake Government spoke twice."
    who = (("Council’s delegation", "group"), ("Melkar Council", "organization"), ("Front’s delegation", "group"))
    assert sides(text, *who) == ["Melkar Council", "Front’s delegation"]


def test_delegations_of_a_body_that_is_not_named_otherwise_are_a_side() -> None:
    text = "Delegations of the Republic of Orvania and the Melkar Movement met."
    cast = cast_of(text, ("Delegations of the Republic of Orvania", "group"), ("Melkar Movement", "organization"))
    assert [e.name for e in sides_of(text, [list(cast.entities)], cast)] == ["Delegations of the Republic of Orvania", "Melkar Movement"]


def test_rebels_of_a_place_are_a_side() -> None:
    assert sides("The rebels of the delta spoke.", ("rebels of the delta", "group")) == ["rebels of the delta"]


def test_whose_minister_hosts_comes_last() -> None:
    who = (("Kurland", "country"), ("Orvania", "country"), ("Melkar", "country"))
    text = "Their host, Ada Roe, spoke. Kurland spoke. Kurland sat. Orvania spoke. Melkar spoke."
    cast = cast_of(text, *who, ("Ada Roe", "person"))
    cast.entities[3].party = "Kurland"
    assert main_sides(text, cast)[2].name == "Kurland"


def test_hosts_are_no_side_whoever_they_are() -> None:
    text = "The Kurish hosts waited. The Kurish hosts spoke. Orvania spoke. Melkar spoke."
    assert sides(text, ("Kurish hosts", "group"), ("Orvania", "country"), ("Melkar", "country")) == ["Orvania", "Melkar"]


def test_a_body_that_is_mostly_called_by_its_letters_is_a_side_by_its_full_name() -> None:
    cast = cast_of("The LHC spoke. The LHC waits. Orvania spoke.", ("LHC", "organization"), ("Orvania", "country"))
    cast.entities[0].names["Lake Hill Council"] += 1
    assert [e.name for e in main_sides("", cast)] == ["Lake Hill Council", "Orvania"]


def test_a_movement_may_be_called_an_army_of_the_people() -> None:
    text = "The People’s Hill Army spoke. The People’s Guard spoke."
    cast = cast_of(text, ("People’s Hill Army", "organization"), ("People’s Guard", "organization"))
    cast.entities[0].mentions.append(Span(200, 212, "the movement"))
    assert [e.name for e in main_sides(text, cast)] == ["People’s Hill Army"]


def rivals(text: str) -> list[str]:
    cast = cast_of(text, ("Anna Veld", "person"), ("Ivo Strand", "person"), ("Bergen", "place"))
    return [e.name for e in sides_of(text, [list(cast.entities[:2])], cast)]


def test_two_persons_of_no_country_who_talked_are_the_sides_where_nobody_else_can_be() -> None:
    assert rivals("Anna Veld and Ivo Strand met in Bergen. The two camps talk again in May.") == ["Anna Veld", "Ivo Strand"]


def test_a_mediator_who_met_one_of_them_is_no_rival() -> None:
    assert rivals("Anna Veld met the mediator, Ivo Strand, in Bergen. The two camps talk again in May.") == []


def test_persons_who_talked_are_no_sides_beside_two_countries() -> None:
    text = "Anna Veld met Ivo Strand. Orvania waits. Orvania spoke. Melkar waits. Melkar spoke."
    cast = cast_of(text, ("Anna Veld", "person"), ("Ivo Strand", "person"), ("Orvania", "country"), ("Melkar", "country"))
    assert sorted(e.name for e in sides_of(text, [list(cast.entities[:2])], cast)) == ["Melkar", "Orvania"]
