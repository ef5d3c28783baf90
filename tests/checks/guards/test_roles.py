"""Roles are as the words have them, whether an actor is reported or assessed as quoted."""

import hashlib
from collections.abc import Callable

import pytest

from dashboard.checks.validation import validate
from dashboard.model.problem import Problem

Found = Callable[..., list[Problem]]
TEXT = "Minister Ana Ruiz praised the Port of Lorne.\n"
CLAIMS = f"""\
claims:
  a:
    text: {TEXT.strip()}
    quotes: [{{source: note, exact: {TEXT.strip()}}}]
"""
QUOTED = "assessed: {basis: quoted, claims: [a]}"


def codes(found, initiator, recipient, text=TEXT):
    """What is wrong with two parts in an event."""
    who = f"who:\n  - {{{initiator}, role: initiator}}\n  - {{{recipient}, role: recipient}}\n"
    held = f"text: {{sha256: {hashlib.sha256(text.encode()).hexdigest()}, characters: {len(text)}}}\n"
    files = {"seeds/note.txt": text, "seeds/note.yaml": f"kind: article\nlanguage: en\n{held}"}
    return [
        (each.code, each.line) for each in found(event=who + CLAIMS.replace(TEXT.strip(), text.strip()), files=files)
    ]


@pytest.mark.parametrize(
    ("initiator", "recipient"),
    [
        ("actor: lorne, claims: [a]", "actor: ana-ruiz, claims: [a]"),
        (f"actor: lorne, {QUOTED}", "actor: ana-ruiz, claims: [a]"),
        ("actor: lorne, claims: [a]", f"actor: ana-ruiz, {QUOTED}"),
        (f"actor: lorne, {QUOTED}", f"actor: ana-ruiz, {QUOTED}"),
        (
            "actor: ana-ruiz, claims: [a], assessed: {actor: lorne, basis: quoted, claims: [a]}",
            f"actor: ana-ruiz, {QUOTED}",
        ),
    ],
)
def test_exchanged_roles_are_told_of_quoted_actors(found, initiator, recipient):
    """Of those reported, of those assessed as quoted, and of whom the team holds to be meant."""
    assert codes(found, initiator, recipient) == [("roles-exchanged", 3)]


@pytest.mark.parametrize(
    ("initiator", "recipient"),
    [
        (f"actor: ana-ruiz, {QUOTED}", f"actor: lorne, {QUOTED}"),
        ("actor: lorne, assessed: {basis: inferred, note: So it seems.}", f"actor: ana-ruiz, {QUOTED}"),
        ("actor: lorne, assessed: {basis: external, sources: [gazette]}", "actor: ana-ruiz, claims: [a]"),
    ],
)
def test_roles_of_another_basis_are_the_teams(found, initiator, recipient):
    """So are roles as the words have them."""
    assert codes(found, initiator, recipient) == []


def test_an_assessed_actor_may_allow_the_exchange(found):
    """In the assessed value."""
    allow = "allow: {roles-exchanged: {words: [lorne, ana-ruiz], reason: The praise was paid for.}}"
    assert codes(found, f"actor: lorne, {QUOTED[:-1]}, {allow}}}", "actor: ana-ruiz, claims: [a]") == []


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ana Ruiz received two cranes from the Port of Lorne.\n",
        "Minister Ana Ruiz obtained a loan last year from the Port of Lorne.\n",
    ],
)
def test_who_gives_it_acts_whoever_is_named_first(text, found):
    """What one receives from another, the other gives."""
    giver, receiver = "actor: lorne, claims: [a]", "actor: ana-ruiz, claims: [a]"
    assert codes(found, giver, receiver, text) == []
    assert codes(found, receiver, giver, text) == [("roles-exchanged", 3)]


def test_what_somebody_says_from_a_place_is_not_received(found):
    """“From” alone gives nothing."""
    text = "Minister Ana Ruiz criticised from Lima the Port of Lorne.\n"
    assert codes(found, "actor: ana-ruiz, claims: [a]", "actor: lorne, claims: [a]", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ana Ruiz bought two cranes from the Port of Lorne.\n",
        "Minister Ana Ruiz lost a bet to the Port of Lorne.\n",
    ],
)
def test_whoever_buys_or_sells_may_act(text, found):
    """A deed that has two sides is an initiative of either."""
    for initiator, recipient in (("lorne", "ana-ruiz"), ("ana-ruiz", "lorne")):
        assert codes(found, f"actor: {initiator}, claims: [a]", f"actor: {recipient}, claims: [a]", text) == []


