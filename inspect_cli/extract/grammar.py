"""The grammar of graded sentences: what leads to a grade, what follows it, and what takes it back.

The word lists are those of reference/grading.toml.
"""

from __future__ import annotations

import re

from inspect_cli.extract.patterns import BODY, GRADE_WORDS, NAMED, NUMBER, QUOTE
from inspect_cli.reference import load


def any_of(name: str) -> str:
    """Give a pattern that matches any of the words of a list in grading.toml."""
    return f"(?:{'|'.join(load('grading')[name])})"


def _compile(*parts: str) -> re.Pattern[str]:
    return re.compile("".join(parts), re.IGNORECASE)


_AT, _IS, _BEING = (
    any_of("at"),
    any_of("being"),
    r"(?:now|also|still|again|overall|therefore|currently|both|being|been|likewise|clearly)",
)
_WORD = r"[\w’'&/-]+"
GRADE = _compile(rf"(?<![\w-])(?P<grade>{GRADE_WORDS}|requires? improvement)(?![\w-])")

# What was graded, behind the grade, up to the next clause, the next grade or a stop.
_NEXT_GRADE = (
    rf",? and (?:also |as |to be |to |is |was )*{QUOTE}(?:{GRADE_WORDS})"
    rf"|,? (?:as |is )?[‘'“\"](?:{GRADE_WORDS})|, (?:{GRADE_WORDS}) {_AT} "
)
_ENDS = (
    rf"(?=(?:[.;,]? {any_of('next_clause')}\b)|, and\b|, (?:in|with|of|for) which\b|{_NEXT_GRADE}|[.;:!?–—]|[,.][”\"’']"
    r"|, (?:with|so|as(?! well as)|making|down|up)\b|\)|$)"
)
_A_GRADE_IS = rf"(?: {any_of('grades')}s?| marks?| overall)"
COMPLEMENT = _compile(
    rf"{QUOTE},?{_A_GRADE_IS}?(?: again| too| also)?,?(?: both)? {_AT} (?P<subject>[^.;:!?]+?){_ENDS}"
)

# What may stand right behind a grade that is one, and not the first word of praise ("good understanding").
_GOES_ON = (
    r"and (?:also |as |to be |is |was |are |at |in |that |it |they |the |has |have )*"
    rf"(?:{QUOTE}(?:{GRADE_WORDS})|it\b|they\b|we\b|the (?:force|constabulary)\b|is\b|was\b|has\b|at\b|in\b)"
)
_AFTER = r"or|but|when|because|since|again|across|throughout|this year|last year|overall"
STANDS = _compile(
    rf"{QUOTE}(?:$|\s*[.,;:!?)”’\"–—]| (?:the (?:force|constabulary)[’']s|its) [\w ]+ (?:in|at|on):$| (?:{_AFTER}|"
    rf"{_AT}|{any_of('grades')})s?\b| {_GOES_ON})",
)
IS_GRADE = _compile(rf"{QUOTE} (?:overall )?{any_of('grades')}s?\b")
BEHIND = re.compile(r"^[’'”\"]?(?: overall)?(?::| (?:are|is|were|was|include[ds]?):?) (?=[A-Z])")

# What leads to a grade that is judged: a verb of judging, with what it judges where that stands between them.
_OBJECT = rf"(?: (?!(?:when|how|whether|that|if|what|why|and|or|but|by|not|against)\b){_WORD})"
_AS = r"(?: as being| to be| as to| as| to| be|)(?: overall| now| an area (?:which|that|where it)(?: is)?)?:?"
JUDGED = _compile(rf"\b{any_of('judging')}(?P<object>{_OBJECT}{{0,10}}?){_AS}$")
FOUND = _compile(
    rf"\b(?:found(?P<object>{_OBJECT}{{0,10}}?) (?:to be|as|to)|consider(?:s|"
    rf"ed)?(?P<object_2>{_OBJECT}{{0,10}}?)(?: to be| as| to|))"
    r"(?: an area (?:which|that))?$",
)
GIVEN = _compile(rf"\b{any_of('giving')}(?P<object>{_OBJECT}{{0,6}}?)(?: an?)?$")
# "judged that it requires improvement": the force is named or pointed to right before the grade.
THAT_IT = _compile(
    r"(?P<agent>\b(?:inspectors?|HMIC(?:FRS)?|inspectorate|report|watchdogs?) (?:\w+ )?)?"
    rf"\b(?P<verb>judged|concluded|found|said|says)(?: that)? (?:it|(?:the|this) (?:force|constabulary)|we|{NAMED})"
    r"(?: is| was| are)?(?: (?:now|also|still))*$"
)
# "gone from good to requires improvement at patrol, and from inadequate to good at custody"
CHANGED = _compile(
    rf"\b(?:gone|went|goes|moved|moves|risen|rose|fallen|fell|dropped|slipped|improved|declined)\b.*"
    rf" from {QUOTE}(?:{GRADE_WORDS}){QUOTE} to(?: being)?$"
)
GRADE_OF = _compile(rf"\b{any_of('grades')}s?(?: {_WORD}){{0,3}} (?:of|as)$")

