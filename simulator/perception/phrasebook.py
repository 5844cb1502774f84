"""What hosts say to viewers in every stream, by language: invitations, courtesies, fillers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrasebook:
    """General wordings of one language; what belongs to a scenario stands in its file."""

    calls: Mapping[str, tuple[str, ...]]
    """Invitations by kind; {n} stands for a link number."""
    call_patterns: Mapping[str, str]
    """Invitations that vary too much for a list, as regular expressions on normalised text."""
    ways: tuple[str, ...]
    """Words that name the way to buy."""
    forbids: str
    """What, right before an invitation, turns it into a warning (regular expression)."""
    elements: Mapping[str, tuple[str, ...]]
    """Building blocks of a stream, by id."""
    welcomes: tuple[str, ...]
    greeting_cues: tuple[str, ...]
    """Words beside a viewer's name that greet or thank."""
    statements: Mapping[str, tuple[str, ...]]
    """Statements a market requires that no fact card words, by id."""
    shipping: tuple[str, ...]
    """Words that tell what delivery costs."""
    hesitations: tuple[str, ...]
    loose_hesitations: tuple[str, ...]
    """Hesitation sounds that are also words, or how recognisers write them: only when set off."""
    filler_words: tuple[str, ...]


CHINESE = Phrasebook(
    calls={
        "order": (
            "点击小黄车", "小黄车下单", "下方小黄车", "点击下方小黄车下单", "点击购物车", "点开购物车", "购物车下单",
            "点击链接", "点击下方链接", "点开链接", "链接下单", "点击{n}号链接", "拍{n}号链接", "去{n}号链接",
            "{n}号链接直接拍", "{n}号链接下单", "{n}号链接去拍", "赶紧下单", "赶快下单", "直接下单", "立即下单", "马上下单", "现在下单",
            "可以下单", "放心下单", "去下单", "下单吧", "直接拍下", "赶紧拍", "赶快去拍", "直接去拍", "现在就拍", "放心拍",
            "喜欢的可以拍", "点讲解卡片", "点商品卡片", "上链接了",
        ),
        "coupon": ("领优惠券", "领取优惠券", "先领券", "领券下单", "点击领券", "把券领了", "去领券", "领一张券", "抢优惠券", "领取{off}块钱优惠券", "领{off}块钱优惠券", "领取{off}元优惠券"),
        "follow": (
            "点个关注", "点点关注", "点一下关注", "点上关注", "加个关注", "关注我们", "关注主播", "关注一下", "左上角关注",
            "加粉丝团", "记得关注", "点亮关注",
        ),
        "share": (
            "分享给朋友", "分享给你的朋友", "分享给身边的朋友", "帮忙转发一下", "转发给朋友",
        ),
        "comment": ("打在公屏", "打在评论区", "评论区告诉我", "公屏告诉我", "评论区扣", "公屏扣", "在评论区留言", "弹幕告诉我"),
    },
    call_patterns={
        "order": r"(?:想要的?|喜欢的?|需要的?)[^。！？!?]{0,10}(?:拍|下单|点(?:击|开)?[^。！？!?]{0,6}链接)"
        r"|(?:点(?:击|开|一下)?|拍|去)[^。，！？!?,]{0,8}(?:链接|小黄车|购物车|商品卡|讲解卡)[^。，！？!?,]{0,4}(?:拍|下单|买|付款)?",
        "coupon": r"(?:领(?:取|一下|一张|个)?|抢(?:一张|个)?|点(?:击)?)[^。，！？!?,]{0,10}(?:优惠券|红包|(?<!优惠)券)|领取?(?:一张|个)?\d+(?:块|元)",
        "share": r"(?:把|将)[^。，！？!?,]{0,6}直播间[^。，！？!?,]{0,6}(?:分享|转发)|(?:分享|转发)[^。，！？!?,]{0,6}(?:直播间|朋友|出去|给)",
    },
    ways=(
        "小黄车", "购物车", "链接", "号链接", "左下角", "右下角", "商品卡", "讲解卡片", "点击下方", "下方小黄车", "点击{n}号链接",
        "{n}号链接",
    ),
    forbids=r"(?:不要|别|先别|不能|请勿|不可以|不用急着|停止|暂停|先不)[^。！？!?,，]{0,6}$",
    elements={
        "invitation": (
            "有什么问题", "有问题的", "有没有想", "想问什么", "打在公屏", "打在评论区", "评论区告诉我", "公屏告诉我", "评论区扣", "公屏扣",
            "你们喜欢", "大家喜欢", "告诉主播", "告诉我", "在评论区留言", "随时问我", "有没有朋友", "大家想看", "问我",
        ),
        "after_sales": ("售后", "找客服", "联系客服", "坏果包赔", "坏了包赔", "七天无理由"),
        "next_show": (
            "明天见", "明天晚上", "明晚见", "下次直播", "下一场直播", "下期见", "明天同一时间", "我们明天", "明晚八点", "下次见",
            "每天晚上", "下周", "明天继续", "下场直播",
        ),
        "thanks": ("谢谢", "感谢", "谢谢大家", "感谢大家", "多谢"),
        "announced_end": (
            "今天就到这里", "今天的直播就到这", "直播就到这里", "准备下播", "马上下播", "要下播了", "下播了", "今天先播到这", "就先播到这里",
            "今天的直播到此结束", "先到这里",
        ),
        "apology": ("对不起", "抱歉", "不好意思", "非常抱歉", "跟您道歉", "实在对不住"),
        "denial": (
            "不是药", "不能治", "不能说", "不敢说", "没有治疗", "没有疗效", "不能代替药", "只是食品", "普通食品", "不能保证", "不敢保证",
            "没法保证",
        ),
        "doctor": ("看医生", "问医生", "咨询医生", "去医院", "就医", "听医生的", "找医生"),
        "guardian": ("家长", "监护人", "爸爸妈妈", "让大人"),
        "order_number": ("订单号", "订单编号", "查订单", "看一下订单", "把订单"),
        "remedy": ("退款", "给您退", "补发", "赔给您", "按比例赔", "重新发", "给您赔", "全额退", "重发一箱"),
        "follow_up": ("联系客服", "找客服", "客服会", "私信客服", "平台客服", "客服跟进", "后台联系"),
        "sold_out": ("卖完了", "没货了", "售罄", "已经卖完", "卖光了", "抢完了"),
        "restock": ("补货", "下一批", "到货", "再上架", "下一款", "看下一个"),
        "correction": ("说错了", "更正一下", "标错了", "价格标错", "纠正一下", "口误", "正确的价格", "改过来"),
        "back_on_air": ("刚才断了", "刚才卡了", "网络不好", "信号不好", "刚刚掉线", "刚才掉线", "我们回来了", "刚才断网"),
        "sound_check": ("听得到吗", "听得见吗", "有声音吗", "声音恢复", "能听到", "麦克风"),
        "keep_private": ("不要发电话", "别发电话", "不要打电话号码", "保护隐私", "别把电话", "不要把电话", "不要把地址", "个人信息"),
        "documents": ("营业执照", "许可证", "检测报告", "公示栏", "标签上", "配料表"),
    },
    welcomes=(
        "欢迎来到", "欢迎大家", "大家好", "大家晚上好", "晚上好", "家人们好", "朋友们好", "欢迎新进来", "欢迎刚进来", "欢迎进来", "大家下午好",
        "大家上午好", "各位好", "欢迎新来", "欢迎各位",
    ),
    greeting_cues=("欢迎", "你好", "您好", "晚上好", "谢谢", "感谢", "来了"),
    statements={
        "health_food_line": ("不能代替药物", "本品不能代替药物", "不能替代药物"),
        "minor_warning": ("未成年人不要", "让家长来", "请家长", "让监护人", "叫家长", "小朋友不要"),
        "connection": ("我是店里的", "我们自己家", "我们合作社的主播", "我是合作社的"),
    },
    shipping=("包邮", "免邮", "免运费", "运费", "邮费", "不用运费"),
    hesitations=("嗯", "呃", "额", "唔", "嗯嗯", "呃呃"),
    loose_hesitations=("恩", "饿", "啊", "哦", "噢", "诶", "欸", "哎", "嗯哼"),
    filler_words=("那个", "这个", "然后", "就是", "就是说", "然后呢", "那么", "对吧", "的话", "怎么说呢", "对不对", "反正"),
)  # fmt: skip

