"""On which side of a deed a name stands."""

import pytest

from dashboard.evidence.sides import DeedSide, is_left_open, side_of

DOES, SUFFERS, ACTS, BESIDE, ELSEWHERE = DeedSide


def side(type_, sentence):
    """The side of the name between square brackets."""
    start, end = sentence.index("["), sentence.index("]") - 1
    return side_of(type_, sentence.replace("[", "").replace("]", ""), start, end)


@pytest.mark.parametrize(
    ("type_", "sentence"),
    [
        ("assault", "[Chad] attacked a camp of Niger."),
        ("assault", "[Chad] and Niger attacked a camp."),
        ("assault", "[Chad], Niger and Mali attacked a camp."),
        ("assault", "[Chad] (the south) attacked a camp."),
        ("assault", "[Chad], which attacked a camp of Niger, denied it."),
        ("assault", "The camp was attacked at dawn by [Chad]."),
        ("assault", "An attack by [Chad] on Niger killed two."),
        ("assault", "[Chad]’s attack on Niger killed two."),
        ("assault", "[Chadian] troops, backed by tanks, stormed the camp."),
        ("assault", "[Chad] troops backed by tanks stormed the camp."),
        ("assault", "[Chad]’s boats collided with two ferries and shelled a third."),
        ("assault", "[Chad] says it has captured a soldier."),
        ("coerce", "[Police] arrest two editors."),
        ("aid", "In May [Oman] handed over two ships to Chad."),
        ("aid", "[Oman], with support from the World Bank, began distributing seeds."),
        ("agree", "[Delegates] adopted by acclamation a pact for peace."),
        ("agree", "[Oman] will support Chad with a loan."),
        ("accuse", "[Oman] has issued a strongly worded condemnation of the raid."),
        ("mobilize", "[Oman] responded by deploying two frigates."),
        ("reject", "On Wednesday [Oman] turned the offer down."),
        ("request", "[Oman] will also call for a truce."),
    ],
)
def test_the_subject_does_it(type_, sentence):
    """Whatever stands between somebody and the verb, and behind “by”."""
    assert side(type_, sentence) == DOES


@pytest.mark.parametrize(
    ("type_", "sentence"),
    [
        ("assault", "Chad attacked [Niger]."),
        ("assault", "Two gunmen shot [Ana Ruiz], the envoy of Niger."),
        ("assault", "Chad attacked a convoy of [Niger]."),
        ("assault", "[Niger]’s army was attacked by Chad."),
        ("assault", "Chad’s attack on [Niger] killed two."),
        ("assault", "[Niger]’s guards came under fire near a well."),
        ("assault", "[Niger] has suffered a string of attacks."),
        ("coerce", "The police arrested two [CPM] leaders."),
        ("coerce", "[CPM] leaders were taken into custody."),
        ("coerce", "The arrest of [Ana Ruiz] was condemned."),
        ("coerce", "[Ana Ruiz]’s arrest was condemned."),
        ("coerce", "[Ana Ruiz] arrested at the airport"),
        ("sanction", "Oman expelled the envoys of Mali, Chad and [Niger]."),
        ("request", "[Niger]’s government should investigate the killings."),
        ("request", "Oman called on both Chad and [Niger] to talk."),
        ("request", "Oman demanded more rent from [Niger]."),
        ("support", "Oman thanked [Niger] for its help."),
        ("support", "Oman’s gratitude to [Niger] was great."),
        ("support", "Oman has praised the [Nigerien], Chadian and Malian efforts."),
        ("support", "Oman has praised the Nigerien, [Chadian] and Malian efforts."),
        ("reject", "Oman rejected an earlier [Nigerien] offer."),
        ("reject", "Oman refused the proposal of [Niger]."),
        ("aid", "Oman handed over two ships to [Niger]."),
        ("aid", "[Niger] was supplied with grain by Oman."),
        ("agree", "Oman promised [Niger] a loan."),
        ("protest", "Thousands marched against [Ana Ruiz]’s inaction."),
    ],
)
def test_the_object_has_it_done_to_them(type_, sentence):
    """As an object, behind a noun for it, in the passive, and as who should do what is asked for."""
    assert side(type_, sentence) == SUFFERS


@pytest.mark.parametrize(
    ("type_", "sentence"),
    [
        ("assault", "Chad attacked a camp, [Niger] said."),
        ("assault", "Chad attacked a camp, and [Niger] withdrew."),
        ("assault", "Chad attacked while [Niger] waited."),
        ("coerce", "Chad made arrests, said [Niger]."),
        ("accuse", "[Chad] hit back after Niger had criticised it."),
    ],
)
def test_who_does_something_else_may_do_it_too(type_, sentence):
    """They speak, or do another thing."""
    assert side(type_, sentence) == ACTS


@pytest.mark.parametrize(
    ("type_", "sentence"),
    [
        ("assault", "Chad attacked a camp together with [Niger]."),
        ("agree", "A letter from [Niger] arrived."),
        ("coerce", "The ban was announced by [Niger]."),
        ("agree", "An agreement between Chad and [Niger] was signed."),
    ],
)
def test_a_preposition_may_give_a_part_in_it(type_, sentence):
    """With those who do it, or from somebody."""
    assert side(type_, sentence) == BESIDE


@pytest.mark.parametrize(
    ("type_", "sentence"),
    [
        ("assault", "Chad (with [Niger]) attacked a camp."),
        ("assault", "Chad attacked a camp in [Niger]."),
        ("agree", "Relations between Chad and [Niger] have grown."),
        ("agree", "Chad threatened to withdraw from [NATO]."),
        ("aid", "Chad met [Niger] in May."),
        ("retreat", "Chad handed in the keys at a meeting with [Niger]."),
    ],
)
def test_who_is_beside_it_is_elsewhere(type_, sentence):
    """Neither side of the deed is theirs."""
    assert side(type_, sentence) == ELSEWHERE


@pytest.mark.parametrize(
    ("sentence", "is_open"),
    [("It burned two homes.", True), ("Oman said that it had burned two homes.", True), ("It was burned.", False)],
)
def test_a_pronoun_leaves_it_open_who_does_it(sentence, is_open):
    """It may be anybody."""
    assert is_left_open("assault", sentence) is is_open
