"""Sets up `.venv` beside the project, for the scripts that people start. Standard library only.

Everything is installed from the hashed lists in requirements/, and only when one of them has changed since: what was
installed is noted in a stamp inside `.venv`.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "planbook-setup.json"
LOCKS = {
    "run": ("run.txt", "build.txt"),
    "dev": ("dev.txt",),
}
"""What is installed for each purpose: people's runs, and the tests, which need what runs need and more."""

NO_VENV = (
    "Python could not make a virtual environment. On Debian or Ubuntu install the package python3-venv\n"
    "(sudo apt install python3-venv) and start this script again."
)
NO_PACKAGES = (
    "The packages could not be installed; the last lines above say why. Most often the machine has no way to the\n"
    "package index:\n"
    "  - behind a proxy, set HTTPS_PROXY=http://your.proxy:port and start this script again;\n"
    "  - where your organisation has an index of its own, set PIP_INDEX_URL to its address;\n"
    "  - without any network, have somebody on a machine that has one run\n"
    "    `pip download -r requirements/run.txt -r requirements/build.txt -d wheels`,\n"
    "    copy the folder `wheels` here, set PIP_NO_INDEX=1 and PIP_FIND_LINKS=wheels, and start this script again."
)


class SetupError(Exception):
    """The environment could not be made; `str()` says why and what to do."""


def prepare(purpose: str) -> Path:
    """The Python of a `.venv` in which planbook is installed with what `run` or `dev` needs. SetupError if not."""
    try:
        python = _environment()
        done = _stamp()
        if done.get(purpose) != _digest(purpose):
            _install(python, purpose)
            fulfilled = ("run", "dev") if purpose == "dev" else ("run",)
            STAMP.write_text(json.dumps({**done, **{p: _digest(p) for p in fulfilled}}), encoding="utf-8")
    except OSError as fault:
        raise SetupError(f"{fault.filename or VENV} cannot be written or run: {fault.strerror or fault}.") from fault
    return python


def run(python: Path, *words: str) -> int:
    """Run the environment's Python from the folder that the user is in; gives its exit status."""
    sys.stdout.flush()
    try:
        return subprocess.run([str(python), *words], check=False).returncode
    except KeyboardInterrupt:
        return 130


def python_of(venv: Path) -> Path:
    """Where an environment keeps its Python."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _environment() -> Path:
    python = python_of(VENV)
    if _works(python):
        return python
    print(f"Setting up {VENV} (once; this takes a minute or two)", flush=True)
    if VENV.exists():  # left half made, moved with its folder, or of a Python that is gone
        shutil.rmtree(VENV)
    if subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=False).returncode != 0:
        shutil.rmtree(VENV, ignore_errors=True)
        raise SetupError(NO_VENV)
    return python


def _works(python: Path) -> bool:
    """Whether there is a Python that is new enough, stands where it was made, and has pip."""
    check = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    try:
        tried = subprocess.run([str(python), "-c", check], check=False, capture_output=True)
    except OSError:
        return False
    return tried.returncode == 0


def _stamp() -> dict[str, str]:
    try:
        found = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _digest(purpose: str) -> str:
    """What has to be the same for nothing to be installed again: the lists, how planbook is built, and the place."""
    total = hashlib.sha256(str(ROOT).encode("utf-8", "surrogateescape"))
    for path in (*(ROOT / "requirements" / name for name in LOCKS[purpose]), ROOT / "pyproject.toml"):
        total.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return total.hexdigest()


def _install(python: Path, purpose: str) -> None:
    print("Installing the packages that are needed ...", flush=True)
    lists = [word for name in LOCKS[purpose] for word in ("-r", str(ROOT / "requirements" / name))]
    _pip(python, "--require-hashes", *lists)
    # The tool that builds planbook is among them, so nothing is fetched unseen; and nothing else is to be installed.
    _pip(python, "--no-build-isolation", "--no-deps", "-e", str(ROOT))


def _pip(python: Path, *words: str) -> None:
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    result = subprocess.run(
        [*command, *words], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", check=False
    )
    if result.returncode != 0:
        print("\n".join(result.stdout.strip().splitlines()[-12:]), file=sys.stderr)
        raise SetupError(NO_PACKAGES)
