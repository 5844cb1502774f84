"""What the set-up decides and says: which packages, which stamp, which sentence. Nothing is run or fetched here.

Kept readable for Pythons older than the one Bolian needs, so that those too get a clear line.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

WINDOWS = sys.platform == "win32"
OLDEST_PYTHON = (3, 11)

APP_SOURCES = ("pyproject.toml", "requirements-build.lock", "requirements.lock", "requirements-models.lock")
SOURCES = {"app": APP_SOURCES, "tests": (*APP_SOURCES, "requirements-dev.lock")}
"""What each kind of environment is made from; a change in one of these files asks for a new set-up."""

OPTIONS_BEFORE_THE_COMMAND = ("--data", "--screen")
"""Options of bolian itself; each has a value."""
APP_PACKAGES = [
    "libgl1",
    "libegl1",
    "libglib2.0-0",
    "libxkbcommon-x11-0",
    "libdbus-1-3",
    "libfontconfig1",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libxcb-xkb1",
    "libxcb-randr0",
    "libxrandr2",
    "libpulse0",
    "libgssapi-krb5-2",
    "libbrotli1",
    "libportaudio2",
    "fonts-noto-color-emoji",
]
"""Debian and Ubuntu packages that Qt, OpenCV and PortAudio load at run time, and the signs viewers write."""
FONT_PACKAGE = "fonts-noto-cjk"
TEST_PACKAGES = ["xvfb", "pulseaudio", "pulseaudio-utils", "libasound2-plugins", "ffmpeg", "poppler-utils"]

ENGLISH = {
    "python": "Bolian needs Python {need} or newer, this is {have}. Install it and start again with it.",
    "foreign": "{path} is not an environment of Bolian's making. Move it away and start again.",
    "waiting": "Another set-up is running in this folder; waiting for it.",
    "begin": "Setting up Bolian in {path} (the first time about 600 MB to fetch, 1.6 GB on disk).",
    "environment": "Environment: {tool}",
    "fallback": "uv did not manage, going on with pip.",
    "libraries": "Libraries",
    "models": "Speech model",
    "system": "System packages: {packages}",
    "done": "Ready after {seconds} s.",
    "apt": "Some system packages are missing. Type this, then start again:  {command}",
    "no_display": "No display here: running the demo instead (bolian demo).",
    "network": "The package registry did not answer. Check the network, or pip's proxy and mirror, and try again.",
    "hashes": "A package does not match its recorded hash and was refused. Try again, or use another mirror.",
    "space": "The disk is full. Make 3 GB free and try again.",
    "no_wheel": "A package has no build for this Python ({have}) or system. A 64-bit Python 3.11 to 3.13 works.",
    "read_only": "{path} cannot be written. Put Bolian's folder where you may write and start again.",
    "other": "The set-up did not finish. What was said is in {log}",
}
CHINESE = {
    "python": "播练需要 Python {need} 或更新版本,现在是 {have}。请安装后再用它启动。",
    "foreign": "{path} 不是播练建立的环境。请把它移走后再启动。",
    "waiting": "这个文件夹里正在进行另一次安装,请等待。",
    "begin": "正在 {path} 安装播练(首次约需下载 600 MB,占用 1.6 GB)。",
    "environment": "运行环境:{tool}",
    "fallback": "uv 没有成功,改用 pip 继续。",
    "libraries": "程序库",
    "models": "语音模型",
    "system": "系统软件包:{packages}",
    "done": "安装完成,用时 {seconds} 秒。",
    "apt": "缺少一些系统软件包。请输入下面的命令,然后再启动:  {command}",
    "no_display": "没有显示器:改为运行演示(bolian demo)。",
    "network": "无法连接软件源。请检查网络(或 pip 的代理和镜像)后重试。",
    "hashes": "有一个软件包与记录的校验值不符,已拒绝。请重试或换一个镜像。",
    "space": "磁盘已满。请腾出 3 GB 空间后重试。",
    "no_wheel": "有一个软件包没有适合此 Python({have})或此系统的版本。请用 64 位系统上的 Python 3.11 到 3.13。",
    "read_only": "无法写入 {path}。请把播练的文件夹放到可写的位置后再启动。",
    "other": "安装没有完成。详细内容见 {log}",
}


def sentences(environ, ui_language=""):
    """The sentences in the person's language: Chinese where the system speaks it, else English."""
    spoken = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or ui_language
    return CHINESE if spoken.lower().startswith(("zh", "chinese")) else ENGLISH


