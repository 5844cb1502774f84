"""Which rules a session was judged by, in a line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from simulator.domain.findings import PatternGivenUp
from simulator.ui.plain import shown
from simulator.ui.review.reviewed import Reviewed

translate = QCoreApplication.translate


def rules_line(session: Reviewed) -> str:
    """The rule pack with its version and the state of the law; what of it could not be used."""
    rules = session.rules
    line = translate("RulesLine", "Rules: {pack} {version}, law as of {as_of}.").format(
        pack=shown(rules.id, 40), version=shown(rules.version, 20), as_of=shown(rules.as_of or "?", 12)
    )
    if not session.yardstick.rules_kept:
        line += " " + translate("RulesLine", "The session kept no pack of its own; these are today's.")
    given_up = dict.fromkeys(event.pattern for event in session.log.only(PatternGivenUp))
    if given_up:
        line += " " + translate("RulesLine", "Took too long and were not looked for: {patterns}.").format(
            patterns=shown(", ".join(given_up), 120)
        )
    return line
