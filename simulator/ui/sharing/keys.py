"""What a centre's statements for learning systems are made with: its address, and the key of its pseudonyms."""

from __future__ import annotations

import secrets

from simulator.ports import Store

IRI, KEY = "export.iri", "export.key"
"""Settings."""
KEY_BYTES = 32


def pseudonym_key(store: Store) -> bytes:
    """The key of this PC's pseudonyms, drawn when it is first asked for; a trainee stays the same from file to file."""
    kept = str(store.setting(KEY, "") or "")
    if not kept:
        kept = secrets.token_hex(KEY_BYTES)
        store.keep_setting(KEY, kept)
    return bytes.fromhex(kept)