# What leads to a grade that is stated: a form of "to be", or nothing before "requires improvement".
IS = _compile(rf"^(?P<subject>.*?\S)(?: {_IS}|(?<=\bit)[’']s)(?: {_BEING})*:?$")
REQUIRES = _compile(r"^(?P<subject>.*?\S)(?: also| still| now| overall)*:?$")

# What stands before a clause, and where one ends.
CLAUSE = _compile(
    r"[;:–—]\s|,? (?:but|while|whilst|although|though|however),? |, (?=it\b)",
    r"|, and (?=\w+ (?:\w+ )?(?:is|was|requires?|has)\b)",
)
LEAD = _compile(rf"^(?:\W|{any_of('openings')}\b,?\s*)+")
PREFIX = _compile(rf"^(?:{any_of('prefixes')}\b[^,]{{0,60}}, )+")
ASIDE = _compile(rf",? {any_of('asides')},?(?= |$)|,$")
OUR_JUDGEMENT = _compile(r"\b(?:our (?:finding|judge?ment) is that|we judge that)\b")

# Who or what is graded: any body, the force itself, forces at large, or something that the force does.
A_BODY = _compile(
    rf"(?:{BODY}|(?:this|the|each|these|its|our) (?:\w+ )?(?:force|forces|constabulary|pillar)s?",
    r"|us|them|he|she|I|we|overall|)",
)
ITSELF = _compile(
    rf"(?:(?:the|this|our|each) (?:\w+ )?(?:force|constabulary|service|police)|{NAMED}|it|both forces",
    r"|(?-i:[A-Z][\w-]+(?: (?:and )?[A-Z][\w-]+){0,2}))",
)
# "At cutting crime it is outstanding"
FRONTED = _compile(rf"(?:at|in|for) (?P<subject>[^,.;:]{{4,80}}?),? (?:it|{BODY})")
FORCES = _compile(r"(?:.*\b)?(?:police )?forces\b.*")
OF_FORCES = _compile(r"forces\b")
A_THING = _compile(
    rf"(?:how|the (?:way|extent|efficiency|effectiveness|legitimacy)|its|their|{BODY}[’']s?) ",
    r"(?!.*(?:, (?:and|but)|\band (?:it|they)) )",
)
EXTENT = _compile(r"the extent to which ")
ONE = _compile(r"(?:only )?one\b")
# "In some aspects of patrol, the force is judged to be good"; "On efficiency, it was graded as good".
IN_SUBJECT = _compile(rf"in (?:some aspects of |the area of )?(?P<subject>[^,.;:]+), {BODY}$(?P<subject_2>)")
TOPIC = _compile(
    r"^\W*(?:on|for|in|under) (?P<subject>(?!\d|this|that|our|its|the)[^,.;]{3,60}), "
    r"|\bfor (?P<subject_2>(?:its|their|the) [^,.;]{3,50}?) (?=(?:HMIC(?:FRS)?|we|it|"
    r"(?:the )?inspectors?) (?:judged|graded|rated))"
)
# "the approach to vulnerable people, which was judged outstanding"
BEFORE_WHICH = _compile(r"\b(?P<subject>(?:the (?!performance of)|its |their |how )[^,]{3,60}?),? which$")
_POINTED_AT = r"area|respect|question|pillar|part|regard|inspection|subject|strand"
POINTING = _compile(
    rf"(?:this|that|these|it|them|which|doing so|so doing|accordingly)(?: (?:{_POINTED_AT})\b.*)?",
)

