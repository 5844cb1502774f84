"""Sentences about content files, and words on the command line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def content_sentences() -> dict[str, str]:
    """By code; placeholders are the error's facts."""
    return {
        "assets_missing": translate("sentences", "The content folder {file} is missing: set the program up again."),
        "no_content": translate("sentences", "{file} holds no content file: name a scenario, rubric or rule file."),
        "no_scenarios": translate("sentences", "There is no scenario in {file}: put one there."),
        "scenario_unknown": translate("sentences", "There is no scenario {id}; there are: {known}."),
        "exam_unknown": translate("sentences", "There is no exam paper {id}; there are: {known}."),
        "exam_not_drawn": translate(
            "sentences", "No paper can be drawn from scenario {id} ({why}): add products, time or kinds of incident."
        ),
        "exam_times": translate(
            "sentences",
            "Scenario {id} does not keep the times of an exam ({found}): incidents begin from 1:30 to 2:00 before"
            " the end, 2:30 apart.",
        ),
        "rubric_unknown": translate("sentences", "There is no rubric {id}: import it, or change the scenario."),
        "rubric_named_wrong": translate(
            "sentences", '{option}: "{found}" names no rubric; say ID, or ID@VERSION: see "bolian rubrics".'
        ),
        "rubric_version_needed": translate("sentences", "Name the version too: {id}@VERSION; there are: {known}."),
        "sessions_unnamed": translate(
            "sentences", "Say which sessions: their ids, --all, --scenario, --trainee or --since."
        ),
        "report_of_one": translate("sentences", "Name one session, or say --for class for several together."),
        "class_unnamed": translate(
            "sentences", "Say which sessions make the class: their ids, --scenario, --paper or --class."
        ),
        "class_unknown": translate(
            "sentences", "There is no class {name} here. Those there are: {known}. Make it in the review queue, Ctrl+K."
        ),
        "evidence_unknown": translate("sentences", "{found} names no moment of this session; there are: {known}."),
        "iri_wrong": translate(
            "sentences", '"{found}" is no address that names may begin with; write it like https://school.example/xapi.'
        ),
        "no_chinese_font": translate(
            "sentences",
            "No font with Chinese letters was found: install one (Debian: fonts-noto-cjk), or export HTML instead of"
            " PDF.",
        ),
        "sessions_none": translate("sentences", 'No session is like that: see "bolian sessions".'),
        "date_unknown": translate("sentences", '{option}: "{found}" is not a day; write it as 2026-11-23.'),
        "rubric_version_taken": translate(
            "sentences", "Rubric {id} is already here in version {version} with other content: raise its version."
        ),
        "rules_unknown": translate("sentences", "There is no rule pack {id}; there are: {known}."),
        "rules_version_taken": translate(
            "sentences", "Rule pack {id} is already here in version {known}: give the file a later one than {version}."
        ),
        "rules_not_written": translate("sentences", "The rule pack could not be written to {file}: {why}."),
        "rules_not_own": translate("sentences", "Rule pack {id} came with the program: only a centre's own goes."),
        "content_not_written": translate("sentences", "{file} could not be written: {why}. Mend that, then try again."),
        "scenario_not_own": translate("sentences", "Scenario {id} came with the program: only a centre's own goes."),
        "content_wrong": translate("sentences", "{file} has mistakes: correct them, then try again."),
        "content_missing": translate("sentences", "The file {file} is not there: check its name."),
        "content_is_folder": translate("sentences", "{file} is a folder: name a file in it."),
        "content_empty": translate("sentences", "The file {file} is empty."),
        "content_too_big": translate("sentences", "{file} is too big for a content file (more than {limit} bytes)."),
        "content_too_deep": translate("sentences", "{file} is nested more than {limit} levels deep: flatten it."),
        "content_encoding": translate("sentences", "{file} is not UTF-8 text (it looks like {encoding}): save it so."),
        "content_unreadable": translate("sentences", "{file} cannot be read ({why}): check its permissions."),
        "content_not_json": translate("sentences", "{file} is not JSON: line {line}, column {column}: {why}."),
        "content_not_object": translate("sentences", "{file} must hold one JSON object."),
        "settings_unusable": translate("sentences", "The settings in {file} cannot be used: correct or remove it."),
        "settings_not_toml": translate("sentences", "The settings in {file} are not TOML: {why}."),
        "settings_not_written": translate("sentences", "The settings could not be written to {file}: {why}."),
        "address_unknown": translate(
            "sentences", '{option}: "{found}" is not an address; say {device}NAME, file:PATH or none.'
        ),
        "window_needs_live_pace": translate("sentences", "{option} goes with --pace live only."),
        "fast_needs_files": translate("sentences", '{option}: --pace fast needs a file, not "{found}".'),
        "language_is_not_the_scenarios": translate(
            "sentences", 'Scenario {scenario} is spoken in "{language}": leave --language out, or choose another one.'
        ),
        "nothing_to_rehearse_from": translate(
            "sentences", "There is nothing to rehearse from: name a microphone, a camera or a file ({option})."
        ),
        "version_never_judged": translate(
            "sentences", "No instructor judged by version {found} of rubric {id}; by {known} some did."
        ),
        "engine_never_judged": translate(
            "sentences", '--engine: no instructor judged levels of "{found}"; there are: {known}. Or say all.'
        ),
        "day_unreadable": translate("sentences", "{option}: {found} is not a day like 2026-09-01."),
        "report_kind_unknown": translate("sentences", "{file}: a report ends in .html or .pdf."),
        "transcript_wrong": translate(
            "sentences", "{path} is not a list of words with text, start_s and end_s: correct it."
        ),
        "transcript_too_large": translate("sentences", "The transcript {path} is too large."),
        "transcript_unreadable": translate("sentences", "The transcript {path} cannot be read: check its name."),
        "transcript_not_json": translate("sentences", "The transcript {path} is not JSON."),
        "speech_not_text": translate(
            "sentences", "{file} is not text in UTF-8: name a text, a pitch (speech-pitch/1) or words (asr-words/1)."
        ),
        "speech_wrong": translate(
            "sentences", "{file} is no pitch (speech-pitch/1) and no list of words (asr-words/1): correct it."
        ),
        "class_nameless": translate("sentences", "A class needs a name: type one."),
        "class_name_long": translate("sentences", "The name {found} is too long: at most {most} letters."),
        "class_name_taken": translate("sentences", "There is a class {id} already: choose another name."),
        "class_list_headless": translate(
            "sentences",
            "{file} has no column of names: let its first line say what each column holds, 姓名 or name, and 班级 or"
            " class.",
        ),
        "class_list_classless": translate(
            "sentences", "{file} does not say which class: add a column 班级 or class, or choose a class first."
        ),
        "class_list_empty": translate("sentences", "{file} holds no names: write one in each line."),
        "session_unknown": translate("sentences", 'There is no session {id}: see "bolian sessions".'),
        "session_ambiguous": translate("sentences", "{id} may mean several sessions: {found}. Give more of the id."),
        "number_out_of_range": translate("sentences", "{option}: {found} is not a number from {least} to {most}."),
        "whole_number_out_of_range": translate(
            "sentences", "{option}: {found} is not a whole number from {least} to {most}."
        ),
        "policy_unknown": translate(
            "sentences", '{option}: there is no host "{found}"; say silent, novice, fair, expert or log:SESSION.'
        ),
        "room_or_scenario": translate("sentences", "Say either --reference or --scenario ID: one room."),
        "picture_kind_unknown": translate("sentences", "{file}: a picture ends in .png."),
        "policy_of_other_scenario": translate(
            "sentences", "Session {id} is of scenario {found}: name that one, or leave --scenario and --reference out."
        ),
        "session_other_model": translate(
            "sentences", "Session {id} was made with the audience model {found}; this program has {known}."
        ),
        "moment_outside": translate("sentences", "{option}: the session has no second {found}; it ends at {most}."),
        "act_unknown": translate("sentences", '{option}: "{found}" is no act of this session; there are: {known}.'),
        "nothing_near": translate(
            "sentences", "{option}: the host did nothing of that kind near second {found}; the nearest is at {nearest}."
        ),
        "never_done": translate("sentences", "{option}: the host did nothing of that kind in this session."),
        "nothing_changed": translate("sentences", "{option}: {found} would change nothing at that moment."),
        "one_change": translate("sentences", "Say what to change: --drop, --add, or both."),
        "rewording_not_here": translate(
            "sentences", "Settings, rewording: {found} is not an http address of this PC; viewers' lines stay on it."
        ),
    }
