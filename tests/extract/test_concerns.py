"""Which sentences of running text are concerns, which hold up good practice, and how far each goes."""

from __future__ import annotations

import pytest

from inspect_cli.extract.concerns import cue_of, cues, is_practice
from inspect_cli.model import FindingKind
from tests.extract.texts import extracted

CONCERNS = (
    "The force could do more to explain to young people why they are searched.",
    "There is still more to do before every call is assessed in the same way.",
    "More work is needed to bring the asset register up to date.",
    "Cumbria Constabulary needs to make sure that supervisors review cases often enough.",
    "The control room needs to answer emergency calls more quickly.",
    "The constabulary should work with partners to find children who go missing often.",
    "Officers must record the grounds for each search, and supervisors should check them.",
    "But the force should look again at how it publishes its complaints data.",
    "The induction course would benefit from more time on the code of ethics.",
    "The force could improve the way it tells victims about delays.",
    "The force should consider whether its tasking meetings are still useful.",
    "There are some areas that need improvement, such as the supervision of bail.",
    "There is room for improvement in how exhibits are stored.",
    "Merseyside Police has yet to agree a plan for its estate.",
    "The new performance framework is not yet in use across all districts.",
    "The force lacks a clear picture of the skills of its workforce.",
    "Supervision of volume crime investigations is inconsistent.",
    "There are not enough trained call handlers on night shifts.",
    "Too many domestic abuse calls are waiting for an officer.",
    "Neighbourhood officers are too often taken away to fill gaps elsewhere.",
    "We found gaps in the recording of hate crime.",
    "Inspectors found several weaknesses in the way evidence is handled.",
    "The force doesn’t always tell victims when a suspect is released.",
    "However, the force has not carried out an audit since the new system began.",
    "It does not routinely check the social media of applicants.",
    "There is limited evidence that lessons are passed on.",
    "There were few records of the reasons for strip searches.",
    "We spoke to several sergeants who had not received training in coaching.",
    "Staff told us that they did not know who sat on the board.",
    "The force has a backlog of digital devices waiting to be examined.",
    "There are long delays in sending files to prosecutors.",
    "We are concerned that high-risk victims wait for days.",
    "We were disappointed to see that complaints take longer than before.",
    "The number of detectives who are off sick is a concern.",
    "Inspectors found nine cases where no risk assessment had been made.",
    "Some officers do not understand what counts as coercive control.",
    "The quality of handovers between shifts is poor.",
    "Few supervisors have been trained to hold wellbeing conversations.",
    "Body-worn video is not always switched on when force is used.",
    "The unit is under-resourced and relies on overtime.",
    "Victims are not always asked for a personal statement.",
    "This means that opportunities to protect children are being missed.",
    "The force is failing to manage the risk posed by registered offenders.",
    "Workloads in the public protection team are too high.",
    "The force struggles to keep experienced detectives.",
    "Progress has been slow.",
    "The force’s understanding of its demand is limited.",
    (
        "Although the force has a victim strategy, frontline officers we spoke with had little awareness of "
        "it and could not describe what was expected of them."
    ),
    (
        "In 14 of the 40 case files we examined, there was no evidence that a supervisor had reviewed the "
        "investigation plan."
    ),
    (
        "The control room does not have enough qualified dispatchers, and this means that some callers wait "
        "longer than they should."
    ),
    "The force is missing opportunities to identify children who are at risk.",
    "We remain concerned about the number of unresourced incidents that are held on divisional queues.",
    "Response officers carry high workloads, which affects the quality of their investigations.",
    "Some staff told us they felt unsupported when returning from long periods of sickness.",
    "The constabulary has made little progress in reducing the number of outstanding suspects.",
    "Supervisors have not been given training to recognise the signs of stress in their teams.",
    "Governance of the use of force is weak, and data is not analysed for trends.",
    "It is disappointing that the force has still not put in place an effective system for recording overtime.",
    "The force must now turn its plans into action.",
    "The approach to integrated offender management varies across the three divisions.",
    "There is no formal process for sharing learning from complaints with local teams.",
    "The quality of problem-solving plans was mixed, with some lacking clear objectives.",
    "The force isn’t consistent in how it attends repeat callers.",
    "Crime data accuracy has deteriorated since we last looked at it.",
    "The unit was unable to tell us how many referrals it had received.",
    "The absence of a tasking process means that proactive work is limited.",
    "Vetting for 212 members of staff had expired when we visited.",
    "We would like to see the force do more to involve communities in setting its priorities.",
    "The force needs a better understanding of the threats posed by online fraud.",
    "Not all officers were aware of the policy on notifiable associations.",
    "Only a third of the officers in our focus groups had had a meaningful conversation about their development.",
    "The force should make sure it has a process to monitor the disproportionate use of its powers.",
    "Delays in examining phones are having a harmful effect on victims of serious sexual offences.",
    "Inspectors saw three instances of officers leaving their warrant cards unattended.",
    "The force failed to record 9 percent of the violent offences reported to it.",
    "The force cannot be sure that all its officers hold the right clearance.",
    "We found that evidence was not retrieved promptly in almost a third of cases.",
    "Investigators are carrying too many complex cases.",
    "The force has been slow to adopt the national model.",
    "Responsibility for the plan is unclear.",
    "It has no dedicated analyst for this work.",
    "The force does not have a process for learning from cases that fail at court.",
    "More consistent supervision would help the force to improve its results.",
    "The lack of a workforce plan is a risk to the force.",
    "Custody records did not show that detainees had been offered legal advice.",
    "Victims’ needs are not being properly assessed.",
    "There was little sign that supervisors challenge poor work.",
    "The chief constable should take early steps to fill these posts.",
    "The force needs to assure itself that the backlog will not return.",
)
NO_CONCERNS = (
    "The force works well with the council to keep children safe.",
    "We found no evidence of bias in the way officers are chosen.",
    "There is no backlog of devices waiting to be examined.",
    "The force has cleared its backlog of crime reports.",
    "It no longer needs to send devices to an outside laboratory.",
    "A new leaflet explains how officers should behave when they are off duty.",
    "The guidance sets out what staff should do if they are offered a gift.",
    "Officers who should have been tested had all passed.",
    "Staff understand what they need to do to keep victims informed.",
    "There is no doubt that leaders care about the people who work for them.",
    "There were no significant delays in the cases that we looked at.",
    "We found a good understanding of vulnerability at every level.",
    "Managers make good use of data to plan shifts.",
    "HMIC considers a police force to be efficient if it gets the most out of what it has.",
    "To assess this, we looked at whether officers should have had more training.",
    "We assess whether forces have enough people with the right skills.",
    "Further information can be found at the address below.",
    "There were fewer complaints than in the year before.",
    "The force has enough detectives to deal with its caseload.",
    "We were pleased to see that supervisors do not hesitate to challenge poor conduct.",
    "Waiting times have fallen, and few calls are abandoned.",
    "The chief constable should be commended for his openness.",
    "Its plan has not yet been inspected.",
    "This question has not yet been graded.",
    "The force is not complacent about the threat from county lines.",
    "The force has a good grasp of how demand is likely to change.",
    "Officers are trained to recognise the signs of modern slavery.",
    "The county has three towns and a long coast.",
    "In 2014 the Home Secretary asked HMIC to look at how well forces record crime.",
    "It is important that police officers know the law on stop and search.",
    "Officers do not need to return to the station to file their reports.",
    "The force does not tolerate bullying.",
    "We did not find any cases in which vulnerable callers were turned away.",
    "The workforce does not fear reporting wrongdoing.",
    "Staff said that they have enough time for training.",
    "The force does more than most to support its staff.",
    "Concerns raised by staff are dealt with quickly.",
    "Victims said that officers could not have done more for them.",
    "Crime reports are reviewed each day to see where more could be solved.",
    "The force has improved how it deals with reports of stalking.",
    "The inspection did not cover custody.",
    "We will return next year to see what has changed.",
    "The panel looks at cases where officers may have used too much force.",
    "The strategy describes how the force must respond to new threats.",
    "A member of the public who is not satisfied can ask for a review.",
    "The team identifies gaps in training and fills them.",
    "We assess how well forces deal with a lack of detectives.",
    "A force is called inadequate if it has too few officers.",
    "The force has a clear vision, which staff understand and support.",
    "Officers we spoke to were positive about the training they had received in dealing with people in crisis.",
    "The chief officer team meets weekly to review performance against the police and crime plan.",
    "We reviewed 60 custody records, and in all of them detention had been properly authorised.",
    "The force has strengthened its vetting unit by recruiting four members of staff.",
    "Neighbourhood teams are rarely taken away from their core duties.",
    "Call handlers use a structured approach to assess threat, harm, risk and vulnerability.",
    "The constabulary has a well-established ethics committee with independent members.",
    "Police officers are expected to know when they should intervene.",
    "All forces in England and Wales are inspected against the same questions.",
    "The force works with three universities to test what reduces reoffending.",
    "Leaders know where the force needs to improve and have plans in place.",
    "The force has a good record of finding people who have gone missing.",
    "The force is investing in technology so that officers can spend more time on patrol.",
    "Victims of domestic abuse receive a timely response and are kept safe.",
    "We examined whether the force has the skills it will need in the future.",
    "The workforce feels well supported by line managers and is confident in reporting concerns.",
    "Since our last inspection, the force has reduced the number of overdue risk assessments to almost none.",
    "The force had 1,912 officers and 1,433 staff in post at the end of March.",
    "Supervisors regularly check that investigations are thorough.",
    "In our view, the force manages demand effectively.",
    "The scheme gives officers more time to deal with what matters most to residents.",
    "Recommendations from previous inspections are tracked by the deputy chief constable.",
    "There are good links between detectives and the digital team.",
    "It is too early to say what effect the change will have on response times.",
    "The IOPC investigates the most serious complaints about the police.",
    "The question considers how well a force understands what the public wants of it.",
    "The training covers what to do if a colleague behaves badly.",
    "Complaints have fallen by a fifth, and those that are made are dealt with more quickly.",
    "The constabulary doesn’t wait for problems to arise before it acts.",
    "Supervisors review body-worn video each week and give feedback.",
    "The force has a process for learning from cases that fail at court.",
    "Domestic abuse victims are visited within hours.",
    "Most officers could describe the policy and explained how it worked.",
    "In the year to June 2019 the force recorded 61,000 crimes.",
    "The force’s budget has been reduced by a tenth since 2012.",
    "Volunteers help to run the museum and the band.",
    "We did not look at firearms licensing in this inspection.",
    "The force has filled the gaps that we pointed to in 2016.",
    "This means that victims do not have to repeat their story.",
    "Senior leaders listen to what the workforce tells them.",
    "The review should be finished by the summer, and staff are looking forward to it.",
    "Training has been given to all supervisors.",
    "An independent panel looks at whether officers should have used force.",
    "The force has no outstanding recommendations.",
    "Officers know where to find advice when they need it.",
    "We have no concerns about how the force handles firearms licensing.",
    "The public can be confident that crimes are recorded.",
    "It takes part in a regional network that shares what works.",
    "The number of repeat victims has fallen for three years in a row.",
)


