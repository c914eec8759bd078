"""Words of English that tell where a clause begins, what its verb is, and whose name follows.

In: a word in lower case. Out: whether it can be a finite verb, a role before a name, or a boundary. Closed lists and
endings only: no model, so that the same sentence is read the same way everywhere.
"""

from __future__ import annotations

import functools

AUXILIARIES = frozenset(
    "is are was were be been being am has have had having will would shall should can could may might must do does did isn't"
    " aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't couldn't doesn't don't didn't".split()
)

# Past forms that do not end in -ed; those that equal a common noun are left out unless they rarely are one.
IRREGULAR_PAST = frozenset(
    "became began bent bet bit bled burst blew bound bought broke brought broadcast built burnt came cast caught chose clung crept"
    " cut dealt died dug dove drank drew drove dwelt ate fed fell felt fled flew forbade foresaw forecast forgave forgot fought"
    " found froze"
    " gave got grew hit held hid hung hurt kept knelt knew laid lay led leant left lent let lit lost made meant met mistook"
    " overcame oversaw overran overrode arose bore shone sped wept misled outdid withstood overtook overthrew paid proved put quit"
    " ran rang read rebuilt rewrote rode rose said sang sank saw sent set"
    " shook shot shrank shut slept slid sold sought spent spoke split spread sprang stole stood strode struck stuck stung swam"
    " swept swore swung taught thought threw told took tore underwent understood undertook upheld withdrew withheld woke won"
    " wore wove wrote went".split()
)

# Base forms whose third person ("begins", "speaks") is read as a verb.
_BASE_VERBS = (
    "accept accuse acknowledge acquire adopt agree allow announce answer"
    " employ own operate produce run carry cover oppose occupy back appeal appear approve argue arrest arrive ask"
    " assassinate attack attend ban beat become begin blame block bomb break bring build buy call cancel capture cast cause"
    " celebrate challenge change charge chair cite claim clash close collapse collide come comply condemn confirm consider"
    " continue convict crash create criticize cross cut damage debate decide declare decline defeat defend demand denounce"
    " deny deploy designate destroy detain devastate die disappear discover discuss dismiss dissolve drop earn elect eliminate"
    " embrace enact end enter erupt escape establish evacuate exchange execute expand expect expel explode express extend face"
    " fail fall fight file fine fire flee fly follow force form gain gather get give go grant greet grow halt hand happen head"
    " hear help hit hold host identify impose include increase indict injure inform insist inspect intercept introduce invade"
    " investigate invite issue join judge keep kidnap kill land launch lead leave lift listen lose make mark meet merge move"
    " murder name negotiate nominate notify occupy occur offer open oppose order oust overthrow overturn pardon pass pay plan"
    " plead pledge pose postpone praise predict prepare present prevent proclaim promise propose protest prove publish pull"
    " purchase push put question quit raise reach read receive recall recognize reject release remain remove replace reply"
    " report request require rescue resign resume retire return reveal rise rule run sack sail say schedule secure see seek"
    " seem seize show own remain contain sell send sentence serve set settle shake shoot sign sink speak spend spread stand start"
    " stay step stop"
    " strike submit succeed sue suffer suggest support surge surrender suspend swear take talk target teach tell testify"
    " threaten throw topple travel trigger turn unveil urge use veto visit vote vow wait walk want warn watch wear welcome win"
    " withdraw witness work write"
)
_DOUBLE_NOUNS = frozenset(
    "states talks plans reports votes charges protests attacks moves works rules heads hands names marks calls strikes uses".split()
)


def _third_person(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2] not in "aeiou" else verb + "s"


_THIRD_PERSON = frozenset(_third_person(verb) for verb in _BASE_VERBS.split()) - _DOUBLE_NOUNS

