import pytest

from onrecord.reading.contacts.encounters import find_encounters
from onrecord.reading.contacts.occasions import find_occasions, find_transfers
from onrecord.reading.contacts.statuses import prior_of_status


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The conversation between Veld and Strand took place on 3 May.",
            [("The conversation between Veld and Strand took place on 3 May", "call")],
        ),
        (
            "There were rounds of talks. The first two took place in Utrecht; the last meeting was held in May, during which much was said.",
            [("The first two took place in Utrecht", "talks"), ("the last meeting was held in May", "talks")],
        ),
        ("A second round is to be held on 3 May.", [("A second round is to be held on 3 May", "talks")]),
        (
            "Talks between Orvania and Melkar broke up on Thursday night.",
            [("Talks between Orvania and Melkar broke up on Thursday night", "talks")],
        ),
        ("A second round is planned for 20 March.", [("A second round is planned for 20 March", "talks")]),
        ("None would say that the meeting took place.", []),
        ("There were talks. The last summit was held in May.", [("The last summit was held in May", "meeting")]),
        ("The parade took place in May.", []),
        ("The visit was put off. It took place in June instead.", []),
        ("A meeting was due; it took place in June instead.", [("it took place in June instead", "meeting")]),
        ("A follow-up, planned for May, was cancelled.", [("A follow-up, planned for May, was cancelled", "talks")]),
        ("The round opened in May and was broken off.", [("The round opened in May and was broken off", "talks")]),
        ("The first two took place in Utrecht.", []),
        ("They had a meeting. A second followed in May, he said.", [("A second followed in May, he said", "meeting")]),
        ("The fourth round, due in June, never took place.", [("The fourth round, due in June, never took place", "talks")]),
        ("An exchange of captives was put off.", [("An exchange of captives was put off", "meeting")]),
        ("An exchange of fire took place in May.", []),
        ("She asked them to exchange captives before the parade took place.", []),
    ],
    ids=[
        "call",
        "series",
        "ahead",
        "over",
        "planned",
        "doubt",
        "summit",
        "no-contact",
        "it-is-no-occasion",
        "it",
        "follow-up",
        "two-verbs",
        "a-series-of-nothing",
        "followed",
        "never",
        "captives",
        "fire",
        "to-exchange",
    ],
)
def test_occasions(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(span.text, kind) for span, kind in find_occasions(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orvania sent response documents, but heard nothing, Anna Veld said.", [("Orvania sent response documents", "document")]),
        (
            "They met in May, during which the Orvanian envoy handed over to his host a letter from the minister.",
            [("the Orvanian envoy handed over to his host a letter from the minister", "letter")],
        ),
        (
            "The Orvanian delegation handed the envoy a list of captives.",
            [("The Orvanian delegation handed the envoy a list of captives", "document")],
        ),
        ("It rains. A spokesman said that the envoy had handed over a list.", [("the envoy had handed over a list", "document")]),
        (
            "During the talks, Veld handed over to Strand the draft of a treaty.",
            [("During the talks, Veld handed over to Strand the draft of a treaty", "document")],
        ),
        ("The consul conveyed to Roe a communication from home.", [("The consul conveyed to Roe a communication from home", "letter")]),
        ("None of them delivered the draft.", []),
        ("Orvania sent troops.", []),
    ],
    ids=["documents", "letter", "list", "told", "adverbial", "communication", "doubt", "no-thing"],
)
def test_transfers(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(span.text, kind) for span, kind in find_transfers(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In May she wrote to your government that it would rain.", [("In May she wrote to your government that it would rain", "letter")]),
        ("Veld’s version of the 21 February call is short.", [("the 21 February call is short", "call")]),
        ("They parted after two days of direct talks.", [("two days of direct talks", "talks")]),
        ("Roe goes back and forth between Bergen and Utrecht.", [("Roe goes back and forth between Bergen and Utrecht", "mediation")]),
        ("Roe left both presidents a paper on water.", [("Roe left both presidents a paper on water", "document")]),
        ("Roe handed him that day a message.", [("Roe handed him that day a message", "document")]),
        ("She wrote to this newspaper.", []),
        ("On Friday Veld telephoned her colleague.", [("On Friday Veld telephoned her colleague", "call")]),
        ("Veld has ruled out any meeting before May.", [("Veld has ruled out any meeting before May", "meeting")]),
        ("Veld rejected a call for calm.", []),
        (
            "The army says that its officers met the Orvanian officers on Tuesday.",
            [("its officers met the Orvanian officers on Tuesday", "meeting")],
        ),
        ("Veld met Strand at the lake.", []),
        ("They met Monday.", []),
        ("Both teams return to Bergen on 7 March.", [("Both teams return to Bergen on 7 March", "talks")]),
        ("Its minister, Anna Veld, flies to Utrecht on Friday.", [("Its minister, Anna Veld, flies to Utrecht on Friday", "visit")]),
        ("Two of the wounded were flown to Utrecht on Friday.", []),
        ("Orvania denied that any such meeting had taken place.", [("any such meeting had taken place", "meeting")]),
        ("Has there been a call? There was no call.", [("There was no call", "call")]),
        ("The negotiators reconvene in Utrecht on 22 April.", [("The negotiators reconvene in Utrecht on 22 April", "talks")]),
        ("The two ministers meet rarely.", []),
        ("Veld has invited both to come back on 6 May.", [("invited both to come back on 6 May", None)]),
        ("We gave the mediator 140 names on 5 March.", [("We gave the mediator 140 names on 5 March", "document")]),
        ("The paper was handed to the Lake Council by its envoy.", [("The paper was handed to the Lake Council by its envoy", "document")]),
        ("It rains. Officials said both sides would return in ten days.", [("both sides would return in ten days", "talks")]),
        ("Veld and Strand did not meet face to face.", [("Veld and Strand did not meet face to face", None)]),
        ("Orvania did not meet the deadline.", []),
        ("Veld had not met Melkar’s demands.", []),
        ("“There was no such visit,” Veld said.", [("no such visit", "visit")]),
        ("Veld and Strand have spoken by phone twice.", [("Veld and Strand have spoken by phone twice", "call")]),
        ("Veld had not met Melkari officials.", [("Veld had not met Melkari officials", None)]),
        ("Nobody knows whether the delegations will meet on Friday.", []),
        ("An aide denied that the two had met in Bergen.", [("the two had met in Bergen", None)]),
        ("Veld denied having met Strand.", [("denied having met Strand", None)]),
        ("Orvania denied a report that its chiefs had met in Bergen.", [("its chiefs had met in Bergen", None)]),
        ("It rains. The envoy shuttled between the capitals.", [("The envoy shuttled between the capitals", "mediation")]),
        ("The envoy shuttled between two floors.", []),
        ("Anna Veld mediates between Orvania and the Front.", []),
        ("He has invited me to Bergen.", [("invited me to Bergen", None)]),
        ("No such meeting took place, Veld said.", [("No such meeting took place", "meeting")]),
        ("There is no letter, Veld insists.", [("There is no letter", "letter")]),
        ("Veld denied any secret contact with the Front.", [("secret contact with the Front", None)]),
        ("Orvania denies that Veld called anybody.", [("Veld called anybody", "call")]),
        ("“I have never met that man,” Veld said.", [("I have never met that man", None)]),
        ("Veld spent two hours with Ivo Strand.", [("Veld spent two hours with Ivo Strand", "meeting")]),
        ("Orvania summoned the Tameshi ambassador.", [("Orvania summoned the Tameshi ambassador", "meeting")]),
        ("President Lind received the envoy in Utrecht.", [("President Lind received the envoy in Utrecht", "meeting")]),
        ("She received Radio Orvan in her office.", []),
        ("Veld promised to call Strand.", [("Veld promised to call Strand", "call")]),
        ("Veld promised to call the lake a sea.", []),
        ("Veld asked to see Ivo Strand.", [("Veld asked to see Ivo Strand", "meeting")]),
        ("Tamesh offered on Monday to mediate.", [("offered on Monday to mediate", "mediation")]),
        ("The envoy laid before us a paper of four pages.", [("The envoy laid before us a paper of four pages", "document")]),
        ("Veld will not sit with Strand.", [("Veld will not sit with Strand", "meeting")]),
        ("The two talked over the hotline.", [("The two talked over the hotline", "call")]),
        ("The officers speak daily by radio.", [("The officers speak daily by radio", "call")]),
        ("She recalled her letter of 9 May.", [("her letter of 9 May", "letter")]),
        ("Veld has left Dorvik for Bergen at noon on Monday.", [("Veld has left Dorvik for Bergen at noon on Monday", "visit")]),
        ("Veld said on leaving a meeting with Strand that it rained.", [("on leaving a meeting with Strand that it rained", "meeting")]),
        ("Veld rang me this morning.", [("Veld rang me this morning", "call")]),
        ("Veld called Strand back.", [("Veld called Strand back", "call")]),
        ("Veld chairs the so-called Council on Monday.", []),
        ("“Were there any calls?” — There were no calls.", [("There were no calls", "call")]),
        ("Roe has received no letter.", [("Roe has received no letter", "letter")]),
        ("It is the paper that Roe got from them.", [("It is the paper that Roe got from them", "document")]),
        ("It is silent since a bad-tempered call in May.", [("a bad-tempered call in May", "call")]),
        ("Tamesh demanded a meeting of the commission.", [("Tamesh demanded a meeting of the commission", "meeting")]),
        ("Tamesh called for an emergency session.", [("Tamesh called for an emergency session", None)]),
        ("Both will be there on Monday.", [("Both will be there on Monday", "talks")]),
        ("A payment is due in August.", []),
        ("The envoys have been closeted in the mill since three.", [("The envoys have been closeted in the mill since three", "meeting")]),
        (
            "The last time that the generals heard each other was 12 May.",
            [("The last time that the generals heard each other was 12 May", "call")],
        ),
        ("Veld will not come to Utrecht on Friday.", [("Veld will not come to Utrecht on Friday", "visit")]),
        ("Orvania will come back to the negotiating table.", [("Orvania will come back to the negotiating table", "talks")]),
        ("The Front got up from the table at noon.", [("The Front got up from the table at noon", "talks")]),
        ("We have not left the table.", []),
        ("Roe brings the two together in May.", [("Roe brings the two together in May", "talks")]),
        ("I asked both sides to be back at nine tomorrow.", [("I asked both sides to be back at nine tomorrow", "talks")]),
        ("Roe suggested holding it in Bergen.", [("Roe suggested holding it in Bergen", "talks")]),
        ("They turned down a seat at next week’s talks.", [("a seat at next week’s talks", "talks")]),
        ("The armies exchanged forty prisoners on Sunday.", [("The armies exchanged forty prisoners on Sunday", "meeting")]),
        ("Veld offered to exchange prisoners by Sunday.", []),
        ("Veld ruled out receiving the Tameshi envoy.", [("Veld ruled out receiving the Tameshi envoy", "meeting")]),
        ("Veld has refused to come to the telephone.", [("Veld has refused to come to the telephone", "call")]),
        ("Melkar was notified of it by two letters.", [("Melkar was notified of it by two letters", "letter")]),
        ("Veld asked that they be confirmed by letter.", []),
        ("Veld recalled her proposal for a meeting of experts.", [("Veld recalled her proposal for a meeting of experts", "meeting")]),
        ("She has turned down an invitation to the spring summit.", [("an invitation to the spring summit", "meeting")]),
        ("On Monday Veld departs for Utrecht.", [("On Monday Veld departs for Utrecht", "visit")]),
        ("Veld wants to write to her colleagues.", [("Veld wants to write to her colleagues", "letter")]),
        ("The ministry will convey a note to the Tameshi side.", [("The ministry will convey a note to the Tameshi side", "document")]),
        ("I met nobody.", [("I met nobody", "meeting")]),
        ("He dreads sitting down with Veld.", [("sitting down with Veld", "meeting")]),
        ("The two talked by the fire for an hour.", [("The two talked by the fire for an hour", "meeting")]),
        ("She left for Bergen after calling on the President of Orvania.", [("calling on the President of Orvania", "meeting")]),
        ("She left for Bergen after calling on the minister to resign.", []),
    ],
)
def test_encounters(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(span.text, kind) for span, kind in find_encounters(text)] == expected


