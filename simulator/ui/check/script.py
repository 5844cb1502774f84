"""What the host writes before going live: the script of practice, or the notes of an exam."""

from __future__ import annotations

from simulator.domain.session import Mode
from simulator.live.script_text import keep_own_script, own_script
from simulator.ports import Store
from simulator.ui.cabin.notes import exam_key
from simulator.ui.check.chosen import Chosen
from simulator.ui.check.preparation import Prepared


def keep_script(store: Store, chosen: Chosen, prepared: Prepared) -> None:
    """In an exam the notes of the preparation are kept apart from what was practised with."""
    key = exam_key(chosen.scenario.id) if chosen.mode is Mode.EXAM else chosen.scenario.id
    keep_own_script(store, store.trainee(chosen.trainee).id, key, prepared.script)


def prepared_script(store: Store, chosen: Chosen, prepared: Prepared) -> str:
    """What was written for this sitting; in practice else what was written before."""
    if prepared.script or chosen.mode is Mode.EXAM:
        return prepared.script
    known = next((each for each in store.trainees() if each.name == chosen.trainee), None)
    return "" if known is None else own_script(store, known.id, chosen.scenario.id)
