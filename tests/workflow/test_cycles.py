"""Which years' grades may be compared."""

import pytest

from inspect_cli.model import Pillar
from inspect_cli.workflow.cycles import label_of, may_be_compared


@pytest.mark.parametrize(
    ("earlier", "later", "pillar", "comparable"),
    [
        (2016, 2017, Pillar.LEGITIMACY, True),
        (2016, 2018, Pillar.LEGITIMACY, True),
        (2014, 2015, Pillar.EFFECTIVENESS, True),
        (2014, 2015, Pillar.LEGITIMACY, False),
        (2014, 2016, Pillar.LEGITIMACY, False),
        (2018, 2021, None, False),
        (2018, 2023, None, False),
        (2021, 2022, None, True),
        (2021, 2023, None, False),
        (2023, 2025, None, True),
    ],
)
def test_grades_compare_across_years_unless_a_cycle_between_them_broke(
    earlier: int, later: int, pillar: Pillar | None, comparable: bool
) -> None:
    held, why_not = may_be_compared(earlier, later, pillar)
    assert held == comparable
    assert bool(why_not) != comparable


def test_of_several_breaks_the_newest_says_why() -> None:
    assert may_be_compared(2018, 2023, None) == may_be_compared(2021, 2023, None)


@pytest.mark.parametrize(("year", "label"), [(2016, "2016"), (2018, "2018/19"), (2020, "2020"), (1999, "1999")])
def test_a_year_is_labelled_as_its_cycle_or_by_itself(year: int, label: str) -> None:
    assert label_of(year) == label