def test_the_previous_such_conversation_was_one() -> None:
    found = find_occasions("The previous such conversation was held on 6 April.")
    assert [(span.text, kind) for span, kind in found] == [("The previous such conversation was held on 6 April", "call")]
    assert find_occasions("No such conversation was held on 6 April.") == []


@pytest.mark.parametrize(
    "text",
    [
        "“The talks are over for now,” Anna Veld concluded.",
        "The possibility of talks will open in the winter.",
        "The talks, she began, are late.",
    ],
)
def test_talks_that_are_only_spoken_of_do_not_happen(text: str) -> None:
    assert find_occasions(text) == []


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("She announced that the talks with Melkar are suspended until June.", "the talks with Melkar are suspended until June"),
        ("Negotiations are on hold since the attack, Ivo Strand said.", "Negotiations are on hold since the attack"),
        ("Veld asked whether talks were suspended.", None),
    ],
)
def test_talks_that_are_suspended_are_told_by_form(text: str, evidence: str | None) -> None:
    found = find_encounters(text)
    assert [(span.text, kind) for span, kind in found] == ([(evidence, "talks")] if evidence else [])
    assert all(set(prior_of_status(span.text)) >= {"suspended"} for span, _ in found)
    assert all(max(prior := prior_of_status(span.text), key=prior.__getitem__) == "suspended" for span, _ in found)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("The team gave its answer to Orvanian mediators before leaving.", "The team gave its answer to Orvanian mediators before leaving"),
        ("The Orvanian side handed Tamesh its fifth version of the text.", "The Orvanian side handed Tamesh its fifth version of the text"),
        ("On Monday the new proposals reached us.", "On Monday the new proposals reached us"),
        ("In April the Front had shared a draft of its own.", "In April the Front had shared a draft of its own"),
        ("The outline was presented to the intelligence chief on Sunday.", "The outline was presented to the intelligence chief on Sunday"),
        ("The Front had received the outline from Tamesh.", "The Front had received the outline from Tamesh"),
        ("The premier gave an answer in parliament.", None),
        ("The senator delivered the response to the address.", None),
        ("The answer was known to Veld.", None),
    ],
)
def test_what_was_given_in_writing_is_a_document(text: str, evidence: str | None) -> None:
    assert [(span.text, kind) for span, kind in find_encounters(text)] == ([(evidence, "document")] if evidence else [])
