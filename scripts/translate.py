"""Collects the sentences of the screen into .ts files, and makes .qm files of them.

python scripts/translate.py update     look through simulator/ui for new sentences
python scripts/translate.py release    make the .qm files beside the .ts files
python scripts/translate.py check      fail where a sentence is missing, left over or not translated
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "simulator" / "ui" / "translations"
LANGUAGES = ("zh_CN", "en")


def program(name: str) -> Path:
    """One of Qt's translation programs, as PySide6 brings it along."""
    import PySide6

    home = Path(PySide6.__file__).parent
    file = f"{name}.exe" if sys.platform == "win32" else name
    return next(path for path in (home / file, home / "Qt" / "libexec" / file) if path.is_file())


def sources() -> list[Path]:
    """Every module that may hold a sentence."""
    return sorted((ROOT / "simulator" / "ui").rglob("*.py"))


def collect(target: Path, language: str) -> None:
    """Bring one .ts file up to date; in ``en`` only sentences with a number need a wording."""
    command = [program("lupdate"), *sources(), "-locations", "none", "-no-obsolete", "-source-language", "en"]
    if language == "en":
        command.append("-pluralonly")
    subprocess.run([*command, "-target-language", language, "-ts", target], check=True, cwd=ROOT, capture_output=True)


def sentences(file: Path) -> dict[tuple[str, str], list[str]]:
    """Context and source of each sentence in a .ts file, with its translations; none where it is unfinished."""
    found: dict[tuple[str, str], list[str]] = {}
    for context in ET.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [] if translation is None else [form.text or "" for form in translation.iter("numerusform")]
            words = forms or ([] if translation is None else [translation.text or ""])
            finished = translation is not None and "type" not in translation.attrib and all(words)
            key = (context.findtext("name") or "", message.findtext("source") or "")
            found[key] = words if finished else []
    return found


def mistakes(language: str) -> list[str]:
    """What is wrong with a language: sentences missing, left over, or without a wording."""
    kept = sentences(FOLDER / f"bolian_{language}.ts")
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / f"bolian_{language}.ts"
        collect(fresh, language)
        needed = sentences(fresh)
    return [
        *(f"{language}: missing: {context}: {source}" for context, source in needed if (context, source) not in kept),
        *(f"{language}: left over: {context}: {source}" for context, source in kept if (context, source) not in needed),
        *(f"{language}: not translated: {context}: {source}" for (context, source), words in kept.items() if not words),
    ]


def main(task: str) -> int:
    match task:
        case "update":
            for language in LANGUAGES:
                collect(FOLDER / f"bolian_{language}.ts", language)
        case "release":
            for language in LANGUAGES:
                file = FOLDER / f"bolian_{language}.ts"
                subprocess.run([program("lrelease"), "-silent", file, "-qm", file.with_suffix(".qm")], check=True)
        case "check":
            found = [mistake for language in LANGUAGES for mistake in mistakes(language)]
            print("\n".join(found) or "all sentences are translated")
            return 1 if found else 0
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) == 2 else ""))
