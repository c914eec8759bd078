"""Words of English that tell that something happened, in any field of the news.

In: a word in lower case. Out: whether it is a form of such a verb or the noun of such an event (`HAPPENINGS`), or tells that
someone spoke (`REPORTS`, `CALLS`). Verbs are given by their base, and every form that the spelling allows is made of it.
"""

from __future__ import annotations

_VERBS = (
    # crime and law
    "abduct abuse acquit apprehend arrest assassinate assault attack bribe charge convict deport detain detonate embezzle"
    " execute extradite fire fine hijack imprison incarcerate indict jail kidnap kill lynch molest murder overturn pardon"
    " plead poison prosecute raid ransack rape rob seize sentence settle smuggle stab strangle sue torture vandalise"
    " vandalize wound"
    # disasters and accidents
    " ablaze batter blast burn bury capsize collapse collide crash crush damage derail destroy devastate die displace divert"
    " drown engulf erupt evacuate explode extinguish flood ground ignite injure land level leak overturn plummet plunge"
    " rescue rupture sink spill strand submerge topple trap uproot wreck"
    # health
    " cure diagnose hospitalise hospitalize infect inoculate isolate quarantine recall recover sicken spread test transmit"
    " transplant treat vaccinate"
    # politics and conflicts
    " abolish adopt ambush annex appoint approve arm ban besiege block bomb bombard boycott call campaign cancel capture"
    " clash close concede condemn declare defect dethrone deploy depose detain disband dismiss dissolve down elect enact"
    " escape expel flee host impeach impose inaugurate intercept invade lift loot march massacre meet mobilise mobilize"
    " nationalise nominate occupy oust overthrow parade pass pledge protest rally ratify reinstate reject relocate resign"
    " retaliate revoke riot sabotage sanction scrap secede shell sign storm succeed summon surrender suspend torch veto"
    " visit vote withdraw"
    # sports
    " advance beat compete crown debut defeat disqualify draw eliminate finish loan lose play qualify race reach retire"
    " score substitute trade transfer triumph win"
    # science and technology
    " blast crack detect discover dock excavate hack identify invent land launch locate observe orbit patent publish release"
    " test unearth unveil"
    # culture and society
    " award baptise broadcast celebrate commemorate divorce honour honor marry mourn open perform premiere publish reopen"
    " sing star stage"
    # economy and work
    " acquire auction buy collapse cut default demolish devalue divest downgrade earn expand file halt hike hire introduce"
    " invest issue merge nationalize privatise privatize purchase raise sack sell shut slash soar strike surge tumble"
    " upgrade"
    # of any field
    " accept admit agree announce arrive assume begin break build cease complete confiscate construct create deliver"
    " dismantle disappear drop end enter establish fall find found give grant hand happen help hit hold inspect investigate"
    " join leave lead mark move name occur order postpone present probe receive remove replace respond restore resume return"
    " reveal rise send set shoot stop start step suffer sustain take tear throw travel"
)
_IRREGULAR = (
    "beaten began begun bought broke broken broadcast built came cut drew drawn drowned fell fallen fled flew flown fought"
    " found gave given held hit lain laid led left lost met overthrew overthrown overtook paid ran rose risen sang sank sunk"
    " sent shook shot shut sold spread stole stolen stood struck sworn swore swept taken threw thrown took tore torn"
    " underwent went withdrew withdrawn won wounded"
)
_NOUNS = (
    "abduction accident accord acquisition acquittal agreement airstrike ambush annexation arrest arson assassination"
    " attack attempt avalanche award bail bankruptcy blackout blast blaze bombardment bombing breach burglary casualties"
    " ceasefire ceremony championship clash clashes closure collapse collision conviction coup crackdown crash cyclone dead"
    " death deaths deal defeat demonstration demonstrations deployment derailment disappearance discovery drought earthquake"
    " election elections epidemic eruption escape evacuation execution explosion explosions expulsion famine festival fire"
    " fires flood flooding floods funeral genocide gunfire heist hijacking hurricane impeachment incident indictment"
    " infection infections injuries injury inquest invasion investigation kidnapping landing landslide launch lawsuit"
    " lockdown march massacre match meeting merger missing mudslide murder mutiny nomination outage outbreak pandemic parade"
    " poisoning premiere protest protests purchase quake raid rally rebellion recall referendum release resignation"
    " retirement revolt riot riots robbery shooting shootings siege spill stampede stabbing strike strikes summit surgery"
    " talks tornado transfer treaty trial truce tsunami typhoon unrest uprising vaccination verdict victory violence war"
    " warrant wedding wildfire wildfires win withdrawal wreckage"
)
REPORTS = frozenset(
    "acknowledged add added adds admits argue argued argues asserted believe believed believes called claim claimed claims commented"
    " concluded considered considers described describes estimated expected explained expressed feared feels felt hope hoped"
    " hopes insisted known mentioned noted praised promised quoted recalled reckons recounted referred remarked replied"
    " reported reports said say says speak speaks spoke stated states stressed suggested suspected tells think thinks"
    " thought told tweeted wants wanted warned warns"
    " welcomed wrote".split()
)


def _forms(verb: str) -> set[str]:
    """The base, and its -s, -ed and -ing forms in every way that English spelling allows: "stab" -> stabs, stabbed, stabed, …"""
    stem = verb[:-1] if verb.endswith("e") else verb
    stems = {stem, stem + stem[-1]} if verb[-1] not in "aeiouywx" else {stem}
    forms = {verb, verb + "s", verb + "es", *(each + ending for each in stems for ending in ("ed", "ing"))}
    if verb.endswith("y") and verb[-2] not in "aeiou":
        forms |= {verb[:-1] + "ies", verb[:-1] + "ied"}
    return forms


HAPPENINGS = frozenset(form for verb in _VERBS.split() for form in _forms(verb)) | frozenset((_IRREGULAR + " " + _NOUNS).split())
