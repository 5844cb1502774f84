"""Sentences about speech models."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def model_sentences() -> dict[str, str]:
    """By code; placeholders are the error's facts."""
    return {
        "model_disk_full": translate("sentences", "Too little room in {path} for the model: {needed} are needed."),
        "models_folder_not_writable": translate(
            "sentences", "The folder for models {path} cannot be written to: change its permissions."
        ),
        "models_folder_not_ascii": translate(
            "sentences", "Models need a path of plain letters, which {path} is not: name another one in {variable}."
        ),
        "model_address_wrong": translate("sentences", "{url} is not an address a model may come from."),
        "model_hash_wrong": translate("sentences", "{file} is not the file it should be: fetch it again."),
        "model_size_wrong": translate("sentences", "{file} has not the size it should have: fetch it again."),
        "model_download_failed": translate(
            "sentences", "The model could not be fetched from {url} ({why}): try again, it goes on where it stopped."
        ),
        "model_not_at_address": translate(
            "sentences", "{url} does not hand out the model (status {status}): install it from a folder or zip."
        ),
        "model_packages_missing": translate(
            "sentences", "Model {id} comes with the packages {packages}: run the set-up again."
        ),
        "model_incomplete": translate("sentences", "The model {path} is incomplete: install it again."),
        "model_damaged": translate("sentences", "The model {path} is damaged: install it again."),
        "model_absent": translate("sentences", 'Model {id} is not installed: see "bolian models".'),
        "model_unknown": translate("sentences", "There is no model {id}; there are: {known}."),
        "model_unpinned": translate("sentences", "Model {id} has a file nobody vouches for: {file}."),
        "model_unrecognised": translate("sentences", "{path} is none of the models Bolian knows."),
        "model_import_missing": translate("sentences", "{path} is not there: name the folder or zip of the model."),
        "model_folder_unsafe": translate("sentences", "{path} leads out of itself: use the model as it was published."),
        "model_archive_unreadable": translate("sentences", "{path} is not a zip that can be read: copy it again."),
        "model_archive_unsafe": translate("sentences", "{path} would write outside its folder: do not use it."),
        "model_archive_too_large": translate("sentences", "{path} unpacks to more than {allowed}: do not use it."),
        "manifest_unreadable": translate("sentences", "The list of models {path} cannot be read: set up again."),
        "manifest_wrong": translate("sentences", "The list of models {path} is wrong: set the program up again."),
    }