SWAPPED = [
    (
        "reject",
        "The port turned it down: the Port of Lorne rejected the bid of Ana Ruiz for more funds.",
        "Port of Lorne rejects a bid",
    ),
    ("sanction", "The Port of Lorne today expelled Ana Ruiz.", "Ana Ruiz is expelled"),
    ("assault", "In May Port of Lorne guards tried to seize a boat.", "Port of Lorne tries to seize a boat"),
    ("mobilize", "The Port of Lorne’s guards crossed the river.", "Port of Lorne guards enter the valley"),
    ("aid", "In May the Port of Lorne donated two cranes; Ana Ruiz was there.", "Port of Lorne lends cranes"),
    ("coerce", "Guards of the port came; the Port of Lorne has detained Ana Ruiz.", "Port of Lorne detains a minister"),
    ("request", "The Port of Lorne asked for more, and Ana Ruiz was silent.", "Port of Lorne asks for money"),
    ("accuse", "The Port of Lorne blamed nobody less than Ana Ruiz.", "Port of Lorne accuses a minister"),
]


def of_type(found, type_, text, title, who):
    """The codes of an event of one claim that is its quote, about roles."""
    held = f"text: {{sha256: {hashlib.sha256(text.encode()).hexdigest()}, characters: {len(text)}}}\n"
    files = {"seeds/note.txt": text, "seeds/note.yaml": f"kind: article\nlanguage: en\n{held}"}
    parts = "".join(f"  - {{actor: {actor}, role: {role}, claims: [a]}}\n" for actor, role in who)
    claims = f"claims:\n  a:\n    text: '{text}'\n    quotes: [{{source: note, exact: '{text}'}}]\n"
    files["events/case/case.yaml"] = f"title: '{title}'\nwhat: {{type: {type_}}}\nwho:\n{parts}{claims}"
    return [each.code for each in found(files=files) if each.code == "roles-exchanged"]


@pytest.mark.parametrize(("type_", "text", "title"), SWAPPED)
def test_whoever_does_the_deed_of_the_type_is_no_recipient(type_, text, title, found):
    """Where no initiator does it, alone or beside one."""
    swapped, right = (
        [("ana-ruiz", "initiator"), ("lorne", "recipient")],
        [("lorne", "initiator"), ("ana-ruiz", "recipient")],
    )
    assert of_type(found, type_, text, title, swapped) == ["roles-exchanged"]
    assert of_type(found, type_, text, title, right) == of_type(found, type_, text, title, right[:1]) == []


@pytest.mark.parametrize(
    ("type_", "text", "title"),
    [
        ("assault", "Port of Lorne forces clashed with those of Ana Ruiz.", "Port of Lorne forces and others fight"),
        ("retreat", "The Port of Lorne was exchanged for a quay.", "Port of Lorne released for a quay"),
        ("consult", "The Port of Lorne met Ana Ruiz.", "Port of Lorne talks with a minister"),
        ("aid", "The Port of Lorne received two cranes.", "Port of Lorne gets two cranes"),
        ("assault", "Gunmen attacked near the Port of Lorne.", "Gunmen attack near Port of Lorne"),
    ],
)
def test_whoever_does_something_else_may_be_the_recipient(type_, text, title, found):
    """They fight each other, have it done to them, receive it, or are where it happens."""
    assert of_type(found, type_, text, title, [("lorne", "recipient")]) == []


PORT = "Port of Lorne"
ACTORS = """\
oman: {name: Oman, kind: government, country: OM}
chad: {name: Chad, kind: government, country: TD}
niger: {name: Niger, kind: government, country: NE}
ansar: {name: Ansar Brigade, kind: armed-group}
unmiss: {name: UNMISS, kind: international-organisation}
"""


def of_states(codes_of, quote, who, type_, claim=None):
    """The codes about roles of an event with these parts."""
    parts = "".join(f"  - {{actor: {actor}, role: {role}, claims: [one]}}\n" for actor, role in who.items())
    found = codes_of(quote, claim or quote, actors=ACTORS, fields=f"what: {{type: {type_}}}\nwho:\n{parts}")
    return sorted({each for each in found if each.startswith("role")})


