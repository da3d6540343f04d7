"""Short names in the record: whom they mean, where they or those whom they could mean have changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.across.bearers import Change, bearer_of, load_profile, part_bearers, place
from onrecord.resolving.actors import blocks
from onrecord.resolving.actors.bearers import BODY, CALLED, FORM, FULL, GIVEN, INITIALS, SURNAME, Bearer, shelf_keys, words_of
from onrecord.resolving.actors.joining import Cluster, Meant, Shelf, can_be_short, choose_meant, could_mean, find_meant
from onrecord.resolving.actors.sieves import find_longer, find_shorter
from onrecord.resolving.names.spelling import person_name
from onrecord.store.bearers import Kept, load_bearers, names_of_keys, some_names
from onrecord.store.database import Database
from onrecord.store.groups import load_links


def mean_bodies(db: Database, change: Change) -> None:
    """See which longer name of a body each short one means, where either has changed."""
    known: dict[str, list[Kept]] = {}
    meant: dict[str, str | None] = {}

    def members(core: str) -> list[Kept]:
        if core not in known:
            known[core] = load_bearers(db, "core", [core])
        return known[core]

    def cores_of(keys: Iterable[str]) -> set[str]:
        return {one.core for one in load_bearers(db, "name", names_of_keys(db, keys)) if one.core}

    def callers(keys: Iterable[str]) -> set[str]:
        return cores_of({CALLED + key.removeprefix(FORM) for key in keys if key[0] == FORM})

    def mean(core: str) -> str | None:
        if core not in meant:
            own = [bearer_of(one) for one in members(core)]
            forms = {FORM + key.removeprefix(CALLED) for key in shelf_keys(own) if key[0] == CALLED}
            found = sorted(cores_of(forms) - {core}) if forms else []
            fits = (other for other in found if could_mean(own, [bearer_of(one) for one in members(other)]))
            first, second = next(fits, None), next(fits, None)
            meant[core] = first if second is None else None
        return meant[core]

    cores = {one.core for one in load_bearers(db, "core", change.cores) if one.core and one.name[0] == BODY}
    cores |= callers(shelf_keys(one for one in change.longer if one.kind == BODY))
    cores |= callers(shelf_keys(bearer_of(one) for core in sorted(cores) for one in members(core)))
    for core in sorted(cores):
        longer = mean(core)
        cluster = longer if longer and mean(longer) is None else core
        for one in members(core):
            place(db, one, replace(one, cluster=cluster), change)


def mean_people(db: Database, kind: str, change: Change) -> None:
    """See whom each short name of a kind means, where it or one whom it can mean has changed."""
    shelves, meant = _Shelf(db, FULL if kind == INITIALS else FULL + INITIALS), dict[str, Meant]()
    shelf = Shelf(lambda words: shelves.look(SURNAME, words), lambda words: shelves.look(GIVEN, words), shelves.cluster_of)
    names = {name for name in change.names if name[0] == kind}
    for longer in {(one.kind, one.profile.name): one for one in change.longer if one.kind != BODY}.values():
        names.update(_shorter(db, kind, longer))
    placed: dict[str, Kept] = {}
    for kept in load_bearers(db, "name", names):
        bearer = bearer_of(kept)
        called = bearer.profile.name
        if called not in meant:
            meant[called] = find_meant(called, shelf)
        fits = choose_meant(bearer.profile, meant[called])
        if fits is None:
            new = replace(kept, scattered=True, core=None, cluster=None)
        elif fits:
            new = replace(kept, scattered=False, core=None, cluster=shelves.label_of(fits[0]))
        else:
            new = replace(kept, scattered=False, core=kept.core or kept.id)
        place(db, kept, new, change)
        placed[kept.id] = kept
    linked = placed.keys() | change.linked
    linked |= {end for link in load_links(db, placed) for end in (link.a, link.b)}
    for kept, core in list(part_bearers(db, linked, kind)):
        placed.setdefault(kept.id, kept)
        place(db, kept, replace(kept, core=core, cluster=core), change)
    if kind == INITIALS:
        change.shapes.update(one.cluster for name in names & change.names.keys() for one in change.names[name] if one.cluster)
        change.longer.update(bearer_of(one) for one in load_bearers(db, "cluster", change.shapes) if one.name[0] in (FULL, INITIALS))


def _shorter(db: Database, kind: str, longer: Bearer) -> Iterator[str]:
    """The short names of a kind that can mean somebody of a longer name; what shares no key of its sound can only be misspelt."""
    called = longer.profile.name
    words = person_name(called).words
    sounds = {kind + key for word in {*words, *blocks.surnames_of(called)} for key in blocks.sound_keys(word)}
    keys = {kind + key[2:] for key in shelf_keys([longer])}
    short: dict[str, list[str]] = defaultdict(list)
    heard: set[str] = set()
    for name, own in names_of_keys(db, keys).items():
        short[words_of(name)].append(name)
        if not sounds.isdisjoint(own):
            heard.add(words_of(name))
    for one in find_shorter(" ".join(words), short, heard):
        if can_be_short(one, called):
            yield from short[one]


class _Shelf:
    """Longer names in the record, looked up by shorter ones, with their clusters."""

    def __init__(self, db: Database, kinds: str) -> None:
        self._db = db
        self._kinds = kinds
        self._kept: dict[str, Kept] = {}
        self._clusters: dict[str, list[Bearer]] = {}

    def look(self, side: str, words: Sequence[str]) -> Iterator[Bearer]:
        """Those who bear a name that can be meant by a short one, and shares a key with it, as the surname or as the first name."""
        sounds = blocks.sound_keys(words[-1])
        keys = {side + kind + key for kind in self._kinds for key in blocks.keys_of_surname(words[-1])}
        for some in some_names(self._db, keys):
            likely: set[str] = set()
            for sounds_alike in (True, False):
                names = {name for key, own in some.items() if (key[2:] in sounds) is sounds_alike for name in own}
                fits = find_longer(" ".join(words), set(map(words_of, names)), sounds_alike, surname_only=side == SURNAME)
                likely.update(name for name in names if words_of(name) in fits)
            for kept in load_bearers(self._db, "name", likely):
                self._kept[kept.id] = kept
                yield _on_shelf(kept)

    def cluster_of(self, bearer: Bearer) -> Cluster:
        """The longer names that are one actor with somebody who was found."""
        label = self._kept[bearer.id].cluster
        if bearer.alone or label is None:
            return [bearer]
        if label not in self._clusters:
            kept = [one for one in load_bearers(self._db, "cluster", [label]) if one.name[0] in self._kinds]
            self._kept |= {one.id: one for one in kept}
            self._clusters[label] = [_on_shelf(one) for one in kept]
        return self._clusters[label]

    def label_of(self, cluster: Cluster) -> str | None:
        """By what a cluster goes."""
        return self._kept[cluster[0].id].cluster


def _on_shelf(kept: Kept) -> Bearer:
    return Bearer(kept.id, kept.name, load_profile(kept.profile), kept.alone or kept.scattered)
