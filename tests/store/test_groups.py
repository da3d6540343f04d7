from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Actor, Entries, Report, Span, Statement
from onrecord.store.database import Database
from onrecord.store.entries import replace_entries
from onrecord.store.groups import STATEMENTS, Link, load_links, regroup
from tests.records import open_record, write


def entries_of(name: str, words: Sequence[str]) -> Entries:
    """A report in which one actor says each of some words."""
    report = Report(name=name, text="\n".join((name, *words)))
    actor = Actor(f"act_{name}", "Ilse Morn", "person")
    statements = []
    for i, word in enumerate(words):
        start = report.text.index(word)
        content = (Span(start, start + len(word), word),)
        statements.append(
            Statement(f"stm_{name}_{i}", "direct", (), (), content, actor.id, (), None, None, (), (), (), "report", "talks", "none", 0.9)
        )
    return Entries(report, tuple(statements), (), (actor,))


def link_same_words(db: Database, stale: Sequence[str]) -> Iterator[Link]:
    for entry in stale:
        sql = "SELECT b.id FROM statements a JOIN statements b USING (content) WHERE a.id = ? AND a.id != b.id"
        for row in db.rows(sql, (entry,)):
            yield Link(min(entry, row["id"]), max(entry, row["id"]), 1.0, ("the same words",))


def together(entries: Sequence[str], _: Sequence[Link]) -> Mapping[str, str]:
    return dict.fromkeys(entries, min(entries))


def group(db: Database) -> None:
    with db.transaction():
        regroup(db, STATEMENTS, link_same_words, together)


def groups(db: Database) -> dict[str, str]:
    return {row["id"]: row["utterance"] for row in db.rows("SELECT id, utterance FROM statements ORDER BY id")}


def parts(found: Mapping[str, str]) -> set[frozenset[str]]:
    heads: Iterable[str] = set(found.values())
    return {frozenset(key for key, head in found.items() if head == one) for one in heads}


def test_what_is_linked_is_one_group(db: Database) -> None:
    write(db, entries_of("a", ["No.", "Never."]))
    write(db, entries_of("b", ["Never."]))
    group(db)
    assert groups(db) == {"stm_a_0": "stm_a_0", "stm_a_1": "stm_a_1", "stm_b_0": "stm_a_1"}
    assert load_links(db, ["stm_b_0"]) == (Link("stm_a_1", "stm_b_0", 1.0, ("the same words",)),)
    assert not db.rows("SELECT * FROM stale WHERE kind = 'statement'")


def test_only_what_changed_is_compared(db: Database) -> None:
    write(db, entries_of("a", ["No."]))
    group(db)
    compared: list[str] = []

    def compare(db: Database, stale: Sequence[str]) -> Iterator[Link]:
        compared.extend(stale)
        return link_same_words(db, stale)

    write(db, entries_of("b", ["No."]))
    with db.transaction():
        regroup(db, STATEMENTS, compare, together)
    assert compared == ["stm_b_0"]
    assert set(groups(db).values()) == {"stm_a_0"}


def test_what_loses_its_link_stands_alone_again(db: Database) -> None:
    write(db, entries_of("a", ["No."]))
    entries = entries_of("b", ["No.", "Yes."])
    write(db, entries)
    group(db)
    with db.transaction():
        replace_entries(db, replace(entries, statements=entries.statements[1:]))
    group(db)
    assert groups(db) == {"stm_a_0": "stm_a_0", "stm_b_1": "stm_b_1"}
    assert not load_links(db, ["stm_a_0"])


def test_an_actor_of_another_cluster_makes_its_statements_stale(db: Database) -> None:
    write(db, entries_of("a", ["No."]))
    write(db, entries_of("b", ["Yes."]))
    group(db)
    with db.transaction():
        db.execute("UPDATE actors SET cluster = 'act_a' WHERE id = 'act_b'")
    assert [row["entry"] for row in db.rows("SELECT entry FROM stale WHERE kind = 'statement'")] == ["stm_b_0"]
    assert [row["who"] for row in db.rows("SELECT who FROM statements ORDER BY id")] == ["act_a", "act_a"]


@given(
    st.lists(st.tuples(st.sampled_from("abcdef"), st.lists(st.sampled_from(["No.", "Yes.", "Never.", "Later."]), unique=True)), max_size=8)
)
def test_groups_do_not_depend_on_the_order_of_reports(reports: list[tuple[str, list[str]]]) -> None:
    wanted = dict(reports)
    found = []
    for order in (sorted(wanted), sorted(wanted, reverse=True)):
        db = open_record()
        for name in order:
            write(db, entries_of(name, wanted[name]))
            group(db)
        found.append(parts(groups(db)))
        db.close()
    assert found[0] == found[1]


def test_links_go_from_the_smaller_id_to_the_greater() -> None:
    with pytest.raises(ValueError, match="smaller id"):
        Link("stm_b", "stm_a", 1.0, ())