# Words in -ed that are not verbs, or seldom the verb of a clause.
_NOT_PAST = frozenset(
    "indeed need speed seed feed breed deed weed greed hundred sacred naked united red bed wed shed sled fed ted fred ahmed"
    " mohammed muhammed hamed saeed rashed so-called alleged aged armed unarmed unprecedented undisputed supposed embed"
    " unnamed unidentified limited".split()
)
DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your no some any each every both all several many most other another".split()
)
PREPOSITIONS = frozenset(
    "about above across after against ahead along amid among around at before behind below beneath beside between beyond by"
    " despite during following for from in inside into near of off on onto out outside over past per regarding since through"
    " throughout to toward towards under until unlike up upon versus via with within without".split()
)
RELATIVES = frozenset("which who whom whose that where".split())
SUBORDINATORS = frozenset(
    "after as although because before but how if once since so that though unless until when whereas while why".split()
)
PRONOUNS = frozenset("he she it they we i you".split())
# Past participles that do not end in -ed, as they stand before a noun or "by".
PARTICIPLES = frozenset(
    "born built founded found held made known seen shot hit hurt killed injured wounded arrested dead missing led written drawn"
    " chosen taken given sold bought sent set broken frozen stolen torn driven hidden caught struck stung run".split()
)
TIME_UNITS = frozenset(
    "second seconds minute minutes hour hours day days night nights week weeks fortnight month months year years decade decades".split()
)
# Words that a clause may begin with, before a comma and its subject.
FRONTS = frozenset(
    "according just shortly soon ahead as asked despite earlier later today yesterday tomorrow also still yet instead here there then"
    " now once afterwards meanwhile moreover furthermore nevertheless nonetheless therefore thus indeed besides separately again"
    " elsewhere however perhaps hours days weeks months years minutes only even not nor speaking because due thanks based prior"
    " together back alongside amid sources but and so first second third finally lastly although"
    " though while whilst when because if since unless once whereas".split()
)
# Verbs of saying, as they stand at a sentence's end: "…, witnesses said".
REPORTING = frozenset(
    "said says told announced announces reported reports confirmed confirms added adds stated states wrote writes showed shows claimed"
    " claims warned warns explained noted acknowledged declared revealed estimated believes believed admitted insisted".split()
)
# Participles that want an object or a clause: a title must not end with one.
OPEN_PARTICIPLES = frozenset(
    "saying suggesting showing enabling allowing alleging claiming causing making forcing killing including following involving using"
    " containing according leaving sending becoming being having bringing taking giving calling urging warning indicating accusing"
    " demanding"
    " requiring holding carrying seeking trying reaching injuring wounding ending bringing raising prompting citing telling asking"
    " ordering"
    " destroying damaging putting setting getting regarding concerning".split()
)
# What is called, as an organisation is, by a noun of its kind.
GROUPS = frozenset(
    "agency airline army assembly association authority bank board bureau cabinet carmaker church club college commission committee"
    " company congress corporation council country court department federation firm foundation government group hospital house"
    " institute institution jury league ministry museum network newspaper office organisation organization panel parliament party"
    " police regulator school senate service society station team tribunal union university watchdog".split()
)
# What a person is called before the name; the title leaves it out where space is short.
ROLES = frozenset(
    "administrator admiral adviser advisor ambassador analyst archbishop attorney author bishop captain cardinal chair"
    " chairman chairperson chairwoman chancellor chief coach colonel commander commissioner congressman congresswoman"
    " coordinator counterpart defender dictator diplomat director economist editor emperor envoy executive founder general"
    " governor head historian inspector journalist judge justice king lawmaker lawyer leader lieutenant major manager mayor"
    " mediator member minister negotiator official officer opponent owner politician pope premier president prince princess"
    " professor prosecutor queen reporter representative researcher rival scientist secretary senator sergeant sheriff singer"
    " speaker spokesman spokesperson spokeswoman strongman sultan treasurer trader writer".split()
)
HONORIFICS = frozenset("mr mrs ms dr sir lady lord gen sen rep gov lt col capt sgt prof rev pres".split())
# Nouns that want one.
OPEN_NOUNS = frozenset(
    "bid right plan plans decision effort efforts attempt pledge promise deal agreement order call calls power proposal".split()
)
# Verbs that want an infinitive after their object: a title must not end between the two.
WANTS_INFINITIVE = frozenset(
    "urged urges asked asks told tells ordered orders forced forces allowed allows agreed agrees vowed vows pledged pledges"
    " planned plans promised promises threatened threatens called calls wants wanted expects expected persuaded encouraged"
    " required requires warned ordering urging asking telling forcing allowing calling threatening expecting encouraging promising"
    " vowing pledging agreeing planning due able unable likely unlikely set about going hoped hopes began begins begun started"
    " decided decides refused refuses failed fails tried tries sought seeks want managed continued continues prepared scheduled"
    " appeared appears seemed seems offered offers used needed needs intended attempted attempts ready willing forced".split()
)


_BEFORE_NOUN = DETERMINERS - {"that", "this", "all", "both", "some", "many", "most"} | {"to", "of", "in", "by"}


@functools.lru_cache(1 << 14)
def is_finite_verb(word: str, before: str = "") -> bool:
    """Whether the word can be a clause's finite verb; `before` is the word in front of it (both in lower case)."""
    if word in AUXILIARIES:
        return word not in ("be", "been", "being", "having")
    if before in _BEFORE_NOUN:
        return False
    if word in IRREGULAR_PAST or word in _THIRD_PERSON:
        return True
    return len(word) > 4 and word.endswith("ed") and word not in _NOT_PAST and "-" not in word
