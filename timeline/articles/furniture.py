"""Tell the page's furniture from the article: menus, sharing buttons, notices that come along when a page is copied.

In: an article's text and its title, where it is known. Out: the spans of the lines that are furniture, in order. They keep
their place in the text and are not read. A line is furniture where a pattern knows it whole, or where it stands in a menu:
a run of lines of a word or two before the headline or after the last sentence. When in doubt, a line is article.
"""

from __future__ import annotations

import re

from timeline.model import Span
from timeline.paragraphs import lines

LONGEST = 160
"""Characters of the longest line that a pattern is tried on."""
SHORTEST_MENU = 3
"""Lines of the shortest run that counts as a menu."""

PATTERNS = {
    "accessibility": r"accessibility links|(skip|jump) to (main |the )?(content|navigation|search|menu|footer|article|story)|screen reader mode",
    "menu": r"(main )?(menu|navigation)|home( ?page)?|search|(sign|log) (in|out|up)( or .{3,20})?|my account|close|open menu|back to top|"
    r"subscribe( now| today)?|register( now)?|donate( now)?|(previous|next)( (article|story|post))?|site ?map|(all )?sections",
    "headings of boxes": r"breaking news|latest( news| stories)?|top (stories|news)|most (read|popular|viewed|shared|watched)|trending( now)?|"
    r"editors?['’]s? picks?|live updates|in pictures|must reads?|highlights|what to read next",
    "text size": r"(xs|sm|md|lg|xl)( (xs|sm|md|lg|xl))*|a a a|(text|font) size|(increase|decrease) (text|font) size|a[+-]",
    "sharing": r"share|share (this|on|via|with|the|to)\b.{0,50}|share (article|story|options|full article)|"
    r"(share )?(on |via |with )?(facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|e-?mail|messenger|line|vk|flipboard|sms|bluesky|mastodon|threads)|"
    r"tweet|pin it|copy (the )?(link|url)|link copied!?|(e-?mail|print|save|bookmark)( (this|the))?( (article|story|page))?|gift (this )?article|"
    r"follow (us|me)( (on|at)\b.{0,40})?|like us on .{3,30}",
    "comments": r"(view |show |see |read |all |post |add |leave |write )?(a |the |\d+ )?comments?( \(?\d+\)?)?|join the (conversation|discussion)|"
    r"comments are closed\.?|(sort by|newest|oldest|reply|report( abuse)?)",
    "related": r"(related|recommended|suggested)( (articles?|stories|story|topics?|content|news|coverage|links?|posts?|reading|tags|video))?( for you)?:?|"
    r"(more|also) (on|from|in) .{2,40}:?|(you may|you might) also (like|be interested in)\b.{0,30}|more (stories|news|coverage)|(see|read) also:?|"
    r"(read|learn|see) more( about this)?( ?»| ?›|\.\.\.|…)?|(read|see|watch|click here)( more| also)?: .{3,140}|up next|around the web",
    "newsletter": r"((sign|signing) up|subscribe) (for|to|now for) .{0,80}\b(newsletters?|alerts?|emails?|updates|briefing)\b.{0,50}|(free )?newsletters?( sign-?up)?|"
    r"(get|receive) .{3,80} (in|to) your inbox.{0,30}|(your |enter your )?e-?mail( address)?|thank you for (subscribing|signing up).{0,40}",
    "cookies": r"(we|this (web)?site|our (web)?site)( and our partners)? uses? cookies\b.{0,120}|(accept|reject|manage|allow)( all)?( cookies?| preferences)|"
    r"cookies?( (policy|settings|preferences|notice))|(by (using|continuing to use) this (web)?site)\b.{0,120}",
    "legal": r"(privacy|terms|terms of (use|service)|terms (and|&) conditions|privacy (policy|notice)|legal( notice)?|disclaimer|contact( us)?|about( us)?|advertise( with us)?|"
    r"careers|help|faqs?|imprint|do not sell my (personal )?info(rmation)?)|(©|\(c\)|copyright)\W{0,3}(©|\(c\))?.{0,3}\d{4}\b.{0,120}|copyright (©|\(c\)).{0,120}|"
    r"all rights reserved\b.{0,60}|.{0,60}\ball rights reserved\.?",
    "advertisement": r"advertis(e?ment|ing)( ?[-–—] ?(continue reading|scroll) .{3,30})?|sponsored( (content|links?|by .{2,40}))?|ad|paid (content|post)|promoted|"
    r"(article|story|report) continues (below|after)\b.{0,30}",
    "player": r"no media source currently available|embed( share)?|play|pause|listen( to (this )?(article|story).{0,20})?|direct link|download|auto|\d{1,2}:\d\d(:\d\d)?( / \d{1,2}:\d\d(:\d\d)?)?|"
    r"\d{3,4}p( \| [\d.]+ ?mb)?|the code has been copied to your clipboard\.?|the url has been copied to your clipboard\.?|pop-?out player|loading\W{0,3}|"
    r"(view|see|show|launch|open) (gallery|slideshow|all photos|image in fullscreen|full ?screen|caption)|enlarge( this)? image|toggle caption|hide caption",
    "reading time": r"\d{1,3}[ -]?min(ute)?s? (read|listen)( time)?|reading time:? \d{1,3} min(ute)?s?",
    "breadcrumbs": r"(you are here:? )?home( ?[>›»/|] ?[^>›»/|]{1,60})+|[^>›»\d.!?]{1,30}( ?[>›»] ?[^>›».!?]{1,40}){2,}|[^|\d.!?]{1,25}( \| [^|\d.!?]{1,25}){2,}",
    "empty marks": r"[-–—_=*•·|~#>›»<‹«\s.]+",
}
_WHOLE_LINE = re.compile("|".join(f"(?:{pattern})" for pattern in PATTERNS.values()), re.IGNORECASE)
_OPENS_LINKS = re.compile(
    r"(related|recommended)( (articles?|stories|content|news|coverage|links?|posts?|reading))?( for you)?:?|more (on this story|stories|from .{2,40}):?|"
    r"most (read|popular|viewed)|you (may|might) also (like|be interested in)\b.{0,30}|(read|see) also:?|what to read next|trending( now)?|latest (news|stories)|top stories",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?…:;,][\"”’»)\]]*$")