def python_is_old(version):
    return tuple(version[:2]) < OLDEST_PYTHON


def stamp(root, kind, version):
    """A fingerprint of all that an environment depends on, its own place included (it cannot be moved)."""
    digest = hashlib.sha256(repr((str(root), kind, tuple(version[:3]))).encode())
    for name in SOURCES[kind]:
        digest.update(name.encode() + Path(root, name).read_bytes())
    return digest.hexdigest()


def stamp_path(venv, kind):
    return Path(venv, "ready-for-" + kind)


def read_stamp(venv, kind):
    """What was written at the end of the last good set-up; empty if it never came so far."""
    try:
        return stamp_path(venv, kind).read_text(encoding="ascii").split("\n")
    except (OSError, ValueError):
        return []


def is_ready(venv, kind, wanted):
    """Whether the environment is the one wanted: its stamp is written last and removed first."""
    return read_stamp(venv, kind)[:1] == [wanted]


def lacks_packages(venv, kind):
    """Whether system packages were missing at the last set-up, so that this start looks again."""
    return "packages missing" in read_stamp(venv, kind)


def state_of(venv):
    """absent, ours (finished once), half (to be made again) or foreign (never touched)."""
    venv = Path(venv)
    if not venv.exists() and not venv.is_symlink():
        return "absent"
    if read_stamp(venv, "app"):
        return "ours"
    if venv.is_dir() and not venv.is_symlink() and ((venv / "pyvenv.cfg").is_file() or not any(venv.iterdir())):
        return "half"
    return "foreign"


def wanted_packages(kind, *, font_found, venv_module_found, uv_found):
    """The Debian packages this kind of set-up needs."""
    wanted = list(APP_PACKAGES)
    if kind == "tests":
        wanted += TEST_PACKAGES
    if not font_found:
        wanted.append(FONT_PACKAGE)
    if not venv_module_found and not uv_found:
        wanted.append("python3-venv")
    return wanted


def missing_packages(wanted, status):
    """Those of ``wanted`` that dpkg-query's ``status`` lines (name, state) do not call installed."""
    installed = set()
    for line in status.splitlines():
        name, _, state = line.partition(" ")
        if state.strip() == "installed":
            installed.add(name.split(":")[0])
    # Ubuntu 24.04 renamed libraries to NAMEt64; those provide the old name.
    return [name for name in wanted if name not in installed and name + "t64" not in installed]


def apt_prefix(*, is_root, sudo_without_password):
    """How apt-get may be called here, or None if a person has to type it."""
    if is_root:
        return ["env", "DEBIAN_FRONTEND=noninteractive"]
    if sudo_without_password:
        return ["sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive"]
    return None


def apt_command(packages):
    return "sudo apt-get update && sudo apt-get install -y " + " ".join(packages)


def why_it_failed(said):
    """Which sentence fits what pip or uv said last."""
    said = said.lower()
    network = (
        "newconnectionerror", "name resolution", "connection refused", "connection reset", "timed out",
        "network is unreachable", "error sending request", "dns error", "proxyerror", "connection broken",
        "failed to fetch", "max retries exceeded", "connection aborted", "certificate_verify_failed",
    )  # fmt: skip
    if "no space left" in said or "disk full" in said:
        return "space"
    if "do not match the hashes" in said or "hash mismatch" in said:
        return "hashes"
    if any(word in said for word in network):
        return "network"
    if "no matching distribution" in said or "no wheels with a matching" in said or "no solution found" in said:
        return "no_wheel"
    return "other"


def command_line(arguments, *, display):
    """The arguments bolian gets; without a display and without a command, the demo's."""
    rest = list(arguments)
    before = []
    while rest and rest[0] in OPTIONS_BEFORE_THE_COMMAND:
        before, rest = before + rest[:2], rest[2:]
    asks_only = any(argument in ("-h", "--help") for argument in rest)
    if display or asks_only or (rest and not rest[0].startswith("-")):
        return list(arguments)
    return [*before, "demo", *rest]


def has_display(platform, environ):
    return not platform.startswith("linux") or bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def program(venv, name):
    """The path of a command inside the environment."""
    return str(Path(venv, "Scripts", name + ".exe") if WINDOWS else Path(venv, "bin", name))
