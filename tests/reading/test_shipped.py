"""The shipped model on invented words, where what it must not do can be said exactly."""

from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.intake import DEFAULT, Settings, load_reader, name_reader
from onrecord.model import Report
from onrecord.reading.reader import Reader

SAYINGS = "Minister Anna Veld said on Monday that the talks would go on. “We wait,” she added, and the envoy Ivo Strand agreed. "


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.load()


def test_a_report_is_read_alike_alone_and_beside_others(reader: Reader) -> None:
    reports = [Report(name=str(n), text=SAYINGS * n) for n in (1, 2, 3)]
    assert reader.read(reports) == [reader.read([report])[0] for report in reports]


def test_a_reader_has_the_name_that_is_told_without_loading_it(tmp_path: Path) -> None:
    issues = tmp_path / "issues.yaml"
    issues.write_text("bells: {words: [bell]}", encoding="utf8")
    names = set()
    for settings in (DEFAULT, Settings(0.5), Settings(issues=issues), Settings(0.5, issues)):
        assert name_reader(settings, processes=2) == name_reader(settings, processes=1) == load_reader(0, settings).name
        names.add(name_reader(settings, processes=2))
    assert len(names) == 4


def test_only_contents_with_a_sign_of_a_cue_inside_are_read_again(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    said = "Two officials in Dorvik said on Monday that Minister Anna Veld had offered a pause of ten days. Ivo Strand said that roads were closed."
    texts = reader.encoder.encode([said])
    usual = reader.encoder.parameters
    (found,) = reader.find_drafts(texts)
    assert [draft.source[0].text for draft in found if draft.inside is not None] == ["Minister Anna Veld"]
    assert usual.nesting is not None
    monkeypatch.setattr(reader.encoder, "parameters", replace(usual, nesting=None))
    assert reader.find_drafts(texts) == [found]
    out_of_reach = usual.nesting.copy()
    out_of_reach[0] = -1e6
    monkeypatch.setattr(reader.encoder, "parameters", replace(usual, nesting=out_of_reach))
    assert reader.find_drafts(texts) == [[draft for draft in found if draft.inside is None]]


def test_what_an_interviewer_tells_is_read_without_his_label(reader: Reader) -> None:
    text = (
        "DORVIK POST: You met the envoy. Was it worth it?\n\nANNA VELD: I would go again.\n\nDORVIK POST: The army says it has no post at the "
        "bridge.\n\nANNA VELD: It should ask its own men.\n\nDORVIK POST: Will you go back?\n\nANNA VELD: In May, if I am asked.\n\n"
        "DORVIK POST: Thank you?\n\nANNA VELD: Thank you."
    )
    (reading,) = reader.read([Report(name="interview", text=text)])
    assert ("The army", "it has no post at the bridge") in {(a.source[0].text, a.content[0].text) for a in reading.attributions if a.source}


def test_statements_are_not_lost_in_a_long_line(reader: Reader) -> None:
    (reading,) = reader.read([Report(name="line", text=SAYINGS * 60)])
    assert len(reading.attributions) >= 0.85 * 2 * 60


def test_statements_are_not_lost_where_a_long_text_is_cut(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    report = Report(name="long", text=(SAYINGS + "\n\n") * 30)
    (whole,) = reader.read([report])
    monkeypatch.setattr("onrecord.reading.encoder.long.PART", 1200)
    monkeypatch.setattr("onrecord.reading.reader.PART", 1200)
    (parts,) = reader.read([report])
    assert abs(len(parts.attributions) - len(whole.attributions)) <= 3


@pytest.mark.parametrize(
    "text", ["", "It rained in May.", "“”", "“Yes.” “No.” “Yes.”", "The bridge is 40 metres long.\n\nThe river is deep."]
)
def test_nobody_is_given_words_where_nobody_speaks(reader: Reader, text: str) -> None:
    (reading,) = reader.read([Report(name="none", text=text)])
    assert all(not a.source for a in reading.attributions)
