"""Tells a folder on another machine: SQLite's locks and its write-ahead log do not hold there."""

from __future__ import annotations

import re
import sys
from pathlib import Path

REMOTE = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "9p", "ceph", "glusterfs", "lustre", "davfs", "webdavfs"}
)
"""File systems of other machines; every ``fuse.*`` counts as one too, sshfs and rclone among them."""
_ESCAPED = re.compile(r"\\([0-7]{3})")


def mounted_kind(folder: Path, mounts: str) -> str | None:
    """The remote file system that holds the folder, by a list of mounts as Linux writes it."""
    place = folder.resolve()
    best = -1
    kind = ""
    for line in mounts.splitlines():
        fields = line.split()
        if len(fields) < 3:
            continue
        point = Path(_ESCAPED.sub(lambda match: chr(int(match[1], 8)), fields[1]))
        if (place == point or point in place.parents) and len(point.parts) >= best:
            best, kind = len(point.parts), fields[2]
    return kind if kind in REMOTE or kind.startswith("fuse.") else None


if sys.platform == "win32":

    def remote_kind(folder: Path) -> str | None:
        """What kind of network share the folder lies on; None for a local one."""
        import ctypes

        drive = folder.resolve().drive
        if drive.startswith("\\\\"):
            return "UNC"
        drive_remote = 4
        found = ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\")
        return "network drive" if found == drive_remote else None
else:

    def remote_kind(folder: Path) -> str | None:
        """What kind of network share the folder lies on; None for a local one, and where nobody can tell."""
        if str(folder).startswith("\\\\"):
            return "UNC"
        try:
            mounts = Path("/proc/mounts").read_text("utf-8", "replace")
        except OSError:
            return None
        return mounted_kind(folder, mounts)
