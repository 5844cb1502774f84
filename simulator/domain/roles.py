"""Who does what in a session: the host, a second host, and who works the control desk."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.domain.desk import RolesTaken
from simulator.domain.units import Seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """People of a session (``Trainee.id``)."""

    host: str
    second: str | None = None
    """The second host. Who of the two speaks is not told apart: what is said is the session's."""
    desk: str | None = None
    """At the control desk; None where the host works it."""

    def taken(self, at: Seconds) -> RolesTaken:
        """The event that says so."""
        return RolesTaken(at=at, second=self.second, desk=self.desk)


def roles_of(host: str, second: str | None = None, desk: str | None = None) -> Roles:
    """Each person in one role, the first that fits: host, second host, control desk.

    A host who is also named for the desk simply works it; a second host may work it, too.
    """
    return Roles(host=host, second=None if second == host else second, desk=None if desk == host else desk)
