"""What hosts say in English."""

from simulator.perception.invitations_en import ENGLISH_INVITATIONS
from simulator.perception.phrasebook import Phrasebook

ENGLISH = Phrasebook(
    calls={
        "order": (
            "tap the cart", "tap the yellow cart", "yellow cart and order now", "order now", "click the link",
            "tap the link", "click link number {n}", "tap link number {n}", "link number {n} to buy",
            "tap number {n}", "buy now", "add to cart", "add it to your cart", "tap the product card",
            "tap the card", "place your order", "grab yours", "get yours now", "tap the basket",
            "tap the shop button", "go to the cart", "check out now", "order yours", "tap buy now", "tap to buy",
            "open the cart",
        ),
        "coupon": (
            "claim the coupon", "claim your coupon", "grab the coupon", "use the coupon", "tap the coupon",
            "get the coupon", "collect the coupon", "apply the coupon",
        ),
        "follow": (
            "follow our channel", "hit the follow button", "tap the follow button", "follow me", "follow us",
            "please follow", "give us a follow", "follow the channel", "follow this shop", "follow the shop",
            "tap follow", "hit follow",
        ),
        "share": (
            "share this live", "share this live room", "share the stream", "share this stream",
            "share with your friends", "share it with your friends", "share this with a friend", "share the live",
        ),
        "comment": (
            "leave a comment", "leave a comment below", "type it in the chat", "drop a comment",
            "tell me in the comments", "put it in the chat", "write it in the chat", "type in the comments",
            "tell me in the chat",
        ),
    },
    invitations=ENGLISH_INVITATIONS,
    ways=(
        "yellow cart", "the cart", "cart", "basket", "link", "the link", "link number {n}", "product card",
        "yellow basket", "buy button", "tap the yellow cart", "tap the cart",
    ),
    elements={
        "invitation": (
            "any questions", "if you have any questions", "have any questions", "let me know", "tell me where",
            "ask me", "leave a comment", "type it in the chat", "drop a comment", "tell me in the comments",
            "tell me in the chat", "what would you like", "where are you watching from", "put it in the chat",
            "what do you want to see",
        ),
        "after_sales": (
            "refund", "return policy", "customer support", "we replace it", "send us a photo", "30 day return",
        ),
        "next_show": (
            "see you tomorrow", "see you next time", "next stream", "next show", "see you next week",
            "live again tomorrow", "back tomorrow", "same time tomorrow", "we are live every",
            "see you again tomorrow", "next live",
        ),
        "thanks": (
            "thank you", "thanks", "thank you all", "thanks for watching", "thank you for joining",
            "thank you for watching",
        ),
        "announced_end": (
            "that's all for today", "that's it for today", "that is all for tonight", "the end of the show",
            "the end of the stream", "wrap up",
            "end of the stream", "going off air", "we are closing", "before we finish", "that's all for tonight",
            "signing off", "goodbye", "that's the end",
        ),
        "apology": (
            "sorry", "i'm so sorry", "i apologise", "i apologize", "apologies", "my apologies", "we apologise",
        ),
        "denial": (
            "not a medicine", "it is a food", "cannot treat", "doesn't treat", "does not treat", "can't say",
            "i can't promise", "can't claim", "not certified organic", "i won't say", "is a food not",
        ),
        "doctor": (
            "ask your doctor", "see a doctor", "ask a doctor", "talk to your doctor", "your doctor", "a doctor",
        ),
        "guardian": (
            "your parents", "a parent", "guardian", "ask your parents",
        ),
        "order_number": (
            "order number", "your order number", "send us your order number",
        ),
        "remedy": (
            "refund", "replacement", "replace it", "send you a new one", "money back", "we will replace",
            "full refund",
        ),
        "follow_up": (
            "customer support", "contact support", "message support", "our support team", "through the platform",
        ),
        "sold_out": (
            "sold out", "out of stock", "they are gone", "no more left",
        ),
        "restock": (
            "restock", "next batch", "back in stock", "next product", "ships later",
        ),
        "correction": (
            "i misspoke", "let me correct", "correct that", "i made a mistake", "wrong price",
            "the right price is",
        ),
        "back_on_air": (
            "we're back", "we are back", "connection dropped", "network problem", "the stream froze",
            "lost connection",
        ),
        "sound_check": (
            "can you hear me", "is the sound ok", "can everybody hear me", "sound is back", "hear me now",
        ),
        "keep_private": (
            "don't post your phone", "personal information", "please don't share your", "don't put your address",
        ),
        "documents": (
            "licence", "license", "test report", "on the label", "ingredient list", "certificate",
        ),
    },
    welcomes=(
        "welcome", "hi everyone", "hello everyone", "good evening", "good morning", "good afternoon",
        "hey everyone", "hi everybody", "hello everybody", "hi guys", "welcome in", "good evening friends",
    ),
    greeting_cues=(
        "welcome", "hi", "hello", "hey", "thanks", "thank you", "good evening",
    ),
    statements={
        "connection": (
            "i work for", "i am employed by", "i'm employed by", "i earn a commission", "i get a commission",
            "i am paid by", "i'm paid by", "i work at this shop", "i work for this shop", "i work for the shop",
            "sponsored by", "i own this shop", "this is my own shop", "i am part of the workshop",
            "earn commission",
        ),
        "prior_price": (
            "lowest price of the last 30 days", "lowest price in the last 30 days", "in the last 30 days",
            "over the last 30 days", "over the past 30 days",
        ),
        "minor_warning": (
            "ask a parent", "let a parent decide", "let your parents",
        ),
    },
    addresses=(
        "keep it civil", "keep it friendly", "keep it kind", "let's be kind", "be respectful", "with respect",
        "respect everyone", "respectful here", "not welcome here", "no place for", "no room for", "won't accept",
        "don't accept", "not okay here", "no hate", "negative comments", "some of you don't believe",
        "some people don't believe", "if you don't like it", "fair to doubt", "you can doubt", "fair question",
        "if you have doubts", "says scam", "called it a scam", "called us a scam", "not a scam", "isn't a scam",
        "calling it fake", "says it's fake", "i hear the criticism", "won't argue", "not going to argue",
        "our moderators", "the moderators", "stay polite",
    ),
    insults=(
        r"\b(?:idiots?|stupid|morons?|losers?|dumb|shut up|get lost|get out|screw you|go to hell|jerks?|trash people"
        r"|haters?|crybab(?:y|ies)|clowns?|broke people|you people)\b"
    ),
    shipping=(
        "free shipping", "shipping is free", "plus shipping", "shipping", "postage", "delivery is",
        "free delivery", "for shipping", "plus postage", "free post",
    ),
    hesitations=(
        "um", "uh", "umm", "uhh", "erm", "er", "hmm", "mmm", "uhm", "mhm",
    ),
    loose_hesitations=(
        "ah", "oh", "eh", "huh",
    ),
    filler_words=(
        "you know", "like", "so", "i mean", "sort of", "kind of", "basically", "actually", "well", "right",
        "okay so", "literally", "you see",
    ),
)  # fmt: skip