@pytest.mark.parametrize("sentence", CONCERNS)
def test_a_sentence_that_says_what_is_wrong_or_missing_is_a_concern(sentence: str) -> None:
    assert cue_of(sentence)


@pytest.mark.parametrize("sentence", NO_CONCERNS)
def test_praise_context_and_what_others_ought_to_do_are_no_concern(sentence: str) -> None:
    assert cue_of(sentence) is None


@pytest.mark.parametrize("sentence", CONCERNS + NO_CONCERNS)
def test_the_words_of_a_cue_are_in_every_sentence_that_its_pattern_fits(sentence: str) -> None:
    for cue in cues():
        if cue.pattern.search(sentence):
            assert any(word in sentence.lower() for word in cue.words), cue.name


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("This scheme is a good example of work with young people.", True),
        ("The mentoring network has been recognised as good practice.", True),
        ("The daily briefing is an example of good practice that other forces could follow.", True),
        ("Inspectors saw another positive example of joint work with the ambulance service.", True),
        ("We heard some examples of good work.", False),
        ("The force has been praised for its good practice.", False),
        ("The force shares good practice with its neighbours.", False),
        ("The practice of moving staff between teams has ended.", False),
        ("For example, officers carry a card that explains the law.", False),
        ("The force is good at looking after its staff.", False),
    ],
)
def test_good_practice_is_what_is_held_up_as_an_example(sentence: str, expected: bool) -> None:
    assert is_practice(sentence) is expected


