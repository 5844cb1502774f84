"""What a trainee is told of each thing that is measured: what went well, what to do next, and words to say instead.

By the name of the metric, so that a rubric may call its criteria as it likes.
"""

from __future__ import annotations

from collections.abc import Mapping

from simulator.domain.units import Text

PRAISE: Mapping[str, Text] = {
    "opening_elements": Text(
        "开场利落：一分钟里把你是谁、卖什么、为什么留下都说到了",
        "A clear opening: who you are, what you sell and why to stay, all in the first minute",
    ),
    "segments_on_plan": Text("时间把握得住：各段基本按计划走完", "Good timing: the segments kept to your plan"),
    "dead_air_share": Text("几乎没有冷场，直播间一直有声音", "Hardly any dead air: the room was never left waiting"),
    "recap_close_elements": Text(
        "收尾完整：复述、售后、预告和道谢都有", "A complete close: recap, after-sales, next show and thanks"
    ),
    "fact_coverage": Text("卖点讲得全，该说的信息都说到了", "You told viewers nearly everything the card holds"),
    "contradictions_per_product": Text(
        "信息准确，没有和卡片对不上的话", "Accurate: nothing you said went against the card"
    ),
    "feature_benefit_link": Text(
        "讲完特点就说用处，观众听得懂对自己有什么好处", "You turned features into what they do for the buyer"
    ),
    "demo_acts_per_product": Text(
        "肯拿到镜头前展示，看得见才信得过", "You showed it on camera, and seeing is believing"
    ),
    "answer_rate": Text("观众问的，你几乎都回应了", "You took up nearly every question"),
    "median_latency_s": Text("回应快，观众没等多久", "Quick answers: viewers did not wait long"),
    "answer_key_hit": Text("答到点子上，观众要的信息都给了", "Your answers held what viewers wanted to know"),
    "incident_steps": Text(
        "突发来了不慌，先回应、再说明、给办法", "Calm under trouble: taken up, explained, put right"
    ),
    "price_clarity": Text(
        "价格讲得清楚：到手价、规格、运费一次说全", "Clear prices: what it costs, for how much, with delivery"
    ),
    "cta_per_10min": Text("下单引导及时，告诉了观众点哪里", "You invited viewers to buy, and told them where to tap"),
    "ops_on_time": Text(
        "中控操作及时，讲到哪儿卡片跟到哪儿", "The desk kept pace: the card was there when you spoke of it"
    ),
    "speech_rate": Text("语速合适，听得清也跟得上", "A good pace: easy to follow"),
    "fillers_per_min": Text("话说得干净，口头禅很少", "Clean speech with few fillers"),
    "technical_checks": Text("声音和画面都稳定", "Sound and picture held up"),
    "bars_presence": Text("镜头前自然、可信", "Natural and believable on camera"),
    "s4_confirmed": Text("没有踩到红线", "No red line was crossed"),
    "absolute_weighted_per_10min": Text("说话有分寸，没有夸大的用语", "Measured words: no exaggerated claims"),
    "unsupported_price_urgency_share": Text("价格和库存说的都是实情", "What you said of price and stock was true"),
    "disclosures_made": Text("该告知的都告知了", "You disclosed what must be disclosed"),
    "conduct_weighted": Text("言行得体，尊重观众和同行", "Fair to viewers and to other sellers"),
}

ADVICE: Mapping[str, Text] = {
    "opening_elements": Text("开场第一分钟补上：{missing}。", "Add to your first minute: {missing}."),
    "segments_long": Text(
        "「{segment}」拖得久了（计划 {plan}，用了 {used}），到点就往下走。",
        "“{segment}” ran over ({used} of {plan} planned): move on when its time is up.",
    ),
    "segments_short": Text(
        "「{segment}」太短了（计划 {plan}，用了 {used}），留够时间讲透。",
        "“{segment}” was cut short ({used} of {plan} planned): give it its time.",
    ),
    "segments_skipped": Text(
        "「{segment}」这一段漏掉了，照流程表走。", "“{segment}” was left out: follow the run of show."
    ),
    "dead_air_share": Text(
        "这里有 {seconds} 秒没有声音。手上有动作时也要边做边说。",
        "{seconds} s of silence here. Talk while your hands are busy.",
    ),
    "recap_close_elements": Text("最后两分钟补上：{missing}。", "Add to your last two minutes: {missing}."),
    "fact_coverage": Text("讲{product}时没有说到这一点，补上。", "One point about {product} was never told. Add it."),
    "contradictions_per_product": Text(
        "这句话和卡片对不上。发现说错了，一分钟内改口就不扣分。",
        "This went against the card. A slip put right within a minute costs nothing.",
    ),
    "feature_benefit_link": Text(
        "讲完这个特点，马上接一句它对买家有什么用。", "Follow this feature at once with what it does for the buyer."
    ),
    "demo_acts_per_product": Text(
        "讲{product}时拿到镜头前：切开、称一称或亮出报告，并按一下演示键。",
        "Bring {product} to the camera: cut it, weigh it or show the report, and press the key for it.",
    ),
    "answer_rate": Text(
        "这个问题没有得到回应。看到就先接一句，再往下讲。", "This question got no answer. Take it up first, then go on."
    ),
    "median_latency_s": Text(
        "这个问题等了 {seconds} 秒才有回应。先应一声，再慢慢说。",
        "This question waited {seconds} s. Acknowledge it first, then explain.",
    ),
    "answer_key_hit": Text(
        "回答里少了观众要的信息，把这一条带上。", "The answer left out what was asked for. Put this into it."
    ),
    "incident_steps": Text("突发时还差一步：{missing}。", "One step was missing when trouble came: {missing}."),
    "incident": Text(
        "突发「{incident}」没有处理好：先回应，再说明，给办法。",
        "“{incident}” was not dealt with: take it up, say what is so, put it right.",
    ),
    "price_clarity": Text(
        "{product}的价格没有一次说全，还差：{missing}。",
        "The price of {product} was not complete: {missing} is missing.",
    ),
    "cta_per_10min": Text(
        "这里 {minutes} 没有请观众下单。每讲完一个要点，告诉他们点哪里。",
        "For {minutes} nobody was invited to buy. After each point, say where to tap.",
    ),
    "ops_on_time": Text("这里该做的操作没有按时做：{operation}。", "The desk was late here: {operation}."),
    "speech_slow": Text(
        "语速偏慢（{value}），重点说完就往下带。", "A little slow ({value}): once the point is made, move on."
    ),
    "speech_fast": Text(
        "语速偏快（{value}），说到价格和售后时停一拍。",
        "A little fast ({value}): pause for a beat at price and after-sales.",
    ),
    "fillers_per_min": Text(
        "口头禅多了些（{value}）。想词的时候停一下，不出声。",
        "Rather many fillers ({value}). When you look for a word, pause in silence.",
    ),
    "technical_checks": Text(
        "开播前在检查页看一眼：{missing}。", "On the check page before going live, look at: {missing}."
    ),
    "bars_presence": Text("多看镜头，像跟一位朋友说话。", "Look into the lens more, as if to a friend."),
    "s4_confirmed": Text("这句话碰了红线，无论如何不能说。", "This crosses a red line: never say it."),
    "absolute_weighted_per_10min": Text(
        "这句话说满了，没有依据。换成拿得出证明的说法。", "This claims more than you can show. Say what can be proven."
    ),
    "unsupported_price_urgency_share": Text(
        "价格、库存、时限只能说实情，这句没有依据。",
        "Price, stock and deadlines must be true; this one is not borne out.",
    ),
    "disclosures_made": Text(
        "必须告知的没有按时说：{missing}。", "A required statement was not made in time: {missing}."
    ),
    "conduct_weighted": Text("这句话不得体，换个说法。", "This is not fair conduct. Put it another way."),
    "other": Text("回看这一刻，看看可以怎样做得更好。", "Look at this moment again: how could it go better?"),
}

