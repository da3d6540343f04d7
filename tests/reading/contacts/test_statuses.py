import pytest

from onrecord.model import Span
from onrecord.reading.contacts.status_words import STATUS_WORDS
from onrecord.reading.contacts.statuses import governed, prior_of, prior_of_status, with_predicate


def find(text: str, words: str) -> Span:
    start = text.index(words)
    return Span.of(text, start, start + len(words))


def test_what_there_are_minutes_of_was_held() -> None:
    prior = prior_of_status("Veld refused a demand to publish the minutes of last week’s talks with Strand")
    assert max(prior, key=prior.__getitem__) == "held"


def test_since_what_there_was_nothing_was_held() -> None:
    text = "The two had not spoken since a telephone call in December."
    prior = prior_of_status(governed(text, find(text, "a telephone call in December")))
    assert max(prior, key=prior.__getitem__) == "held"


@pytest.mark.parametrize(
    "words",
    [
        "The round was to begin on 1 July and began on the 4th",
        "Talks were due to open on Monday but opened only on Tuesday",
        "held talks on Monday",
    ],
)
def test_what_was_due_and_began_later_was_held(words: str) -> None:
    prior = prior_of_status(words)
    assert max(prior, key=prior.__getitem__) == "held"


def test_what_was_the_fourth_of_its_kind_was_held() -> None:
    prior = prior_of_status("It was the fourth meeting between the two sides since March")
    assert max(prior, key=prior.__getitem__) == "held"


def test_words_tell_the_status() -> None:
    assert set(prior_of("the meeting was held in Utrecht", STATUS_WORDS)) == {"held"}
    assert set(prior_of("they will meet in Utrecht", STATUS_WORDS)) == {"planned"}
    assert set(prior_of("she flies to Utrecht on Friday", STATUS_WORDS)) == {"planned"}
    assert set(prior_of("they will not meet in Utrecht", STATUS_WORDS)) == {"refused"}
    assert set(prior_of("the round was called off", STATUS_WORDS)) == {"cancelled"}
    assert set(prior_of("the round kicked off in Utrecht", STATUS_WORDS)) == set()
    assert set(prior_of("the envoy offered a meeting", STATUS_WORDS)) == {"proposed"}