@pytest.mark.parametrize(
    ("type_", "quote", "wrong", "right"),
    [
        (
            "retreat",
            "Chad and Niger exchanged prisoners after talks mediated by Oman.",
            {"chad": "initiator", "niger": "initiator", "oman": "initiator"},
            {"chad": "initiator", "niger": "initiator", "oman": "mediator"},
        ),
        (
            "consult",
            "Ministers of Chad and Niger met for talks that were hosted by Oman.",
            {"chad": "initiator", "niger": "initiator", "oman": "initiator"},
            {"chad": "initiator", "niger": "initiator", "oman": "mentioned"},
        ),
        (
            "consult",
            "Ministers of Chad and Niger met for talks. Oman is the host.",
            {"chad": "initiator", "niger": "initiator", "oman": "initiator"},
            {"chad": "initiator", "niger": "initiator", "oman": "mediator"},
        ),
        (
            "assault",
            "UNMISS reported that fighters of the Ansar Brigade attacked a market.",
            {"unmiss": "initiator"},
            {"ansar": "initiator", "unmiss": "mentioned"},
        ),
        (
            "assault",
            "Gunmen ambushed a convoy. Niger blamed members of the Ansar Brigade for the ambush.",
            {"niger": "initiator"},
            {"ansar": "initiator", "niger": "mentioned"},
        ),
        (
            "coerce",
            "Chad deported 90 traders. UNMISS appealed to Chad to halt the deportations.",
            {"unmiss": "initiator"},
            {"chad": "initiator", "unmiss": "mentioned"},
        ),
        (
            "reject",
            "Chad declined the invitation of the envoy. The Ansar Brigade had accepted.",
            {"ansar": "initiator"},
            {"chad": "initiator", "ansar": "mentioned"},
        ),
        (
            "mobilize",
            "Chad deployed 30 tanks to the frontier. Quarrels between Niger and Oman had grown.",
            {"chad": "initiator", "niger": "initiator"},
            {"chad": "initiator", "niger": "mentioned"},
        ),
        (
            "request",
            "Oman urged Chad and Niger to talk. Later, Oman called on Chad to wait.",
            {"chad": "initiator", "niger": "initiator"},
            {"oman": "initiator", "chad": "recipient", "niger": "recipient"},
        ),
        (
            "retreat",
            "Chad freed a pilot. Niger freed two sailors. In May Niger withdrew its guards.",
            {"chad": "initiator", "niger": "mediator"},
            {"chad": "initiator", "niger": "initiator"},
        ),
    ],
)
def test_who_only_mediates_speaks_or_is_mentioned_does_it_not(type_, quote, wrong, right, codes_of):
    """Where another does it by the quotes."""
    assert of_states(codes_of, quote, wrong, type_) == ["role-not-quoted"]
    assert of_states(codes_of, quote, right, type_) == []


@pytest.mark.parametrize(
    ("type_", "quote", "who"),
    [
        ("assault", "UNMISS said it had attacked the Ansar Brigade, which attacked a post.", {"unmiss": "initiator"}),
        ("assault", "Chad and the Ansar Brigade attacked a post.", {"chad": "initiator", "ansar": "initiator"}),
        ("retreat", "Oman mediated a truce between Chad and Niger.", {"oman": "initiator"}),
        ("sanction", "Chad imposed an embargo together with Niger.", {"niger": "initiator", "chad": "initiator"}),
        ("sanction", "Sanctions were imposed on two traders, said Oman.", {"oman": "initiator"}),
        ("retreat", "Chad freed a pilot. It was arranged by Oman in talks.", {"chad": "initiator", "oman": "mediator"}),
        ("assault", "Niger’s villages suffered. It shelled a post. Chad shelled another.", {"niger": "initiator"}),
    ],
)
def test_who_may_do_it_with_others_has_the_role(type_, quote, who, codes_of):
    """It speaks of itself, does it with another, or no other is named who does it."""
    assert of_states(codes_of, quote, who, type_) == []


@pytest.mark.parametrize(
    ("type_", "quote", "wrong"),
    [
        (
            "assault",
            "Fighters of the Ansar Brigade attacked a convoy of Chad’s guards near a well.",
            {"chad": "initiator", "ansar": "recipient"},
        ),
        (
            "agree",
            "In May 1958 Oman agreed to lend Chad money for a dam.",
            {"chad": "initiator", "oman": "recipient"},
        ),
    ],
)
def test_an_object_has_parts_and_a_date_opens_no_clause(type_, quote, wrong, codes_of):
    """“A convoy of Chad’s guards” is Chad’s, and “In May 1958” says when."""
    right = dict(zip(wrong, reversed(wrong.values()), strict=True))
    other = quote.replace("attacked", "ambushed").replace("agreed to lend", "agreed to give")
    assert of_states(codes_of, quote, wrong, type_, other) == ["roles-exchanged"]
    assert of_states(codes_of, quote, right, type_, other) == []


