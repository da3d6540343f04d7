"""Whom pronouns and descriptions mean, in invented reports: the words of a source, and who is taken to be its speaker."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord.model import Entries
from onrecord.resolving.resolve import resolve
from tests.resolving.conftest import read_marked

GOLDEN = {
    "only-one-of-that-gender-in-the-sentence": (
        "{person|Mr Ivo Strand} came. {person|Mrs Anna Veld} stayed, and {person s0.source|she} {s0.cue|said} {s0.content|so}.",
        ["Anna Veld"],
    ),
    "subject-of-the-sentence": (
        "{person|Ivo Strand} met {person|Udo Varn}. {person s0.source|He} {s0.cue|said} {s0.content|little}.",
        ["Ivo Strand"],
    ),
    "not-somebody-in-the-very-words": (
        "{person|Ivo Strand} waited. “{s0.content|{person|Udo Varn} knows},” {person s0.source|he} {s0.cue|said}.",
        ["Ivo Strand"],
    ),
    "they-are-several": (
        "{unnamed|Two aides of the envoy} came with {person|Anna Veld}. The talks, {unnamed s0.source|they} {s0.cue|said}, {s0.content|failed}.",
        ["Two aides of the envoy"],
    ),
    "it-speaks-on": (
        "{organization s0.source|The Council} {s0.cue|said} {s0.content|so}. {country|Orvania} waited. "
        "{organization s1.source|It} {s1.cue|did not say} {s1.content|why}.",
        ["Council", "Council"],
    ),
    "an-adviser-speaks-on": (
        "{unnamed s0.source|An adviser to {person|Strand}} {s0.cue|disputes} {s0.content|that}. Nobody, {person s1.source|he} "
        "{s1.cue|says}, {s1.content|was asked}.",
        ["adviser to Strand", "adviser to Strand"],
    ),
    "herself": ("{person|Mrs Anna Veld} waited. {person s0.source|She herself} {s0.cue|would welcome} {s0.content|it}.", ["Anna Veld"]),
    "excellency": (
        "{person|His Excellency Ivo Strand} met {person|Her Excellency Anna Veld}. {person s0.source|His Excellency} {s0.cue|said} "
        "{s0.content|so}. {person s1.source|Her Excellency} {s1.cue|agreed} {s1.content|with him}.",
        ["Ivo Strand", "Anna Veld"],
    ),
    "he-is-not-who-is-quoted": (
        "{person|Ivo Strand} came. {s0.direct|{s0.content|“{person s1.source s1.inside.0|He} {s1.cue|told} me: {s1.content|no},”} "
        "{person s0.source|Colonel Udo Varn} {s0.cue|said}.}",
        ["Udo Varn", "Ivo Strand"],
    ),
    "i-am-who-is-quoted": (
        "{person|Ivo Strand} came. {s0.direct|{s0.content|“{person s1.source s1.inside.0|I} {s1.cue|deny} {s1.content|it},”} "
        "{person s0.source|Udo Varn} {s0.cue|said}.}",
        ["Udo Varn", "Udo Varn"],
    ),
    "the-one-whom-no-other-country-has": (
        "{person|Minister Anna Veld} met {person|Minister Ivo Strand of {country|Ruvia}}. {country|Orvania} waits. Guards said "
        "{person s0.source|the Orvanian minister} {s0.cue|wants} {s0.content|a pause}.",
        ["Anna Veld"],
    ),
    "no-description-of-who-is-the-subject": (
        "{person|Ms Anna Veld} left. In May {person|she} brings them together, and today {person s0.source|the Orvanian president} "
        "{s0.cue|said} {s0.content|so}.",
        ["Orvanian president"],
    ),
    "a-description-behind-his-own-words": (
        "{person|Sergeant Ivo Strand} came home. {s0.content|{person|He} was told so}, {person back s0.source|the soldier} {s0.cue|explained}.",
        ["Ivo Strand"],
    ),
    "subject-rather-than-who-spoke-on": (
        "{person s0.source|Ivo Strand} {s0.cue|hopes for} {s0.content|rain}. {unnamed|The former envoy} to Bergen, {person|Anna Veld}, sees no "
        "use in it: {s1.content|waiting}, {person s1.source|she} {s1.cue|argues}, {s1.content|is all that is left}.",
        ["Ivo Strand", "Anna Veld"],
    ),
    "who-spoke-on-beside-an-object": (
        "{person s0.source|Ivo Strand} {s0.cue|hopes for} {s0.content|rain}. With {person|Udo Varn} gone, {person s1.source|he} {s1.cue|said}, "
        "{s1.content|it may come}.",
        ["Ivo Strand", "Ivo Strand"],
    ),
    "latter-of-two-named-together": (
        "{country|Orvania} waits. The mediators, {person|Bishop Ivo Strand} and the old {person|Anna Veld}, met {person|a porter}. "
        "{person s0.source|The former} {s0.cue|saw} {s0.content|hope}; {person s1.source|the latter} {s1.cue|warned} {s1.content|of rain}.",
        ["Ivo Strand", "Anna Veld"],
    ),
    "former-of-two-of-whom-one-was-not-read": (
        "{person|Udo Varn} left.\n\nThe mediators, {person|Bishop Ivo Strand} and Anna Veld, met. {person s0.source|The former} {s0.cue|saw} "
        "{s0.content|hope}.",
        ["former"],
    ),
    "the-statement-of-the-ministry-before": (
        "{organization s0.source|The Harbour Ministry} {s0.cue|denied} {s0.content|it}. “{s1.content|It rains},” {unnamed s1.source|the statement} "
        "{s1.cue|said}.",
        ["Harbour Ministry", "Harbour Ministry"],
    ),
    "a-report-is-whose-it-is": (
        "{unnamed s0.source|A report by {organization|the Border Mission}, seen by us,} {s0.cue|blames} {s0.content|the rain}.",
        ["Border Mission"],
    ),
    "which-stands-for-what-is-before-it": (
        "{outlet|The Herald} asked the chancellery, {s0.source organization|which} {s0.cue|called} {s0.content|it idle}.",
        ["chancellery"],
    ),
    "its-spokesman-is-the-subjects": (
        "{outlet|The Herald} came. {organization|The eastern command}, in the words of {person s0.source|its spokesman}, {s0.content|regrets it} "
        "{s0.cue|deeply}.",
        ["spokesman of eastern command"],
    ),
    "latter-of-two-bodies": (
        "{organization|The Council} asked {organization|the Harbour Agency}. {organization s0.source|The latter} {s0.cue|said} {s0.content|no}.",
        ["Harbour Agency"],
    ),
    "both-who-have-just-spoken": (
        "{person s0.source|Anna Veld} {s0.cue|hopes for} {s0.content|a pause}. {person s1.source|Ivo Strand} {s1.cue|expects} {s1.content|none}. "
        "{person s2.source|Both} {s2.cue|fear} {s2.content|the spring}.",
        ["Anna Veld", "Ivo Strand", "Anna Veld and Ivo Strand"],
    ),
    "the-same-minister-is-the-last": (
        "{person|Foreign Minister Anna Veld} met {person|Foreign Minister Ivo Strand}. {person s0.source|The same minister} {s0.cue|said} "
        "{s0.content|so}.",
        ["Ivo Strand"],
    ),
    "the-same-official-is-the-last": (
        "{unnamed s0.source|A senior official} {s0.cue|said} {s0.content|so}. {unnamed s1.source|Another official, in the defence ministry,} "
        "{s1.cue|doubted} {s1.content|it}. {s2.content|Nobody asked}, {unnamed s2.source|the same official} {s2.cue|added}.",
        ["senior official", "Another official, in the defence ministry,", "Another official, in the defence ministry,"],
    ),
    "named-as-the-next-speaker": (
        "{person s0.source|Melkar’s defence minister} {s0.cue|said} {s0.content|it rained}.\n\n{s1.content s1.direct|“It pours,”} "
        "{person s1.source|Ivo Strand} {s1.cue|told} reporters. {person|Anna Veld} left. {person s2.source|The minister} {s2.cue|waved} "
        "{s2.content|her off}.",
        ["Ivo Strand"] * 3,
    ),
    "the-next-speaker-is-somebody-else": (
        "{person s0.source|Melkar’s defence minister} {s0.cue|said} {s0.content|it rained}.\n\n{s1.content s1.direct|“It pours,”} "
        "{person s1.source|Ivo Strand}, a baker, {s1.cue|told} reporters.",
        ["Melkar’s defence minister", "Ivo Strand"],
    ),
    "the-minister-next-to-a-counterpart": (
        "{person|Orvania’s foreign minister, Anna Veld,} waits. {person|{person|Her} Melkar counterpart, Ivo Strand,} does not. Much depends on "
        "{person|Strand}. {person s0.source|The minister} {s0.cue|promised} {s0.content|little}.",
        ["Ivo Strand"],
    ),
    "behind-a-title": (
        "{unnamed s0.source|A reporter} {s0.cue|asked} {s0.content|why}.\n\nHis colleague, Major Anna Veld, was blunter. {person s1.source|She} "
        "{s1.cue|said} {s1.content|so}.",
        ["reporter", "Anna Veld"],
    ),
    "the-minister-is-the-subject": (
        "{person|Foreign Minister Anna Veld} met {person|Foreign Minister Ivo Strand}. {person s0.source|The minister} {s0.cue|said} "
        "{s0.content|so}.",
        ["Anna Veld"],
    ),
    "the-diplomat-introduced-before": (
        "{person|Foreign Minister Anna Veld} left. {unnamed s0.source|A Western diplomat} {s0.cue|sighed} {s0.content|over it}. What now, "
        "{person s1.source|the diplomat} {s1.cue|could not say} {s1.content|at all}.",
        ["Western diplomat", "Western diplomat"],
    ),
    "the-only-person-near": (
        "{person|Anna Veld}’s offer failed. In a letter, {person back s0.source|the director general} {s0.cue|calls} {s0.content|it a start}.",
        ["Anna Veld"],
    ),
    "who-is-new-to-the-report": (
        "{s0.source|Anna Veld} {s0.cue|hopes} {s0.content|so}. {person s1.source|The UN envoy} {s1.cue|begs to differ}: {s1.content|no}.",
        ["Anna Veld", "UN envoy"],
    ),
    "it-is-not-the-last-body-for-want-of-another": (
        "{person|Anna Veld} wrote to {country|Orvania}. {organization s0.source|It} {s0.cue|asks} {s0.content|for a pause}.",
        ["It"],
    ),
    "no-he-means-several": (
        "{unnamed s0.source|Analysts} {s0.cue|warned} {s0.content|of that}. “{s1.content|I saw it},” {person s1.source|he} {s1.cue|said}.",
        ["Analysts", "he"],
    ),
    "latter-of-the-sentence-before": (
        "{person|Anna Veld} and {person|Olga Roe} wait. {person|Udo Varn} met {person|Ivo Strand}. {person s0.source|The latter} "
        "{s0.cue|offered} {s0.content|his house}.",
        ["Ivo Strand"],
    ),
    "a-courtesy-tells-who-of-a-couple": (
        "{person|Peter Veld} and {person|his wife, the judge Olga Veld}, left. {person s0.source|Mrs Veld} {s0.cue|said} {s0.content|so}. "
        "{person s1.source|Mr Veld} {s1.cue|agreed} {s1.content|with her}.",
        ["Olga Veld", "Peter Veld"],
    ),
    "an-office-with-what-it-is-of-before-a-name": (
        "DORVIK, May 3 - {person|The prime minister} of {country|Orvania}, {person|Ivo Strand}, and {person|his Tameshi counterpart, Anna Veld}, "
        "met. {person back s0.source|The Tameshi premier} {s0.cue|said} {s0.content|so}.",
        ["Anna Veld"],
    ),
    "no-spokeswoman-is-a-spokesman": (
        "{unnamed|A military spokesman, Col. Ivo Strand}, left. {person s0.source|The spokeswoman} {s0.cue|said} {s0.content|little}.",
        ["spokeswoman"],
    ),
    "the-council": (
        "{organization|The Harbour Council of Ilde} sent {country|Orvania} a note. {organization s0.source|The council} {s0.cue|said} {s0.content|no}.",
        ["Harbour Council of Ilde"],
    ),
    "the-agency-is-no-radio": (
        "{outlet|Ilde Press Agency} and {outlet|Radio Ilde} were there. {outlet s0.source|The agency} {s0.cue|stands by} {s0.content|it}.",
        ["Ilde Press Agency"],
    ),
    "a-document-is-its-author": (
        "{organization s0.source|The Council} {s0.cue|said} {s0.content|so} in a report. {unnamed s1.source|The 19-page document} {s1.cue|notes} "
        "{s1.content|more}.",
        ["Council", "Council"],
    ),
    "a-statement-from-it": (
        "{s0.content|It rains}, {s0.cue|according to} {unnamed s0.source|a statement} from {organization|the Council}.",
        ["Council"],
    ),
    "its-statement": (
        "{organization|The Council} met. {organization s0.source|{organization|Its} statement} {s0.cue|said} {s0.content|so}.",
        ["Council"],
    ),
    "counterpart": (
        "{person|Foreign Minister Ivo Strand of Melkar} stayed. {person|Foreign Minister Anna Veld of Orvania} left. "
        "{person s0.source|{person|Her} Melkar counterpart} {s0.cue|said} {s0.content|so}.",
        ["Ivo Strand"],
    ),
    "counterpart-unknown": (
        "{person|Foreign Minister Anna Veld} left. {person s0.source|{person|Her} Melkar counterpart} {s0.cue|said} {s0.content|so}.",
        ["Melkar counterpart of Anna Veld"],
    ),
    "the-two-ministers": (
        "{person|Foreign Minister Anna Veld} met {person|Foreign Minister Ivo Strand}. {group s0.source|The two ministers} {s0.cue|agreed} "
        "{s0.content|to wait}.",
        ["Anna Veld and Ivo Strand"],
    ),
    "one-of-them": (
        "{unnamed|Two aides of the envoy} came. {unnamed s0.source|One of them} {s0.cue|said} {s0.content|so}.",
        ["one of two aides of the envoy"],
    ),
    "she-of-the-project": (
        "{person|Ivo Strand} left. {s0.source|{person|Anna Veld} of {organization|the Harbour Project}} {s0.cue|agrees} {s0.content|with him}. "
        "{person s1.source|She} {s1.cue|warns} {s1.content|of a storm}.",
        ["Anna Veld", "Anna Veld"],
    ),
    "somebody-else’s-commander": (
        "{person s0.source|Anna Veld} {s0.cue|said} {s0.content|little}. {person s1.source|the garrison’s commander} {s1.cue|refused} "
        "{s1.content|a visit}.",
        ["Anna Veld", "garrison’s commander"],
    ),
    "whom-the-asker-speaks-of": (
        "{person s0.source|LENA ORT}: {person s1.source|The prime minister} {s1.cue|calls} {s1.content|it theft}. {s0.content|Is it}?",
        ["LENA ORT", "prime minister"],
    ),
    "reportedly": ("{person|Anna Veld} left. {s0.cue|Reportedly} {s0.content|she is ill}.", ["unnamed source"]),
    "it-is-said": (
        "{person|Anna Veld} left. {organization s0.source|It} {s0.cue|is also whispered} {s0.content|that she is ill}.",
        ["unnamed source"],
    ),
    "said-to-be": ("{country s0.source|Orvania} {s0.cue|is said} {s0.content|to have dropped its demand}.", ["unnamed source"]),
    "said-to-have-asked": ("{country s0.source|Orvania} {s0.cue|is said} {s0.content|to have asked for a pause}.", ["unnamed source"]),
    "heard-from-somebody": (
        "From {organization s0.source|the Council} {s0.cue|it is heard} {s0.content|that she is ill}.",
        ["Council"],
    ),
}


@pytest.mark.parametrize(("marked", "names"), GOLDEN.values(), ids=GOLDEN)
def test_whom_words_mean(entries: Callable[..., Entries], marked: str, names: list[str]) -> None:
    found = entries(marked)
    actors = {actor.id: actor.name for actor in found.actors}
    assert [s.speaker and actors[s.speaker] for s in found.statements] == names


def test_a_prime_minister_is_not_the_minister_of_the_headline() -> None:
    report, reading = read_marked(
        "{person|Minister} waits\n\n{person s0.source|Energy Minister Ivo Strand} {s0.cue|said} {s0.content|so}. "
        "{person s1.source|Orvania’s prime minister} {s1.cue|doubts} {s1.content|it}."
    )
    *others, premier = reading.mentions
    found = resolve(report, replace(reading, mentions=(*others, replace(premier, antecedent=0, score=0.9))))
    actors = {actor.id: actor.name for actor in found.actors}
    assert [s.speaker and actors[s.speaker] for s in found.statements] == ["Ivo Strand", "Orvania’s prime minister"]


def test_who_is_named_beside_a_headline_is_meant() -> None:
    report, reading = read_marked(
        "{person|Minister} waits\n\n{person|Anna Veld} came on Monday. The rain went on all day.\n\n"
        "{person s0.source|She} {s0.cue|said} {s0.content|so}."
    )
    first, named, she = reading.mentions
    mentions = (first, replace(named, antecedent=0, score=0.9), replace(she, antecedent=0, score=0.9))
    found = resolve(report, replace(reading, mentions=mentions))
    actors = {actor.id: actor.name for actor in found.actors}
    assert [s.speaker and actors[s.speaker] for s in found.statements] == ["Anna Veld"]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("{organization|White Hall} waits. {person s0.source|The interior minister} {s0.cue|said} {s0.content|so}.", "interior minister"),
        ("{person|Anna Veld} waits. {organization s0.source|The chancellery} {s0.cue|said} {s0.content|so}.", "chancellery"),
        ("{person|Anna Veld} waits. {person s0.source|The ambassadors} {s0.cue|said} {s0.content|so}.", "ambassadors"),
        ("{person|Judges} wait. {person s0.source|The prosecutor} {s0.cue|said} {s0.content|so}.", "prosecutor"),
        ("{unnamed|A negotiator} waits. {person s0.source|The mediator} {s0.cue|said} {s0.content|so}.", "mediator"),
        ("{person|Anna Veld} waits. {person s0.source|The then premier} {s0.cue|said} {s0.content|so}.", "then premier"),
    ],
)
def test_an_office_is_no_body_and_several_are_not_one(marked: str, name: str) -> None:
    report, reading = read_marked(marked)
    first, second = reading.mentions
    found = resolve(report, replace(reading, mentions=(first, replace(second, antecedent=0, score=0.9))))
    actors = {actor.id: actor.name for actor in found.actors}
    assert [s.speaker and actors[s.speaker] for s in found.statements] == [name]


def test_what_was_not_read_before_which_is_nobody_named_behind_it() -> None:
    report, reading = read_marked(
        "The council adopted Decree 12, {organization s0.source|which} {s0.cue|condemned} {s0.content|the raids by {group|the Front}}."
    )
    which, front = reading.mentions
    found = resolve(report, replace(reading, mentions=(replace(which, antecedent=1, score=0.9), front)))
    actors = {actor.id: actor.name for actor in found.actors}
    assert "Front" not in [s.speaker and actors[s.speaker] for s in found.statements]


@pytest.mark.parametrize(("sure", "name"), [(0.5, "Strand’s spokesman"), (0.9, "Anna Veld")])
def test_a_spokesman_of_somebody_is_no_other_person_unless_the_model_is_sure(sure: float, name: str) -> None:
    report, reading = read_marked("{person|Anna Veld} doubts it. {person s0.source|Strand’s spokesman} {s0.cue|denied} {s0.content|it}.")
    first, second = reading.mentions
    found = resolve(report, replace(reading, mentions=(first, replace(second, antecedent=0, score=sure))))
    actors = {actor.id: actor.name for actor in found.actors}
    assert [s.speaker and actors[s.speaker] for s in found.statements] == [name]
