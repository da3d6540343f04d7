from onrecord.across.parties import match_parties, merge_parties, side_of
from onrecord.store.tellings import Party
from tests.contacts import PEOPLE, SIDES, Told


def test_actors_are_the_same_or_of_the_same_side() -> None:
    met = match_parties(Told().telling(), Told(parties=("Mirela Kostan", "Tamesh")).telling())
    assert met
    assert (met.same, met.sided, met.extra, met.whole) == (1, 1, 0, False)


def test_two_people_of_one_side_are_two() -> None:
    assert match_parties(Told().telling(), Told(parties=("Ana Drusk", "Ivo Strand")).telling()) is None


def test_somebody_more_may_be_named() -> None:
    met = match_parties(Told(parties=SIDES).telling(), Told(parties=(*SIDES, "Lendal")).telling())
    assert met
    assert (met.same, met.extra) == (2, 1)


def test_a_country_is_not_with_two_of_its_people_at_once() -> None:
    assert match_parties(Told(parties=("Mirela Kostan", "Ana Drusk")).telling(), Told(parties=SIDES).telling()) is None


def test_a_visit_of_the_mediator_is_the_mediation() -> None:
    visit = Told("visit", parties=("Sahra Yildane",))
    assert match_parties(visit.telling(), Told("mediation", parties=SIDES, by="Sahra Yildane").telling())
    assert match_parties(visit.telling(), Told("meeting", parties=SIDES, by="Sahra Yildane").telling()) is None


def test_a_side_is_given_or_named() -> None:
    assert side_of(Party("a", None, "the president of Orvania", "person")) == side_of(Party("b", "Orvania", "Mirela Kostan", "person"))
    assert side_of(Party("a", None, "Orvania", "country")) == side_of(Party("b", "Orvania", "Mirela Kostan", "person"))
    assert side_of(Party("a", None, "Mirela Kostan", "person")) is None


def test_who_stands_for_a_side_is_left_out_where_somebody_of_it_is_named() -> None:
    tellings = [Told(parties=("Mirela Kostan", "Tamesh")), Told(parties=PEOPLE), Told(parties=("Ivo Strand", "her counterpart"))]
    assert [party.name for party in merge_parties([one.telling() for one in tellings])] == list(PEOPLE)
    both = [Told(parties=("the delegations of Orvania and Tamesh",)), Told(parties=SIDES)]
    assert [party.name for party in merge_parties([one.telling() for one in both])] == list(SIDES)


def test_whom_one_report_has_in_the_place_of_a_side_is_left_out() -> None:
    tellings = [Told(parties=parties).telling() for parties in (SIDES, SIDES, ("Orvania", "Kheradan"), (*SIDES, "Lendal"))]
    assert [party.name for party in merge_parties(tellings)] == [*SIDES, "Lendal"]
    assert [party.name for party in merge_parties(tellings[1:3])] == [*SIDES, "Kheradan"]
