"""Tell the page's furniture from the article: menus, sharing buttons, notices that come along when a page is copied.

In: an article's text and its title, where it is known. Out: the spans of the lines that are furniture, in order. They keep
their place in the text and are not read. A line is furniture where a pattern knows it whole, or where it stands in a menu:
a run of lines of a word or two before the headline or after the last sentence. When in doubt, a line is article. Lines that
say when the page was published (`stamps`) are told apart: they are not read either, but the publication date stands in them.
"""

from __future__ import annotations

import re

from timeline.model import Span
from timeline.paragraphs import lines

LONGEST = 160
"""Characters of the longest line that a pattern is tried on."""
SHORTEST_MENU = 3
"""Lines of the shortest run that counts as a menu."""

# One pattern a line, which has to match a whole line of the article, in either case. "#" opens a comment.
LABELS = r"""
# for screen readers
accessibility links
(skip|jump) to (the |main )?(article|content|footer|main|menu|navigation|search|story)
# menus
(main |site )?(menu|navigation)
(open|close) (the )?(menu|search|navigation)
home( ?page)?
search
(sign|log) (in|out|up)( or .{3,20})?
my account
(register|subscribe|donate|join)( now| today| us)?
back to (the )?top
(previous|next) (article|post|story|page)
site ?map
(all )?sections
# headings of boxes
breaking news
in pictures
live updates
editors?['’]?s?['’]? picks?
must reads?
# size of the type
(xs|sm|md|lg|xl)( (xs|sm|md|lg|xl))*
(increase |decrease |change )?(text|font) size
a a a|a[+-]
# sharing
share( this)?( article| story| page)?( (on|via|with) .{2,40})?:?
share (full article|options|the article|the story)
(share )?((on|via|with) )?(bluesky|e-?mail|facebook|flipboard|linkedin|mastodon|messenger|pinterest|reddit|telegram|twitter|vk|whatsapp|x)
tweet( this)?|pin it
copy (the )?(link|url)|link copied!?
(bookmark|e-?mail|print|save)( this)?( article| page| story)?
(gift|give) this article
follow (us|me)( (on|at) .{2,40})?:?
like us on .{3,30}
# comments
comments?( \(?\d{1,6}\)?)?
\d{1,6} comments?
(add|leave|post|write) a comment
(hide|read|see|show|view) (all )?(the )?(\d{1,6} )?comments
(join|start) the (conversation|discussion)
comments are (now )?closed\.?
# other articles
((also|see|read) )?(related|recommended|suggested)( (content|coverage|links?|news|reading|tags|topics?|video))?( for you)?:?
((also|see|read) )?(related|recommended|suggested) (article|post|stories|story)s?( for you)?:?
(more on this (story|topic)|more (coverage|news|stories)|more from .{2,40}):?
(latest|most (popular|read|shared|viewed|watched)|top|trending)( (articles?|headlines|news|now|stories|videos))?
you (may|might) also (be interested in|like):?.{0,20}
what to read next|read next|up next|(see|read) also:?|also read:?
(also read|read also|read more|related|see also|watch|listen): .{3,140}
(read|see|learn) more( about this)?( ?[»›→]|\.\.\.|…)?
around the web
# newsletters
(sign up|subscribe) (for|to) .{0,80}\b(alerts?|briefing|e-?mails?|newsletters?|updates)\b.{0,50}
(free |our )?newsletters?( sign-?up)?
(get|receive) .{3,80} (in|to) your inbox.{0,30}
(enter )?(your )?e-?mail address
thank you for (signing up|subscribing).{0,40}
subscribe (and|before|by|for|now|to|today|until|with)\b.{0,140}
# cookies
(we|(this|our) (web)?site)( and our partners)? uses? cookies\b.{0,120}
by (continuing to use|using) (this|our) (web)?site\b.{0,120}
(accept|allow|manage|reject)( all)?( cookies| preferences)
cookies?( (notice|policy|preferences|settings))?
# law
(copyright|©|\(c\)|copyright ©|copyright \(c\)|© copyright),? ?(19|20)\d\d\b.{0,120}
(copyright )?(©|\(c\)) .{2,120}
(.{1,80}\b)?all rights reserved\b.{0,40}
(about|contact)( us)?
advertise( with us)?
careers|disclaimer|faqs?|help|imprint|legal( notice)?
privacy( (notice|policy))?
terms( (and|&) conditions| of (service|use))?
do not sell my (personal )?info(rmation)?
# advertisements
advertis(e?ment|ing)( ?[-–—] ?(continue reading|scroll) .{3,30})?
(paid|sponsored)( (by .{2,40}|content|links?|post))?|promoted
(article|report|story) continues (after|below)\b.{0,30}
# players and pictures
no media source currently available
embed( share)?|(pop-?out|audio|video) player|(direct|download) (link|audio|video)|download
play( (audio|video))?|pause|listen( to this (article|story))?( now)?
\d{1,2}:\d\d(:\d\d)?( ?/? ?\d{1,2}:\d\d(:\d\d)?)?
(auto|\d{3,4}p)( \| [\d.]+ ?mb)?
the (code|url) has been copied to your clipboard\.?
loading( ?\.\.\.|…)?
(launch|open|see|show|view) (all photos|fullscreen|full screen|gallery|image in fullscreen|slideshow|caption)
(enlarge|expand)( this)? image|(hide|toggle) caption
# time to read
\d{1,3}[ -]?min(ute)?s? (read|listen)( time)?
(estimated )?reading time:? \d{1,3} min(ute)?s?
# breadcrumbs and bars
(you are here:? )?home( ?[>›»/|] ?[^>›»/|]{1,60})+
[^>›».!?\d]{1,30}( ?[>›»] ?[^>›».!?]{1,40}){2,}
[^|.!?\d]{1,25}( ?\| ?[^|.!?\d]{1,25}){2,}
# who made it, and where else it stood
(additional )?(editing|photos|photographs|reporting|translation|writing) by( <credit>[,;]?)+\.?
(a version of )?this (article|column|essay|interview|page|piece|post|story)( \w+)? (has been|was)( \w+)? <published>\b.{0,120}
a version of this (article|column|essay|interview|piece|post|story) \w+ in print\b.{0,120}
this report was (first|last|originally) <published>\b.{0,120}
# rulers
[\W_]+
"""
# What <a name> stands for in a pattern.
PARTS = {
    "stamp": r"(<day>|<clock>)(<gap>(at )?(<day>|<clock>))*",
    "day": r"(<weekday>,? )?(<month> \d{1,2}(st|nd|rd|th)?(,? \d{4})?|\d{1,2}(st|nd|rd|th)?\.? <month>(,? \d{4})?|<month> \d{4}|<numbers>)",
    "weekday": r"(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?",
    "month": r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?",
    "numbers": r"\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}",
    "clock": r"\d{1,2}[.:]\d\d(:\d\d)?( ?[ap]\.?m\.?)?( [a-z]{2,4})?",
    "gap": r"[ ,|·•/–—-]{1,3}",
    "published": r"(amended|corrected|edited|modified|posted|published|republished|updated)",
    "said": r"((first|last|originally) )?(<published>|publication date)(( (at|in|on))?:? | ?: ?)",
    "read": r"\d{1,3}[ -]?min(ute)?s? (read|listen)",
    "name": r"(?-i:[\w.’'-]+( [A-ZÀ-Þ][\w.’'-]*){0,4})",
    "credit": r"(?-i:[A-ZÀ-Þ][\w.’'-]*|\d{1,4}|&|additional|and|by|for|from|in|on|with|editing|reporting|writing)",
}
STAMPS = r"""
(by <name><gap>)?<said><stamp>(<gap>(and )?<said><stamp>)*(<gap><read>)?(<gap>by <name>)?
(by <name><gap>)?<read><gap><stamp>
(by <name><gap>)?<stamp><gap><read>(<gap>by <name>)?
"""
# What opens a list of links to other articles; below the last sentence, all that follows it is furniture.
LINKS = r"""
((also|see|read) )?(related|recommended)( (articles?|content|coverage|links?|news|posts?|reading|stories|story))?( for you)?:?
(more on this (story|topic)|more (coverage|news|stories)|more from .{2,40}):?
(latest|most (popular|read|shared|viewed|watched)|top|trending)( (articles?|headlines|news|now|stories|videos))
you (may|might) also (be interested in|like):?.{0,20}
what to read next|read next|up next|(see|read) also:?|also read:?
"""


