"""Words that say how firmly a sentence asks, and sentences that ask for nothing.

Hand-written English patterns; every text given to them is lower case with straight quotes. Where a text is silent the answer is None.
"""

from __future__ import annotations

import re

from credlens.model.posting import Requirement

_NOT = r"(?<!not )(?<!n't )(?<!not be )(?<!not strictly )(?<!not an )(?<!not a )"
PREFERRED = re.compile(
    r"\bnice[ -]to[ -]haves?\b|\b(?:good|great) to have\b|\bprefer(?:red|ably|able)\b|\bpreferences?\b(?= (?:will|is|given|for|to)\b)|\b(?:we|company) prefers?\b|\bprefer (?:candidates|applicants|someone|experience|people)\b"
    r"|\bideally\b|\bdesir(?:ed|able)\b(?! (?:insight|outcome|result|state|behavio|goal|effect|level|objective|end\b|performance|business|impact|format|output|action))|\badvantageous\b"
    r"|\b(?:an?|is|are|as|big|huge|real|strong|definite|added|distinct|major|significant|considered|additional) (?:plus(?:es)?|bonus|asset|advantage)\b"
    r"|\bplus(?:es)?\s*(?:[:!.)]|$)|\bbonus(?: points?| if|\s*:)|\b(?:is|are|be|also|very|highly|would be|especially) (?:welcome|helpful|useful"
    r"|beneficial|valued|appreciated|favorable|favourable|encouraged|recommended)\b|\b(?:highly|well) (?:regarded|valued)\b|\bof benefit\b"
    r"|\boptional\b|\bwould (?:be (?:a )?(?:great|nice|good|ideal|benefit)|help)\b|\bwe(?:'d| would) (?:also )?love (?:it|if|to see|candidates|someone)\b"
    r"|\badvantage\s*(?:[:!.)]|$)|\b(?:extra|brownie) (?:credit|points?)\b|\b(?:favou?red|viewed favou?rably|looked upon favou?rably)\b"
    r"|\bsets? you apart\b|\bstand out\b|\ban edge\b|\beven better\b|\b(?:great|good|nice|bonus) if\b|\b(?:special|strong) consideration\b"
    r"|\b(?:experience|knowledge|skills?|familiarity|background|understanding|exposure|proficiency)\b[^.;()]{0,40}? (?:helpful|useful|beneficial|welcome)\b|\bgiven priority\b|\bpriority (?:will be )?given\b|\breceive priority\b|\bmeritorious\b"
)
_REQUIRED = re.compile(
    r"\bmust\b(?! not)|(?<!as )(?<!if )(?<!when )(?<!where )(?<!no )(?<!be )"
    + _NOT
    + r"(?:(?:(?<=^)|(?<=^\W)|(?<=^\W\W)|(?<=role )|(?<=position )|(?<=job )|(?<=opportunity )|(?<=we )|(?<=will )|(?<=which )|(?<=that )|(?<=also )|(?<=this ))requires?\b|\brequired\b(?=\s*(?:[.,;:)(!/*_-]|$|(?:and|but|or|with|at|minimum|experience|skills?|qualifications?|knowledge|licen\w+|certif\w+|degree|education|competenc\w+|abilit\w+"
    r"|technical)\b|to (?:have|possess|hold|be)\b)))|" + _NOT + r"\ba requirement\b"
    r"|\bmandatory\b|"
    + _NOT
    + r"\bessential\b(?! (?:[\w-]+ )?(?:functions?|dut|tasks?|services?|part\b|component|element|role\b|worker))|\bindispensable\b|\bprerequisite\b"
    r"|\bnon-negotiable\b|\ba necessity\b|\bcompulsory\b|\b(?:have|need) to have\b|\bwill be required\b(?! to)"
)
_EXPECTED = re.compile(
    r"\b(?:you(?: already| also)? have|you've|you(?:'ll| will)? (?:bring|need|possess|hold)|have to have|need to (?:have|know)|we need(?! to\b)|at least)\b"
    r"|\bminimum\b(?! wage)|\b(?:is|are|be|experience|knowledge|skills?|ability|abilities|degree|licen[sc]e|certification) (?:necessary|needed)\b|(?<!as )(?<!when )(?<!if )(?<!where )\bneeded\W*$"
    r"|\bcandidates? (?:[\w-]+ ){0,2}?(?:should|will (?:have|possess|bring|demonstrate|be (?:able|an?|proficient|fluent|comfortable|highly|detail|experienced))|has|have|with|needs?"
    r"|possess(?:es)?|is|are|brings?|who)\b"
    r"|\byou (?:should|know|can)\b|\bapplicants? (?:should|will have|with|who)\b|\bsomeone with\b|\b(?:looking for|look for|seeking|seeks|we seek|seek an?) (?!to\b)(?:(?! to )[^.;]){0,100}?\b(?:with|who|that (?:has|have|is))\b"
    r"|\bshould (?:have|possess|be (?:able|comfortable|familiar|proficient))\b|\bthey will (?:have|possess|bring)\b"
)
_QUALITY = (
    r"(?:very |highly |a |an |the |your |proven |demonstrated |strong |solid |excellent |deep |advanced |working |good |hands[ -]on |extensive |in[ -]depth"
    r"|basic |expert |outstanding |exceptional |superior |great |thorough |sound |prior |previous |relevant |significant |broad |practical |intermediate "
    r"|firm |high |professional |technical |general |considerable |substantial |ample |wide |detailed |well[ -]developed |effective |polished |clear "
    r"|some |recent |direct |proficient |fluent |successful |creative |analytical |fundamental |current |progressive |related |robust |strategic )*"
)
_TASK = (
    r"(?:we|our|this|they|it|its|in|as|if|by|when|while|through|you(?:'ll| will)|your|the (?:team|company|role|position|job|group|goal|ideal|successful|selected|person)|build|develop|design|lead"
    r"|manage|work|partner|collaborate|support|drive|create|maintain|ensure|provide|analy[sz]e|own|define|identify|deliver|implement|coordinate|conduct|perform|execute|monitor|establish"
    r"|prepare|assist|help|act|serve|participate|contribute|review|communicate|present|report|plan|organi[sz]e|oversee|track|evaluate|assess|research|write|test|train|coach|mentor|hire"
    r"|recruit|grow|improve|optimi[sz]e|use|apply|leverage|share|gain|learn|join|take|make|set|run|resolve|respond|handle|process|engage|interact|influence|represent|promote|translate"
    r"|document|facilitate|negotiate|champion|deploy|integrate|operate|produce|measure|scale|solve|troubleshoot|utili[sz]e|validate|verify|address|adapt|advise|answer|arrange|attend|collect"
    r"|compile|complete|configure|consult|continue|control|cultivate|direct|educate|enable|enhance|escalate|examine|explore|extract|follow|foster|gather|generate|guide|influencing|inform"
    r"|initiate|innovate|inspire|investigate|keep|launch|liaise|model|offer|orchestrate|perform|pilot|prioriti[sz]e|propose|provision|recommend|record|refine|remain|scope|sell|shape|source"
    r"|spearhead|stay|steer|strengthen|study|summari[sz]e|supervise|synthesi[sz]e|teach|transform|update|white)\b"
)
_PERSON = re.compile(
    r"\W*+(?:\d{1,2}[.)]\s++|\(?[a-z]\)\s++)?+\W*+(?:"
    r"(?:at least |minimum(?: of)? |over |more than |around |approximately )?(?:\d+|one|two|three|four|five|six|seven|eight|ten)\b[^.;]{0,18}?\b(?:years?|yrs)\b"
    rf"|(?!{_TASK})(?![a-z]+ing\b(?<!working)(?<!understanding)(?<!outstanding)(?<!willing))(?![a-z]+ly\b){_QUALITY}(?:\w[\w/&,'-]* ){{0,5}}?(?:experiences?(?= (?:[a-z]+ing|in|with|of|as|within|at|on|across"
    r"|and|or|is|required|preferred|a plus)\b|\s*[,.;:()/]|\s*$)|knowledge|skills?|understanding|proficiency|abilit(?:y|ies)|familiarity|command of|background"
    r"|expertise|track record|grasp|competenc\w+|communicator|communication|aptitude|mindset|work ethic|attitude|fluency|writer|thinker"
    r"|acumen|capabilit\w+|commitment|passion|awareness)\b(?! (?:design|team|base|transfer|shar|management|center|centre|gap|graph|development))"
    r"|experienced? (?:in|with|of|as|using|working)|able to|capable of|capacity to|familiar with|proficient|fluent|skilled|expert in|comfortable"
    r"|(?:have |has |holds? |possess |earned |completed )?(?:an? |at least an? |minimum (?:of )?(?:an? )?|top tier )?(?:bachelor|undergrad|ba ?/ ?bs|bs ?/ ?ms)"
    r"|bachelor|master'?s|ph\.?d|degree|b\.?[as]\b|m\.?[sab]\b|doctora|associate'?s? degree|high school|diploma|undergraduate degree|college degree"
    r"|mba\b|passionate (?:about|for)|willing(?:ness)? to|(?:strong )?attention to detail|detail[- ]oriented|self[- ](?:starter|motivated|driven)"
    r"|team player|highly (?:organi[sz]ed|motivated|analytical|skilled)|(?:you )?must\b|you (?:have|are (?:an?|able|proficient|comfortable|passionate"
    r"|familiar|experienced|fluent|skilled|knowledgeable|curious|organi[sz]ed|driven)|possess|bring|hold|know)|you've|you're|certifi(?:ed|cation)"
    r"|expertise|mastery|competen(?:t|cy) |fluency|literate|native|demonstrates? (?:ability|experience)|have (?:an? |strong |excellent |good |experience"
    r"|\d)|has (?:experience|strong)|possess|knowledgeable|exposure to|track record|no (?:prior )?experience|proof of|evidence of"
    r")"
)
_NEGATED = re.compile(
    r"\bnot (?:be )?(?:an? |strictly |really |necessarily |absolutely )?(?:required|needed|necessary|requirement|expected|mandatory|essential|must)\b"
    r"|\bn't (?:\w+ ){0,2}(?:required|need(?:ed)?|necessary)\b|\bno need (?:to|for|of)\b|\bdo not need\b|\bdon't need\b"
    r"|\bno (?:[\w/+#.'-]+ ){1,7}?(?:is |are )?(?:required|needed|necessary|asked|expected)\b"
    r"|\bno (?:prior |previous )?(?:experience|knowledge) (?:with|in|of|using)\b|\bdoes(?: not|n't) require\b"
)
FORWARD = re.compile(r"\b(?:ideally|preferably|nice to have|bonus(?: points)?(?: if|:))\b")
"""Words of preference that speak of what follows them only."""