# What takes a grade back: a hedge right before it, a condition, another body; a count in place of a subject.
HEDGED = _compile(rf"(?:\b{any_of('hedges')}|n[’']t)(?: \w+)?$")
CONDITION = _compile(rf"\b{any_of('conditions')}\b")
OTHERS = _compile(rf"\b{any_of('others')}\b")
_MANY = rf"(?:{NUMBER}|no|several|some|most|many|every|all|each|both|none|the rest|others?|the other)"
_COUNTED = r"(?:areas?|questions?|pillars?|categories|strands?|respects?|inspections?|forces?|them|grades?)"
COUNT = _compile(
    rf"(?:just |only )?(?:all |each |both |every )?(?:of )?(?:the |its |these )?{_MANY}\b",
    rf"(?: of)?(?: the| those| these| its)?(?: \w+){{0,2}}(?: {_COUNTED}.*)?",
)
NUMBER_OF = _compile(
    r"^(?:(?:the|all|no|a|only|a total of) )?(?:other |remaining )?",
    rf"(?:{NUMBER}|forces|most|some|several|all|many|a further \w+)\b",
)
ALL_PILLARS = _compile(
    r"(?:each|all) (?:of )?(?:the |our |its )?three (?:PEEL )?(?:pillars|areas|strands)\b|every pillar\b"
)

# "no areas graded outstanding": what is counted has no grade of its own.
NONE_OF = _compile(
    rf"\b(?:no|none|any|{NUMBER}|some|several|most|other)(?: (?!(?:is|are|was|were|been|being)\b)[\w-]+){{0,2}}$"
)
PART_OF = _compile(r"(?:most|much|some|many|parts?|all|half|any|every) (?:of |area)(?!.*\baspects)")

# What goes on from one grade to the next, and a line that is a subject and its grade.
_JOINTS = r"and|but|while|however|or|also|as|to|be|is|was|both|it|they|has been|judged|assessed|graded"
ALSO = _compile(rf"^\W*(?:(?:{_JOINTS})\b\W*)*(?:{BODY} (?:is |was )?(?:also )?)?$")
# Several of them on one line: "Grades: effectiveness – good; efficiency – requires improvement".
_LABELLED = rf"(?:(?! [–—-] (?:{GRADE_WORDS})(?:[;,.]|$))[^.:;|]){{2,60}}"
LABELS = _compile(
    rf"^(?:[\w ]{{0,30}}: )?(?P<list>{_LABELLED}(?:: ?| [–—-] )",
    rf"(?:{GRADE_WORDS})(?:[;,] (?:and )?{_LABELLED}(?:: ?| [–—-] )(?:{GRADE_WORDS}))+)[.;]?$",
)
ONE_LABEL = _compile(rf"(?:and )?(?P<subject>[^.:;|,]{{2,60}}?)(?:: ?| [–—-] )(?P<grade>{GRADE_WORDS})")
# "requires improvement at patrol, at custody and in planning": what is graded goes on with its own "at".
AND_AT = _compile(r"(?:,? and|,) (?:at|in) |,? as well as (?:at|in|for|on) ")
# "…, as is patrol"; "…, and said the same of patrol"; "So was patrol."
AS_IS = _compile(
    r"^[’'”\"]?,? (?:as (?:is|was|are|were)|and (?:said|found|judged) the same (?:of|for|about)|and so (?:is|was|"
    r"are|were)) "
    r"(?P<subject>[^.,;:]{3,80})",
)
SO_WAS = _compile(
    r"^(?:So|And so|The same (?:is true|goes)|Likewise)(?: (?:is|was|are|were)| (?:of|"
    r"for),?) (?P<subject>[^.,;:]{3,80})\.?$"
)
# "in three other areas: patrol, custody and vetting"
LISTED = _compile(r"^(?: ?\((?:\d+|\w+)\))?(?:: |, namely:? )(?P<list>[^.:]{4,300})")
# What only names the grades that there are: "good, adequate or requires improvement".
LEGEND = _compile(
    rf"\b(?:{GRADE_WORDS}){QUOTE}, {QUOTE}(?:{GRADE_WORDS}){QUOTE},? (?:or|and) {QUOTE}(?:{GRADE_WORDS})\b"
)
PUT_AT = _compile(rf"\bput(?:s|ting)?(?P<object>{_OBJECT}{{1,10}}?) at$")
IS_BEING = _compile(rf"(?:^|\b){_IS}(?: {_BEING})*$")
PARTICIPLE = _compile(r"(?:judged|assessed|graded|rated|classed|deemed)$")
# What an area of policing may be called where a quoted grade follows.
AN_AREA = re.compile(r"(?!(?:It|This|That|These|They|He|She|We|I|There|Which|What|Who)\b)[A-Z][^.;:]{3,90}")
LABEL = _compile(
    r"^(?P<subject>[A-Z0-9][^.:?!|]{1,90}?)(?:: ?| [–—-] | ?\()",
    rf"(?P<grade>{GRADE_WORDS})\)?[.;,]?(?: and)?$",
)
GENERAL_HEADING = _compile(rf"{any_of('general_headings')} ?\d{{0,2}}:?")
