"""Page furniture, and prose that speaks of the same things."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspect_cli.read.clean import is_furniture
from inspect_cli.reference import load


@pytest.mark.parametrize(
    "text",
    [
        "Skip to main content",
        "SKIP TO CONTENT",
        "Leave this site",
        "Quickly exit this site by pressing the Escape key Leave this site",
        "Back to top",
        "Share this page on Facebook",
        "Page 3 of 40",
        "Upload: someone",
        "Read more about Kent",
        "Download the report (PDF, 2 MB)",
        "Cookies | Privacy policy | Accessibility",
        "© Crown copyright 2019",
        "Accept all cookies",
        "We’d like to use analytics cookies. They help us see how you use the website.",
        "We use cookies on this website. You can change your settings. Some cookies are essential.",
        "This service is in beta. Your feedback will help us improve it.",
        "Sorry, something went wrong. Please try again later.",
        "For media enquiries, call the press office on 020 7946 0000.",
        "Our out-of-hours press line is +44 7700 900123.",
    ],
)
def test_page_furniture_is_known(text: str) -> None:
    assert is_furniture(text)


@pytest.mark.parametrize(
    "text",
    [
        "3",
        "Good",
        "Contents of the register are checked each month.",
        "The force should share this learning with its partners.",
        "Officers leave this site unattended at night.",
        "Feedback from victims helps the force to improve its service.",
        "The press office publishes the results of misconduct hearings.",
        "The force has a new website, which people find easy to use.",
        "There was a technical problem with body-worn video, which the force has solved.",
        "The force consulted its staff. Its plans are now out for consultation with the public.",
        "Page 12 of the strategy sets out the force's priorities.",
        "The constabulary has read more about the needs of victims.",
        "The force found its website set cookies without consent. It has stopped. It told the regulator. Nobody came.",
    ],
)
def test_prose_that_speaks_of_such_things_is_kept(text: str) -> None:
    assert not is_furniture(text)


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=20)
@given(st.data())
def test_what_is_furniture_anywhere_holds_one_of_the_words_by_which_it_is_looked_for(data: st.DataObject) -> None:
    for pattern in load("furniture")["sentences"]:
        text = data.draw(st.from_regex(re.compile(pattern, re.I | re.A)))
        assert any(word in text.lower() for word in load("furniture")["words"])