ENGLISH = Phrasebook(
    calls={
        "order": (
            "tap the cart", "tap the yellow cart", "yellow cart and order now", "order now", "click the link", "tap the link",
            "click link number {n}", "tap link number {n}", "link number {n} to buy", "tap number {n}", "buy now",
            "add to cart", "add it to your cart", "tap the product card", "tap the card", "place your order", "grab yours",
            "get yours now", "tap the basket", "tap the shop button", "go to the cart", "check out now", "order yours",
            "tap buy now", "tap to buy", "open the cart",
        ),
        "coupon": (
            "claim the coupon", "claim your coupon", "grab the coupon", "use the coupon", "tap the coupon", "get the coupon",
            "collect the coupon", "apply the coupon",
        ),
        "follow": (
            "follow our channel", "hit the follow button", "tap the follow button", "follow me", "follow us", "please follow",
            "give us a follow", "follow the channel", "follow this shop", "follow the shop", "tap follow", "hit follow",
        ),
        "share": (
            "share this live", "share this live room", "share the stream", "share this stream", "share with your friends",
            "share it with your friends", "share this with a friend", "share the live",
        ),
        "comment": (
            "leave a comment", "leave a comment below", "type it in the chat", "drop a comment", "tell me in the comments",
            "put it in the chat", "write it in the chat", "type in the comments", "tell me in the chat",
        ),
    },
    call_patterns={
        "order": r"\b(?:tap|click|hit|press|open|use)\b[^.!?]{0,20}\b(?:cart|basket|link|product card|buy button)\b"
        r"(?:[^.!?]{0,12}\b(?:order|buy|check ?out)(?: now)?\b)?",
        "coupon": r"\b(?:claim|grab|get|collect|tap|use|take|apply)\b[^.!?]{0,20}\b(?:coupon|voucher|promo code)\b",
        "share": r"\bshare (?:this|the|our)\b[^.!?]{0,20}\b(?:live|stream|room|link|friends?)\b",
    },
    ways=(
        "yellow cart", "the cart", "cart", "basket", "link", "the link", "link number {n}", "product card", "yellow basket",
        "buy button", "tap the yellow cart", "tap the cart",
    ),
    forbids=r"\b(?:don't|do not|never|please don't|not|stop)\b[^.!?,]{0,20}$",
    elements={
        "invitation": (
            "any questions", "if you have any questions", "have any questions", "let me know", "tell me where", "ask me",
            "leave a comment", "type it in the chat", "drop a comment", "tell me in the comments", "tell me in the chat",
            "what would you like", "where are you watching from", "put it in the chat", "what do you want to see",
        ),
        "after_sales": ("refund", "return policy", "customer support", "we replace it", "send us a photo", "30 day return"),
        "next_show": (
            "see you tomorrow", "see you next time", "next stream", "next show", "see you next week", "live again tomorrow",
            "back tomorrow", "same time tomorrow", "we are live every", "see you again tomorrow", "next live",
        ),
        "thanks": ("thank you", "thanks", "thank you all", "thanks for watching", "thank you for joining", "thank you for watching"),
        "announced_end": (
            "that's all for today", "that's it for today", "that is all for tonight", "wrap up", "end of the stream",
            "going off air", "we are closing", "before we finish", "that's all for tonight", "signing off", "goodbye",
            "that's the end",
        ),
        "apology": ("sorry", "i'm so sorry", "i apologise", "i apologize", "apologies", "my apologies", "we apologise"),
        "denial": (
            "not a medicine", "it is a food", "cannot treat", "doesn't treat", "does not treat", "can't say", "i can't promise",
            "can't claim", "not certified organic", "i won't say", "is a food not",
        ),
        "doctor": ("ask your doctor", "see a doctor", "ask a doctor", "talk to your doctor", "your doctor", "a doctor"),
        "guardian": ("your parents", "a parent", "guardian", "ask your parents"),
        "order_number": ("order number", "your order number", "send us your order number"),
        "remedy": ("refund", "replacement", "replace it", "send you a new one", "money back", "we will replace", "full refund"),
        "follow_up": ("customer support", "contact support", "message support", "our support team", "through the platform"),
        "sold_out": ("sold out", "out of stock", "they are gone", "no more left"),
        "restock": ("restock", "next batch", "back in stock", "next product", "ships later"),
        "correction": ("i misspoke", "let me correct", "correct that", "i made a mistake", "wrong price", "the right price is"),
        "back_on_air": ("we're back", "we are back", "connection dropped", "network problem", "the stream froze", "lost connection"),
        "sound_check": ("can you hear me", "is the sound ok", "can everybody hear me", "sound is back", "hear me now"),
        "keep_private": ("don't post your phone", "personal information", "please don't share your", "don't put your address"),
        "documents": ("licence", "license", "test report", "on the label", "ingredient list", "certificate"),
    },
    welcomes=(
        "welcome", "hi everyone", "hello everyone", "good evening", "good morning", "good afternoon", "hey everyone",
        "hi everybody", "hello everybody", "hi guys", "welcome in", "good evening friends",
    ),
    greeting_cues=("welcome", "hi", "hello", "hey", "thanks", "thank you", "good evening"),
    statements={
        "connection": (
            "i work for", "i am employed by", "i'm employed by", "i earn a commission", "i get a commission",
            "i am paid by", "i'm paid by", "i work at this shop", "i work for this shop", "i work for the shop",
            "sponsored by", "i own this shop", "this is my own shop", "i am part of the workshop", "earn commission",
        ),
        "prior_price": (
            "lowest price of the last 30 days", "lowest price in the last 30 days", "in the last 30 days",
            "over the last 30 days", "over the past 30 days",
        ),
        "minor_warning": ("ask a parent", "let a parent decide", "let your parents"),
    },
    shipping=(
        "free shipping", "shipping is free", "plus shipping", "shipping", "postage", "delivery is", "free delivery", "for shipping",
        "plus postage", "free post",
    ),
    hesitations=("um", "uh", "umm", "uhh", "erm", "er", "hmm", "mmm", "uhm", "mhm"),
    loose_hesitations=("ah", "oh", "eh", "huh"),
    filler_words=(
        "you know", "like", "so", "i mean", "sort of", "kind of", "basically", "actually", "well", "right", "okay so",
        "literally", "you see",
    ),
)  # fmt: skip
