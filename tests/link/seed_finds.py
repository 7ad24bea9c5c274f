"""What the five source reports say of Cheshire, as finds: their own words, by report and line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from inspect_cli.model import (
    Addressee,
    Deadline,
    DocumentKind,
    Finding,
    FindingKind,
    Pillar,
    Publisher,
    Reference,
    ReferenceKind,
    Report,
    Verdict,
)
from tests.builders import finding, reference, report, span

YEARS = {"legitimacy-2018": 2018, "press-2016": 2016, "assessment-2016": 2016, "relationships-2012": 2012}

REPORTS = (
    report(id="legitimacy-2018", published=date(2019, 9, 27)),
    report(
        id="press-2016",
        publisher=Publisher.HMIC,
        kind=DocumentKind.PRESS_RELEASE,
        inspection_year=2016,
        published=date(2016, 12, 8),
    ),
    report(
        id="assessment-2016",
        publisher=Publisher.HMIC,
        kind=DocumentKind.TRANSCRIPT,
        pillar=None,
        inspection_year=2016,
    ),
    report(
        id="relationships-2012",
        publisher=Publisher.HMIC,
        kind=DocumentKind.PRESS_RELEASE,
        programme="Revisiting police relationships",
        pillar=None,
        inspection_year=2012,
    ),
)

FORMAL = {
    40: (
        "ethics",
        "The constabulary should expand the work and effectiveness of its ethics panel to ensure the workforce "
        "are aware of it and how to raise issues. Learning outcomes should be shared openly.",
    ),
    41: (
        "vetting",
        "The force should ensure all staff have received at least the lowest level of vetting clearance for "
        "their roles and clear any backlogs, ensuring it is fully compliant with the national vetting guidelines.",
    ),
    42: (
        "vetting disproportionality",
        "The force should monitor its vetting decisions to identify disparities and disproportionality (e.g. "
        "black, Asian and minority ethnic [BAME] groups), and act to reduce them where appropriate.",
    ),
    43: (
        "counter-corruption",
        "The force should ensure that its CCU has enough capability and capacity to counter corruption "
        "effectively and proactively.",
    ),
}

CONCERNS = (
    (
        "legitimacy-2018",
        61,
        "ethics",
        "The constabulary should increase the awareness and effectiveness of the ethics panel and its procedures.",
    ),
    (
        "legitimacy-2018",
        63,
        "ethics",
        "We found no monitoring of the annual integrity health check that should be completed between "
        "individuals and supervisors.",
    ),
    (
        "legitimacy-2018",
        67,
        "vetting disproportionality",
        "But it doesn’t monitor vetting decisions to identify disparities (e.g. BAME groups).",
    ),
    (
        "legitimacy-2018",
        73,
        "vetting",
        "There are backlogs in the vetting renewals and reviews of current staff as the unit focuses on new recruits.",
    ),
    (
        "legitimacy-2018",
        79,
        "integrity-registers",
        "The workforce would benefit from the integrity policies being shared and clarified.",
    ),
    ("legitimacy-2018", 85, "counter-corruption", "But the threat assessment could be more localised."),
    (
        "legitimacy-2018",
        87,
        "counter-corruption",
        "But there were no ownership or timescales attributed to the activity that would take place as a result.",
    ),
    (
        "legitimacy-2018",
        89,
        "integrity-registers",
        "it could do more to check compliance with decisions around both business interests and notifiable "
        "associations.",
    ),
    (
        "legitimacy-2018",
        101,
        "counter-corruption",
        "But the CCU lacks the capacity to carry out more proactive work which is something it now needs to consider.",
    ),
    (
        "legitimacy-2018",
        103,
        "abuse-of-position",
        "While awareness training was still under way, we were surprised to find many staff who hadn’t "
        "received any training on this issue.",
    ),
    (
        "press-2016",
        27,
        "abuse-of-position",
        "There is awareness around the abuse of authority by officers and staff for sexual gain, but the "
        "constabulary needs to provide further training for officers and staff in this area.",
    ),
    ("press-2016", 29, "", "It could do more to communicate these changes, however."),
    (
        "assessment-2016",
        23,
        "vetting abuse-of-position vulnerability",
        "However, the force needs to improve some areas of vetting and the approach to managing the risk of "
        "officers and staff abusing their authority for sexual gain (that is, taking advantage of a position "
        "of power to exploit vulnerable victims of crime).",
    ),
    ("assessment-2016", 19, "digital", "it has yet to make full use of mobile devices."),
    (
        "relationships-2012",
        19,
        "social-media",
        "HMIC's independently commissioned research identified seven cases of what could be considered potentially "
        "inappropriate behaviour on Facebook or Twitter by members of staff in Cheshire Constabulary.",
    ),
    (
        "relationships-2012",
        21,
        "counter-corruption",
        "Data provided by the force to HMIC shows that there has been no change in the number of staff working "
        "in the anti-corruption unit since our 2011 inspection.",
    ),
)

TO_ALL_FORCES = (
    "press-2016",
    11,
    "abuse-of-position counter-corruption",
    "The service needs to be more proactive in seeking out and preventing this form of corruption, and "
    "referring cases of abuse of authority to the IPCC.",
)

FOLLOW_UPS = (
    reference(
        "The constabulary has not achieved our 2016 recommendation that, within two years, all members of the police "
        "workforce should have received at least the lowest level of vetting clearance for their roles. "
        "Progress since 2016 can only be described as slow.",
        report="legitimacy-2018",
        themes=("vetting",),
        deadline=Deadline("within two years"),
        span=span(71),
    ),
    reference(
        "The PSD has completed an area for improvement we identified in 2017. It has improved the information "
        "provided to complainants and the recording of complaints.",
        report="legitimacy-2018",
        to_year=2017,
        to_kind=ReferenceKind.AREA_FOR_IMPROVEMENT,
        verdict=Verdict.ACHIEVED,
        themes=("complaints",),
        span=span(65),
    ),
    reference(
        "The report made several recommendations to help the service address these issues.",
        report="relationships-2012",
        year=2012,
        to_year=2011,
        verdict=Verdict.MENTIONED,
        pillar=None,
        span=span(7),
    ),
)


def _said(row: tuple[str, int, str, str], kind: FindingKind) -> Finding:
    name, line, themes, text = row
    pillar = None if name in ("assessment-2016", "relationships-2012") else Pillar.LEGITIMACY
    return finding(
        text, report=name, year=YEARS[name], kind=kind, pillar=pillar, themes=tuple(themes.split()), span=span(line)
    )


FINDINGS = (
    *(_said(("legitimacy-2018", line, *words), FindingKind.AREA_FOR_IMPROVEMENT) for line, words in FORMAL.items()),
    *(_said(row, FindingKind.CONCERN) for row in CONCERNS),
    replace(_said(TO_ALL_FORCES, FindingKind.CONCERN), addressed_to=Addressee.ALL_FORCES, force=None),
)


def undated(
    name: str,
) -> tuple[tuple[Report, ...], tuple[Finding, ...], tuple[Reference, ...]]:
    """Give all of it with one report, called ``name``, undated."""
    reports = tuple(replace(one, inspection_year=None, published=None) if one.id == name else one for one in REPORTS)
    findings = tuple(replace(one, year=None) if one.report == name else one for one in FINDINGS)
    return reports, findings, FOLLOW_UPS
