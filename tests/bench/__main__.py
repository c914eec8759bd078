"""`python -m tests.bench [FOLDER…]`: how well and how fast, beside other tools; FOLDERs hold TimeML files."""

import sys
from pathlib import Path

from tests.bench.dates import report

for line in report([Path(name) for name in sys.argv[1:]]):
    print(line, flush=True)
