"""The network: who speaks about whom, and who met whom, as a picture and as a table."""

from __future__ import annotations

from collections import Counter
from urllib.parse import urlencode

from onrecord.store.listing import CONTACTS, STATEMENTS
from onrecord.store.network import Tie
from onrecord.store.tallies import COUNTED
from onrecord.web.charts import Edge, Node, draw_network
from onrecord.web.facets import choose, make_filters
from onrecord.web.places import Asked, Place, Shown, Table

ACTORS = 18
ROWS = 100


def show_network(asked: Asked) -> Shown:
    """Links among the actors that have most of them."""
    choice = choose(asked, tuple(STATEMENTS.clauses))
    network = asked.catalogue.network(choice, ACTORS)
    names = dict(network.actors)
    weight: Counter[str] = Counter()
    for link in network.links:
        weight.update({link.a: link.count, link.b: link.count})
    nodes = [Node(key, names[key], f"/actors/{key}", weight[key]) for key in names]
    edges = [
        Edge(link.a, link.b, link.count, link.kind, link.kind == "about", tell_link(link, names), find_link(link, choice))
        for link in network.links
    ]
    kinds = Counter(link.kind for link in network.links)
    summary = f"{len(nodes)} actors; {kinds['about']} links of one who speaks about another, {kinds['met']} of two who met."
    return Shown(
        "network.html",
        "Who speaks about whom, who met whom",
        network.to_json(),
        {
            "network": network, "rows": edges[:ROWS], "names": names, "summary": summary, "counted": COUNTED,
            "picture": draw_network(nodes, edges, "Network", summary) if edges else None,
            "filters": make_filters(asked, choice, asked.catalogue.count("statements", choice)),
        },
        Table(("kind", "a", "b", "count", "a_id", "b_id"),
              lambda: [(e.css, names[e.a], names[e.b], e.count, e.a, e.b) for e in edges]),
    )  # fmt: skip


def tell_link(link: Tie, names: dict[str, str]) -> str:
    """A link in words."""
    verb = "speaks about" if link.kind == "about" else "met or spoke with"
    return f"{names[link.a]} {verb} {names[link.b]}: {link.count}"


def find_link(link: Tie, choice: dict[str, str]) -> str:
    """The list of the entries that a link stands for."""
    if link.kind == "about":
        return "/statements?" + urlencode({**choice, "speaker": link.a, "about": link.b})
    kept = {name: value for name, value in choice.items() if name in CONTACTS.clauses}
    return "/contacts?" + urlencode({**kept, "actor": link.a, "with": link.b, "held": "yes"})


PLACES = (Place("/network", show_network, csv=True),)