_BOILERPLATE = re.compile(
    r"^\W*we offer\b|\bregardless of (?:race|age|gender|color|sex|your)|\bpaid study|\blife insurance\b(?=.*\b(?:benefit|paid|coverage|plan))"
    r"|\beligible (?:for|to (?:participate|receive))\b[^.]{0,60}\b(?:benefit|bonus|award|equity|commission)|\bclick (?:here|on|the)\b"
    r"|^\W*(?:to apply|apply (?:now|today|online|at|here))\b|^\W*please (?:apply|submit|send|contact|visit|email)\b"
)
_COMPANY = (
    (
        ("leading", "largest", "fastest", "award-winning", "premier", "world-class", "leader", "pioneer", "trusted", "world's"),
        re.compile(
            r"\b(?:is|are) (?:an? |the |one of the )?(?:\w+[ -]){0,3}?(?:leading|largest|fastest|award-winning|premier|world-class|global leader"
            r"|market leader|pioneer|trusted|world's)\b"
        ),
    ),
    (("culture",), re.compile(r"\b(?:our|strong|exceptional|great|inclusive|company) (?:[\w-]+ )?culture\b")),
    (
        ("mission", "fortune ", " to work", " proud", "cultural", "core values", "we celebrate", "we enjoy", "our employees"),
        re.compile(
            r"\bour mission\b|'s mission\b|\bfortune (?:\d{2,4}|magazine)\b|\bbest places? to work\b|\bgreat place to work\b"
            r"|\bwe(?:'re| are) proud\b|\bcultural identity\b|\bcore values\b|\bwe (?:celebrate|enjoy)\b|\bour employees\b"
        ),
    ),
)  # fmt: skip
"""Patterns, each with words of which it finds none without one: they are slow, and most sentences hold none."""