@pytest.mark.parametrize(
    ("text", "evidence", "status"),
    [
        ("Veld ruled out a meeting with Strand.", "a meeting with Strand", "refused"),
        ("Veld did not rule out a meeting with Strand.", "a meeting with Strand", "proposed"),
        ("The two were to have met on Saturday.", "The two were to have met on Saturday", "cancelled"),
        ("The two should have met on Saturday.", "The two should have met on Saturday", "cancelled"),
        ("Veld had been due to fly to Bergen.", "Veld had been due to fly to Bergen", "cancelled"),
        ("She had wanted to go on to Bergen.", "She had wanted to go on to Bergen", "cancelled"),
        ("A swap planned for Friday did not go ahead.", "A swap planned for Friday did not go ahead", "cancelled"),
        ("The meeting had been put back to next week.", "The meeting had been put back to next week", "planned"),
        ("The meeting called for Sunday was moved to Monday.", "The meeting called for Sunday was moved to Monday", "planned"),
        ("A visit of Veld, set for June, is now in doubt.", "A visit of Veld, set for June,", "proposed"),
        ("A conversation between Veld and Strand is under preparation.", "A conversation between Veld and Strand", "planned"),
        ("The ministers would have to meet before that.", "The ministers would have to meet before that", "proposed"),
        (
            "Today’s programme: a meeting of the two, who have not met since 2031.",
            "a meeting of the two, who have not met since 2031",
            "planned",
        ),
        ("She rejected as “pure fantasy” a report by the Anker that Veld had met Strand.", "Veld had met Strand", "denied"),
        ("The envoy has asked to see Veld.", "The envoy has asked to see Veld", "proposed"),
        ("Neither side had ruled out a meeting.", "Neither side had ruled out a meeting", "proposed"),
        ("Orvania expects another meeting before June.", "another meeting before June", "planned"),
        ("There was a call.", "There was a call", "held"),
        ("The public does not “crave” his meeting with Strand.", "his meeting with Strand", "proposed"),
        ("Veld wants a meeting with Strand.", "a meeting with Strand", "proposed"),
        ("A planned call between the two was postponed.", "A planned call between the two", "cancelled"),
        ("She denied that any such meeting took place.", "any such meeting took place", "denied"),
        ("Reports that Veld had met Strand were “pure invention”.", "Veld had met Strand", "denied"),
        ("“I would have met him in March.”", "I would have met him in March", "cancelled"),
        ("“We were to have met at noon.”", "were to have met at noon", "cancelled"),
        ("Were they to meet, it would be in Bergen.", "Were they to meet", "proposed"),
        ("Talks due to begin on Tuesday collapsed before they began.", "Talks due to begin on Tuesday", "cancelled"),
        ("The visit, cancelled last week, will go ahead after all.", "The visit, cancelled last week, will go ahead after all", "planned"),
        ("Not until May did the envoys meet again.", "the envoys meet again", "held"),
        ("Veld boycotted the talks in Bergen.", "the talks in Bergen", "refused"),
        ("Veld had been invited to Bergen but did not go.", "Veld had been invited to Bergen but did not go", "refused"),
        ("Veld failed to turn up for a meeting with Strand.", "Veld failed to turn up for a meeting with Strand", "refused"),
        ("After Tuesday’s talks, a round is set for the 30th.", "After Tuesday’s talks", "held"),
        ("A round on 8 May went ahead as planned.", "A round on 8 May went ahead as planned", "held"),
        ("Veld left without having met anyone.", "Veld left without having met anyone", "denied"),
        ("A meeting of the two is not planned.", "A meeting of the two is not planned", "denied"),
        ("No delegation will travel to Bergen.", "No delegation will travel to Bergen", "refused"),
        ("If they meet at all, it will be in Bergen.", "they meet at all", "proposed"),
        ("He would have met us in May, had he wanted to.", "have met us in May", "cancelled"),
        ("Veld accepted an invitation to visit Bergen.", "an invitation to visit Bergen", "planned"),
        ("Strand invited Veld to visit Bergen. The invitation was accepted.", "Veld to visit Bergen", "planned"),
        ("Talks, suspended since May, are to resume in June.", "Talks, suspended since May, are to resume in June", "planned"),
        ("Veld was prevented from travelling to Bergen.", "Veld was prevented from travelling to Bergen", "cancelled"),
        ("The possibility of talks will open in winter.", "The possibility of talks will open in winter", "proposed"),
        ("They discussed the possibility of a meeting in June.", "a meeting in June", "proposed"),
        ("Veld ruled out the possibility of a meeting in June.", "a meeting in June", "refused"),
        ("Veld sees no possibility of a meeting in June.", "a meeting in June", "refused"),
        ("Veld will meet Strand if the truce holds.", "Veld will meet Strand", "proposed"),
        ("Veld will meet Strand on Friday if the truce holds.", "Veld will meet Strand on Friday", "planned"),
        ("Veld will travel to Bergen only if she is asked.", "Veld will travel to Bergen only if she is asked", "proposed"),
        ("A summit in the autumn was possible.", "A summit in the autumn was possible", "proposed"),
        ("The leaders are expected to sign a treaty.", "to sign a treaty", "planned"),
        ("The rebels walked out of talks with Orvania.", "The rebels walked out of talks with Orvania", "suspended"),
        ("They agreed to exchange lists, which they did.", "agreed to exchange lists, which they did", "held"),
        ("He would go if the ministers met before then.", "if the ministers met before then", "proposed"),
        ("Veld will not travel to Bergen on Friday as planned.", "Veld will not travel to Bergen on Friday as planned", "cancelled"),
        ("Strand has turned down Veld’s offer to meet.", "Veld’s offer to meet", "refused"),
        ("The doctors could meet as early as next week.", "meet as early as next week", "proposed"),
        ("Should the truce hold, the two would meet in June.", "the two would meet in June", "proposed"),
        ("It would be the first time that they have met since May.", "they have met since May", "planned"),
        ("Both sides have accepted an invitation to Bergen.", "Both sides have accepted an invitation to Bergen", "planned"),
        ("The talks have slipped to the end of the month.", "The talks have slipped to the end of the month", "planned"),
        ("On Friday he rang her and nobody answered.", "he rang her", "refused"),
        ("A meeting in person she ruled out for the present.", "A meeting in person", "refused"),
        ("A meeting with Strand is out of the question.", "A meeting with Strand", "refused"),
        ("An offer to meet was brushed aside.", "An offer to meet", "refused"),
        ("There will be no meeting before the men are home.", "There will be no meeting before the men are home", "refused"),
        ("Veld does not intend to meet Strand.", "Veld does not intend to meet Strand", "refused"),
        ("A meeting in June is not excluded.", "A meeting in June", "proposed"),
        ("Veld asked both sides to return to the table.", "to return to the table", "proposed"),
        ("She will only meet him when the men are home.", "She will only meet him when the men are home", "proposed"),
        ("Monday’s meeting will not happen.", "Monday’s meeting", "cancelled"),
        ("The round planned for Monday has fallen victim to the shelling.", "The round planned for Monday", "cancelled"),
        ("The talks are at a standstill.", "The talks", "suspended"),
        ("The experts’ talks stand suspended.", "The experts’ talks", "suspended"),
        ("The calls have been put on pause.", "The calls have been put on pause", "suspended"),
        ("The round, now in its second week, moved to Bergen.", "The round, now in its second week", "ongoing"),
        ("Strand has been carrying drafts to Bergen since April.", "Strand has been carrying drafts to Bergen since April", "ongoing"),
        ("They have spoken once a week since July.", "They have spoken once a week since July", "ongoing"),
        ("The two chiefs speak every second Friday.", "The two chiefs speak every second Friday", "ongoing"),
        ("The delegations are still at the table.", "The delegations are still at the table", "ongoing"),
        ("The two did not meet until Monday.", "The two did not meet until Monday", "held"),
        ("The meeting, twice postponed, took place on Monday.", "The meeting, twice postponed, took place on Monday", "held"),
        ("The generals spoke on Monday and will do so again.", "The generals spoke on Monday and will do so again", "held"),
        ("Four days from now she brings them together.", "Four days from now she brings them together", "planned"),
        ("Strand agreed to receive the envoy.", "Strand agreed to receive the envoy", "planned"),
    ],
)
def test_what_governs_a_contact_tells_its_status(text: str, evidence: str, status: str) -> None:
    start = text.index(evidence)
    prior = prior_of_status(governed(text, Span.of(text, start, start + len(evidence))))
    assert max(prior, key=prior.__getitem__) == status


