"""The timeline in the forms of other programs, and back.

FORMATS                        the formats, by name: how each is written and read
READABLE                       the names of those that are read
read(data, path, form, site)   the bytes of a file -> Reading(records, problems)
place(events, reading, taken)  records -> the events that are new, and what known ones become

spreadsheet  CSV with the fields of events.yaml as columns
data         JSON with them as keys
calendar     iCalendar, written
appointments iCalendar, read
feed         Atom
timelinejs   TimelineJS's JSON, and the columns of its spreadsheet
moments      dates as TimelineJS has them
markup       text as HTML, and back
formats      the table of formats, and which one a file is in
placing      records -> events
fields       the fields of an event, as text
tables       CSV: delimiter, header, rows
cells        cells of a table
values       what goes from one to the other
"""

from timeline.exchange.formats import FORMATS, READABLE, Format, form_of, read
from timeline.exchange.placing import Placement, place
from timeline.exchange.values import Publication, Reading, Record

__all__ = ["FORMATS", "READABLE", "Format", "Placement", "Publication", "Reading", "Record", "form_of", "place", "read"]
