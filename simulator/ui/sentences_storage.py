"""Sentences about the data folder and its database."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def storage_sentences() -> dict[str, str]:
    """By code; placeholders are the error's facts."""
    return {
        "in_use": translate("sentences", "The data folder {path} is in use by another Bolian: close that one first."),
        "folder_read_only": translate(
            "sentences", "The data folder {path} cannot be written to: change its permissions, or name another one."
        ),
        "folder_is_file": translate("sentences", "{path} is a file, not a folder: name another data folder."),
        "network_share": translate(
            "sentences", "{path} lies on a network share ({kind}), where data gets lost: name a folder on this PC."
        ),
        "database_missing": translate(
            "sentences", "The database {path} is gone while recordings are there: bring it back from a backup."
        ),
        "database_empty": translate("sentences", "The database {path} is empty: bring it back from a backup."),
        "database_newer": translate(
            "sentences", "The database {path} was made by a newer Bolian ({found}, this one knows {known}): update."
        ),
        "database_read_only": translate("sentences", "The database {path} is read-only: change its permissions."),
        "database_busy": translate("sentences", "Another program holds the database {path}: close it and try again."),
        "database_damaged": translate("sentences", "The database {path} is damaged: bring it back from a backup."),
        "not_a_database": translate("sentences", "{path} is not a database: move it away, or name another folder."),
        "not_ours": translate("sentences", "{path} is a database of another program: name another data folder."),
        "migration_failed": translate(
            "sentences", "The database {path} could not be brought up to date; as it was, it lies in {backup}."
        ),
        "disk_full": translate("sentences", "The disk with {path} is full: make room, then go on."),
        "disk_fault": translate("sentences", "The disk with {path} fails: check it, and save the folder elsewhere."),
        "session_already_heard": translate(
            "sentences", "The recording of session {id} was heard again already: say --again to hear it once more."
        ),
        "one_session_for_words": translate(
            "sentences", "{option} stands for the recording of one session: name that session, and no other."
        ),
        "film_span_empty": translate(
            "sentences", "Nothing lies between --from and --to: the recording is {length} s long."
        ),
        "file_disk_full": translate(
            "sentences", "The disk is full: {file} was not written. Make room, or choose another disk."
        ),
        "file_no_folder": translate("sentences", "There is no folder {folder}: make it, or choose another one."),
        "file_forbidden": translate(
            "sentences", "{file} may not be written: choose another folder, or close the program that has it open."
        ),
        "nothing_to_transcribe": translate("sentences", "Name sessions to be heard again, or say --all."),
        "session_already_here": translate("sentences", "Session {id} is here already: nothing was changed."),
        "session_not_ended": translate(
            "sentences", 'Session {id} was cut off: finish it first, with "bolian sessions --recover".'
        ),
        "archive_unreadable": translate(
            "sentences", "{file} is not a session that can be read: have it exported and copied again."
        ),
        "archive_tampered": translate(
            "sentences", "{file}: {member} is not what the list in it says: have the session exported again."
        ),
        "archive_unsafe": translate("sentences", "{file} holds {member}, which no session has: do not use it."),
        "archive_too_large": translate("sentences", "{file}: {member} is larger than any session: do not use it."),
        "archive_newer": translate(
            "sentences", "{file} was made by a newer Bolian (format {found}, this one knows {known}): update."
        ),
        "archive_wrong": translate(
            "sentences", "{file}: {member} does not hold what this Bolian knows: update it, or export again."
        ),
        "made_by_newer": translate(
            "sentences",
            "This was written by a newer Bolian, with things this one does not know: update it. Nothing was changed or"
            " lost.",
        ),
        "seal_key_damaged": translate(
            "sentences", "The key of signatures {path} is damaged: bring it back from a backup; nothing can be signed."
        ),
        "session_held": translate(
            "sentences", "Session {id} is held while an appeal is open: release it first (Privacy, “People”)."
        ),
        "trainee_has_sessions": translate("sentences", "Sessions of trainee {id} are left: erase them first."),
        "trainee_unknown": translate("sentences", "There is no trainee called {name}."),
        "scrub_failed": translate(
            "sentences", "The folder {path} could not be searched to the end ({why}): nothing is proved. Try again."
        ),
        "folder_not_empty": translate("sentences", "There is something in {path} already: name a new folder."),
        "file_unwritable": translate("sentences", "{file} cannot be written ({reason}): choose another place."),
    }
