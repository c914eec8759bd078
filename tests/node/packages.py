"""What the tests run in Node: the YAML language server of editors, and TimelineJS. They are named in `package.json`.

`python -m tests.node.packages` installs them beside the packages of this Python, and says what to install where Node is missing.
In a test: `modules()`, the folder that holds them; the test is skipped where there is none, on CI it fails.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(sys.prefix) / "node"
REMEDY = "no Node to test with: install Debian's nodejs and npm ('apt-get install nodejs npm'), then run 'python -m tests.node.packages'"
_INSTALL = ("install", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")


def node() -> str | None:
    """The path of an installed Node."""
    return next(filter(None, map(shutil.which, ("node", "nodejs"))), None)


def modules() -> Path:
    """The folder of the installed packages, for a test that needs them."""
    folder = FOLDER / "node_modules"
    if not node() or not folder.is_dir():
        if os.environ.get("CI") == "true":
            pytest.fail(REMEDY)
        pytest.skip(REMEDY)
    return folder


def main() -> None:
    """Install the packages. The tests say what is missing if that fails."""
    npm = shutil.which("npm")
    if npm and node():
        FOLDER.mkdir(exist_ok=True)
        shutil.copy(Path(__file__).with_name("package.json"), FOLDER)
        if not subprocess.run([npm, *_INSTALL], cwd=FOLDER, stdout=subprocess.DEVNULL).returncode:
            return
    print(REMEDY, file=sys.stderr)


if __name__ == "__main__":
    main()