@pytest.mark.parametrize(
    ("words", "likeliest"),
    [
        ("Orvania has pulled out of the talks held every May", "cancelled"),
        ("Veld ruled out that they will meet", "refused"),
        ("Veld is having a dialogue with Strand", "ongoing"),
        ("the trip takes him to Bergen on 14 May", "planned"),
    ],
)
def test_what_did_not_come_about_or_is_ahead_is_not_held(words: str, likeliest: str) -> None:
    prior = prior_of_status(words)
    assert max(prior, key=lambda status: prior[status]) == likeliest
    assert prior.get("held", 0) <= 0


def test_what_was_held_is_not_ahead() -> None:
    assert prior_of_status("The first round of talks was held in Bergen")["planned"] < -100
    assert prior_of_status("a meeting was to be held in Bergen").get("planned", 0) > -100
    assert prior_of_status("the talks to be held in Bergen").get("planned", 0) > -100


def test_what_a_sentence_says_was_there_has_not_fallen_through() -> None:
    assert prior_of_status("There was a call")["denied"] < -100
    assert prior_of_status("There was no call").get("denied", 0) > -100
    assert prior_of_status("that there was a call").get("denied", 0) > -100


@pytest.mark.parametrize(
    ("text", "evidence", "status"),
    [
        ("Veld ruled out any personal meeting with Strand.", "meeting with Strand", "refused"),
        ("The palace denied on Friday that Veld had met Strand.", "Veld had met Strand", "denied"),
        ("The palace denied having met the rebels.", "met the rebels", "denied"),
        ("The palace dismissed as false reports that Veld had met Strand.", "Veld had met Strand", "denied"),
        ("He rejected press claims of a secret meeting in Utrecht.", "secret meeting in Utrecht", "denied"),
        ("A meeting between Veld and Strand, set for May, had to be cancelled.", "A meeting between Veld and Strand", "cancelled"),
        ("Their visit to the camp at the river was then called off.", "Their visit", "cancelled"),
        ("The call was planned for Monday but was put off.", "The call was planned for Monday", "cancelled"),
        ("The fourth round, due in June, never took place.", "The fourth round, due in June, never took place", "cancelled"),
        ("The round began on Monday and was interrupted.", "The round began on Monday", "suspended"),
        ("The palace has no plans for a call between Veld and Strand.", "call between Veld and Strand", "denied"),
        ("He saw no need for a separate meeting in Utrecht.", "meeting in Utrecht", "refused"),
        ("Veld and Strand have not met since May.", "Veld and Strand have not met since May", "denied"),
        ("No talks with Strand, says Veld.", "No talks with Strand", "denied"),
        ("A summit set for May is now off.", "A summit set for May", "cancelled"),
        ("Talks due to have started on Monday have been delayed.", "Talks due to have started on Monday", "cancelled"),
        ("The president will not travel to Utrecht.", "travel to Utrecht", "refused"),
        ("The September round collapsed.", "The September round collapsed", "suspended"),
    ],
)
def test_what_fell_through_is_told_around_its_words(text: str, evidence: str, status: str) -> None:
    prior = prior_of_status(governed(text, find(text, evidence)))
    assert max(prior, key=prior.__getitem__) == status
    assert prior["held"] < -100


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("The palace did not deny that Veld had met Strand.", "Veld had met Strand"),
        ("He rejected the outcome of the talks.", "the talks"),
        ("They met in Utrecht, and a parade was cancelled.", "They met in Utrecht"),
    ],
)
def test_what_fell_through_is_something_else(text: str, evidence: str) -> None:
    prior = prior_of_status(governed(text, find(text, evidence)))
    assert not {"denied", "refused", "cancelled"} & {status for status, score in prior.items() if score > 0}


