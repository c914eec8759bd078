"""Rules for places in the calendar: days, months, years, weekdays, seasons, quarters, decades, centuries."""

from __future__ import annotations

from timeline.timex.english import guards
from timeline.timex.rule import Rule

RULES = (
    Rule(
        "iso date", "calendar", ("ISODATE",),
        ("Signed on [2018-08-04].", "From [2018-08] on.", "Sent at [2018-08-04T14:30Z]."),
        ("Call 2018-555-0100.", "Between 2018-2019."),
        guard=guards.iso_date,
    ),
    Rule(
        "numeric date", "calendar", ("NUMERICDATE",),
        ("Filed on [10/25/2018].", "Filed on [25.10.2018].", "On [11/02/89] they met."),
        ("It won 21/2.", "Version 1.2.3 is out."),
    ),
    Rule(
        "month day year", "calendar",
        ("[(WEEKDAY|SHORTDAY)[,]] MONTH [the] DAY[, YEAR]", "[(WEEKDAY|SHORTDAY)[,]] MONTH DAY YEAR",
         "[WEEKDAY[,]] MONTH [the] DAYWORD[, YEAR]", "MONTH DAY [of] YEARREF", "MONTH DAY, SHORTYEAR"),
        ("In Singapore, [Aug. 4, 2018].", "They met on [August 4th].", "[Friday, October 26], was dry.", "On [May the fourth] they left.",
         "[July 1, 1916], was a Saturday."),
        ("Marching 4 abreast.", "They may 4 times."),
        guard=guards.not_a_count_of_things,
    ),
    Rule(
        "day month year", "calendar",
        ("[(WEEKDAY|SHORTDAY)[,]] [the] DAY [of] MONTH[,] YEAR", "[(WEEKDAY|SHORTDAY)[,]] [the] DAY [of] MONTH",
         "[WEEKDAY[,]] the DAYWORD [day] of MONTH[,] YEAR", "[WEEKDAY[,]] the DAYWORD [day] of MONTH"),
        ("They met on [4 August 2018].", "Closed since [the 3rd of May].", "[Sunday 11 November 2018] is the day.", "On [the first of June, 1994]."),
        ("Only 4 may enter.",),
        guard=guards.month_of_day,
    ),
    Rule(
        "month year", "calendar",
        ("[EARLY] MONTH[,] YEAR", "[EARLY] MONTH of YEAR", "EARLY-MONTH YEAR", "MONTH YEARWORDS", "MONTH SHORTYEAR"),
        ("A treaty of [June 2018].", "Built in [early May, 1974].", "In [mid-July 2011] it rained.", "In [January nineteen ninety-seven]."),
        ("They march 2018 miles.",),
        guard=guards.year_is_a_year,
    ),
    Rule(
        "month", "calendar", ("[EARLY] MONTH", "EARLY-MONTH"),
        ("A [June] summit was held.", "It ended in [March].", "It rained in [late November].", "In [mid-May] it froze.", "The [May] vote was close."),
        ("They may leave.", "Theresa May said no.", "Mrs. May left.", "The March on Washington drew crowds.", "May I come?",
         "An army will march.", "June Carter sang.", "May 1 was lost"),
        guard=guards.month_is_a_month,
    ),
    Rule(
        "month of a year", "calendar", ("[EARLY] MONTH [of] YEARREF",),
        ("It began in [June last year].", "In [May of this year] it ended.", "It ended in [March of that year]."),
    ),
    Rule(
        "last, this or next month by name", "calendar", ("[EARLY] DEICTIC MONTH", "this past MONTH"),
        ("It closed [last June].", "It opens [next March].", "[This past May] it rained."),
        ("This may help.", "Last, March on!"),
    ),
    Rule(
        "weekday", "calendar",
        ("[early|late|earlier|later] [DEICTIC] WEEKDAY [PART]", "(early|late) on WEEKDAY", "the RELATIVE WEEKDAY [PART]", "WEEKDAY [of] WEEKREF"),
        ("He said on [Monday] that.", "It opens [next Friday].", "It was [Friday]'s vote.", "[Late Tuesday] it rained.", "On [Monday last week] it rained."),
        ("She sat in the sun.", "We met.", "Sun Microsystems fell.", "A Bloody Sunday march.", "The wed couple."),
        guard=guards.weekday_is_a_day,
    ),
    Rule(
        "year", "calendar",
        ("[EARLY] YEAR", "EARLY-YEAR", "[the] [EARLY] [calendar|fiscal|financial] year [of] YEAR", "fiscal YEAR"),
        ("The war of [1812] ended.", "Found in a [2017] statement.", "It fell in [mid-1996].", "Since [the year 2000] it grew.", "In [fiscal 1989] it lost."),
        ("It cost $2000 then.", "Some 2000 people came.", "H.R. 2018 passed.", "At 1600 Pennsylvania Avenue.", "It rose to 2018 points.",
         "He paid 1900 dollars.", "Call 555-2018.", "See http://a.example/2018/x", "A 2,018 m peak.", "Flight 1990 left.", "1950 percent", "2001: A Space Odyssey"),
        guard=guards.year_is_a_year,
    ),
    Rule(
        "year in words", "calendar", ("YEARWORDS", "the year YEARWORDS"),
        ("In [nineteen ninety-six] it broke.", "By [two thousand and one] it had gone."),
        ("Nineteen men.", "Twenty one-day passes.", "Two thousand people."),
        guard=guards.year_in_words,
    ),
    Rule(
        "short year", "calendar", ("[EARLY] SHORTYEAR", "the class of SHORTYEAR"),
        ("It fell in ['98].",),
        ("He said '50 men'.", "The '98ers."),
        guard=guards.short_year,
    ),
    Rule(
        "decade", "calendar", ("[the] [EARLY] DECADE", "[the] EARLY-DECADE", "[the] (EARLY) to (mid|late) DECADE", "[the] (EARLY) to (mid|late)-DECADE"),
        ("In [the 1990s] it grew.", "By [the late nineties] it fell.", "[The mid-'60s] were loud.", "An [early 1980s] film."),
        ("A man in his thirties.", "Aged in her 20s.", "It was in the 90s outside."),
        guard=guards.decade_is_time,
    ),
    Rule(
        "century", "calendar",
        ("[the] [EARLY] ORDINAL century [ERA]", "[the] EARLY-ORDINAL century [ERA]", "[the] [EARLY] ORDINAL-century"),
        ("Built in [the 19th century].", "A [twelfth-century] church.", "In [the late 5th century BC] it fell."),
    ),
    Rule(
        "era", "calendar", ("ANYYEAR ERA", "AD ANYYEAR", "A.D. ANYYEAR"),
        ("He died in [44 BC].", "It fell in [A.D. 476].", "Founded in [753 BCE]."),
        ("The 44 ad agencies.",),
        fields={"era": "AD"}, guard=guards.era,
    ),
    Rule(
        "season", "calendar",
        ("[the] [EARLY] SEASON [of] YEAR", "[the] SEASON of YEARWORDS", "[EARLY] DEICTIC SEASON", "this past SEASON", "[the] [EARLY] SEASON", "[the] EARLY-SEASON",
         "[the] SEASON [of] YEARREF"),
        ("In [the spring of 2011] they rose.", "It fell [last summer].", "By [late autumn] it ended.", "In [the fall] it closed.", "[Summer 2018] was hot."),
        ("Prices fall.", "A hot spring.", "They fall in love.", "The fall of Rome.", "A summer camp."),
        guard=guards.season_is_time,
    ),
    Rule(
        "quarter", "calendar",
        ("[the] [fiscal|fiscal-] QUARTER quarter [of] [fiscal] YEAR", "[the] YEAR QUARTER quarter", "[the] [fiscal|fiscal-] QUARTER quarter",
         "[fiscal] QUARTER-quarter", "[the] QUARTER quarter [of] YEARREF", "YEARREF QUARTER quarter", "[the] [comparable] YEARAGO QUARTER quarter"),
        ("Profit in [the third quarter] fell.", "A [fourth-quarter] loss.", "In [the second quarter of 2018] it grew.", "[Next year's first quarter] is open."),
        ("The first quarter mile.", "A quarter of the votes.", "The last quarter final.", "In the fourth quarter, the Bears scored."),
        guard=guards.quarter_is_time,
    ),
    Rule(
        "quarter by number", "calendar", ("QNUMBER YEAR", "QNUMBER of YEAR", "QNUMBER", "YEAR QNUMBER"),
        ("Sales in [Q3 2018] rose.", "It ends in [Q2 of 2019].", "In [Q4] it fell."),
        ("The Q5 line.",),
    ),
    Rule(
        "half-year", "calendar",
        ("[the] HALF half of [the] YEAR", "[the] HALF half of YEARREF", "HNUMBER YEAR"),
        ("In [the first half of 2018] it grew.", "In [the second half of this year] it fell.", "Sales in [H1 2018] rose."),
        ("The first half of the match.",),
    ),
    Rule(
        "holiday", "calendar", ("[DEICTIC] HOLIDAY", "HOLIDAY[,] YEAR", "HOLIDAY of YEAR", "HOLIDAY YEARREF"),
        ("It snowed on [Christmas Eve].", "They met on [Thanksgiving Day].", "On [New Year's Day, 1990]."),
        ("A labor day's work.", "A Christmas tree."),
        guard=guards.holiday_is_a_day,
    ),
    Rule(
        "nine eleven", "calendar", ("9/11",), ("After [9/11] it changed.",), ("It scored 9/11 again.", "On 9/11/2011"),
        fields={"year": 2001, "month": 9, "day": 11}, guard=guards.nine_eleven,
    ),
)  # fmt: skip
