"""Whom pronouns and descriptions mean, in invented reports: the words of a source, and who is taken to be its speaker."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord.model import Entries
from onrecord.resolving.cast.casting import assemble_cast
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
    "who-meets-the-minister-is-not-he": (
        "{person|Minister Anna Veld} met {person|the Minister of Energy of {country|Ruvia}}. {person|Her counterpart, Ivo Strand}, waited. "
        "{person s0.source|The Ruvian minister} {s0.cue|said} {s0.content|so}.",
        ["Ruvian minister"],
    ),
    "an-office-behind-a-rank": (
        "{person|Sheikh Ivo Strand}, Minister of Health, received {person|Udo Varn, Minister of Justice}. "
        "{person s0.source|The Minister of Health} {s0.cue|said} {s0.content|so}.",
        ["Ivo Strand"],
    ),
    "who-is-said-to-be-the-commander": (
        "{person|Colonel Udo Varn} waited. The commander is {person|Ivo Strand}, 61. {person s0.source|The commander} {s0.cue|said} "
        "{s0.content|so}.",
        ["Ivo Strand"],
    ),
    "who-speaks-of-the-general-is-not-he": (
        "“{s0.content|{person|The general} lies},” {person s0.source|Anna Veld} {s0.cue|said}. {person s1.source|The general} {s1.cue|added} "
        "{s1.content|nothing}.",
        ["Anna Veld", "general"],
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
    "opposite-number": (
        "{person|Foreign Minister Ivo Strand of Melkar} stayed. {person|Foreign Minister Anna Veld of Orvania} left. "
        "{person s0.source|{person|Her} Melkar opposite number} {s0.cue|said} {s0.content|so}.",
        ["Ivo Strand"],
    ),
    "interlocutor-in-the-contact": (
        "{c0.evidence|{person|The water minister, Ivo Strand}, called {person|Mrs Anna Veld}}. {person|Udo Varn} looked on. {person|Mrs Veld} "
        "was short. {person s0.source|{person|Her} interlocutor} {s0.cue|said} {s0.content|so}.",
        ["Ivo Strand"],
    ),
    "interlocutor-among-several": (
        "{c0.evidence|{person|Ivo Strand} met {person|Mrs Anna Veld} and {person|Udo Varn}}. {person|Mrs Veld} was short. "
        "{person s0.source|{person|Her} interlocutor} {s0.cue|said} {s0.content|so}.",
        ["interlocutor of Anna Veld"],
    ),
    "host-of-two-men": (
        "{c0.evidence|{person|Mr Ivo Strand} came to see {person|Mr Udo Varn}}. {person s0.source|{person|His} host} {s0.cue|said} "
        "{s0.content|so}.",
        ["host of Ivo Strand"],
    ),
    "he-whom-she-has-met": (
        "{person|Mr Udo Varn} waited. {c0.evidence|{person|Mrs Anna Veld} rang {person|Mr Ivo Strand}}. {person|Mr Varn} was told. "
        "{person s0.source|Mrs Veld} {s0.cue|asked for} {s0.content|a list}; {person s1.source|he} {s1.cue|wanted} {s1.content|money}.",
        ["Anna Veld", "Ivo Strand"],
    ),
    "nobody-answers-himself": (
        "{person s0.source|Ivo Strand} {s0.cue|told} {person|the judge} {s0.content|little}. {person s1.source|She} {s1.cue|replied} "
        "{s1.content|that she knew}.",
        ["Ivo Strand", "judge"],
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
    "she-who-is-asked-about-another": (
        "{person s0.source|Anna Veld} {s0.cue|said} {s0.content|so}.\n\nAsked whether {person|she} had seen {person|Gul Roe}, "
        "{person s1.source|she} {s1.cue|said} {s1.content|no}.",
        ["Anna Veld", "Anna Veld"],
    ),
    "no-office-of-who-is-she": (
        "{person|Minister Anna Veld} left. In May {person|she} will meet {person s0.source|the foreign minister of Varn}, who "
        "{s0.cue|denies} {s0.content|it}.",
        ["foreign minister of Varn"],
    ),
    "the-diplomat-is-who-has-no-name": (
        "{person|Envoy Ivo Strand} left. {s0.content|It rains}, {unnamed s0.source|one member of the mission} {s0.cue|sighed}. "
        "{unnamed s1.source|{unnamed|The diplomat}, who was wet,} {s1.cue|added} {s1.content|that it pours}.",
        ["one member of the mission", "one member of the mission"],
    ),
    "the-commissioner-of-the-district": (
        "{person|The district commissioner} and {person|the old baker} sat on a bench. {person s0.source|The commissioner} {s0.cue|heard} "
        "{s0.content|nothing}.",
        ["district commissioner"],
    ),
    "the-other-of-two": (
        "{unnamed|Two aides of the envoy} came. {unnamed s0.source|One of them} {s0.cue|said} {s0.content|so}. {unnamed s1.source|The other} "
        "{s1.cue|did not believe} {s1.content|it}.",
        ["one of two aides of the envoy", "the other of two aides of the envoy"],
    ),
    "neither-of-both-delegations": (
        "{person s0.source|Ivo Strand} {s0.cue|said} {s0.content|no}. {group s1.source|Both delegations}, {person s2.source|Anna Veld} "
        "{s2.cue|said}, {s1.cue|accept} {s1.content|a pause}. {group s3.source|Neither} {s3.cue|accepts} {s3.content|a chair}.",
        ["Ivo Strand", "Both delegations", "Anna Veld", "Both delegations"],
    ),
    "two-who-each-speak-for-a-body": (
        "{person|Professor Ana Roe}, on behalf of {organization|the Council}, and {person|Mr Ivo Strand}, on behalf of {organization|the Guild}, "
        "spoke. {person s0.source|The former} {s0.cue|hoped for} {s0.content|rain}. {person s1.source|The latter} {s1.cue|feared} {s1.content|it}.",
        ["Ana Roe", "Ivo Strand"],
    ),
    "her-office-says-what-she-did": (
        "{s0.content|{person|President Anna Veld} has spoken to {person|Olga Roe}}, {organization s0.source|her office} {s0.cue|says}.",
        ["office of Anna Veld"],
    ),
    "a-lead-gives-the-office-and-the-name-comes-below": (
        "{country|Orvania} waits, {person s0.source|its foreign minister} {s0.cue|said}: {s0.content|so}. {person s1.source|The premier of "
        "{country|Tamesh}} {s1.cue|doubts} {s1.content|it}.\n\n{person|Foreign Minister Anna Veld} and {person|Premier Ivo Strand} met.",
        ["Anna Veld", "Ivo Strand"],
    ),
    "further-down-an-office-of-a-country-is-whose-country-is-told": (
        "Rain\n\nRain fell.\n\nIt rained.\n\n{person s0.source|The foreign minister of {country|Orvania}} {s0.cue|said} {s0.content|so}. "
        "{person|Foreign Minister Anna Veld} left.",
        ["foreign minister of Orvania"],
    ),
    "the-president-of-the-republic-is-of-no-country": (
        "{country|The Republic} waits. {person s0.source|The President of the Republic} {s0.cue|said} {s0.content|so}. "
        "{person|President Anna Veld} left.",
        ["President of the Republic"],
    ),
    "the-minister-for-his-part-is-not-who-spoke-last": (
        "{country|Tamesh} waits. {person s0.source|Minister Anna Veld} {s0.cue|said} {s0.content|so}. {person s1.source|The Tameshi minister}, "
        "for {person|his} part, {s1.cue|doubted} {s1.content|it}.",
        ["Anna Veld", "Tameshi minister"],
    ),
    "she-in-her-turn-is-not-who-spoke-last": (
        "{person|Anna Veld} met {person|Olga Roe}. {person s0.source|Anna Veld} {s0.cue|said} {s0.content|so}. In {person|her} turn, "
        "{person s1.source|she} {s1.cue|doubted} {s1.content|it}.",
        ["Anna Veld", "Olga Roe"],
    ),
    "a-deputy-called-by-her-name": (
        "{person|Ivo Strand} is silent. {person|{person|His} deputy}, a brisk woman called {person|Anna Veld}, is not. "
        "{person s0.source|The deputy} {s0.cue|hopes for} {s0.content|rain}.",
        ["Anna Veld"],
    ),
    "neither-of-two-whose-countries-nobody-tells": (
        "{country|Orvania} waits. {person|Minister Anna Veld} wrote to {person|Minister Ivo Strand}. {person s0.source|The Orvanian minister} "
        "{s0.cue|has not said} {s0.content|why}.",
        ["Orvanian minister"],
    ),
    "a-phrase-before-the-subject-is-no-apposition": (
        "On the fate of {person|the negotiator}, {person s0.source|Ms Anna Veld} {s0.cue|said} {s0.content|no}. {person s1.source|The negotiator}, "
        "{person|Ivo Strand}, {s1.cue|did not say} {s1.content|why}.",
        ["Anna Veld", "Ivo Strand"],
    ),
    "the-premier-who-is-she-is-not-he": (
        "{person|Ivo Strand} left. {person s0.source|The premier} {s0.cue|said} {s0.content|little}. {person s1.source|She} {s1.cue|asked} "
        "{s1.content|whether {person|he} would go}. {person s2.source|He} {s2.cue|said} {s2.content|no}.",
        ["premier", "premier", "Ivo Strand"],
    ),
    "whose-spokeswoman-speaks-of-the-minister": (
        "{person|Minister Anna Veld} met {person|Minister Ivo Strand}. {person s0.source|Veld’s spokeswoman} {s0.cue|said} "
        "{s0.content|{person s1.source s1.inside.0|the minister} {s1.cue|promised} {s1.content|nothing}}.",
        ["Veld’s spokeswoman", "Anna Veld"],
    ),
    "one-and-the-other-a-woman": (
        "{unnamed|Two aides} spoke. {unnamed s0.source|One} {s0.cue|said} {s0.content|so}. {unnamed s1.source|{unnamed|The other}, a woman from "
        "Ilde,} {s1.cue|doubted} {s1.content|it}.",
        ["one of two aides", "the other of two aides"],
    ),
    "an-assistant-called-so": (
        "{person|Anna Veld} is silent. Her assistant, a young man called Ivo Strand, answered. {person s0.source|He} {s0.cue|said} {s0.content|no}.",
        ["Ivo Strand"],
    ),
    "a-village-called-so": (
        "{person|Anna Veld} left. Near a village called Olga, {person s0.source|she} {s0.cue|said} {s0.content|no}.",
        ["Anna Veld"],
    ),
    "the-head-of-a-delegation-is-not-who-spoke-last-for-want-of-another": (
        "{person s0.source|Anna Veld} {s0.cue|said} {s0.content|so}. {person back s1.source|The head of the other delegation} {s1.cue|replied} "
        "{s1.content|that it rained}.",
        ["Anna Veld", "head of the other delegation"],
    ),
    "the-pm-of-a-headline": (
        "{country|Orvanian PM} waits\n\n{person|Prime Minister Anna Veld of {country|Orvania}} left. {person s0.source|The PM} {s0.cue|said} "
        "{s0.content|so}.",
        ["Anna Veld"],
    ),
    "the-premier-by-the-adjective-of-her-country": (
        "{person|Prime Minister of {country|Orvania} Anna Veld} and {person|Prime Minister of {country|Tamesh} Ivo Strand} met. "
        "{person s0.source|The head of the Orvanian government} {s0.cue|said} {s0.content|so}.",
        ["Anna Veld"],
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


def test_the_source_spoken_of_before_is_no_other_actor(entries: Callable[..., Entries]) -> None:
    found = entries(
        "{unnamed s0.source|A source in the mission} {s0.cue|said} {s0.content|so}. {person|Anna Veld} left. {unnamed s1.source|The source} "
        "{s1.cue|doubted} {s1.content|it}."
    )
    assert {actor.name for actor in found.actors} == {"source in the mission", "Anna Veld"}


def test_a_prime_minister_is_not_the_minister_of_the_headline() -> None:
    report, reading = read_marked(
        "{person|Minister} waits\n\n{person s0.source|Energy Minister Ivo Strand} {s0.cue|said} {s0.content|so}. "
        "{person s1.source|Orvania’s prime minister} {s1.cue|doubts} {s1.content|it}."
    )
    *others, premier = reading.mentions
    found = resolve(report, replace(reading, mentions=(*others, replace(premier, antecedent=0, score=0.9))))
    actors = {actor.id: actor.name for actor in found.actors}
    assert [s.speaker and actors[s.speaker] for s in found.statements] == ["Ivo Strand", "Orvania’s prime minister"]


@pytest.mark.parametrize(("pronoun", "name"), [("She", "Anna Veld"), ("He", "Ivo Strand")])
def test_an_office_is_whose_the_pronoun_after_it_can_be(pronoun: str, name: str) -> None:
    report, reading = read_marked(
        "{person|Minister Anna Veld, Mrs Veld}, met {person|Mr Ivo Strand, the minister of Melkar}. A clerk saw {person s0.source|the minister} "
        f"{{s0.cue|ask for}} {{s0.content|a pause}}. {{person s1.source|{pronoun}}} {{s1.cue|wanted}} {{s1.content|a list}}."
    )
    *named, minister, goes_on = reading.mentions
    found = resolve(report, replace(reading, mentions=(*named, minister, replace(goes_on, antecedent=2, score=0.9))))
    actors = {actor.id: actor.name for actor in found.actors}
    assert [s.speaker and actors[s.speaker] for s in found.statements] == [name, name]


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
        ("{unnamed|Two people close to her} wait. {person s0.source|The negotiator} {s0.cue|said} {s0.content|so}.", "negotiator"),
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


@pytest.mark.parametrize(
    ("since", "name"), [("{person|Ana Roe} would not go that far.", "Ana Roe"), ("{person|She} rang {person|Ana Roe}.", "Gul Veld")]
)
def test_who_is_surely_she_and_named_since_somebody_spoke_goes_on(since: str, name: str) -> None:
    marked = f"{{person s0.source|Gul Veld}} {{s0.cue|said}} {{s0.content|so}}. {since} “{{s1.content|It rains}},” {{person s1.source|she}} {{s1.cue|said}}."
    report, reading = read_marked(marked)
    named = next(n for n, m in enumerate(reading.mentions) if m.span.text == "Ana Roe")
    *others, she = reading.mentions
    found = resolve(report, replace(reading, mentions=(*others, replace(she, antecedent=named, score=0.9))))
    actors = {actor.id: actor.name for actor in found.actors}
    assert [s.speaker and actors[s.speaker] for s in found.statements] == ["Gul Veld", name]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        # A new paragraph goes on with who spoke last.
        (
            "Rain\n\n{s0.source|Presidential spokesman Ivo Strand} {s0.cue|said} {s0.content|it rains}.\n\n{s1.source|The official} {s1.cue|also said}"
            " {s1.content|that it pours}.",
            "Ivo Strand",
        ),
        # Somebody without a name is called so.
        (
            "{unnamed|A senior official} came. {s0.source|Presidential spokesman Ivo Strand} {s0.cue|said} {s0.content|it rains}.\n\n"
            "{s1.source|The official} {s1.cue|also said} {s1.content|that it pours}.",
            "senior official",
        ),
        (
            "{s0.source|Foreign Minister Ivo Strand} {s0.cue|said} {s0.content|little}.\n\n“{s1.content s1.direct|It rains},”"
            " {s1.source|the top diplomat} {s1.cue|added}.",
            "Ivo Strand",
        ),
        (
            "{country|Orvania} waits. {person|Orvania’s special representative, Ivo Strand,} came. {person|Anna Veld} waited.\n\n{s0.source|The envoy of Orvania}"
            " {s0.cue|said} {s0.content|little}.",
            "Ivo Strand",
        ),
        # The subject of what it says, not the last one named.
        (
            "{s0.content|{country|Orvania} has asked nobody to mediate in its conflict with {organization|the Melkar Front}},"
            " {organization s0.source|{organization|its} government} {s0.cue|said}.",
            "government of Orvania",
        ),
        (
            "BERGEN (Courier) – {s0.content|{country|Orvania} will send a team to talks with {organization|the Melkar Front}},"
            " {organization s0.source|it} {s0.cue|announced}.",
            "Orvania",
        ),
        (
            "{person|HE Sheikh Ivo Strand}, {person|Prime Minister and Minister of Foreign Affairs}, came. {person|The Minister of State, Anna Veld},"
            " waited.\n\n{s0.source|The Prime Minister} {s0.cue|said} {s0.content|little}.",
            "Ivo Strand",
        ),
    ],
)
def test_a_description_means_who_was_told_of(entries: Callable[..., Entries], marked: str, name: str) -> None:
    told = entries(marked)
    names = {actor.id: actor.name for actor in told.actors}
    assert names[told.statements[-1].speaker or ""] == name


def test_the_minister_of_a_readout_is_the_one_called_so_before(entries: Callable[..., Entries]) -> None:
    got = entries(
        "{person|The Minister of Defence, General Ivo Strand}, received {person|Anna Veld}. {person|The Minister} thanked her. She brought"
        " a letter from {person|Foreign Minister Jon Hale}.\n\n{person s0.source|The Minister} {s0.cue|said} {s0.content|that it rains}."
    )
    names = {actor.id: actor.name for actor in got.actors}
    assert names[got.statements[0].speaker or ""] == "Ivo Strand"


def test_negotiators_of_two_are_neither_whatever_the_model_points_to() -> None:
    report, reading = read_marked(
        "{country|Orvania} and {organization|the Ilde Front} meet. {person|Negotiators from Orvania and the Ilde Front} waited."
    )
    *others, negotiators = reading.mentions
    found = resolve(report, replace(reading, mentions=(*others, replace(negotiators, antecedent=1, score=0.9))))
    parties = {actor.name: actor.party for actor in found.actors}
    assert (parties["Orvania"], parties["Ilde Front"]) == ("Orvania", "Ilde Front")


def test_who_did_one_thing_after_he_had_done_another() -> None:
    marked = "{person|Ivo Strand} left {person|Jan Roe} there, after {person|he} had dined with the mayor."
    report, reading = read_marked(marked)
    cast = assemble_cast(report, reading)
    owner = cast.entity_at(next(m.span for m in reading.mentions if m.span.text == "he"))
    assert owner is not None
    assert owner.name == "Ivo Strand"
