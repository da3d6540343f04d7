"""Verbs of saying, and the clauses that have nothing else: “an aide told the council on Monday”."""

from __future__ import annotations

import re

from onrecord.reading.language.auxiliaries import AUXILIARY
from onrecord.reading.language.cues import JOURNALISTS

#: Verbs of saying that a comment clause has, as Quirk et al. 1985, § 15.53, list them.
VERB = (
    r"(?:said|says?|told|tells?|reported|reports?|wrote|writes?|recalled|recalls?|recounted|recounts?|related|relates?|remembered|remembers?"
    r"|confirmed|confirms?|disclosed|discloses?|explained|explains?|announced|announces?|revealed|reveals?|confided|confides?|insisted"
    r"|insists?|claimed|claims?|stated|states?|informed|informs|asserted|asserts?|acknowledged|added|adds|indicated|indicates?|conveyed|conveys?|maintained|maintains?|conceded|concedes?|suggested|suggests?|hinted|hints?"
    r"|transmits?|transmitted|communicates?|communicated|went on|goes on|continued|continues"
    r"|succeeded in learning"
    r"|managed to (?:learn|establish)|w(?:as|ere) able to (?:learn|establish)"
    r"|(?:lets?|made|makes) it (?:be )?known|passed on|passes on|learn(?:s|ed|t)|hears|puts? it|shows?|showed"
    r"|(?:tells|told|retold|gave|has|had|heard|(?:relay|describe|render|recall|remember|report|recount|relate|explain)(?:s|ed|d)?) it)"
)
#: Verbs of passing on what somebody else has said, and of saying that reports of talks have beside those.
PASSES_ON = (
    r"(?:inform|relay(?:s|ed)?|assure[sd]?|confide|gather(?:s|ed)?|lets? slip|lets?(?= [^,.;]{1,30} know)|ma(?:de|kes?) (?:it )?clear"
    r"|remark(?:s|ed)?|divulge[sd]?|whisper(?:s|ed)?|testif(?:y|ies|ied)|swears?|swore|point(?:s|ed) out|specif(?:y|ies|ied)"
    r"|pass(?:es|ed)? (?:it|this|the word|word) (?:on|along)|(?:brings?|brought) (?:back )?word)"
)
TO_WHOM = (
    rf"(?: (?:to )?(?:{JOURNALISTS}|parliament|deputies|us|me|him|her|them|(?:the|this|our|an?|his|her|its|their) [^,;:.\n“”\"]{{2,40}}?"
    r"|(?:al-)?[^\W\d_a-z][\w’'.-]+(?: [^\W\d_a-z][\w’'.-]+){0,3}))?"
)
ADVERBIAL = (
    r"(?: (?:on|in|at|by|after|during|from|late|early|earlier|before|under|yesterday|today|this|last|afterwards?|later|within|recently)\b"
    r"[^,;:\n“”\"]{0,60}?)?"
)
#: Behind a subject: "who were there".
WHO_IS = r"(?: who [^,;:.\n“”\"]{2,60}?)?"
#: Behind an office: ", Ivo Strand,".
APPOSED = r"(?P<apposed>, [^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+){1,3}(?=, ))?"
#: Subject, adverb and verb of a clause that is complete with them.
CLAUSE = re.compile(
    rf"(?P<who>(?:[^\W_][\w’'.-]*)(?: (?!(?:{AUXILIARY}|am|been|be|than)\b)[\w’'.-]+){{0,11}}?{WHO_IS}{APPOSED})(?(apposed),)(?<! to)"
    rf" (?:(?:also|later|then|privately|since|has|have|had|further) )*(?:{VERB}|{PASSES_ON}){TO_WHOM}{ADVERBIAL}(?=[,.;]|$)"
)
