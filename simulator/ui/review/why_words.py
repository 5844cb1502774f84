"""A change of the audience in a few words: "37 left: 9 s of silence"."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from simulator.domain.crowd import Reason
from simulator.domain.scenario import Topic
from simulator.domain.units import Seconds
from simulator.review import AudienceChange, Movement, Why
from simulator.ui.amounts import count

translate = QCoreApplication.translate
MOST_WHYS = 2
LEAST_SHARE = 0.15
"""A reason that moved fewer of them is not named."""


class WhyWords(QObject):
    """Words for changes of the audience."""

    def change(self, change: AudienceChange, at: Seconds) -> str:
        """What viewers did about this moment, and what moved most of them."""
        count = change.count
        told = {
            Movement.LEFT: self.tr("%n left", "", count),
            Movement.JOINED: self.tr("%n came in", "", count),
            Movement.ORDERED: self.tr("%n order(s)", "", count),
            Movement.CANCELLED: self.tr("%n order(s) cancelled", "", count),
            Movement.REFUSED: self.tr("%n wanted to order", "", count),
        }.get(change.movement, "")
        whys = [why for why in change.whys if why.count >= LEAST_SHARE * count][:MOST_WHYS]
        named = [why for why in whys if why.reason is not Reason.CHANCE] or whys
        words = list(dict.fromkeys(why_words(why, at) for why in named))
        return self.tr("{change}: {reasons}").format(change=told, reasons=", ".join(words)) if words else told


def why_words(why: Why, at: Seconds) -> str:
    """One reason, with what it was about where that is known."""
    if why.reason is Reason.SILENCE and why.since is not None and at - why.since >= 1:
        return translate("WhyWords", "{seconds} s of silence").format(seconds=count(round(at - why.since)))
    if why.reason is Reason.ANSWERED and why.topic is not None:
        return translate("WhyWords", "question on {topic} answered").format(topic=topic(why.topic))
    if why.reason is Reason.UNANSWERED and why.topic is not None:
        return translate("WhyWords", "question on {topic} not answered").format(topic=topic(why.topic))
    return {
        Reason.ARRIVAL: translate("WhyWords", "sent by the platform"),
        Reason.BURST: translate("WhyWords", "a wave from the platform"),
        Reason.CHANCE: translate("WhyWords", "nothing stands out"),
        Reason.ATTENTION: translate("WhyWords", "attention"),
        Reason.SILENCE: translate("WhyWords", "silence"),
        Reason.TRUST: translate("WhyWords", "trust"),
        Reason.DISTRUST: translate("WhyWords", "lack of trust"),
        Reason.DISCONTENT: translate("WhyWords", "annoyed"),
        Reason.UNDERSTANDING: translate("WhyWords", "product explained"),
        Reason.NOT_UNDERSTOOD: translate("WhyWords", "product not understood"),
        Reason.PRICE_CLEAR: translate("WhyWords", "price told"),
        Reason.PRICE_UNCLEAR: translate("WhyWords", "price not clear"),
        Reason.CALL_TO_ACTION: translate("WhyWords", "asked to order"),
        Reason.URGENCY: translate("WhyWords", "scarce, or closing soon"),
        Reason.FALSE_URGENCY: translate("WhyWords", "scarcity that was not true"),
        Reason.DISCOUNT: translate("WhyWords", "discount"),
        Reason.DEARER: translate("WhyWords", "price went up"),
        Reason.SOCIAL_PROOF: translate("WhyWords", "others ordered"),
        Reason.LUCKY_BAG: translate("WhyWords", "lucky bag"),
        Reason.ANSWERED: translate("WhyWords", "question answered"),
        Reason.UNANSWERED: translate("WhyWords", "question not answered"),
        Reason.OUT_OF_STOCK: translate("WhyWords", "no stock"),
        Reason.INCIDENT: translate("WhyWords", "an incident"),
        Reason.PEERS: translate("WhyWords", "what others wrote"),
        Reason.MUTED: translate("WhyWords", "a viewer muted unjustly"),
    }[why.reason]


def topic(kind: Topic) -> str:
    """What a question is on."""
    return {
        Topic.PRICE: translate("WhyWords", "the price"),
        Topic.SPECIFICATION: translate("WhyWords", "size and make"),
        Topic.FIT: translate("WhyWords", "whom it suits"),
        Topic.USE: translate("WhyWords", "use"),
        Topic.TRUST: translate("WhyWords", "trust"),
        Topic.SHIPPING: translate("WhyWords", "postage"),
        Topic.RETURNS: translate("WhyWords", "returns"),
        Topic.AVAILABILITY: translate("WhyWords", "stock"),
    }[kind]
