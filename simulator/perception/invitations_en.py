"""How English-speaking hosts invite: verb and object within a clause, and what makes the same words no invitation."""

from __future__ import annotations

import re

from simulator.perception.invitations import Grammar

_IN = r"[^.!?,;]"
_NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
_COLOUR = (
    r"(?:shopping|orange|yellow|little|big|red|blue|green|black|white|shop|small|tiny|product|buy|order|pinned"
    r"|checkout|add to cart|cart)"
)
_THING = (
    rf"(?:(?:link|number|item|product) (?:number )?{_NUMBER}\b|(?:{_COLOUR} )+button|(?:{_COLOUR} )*(?:cart|basket"
    rf"|bag|icon|link"
    rf"|card|tab|tile|banner)\b|pinned (?:product|item|link|one|listing)|pin\b|listing|storefront|checkout"
    rf"|product (?:below|link|page)|screen\b)"
)
_TAP = (
    r"(?:tap|click|hit|press|smash|open|go to|head (?:over |on over |down |straight )?to|hop (?:over |on )?(?:to|in"
    r"|into)|jump (?:in|into|on|over to)|touch|swipe|scroll (?:down |up )?to|find|mash|slam|punch|pop (?:open"
    r"|over to|into)|use|check out|poke|pull up)"
)
_IT = (
    r"(?:it|one|them|yours|some|this(?: one)?|these|that(?: one)?|both|two|three|a couple|a few|as many|(?:a|your|an"
    r"|the|another|two|three|one) (?:\w+ )?(?:box|bag|jar|set|pack|pair|bottle|tin|carton|case|dozen|piece|order"
    r"|bundle|crate|bowl|shirt|knife|mug|can|pouch|sack|stick|copy)(?:es|s)?)"
)
_NOW = (
    r"(?:now|today|tonight|right (?:now|away|there|here)|before|while|at the link|in the (?:basket|cart|bag|shop"
    r"|link)|below|down (?:there|below)|from (?:the|that) (?:link|cart|basket|bag|pin|card|shop)|at (?:link|number)"
    r"|if you (?:want|like|love)"
    r"|and (?:try|see|thank))"
)

_BEGINS = (
    r"(?:^|(?<=[.!?,;:] )|(?<=[\"“(])|(?<=\band )|(?<=\bthen )|(?<=\bplease )|(?<=\bso )|(?<=\bjust )"
    r"|(?<=\bor )|(?<=\balso )|(?<=\bnow )"
    r"|(?<=\bfolks )|(?<=\beverybody )|(?<=\beveryone )|(?<=\bguys )|(?<=\bcome )|(?<=\bgo )|(?<=\bgo on )"
    r"|(?<=\bfree to )|(?<=\bforget to )"
    r"|(?<=\bsure to )|(?<=\bremember to )|(?<=\byou can ))"
)
"""Where an imperative may begin."""
_YOURS = (
    r"(?:names?|sizes?|zip(?: code)?|city|town|state|country|questions?|answers?|picks?|colou?rs?|favou?rites?"
    r"|order numbers?|guess(?:es)?|choices?"
    r"|thoughts|recipes?|reviews?|flavou?rs?|ideas?|stor(?:y|ies)|vote|number|initials?|birthday|requests?"
    r"|skin type|email)"
)
"""What viewers are asked for."""
_SHADE = (
    r"(?:blue|red|green|black|white|grey|gray|pink|yellow|brown|natural|navy|large|medium|small|extra large"
    r"|big one|small one|bundle|set"
    r"|(?:two|three|four|six|twelve|single|family) ?pack)"
)
_OFFERED = (
    r"(?!,? (?:and )?(?:it's |they're |that's |for |at |only |just )?(?:\$|\d|(?:two|three|four|five|six|seven"
    r"|eight|nine|ten|eleven|twelve"
    r"|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a hundred)\b))"
)
"""Not where the price of it follows, which is an offer: "grab a pair, twenty six for the two"."""
_GRAB_ENDS = rf"(?=$|[.!;?]|,|\s(?:now|today|tonight|before|while|at|from|below|right|if|and|for)\b){_OFFERED}"