SAY: Mapping[str, Text] = {
    "who_sells": Text("大家好，这里是{seller}。", "Hello, this is {seller}."),
    "what_is_sold": Text("今天给大家带来的是{product}。", "Today it is all about the {product}."),
    "reason_to_stay": Text(
        "先别走，一会儿我当场给大家看{product}，有问题当场答。",
        "Stay with me: I'll show you the {product} up close and answer your questions.",
    ),
    "invitation": Text(
        "想知道哪一点，打在评论里，我马上答。", "Type what you want to know, and I'll answer right away."
    ),
    "suits": Text("{product}适合什么人？我给大家说说。", "Who is the {product} for? Let me tell you."),
    "recap": Text(
        "再报一遍：{product}，{price}，{unit}，点 {link} 号链接。",
        "Once more: {product}, {price} for {unit}, link {link}.",
    ),
    "next_show": Text("点个关注，下一场开播能看到。", "Follow us, and you will see when we are back."),
    "thanks_and_end": Text(
        "谢谢大家，今天就到这里，我们下次见。", "Thank you all. That's it for today; see you next time."
    ),
    "acknowledge": Text("您说的我看到了，给您添麻烦了。", "I see what you wrote, and I am sorry about it."),
    "state_fact": Text("我先核对一下，再把实际情况告诉大家。", "Let me check, and then I'll tell you what is true."),
    "remedy": Text("这件事我们这样处理：{terms}。", "This is what we'll do: {terms}."),
    "remedy_bare": Text(
        "这件事我们按售后规则处理，该退的退，该换的换。", "We'll settle it by our terms: refund or replace."
    ),
    "follow_up": Text(
        "请把订单号发给客服，我们一直跟到解决。", "Send your order number to customer service; we'll follow it up."
    ),
    "right_price": Text("更正一下：{product}是 {price}。", "Let me correct that: the {product} is {price}."),
    "price": Text("{product}，到手价 {price}。", "The {product} is {price}."),
    "unit": Text("{price}，{unit}。", "{price} for {unit}."),
    "shipping": Text("运费 {shipping}。", "Delivery is {shipping}."),
    "free": Text("包邮，不另收运费。", "Delivery is free."),
    "coupon": Text("领券减 {off}，券在商品卡上。", "There is a coupon of {off} on the card."),
    "order": Text("要的朋友，点 {link} 号链接下单。", "If you want it, tap link {link} to order."),
    "look": Text("来，我拿近一点给大家看。", "Here, let me hold it up for you."),
    "seen": Text("这个问题我看到了，马上说。", "I see your question; let me take it now."),
    "on": Text("这一段先到这里，接着往下看。", "That's it for this part; let's go on."),
    "begin": Text("接下来给大家讲{product}。", "Next up: {product}."),
    "true": Text(
        "以页面上的价格和库存为准，想要的慢慢看。", "Price and stock are as the page shows them; take your time."
    ),
}

OPERATIONS: Mapping[str, Text] = {
    "pin": Text("点讲解", "pin the product"),
    "unpin": Text("取消讲解", "take the product down"),
    "coupon": Text("发优惠券", "send the coupon"),
    "coupon_end": Text("结束优惠券", "end the coupon"),
    "price": Text("改价", "correct the price"),
    "sold_out": Text("标记售罄", "mark it sold out"),
    "answer_card": Text("置顶评论", "pin a comment"),
}
