"""Forms of words that plainly tell of a contact in other words than those of an occasion: "wrote to", "no such meeting", "flies to"."""

from __future__ import annotations

import re

from onrecord.reading.contacts.encounter_words import (
    BROADCASTER,
    BY_LINE,
    ENVOY,
    MEAL,
    MEET_AGAIN,
    NAME,
    OCCASION,
    OFFICER,
    OFFICERS,
    PEOPLE,
    SOMEBODY,
    TEAMS,
    THING,
)
from onrecord.reading.contacts.form import Form
from onrecord.reading.contacts.scenery import TITLES
from onrecord.reading.contacts.talk_forms import TALK_FORMS
from onrecord.reading.language.dates import MONTH, WEEKDAY
from onrecord.reading.language.numerals import NUMBERS, spelled

#: The groups `letter`, `call` and `meeting` say the kind, where a form leaves it open.
FORMS = (
    Form(
        re.compile(
            r"\b(?:wrote|written) (?:back )?to (?:me|us|him|her|them|your|"
            r"(?:the |his |her |its |this |our )?(?!this\b|our\b|the\b|(?:news)?paper|editor|press|readers?|journalists?|reporters?)\w+)\b"
        ),
        "letter",
    ),
    Form(
        re.compile(
            r"(?<!was )(?<!were )\b(?:flies|flew|will fly|is to fly|travels|travelled|will travel|is to travel|would travel"
            r"|(?:is|will be|would be) (?:flying|travell?ing)"
            rf"|heads|goes|will go|is (?:expected|due|awaited)|has gone|went) (?:to|in) (?!{MONTH}){NAME}"
            rf"|{NAME} (?:has |had )?(?:left|leaves) (?:{NAME} )?for {NAME}"
        ),
        "visit",
        dated=True,
    ),
    Form(
        re.compile(
            rf"\b(?:[Nn]o such (?:{OCCASION}|evening)|any such {OCCASION}|[Tt]here (?:is|are) no {OCCASION}\b(?! (?:for|to)\b)"
            rf"|[Tt]here (?:was|were|had been|has been|have been) (?:no|any|never an?|never any) (?:secret )?{OCCASION}"
            rf"|receipt of (?:any|the|an?) letter|no (?:knowledge|record|memory) of (?:any|an?|the|such an?) {OCCASION})\b"
        ),
        whole=False,
    ),
    Form(
        re.compile(
            r"\b(?:did not|has not|have not|had not|never) (?:yet )?(?:meet|met|speak|spoken|spoke|talk|talked)"
            r" (?:face|in person|directly|each other|(?:that|this|the) (?:man|woman|lady|gentleman|gentlemen|people|men|women)\b"
            r"|(?:to|with) (?:each|one another|him|her|them)|(?:with )?(?:him|her|them)\b"
            r"|(?:with )?(?:any )?[^\W\d_a-z][\w-]+\b(?![’']))"
        ),
    ),
    Form(
        re.compile(
            rf"(?<!not )(?<!never )\bden(?:y|ies|ied)(?: on {WEEKDAY})?"
            r"(?:(?: (?:an?|the|any|all) (?:\w+ )?(?:reports?|claims?|rumou?rs?|allegations?))?"
            r" that (?P<told>[^.;:,\n]{2,60}?(?: (?:had|has|have)(?: ever| once)?)?)| having(?: ever| once)?)"
            r" (?:met|spoken|talked|seen|visited|telephoned|phoned|called (?:anybody|anyone|him|her|them|[^\W\d_a-z])|been received)\b"
        ),
        whole=False,
    ),
    Form(
        re.compile(
            rf"\b(?:den(?:y|ies|ied)|(?:dismiss|reject|refut)(?:es|s|ed)) (?:\w+ ){{0,3}}?(?:rumou?rs?|reports?|claims?|allegations?) of"
            rf" (?:an?|any|such an?|secret|direct) (?:\w+ )?{OCCASION}"
        ),
        whole=False,
    ),
    Form(re.compile(r"\b[Tt]here (?:was|had been) an? (?:call|meeting|conversation|letter)\b"), whole=False),
    Form(re.compile(rf"\b{PEOPLE}\b[^.;:,\n]{{0,40}}? {MEET_AGAIN}"), dated=True),
    Form(re.compile(rf"\b(?:[Tt]he|[Bb]oth) {TEAMS} (?:return|come back) to {NAME}"), "talks", dated=True),
    Form(
        re.compile(
            r"\b(?:[Tt]he two|[Bb]oth|[Tt]hey|[^\W\d_a-z][\w’-]+ and (?:the [a-z]+|[^\W\d_a-z][\w’-]+))"
            r" (?:(?:had |have )?(?:dined|lunched|breakfasted)|dine|lunch|breakfast)\b"
        ),
        "meeting",
    ),
    Form(re.compile(rf"\bconversed (?:[\w’-]+ ){{0,8}}?with {SOMEBODY}")),
    Form(
        re.compile(rf"\b(?:[Tt]he |[Bb]oth |[Aa]ll )?(?:two |three )?(?:\w+ )?{TEAMS}\b[^.;:,\n]{{0,30}}? {MEET_AGAIN}"),
        "talks",
        dated=True,
    ),
    Form(
        re.compile(
            r"\binvit(?:ed|es) (?:both|the|them|him|her|me|us|[^\W\d_a-z]\w+)[^.;:,\n]{0,40}? (?:to|for) (?!(?:say|think|see|comment)\b)\w+"
        ),
        whole=False,
    ),
    Form(
        re.compile(
            r"\b(?:offer(?:s|ed)?|ready|willing|propos(?:es|ed)) (?:once more |again )?to (?:host|seat) (?:both|the (?:two )?|their)"
        ),
        "talks",
        whole=False,
    ),
    Form(
        re.compile(rf"\b(?:gave|handed|left|passed|presented) (?:the \w+|both \w+|him|her|them|us|{NAME}) [^.;:,\n]{{0,30}}?\b{THING}\b"),
        "document",
    ),
    Form(
        re.compile(
            rf"\b{THING}\b[^.;:,\n]{{0,40}} (?:was|were|has been|had been|have been) (?:handed|passed|delivered|conveyed|transmitted)"
            r" (?:over |on )?to\b"
        ),
        "document",
    ),
    Form(
        re.compile(
            r"\b(?:received|sent|got|(?:was|were|been) (?:given|handed|passed)) (?:no|any|such an?|an?|the|two|three) (?:[\w-]+ ){0,2}?"
            r"(?:letter|note|message)s?\b"
        ),
        "letter",
    ),
    Form(
        re.compile(
            r"\b(?:was|were|been) (?:given|handed|passed) (?:an?|the|two|three) (?:[\w-]+ ){0,2}?(?:lists?|drafts?|papers?|documents?"
            r"|proposals?|offers?|maps?|envelopes?)\b(?! to\b)"
        ),
        "document",
    ),
    Form(
        re.compile(
            rf"\b{THING}(?: that| which| whom)? [^.;:,\n]{{2,50}}? (?:delivered|handed|sent|gave|left|got|received|brought|carried|passed)"
            rf" (?:over |us |him |her |them |me )?(?:to|with|from) (?:the|{NAME}|both|us|him|her|them)\b"
        )
    ),
    Form(re.compile(rf"\b(?:sp(?:oke|oken|eaks?|eaking)|talk(?:s|ed|ing)?|confer(?:s|red)?) (?:\w+ ){{0,2}}{BY_LINE}"), "call"),
    Form(
        re.compile(
            r"(?<!would have )(?<!must have )\b(?:had|has|have|held|holds?|holding) (?:(?!no\b|not\b|been\b)[\w-]+ ){0,3}?"
            rf"(?:discussions|consultations|conversations?|meetings?|session) with {SOMEBODY}"
        ),
        "meeting",
    ),
    Form(
        re.compile(rf"\b(?:has|have|had|[’']ve) (?:\w+ )?been in (?:\w+ )?(?:touch|contact) with {SOMEBODY}"),
        "call",
    ),
    Form(
        re.compile(
            rf"\bcall(?:s|ed) on (?:(?:{TITLES})\.? {NAME}|{OFFICER})(?![^.;:\n]* to [a-z])"
            rf"|\bpa(?:id|ys?|ying) (?:\w+ )?an? (?:\w+ )?(?:call on|visit to) {SOMEBODY}"
        ),
        "meeting",
    ),
    Form(
        re.compile(
            rf"\b(?:am|is|are|was|were|be) (?:now |also |already |about to be )?(?:meeting|receiving|sitting (?:down )?with)"
            rf" (?:with )?{SOMEBODY}"
            rf"|\b{NAME} and (?:the [a-z]+|{NAME}) (?:are|were) (?:now )?(?:meeting|sitting (?:down|together)|talking|in conversation)\b"
        ),
        "meeting",
    ),
    Form(
        re.compile(
            rf"\b(?:{NAME}|[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e|who|{OFFICERS}|delegation|and)(?: [\w-]+ (?:week|month|year)| on {WEEKDAY})?"
            rf" (?:was|were|had been|has been|have been|will be|is to be|are to be) (?:then |also )?received"
            rf" (?:(?:in audience|in private|again|yesterday|today|there|on {WEEKDAY}) )*by {SOMEBODY}"
        ),
        "meeting",
    ),
    Form(re.compile(rf"\b(?:his|her|its|their|my|our) (?:\w+ )?(?:letter|note) (?:of|dated) \d{{1,2}} {MONTH}"), "letter", whole=False),
    Form(re.compile(rf"\b[Tt]here (?:is|are|were) no plans? for (?:an?|any|such an?|further) (?:[\w-]+ )?{OCCASION}\b"), whole=False),
    Form(
        re.compile(
            r"\b(?:rul(?:es?|ed) out|refus(?:es?|ed)|reject(?:s|ed)|declin(?:es?|ed)) (?:an?|any|another|further|such an?) (?:\w+ )?"
            r"(?:meeting|talks|conversation|call|encounter|visit)\b(?! (?:for|to|on)\b|[’'])"
        ),
    ),
    Form(
        re.compile(
            rf"\bmet (?:with )?(?:(?!{WEEKDAY}|{MONTH}){NAME}|(?:the|his|her|its|their|two|several) (?:[\w-]+ ){{0,2}}?{OFFICERS})\b"
        ),
        "meeting",
        dated=True,
    ),
    Form(re.compile(r"\b(?:sat|are|is|were|was|have been|had been) (?:together )?in (?:one|the same) (?:room|building)\b"), "meeting"),
    Form(
        re.compile(
            r"\b(?:shuttle[sd]?|commute[sd]?"
            r"|(?:is|was|are|were|has been|have been|begins|began) (?:shuttling|commuting|travell?ing|mediating))"
            r" between (?:the |both )?(?:two )?"
            r"(?:capitals|sides|parties|delegations|governments|camps|[^\W\d_a-z])"
        ),
        "mediation",
    ),
    Form(
        re.compile(
            r"\b(?:an?|the|another|any) (?:\w+ )?(?:summit|meeting|round|call|visit)\b[^.;:,\n]{0,40}?"
            r" (?:is|was|are|were|remains?|would be) (?:still |again )?(?:possible|conceivable|on the table)\b"
        ),
        whole=False,
    ),
    Form(
        re.compile(
            r"\b(?:in|during) (?:their|his|her|an?) (?:(?:tele)?phone |telephone |short |long |first |last )?(?:call|conversation)\b"
        ),
        "call",
        dated=True,
        whole=False,
    ),
    Form(re.compile(r"\bexchanged (?:\w+ )?(?:messages|letters|notes)\b"), "letter"),
    Form(re.compile(rf"\b[Tt]he (?:\d{{1,2}} {MONTH}|{MONTH} \d{{1,2}}) (?:call|meeting|conversation|summit|talks|round)\b"), whole=False),
    Form(
        re.compile(
            rf"\bafter (?P<told>(?:an?|{spelled(NUMBERS, 2, 10)}|\d+|several) (?:days?|hours?|weeks?|rounds?) of"
            r" (?:\w+ ){0,2}(?:talks|negotiations|consultations)\b)"
        ),
        "talks",
        whole=False,
    ),
    Form(
        re.compile(rf"\b(?:go(?:es)?|goes|went|gone|flies|flew|travels|travelled) back and forth between (?:the )?(?:{NAME}|two )"),
        "mediation",
    ),
    Form(
        re.compile(
            rf"\b(?:telephoned|phoned|rang) (?:me|us|him|her|them|you|back\b|(?:his|her|the|an?) [\w’-]+|{NAME})"
            rf"|(?<!-)\bcalled (?:me|us|him|her|them|you|{NAME}) (?:on {WEEKDAY}|this (?:morning|evening|afternoon)|yesterday|last night"
            r"|again|back|twice)\b"
        ),
        "call",
    ),
    Form(
        re.compile(
            rf"\brefus(?:es|ed) to (?:see|meet|receive) (?:with )?(?:you|me|us|{SOMEBODY}|an? (?:[\w-]+ ){{0,2}}?(?:{OFFICERS}|team)\b)"
        ),
        "meeting",
    ),
    Form(re.compile(r"\b(?:[Tt]hey|[Tt]he two)(?: men| women)? had (?:first |last |already |previously )?(?:met|spoken)\b"), dated=True),
    Form(re.compile(r"\bhad (?:also |already )?(?:spoken|talked|met) (?:only )?(?:once|twice|(?:three|four|several) times)\b")),
    Form(re.compile(r"\b(?:seen|saw|met) (?:each other|one another)\b"), "meeting", dated=True),
    Form(
        re.compile(
            r"\b(?:telephoned|phoned|rang|called|visited|spo(?:ken|ke) (?:to|with)|wr(?:itten|ote) to) (?:each other|one another)\b"
            r"|\b(?:last|first|only) time (?:that )?[^.;:,\n]{2,50}? (?:met|spoke|spoken|talked|heard|saw|seen|visited)\b"
        ),
        dated=True,
    ),
    Form(
        re.compile(
            r"\b(?:[Bb]oth|[Tt]hey|[Tt]he two)(?: men| women| of them)? (?:\w+ ){0,2}?(?:agreed|are due|are expected|are) to"
            r" (?:meet|talk|speak)\b"
        ),
        dated=True,
    ),
    Form(re.compile(r"\bwho (?:had |have )?met (?:on|in|at)\b"), "meeting", dated=True),
    Form(re.compile(rf"\b(?:exchange[ds]? (?:of )?(?:their )?(?:two |sealed )*{THING}|[Ll]etters exchanged)\b"), "document"),
    Form(re.compile(rf"\b(?:receive[sd]?|greeted) (?:(?!{BROADCASTER}){NAME}|{OFFICER})(?! of the press)"), "meeting"),
    Form(re.compile(rf"\bhanded (?:over (?:an?|the|their|his|her)|(?:an?|the) [^.;:,\n]{{0,30}}?{THING} to) "), "document"),
    Form(
        re.compile(
            rf"\b(?:walk(?:ed|ing)|stroll(?:ed|ing)|din(?:ed|ing)|lunched|breakfasted|(?:had|took|taken) {MEAL})"
            r" (?:together|at one table)\b"
            rf"|\b{NAME} and (?:{NAME} )+(?:are|were) (?:walking|strolling|dining|lunching)\b"
        ),
        "meeting",
    ),
    Form(
        re.compile(
            r"(?:\b(?:will|shall|would|is to|are to|(?:promise[sd]?|intend(?:s|ed)?|undertook) to)|[’'](?:ll|d)) (?:also |then |soon )?"
            rf"(?:call|phone|ring|telephone|(?:speak|talk) (?:to|with)) (?:{NAME}|{OFFICER})"
        ),
        "call",
    ),
    Form(
        re.compile(
            rf"\b(?:promise[sd]?|intend(?:s|ed)?|undertook|offer(?:s|ed)) to"
            rf" (?:visit {NAME}|(?:meet|receive) (?:with )?(?:{NAME}|{OFFICER}|them))"
        ),
    ),
    Form(
        re.compile(
            r"\b(?:will|would|won[’']t|wouldn[’']t|(?:ready|willing|prepared) to)(?: not)? sit (?:down )?"
            r"(?:with|(?:at|around) (?:one|the same) table)"
        ),
        "meeting",
    ),
    Form(
        re.compile(
            r"\b(?:on leaving|leaving|emerging from|coming out of|emerged from|came out of) (?:an?|the|his|her|their) (?:[\w-]+ ){0,2}"
            r"(?:meeting|talks|conversation|lunch|dinner|audience) with\b"
        ),
        whole=False,
    ),
    Form(
        re.compile(
            rf"\b(?:spent|spends|had) (?:an? |two |three |half an |the |\w+ )?(?:hours?|minutes|evening|morning|afternoon|day)"
            rf"(?: on {WEEKDAY}| yesterday| today)?(?: (?:in|at) [^.;:,\n]{{2,40}}?)? with {SOMEBODY}"
            r"|\b(?:hours?|minutes|evening|morning|afternoon)(?: that| which)? (?:I|he|she|we|they|[^\W\d_a-z][\w’-]+) (?:had )?spent"
            r" (?:in|at|with)\b"
        ),
        "meeting",
    ),
    Form(re.compile(rf"\bon (?:an?|his|her|their) (?:[\w-]+ ){{0,2}}(?:visit|trip) to {NAME}"), "visit"),
    Form(re.compile(rf"\bsummon(?:s|ed) {ENVOY}"), "meeting"),
    Form(re.compile(rf"\b(?:dined|lunched|breakfasted|had {MEAL}) with {SOMEBODY}"), "meeting"),
    Form(
        re.compile(rf"\bask(?:s|ed)(?: on {WEEKDAY}| again)? (?:to (?:see|be received by)|for an audience with) (?:{SOMEBODY}|you\b)"),
        "meeting",
    ),
    Form(re.compile(r"\boffer(?:s|ed)?\b[^.;:,\n]{0,30}? to mediate\b|\b(?:invitation|offer) to mediate\b"), "mediation", whole=False),
    Form(
        re.compile(
            rf"\b(?:laid|placed|put) (?:before|in front of) (?:{SOMEBODY}|us|me)\b[^.;:,\n]{{0,30}}?{THING}\b"
            rf"|\b(?:gave|given|handed|distributed)(?: to)? (?:both|each)\b[^.;:,\n]{{0,40}}?{THING}\b"
        ),
        "document",
    ),
    Form(
        re.compile(
            rf"(?<!not )(?<!never )\bden(?:y|ies|ied)(?: on {WEEKDAY})? (?:any|all) (?P<told>(?:\w+ )?(?:{OCCASION})\b"
            r"(?! (?:with (?:the )?(?:press|journalists|media)|to|for)\b))"
        ),
        whole=False,
    ),
    Form(re.compile(r"\b(?:talks|negotiations|consultations), which (?:resume|open|begin|continue)s?\b"), "talks", dated=True, whole=False),
    Form(
        re.compile(rf"\b(?:call|meeting|conversation|dinner|lunch|summit) between {NAME} [^.;:\n]{{0,40}}?and (?:the |his |her )?{NAME}"),
        whole=False,
    ),
    Form(
        re.compile(
            rf"\b(?:since|after|following|until|before|in|during) (?P<told>an? (?:[\w-]+ (?:and [\w-]+ )?){{0,3}}?"
            rf"(?:call|meeting|conversation|round|session|summit|visit|lunch|dinner|encounter)"
            rf" (?:in|on) (?:early |late |mid-|the )?(?:{MONTH}|{WEEKDAY}|\d))"
        ),
        whole=False,
    ),
    Form(
        re.compile(
            r"\b(?:demand(?:s|ed)?|request(?:s|ed)?|(?:call(?:s|ed)|ask(?:s|ed)|appeal(?:s|ed)|request|demand|plea) for|seeks|sought"
            r"|propos(?:es|ed)|suggest(?:s|ed)|urg(?:es|ed)) (?:an?|another) (?:[\w-]+ ){0,2}?"
            r"(?:meeting|session|round|summit|visit|audience|encounter)\b(?! for\b)"
        ),
    ),
    Form(
        re.compile(
            r"\b(?:an|the|his|her|their|its|[^\W\d_a-z][\w-]+[’']s) (?:[\w-]+ )?invitation to"
            rf" (?:him|her|them|visit|come|join|meet|both|(?:{TITLES})\b)"
        ),
        whole=False,
    ),
    Form(
        re.compile(
            rf"\b(?:{NAME}|[Tt]hey|[Bb]oth|[Ww]e|I|[Ss]he|[Hh]e|sides|parties|delegations)"
            rf" (?:will|would|shall|won[’']t|(?:is|are) to)(?: not| now)?"
            rf" (?:be there|attend|turn up|show up|take part|come to {NAME}) (?:on|at|in|next|this|tomorrow)\b"
        ),
        dated=True,
    ),
    Form(re.compile(r"\b(?:closeted|huddled|holed up) (?:together |in|with|at)\b"), "meeting"),
    *TALK_FORMS,
)