ENGLISH_INVITATIONS = Grammar(
    patterns={
        "order": re.compile(
            rf"\blink (?:number )?{_NUMBER}(?:'s| is) (?:all )?(?:pinned|in|at|up|right|below|down|on|live)\b"
            r"|\b(?:order|buy|grab (?:it|one|yours)) before (?:midnight|the timer|it|they|we|i)\b|"
            rf"\b{_TAP}\b{_IN}{{0,28}}?\b{_THING}(?:{_IN}{{0,12}}\b(?:order|buy|check ?out|grab (?:it|one"
            rf"|yours))(?: now)?\b)?"
            rf"|\b(?:get|grab|snag|pick up|order|buy|scoop up|take|secure|reserve|claim|nab|cop"
            rf"|bag) (?:yourself )?{_IT} {_NOW}\b"
            rf"|\b(?:pick|snap|scoop) {_IT} up\b|\b(?:link (?:number )?{_NUMBER}|it|everything|this one)(?:'s"
            rf"| is) (?:all )?pinned\b"
            rf"|\b(?:order|buy|grab|shop|check ?out)(?: yours| it| one| them)? (?:now|today|tonight|right now"
            rf"|right away|while)\b"
            r"|\bgo (?:ahead and |on and |on,? )?(?:and )?(?:get|grab|buy|order|tap|click|snag|pick up)\b(?: (?:it"
            r"|one|yours|them|that|now|some|a box|a bag|the link|yourself one))?"
            r"|\b(?:grab|get|order|snag|claim|reserve) yours\b|\b(?:grab|snag|scoop up|pick up) (?:yourself )?(?:one"
            r"|some|a (?:box|bag|jar|set|pack|pair|bottle|tin|carton|dozen|couple))\b(?! of (?:the|my|our|these))"
            rf"{_GRAB_ENDS}"
            r"|\b(?:place|put in|lock in|get in|send in|drop) your orders?\b|\bget your orders? in\b"
            rf"|\b(?:add|put|throw|toss|drop|pop|stick) (?:it|one|this|them|these|two|some|that|yours|a \w+"
            rf"|both)\b{_IN}{{0,16}}?\b(?:cart|basket|bag)\b|\badd (?:it )?to (?:your )?(?:cart|basket|bag)\b"
            rf"|{_BEGINS}(?:order|buy|shop|check ?out|get (?:it|them|one|yours)|grab (?:it|them|one"
            rf"|yours))\b{_IN}{{0,14}}?\b(?:from|through|at|via|in|on|off|using|with)\b"
            rf" (?:the |my |our |that |this )?(?:\w+ )?{_THING}"
            rf"|{_BEGINS}(?:tap|touch|click|press|poke) (?:it|that|there|here|on it)(?=[.,!?]|$)"
            rf"|{_BEGINS}go,? go(?:,? go)*\b"
            rf"|\b(?:for|if you)\b[^.!?,]{{1,40}}, (?:it's |that's |go |go to |hit "
            rf"|tap )?link (?:number )?{_NUMBER}\b(?=[.,!?]|$)"
            rf"|(?<=folks, )link (?:number )?{_NUMBER}\b|(?<=people, )link (?:number )?{_NUMBER}\b"
            rf"|(?<=lovers, )link (?:number )?{_NUMBER}\b|(?<=fans, )link (?:number )?{_NUMBER}\b"
            rf"|\bgo (?:find|get|look for|see|check) (?:it|them|yours) (?:in|on|at"
            rf"|under){_IN}{{0,20}}?\b(?:shop|store|row|list|page|shelf|cart|basket)\b"
            rf"|{_BEGINS}(?:pick|choose|select) (?:out )?(?:your (?:\w+ )?(?:size|colou?r|flavou?r|scent|pack"
            rf"|bundle|set|favou?rite)|(?:a|the) {_SHADE}|the (?:first|second|third|fourth|last|top|bottom|left"
            rf"|right|middle) (?:option|one|size|listing|link|choice|variant))\b(?:{_IN}{{0,14}}?\b{_THING})?"
            rf"|{_BEGINS}give (?:that|the|this|our|it|link {_NUMBER})(?: (?:{_COLOUR}))*(?: (?:link|cart|button"
            rf"|basket|bag|card|icon))? (?:a|one) (?:\w+ )?(?:tap|click|press|poke|whack|smack|hit)\b"
        ),
        "coupon": re.compile(
            rf"\b(?:claim|grab|get|collect|tap|use|take|apply|clip|hit|click|redeem|enter"
            rf"|snag)\b{_IN}{{0,28}}?\b(?:coupons?|vouchers?|promo code|discount code|code)\b"
        ),
        "follow": re.compile(
            rf"\b(?:hit|tap|smash|press|click|mash|give|drop|punch|push)\b{_IN}{{0,24}}?\bfollow\b(?: button)?"
            rf"|\bfollow (?:me|us|along|(?:the|this|our|my) (?:channel|shop|page|account|farm|live|show|store|stream"
            rf"|room|studio|kitchen|family|team))\b"
            rf"|\b(?:please|to|and|go|now) follow\b(?! (?:the|these|this|those|our|my|up|through|a|your|that|it"
            rf"|in)\b)|\bsubscribe\b|\bjoin\b{_IN}{{0,20}}?\b(?:fan ?club|fan group|club|crew|community|membership"
            rf"|members|fan team|superfans|group)\b"
            rf"|{_BEGINS}follow(?: (?:first|now|today|here|along))?(?=[.,!?]|$)"
            rf"|{_BEGINS}(?:become|be) (?:a |one of our )?(?:member|follower|subscriber|fan|regular)s?\b"
            rf"|\b(?:turn on|switch on) (?:the |your )?(?:notifications|alerts|bell)"
            rf"|{_BEGINS}(?:ring|tap|hit) (?:the|that) bell\b"
            rf"|\b{_TAP}\b{_IN}{{0,20}}?\b(?:plus (?:sign|button)|profile|(?:my|our) (?:picture|face|avatar|photo))\b"
        ),
        "like": re.compile(
            rf"\b(?:smash|hit|tap|double[- ]tap|press|drop|give|leave|send|mash"
            rf"|pound)\b{_IN}{{0,24}}?\b(?:likes?(?: button)?|hearts?|thumbs[- ]up)\b|\b(?:double[- ])tap (?:the"
            rf"|that|your) screen\b"
            rf"|{_BEGINS}(?:let me see|show me|send(?: me)?|throw(?: me)?|rain|drop|(?:flood|fill) (?:it"
            rf"|the (?:screen|room|chat)) with|keep (?:tapping|hitting|smashing|sending|pressing)|light up"
            rf"|keep) (?:those|that|some|the|your|a few|all the|them)?"
            rf" ?(?:hearts?|likes?|thumbs|love)\b(?: coming)?"
        ),
        "share": re.compile(
            rf"\bshare (?:this|the|it|our|that|with)\b(?!{_IN}{{0,18}}\bwith (?:you|all of you"
            rf"|everybody)\b)(?:{_IN}{{0,24}}?\b(?:live room|live|stream|room|link|show"
            rf"|video))?(?:{_IN}{{0,12}}?\bwith {_IN}{{0,14}}?\b(?:friends?|someone|somebody|mom|mum|family|sister"
            rf"|neighbou?rs?|group|anyone|people))?"
            rf"|{_BEGINS}(?:forward|pass|text|send|show) (?:this|it|us|the (?:link|room|live|stream))(?: on"
            rf"| along| over)? to {_IN}{{0,24}}?\b(?:friends?|someone|somebody|mom|mum|dad|family|sister"
            rf"|brother|neighbou?rs?|group|anyone|people|in law|boss|aunt)\b"
            rf"|\btag (?:a|your|someone|somebody|that)\b{_IN}{{0,12}}|\bsend (?:this|it|(?:the|our|this) (?:link"
            rf"|live|stream|room|show))(?: over| on| along)? to (?:a|your|the|someone|somebody|that"
            rf"|anyone)\b{_IN}{{0,16}}|\b(?:tell|invite|bring|call) (?:a|your|all your) (?:friends?|mom|mum"
            rf"|neighbou?rs?|family|sister|buddies|buddy)\b(?! that| how)"
        ),
        "comment": re.compile(
            r"\bcomment [\"“']?\w+[\"”']? (?:if|below|for|so|and)\b|"
            rf"\b(?:drop|type|leave|put|write|post|tell|let|shout|pop|say|spam|throw|give"
            rf"|send)\b{_IN}{{0,40}}?\b(?:in (?:the )?(?:chat|comments?)(?: section| box| below)?|comments? (?:below"
            rf"|section)|a comment(?: below)?|in the box below)"
            r"|\b(?:type|drop|comment|write|put) (?:me )?(?:an? )?[\"“']?(?:1|one|yes|me|heart emoji"
            r"|orange|emoji|plus one)\b(?=[\"”']?(?:[.,!?]|$| if\b| in\b| so\b| for\b| when\b))|\bcomment (?:below"
            r"|your|with|the word|if|down|what|where|which|how)\b"
            r"|\bask (?:me |away )?in the (?:chat|comments?)\b|\bcomments? (?:are )?open\b|\bask me (?:anything|away"
            r"|whatever|about|for)\b"
            rf"|{_BEGINS}(?:tell|show) (?:me|us) (?:your|what|where|how|which|who|why|when|if|whether)\b{_IN}{{0,40}}"
            rf"|{_BEGINS}let (?:me|us) know (?:what|where|which|how|who|your|if you(?:'d| want| like"
            rf"| need))\b{_IN}{{0,30}}"
            rf"|{_BEGINS}say (?:hi|hello|hey|howdy|yes|yeah|aye|yo|good (?:morning|evening)|something|one"
            rf"|me)\b(?: (?:to|if|in|below|when){_IN}{{0,24}})?"
            rf"|{_BEGINS}type (?!of\b|as\b|it\b|that\b|this\b)(?:in "
            rf"|out )?[\"“']?\w+[\"”']?(?: \w+)?(?=[\"”']?(?:[.,!?]|$| (?:if|and|for|in|so|when|below)\b))"
            rf"|{_BEGINS}vote (?!with)\w+(?: (?:for|if|or|in){_IN}{{0,24}})?"
            rf"|{_BEGINS}(?:type|drop|post|put|write|send|leave|throw|give|shout|pop|list|name|enter"
            rf"|pick)(?: down| out| me| us| in){{0,2}} (?:your"
            rf"|all your) (?:\w+ ){{0,2}}?{_YOURS}\b(?!{_IN}{{0,12}}\b(?:cart|basket|link|checkout)"
            rf"| to (?:support|customer|our|the (?:shop|team))){_IN}{{0,24}}"
            rf"|{_BEGINS}(?:shout|call|sing|yell) out (?:your|where|what|which|who|the)\b{_IN}{{0,30}}"
            rf"|{_BEGINS}(?:hit|throw|fire|send|shoot|bring|give)(?: me| us)?(?: with)? (?:your|any|all your"
            rf"|those|the) (?:\w+ )?questions\b"
            rf"|{_BEGINS}(?:raise (?:a|your) hands?|wave (?:at me|hello|if)|(?:give|leave|send|drop) (?:me"
            rf"|us) (?:a|an|one|some) (?:quick |little |big )?(?:wave|hello|hi|hey|yes|one|shout|note|comment"
            rf"|message|question"
            rf"|line|emoji|word)s?)\b{_IN}{{0,16}}"
            rf"|{_BEGINS}leave a (?:note|comment|message|hello|review|question|word|line)\b(?! (?:for"
            rf"|on) (?:the|my|your) (?:mail|driver|neighbou?r|door))"
            rf"|{_BEGINS}(?:speak up|chime in|weigh in|sound off|check in|pipe up"
            rf"|holler)\b(?: (?:in the (?:chat|comments)|below|if|with){_IN}{{0,16}})?"
            rf"|{_BEGINS}ask (?:me )?(?:away|anything|your questions?|whatever you)\b"
        ),
    },
    not_before=re.compile(
        r"(?:\b(?:i|we|they|he|she|it|who|i'll|we'll|i'd|i've|we've|you've|did|already|do i|should i|can i|how|where"
        r"|people|customers|viewers|don't|do not|never|won't|not|can't|cannot|didn't|couldn't|nobody|no need to"
        r"|(?:when(?:ever)?|once|after|if|before|as soon as|until|unless|every time|those who|anyone who"
        r"|everyone who) ?(?:you|they|we|i)?(?:'ve|'re)?)"
        r"(?: (?:just|even|really|simply|ever|have to|need to|also|always|recently|can|could|would|will|want to"
        r"|already|go and))?"
        r"|(?<!need )(?<!have )(?<!got )(?<!want )(?<!remember )(?<!forget )(?<!free )(?<!time )"
        r"(?<!ready )(?<!sure )(?<!you )(?<!chance )(?<!is )(?<!please )(?<!going )(?<!left )(?<!do )\bto) $"
    ),
    not_in_clause=re.compile(r"\b(?:please don't|do not|don't|never|somebody|someone)\b(?! forget)[^.!?,;]{0,24}$"),
    not_after=re.compile(r"^(?:ed|ing|s)\b|^ (?:is|was|were) (?!below|right|at|down|in|now|here|there|pinned)"),
    names={
        "link": re.compile(rf"\blinks?\b|\b(?:number|item|product) {_NUMBER}\b"),
        "cart": re.compile(r"\b(?:cart|basket|bag|shop tab|storefront|checkout)\b"),
        "card": re.compile(r"\b(?:card|pinned|pin|tile|listing|banner|button|icon)\b"),
        "coupon": re.compile(r"\b(?:coupons?|vouchers?|codes?|discount)\b"),
        "deadline": re.compile(
            rf"\b(?:in|next|last|final|for) (?:the )?(?:next )?(?:\d+|{_NUMBER}|few|thirty|fifteen"
            rf"|twenty) (?:more )?(?:seconds|minutes|hours)\b|\b(?:minutes?|seconds|hours?) left\b|\b(?:ends?|until"
            rf"|till|by|before) (?:midnight|tonight|the timer|\d|{_NUMBER} o'clock|we go|i go|the (?:show|stream"
            rf"|live))|\btimer\b|\bcountdown\b"
        ),
        "quantity": re.compile(
            rf"\b(?:only|just|last|first|final) (?:\w+ )?(?:\d+|{_NUMBER}|twenty|thirty|fifty"
            rf"|hundred)(?: \w+)? (?:left|boxes|jars|bags|orders|sets|pieces|units|people)\b|\bwhile (?:they|it"
            rf"|supplies|stocks?) lasts?\b|\blimited\b|\b(?:grab|get|buy|take) (?:two|three|2|3)\b"
        ),
        "fan_club": re.compile(r"\b(?:fan ?club|fan group|club|membership|members|fan team|superfans)\b"),
        "steps": re.compile(r"\b(?:bottom|left|right|corner|below|down there|top)\b|\bthen\b"),
    },
    number=re.compile(rf"\b(?:link|number|item|product|#)(?: number)? ?(?P<n>{_NUMBER})\b"),
)
