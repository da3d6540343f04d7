"""Marks of quotation are read as English prints them, whatever a text has in their place."""

import pytest

from onrecord.model import Span
from onrecord.model.typesetting import words_of


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("``We wait,'' Veld said. ``We\nwait.", "“We wait,” Veld said. “We\nwait."),
        ("``We wait, ''he said.", "“We wait, ”he said."),
        ("''We wait,'' Veld said. ''Still.''", "“We wait,” Veld said. “Still.”"),
        ("„Wir warten“, said Veld. „We”, said Doru.\n„Then", "“Wir warten”, said Veld. “We”, said Doru.\n“Then"),
        ("»We wait«, Veld said, »still«.", "“We wait”, Veld said, “still”."),
        ("«We wait», Veld said, «still».", "«We wait», Veld said, «still»."),
        ("”We wait”, Veld said, ”still”.", "“We wait”, Veld said, “still”."),
        ("“We wait“, Veld said. (“Still.“)", "“We wait”, Veld said. (“Still.”)"),
        ("“We wait,” Veld said, ”and wait.”", "“We wait,” Veld said, “and wait.”"),
        ("a `humanitarian pause' of an hour", "a ‘humanitarian pause’ of an hour"),
        ("❝We wait❞, ＂still＂", "“We wait”, \"still\""),
        ("the ministers' and the envoys' cars, a rock 'n' roll band", "the ministers' and the envoys' cars, a rock 'n' roll band"),
        ("“We wait,” she said. “It isn’t done.", "“We wait,” she said. “It isn’t done."),
        ("“We wait.\nWe have time,” Veld said.\n“We\nwait.", "“We wait. We have time,” Veld said.\n“We\nwait."),
        ("“We wait.\n\n“We have time,” Veld said.", "“We wait.\n\n“We have time,” Veld said."),
        ('Veld said: "We wait.\nWe have time." Then "no".\n"Yes"', 'Veld said: "We wait. We have time." Then "no".\n"Yes"'),
        ('a 5" pipe\nand a 6" one', 'a 5" pipe\nand a 6" one'),
        (
            "Doru ‘will wait’\n‘We wait,’ Doru said. ‘It’s the ministers’ new “wish”.’\n‘Still.\n‘Done.’",
            "Doru ‘will wait’\n“We wait,” Doru said. “It’s the ministers’ new ‘wish’.”\n“Still.\n“Done.”",
        ),
        ("'We wait,' Doru said, the ministers' car at the door.", "“We wait,” Doru said, the ministers' car at the door."),
        ("“He said ‘no,’ twice,” Doru said.", "“He said ‘no,’ twice,” Doru said."),
        ("Doru called it ‘theatre’.", "Doru called it ‘theatre’."),
        ("run `make` and `test`", "run `make` and `test`"),
    ],
)  # fmt: skip
def test_marks_are_read_as_english_prints_them(printed: str, words: str) -> None:
    assert words_of(printed).text == words


def test_a_span_of_a_quotation_covers_its_marks_in_the_printed_text() -> None:
    printed = "Veld said: ``We wait.'' Nobody came."
    words = words_of(printed)
    start = words.text.index("“")
    assert words.put_back(Span.of(words.text, start, words.text.index("”") + 1)).text == "``We wait.''"