def informal(text: str) -> list[tuple[FindingKind, str, tuple[str, ...]]]:
    return [(one.kind, one.text, one.themes) for one in extracted(text).findings]


CONCERN, PRACTICE = FindingKind.CONCERN, FindingKind.GOOD_PRACTICE


def test_a_concern_takes_in_the_sentences_that_run_on_about_it_and_no_more() -> None:
    first = "The force needs to check the vetting of volunteers."
    second = "These people work with children."
    assert informal(f"We met volunteers. {first} {second} Patrols are popular.") == [
        (CONCERN, f"{first} {second}", ("vetting",))
    ]


def test_a_sentence_that_turns_to_praise_ends_a_concern() -> None:
    concern = "The force lacks detectives in its custody team."
    assert informal(f"{concern} However, it has begun to hire. Encouragingly, it is popular.") == [
        (CONCERN, concern, ("custody",))
    ]


def test_a_concern_that_only_points_back_has_the_themes_of_what_it_points_to() -> None:
    found = informal("Second jobs are registered. This is an area that needs improvement.")
    assert found == [(CONCERN, "This is an area that needs improvement.", ("integrity-registers",))]


def test_a_concern_with_words_of_its_own_has_no_themes_of_its_neighbours() -> None:
    found = informal("Second jobs are registered. Patrol plans could be clearer.")
    assert found == [(CONCERN, "Patrol plans could be clearer.", ())]


def test_a_concern_behind_good_practice_is_a_find_of_its_own() -> None:
    practice, concern = "The cadet scheme is a good example of joint work.", "It needs to grow."
    assert informal(f"{practice} {concern}") == [(PRACTICE, practice, ()), (CONCERN, concern, ())]


def test_the_same_words_said_twice_are_one_concern() -> None:
    assert len(informal("The force lacks drivers.\n\nWe met staff.\n\nThe force lacks drivers.")) == 1


def test_in_a_list_of_good_practice_the_bullets_and_quotations_are_the_examples() -> None:
    found = informal(
        "The report names several pieces of good practice, such as these:\n\n"
        "Reaching young people\n\n“Kent Police invites pupils to plan patrols.”\n\nThe chief constable said:\n\n"
        "“I am proud of my officers.”"
    )
    assert found == [(PRACTICE, "Kent Police invites pupils to plan patrols.", ())]
