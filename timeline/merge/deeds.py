"""English words that tell the same deed.

In: a text, a stem. Out: the text with phrases as one word each, the stem that stands for all of its deed. Each line of a table is one
deed; irregular pasts stand with their verbs. What may be another thing is not here: to nominate is not to appoint.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_DEEDS = """
kill die dead death deadly fatal murder slay slain
explode blast
resign quit
arrest detain detention
jail imprison
convict guilty
charge indict
dismiss sack oust
collapse fall fell fallen cave
begin began begun start commence erupt
end finish conclude
stop halt
demand urge
ask request
approve pass adopt
reject decline refuse
attack raid assault
shell bombard
shoot shot
buy bought acquire purchase
sell sold sale
meet met
visit tour
win won beat defeat victory
flee fled escape
capture seize
memo memorandum
free release
wound injure hurt
close shut
build built construct
cancel scrap
delay postpone
marry wed
sue lawsuit
drown drowned
quake earthquake tremor
sink sank sunk
rise rose risen climb surge
give gave given
take took taken
hold held
lose lost loss
lead led
leave left
break broke broken
speak spoke spoken
swear sworn swore
send sent
fly flew flown
find found
tell told
strike struck
fight fought
write wrote written
pay paid
withdraw withdrew withdrawn
blow blew blown
throw threw thrown
choose chose chosen
become became
bring brought
steal stole stolen
truck lorry
car automobile
rig platform
police officer
"""
_PHRASES = (
    (r"st(?:ep(?:s|ped|ping)?|ood|ands?|anding) (?:down|aside)", "resigned"),
    (r"g(?:ives?|ave|iven|iving) way", "collapsed"),
    (r"bl(?:ows?|ew|own|owing) up", "exploded"),
    (r"br(?:eaks?|oke|oken|eaking) out", "began"),
    (r"call(?:s|ed|ing)? (?:for|on|upon)", "demanded"),
    (r"los(?:es?|t|ing) (?:his|her|its|their) li(?:fe|ves)", "died"),
    (r"loss of \w+ li(?:fe|ves)", "died"),
    (r"open(?:s|ed|ing)? fire", "shot"),
    (r"t(?:akes?|ook|aken|aking) over", "acquired"),
    (r"turn(?:s|ed|ing)? down", "rejected"),
    (r"call(?:s|ed|ing)? off", "cancelled"),
    (r"put(?:s|ting)? off", "postponed"),
    (r"t(?:akes?|ook|aken|aking) into custody", "arrested"),
)
_BEGIN = "".join(sorted({pattern[0] for pattern, _ in _PHRASES}))
_PHRASE = re.compile(rf"\b(?=[{_BEGIN}])(?:" + "|".join(rf"({pattern})\b" for pattern, _ in _PHRASES) + ")", re.I)


def plain_deeds(text: str) -> str:
    """ "he stepped down" -> "he resigned"."""
    return _PHRASE.sub(lambda found: _PHRASES[(found.lastindex or 1) - 1][1], text)


def table(stem: Callable[[str], str]) -> dict[str, str]:
    """From the stem of each word to that of its deed."""
    return {stem(word): stem(words[0]) for line in _DEEDS.split("\n") if (words := line.split()) for word in words}
