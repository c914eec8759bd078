"""Dates in plain English words, and back.

in_words(date)    a Date -> "4 August 2018", "in 2017", "between 25 October and 11 November 2018"
read_date(text)   EDTF or plain words -> a Date, or DateError that says what to write, and what was meant

What `in_words` writes, `read_date` reads back as the same days.

reading     dates that stand in relation ("before", "from … to …"), by way of points
points      single dates
languages   the months of other languages, in English
meant       what a slip was meant to be
writing     dates in words
"""

from timeline.wording.meant import read_date
from timeline.wording.writing import MONTHS, WEEKDAYS, in_words, is_week, point_in_words, weekday, year_in_words

__all__ = ["MONTHS", "WEEKDAYS", "in_words", "is_week", "point_in_words", "read_date", "weekday", "year_in_words"]
