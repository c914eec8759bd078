"""Find articles and read them.

In: files and folders. Out: `Article` values, or a `TimelineError` that names the file and says what to do; it is `NoText` where
the file holds no article.

    find      files and folders -> the articles' paths, sorted
    load      a path            -> Original: the bytes of its file, and of the record of where it came from
    read      a path            -> Article: text, title, publisher, url, language, publication date, page furniture
    text_of   a path            -> its text alone, sooner
    readable  a path            -> whether read will do, as far as can be told quickly
"""

from timeline.articles.files import NoText, Original, find, load
from timeline.articles.reading import read, readable, text_of
from timeline.articles.record import RECORD
from timeline.articles.record import facts as record_facts
from timeline.articles.record import parse as parse_record

__all__ = ["RECORD", "NoText", "Original", "find", "load", "parse_record", "read", "readable", "record_facts", "text_of"]
