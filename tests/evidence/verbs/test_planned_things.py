"""What is told as brought about where the quotes only propose, schedule or order it."""

import pytest

from dashboard.evidence.verbs import planned_thing, planning_word
from dashboard.evidence.words import Words


def is_told(quoted: str, claim: str) -> bool:
    return any(look(Words(quoted), Words(claim)) for look in (planning_word, planned_thing))


@pytest.mark.parametrize(
    ("quoted", "claim"),
    [
        ("The governor ordered the police to clear the square.", "Police cleared the square."),
        (
            "The court ordered the ministry to pay 3 million to the families.",
            "The ministry paid 3 million to the families.",
        ),
        ("The president ordered troops to leave Gao by Friday.", "Troops left Gao by Friday."),
        ("The president ordered the withdrawal of all troops from Gao.", "All troops were withdrawn from Gao."),
        ("The court ordered the deportation of 40 migrants.", "Forty migrants were deported."),
        ("The court ordered the release of the editor.", "The editor was released."),
        ("The mayor ordered that the port be closed.", "The port was closed."),
        ("The governor proposed a curfew in Gao.", "The governor imposed a curfew in Gao."),
        ("The minister called for a boycott of the games.", "The minister launched a boycott of the games."),
        ("The bank is considering a loan to Ghana.", "The bank approved a loan to Ghana."),
        ("Parliament debated a ban on rallies.", "Parliament passed a ban on rallies."),
        ("A summit is scheduled for 4 May in Lagos.", "A summit was held on 4 May in Lagos."),
        ("The vote is set for 3 June.", "The vote took place on 3 June."),
        ("The election is planned for 3 June.", "The election was held on 3 June."),
        ("Ministers urged the ports to reopen.", "The ports reopened."),
        ("The council threatened sanctions on Mali.", "The council imposed sanctions on Mali."),
        ("The union threatened a strike on Friday.", "The union held a strike on Friday."),
    ],
)
def test_what_is_only_planned_is_not_brought_about(quoted, claim):
    """In another verb, or where the quotes have the deed as a noun."""
    assert is_told(quoted, claim)


@pytest.mark.parametrize(
    ("quoted", "claim"),
    [
        ("The governor ordered the police to clear the square, and they did so.", "Police cleared the square."),
        ("The governor ordered police to clear the square; by noon it had been cleared.", "Police cleared the square."),
        ("Troops left Gao on Friday after the president ordered them to leave.", "Troops left Gao on Friday."),
        (
            "The governor, who had proposed a curfew in May, imposed one in June.",
            "The governor imposed a curfew in June.",
        ),
        ("The governor ordered a curfew in Gao.", "The governor imposed a curfew in Gao."),
        ("The governor proposed a curfew, and the council adopted it.", "The council imposed a curfew."),
        ("The curfew, proposed by the governor, is in force since Monday.", "A curfew was imposed on Monday."),
        ("The summit, first scheduled for 4 May, opened on 6 May in Lagos.", "The summit was held on 6 May in Lagos."),
        ("At the summit on 4 May, the talks scheduled for June were cancelled.", "The summit was held on 4 May."),
        ("A summit is scheduled for 4 May in Lagos.", "A summit was scheduled for 4 May in Lagos."),
        ("A summit is scheduled for 4 May in Lagos.", "A summit in Lagos was planned for 4 May."),
        ("The bank offered a loan to Ghana.", "The bank granted a loan to Ghana if it pays."),
        ("The council threatened sanctions on Mali.", "The council warned Mali of sanctions."),
        ("The court ordered the release of the editor.", "The court ordered that the editor be released."),
        ("The court ordered the release of the editor, who left prison on Friday.", "The editor was released."),
        ("The deal was agreed after talks planned for Oslo moved to Rome.", "A deal was agreed after talks in Rome."),
        ("The minister signed a plan for a new port.", "The minister signed a plan for a port."),
        ("Parliament debated the ban on rallies that it passed in May.", "Parliament passed a ban on rallies in May."),
        ("Parliament approved the proposed ban on rallies.", "Parliament passed the ban on rallies."),
        ("He called for a vote, which the union won.", "The union won the vote."),
        ("The plan for a port was approved.", "The plan for a port was approved on Monday."),
        ("The proposed pipeline opened in May.", "The pipeline was inaugurated in May."),
    ],
)
def test_what_came_about_may_be_told(quoted, claim):
    """Where the quotes say so beside the plan, or the claim has a plan as well."""
    assert not is_told(quoted, claim)
