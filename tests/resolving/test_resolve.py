"""How the entries of a report are arranged, in invented sentences."""

from collections.abc import Callable

from onrecord.model import Entries

Build = Callable[..., Entries]


def test_entries_stand_in_the_order_of_the_report(entries: Build) -> None:
    found = entries(
        "{person s1.source|Anna Veld} {s1.cue|said} {s1.content|that {country s2.source s2.inside.1|Tamesh} {s2.cue|had asked} "
        "{s2.content|for a pause}}. {s0.content|“It rains,”} {person s0.source|Ivo Strand} {s0.cue|said}. "
        "{c1.evidence|{person|Anna Veld} met {person|Ivo Strand} in Selm}; {c0.evidence|{person|Ivo Strand} met {person|Mira Toll}}."
    )
    assert [s.content[0].text for s in found.statements] == ["that Tamesh had asked for a pause", "for a pause", "“It rains,”"]
    assert found.statements[1].inside == found.statements[0].id
    assert [c.evidence[0].text for c in found.contacts] == ["Anna Veld met Ivo Strand in Selm", "Ivo Strand met Mira Toll"]