_COMPANY_FIRST = re.compile(
    r"\W*(?:(?:founded|established|headquartered) in\b|our (?:customers|clients|company|products?|values|culture|story)\b"
    r"|we are an? (?:[\w-]+ ){0,4}(?:company|firm|startup|start-up|organi[sz]ation|agency|consultancy|bank|non-?profit)\b"
    r"|[a-z&.]+ (?:inc\.?,? |llc,? |corp\.?,? )?is an? (?:[\w,-]+ ){0,6}(?:company|firm|startup|start-up|organi[sz]ation|agency|consultancy|bank"
    r"|provider|manufacturer|retailer|non-?profit|corporation)\b|(?:with|for) (?:over|more than|nearly) \d+ years\b)"
)
_IDEAL = re.compile(r"\b(?:ideal|perfect|dream) (?:candidate|applicant|person|hire|team member)\b")
_SOUGHT_WORDS = ("you", "look", "seek", "need", "want", "candidate", "applicant", "hiring", "require", "must")
_SOUGHT = re.compile(rf"\b(?:{'|'.join(_SOUGHT_WORDS)})")


def cue(text: str, *, prefers: bool = True, demanding: bool = True) -> Requirement | None:
    """How firmly a sentence or clause itself asks; preference wins over a demand in the same clause ("required or preferred").

    Args:
        text: the sentence or clause.
        prefers: False when it is known to hold no word of preference.
        demanding: False when it is known to hold none of demand.
    """
    if prefers and PREFERRED.search(text):
        return Requirement.PREFERRED
    return Requirement.REQUIRED if demanding and _REQUIRED.search(text) else None


