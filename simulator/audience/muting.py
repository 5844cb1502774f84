"""What others think when a viewer is muted or a comment is put on top: by what they had read of him (ours).

=================================  =====  ==================================================================
what he had written                how    what it does to the room (``Input.MUTE``)
=================================  =====  ==================================================================
abuse, or a part in an incident    -1     a little trust: the host keeps order (``mute_relief``)
of abuse
nothing but giveaway spam, or      0      nothing
calls to leave the platform
small talk, traps, or nothing      .5     half of what follows
a question, a wish, a complaint    1      trust and patience: critics are silenced here (``mute_trust``,
                                          ``mute_discontent``)
=================================  =====  ==================================================================

Abuse goes before all else. The room learns of it at that moment, so that whoever leaves or does not order because of it
names the muting as its cause.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from simulator.audience.chat import Chat
from simulator.audience.spotlight import Spotlight
from simulator.audience.surprises import Surprises
from simulator.domain.desk import CommentPinned, ViewerMuted
from simulator.domain.taxonomy import CommentCategory, CommentKind
from simulator.domain.units import Seconds

ABUSE = frozenset({"troll"})
"""Categories nobody is sorry for."""
INCIDENTS_OF_ABUSE = frozenset({"troll_wave", "slur", "privacy_leak"})
"""Kinds of incidents whose voices may be muted."""
PULLING_AWAY = frozenset({"off_platform_request"})
MUTING = "muting"
"""What reactions to it are called in the wording."""
OUTCRY_S = 20.0
"""So long after an unjust muting others write about it,"""
OUTCRIES = 4
""" … so many at the most."""
ABUSIVE, INDIFFERENT, HARMLESS, HONEST = -1.0, 0.0, 0.5, 1.0
_BY_KIND = {
    CommentKind.QUESTION: HONEST,
    CommentKind.REQUEST: HONEST,
    CommentKind.ADVERSE: HONEST,
    CommentKind.SOCIAL: HARMLESS,
    CommentKind.TRAP: HARMLESS,
    CommentKind.NOISE: INDIFFERENT,
}


def wronged(event: ViewerMuted, categories: Mapping[str, CommentCategory], abusive: Iterable[str]) -> float:
    """How unjust a muting looks, -1 to 1; ``abusive`` are the ids of incidents of abuse."""
    if ABUSE.intersection(event.wrote) or set(event.incidents).intersection(abusive):
        return ABUSIVE
    return max((_weight(category, categories) for category in event.wrote), default=HARMLESS)


def on_top(event: CommentPinned, categories: Mapping[str, CommentCategory]) -> float:
    """What a comment on top of the chat is to the room: -1 abuse, 1 something that waits for an answer, else 0."""
    if event.category in ABUSE:
        return ABUSIVE
    category = categories.get(event.category)
    return HONEST if category is not None and category.kind in (CommentKind.QUESTION, CommentKind.REQUEST) else 0.0


def silence(event: ViewerMuted, spotlight: Spotlight, surprises: Surprises) -> None:
    """He writes no more; where he was one of many voices, there is one line fewer to come."""
    if event.viewer in spotlight.muted:
        return
    spotlight.mute(event.viewer)
    for surprise in surprises.open.values():
        if surprise.several and surprise.plan.id in event.incidents:
            surprise.to_say -= 1


def noticed(chat: Chat, unjust: float, at: Seconds) -> None:
    """The others saw a muting; of one that was deserved nobody writes."""
    if unjust > INDIFFERENT:
        chat.muted_since, chat.outcries = at, 0


def outcry(chat: Chat, now: Seconds) -> bool:
    """Whether viewers still write about a muting."""
    return chat.muted_since is not None and now - chat.muted_since < OUTCRY_S and chat.outcries < OUTCRIES


def _weight(category: str, categories: Mapping[str, CommentCategory]) -> float:
    if category in PULLING_AWAY:
        return INDIFFERENT
    known = categories.get(category)
    return _BY_KIND[known.kind] if known is not None else HARMLESS