@pytest.mark.parametrize(
    ("type_", "quote"),
    [
        ("assault", "The second Chad-Niger war began. Niger had asked for help in the first Chad-Niger war."),
        ("aid", "Niger and Chad began to give out food."),
    ],
)
def test_names_that_are_one_or_act_together_have_no_order(type_, quote, codes_of):
    """A war has the name of both, and two may be one subject."""
    assert of_states(codes_of, quote, {"chad": "initiator", "niger": "recipient"}, type_) == []


@pytest.mark.parametrize(
    ("title", "quote", "is_told"),
    [
        ("Ansar Brigade kills nine", "Nine guards were killed. Chad blamed the Ansar Brigade for it.", True),
        ("Ansar Brigade blamed for raid", "Nine guards were killed. Chad blamed the Ansar Brigade for it.", False),
        ("Ansar Brigade kills nine", "The Ansar Brigade killed nine guards. Chad blamed the Ansar Brigade.", False),
        ("Oman attacks camp", "Chad attacked a camp, while Oman waited.", True),
        ("Chad attacks camp", "Chad attacked a camp, while Oman waited.", False),
        ("Oman and Chad attack camp", "Chad attacked a camp; Oman and Chad attacked it.", False),
        ("Oman attacked by Chad", "Chad attacked a camp of Oman.", False),
        ("Niger attacked from the air", "Chad attacked a camp. Niger mourned.", False),
        ("Oman hails raid", "Chad attacked a camp. Oman hailed it.", False),
    ],
)
def test_a_title_has_it_done_by_who_does_it(title, quote, is_told, codes_of, base_workspace):
    """Not by somebody who is only accused of it, or beside whom another does it."""
    fields = "what: {type: assault}\nwho: [{actor: chad, role: initiator, claims: [one]}]\n"
    codes_of(quote, quote, actors=ACTORS, fields=fields)
    path = base_workspace / "events" / "case" / "case.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("A case", title, 1), encoding="utf-8")
    found = [each.code for each in validate(base_workspace).problems if "does it in the title" in each.message]
    assert found == ["title-overclaims"] * is_told


@pytest.mark.parametrize(
    ("type_", "quote", "claim", "wrong", "right"),
    [
        (
            "assault",
            "Fighters of Ansar Brigade stormed a post in May.",
            "The Ansar Brigade attacked a post.",
            "r-a",
            "i-a",
        ),
        (
            "assault",
            "Two gunmen shot at the envoys of Chad near a well.",
            "Gunmen attacked Chad’s envoys.",
            "i-c",
            "r-c",
        ),
        ("agree", "Oman will support Chad with a new ferry.", "Oman promised Chad a ferry.", "r-o r-c", "i-o r-c"),
        ("agree", "Oman signed an accord on the ferry.", "Oman has signed the accord.", "r-o", "i-o"),
        (
            "agree",
            "In an Oman-brokered accord, Chad accepted the border of Niger.",
            "Chad accepted the border of Niger in an accord brokered by Oman.",
            "i-c r-n i-o",
            "i-c r-n m-o",
        ),
        (
            "agree",
            "Oman, alongside UNMISS, brokered a truce between Chad and Niger.",
            "Oman and UNMISS brokered a truce between Chad and Niger.",
            "i-o n-c n-n",
            "m-o i-c i-n",
        ),
        (
            "request",
            "Chad’s government should conduct an inquiry, UNMISS said.",
            "UNMISS called on Chad to look into it.",
            "i-c i-u",
            "r-c i-u",
        ),
        ("request", "Oman demanded more rent from Chad and Niger.", "Oman asked Chad for more rent.", "i-c", "i-o r-c"),
        (
            "support",
            "Oman has praised the Nigerien and Chadian efforts.",
            "Oman hailed Chad’s efforts.",
            "i-c",
            "i-o r-c",
        ),
        ("support", "Oman’s envoy conveyed his thanks to Niger.", "Oman thanked Niger.", "i-n", "i-o r-n"),
        ("coerce", "The police arrested two UNMISS guards.", "UNMISS guards were taken into custody.", "i-u", "r-u"),
        ("reject", "Oman rejected an earlier Chadian offer.", "Oman turned an offer of Chad down.", "i-c", "i-o r-c"),
        (
            "aid",
            "Chad and Niger were supplied with grain by Oman.",
            "Oman gave grain to Chad.",
            "i-c i-n",
            "i-o r-c r-n",
        ),
        ("consult", "In May Oman visited Chad for two days.", "Oman visited Chad in May.", "r-o i-c", "i-o r-c"),
        ("mobilize", "Chad responded by deploying tanks at once.", "Chad deployed tanks.", "r-c", "i-c"),
    ],
)
def test_an_initiator_acts_and_a_recipient_does_not(type_, quote, claim, wrong, right, codes_of):
    """Whoever only has it done to them is no initiator, and who does it alone is no recipient."""
    actors = {"a": "ansar", "c": "chad", "n": "niger", "o": "oman", "u": "unmiss"}
    roles = {"i": "initiator", "r": "recipient", "m": "mediator", "n": "mentioned"}
    for parts, told in ((wrong, True), (right, False)):
        who = {actors[part[2]]: roles[part[0]] for part in parts.split()}
        assert bool(of_states(codes_of, quote, who, type_, claim)) is told, parts


