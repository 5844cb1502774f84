"""What a report says in words, in Chinese and English; everything a session or a rubric words itself is not here."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.domain.findings import Support
from simulator.domain.judgement import GateOutcome, WhyNone
from simulator.domain.units import Text
from simulator.scoring.gates import LEASTS

HEADINGS: Mapping[str, Text] = {
    "title": Text("播练 · 场次报告", "Bolian · session report"),
    "session": Text("场次", "Session"),
    "trainee": Text("学员", "Trainee"),
    "scenario": Text("场景", "Scenario"),
    "take": Text("第几次", "Take"),
    "began": Text("开播时间", "Went live"),
    "length": Text("时长", "Length"),
    "rubric": Text("评分标准", "Rubric"),
    "transcript_by": Text("字幕来源", "Transcript by"),
    "provisional": Text("暂定成绩：依据直播时的实时字幕", "Provisional: by the captions heard live"),
    "final": Text("依据整场录音的字幕", "By the transcript of the whole recording"),
    "score": Text("成绩", "Score"),
    "total": Text("总分", "Total"),
    "machine_total": Text("自动评分", "Machine's total"),
    "no_total": Text("数据不足，不给总分", "Not enough data for a total"),
    "band": Text("可能范围", "Likely range"),
    "weight": Text("已评权重（满 100，至少 70 才给总分）", "Weight scored (of 100; a total needs 70)"),
    "passed": Text("合格", "Passed"),
    "not_passed": Text("不合格", "Not passed"),
    "undecided": Text("尚未确定", "Not decided yet"),
    "gates": Text("门槛", "Gates"),
    "criteria": Text("评分项", "Criteria"),
    "criterion": Text("评分项", "Criterion"),
    "counts": Text("计入等级", "Level that counts"),
    "machine": Text("自动等级", "Machine's level"),
    "proposed": Text("建议", "proposed"),
    "confirmed": Text("确认", "confirmed"),
    "agrees_poorly": Text(
        "⚑ 与教师一致性差（κ {kappa}，{pairs} 对）", "⚑ agrees poorly with instructors (κ {kappa}, {pairs} pairs)"
    ),
    "unconfirmed": Text("尚未确认", "not confirmed yet"),
    "instructor": Text("教师等级与理由", "Instructor's level and reason"),
    "measured": Text("测得值", "Measured"),
    "evidence": Text("依据", "Evidence"),
    "points": Text("分", "points"),
    "weight_short": Text("权重", "weight"),
    "not_measured": Text("未能评定的项目", "What could not be marked"),
    "why": Text("原因", "Why"),
    "missing": Text("缺少", "Missing"),
    "struck": Text("教师对识别结果的认定", "The instructor on what was recognised"),
    "stands": Text("成立", "stands"),
    "struck_out": Text("不成立，已剔除", "does not stand, struck out"),
    "rules": Text("合规提示", "Rules"),
    "rule_pack": Text("规则包", "Rule pack"),
    "as_of": Text("法律截至", "law as of"),
    "rules_not_kept": Text(
        "本场开播时尚未保存规则包，按现在的规则包判断", "this session kept no pack; judged by today's"
    ),
    "rule_severity": Text("程度", "Severity"),
    "rule_category": Text("类别", "Rule"),
    "rule_quote": Text("原话", "Words"),
    "rule_law": Text("法律依据", "Law and article"),
    "rule_instead": Text("可以改说", "Say instead"),
    "rules_none": Text("没有识别到违规用语。", "No breach was heard."),
    "rules_given_up": Text(
        "下列规则耗时过长，本场没有继续查找：", "These patterns took too long and were not looked for further: "
    ),
    "audience": Text("模拟观众（不计分）", "Simulated audience (not marked)"),
    "simulated": Text(
        "下列数字由本软件的观众模型产生，不是真实观众。成绩不看这些数字，它们只说明主播的做法带来了什么。",
        "These figures come from this program's audience model, not from real viewers. They are not marked; they only"
        " show what the host's acts led to.",
    ),
    "sensed": Text("声音与画面（测得，不计分）", "Voice and picture (measured, not marked)"),
    "sensed_about": Text(
        "这些数字供回看和比较，不进成绩：平均音高、平均响度和表情都不评分。",
        "Figures to look back and compare by; none of them is marked. Mean pitch, mean loudness and smiles never are.",
    ),
    "earlier": Text("以前各次", "earlier sessions"),
    "assumptions": Text("假设", "Assumptions"),
    "assumed": Text(
        "进场速度、评论多少和退货率由场景作者设定，是教学假设，不是测得的数据：",
        "Arrivals, talkativeness and returns are set by the scenario's author; they are teaching assumptions, not"
        " measured data:",
    ),
    "seed": Text("随机种子", "Seed"),
    "model": Text("观众模型版本", "Audience model"),
    "preset": Text("房间类型", "Kind of room"),
    "entries_per_min": Text("每分钟进场", "Entries per minute"),
    "comment_multiplier": Text("评论倍数", "Comments multiplied by"),
    "notes": Text("批注", "Notes"),
    "signed": Text("签字", "Signed"),
    "unsigned": Text("教师尚未签字", "Not signed by an instructor"),
    "transcript": Text("逐句字幕", "Transcript"),
    "legal": Text(
        "合规提示供教学使用，不是法律意见。",
        "Hints on rules are teaching material, not legal advice.",
    ),
    "none": Text("无", "none"),
    "not_known": Text("未测", "not measured"),
}

SEVERITIES: Mapping[str, Text] = {
    "S1": Text("提示", "coach"),
    "S2": Text("注意", "caution"),
    "S3": Text("可能违规", "likely breach"),
    "S4": Text("红线", "red line"),
}

SUPPORT: Mapping[Support, Text] = {
    Support.SUPPORTED: Text("属实", "borne out"),
    Support.MISSING: Text("没有依据", "nothing on file bears it out"),
    Support.CONTRADICTED: Text("与实际不符", "not so here"),
    Support.NOT_CHECKED: Text("", ""),
}

FIGURES: tuple[tuple[str, Text], ...] = (
    ("entries", Text("进场人数", "Entries")),
    ("peak_viewers", Text("最高在线", "Most viewers at once")),
    ("average_viewers", Text("平均在线", "Viewers on average")),
    ("dwell", Text("人均停留", "Dwell per viewer")),
    ("comments", Text("评论", "Comments")),
    ("questions", Text("提问", "Questions")),
    ("answered", Text("已回应", "Answered")),
    ("likes", Text("点赞", "Likes")),
    ("followers", Text("新增关注", "New followers")),
    ("card_clicks", Text("商品点击", "Card clicks")),
    ("orders", Text("订单", "Orders")),
    ("paid", Text("付款", "Paid")),
    ("refunds", Text("退款", "Refunds")),
    ("gmv", Text("成交额（付款）", "GMV (paid)")),
    ("net_gmv", Text("扣除退款后", "Net of refunds")),
    ("conversion", Text("点击成交率", "Orders per card click")),
)

WHY_NONE: Mapping[WhyNone, Text] = {
    WhyNone.NEEDS_INSTRUCTOR: Text("由教师评定", "For the instructor to judge"),
    WhyNone.UNCONFIRMED: Text("建议等级，教师确认后才计入", "Proposed; counts once an instructor confirms it"),
    WhyNone.TREND_ONLY: Text("只看变化趋势，不计分", "Shown as a trend, not marked"),
    WhyNone.NEEDS_CONFIRMATION: Text("红线识别结果等待教师确认", "A red line was heard; an instructor must confirm it"),
    WhyNone.TOO_SHORT: Text("时间太短", "Too short"),
    WhyNone.TOO_FEW_QUESTIONS: Text("提问太少", "Too few questions"),
    WhyNone.TOO_FEW_ANSWERS: Text("回应太少", "Too few answers"),
    WhyNone.TOO_FEW_FEATURES: Text("讲到的特点太少", "Too few features were told"),
    WhyNone.NO_SPEECH: Text("没有听到主播说话", "No speech was heard"),
    WhyNone.NO_TRANSCRIPT: Text("没有字幕", "There is no transcript"),
    WhyNone.NO_SOUND: Text("没有声音数据", "There is no sound to measure"),
    WhyNone.NO_PICTURE: Text("没有画面数据", "There is no picture to measure"),
    WhyNone.NOT_LOOKED_FOR: Text("没有装人脸模型", "No model to find faces with"),
    WhyNone.NOT_CALIBRATED: Text("开播前没有校准看镜头", "Looking was not calibrated"),
    WhyNone.CANNOT_TELL: Text("画面看不出来", "The picture does not tell"),
    WhyNone.TOO_NOISY: Text("噪声太大", "Too noisy"),
    WhyNone.FILLERS_NOT_HEARD: Text(
        "字幕里没有口头禅，说没说过无法判断", "The transcript holds no fillers; whether any were said cannot be told"
    ),
    WhyNone.NO_PRODUCT_PRESENTED: Text("没有讲解商品", "No product was presented"),
    WhyNone.NO_INCIDENT: Text("没有突发", "There was no incident"),
    WhyNone.ASSISTED: Text("中控台由助手操作", "An assistant worked the control desk"),
    WhyNone.NOT_PLANNED: Text("场景没有相应的安排", "The scenario plans too little of it"),
}

GATES: Mapping[str, Text] = {
    "G1": Text("没有经确认的红线", "No confirmed red line"),
    "G2": Text("合规与诚信不低于 {least} 分", "Compliance and honesty at {least} points or more"),
    "G3": Text("信息准确不低于 {least} 级", "Accuracy at level {least} or above"),
    "G4": Text("总分不低于 {least} 分", "Total at {least} points or more"),
    "G5": Text("认证用途：人评项目须两名教师", "For certificates: two assessors for what people judge"),
}

GATE_REASONS: Mapping[str, Text] = {
    "ok": Text("", ""),
    "s4_confirmed": Text("有经确认的红线", "a red line was confirmed"),
    "s4_unconfirmed": Text("有红线识别结果等待确认", "a red line waits for confirmation"),
    "s4_unmeasured": Text("没有可判断的字幕", "no words to judge by"),
    "dimension_f_low": Text("低于 {least} 分", "below {least} points"),
    "dimension_f_unmeasured": Text("未能评定", "not marked"),
    "b2_level_1": Text("低于 {least} 级", "below level {least}"),
    "b2_unmeasured": Text("未能评定", "not marked"),
    "total_low": Text("低于 {least} 分", "below {least} points"),
    "total_unmeasured": Text("没有总分", "there is no total"),
    "one_assessor": Text("两名教师中已有一名评完", "one of two assessors has marked them all"),
    "practice_score": Text("练习成绩，不作认证", "a practice score, not for a certificate"),
    "unknown_gate": Text("本软件不认识这个门槛", "this program does not know the gate"),
}


def gate_name(gate: GateOutcome, language: str) -> str:
    """What a gate asks for, with its limit; "" where this program does not know it."""
    return GATES[gate.id][language].format(least=_least(gate)) if gate.id in GATES else ""


def gate_reason(gate: GateOutcome, language: str) -> str:
    """Why a gate stands as it does, with what was held against it where it was not passed."""
    if gate.why not in GATE_REASONS:
        return gate.why
    words = GATE_REASONS[gate.why][language].format(least=_least(gate))
    if gate.passed is False and gate.value is not None and gate.id in LEASTS:
        return f"{words}（{gate.value:g}）" if language == "zh" else f"{words} ({gate.value:g})"
    return words


def _least(gate: GateOutcome) -> str:
    return f"{LEASTS.get(gate.id, 0.0) if gate.least is None else gate.least:g}"


UNITS: Mapping[str, Text] = {
    "count 0-5": Text("项（共 5）", "of 5"),
    "share 0-1": Text("%", "%"),
    "count per product": Text("处／每件商品", "per product"),
    "s": Text("秒", "s"),
    "count per 10 min": Text("次／10 分钟", "per 10 min"),
    "zh: characters/min": Text("字／分钟", "characters per min"),
    "en: words/min": Text("词／分钟", "words per min"),
    "count per speaking minute": Text("次／说话每分钟", "per minute of speaking"),
    "semitones": Text("半音", "semitones"),
    "count": Text("处", ""),
    "weighted count": Text("处（加权）", "weighted"),
    "mean 0-4": Text("步（共 4）", "of 4 steps"),
    "weighted count per 10 min": Text("加权次数／10 分钟", "weighted, per 10 min"),
}

FOUND: Mapping[str, Text] = {
    "who_sells": Text("谁在卖", "who sells"),
    "what_is_sold": Text("卖什么", "what is sold"),
    "reason_to_stay": Text("留下的理由", "a reason to stay"),
    "invitation": Text("邀请或提问", "an invitation or question"),
    "suits": Text("适合谁", "whom it suits"),
    "restated": Text("每 8 分钟复述商品、价格、链接", "product, price and link every 8 min"),
    "recap": Text("收尾前再报一遍", "a final recap"),
    "after_sales": Text("售后", "after-sales"),
    "next_show": Text("下次直播或关注", "next show or follow"),
    "thanks_and_end": Text("感谢并宣布下播", "thanks and an announced end"),
    "acknowledge": Text("先回应", "taking it up"),
    "state_fact": Text("核实并说明事实", "stating the fact"),
    "remedy": Text("给出处理办法", "a remedy"),
    "follow_up": Text("后续渠道", "a follow-up route"),
    "forbidden_act": Text("有禁止的做法", "a forbidden act"),
    "hurried": Text("部分卖点一口气念完，只算一部分", "facts read out in a rush count in part"),
    "too_fast": Text("语速太快的话没有计入", "what was said too fast is not counted"),
    "repeated": Text("反复念的话没有计入", "what was said over and over is not counted"),
    "price": Text("到手价", "price"),
    "unit": Text("规格", "unit"),
    "shipping": Text("运费", "delivery"),
    "coupon": Text("优惠条件", "coupon terms"),
    "right_price": Text("价格有误", "the right price"),
    "wrong_price": Text("价格说错", "a wrong price"),
    "final_price": Text("到手价、规格、运费", "price, size and delivery"),
    "ship": Text("发货", "dispatch"),
    "health_food_line": Text("“不能代替药物”", "“not a medicine”"),
    "minor_warning": Text("提示监护人", "a word to the guardian"),
    "gift_terms": Text("赠品条件", "terms of the gift"),
    "connection": Text("与商家的关系", "tie to the shop"),
    "total_price": Text("含运费税费的总价", "total price"),
    "prior_price": Text("此前最低价", "earlier lowest price"),
    "trader": Text("商家名称与国家", "trader and country"),
    "returns": Text("退货权", "right to return"),
    "delivery": Text("送达时间", "delivery time"),
    "speech_level": Text("人声音量", "speech level"),
    "clipping": Text("削波", "clipping"),
    "noise": Text("信噪比", "signal over noise"),
    "in_frame": Text("人或商品在画面中", "host or product in frame"),
    "exposure": Text("曝光", "exposure"),
}

REMARKS = frozenset({"hurried", "too_fast", "repeated", "forbidden_act"})
"""Ids in a measurement's detail that say why it is no higher."""