def _compiled(table: str) -> re.Pattern[str]:
    patterns = (line for line in table.splitlines() if line and not line.startswith("#"))
    return re.compile("|".join(f"(?:{_spelt_out(pattern)})" for pattern in patterns), re.IGNORECASE)


def _spelt_out(pattern: str) -> str:
    return re.sub(r"<(\w+)>", lambda name: f"(?:{_spelt_out(PARTS[name[1]])})", pattern)


_LABEL = _compiled(LABELS)
_LINKS = _compiled(LINKS)
_STAMP = _compiled(STAMPS)
_END = re.compile(r"[.!?…:;,][\"”’»)\]]*$")


def furniture(text: str, title: str = "") -> tuple[Span, ...]:
    """The spans of the lines of `text` that are furniture. A line that is the title is not."""
    spans = lines(text)
    words = [" ".join(text[span.start : span.end].split()) for span in spans]
    title = " ".join(title.split())
    marked = [len(line) <= LONGEST and line != title and bool(_LABEL.fullmatch(line)) for line in words]
    sentences = [i for i, line in enumerate(words) if not marked[i] and _is_sentence(line)]
    if sentences:
        head, tail = range(_headline(words, marked, title, sentences[0])), range(sentences[-1] + 1, len(words))
        _mark_menus(words, marked, head)
        _mark_links(words, marked, tail)
        _mark_menus(words, marked, tail)
    return tuple(span for span, is_furniture in zip(spans, marked, strict=True) if is_furniture)


