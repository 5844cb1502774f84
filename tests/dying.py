"""Child processes that end before they were told what to do."""

from __future__ import annotations

import os
from typing import Any


class EndsAtOnce:
    """Ends the process that unpacks it, before that has read another byte."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os._exit, (3,)
