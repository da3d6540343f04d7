"""Words that forms of encounters are made of: who meets whom, in what teams, by what line, over what."""

from __future__ import annotations

from onrecord.reports.masthead import STATIONS

NAME = r"[^\W\d_a-z][\w’'-]+"
#: Verbs whose object is whom somebody meets or calls.
MEET = "met|meets?|meeting|received|receives?|saw|sees?|visited|visits?|telephone[sd]|phone[sd]|rang|rings"
OCCASION = r"(?:meetings?|summits?|calls?|talks|conversations?|letters?|lunch|dinner|encounter|visits?|rounds?|contacts?)"
THING = (
    r"(?:documents?|drafts?|letters?|lists?|messages?|notes?|papers?|proposals?|\d+ names|envelopes?|maps?|memorand(?:um|a)|roadmap"
    r"|telegram|page)"
)
NEGOTIATIONS = r"(?:[Tt]alks|[Nn]egotiations|[Dd]ialogue|[Cc]onsultations|[Cc]ontacts)\b"
#: What is only threatened, asked for or denied is not so.
NOT_YET = r"(?<!not )(?<!never )(?<!without )(?<!threatened )(?<!n’t )(?<!against )"
TEAMS = r"(?:[Dd]elegations|[Nn]egotiators|[Nn]egotiating [Tt]eams|[Tt]eams|[Ss]ides|[Pp]arties)"
PEOPLE = (
    r"(?:[Mm]inisters|[Pp]residents|[Pp]remiers|[Ee]nvoys|[Ee]xperts|[Cc]ommissioners|[Ll]eaders|[Dd]eputies|[Tt]echnicians|[Ee]ngineers"
    r"|[Aa]mbassadors)"
)
OFFICERS = (
    r"(?:officers|officials|(?:minister|president|envoy|counterpart|delegation|commander|leader|ambassador|general|negotiator|premier"
    r"|chancellor|governor|mayor|bishop|colonel|opposite number|secretary|speaker|emissary|diplomat|commissioner|senator|chief|king"
    r"|queen|emir|sheikh|prince|consul"
    r"|chairman|delegate|elder|inspector|observer|lawyer|judge|admiral)s?|deput(?:y|ies)|lawmakers|authorities|representatives|mediators?)"
)
OFFICER = rf"(?:the|his|her|their|both|two|three) (?:[\w’'-]+ ){{0,3}}?{OFFICERS}\b"
SOMEBODY = rf"(?:{NAME}|{OFFICER}|him|her|them|both (?:ministers|sides|leaders|men|women|delegations)|the (?:delegations|sides|parties)\b)"
ENVOY = r"(?:the |its |his |her )?(?:[\w-]+ ){0,2}(?:ambassador|charg[eé]|consul|envoy|representative)"
BY_LINE = (
    r"(?:by|on the|over (?:the|an?)|via|through an?) (?:(?:secure|satellite|military) )?"
    r"(?:(?:tele)?phone|radio|hotline|video(?:[ -]?(?:link|conference))?)\b"
)
BROADCASTER = rf"(?:{STATIONS}|Channel|News)\b"
MEET_AGAIN = (
    r"(?:(?:will |would |are (?:due |expected |set )?to |(?:have |had )?agreed to |intend to |begin |begins )"
    r"(?:meet|be back|come back|return|resume|reconvene|gather|sit down|talk|work)\b|reconvene\b|resume(?! their)\b|gather\b|begin work\b"
    r"|sit down\b|(?:never (?:once )?|have |had )?sat (?:down )?(?:in|at|together|with|opposite)\b)"
)
CAPTIVES = (
    r"(?:prisoners|captives|detainees|hostages|bodies|remains|men|women|soldiers|sailors|officers|crews?|wounded|passengers|fishermen)"
)