CHANGES: Mapping[str, Text] = {
    "title": Text("复听后的变化", "What the second hearing changed"),
    "total": Text(
        "自动总分：直播字幕 {before} → 整场复听 {after}；{moved} 个评分项的等级有变化。",
        "Machine's total: {before} by what was heard live, {after} by the whole recording; {moved} levels moved.",
    ),
    "words": Text(
        "直播字幕（{before}）与复听（{engine}）对照：{changed} 处不同，复听的 {count} 个字中 {alike} 个一致。",
        "Live ({before}) beside heard again ({engine}): {changed} passages differ, {alike} of {count} words agree.",
    ),
    "nothing": Text("没有", "nothing"),
    "cut_short": Text(
        "录像到 {time} 为止，其后沿用直播字幕。", "The recording ends at {time}; behind it stands what was heard live."
    ),
    "judged_before": Text(
        "教师在复听之前已经评定：教师的评定不变；此后变化的只是自动评分。",
        "An instructor judged before the second hearing: that stands; only the machine's score changed since.",
    ),
    "before": Text("直播字幕", "Live"),
    "after": Text("复听", "Heard again"),
    "behind": Text("原因", "Behind it"),
    "time": Text("时间", "Time"),
    "changed": Text("字词变化", "Words that changed"),
    "more": Text("另有 {count} 处，见复盘室。", "{count} more in the review room."),
}

FINDING_KINDS: Mapping[str, Text] = {
    "ProductMentioned": Text("提到商品", "product named"),
    "FactTold": Text("卖点", "fact told"),
    "FactContradicted": Text("与卖点不符", "fact contradicted"),
    "PriceTold": Text("报价", "price told"),
    "DiscountTold": Text("优惠", "discount told"),
    "QuestionAnswered": Text("回应提问", "question answered"),
    "CallToActionMade": Text("行动引导", "call to action"),
    "ViewersGreeted": Text("问候观众", "viewers greeted"),
    "ElementHeard": Text("环节要素", "element"),
    "StatementMade": Text("必要说明", "required statement"),
    "ClaimChecked": Text("核对的说法", "claim checked"),
    "RuleBroken": Text("合规提示", "rule broken"),
    "PatternGivenUp": Text("放弃的规则", "rule given up"),
    "FillerSaid": Text("口头禅", "filler"),
    "IncidentNoticed": Text("突发察觉", "incident noticed"),
    "IncidentHandled": Text("突发处理", "incident handled"),
    "CorrectionMade": Text("更正", "correction"),
    "PromiseMade": Text("承诺", "promise"),
}
