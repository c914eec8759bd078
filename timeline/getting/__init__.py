"""Getting articles into a project: from the web, from a file, from standard input.

In: an address, or the bytes of an article. Out: the original in seeds/, as it came, and the record of where it came from beside it.

    addresses   what is typed -> an address; which machines may be asked
    robots      robots.txt    -> what a site allows
    fetch       an address    -> what the server sends
    asking      one request   -> one answer
    kinds       what came     -> the ending of its file
    feeds       a feed        -> the addresses of its articles
    lists       a list        -> the addresses and paths in it
    names       title, day    -> the name of its file
    originals   an article    -> the file and its record, nothing overwritten

Only `fetch` and `asking` use the network, and only `originals` writes.
"""

from timeline.getting.addresses import Address, is_address
from timeline.getting.asking import Limits
from timeline.getting.feeds import Entry
from timeline.getting.feeds import read as read_feed
from timeline.getting.fetch import Fetched, Fetcher
from timeline.getting.lists import read as read_list
from timeline.getting.originals import Incoming, Kept, Originals

__all__ = [
    "Address",
    "Entry",
    "Fetched",
    "Fetcher",
    "Incoming",
    "Kept",
    "Limits",
    "Originals",
    "is_address",
    "read_feed",
    "read_list",
]
