"""Who wrote what we stand on: the table in docs/licences.md, and on request every licence text of an installation.

python scripts/licences.py writes the table anew; with --texts FOLDER it also copies the licence files of all installed
libraries there, as an installer must carry them. Run it in the project's environment.
"""

from __future__ import annotations

import argparse
import re
import sys
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "licences.md"
LOCKS = ("requirements.lock", "requirements-models.lock")
BEGIN, END = "<!-- table: written by scripts/licences.py -->", "<!-- end of table -->"
TEXTS = re.compile(r"licen[cs]e|copying|notice|copyright|authors|third.?party", re.IGNORECASE)
NAMES = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD",
    "MIT License": "MIT",
    "Apache 2.0": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "3-Clause BSD License": "BSD-3-Clause",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "GNU Lesser General Public License v3 or later (LGPLv3+)": "LGPL-3.0-or-later",
}


def locked() -> dict[str, str]:
    """Name and version of each library an installation has, by the locks (markers for other systems included)."""
    lines = "".join((ROOT / name).read_text(encoding="utf-8") for name in LOCKS)
    return dict(re.findall(r"^([a-z0-9.\-]+)==([^ ;]+)", lines, re.MULTILINE))


def licence_of(library: metadata.Distribution) -> str:
    """A short name for the licence a library declares; empty when it declares none."""
    about = library.metadata
    expression = about.get("License-Expression")
    if expression:
        return expression
    classified = [line.split(" :: ")[-1] for line in about.get_all("Classifier") or () if line.startswith("License ::")]
    classified = [NAMES.get(name, name) for name in classified if name != "OSI Approved"]
    if classified:
        return ", ".join(classified)
    written = (about.get("License") or "").strip().splitlines()
    return NAMES.get(written[0], written[0]) if written and len(written[0]) < 60 else ""


def table() -> str:
    """The libraries with version and licence, in Markdown; those of other systems without a licence here."""
    rows = ["| library | version | licence |", "| --- | --- | --- |"]
    for name, version in sorted(locked().items()):
        try:
            licence = licence_of(metadata.distribution(name)) or "not declared"
        except metadata.PackageNotFoundError:
            licence = "not installed on this system"
        rows.append(f"| {name} | {version} | {licence} |")
    return "\n".join(rows)


def with_table(page: str) -> str:
    before, _, rest = page.partition(BEGIN)
    return f"{before}{BEGIN}\n{table()}\n{END}{rest.partition(END)[2]}"


def copy_texts(folder: Path) -> int:
    """Copy every licence text of the installed libraries; how many libraries had one."""
    count = 0
    for name in locked():
        try:
            files = metadata.files(name) or []
        except metadata.PackageNotFoundError:
            continue
        texts = [file for file in files if TEXTS.search(file.name) and file.suffix not in (".py", ".pyc", ".pyi")]
        for file in texts:
            target = folder / name / "_".join(file.parts[-2:])
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(Path(str(file.locate())).read_bytes())
        count += bool(texts)
    return count


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, metavar="FOLDER")
    asked = parser.parse_args()
    PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    if asked.texts:
        print(f"{copy_texts(asked.texts)} of {len(locked())} libraries carry a licence text")
    return 0


if __name__ == "__main__":
    sys.exit(main())
