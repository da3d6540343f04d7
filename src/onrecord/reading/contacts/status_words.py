"""Words that say what became of a contact: held, ongoing, planned, proposed, cancelled, refused, denied or suspended."""

from __future__ import annotations

import re

#: What has begun, is over, is broken off, and comes to nothing before it begins.
BEGAN = "began|opened|resumed|started"
FINISHED = "ended|closed|concluded|broke (?:up|off|down)|finished|wrapped up"
BROKEN = "suspended|broken off|adjourned|interrupted|frozen"
OFF = "cancell?ed|called off|postponed|put off|delayed|scrapped|shelved|abandoned|dropped|withdrawn|struck (?:from|off)"
#: What is turned down, and what is not thought of.
SPURNED = "turned down|rebuffed|ruled out|rejected|refused|declined|excluded|brushed (?:aside|off)|dismissed|spurned"
UNTHINKABLE = r"out of the question|unthinkable|inconceivable|not an option"
#: What does not go on.
IDLE = r"at a standstill|in (?:limbo|abeyance|deadlock)|on (?:ice|hold|pause)|dormant|deadlocked|stalled|bogged down|stuck"
STALLED = r"ha(?:s|ve|d) (?:stalled|run aground|ground to a halt)"
#: What came of what nobody would have, and of what could not be.
UNWANTED = r"met with (?:a |an )?(?:\w+ )?(?:refusal|rejection)|found no (?:takers|favour|hearing|echo|support)"
FELL_THROUGH = "f[ae]ll(?:en)? through"
#: What is not to be: on no list, or not before something else.
UNPLANNED = "not (?:planned|scheduled|foreseen|envisaged|on the agenda)"
NO_MORE = r"^no\b[^.;]*\b(?:before|until|unless|while|as long as)|(?:will|would|can|could) be no"
#: Verbs for what something is, or has been for some time.
BE = r"(?:was|were|is|are|(?:has|have|had) been|(?:has|have|had) to be|remains?|remained|stands?|stood|lies?|lay|(?:has|have) lain)"
ARRANGED = r"(?:was|were) (?:arranged|hosted|chaired|mediated|brokered) by"
#: Verbs in the past tense that say that a contact was.
WAS = (
    r"took place|went ahead|(?:had|have|has) preceded"
    r"|(?:was|were) held|met|spoke|talked|telephoned|visited|began|resumed|started|lasted|arrived|flew|travelled|shook hands"
    rf"|wrote to|sat (?:at|down|in|together|opposite)|{ARRANGED}|opened (?:on|in|at)"
)
#: It goes on, or it was, as the report is written.
_IN_ONE_ROOM = r"(?:is|are) (?:together )?in (?:one|the same) (?:room|building)"
#: "Have been carrying drafts since April": what is only wished for so long does not go on.
_WISHES = "press|push|call|ask|seek|demand|try|hop|wait|urg|plann|prepar|refus|reject|deny|say|insist|propos|offer|express"
_DOING = rf"(?!(?:{_WISHES})ing\b)[a-z]+ing"
_OFTEN = r"(?:every|each|daily|weekly|(?:once|twice|[a-z]+ times) an?|regularly)"
#: "Speak every Friday", "are in daily contact".
_OVER_AND_OVER = (
    r"(?:speaks?|talks?|meets?|see each other|telephones?)\b[^.;]* (?:(?:every|each) (?:second |other )?(?:\w+day|day|week|month)|daily"
    r"|weekly|once a week|regularly)"
    r"|in (?:daily|constant|regular|permanent|close) contact"
)
#: "The round, now in its second day", "entered their third week".
_NTH_DAY = (
    r"day of (?:the )?(?:[\w-]+ ){0,2}?(?:talks|round|negotiations)$|(?:now in (?:its|their)|in (?:its|their) (?=[\w-]+ [a-z]+(?:[,.;)]"
    r"|$))|enter(?:s|ed|ing)?(?: (?:an?|the|its|their))?) (?:[\w-]+ )?"
    r"(?:day|night|week|month|hour)"
)
#: "Are still at the table", "were still talking".
_STILL = (
    r"(?:is|are) (?:still |back |now )?at the (?:negotiating |conference )?table|still (?:talking|meeting|negotiating|sitting"
    r"|conferring|in session"
    r"|going on)|(?:is|are) (?:now |still |currently )?(?:locked in (?:talks|negotiations)|in with|on the (?:tele)?phone)"
    r"|goes? back and forth"
    r"|(?:has|have) been (?:in|at|together|closeted|locked|huddled)\b[^.;]*\bsince\b"
)
#: What tells that something in the present tense is ahead.
_SOON = r"(?:next|again|tomorrow|tonight|this (?:afternoon|evening)|at ten|on \d+|on [A-Z][a-z]+day|on the \d+|\d+ [A-Z][a-z]+)\b"
#: "Would return on Tuesday" is planned, "would return if asked" is not.
_WOULD_SOON = (
    r"would (?:return|travel|fly|go|come|open|begin|start|meet|speak|talk|receive|visit|arrive|send|call|ring|phone)\b"
    r"(?![^.;]*\b(?:if|unless|only)\b)"
    r"[^.;]*\b(?:tomorrow|next|soon|before|in the coming|within|this (?:week|month)|(?:on|by) [A-Z][a-z]+day|on the \d+"
    r"|\d+ [A-Z][a-z]+)\b"
)
#: "The possibility of talks will open in winter": what may be, however it is told.
CHANCE = r"(?:possibilit(?:y|ies)|prospects?|opportunit(?:y|ies)|chances?)"
MAY_BE = (
    rf"(?:{CHANCE} (?:of|for|to|that)"
    r"|(?:is|was|are|were|remains?|would be) (?:still |again |now )?(?:possible|conceivable|on the table|open$|uncertain|unclear"
    r"|in doubt))"
)
#: "Will not travel to Bergen on Thursday as planned".
NOT_AS_PLANNED = r"will not (?:now )?[^.;]{2,80}? as (?:planned|scheduled|foreseen|announced|agreed)"
#: What was meant to be and, as the perfect tense says, was not: "was to have met", "should have met", "had wanted to go".
_UNFULFILLED = (
    r"(?:was|were) to have [a-z]+|(?:should|ought to|would) have (?!to\b)[a-z]+|had (?:been (?:due|expected|scheduled|supposed|meant) to"
    r"|(?:wanted|hoped|intended|planned|meant) to)"
)
#: What is still to be, on another day.
MOVED = r"(?:moved|put back|pushed back|brought forward|slipped|rescheduled) (?:to|until|by|for)"
#: What did not come about.
CAME_TO_NOTHING = (
    r"never took place|falls through|collapses|(?:was|were) never (?:held|made|placed)|ha(?:s|ve|d) (?:still )?not (?:taken place"
    r"|been held|come about)"
    r"|(?:has |have |had )?(?:fell|fallen) (?:victim|prey) to|collapsed before (?:it|they) (?:had )?(?:even )?(?:began|begun|started"
    r"|opened)"
    r"|did not (?:take place|happen|go ahead|come (?:about|off|through)|materiali[sz]e)|failed to (?:take place|materiali[sz]e)"
)
#: A call that nobody took.
NO_ANSWER = (
    r"(?:(?:nobody|no one) (?:answered|picked up|replied)"
    r"|did(?: not|n[’']t) (?:pick up|answer(?! (?:the|any) question)|call back|take (?:it|(?:the|his|her|their) call)))"
)
_MET = r"met|spoken?|seen|saw|received|called|talked|rang|telephoned|visited"
#: What became of a contact by the words of its evidence; the model decides where they leave it open.
STATUS_WORDS = {
    "held": re.compile(
        rf"\b(?<!not )(?<!not yet )(?<!never )(?:{WAS}|{_IN_ONE_ROOM}|called(?! off| for| on)|ended|conveyed|sent|handed|passed|gathered"
        r"|(?:session|round|meeting|sitting|talks) (?:is|are) (?:now )?over(?! (?:an?|the|his|her|its|their|\d))"
        r"|held (?:[a-z-]+ ){0,2}?(?:talks|consultations|negotiations|discussions|meetings?|conversations?)"
        r"|there (?:was|had been) an? (?:\w+ )?(?:call|meeting|conversation|letter))\b",
        re.I,
    ),
    "ongoing": re.compile(
        rf"\b(?:under ?way|in progress|{_NTH_DAY}|{_STILL}|{_OVER_AND_OVER}|(?:is|are) (?:having|holding|in) (?:an? )?"
        r"(?:talks|dialogue|meeting|conversation|contact|call)|(?:is|are) (?:meeting|talking|conferring|negotiating|back in)"
        rf"|{_IN_ONE_ROOM}|continu(?:e|es|ing)(?! (?:(?-i:[a-z])+ ){{0,3}}?{_SOON})|go(?:es)? on(?! (?:on|to|tomorrow|next)\b)"
        rf"|(?:has|have) been (?:\w+ )?{_DOING}\b[^.;]*\b(?:since|for (?:the (?:past|last) )?(?:[\w-]+ )?(?:days|weeks|months|hours))"
        rf"|(?:has|have) (?:(?:shuttled|held talks)\b[^.;]*\bsince"
        rf"|(?:met|talked|negotiated|spoken|written|telephoned|seen each other)\b[^.;]*\b(?:{_OFTEN})))\b",
        re.I,
    ),
    "planned": re.compile(
        r"\b(?:will(?! not)|expects?\b|intends? to|(?:is|are) (?:to|due|planned|scheduled|expected|booked|foreseen|appointed"
        r"|pencilled in)\b"
        r"|(?:is|are) being (?:prepared|drafted|arranged)|(?:is|are|was|were) (?:still )?going ahead|to resume"
        r"|due (?:to|in|on|at|for|next|tomorrow)|scheduled|(?:set|fixed|pencilled in|planned) (?:for|in)|(?:has|have"
        r"|had) (?:not yet|yet to)"
        r"|agreed to (?:meet|send|talk|hold|come|return|resume|reconvene|sit|exchange|speak|see|continue|open|travel|go|fly|receive|host"
        r"|attend|take part|join)"
        r"|(?:was|were) to (?:receive|meet|visit|travel|fly|open|begin|speak|hold|sit)"
        rf"|(?:was|were|had been) (?:\w+ )?(?:planned|due|expected|supposed)|(?:under|in) preparation|^preparations? (?:of|for)\b|{MOVED}"
        r"|(?:a|the|his|her|their) planned|^(?:[Aa]head of|[Ii]n the run-up to)\b|(?:days?|weeks?|hours?|months?) from now\b"
        rf"|would (?:resume|continue|take place|be held|reconvene)(?![^.;]*\bif\b)|{_WOULD_SOON}"
        r"|(?<!could )(?<!might )(?<!may )(?<!would )(?<!should )(?<!to )"
        r"(?:fl(?:y|ies)|travels?|begins?|meets?|arrives?|resumes?|reconvenes?|continues?|opens?|gathers?|returns?|leaves?|departs?"
        r"|follows?"
        r"|starts?|sits?|sets? (?:off|out)|goes(?! on\b)|takes (?:him|her|them|place))\b"
        rf" (?:[^.;]* )?{_SOON})"
    ),
    "proposed": re.compile(
        r"\b(?:invit(?:e|es|ed|ing)|propos(?:e|es|ed|ing|al (?:for|to (?:meet|talk|hold|open|resume|send|host)))|float(?:s|ed)"
        r"|offer(?:s|ed)?|suggest(?:s|ed)?|(?:ask(?:s|ed)?|(?<!was )(?<!were )(?<!been )call(?:s|ed)|hop(?:es?|ed)) for|would have to"
        r"|ask(?:s|ed) to (?:see|meet|speak|be)"
        r"|demand(?:s|ed)|hop(?:es|ed) (?:that|to)"
        rf"|{MAY_BE}|could|might|(?:ready|willing|prepared) to|not (?:rul(?:es?|ed) out|exclud(?:es?|ed)))\b",
        re.I,
    ),
    "cancelled": re.compile(
        rf"\b(?:cancel\w*|{_UNFULFILLED}|call(?:s|ed)? off"
        r"|no longer (?:awaited|expected|planned)|never (?:began|opened|came about)"
        rf"|will not (?:now )?(?:take place|happen|be held|go ahead)|{NOT_AS_PLANNED}"
        r"|(?:talks|meeting|round|visit|summit) off|pull(?:s|ed) (?:(?:its|their|his|her) (?:\w+ )?)?out|cr(?:y|ies|ied) off"
        r"|^instead of|withdr(?:aws?|ew|awn)|struck (?:from|off)"
        r"|(?:was|were) (?:prevented|barred|kept) from"
        r"|scrap(?:s|ped)|postpon\w*"
        r"|put off|delayed|shelved|abandoned|(?:was|were|been) dropped|"
        rf"{FELL_THROUGH}|(?:nobody|no one) came|aborted"
        r"|came to nothing|failed to (?:take place|materiali[sz]e)"
        r"|did not (?:go ahead|come (?:about|off)|materiali[sz]e)|turned (?:back|around)"
        r"|(?:is|are|was|were) (?:now |thus |therefore |again )?off(?! the)|(?:planned|scheduled|set|due|fixed|agreed|supposed"
        rf"|expected|meant|floated|foreseen|pencilled in|slated|booked|arranged|announced|called)\b[^.;]* (?:{CAME_TO_NOTHING}))\b",
        re.I,
    ),
    "refused": re.compile(
        r"^(?:no|neither|nobody|none)\b[^.;,]{1,40} will\b"
        r"|\b(?:won[’']t|will not|would not|refus\w*|(?<!not )rul(?:e|es|ed) out|declin(?:es?|ed)|reject(?:s|ed)|rebuff(?:s|ed)"
        r"|spurn(?:s|ed)"
        r"|turn(?:s|ed) (?:it |them |him |her )?(?:down|away)"
        r"|(?:failed to|did not) (?:turn|show) up|boycott\w*|stay(?:s|ed|ing)? (?:away from|out of)|(?:do|does|did)(?: not"
        r"|n[’']t) (?:intend|want|wish|plan|come|appear)"
        r"|no (?:reason|need|wish|desire|intention|point|interest) (?:to|in|of)|not to (?:send|meet|receive|attend|travel|go|take part)"
        rf"|{NO_ANSWER}|{UNTHINKABLE}|{UNWANTED}|dismiss(?:es|ed) (?:as|out of hand)"
        rf"|{BE} (?!not\b)(?:\w+ )?(?:excluded|dismissed|brushed (?:aside|off))|(?:{NO_MORE})\b"
        r"|invited\b[^.;]*\bbut (?:did not|didn[’']t|has not|never) (?:go|come|attend|appear|reply|answer|respond|accept|travel))\b",
        re.I,
    ),
    "denied": re.compile(
        r"\b(?:den(?:y|ies|ied|ying)|(?:no|any) such|there (?:was|had been|has been) (?:no|never)|(?:knowledge|record|receipt) of any"
        r"|without (?:having )?(?:met|meeting|seen|seeing|spoken|speaking|talked|talking)"
        r"|^(?:(?!\b(?:talks|meeting|round|session|call|summit)\b).)*\bwithout (?:(?:an?|any|another|further|new|more) )?"
        r"(?:talks|meetings?|rounds?|calls?|sessions?|negotiations)"
        rf"|(?:is|are|was|were) {UNPLANNED}"
        rf"|^(?:nobody|no one|none|neither)\b[^.;,]{{0,40}}? (?:{_MET})"
        r"|never (?:met|spoke|spoken|took|once|seen|sent|written|received|visited)|(?:met|seen|spoken (?:to|with)) nobody"
        r"|(?:did|do|does)(?: not|n[’']t) (?:meet|speak|talk|call|see|receive|telephone|visit|write)(?![^.;]*\buntil\b)"
        r"|(?:has|have|had)(?: not|n[’']t) (?:yet )?(?:met|spoken|talked|seen each)"
        r"|no (?:\w+ )?(?:call|meeting|talks|contacts?|conversation|negotiations|visit|summit|letter|message))\b",
        re.I,
    ),
    "suspended": re.compile(
        r"\b(?:suspend\w*|suspension|adjourn\w*|interrupted|collapsed|(?:walk|storm)(?:s|ed|ing)? out of"
        rf"|{BE} (?:\w+ )?(?:{IDLE})|{STALLED}|(?:got|gets?) up from the (?:\w+ )?table"
        r"|recall(?:s|ed) (?:its|their|his|her|the) (?:\w+ )?(?:negotiators?|delegations?|delegates|envoys?|team)"
        r"|(?:sent|sends) (?:both|the|all) (?:\w+ )?delegations home"
        r"|(?:put off|postponed|delayed) (?:until further notice|indefinitely)"
        r"|(?:breaks?|broke|broken|breaking)[- ]off|on (?:hold|ice|pause)|(?:has|have) not (?:yet )?(?:been )?resumed|fr(?:oze|ozen"
        r"|eez\w+)"
        r"|(?:halt|paus)(?:s|es|ed|ing)? (?:\w+ ){0,3}?(?:talks|negotiations|dialogue)"
        r"|(?:talks|negotiations|dialogue) (?:\w+ ){0,3}?(?:halted|paused?))\b",
        re.I,
    ),
}