@pytest.mark.parametrize(
    "words",
    [
        "The only contact this year was the meeting of the two premiers",
        "A first meeting, on 11 July, was arranged by a banker",
        "Veld wrote to Strand proposing a meeting",
        "the delegations sat at one table again",
        "The fifth round began on 3 March",
        "talks resumed on 21 March",
        "the meeting of the premiers ten days ago",
        "the envoy arrived in Utrecht",
    ],
)
def test_what_was_is_not_ahead(words: str) -> None:
    assert prior_of_status(words)["planned"] < -100


@pytest.mark.parametrize("words", ["The round was originally planned for Monday", "the talks would resume in May"])
def test_what_was_planned_is_not_held(words: str) -> None:
    prior = prior_of_status(words)
    assert prior["planned"] > 0 > prior["held"]


@pytest.mark.parametrize(("text", "evidence"), [("She was ready to meet Strand.", "meet Strand"), ("Veld is willing to talk.", "talk")])
def test_who_is_ready_to_meet_proposes(text: str, evidence: str) -> None:
    assert prior_of_status(governed(text, find(text, evidence))).get("proposed", 0) > 0


@pytest.mark.parametrize("headline", ["Veld and Strand to hold talks on 9 March", "Minister Veld to Travel to Tamesh"])
def test_a_headline_leaves_out_that_they_are_to_meet(headline: str) -> None:
    text = f"{headline}\n\nHe told of her readiness to host talks."
    assert prior_of_status(governed(text, find(text, headline)))["held"] < -100
    assert "planned" not in prior_of_status(governed(text, find(text, "readiness to host talks")))


def test_evidence_reaches_to_what_became_of_it() -> None:
    text = "A planned visit by Veld to the camp was called off on Friday."
    assert with_predicate(text, find(text, "A planned visit by Veld")).text == "A planned visit by Veld to the camp was called off"