def stamps(text: str) -> tuple[Span, ...]:
    """The spans of the lines of `text` that say when the page was published or changed, and nothing else."""
    return tuple(
        span for span in lines(text) if span.end - span.start <= LONGEST and _STAMP.fullmatch(" ".join(text[span.start : span.end].split()))
    )


def _is_sentence(line: str) -> bool:
    return len(line.split(maxsplit=5)) >= 5 and bool(_END.search(line, max(0, len(line) - 5)))


def _headline(words: list[str], marked: list[bool], title: str, end: int) -> int:
    """Which line may be the headline: the title, else the first of four words, else the last before a sentence."""
    before = [i for i in range(end) if not marked[i]]
    for i in before:
        if words[i] == title:
            return i
    return next((i for i in before if len(words[i].split()) >= 4), before[-1] if before else end)


def _mark_menus(words: list[str], marked: list[bool], among: range) -> None:
    """Mark the runs of short lines that make a menu."""
    run: list[int] = []
    for i in [*among, -1]:
        if i >= 0 and (marked[i] or _is_entry(words[i])):
            run.append(i)
            continue
        if len(run) >= SHORTEST_MENU:
            for member in run:
                marked[member] = True
        run = []


def _is_entry(line: str) -> bool:
    """Whether a line may be an entry of a menu: a word or two or three, no number, no sentence."""
    return len(line) <= 30 and len(line.split()) <= 3 and not _END.search(line) and not any(map(str.isdigit, line))


def _mark_links(words: list[str], marked: list[bool], among: range) -> None:
    """Mark all that follows "Related stories" or its like."""
    below = False
    for i in among:
        below = below or (len(words[i]) <= LONGEST and bool(_LINKS.fullmatch(words[i])))
        marked[i] = marked[i] or below
