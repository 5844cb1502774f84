"""What the reports for trainee, instructor and centre say in words, beside what ``wording`` holds for all of them."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.domain.units import Text

STRIPS: Mapping[str, Text] = {
    "title": Text("时间轴", "Timeline"),
    "viewers": Text("在线人数", "Viewers"),
    "sales": Text("成交额", "Sales"),
    "comments": Text("评论", "Comments"),
    "speech": Text("说话与冷场", "Speech, silence"),
    "explained": Text("讲解商品", "Explained"),
    "incidents": Text("突发", "Incidents"),
    "evidence": Text("依据", "Evidence"),
}

PAPER: Mapping[str, Text] = {
    "page": Text("第 {page} 页，共 {pages} 页", "Page {page} of {pages}"),
    "session": Text("场次 {id}", "Session {id}"),
    "signed": Text("{name} 已签字，{when}", "Signed by {name}, {when}"),
    "unsigned": Text("未签字", "Not signed"),
    "machine_only": Text("未签字：自动评分，仅供练习", "Not signed: the machine's score, for practice"),
    "radar": Text("各维度得分", "Points by dimension"),
    "still": Text("{time} 的画面", "The picture at {time}"),
    "no_recording": Text("没有录像，因此没有画面。", "There is no recording, hence no pictures."),
}

TRAINEE: Mapping[str, Text] = {
    "title": Text("播练 · 给你的反馈", "Bolian · your feedback"),
    "hello": Text("{name}，辛苦了！", "Well done getting through it, {name}!"),
    "did": Text(
        "这一场你播了 {minutes}，说了 {phrases} 段话，回应了 {answered} 个提问。",
        "You were on air for {minutes}, spoke {phrases} passages and answered {answered} questions.",
    ),
    "did_quietly": Text(
        "这一场你播了 {minutes}，说了 {phrases} 段话。", "You were on air for {minutes} and spoke {phrases} passages."
    ),
    "try_number": Text("第 {number} 次", "take {number}"),
    "teacher": Text("教师说：{reason}", "Your instructor: {reason}"),
    "best": Text("做得最好的是「{dimension}」：{points} 分。", "Your strongest side: {dimension}, {points} points."),
    "standing_passed": Text("总分过了及格线，门槛也都过了。", "You are over the pass mark, and through every gate."),
    "standing_failed": Text(
        "这一次还没有合格：{why}。下面三件事就从这里入手。",
        "Not a pass yet: {why}. The three things below begin there.",
    ),
    "standing_open": Text("能否合格还没有定：{why}。", "Whether it is a pass is not settled yet: {why}."),
    "went_well": Text("做得好的", "What went well"),
    "next": Text("接下来做这三件事", "Three things to do next"),
    "next_one": Text("接下来做这件事", "One thing to do next"),
    "next_few": Text("接下来做这几件事", "Things to do next"),
    "nothing_next": Text(
        "能评的项目都到了最高一级。下一场换一个更难的场景试试。",
        "Everything that could be marked reached the top level. Try a harder scenario next.",
    ),
    "you_said": Text("你说：", "You said: "),
    "viewer_asked": Text("观众写：", "A viewer wrote: "),
    "try": Text("可以这样说：", "Say instead: "),
    "gain": Text("{criterion}升一级，总分约 +{points}", "one level up in {criterion} is about +{points} points"),
    "worth": Text(
        "{criterion}：这一刻做好，总分约 +{points}", "{criterion}: done well, this moment is worth about +{points}"
    ),
    "rule": Text(
        "按规则选的：先看没有过的门槛，再看哪件最能提高总分。",
        "Chosen by rule: first what stands in the way of a pass, then what adds most to the total.",
    ),
    "details": Text("各项明细", "The details"),
    "what": Text("评分项", "Criterion"),
    "level": Text("等级", "Level"),
    "found": Text("测得", "Measured"),
    "moment": Text("最有代表性的一刻", "The most telling moment"),
    "simulated": Text(
        "观众、评论和成交都是本软件模拟的，不是真实观众，也不计分。",
        "Viewers, comments and sales were simulated by this program; they are not real and not marked.",
    ),
    "from_teacher": Text("教师的话", "From your instructor"),
}

CLASS: Mapping[str, Text] = {
    "title": Text("播练 · 班级报告", "Bolian · class report"),
    "about": Text(
        "{sessions} 场，{trainees} 名学员，{since} 至 {until}。{scenarios}",
        "{sessions} sessions of {trainees} trainees, {since} to {until}. {scenarios}",
    ),
    "latest_only": Text(
        "同一学员播过多场的，下面按最后一场统计。",
        "Where a trainee has several sessions, the last one counts below.",
    ),
    "signed": Text("其中 {signed} 场已由教师签字。", "{signed} of them are signed by an instructor."),
    "left_out": Text("{count} 场没有评分，未计入。", "{count} sessions have no score and are left out."),
    "versions": Text("所用评分标准：{versions}", "Marked by: {versions}"),
    "totals": Text("总分分布", "Totals"),
    "median": Text("中位数 {median}", "median {median}"),
    "passing": Text("合格 {passed}，不合格 {failed}，未定 {open}", "{passed} passed, {failed} not, {open} undecided"),
    "no_total": Text("{count} 人没有总分（能评的项目太少）", "{count} without a total (too little could be marked)"),
    "criteria": Text("每项的等级分布", "Levels by criterion"),
    "levels": Text("1 到 5 级各多少人", "Trainees at levels 1 to 5"),
    "mean": Text("平均", "Mean"),
    "unmarked": Text("未评", "Not marked"),
    "wrong": Text("全班共同的问题", "What the class gets wrong as a whole"),
    "wrong_rule": Text(
        "列出：至少一半已评学员只到 1、2 级的项目，以及至少一半学员漏掉的同一件事（{least} 人起才列）。",
        "Listed: criteria where at least half of those marked are at level 1 or 2, and the same thing missed by at"
        " least half of the trainees (from {least} trainees on).",
    ),
    "low_criterion": Text("{low} / {marked} 人在 1、2 级", "{low} of {marked} at level 1 or 2"),
    "missed": Text("漏掉：{things}", "missed: {things}"),
    "thing": Text("{what}（{count}/{all}）", "{what} ({count}/{all})"),
    "nothing_wrong": Text("没有哪一件事是半班以上都没做好的。", "Nothing is missed by half of the class or more."),
    "too_few": Text("学员太少，看不出班级的共同问题。", "Too few trainees to speak of a class."),
    "needs": Text("谁需要什么", "Who needs what"),
    "trainee": Text("学员", "Trainee"),
    "sessions": Text("场数", "Sessions"),
    "total": Text("总分", "Total"),
    "outcome": Text("结果", "Result"),
    "work_on": Text("先练（升一级对总分最有用的）", "Work on first (one level up helps the total most)"),
    "not_signed": Text("未签字", "not signed"),
    "none": Text("—", "—"),
}

EVIDENCE: Mapping[str, Text] = {
    "title": Text("播练 · 评定依据", "Bolian · evidence"),
    "formula": Text("公式", "Formula"),
    "scorer": Text("由谁评定", "Decided by"),
    "basis": Text("分档依据", "Cuts from"),
    "moments": Text("依据", "Evidence"),
    "no_moments": Text("没有可指的时刻", "no moment to point at"),
    "trail": Text("教师的评定", "Instructor's levels"),
    "nobody": Text("教师没有表态：自动等级有效", "No instructor spoke: the machine's level stands"),
    "nobody_open": Text("等待教师评定", "Waits for an instructor"),
    "gave": Text("给 {level} 级（当时自动等级 {machine}）", "gave {level} (the machine said {machine})"),
    "confirmed": Text("确认 {level} 级", "confirmed {level}"),
    "blind": Text("盲评", "blind"),
    "by_then": Text("当时测得 {value}，{rubric}，{engine}", "measured then: {value}; {rubric}; {engine}"),
    "replaced": Text("后来被取代", "replaced later"),
    "found": Text("找到", "Found"),
    "missing": Text("没有找到", "Not found"),
    "changes": Text("评定经过", "The trail of this judgement"),
    "changes_about": Text(
        "教师说过的每一句，按时间先后；后来的取代先前的，先前的仍保留。",
        "Every word of instructors in the order it was given; a later one replaces an earlier one, and both are kept.",
    ),
    "when": Text("时间（UTC）", "When (UTC)"),
    "who": Text("谁", "Who"),
    "what": Text("说了什么", "What"),
    "note_at": Text("批注 {time}", "note at {time}"),
    "finding": Text("识别结果", "finding"),
    "signature": Text("签字", "Signature"),
    "version": Text("第 {number} 版：{total}", "version {number}: {total}"),
    "taken_back": Text("后来收回", "taken back later"),
    "takes_back": Text("收回第 {number} 句", "takes back word {number}"),
    "says_again": Text("恢复第 {number} 句", "says word {number} again"),
    "holds_up": Text("为 {criterion} 举出 {time}：{quote}", "holds up {time} for {criterion}: {quote}"),
    "together": Text("两名教师商定", "two assessors together"),
    "spoken": Text("语音，{seconds} 秒", "spoken, {seconds} s"),
    "added": Text("教师举出的依据", "Evidence an instructor held up"),
}

SCORERS: Mapping[str, Text] = {
    "auto": Text("机器", "the machine"),
    "auto_then_confirm": Text("机器，教师确认", "the machine, an instructor confirms"),
    "hybrid": Text("机器建议，教师决定", "the machine proposes, an instructor decides"),
    "human": Text("教师", "an instructor"),
}