def demands(text: str) -> bool:
    """Whether the text holds a firm word, whatever else it holds."""
    return _REQUIRED.search(text) is not None


def expects(text: str) -> bool:
    """Whether it speaks of what somebody needs without a firm word ("you have", "at least"): too weak to undo a heading."""
    return _EXPECTED.search(text) is not None


def describes(text: str) -> bool:
    """Whether it begins with what a person has or can ("experience with", "strong knowledge of"): as weak."""
    return _PERSON.match(text) is not None


def of_ideals(text: str) -> bool:
    """Whether it describes the person dreamt of ("the ideal candidate has"), which is preferred where other things are required."""
    return _IDEAL.search(text) is not None


def negation(text: str) -> tuple[int, int] | None:
    """The span of the words that say something is not asked for; None when there are none."""
    found = _NEGATED.search(text)
    return found.span() if found else None


def is_boilerplate(text: str) -> bool:
    """Whether a sentence speaks of benefits or the way to apply; what needs no second look is :data:`credlens.skills.stems.NOTICE`."""
    return _BOILERPLATE.search(text) is not None


def is_praise(text: str) -> bool:
    """Whether a sentence speaks of the company, and of nobody it looks for."""
    if _holds(text, _SOUGHT_WORDS) and _SOUGHT.search(text):
        return False
    return _COMPANY_FIRST.match(text) is not None or any(
        _holds(text, words) and pattern.search(text) for words, pattern in _COMPANY
    )


def _holds(text: str, parts: tuple[str, ...]) -> bool:
    return any(part in text for part in parts)