@pytest.mark.parametrize(
    ("type_", "quote", "who"),
    [
        ("accuse", "Chad hit back after Niger had criticised Chad.", {"chad": "initiator", "niger": "recipient"}),
        ("assault", "Chad attacked a post together with Niger.", {"niger": "initiator"}),
        (
            "assault",
            "Chad and Niger clashed near a well; Chad shelled Niger.",
            {"chad": "initiator", "niger": "initiator"},
        ),
        ("assault", "A raid on Chad was blamed on fighters of the Ansar Brigade.", {"ansar": "initiator"}),
        ("agree", "Relations between Oman and Chad grew.", {"oman": "initiator", "chad": "recipient"}),
        ("agree", "Oman signed an accord with Chad.", {"chad": "initiator", "oman": "initiator"}),
        ("agree", "Oman offered a loan, and Chad accepted it.", {"oman": "initiator", "chad": "recipient"}),
        (
            "retreat",
            "Chad freed two pilots of Niger, and Niger freed a spy.",
            {"chad": "initiator", "niger": "recipient"},
        ),
        ("retreat", "A pilot of Chad exchanged for a spy waved.", {"chad": "recipient"}),
        ("consult", "Oman mediated between Chad and Niger.", {"oman": "initiator", "chad": "recipient"}),
        ("accuse", "UNMISS said that Chad was wrong.", {"unmiss": "initiator", "chad": "recipient"}),
    ],
)
def test_roles_that_the_words_leave_open_are_not_asked_about(type_, quote, who, codes_of):
    """They do something else too, are with those who do it, or two do it together."""
    assert of_states(codes_of, quote, who, type_) == []


@pytest.mark.parametrize(
    ("type_", "title", "quote", "wrong", "right"),
    [
        (
            "accuse",
            "Oman accuses Chad of a plot",
            "Oman accused Chad, and Chad denied it. Chad spoke of lies. Chad laughed.",
            {"chad": "initiator"},
            {"oman": "initiator", "chad": "recipient"},
        ),
        (
            "reject",
            "Oman refuses talks with Chad",
            "Chad rang, but Oman would not speak. Chad tried again.",
            {"chad": "initiator", "oman": "recipient"},
            {"oman": "initiator", "chad": "recipient"},
        ),
        (
            "request",
            "Oman demands that monitors leave",
            "Chad labelled the band. Monitors had to leave, as Oman wished.",
            {"chad": "initiator", "oman": "mentioned"},
            {"oman": "initiator", "chad": "mentioned"},
        ),
    ],
)
def test_a_title_tells_who_does_it_and_to_whom(type_, title, quote, wrong, right, codes_of, base_workspace):
    """It is what the event is about, whatever else its claims have somebody do."""
    for who, told in ((right, False), (wrong, True)):
        registry = base_workspace / "events" / "registry" / "actors.yaml"
        kept = registry.read_text(encoding="utf-8")
        of_states(codes_of, quote, who, type_)
        path = base_workspace / "events" / "case" / "case.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace("A case", title, 1), encoding="utf-8")
        codes = {each.code for each in validate(base_workspace).problems}
        assert bool(codes & {"role-not-quoted", "roles-exchanged"}) is told, who
        registry.write_text(kept, encoding="utf-8")


def test_sanctions_of_somebody_are_no_verb(codes_of):
    """“In response to new sanctions” has nobody impose them, and who recalls an envoy does more than speak."""
    quote = "Oman has asked the envoy to leave, while recalling its own in response to new Chadian sanctions."
    assert of_states(codes_of, quote, {"oman": "initiator"}, "sanction") == []