def furniture(text: str, title: str = "") -> tuple[Span, ...]:
    """The spans of the lines of `text` that are furniture. A line that is the title is not."""
    spans = lines(text)
    words = [text[span.start : span.end] for span in spans]
    title = " ".join(title.split())
    marked = [len(line) <= LONGEST and bool(_WHOLE_LINE.fullmatch(line)) and " ".join(line.split()) != title for line in words]
    sentences = [i for i, line in enumerate(words) if _is_sentence(line) and not marked[i]]
    if sentences:
        _mark_menu(words, marked, range(0, _headline(words, marked, title, sentences[0])))
        _mark_links(words, marked, range(sentences[-1] + 1, len(words)))
        _mark_menu(words, marked, range(sentences[-1] + 1, len(words)))
    return tuple(span for span, is_furniture in zip(spans, marked, strict=True) if is_furniture)


def _is_sentence(line: str) -> bool:
    return len(line.split()) >= 5 and bool(_ENDS.search(line))


def _headline(words: list[str], marked: list[bool], title: str, end: int) -> int:
    """The line that is or may be the headline: the title, else the first of four words, else the last before a sentence."""
    before = [i for i in range(end) if not marked[i]]
    for i in before:
        if " ".join(words[i].split()) == title:
            return i
    return next((i for i in before if len(words[i].split()) >= 4), before[-1] if before else end)


def _mark_menu(words: list[str], marked: list[bool], among: range) -> None:
    """Mark the runs of short lines that make a menu."""
    run: list[int] = []
    for i in [*among, -1]:
        if i >= 0 and (marked[i] or _is_label(words[i])):
            run.append(i)
            continue
        if len(run) >= SHORTEST_MENU:
            for member in run:
                marked[member] = True
        run = []


def _is_label(line: str) -> bool:
    """Whether a line may be an entry of a menu: a word or two or three, no number, no sentence."""
    return len(line) <= 30 and len(line.split()) <= 3 and not _ENDS.search(line) and not any(character.isdigit() for character in line)


def _mark_links(words: list[str], marked: list[bool], among: range) -> None:
    """Mark the headlines listed under "Related stories" and its like, after the last sentence of the article."""
    below = False
    for i in among:
        if _OPENS_LINKS.fullmatch(words[i].strip()[:LONGEST]):
            below = True
        if below:
            marked[i] = True