@pytest.mark.parametrize(
    ("text", "evidence", "status"),
    [
        ("Veld intends to fly to Utrecht.", "Veld intends to fly to Utrecht", "planned"),
        ("They agreed to speak again before Sunday.", "to speak again before Sunday", "planned"),
        ("A second meeting was fixed for 14 April.", "A second meeting was fixed for 14 April", "planned"),
        ("A call is being prepared.", "A call is being prepared", "planned"),
        ("The talks continue on Wednesday.", "The talks continue on Wednesday", "planned"),
        ("The ministers meet again in Utrecht on 27 June.", "The ministers meet again in Utrecht on 27 June", "planned"),
        ("She promised that her delegation would return on Tuesday.", "her delegation would return on Tuesday", "planned"),
        ("Veld accepted an invitation to meet Strand.", "meet Strand", "planned"),
        ("Her letter, announced for this week, has not yet arrived.", "Her letter, announced for this week, has not yet arrived", "planned"),
        ("Talks could open in Utrecht on 18 September.", "Talks could open in Utrecht on 18 September", "proposed"),
        ("Army doctors could meet as early as next week.", "Army doctors could meet as early as next week", "proposed"),
        ("Veld asked for a call with Strand.", "a call with Strand", "proposed"),
        ("Orvania called for an emergency session.", "an emergency session", "proposed"),
        ("Veld invited Ivo Strand to spend a day in Utrecht.", "spend a day in Utrecht", "proposed"),
        ("He proposed that the commanders of both armies meet soon.", "meet soon", "proposed"),
        ("The mediator hopes to bring both into one room.", "to bring both into one room", "proposed"),
        ("Roe had proposed that they meet in March; Anna Veld turned down the idea.", "they meet in March", "refused"),
        ("His proposal for a summit found no takers.", "a summit", "refused"),
        ("The visit has been put off until further notice.", "The visit has been put off until further notice", "suspended"),
        ("The talks pause on Saturday.", "The talks pause on Saturday", "suspended"),
        ("A meeting of the four, planned for May in Utrecht, is thus off.", "A meeting of the four", "cancelled"),
        ("The delegation, expected on Saturday, is no longer awaited.", "The delegation, expected on Saturday, is no longer awaited", "cancelled"),
        ("The meeting planned for Tuesday will not take place.", "The meeting planned for Tuesday will not take place", "cancelled"),
        ("The delegations have met in Utrecht every day since Monday.", "The delegations have met in Utrecht every day since Monday", "ongoing"),
        ("The two have been sitting together since seven.", "The two have been sitting together since seven", "ongoing"),
        ("Veld rang Strand on Friday, but he did not pick up.", "Veld rang Strand on Friday", "refused"),
        ("Her team, which was due to visit Utrecht on Friday, turned back at the bridge.", "Her team, which was due to visit Utrecht on Friday,", "cancelled"),
        ("A meeting of engineers, pencilled in for May, never took place.", "A meeting of engineers, pencilled in for May, never took place", "cancelled"),
        ("Reports that Veld met Strand do not correspond to the truth.", "Veld met Strand", "denied"),
        ("The report of a meeting in Utrecht is without foundation.", "a meeting in Utrecht", "denied"),
        ("Strand has met nobody from Orvania since April.", "Strand has met nobody from Orvania since April", "denied"),
    ],
)  # fmt: skip
def test_how_far_a_contact_has_come(text: str, evidence: str, status: str) -> None:
    prior = prior_of_status(governed(text, find(text, evidence)))
    assert max(prior, key=prior.__getitem__) == status
    assert status in ("ongoing", "denied") or prior.get("held", 0) <= 0


@pytest.mark.parametrize(
    "words", ["The two have met twice since April", "talks opened on Monday", "they talked on Monday and went on to Utrecht"]
)
def test_what_was_does_not_go_on(words: str) -> None:
    assert prior_of_status(words).get("ongoing", 0) <= 0


def test_since_when_it_is_the_first_is_not_what_became_of_it() -> None:
    text = "The panel meets today for the first time since it was suspended"
    assert "suspended" not in prior_of_status(governed(text, find(text, text)))


def test_what_a_letter_proposes_has_been_written() -> None:
    words = "had made the offer in a letter on 2 May"
    status = {kind: max(prior, key=prior.__getitem__) for kind in ("letter", "meeting") if (prior := prior_of_status(words, kind))}
    assert status == {"letter": "held", "meeting": "proposed"}


def test_what_did_not_happen_was_not_held_whatever_became_of_it() -> None:
    prior = prior_of_status("The lunch did not happen")
    assert prior["held"] == prior["planned"] < 0
    assert not {"denied", "refused", "cancelled"} & set(prior)


def test_who_asks_in_a_call_to_put_something_off_has_called() -> None:
    words = "Veld in a telephone conversation with Strand called for the round to be postponed"
    prior = prior_of_status(words)
    assert max(prior, key=prior.__getitem__) == "held"
    assert prior_of_status(f"denied {words}").get("held", 0) <= 0


@pytest.mark.parametrize(("words", "status"), [("Talks enter third day in Bergen", "ongoing"), ("Today’s session is over", "held")])
def test_a_further_day_goes_on_and_a_session_that_is_over_was(words: str, status: str) -> None:
    prior = prior_of_status(words)
    assert max(prior, key=prior.__getitem__) == status
