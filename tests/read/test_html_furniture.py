"""What stands around a page's content is left out; what only looks like it, or holds the content, is read."""

from __future__ import annotations

import pytest

from tests.read.pages import lines_of

CONTENT = "<h1>Kent PEEL 2018</h1><p>The force acts on what it knows about its people, and on what they say.</p>"
READ = ["# Kent PEEL 2018", "The force acts on what it knows about its people, and on what they say."]


@pytest.mark.parametrize(
    "around",
    [
        "<nav><ul><li>Home</ul></nav>",
        "<footer><p>Write to us.</footer>",
        "<header><a href=/>The site</a><p>Its motto.</header>",
        "<header><h1><a href=/>The site</a></h1></header>",
        "<div role=navigation>Home</div>",
        "<div role=contentinfo>Write to us.</div>",
        "<div role=dialog><h2>Before you go</h2><p>Tell us more.</div>",
        '<div class="cookie-banner"><h2>Cookies</h2><p>Some are small.</div>',
        '<div id="cookies"><p>Some are small.</div>',
        '<a class="govuk-skip-link">To the content</a>',
        '<ol class="c-breadcrumbs__list"><li>Home</ol>',
        '<ul class="menu"><li>Home</ul>',
        '<div class="share"><span>Tell others</span></div>',
        '<div class="addtoany_share_save">Tell others</div>',
        '<div class="siteFooter"><p>Write to us.</div>',
        '<section class="related-links"><h2>More</h2><a>Essex</a></section>',
        "<aside><h2>See</h2><ul><li><a>Essex PEEL 2018</a><li><a>Sussex PEEL 2018</a></ul></aside>",
        "<button>Print</button>",
        "<noscript>It needs a program.</noscript>",
        "<dialog>Tell us more.</dialog>",
    ],
)
def test_what_stands_around_the_content_is_left_out(around: str) -> None:
    assert lines_of(f"<body>{around}{CONTENT}</body>") == READ
    assert lines_of(f"<body>{CONTENT}{around}</body>") == READ


@pytest.mark.parametrize(
    ("part", "lines"),
    [
        ("<div class=stop-and-search><p>Searches are recorded.</div>", ["Searches are recorded."]),
        ("<h2 id=search class=nav>Search</h2><p>Searches.", ["## Search", "Searches."]),
        ("<article><header><h2>Custody</h2></header><p>It acts.</article>", ["## Custody", "It acts."]),
        ("<section><footer>Said by one of them.</footer></section>", ["Said by one of them."]),
        (
            "<aside><h3>Areas for improvement</h3><p>Act, says <a>the code</a>.</aside>",
            ["### Areas for improvement", "Act, says the code."],
        ),
        ("<div class=related-findings><p>More of it.</div>", ["More of it."]),
        ("<div hidden><p>It is shut.</div>", ["It is shut."]),
        ("<div aria-hidden=true><p>It is shut.</div>", ["It is shut."]),
        ("<ul><li><a>Read on in custody</a></ul>", ["• Read on in custody"]),
    ],
)
def test_what_only_has_such_a_name_is_read(part: str, lines: list[str]) -> None:
    assert lines_of(f"<body>{CONTENT}{part}</body>") == [*READ, *lines]


@pytest.mark.parametrize(
    "name", ["page-with-sidebar nav", "cookie-consent-given", "menu", "share", "has-breadcrumb site-header"]
)
def test_what_holds_the_content_is_never_left_out(name: str) -> None:
    assert lines_of(f'<body class="{name}"><div class="{name}"><main>{CONTENT}</main></div></body>') == READ
    assert lines_of(f'<body class="{name}"><main class="{name}">{CONTENT}</main></body>') == READ


def test_a_list_of_other_pages_is_left_out_by_its_heading_where_it_holds_no_sentence() -> None:
    titles = "<h2>You may also like</h2><ul><li>Custody suite praised<li>Good Citizen award</ul>"
    assert lines_of(f"<main>{CONTENT}{titles}<h2>Custody</h2></main>") == [*READ, "## Custody"]
    told = "<h2>See also</h2><p>The force should act on it.</p>"
    assert lines_of(f"<main>{CONTENT}{told}</main>") == [*READ, "## See also", "The force should act on it."]


def test_most_of_a_pages_words_are_content_whatever_its_class() -> None:
    assert lines_of(f"<body><p>Above.</p><div class=menu>{CONTENT}</div></body>") == ["Above.", *READ]


@pytest.mark.parametrize("main", ["<main>{}</main>", "<div role=main>{}</div>", "<article>{}</article>"])
def test_the_main_part_is_read_alone_where_it_holds_most_of_the_words(main: str) -> None:
    page = "<body><p>Left of it.</p>{}<div><p>Right of it.</div></body>"
    assert lines_of(page.format(main.format(CONTENT))) == READ
    little = main.format("<p>Little.</p>")
    assert lines_of(page.format(f"{little}{CONTENT}")) == ["Left of it.", "Little.", *READ, "Right of it."]


def test_a_title_that_stands_above_the_main_part_is_read_with_the_date_beside_it() -> None:
    long = "<h2>Custody</h2><p>The force acts on what it knows about its people, and on what they say of it.</p>"
    front = "<div class=hero><h1>Kent PEEL 2018</h1><p>Published on: 1 May 2019</p></div>"
    assert lines_of(f"<body>{front}<main>{long * 3}</main></body>")[:3] == [
        "# Kent PEEL 2018",
        "Published on: 1 May 2019",
        "## Custody",
    ]
    assert lines_of(f"<body><main><h1>Kent</h1>{long * 3}</main>{front}</body>")[0] == "# Kent"
    assert "# Kent PEEL 2018" not in lines_of(f"<body><main>{long * 3}</main>{front}</body>")
