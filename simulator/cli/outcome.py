"""How a command ends: a status, and one sentence for what a person can mend."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from dataclasses import dataclass
from keyword import iskeyword
from pathlib import Path
from typing import Any, NoReturn

import click

from simulator.domain.machine import Fault
from simulator.ports import ContentError, DeviceError, Mendable, StoreError

CONTENT, DEVICE, STORAGE = 2, 3, 4


@dataclass(frozen=True, slots=True)
class Choices:
    """What stands before the command."""

    data: Path | None
    screen: str | None

    def with_data(self, data: Path | None) -> Choices:
        """The folder named after the command wins over the one before it."""
        return self if data is None else Choices(data, self.screen)


def status(error: Mendable) -> int:
    """The exit status of an error."""
    match error:
        case StoreError() | DeviceError(fault=Fault.DISK_FULL):
            return STORAGE
        case DeviceError():
            return DEVICE
        case _:
            return CONTENT


def give_up(error: Mendable, screen: str | None) -> NoReturn:
    """Say the one sentence (and every mistake of a content file) on stderr, and end."""
    from simulator.cli.speaking import speak

    say = speak(screen)
    print(say(error), file=sys.stderr)
    if isinstance(error, ContentError):
        for mistake in error.mistakes:
            print(f"  {mistake}", file=sys.stderr)
    sys.stderr.flush()
    raise click.exceptions.Exit(status(error))


def data_option(command: Callable[..., None]) -> Callable[..., None]:
    return click.option("--data", type=click.Path(path_type=Path), help="The folder that holds everything.")(command)


COMMANDS = {
    "agreement": "agreement",
    "audience": "audience",
    "calibrate": "calibrate",
    "content": "library",
    "demo": "rehearsing",
    "doctor": "library",
    "exam": "exams",
    "export": "exporting",
    "hear": "hearing",
    "import": "carrying_over",
    "models": "speech",
    "privacy": "privacy",
    "rehearse": "rehearsing",
    "replay": "looking_back",
    "report": "reporting",
    "rubrics": "rubrics",
    "rules": "rules",
    "score": "rescoring",
    "sessions": "records",
    "transcribe": "transcribing",
    "version": "library",
    "whatif": "looking_back",
}
"""Each command and the module of this package it stands in."""


class Bolian(click.Group):
    """Loads a command when it is asked for, and turns what a person can mend into a sentence and an exit status.

    A speech process of ours imports the command's module again: it should cost next to nothing.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        module = COMMANDS.get(cmd_name)
        if module is None:
            return None
        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        found = getattr(importlib.import_module(f"simulator.cli.{module}"), name)
        assert isinstance(found, click.Command)
        return found

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except Mendable as error:
            choices = ctx.obj
            give_up(error, choices.screen if isinstance(choices, Choices) else None)
        except KeyboardInterrupt:
            raise click.exceptions.Exit(130) from None
