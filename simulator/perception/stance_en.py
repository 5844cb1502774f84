"""How English tells claims from what is denied, asked, supposed or reported (all of it ours)."""

from __future__ import annotations

import re

from simulator.perception.stance_signs import Marks, Signs

MARKS = Marks(
    sentence=re.compile(r"[.!?;\n](?=\s|$)"),
    clause=re.compile(r"[,:;.!?](?=\s|$)|\s[-–—]\s|\b(?:but|however|though|although|instead|whereas|still,)\b"),
)

_EN_SAY = r"(?:say|call|claim|promise|guarantee|tell you|swear|advertise|pretend|hear me say|state|suggest)"
_EN_WHO = (
    r"(?:they|people|some(?:one|body)?|others?|everybody|everyone|other (?:sellers|shops|hosts|stores|streams)"
    r"|some (?:people|sellers|shops|hosts|stores|folks)|a lot of (?:people|sellers|folks)|(?:big )?brands|competitors"
    r"|the internet|my (?:grandma|grandmother|grandpa|grandfather|mom|mum|dad|aunt|uncle|wife|husband|neighbou?r"
    r"|brother|sister|cousin|kids?|son|daughter|nan|friends?|brother in law|mother in law))"
)

SIGNS = Signs(
    disclaims=re.compile(
        r"\b(?:can't|cannot|can not|won't|will not|wouldn't|would not|don't|do not|never|not going to|not gonna"
        r"|not allowed to"
        r"|not supposed to|not able to|no one can|nobody can|refuse to|mustn't|must not|shouldn't|should not"
        r"|aren't allowed to"
        r"|am not|i'm not|we're not|not here to|rather not|not legally)\b[^,.;!?]{0,24}\b"
        + _EN_SAY
        + r"(?:ing|ming|ling)?\b[^.;!?]{0,60}$"
        r"|\bwithout (?:saying|claiming|promising|calling|making)\b[^.;!?,]{0,40}$"
        r"|\b(?:not allowed|illegal|against the rules|forbidden) to (?:say|call|claim|promise)\b[^.;!?]{0,50}$"
        r"|\b(?:you(?:'ll| will) (?:never|not)|you won't) (?:ever )?(?:hear|catch|see)\b[^.;!?]{0,60}$"
    ),
    disclaims_after=re.compile(
        r"^[^.!?]{0,30}\b(?:i|we|that) (?:can't|cannot|won't|don't|am not allowed to|are not allowed to"
        r"|would never|will never|never)"
        r"(?: ever)? (?:say|claim|promise|guarantee)\b"
    ),
    viewer=re.compile(
        r"\b(?<!questions )(?:(?:asks?|asking|asked)(?! (?:for|too|price|me to|us to|you to))|wants? to know"
        r"|wondering|typed|wrote|writes|types|commented"
        r"|comments?:"
        r"|question(?: is|:| from))\b[^.!?]{0,60}$"
        r"|\b(?:viewer|chat|comment|someone|somebody|one of you|some of you)\b[^.!?,]{0,20}"
        r"\b(?:says?|said|saying)\b[^.!?]{0,50}$"
    ),
    reports=re.compile(
        r"\b"
        + _EN_WHO
        + r"\b[^.!?,;]{0,24}\b(?:say|says|said|saying|claims?|claimed|claiming|tells?|told|calls?|called"
        r"|advertises?|promised?|promises?|swears?|think|thinks|believe)\b[^.!?;]{0,60}$"
        r"|\b(?:supposedly|allegedly|rumou?r has it|so-called|i(?:'ve)? (?:heard|read)(?: that)?"
        r"|legend has it)\b[^.!?;]{0,40}$"
    ),
    asked=re.compile(r"\b(?:asks?|asking|asked|wants? to know|wondering|questions?)\b|\b(?:if|whether)\b[^.!?]{0,40}$"),
    rivals=re.compile(
        r"\b(?:other (?:sellers|shops|hosts|stores|streams|brands|farms)|(?:big )?brands|competitors|they"
        r"|supposedly|allegedly|rumou?r has it|so-called|legend has it)\b"
    ),
    distance=re.compile(
        r"\b(?:but|though|however|we|i|i'd|i'm|so)\b[^.!?]{0,24}\b(?:not|never|no|can't|cannot|won't|don't|wouldn't"
        r"|didn't|couldn't|isn't|rather|doubt|disagree|laugh\w*|sorry)\b"
        r"|(?:^|[.!?,] )(?:it|this|that|they|we|there) (?:doesn't|isn't|don't|aren't|won't)(?=[,.!]| that\b)"
        r"|(?:^|[.!?,] )(?:no|nope|nah|well, no|sorry|please don't|not (?:true|so|really|quite|me|us|my))\b"
        r"|\b(?:not true|a myth|nonsense|rubbish|no idea|no proof|no evidence|see a doctor|ask your doctor"
        r"|isn't so|not so|not my (?:words?|call)|their words?|biased|take that with|who knows|not for me to say)\b"
    ),
    denies=re.compile(
        r"\b(?:not|no|never|none|nothing|neither|nor|isn't|aren't|wasn't|weren't|doesn't|don't|didn't|can't"
        r"|cannot|won't|wouldn't"
        r"|hasn't|haven't|couldn't|ain't|without|hardly|far from|free of|nobody|no one)\b[^,.;!?]{0,22}$"
    ),
    denies_not=re.compile(
        r"\b(?:not only|not just|not merely|no doubt|no question|no wonder|no kidding|never (?:been|seen|had"
        r"|tasted|found|again|miss)|don't miss|nothing (?:beats|better|but)"
        r"|no better|not to mention|can't beat|won't find|can't find|can't get|cannot find|don't forget"
        r"|don't wait|won't believe|can't believe|no other|nobody (?:beats|else)"
        r"|not one of|why not|nothing else|no one (?:else|beats)|can't go wrong|don't worry|no matter"
        r"|don't sleep|no problem|not going to (?:find|see|get))\b"
    ),
    denies_after=re.compile(
        r"^[^.!?,]{0,20},? (?:is|are|would be|that's|it's) (?:a lie|a myth|nonsense|not true|false|rubbish"
        r"|baloney|simply not)\b"
        r"|^[^.!?,]{0,10},? (?:it|this|that) (?:is not|isn't|does not|doesn't)(?:\.|!|$)"
    ),
    asks=re.compile(
        r"^\s*(?:so|and|well|now|okay|um|uh)?,?\s*(?:(?:is|are|does|do|did|can|could|will|would|has|have|isn't"
        r"|aren't|doesn't|don't|wasn't|can't|won't)"
        r" (?:it|this|that|these|those|they|the|we|you|i|he|she|there|any|anyone|anybody|your|my|our|one|apples?"
        r"|honey|tea)|(?:why|how|who|what|where|which)(?:'s)?)\s[^,.;!]{0,50}$"
    ),
    asks_after=re.compile(r"^[^,.;!?]{0,24}\?"),
    wants_yes=re.compile(
        r"^\s*(?:so|and|well|now|okay|um|uh)?,?\s*(?:isn't|aren't|doesn't|don't|wasn't|can't|won't"
        r"|what's not)\s[^,.;!]{0,50}$"
    ),
    tag=re.compile(r",\s*(?:right|isn't it|aren't they|doesn't it|huh|yeah|okay|ok)\s*\?$"),
    supposes=re.compile(
        r"\b(?:if|unless|suppose|imagine|even if|as if|hoping|i wish|pretend|what if|whether|aim to"
        r"|try(?:ing)? to|hope to|want to)\b[^,.;!?]{0,40}$"
    ),
    offered=re.compile(
        r"\b(?:ask(?:s|ed|ing)?|told|tells|telling|wants?|wanted|offer(?:s|ed|ing)?|e-?mail(?:s|ed)?|suggest(?:s|ed)?"
        r"|pitch(?:es|ed)|tried|begged|messaged|call(?:s|ed)|advised|pushed|urged|paid) [^.!?]{0,80}$"
    ),
    refused=re.compile(
        r"\b(?:i|we) (?:said|say|told (?:them|him|her)|answered|wrote back|replied) (?:no|nope|absolutely not"
        r"|not a chance|never)\b|\b(?:and|but|so) (?:i|we) (?:declined|refused|passed|hung up|walked away|laughed"
        r"|blocked|reported|turned (?:it|that|them|him|her) down|threw it)\b|\b(?:no thanks|no way|no thank you)\b"
        r"|, (?:and|but) (?:i'm not (?:going to|gonna|about to)|i (?:won't|will not|wouldn't|didn't|refuse)"
        r"|we (?:didn't|won't))\b"
        r"|, (?:and|but) (?:no|nope|the answer is no|it's a no|we (?:can't|won't|don't)|i (?:can't|won't|don't))\b"
        r"(?!,? (?:i'm|we're|kidding|joking|lie|one|doubt|question))"
    ),
    told=re.compile(
        r"\b(?:heard|says?|said|saying|claims?|claimed|writes?|wrote|typed|thinks?|thought|believes?|told|tells"
        r"|rumou?r|myth|asks?|asked|read|reads)\b[^.!?]{0,80}$"
    ),
    corrected=re.compile(
        r"\b(?:that|it|which|this|he|she)(?:'s| is| was) (?:wrong|false|nonsense|rubbish"
        r"|a (?:myth|lie|rumou?r|mix-?up|mistake|typo)|not (?:true|right|so|correct|the case|how|what|us))\b"
        r"|\b(?:that|it|this) isn't (?:true|right|so|correct|the case|how|what|us)\b"
    ),
)

ASIDES = re.compile(
    r"\b(?:no (?:kidding|joke|lie|cap|word of a lie)|not (?:kidding|joking|lying|exaggerating|gonna lie"
    r"|going to lie|even joking)"
    r"|i'?m not (?:kidding|joking|lying|exaggerating|gonna lie|going to lie|even kidding)|i kid you not"
    r"|i don'?t know about you"
    r"|don'?t (?:wait|miss out|miss this|sleep on (?:it|this)|walk|think twice|tell anyone)|why not"
    r"|you can'?t go wrong"
    r"|not to brag|if you ask(?: me)?|without (?:a )?doubt|no doubt)\b"
)
"""Asides with a "not" that denies nothing of what follows them."""
