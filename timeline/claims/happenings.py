"""Words of English that tell that something happened, in any field of the news.

In: a word in lower case. Out: whether it is a form of such a verb or the noun of such an event (`HAPPENINGS`), or tells that
someone spoke (`REPORTS`, `CALLS`). Verbs are given by their base, and every form that the spelling allows is made of it.
"""

from __future__ import annotations

_VERBS = (
    # crime and law
    " abduct abuse acquit ambush apprehend arrest assassinate assault attack behead blackmail bribe burgle charge convict decapitate"
    " defraud deport detain detonate embezzle execute exonerate extradite fine fire forge free gun harass hijack impound imprison"
    " incarcerate indict jail kidnap kill lynch molest murder overdose overturn pardon parole plead poison prosecute quash raid ransack"
    " rape rescind rob seize sentence settle slay smuggle stab strangle sue swindle threaten torture vandalise vandalize wound"
    # disasters and accidents
    " ablaze batter blast buckle burn bury capsize collapse collide crash cripple crush damage derail destroy devastate die displace"
    " divert drown engulf erupt evacuate explode extinguish flood ground ignite injure inundate land leak level maroon overrun perish"
    " plummet plunge ravage rescue rip rupture shatter sink skid slam smash spill strand submerge sweep swerve topple trap uproot veer"
    " wreck"
    # health
    " amputate contaminate contract cull cure diagnose hospitalise hospitalize immunise immunize implant infect inject inoculate isolate"
    " operate quarantine recall recover relapse sicken spread test transmit transplant treat undergo vaccinate"
    # politics and conflicts
    " abolish adopt airlift amend annex appoint approve arm ban besiege block bomb bombard boycott call campaign cancel capture censure"
    " clash close concede condemn conquer declare defect delay demote deploy depose dethrone disband dismiss dispatch dissolve down"
    " elect enact escape expel field flee host impeach impose inaugurate intercept invade liberate lift loot march massacre mediate meet"
    " mobilise mobilize nationalise negotiate nominate occupy oust outlaw overthrow parade pass patrol pledge protest purge rally ratify"
    " re-elect recapture reinstate reject relocate repeal resign retake retaliate revoke riot sabotage sanction scrap secede shell"
    " shelve sign storm succeed summon surrender suspend torch veto visit vote withdraw"
    # sports
    " advance beat claim clinch compete convert crown debut defeat disqualify draw eliminate equalise equalize finish knock loan lose"
    " net outscore play promote qualify race reach relegate retain retire rout score seal substitute thrash trade transfer triumph"
    " trounce win"
    # science and technology
    " clone crack decode detect discover dock engineer excavate hack identify invent launch locate observe orbit patent photograph"
    " publish release sequence splash touch uncover undock unearth unveil"
    # culture and society
    " award baptise broadcast celebrate commemorate compose divorce honor honour induce induct knight marry mourn open perform premiere"
    " reopen reunite sing stage star tour unite"
    # economy and work
    " acquire auction audit bail borrow buy cut default delist demolish devalue divest downgrade drop earn expand export file halt hike"
    " hire import introduce invest issue lend list lower merge nationalize post privatise privatize purchase raise rebound recoup sack"
    " sell shed shrink shut slash slump soar strike surge tax total tumble upgrade"
    # of any field
    " accept adjourn admit agree announce arrive assume begin break build cease complete confiscate construct create deliver disappear"
    " dismantle donate eject end endorse enter establish extend fall find found give grant hand happen help hit hold increase inspect"
    " intervene investigate join lead leave mark move name occur order postpone present probe receive rejoin relaunch remove repair"
    " replace respond restore resume return reveal rise save send serve set shoot start step stop submit suffer survive sustain switch"
    " take tear throw travel trigger try"
)
_IRREGULAR = (
    " beaten began begun bought broadcast broke broken built came cut drawn drew drowned fallen fell fled flew flown fought found gave"
    " given held hit laid lain led left lost met overthrew overthrown overtook paid ran risen rose sang sank sent shook shot shut sold"
    " spread stole stolen stood struck sunk swept swore sworn taken threw thrown took tore torn underwent went withdrawn withdrew won"
    " wounded"
)
_NOUNS = (
    " abduction accident accord acquisition acquittal agreement airstrike ambush annexation arrest arson assassination attack attempt"
    " avalanche award bail bailout bankruptcy blackout blast blaze blockade bombardment bombing breach burglary casualties ceasefire"
    " ceremony championship clash clashes closure collapse collision conviction coup crackdown crash cyclone dead deal death deaths"
    " defeat demonstration demonstrations deployment derailment disappearance discovery drought earthquake eclipse election elections"
    " epidemic eruption escape evacuation execution explosion explosions expulsion famine festival fire fires flood flooding floods"
    " flyby funeral genocide goal goals gunfire heist hijacking hurricane impeachment incident indictment infection infections injuries"
    " injury inquest invasion investigation kidnapping landing landslide launch lawsuit layoffs liftoff lockdown march massacre match"
    " medal medals meeting merger missing mudslide murder mutiny nomination offensive outage outbreak overdose pandemic parade penalty"
    " poisoning premiere protest protests purchase quake raid rally rebellion recall recession referendum release resignation retirement"
    " revolt riot riots robbery shelling shooting shootings siege spill splashdown stabbing stampede strike strikes summit surgery"
    " takeover talks tornado touchdown transfer treaty trial truce tsunami typhoon unrest uprising vaccination verdict victory violence"
    " war warrant wedding wildfire wildfires win withdrawal wreckage"
)
REPORTS = frozenset(
    "acknowledged add added adds admits argue argued argues asked asserted believe believed believes called claim claimed claims commented"
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


HAPPENINGS = frozenset(form for verb in _VERBS.split() for form in _forms(verb)) | frozenset((_IRREGULAR + _NOUNS).split())
