<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AccessView</name>
    <message numerus="yes">
        <source>%n entr(y/ies), the newest first. Nobody can change or delete one.</source>
        <translation>
            <numerusform>%n entry, the newest first. Nobody can change or delete one.</numerusform>
            <numerusform>%n entries, the newest first. Nobody can change or delete one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AssessorsPanel</name>
    <message numerus="yes">
        <source>{one} and {other} have signed and differ in %n place(s). The result waits.</source>
        <translation>
            <numerusform>{one} and {other} have signed and differ in %n place. The result waits.</numerusform>
            <numerusform>{one} and {other} have signed and differ in %n places. The result waits.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BandEditor</name>
    <message numerus="yes">
        <source>%n past value(s) by level: {counts}</source>
        <translation>
            <numerusform>%n past value by level: {counts}</numerusform>
            <numerusform>%n past values by level: {counts}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BlindPanel</name>
    <message numerus="yes">
        <source>%n level(s) to give. The machine&apos;s and other instructors&apos; appear once yours is kept, the score after the last.</source>
        <translation>
            <numerusform>%n level to give. The machine&apos;s and other instructors&apos; appear once yours is kept, the score after the last.</numerusform>
            <numerusform>%n levels to give. The machine&apos;s and other instructors&apos; appear once yours is kept, the score after the last.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangesView</name>
    <message numerus="yes">
        <source>Automatic total {before} → {after} · %n level(s) moved</source>
        <translation>
            <numerusform>Automatic total {before} → {after} · %n level moved</numerusform>
            <numerusform>Automatic total {before} → {after} · %n levels moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatView</name>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answered</source>
        <translation>
            <numerusform>%n answered</numerusform>
            <numerusform>%n answered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClassFilters</name>
    <message numerus="yes">
        <source>last %n day(s)</source>
        <translation>
            <numerusform>last %n day</numerusform>
            <numerusform>last %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClassView</name>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trainee(s)</source>
        <translation>
            <numerusform>%n trainee</numerusform>
            <numerusform>%n trainees</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) marked by another rubric or version are left out: not comparable.</source>
        <translation>
            <numerusform>%n session marked by another rubric or version is left out: not comparable.</numerusform>
            <numerusform>%n sessions marked by another rubric or version are left out: not comparable.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n of them rules broken are those heard live.</source>
        <translation>
            <numerusform>In %n of them rules broken are those heard live.</numerusform>
            <numerusform>In %n of them rules broken are those heard live.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taking in older sessions: %n left.</source>
        <translation>
            <numerusform>Taking in older sessions: %n left.</numerusform>
            <numerusform>Taking in older sessions: %n left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClassesDialog</name>
    <message numerus="yes">
        <source>%n who sat {paper}: {name}</source>
        <translation>
            <numerusform>%n who sat {paper}: {name}</numerusform>
            <numerusform>%n who sat {paper}: {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s), {signed} signed, mean {mean}</source>
        <translation>
            <numerusform>%n session, {signed} signed, mean {mean}</numerusform>
            <numerusform>%n sessions, {signed} signed, mean {mean}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mistake(s) in {file}. Nothing was entered: mend them, then import it again.</source>
        <translation>
            <numerusform>%n mistake in {file}. Nothing was entered: mend it, then import it again.</numerusform>
            <numerusform>%n mistakes in {file}. Nothing was entered: mend them, then import it again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConsentStep</name>
    <message numerus="yes">
        <source>%n day(s) after the session; then it is listed, and erased once the lab confirms. You can have it erased earlier at any time.</source>
        <translation>
            <numerusform>%n day after the session; then it is listed, and erased once the lab confirms. You can have it erased earlier at any time.</numerusform>
            <numerusform>%n days after the session; then it is listed, and erased once the lab confirms. You can have it erased earlier at any time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContentTrouble</name>
    <message numerus="yes">
        <source>%n content file(s) cannot be used.</source>
        <translation>
            <numerusform>%n content file cannot be used.</numerusform>
            <numerusform>%n content files cannot be used.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeskDialog</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeskWindow</name>
    <message numerus="yes">
        <source>%n question(s) waiting</source>
        <translation>
            <numerusform>%n question waiting</numerusform>
            <numerusform>%n questions waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation>
            <numerusform>%n pair</numerusform>
            <numerusform>%n pairs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trainee(s)</source>
        <translation>
            <numerusform>%n trainee</numerusform>
            <numerusform>%n trainees</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n instructor(s)</source>
        <translation>
            <numerusform>%n instructor</numerusform>
            <numerusform>%n instructors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blind</source>
        <translation>
            <numerusform>%n blind</numerusform>
            <numerusform>%n blind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) signed without a word on it, not counted</source>
        <translation>
            <numerusform>%n session signed without a word on it, not counted</numerusform>
            <numerusform>%n sessions signed without a word on it, not counted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvidenceLinks</name>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>+%n more</numerusform>
            <numerusform>+%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message numerus="yes">
        <source>Exam paper {paper}: %n session(s)</source>
        <translation>
            <numerusform>Exam paper {paper}: %n session</numerusform>
            <numerusform>Exam paper {paper}: %n sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Class {name}: %n session(s)</source>
        <translation>
            <numerusform>Class {name}: %n session</numerusform>
            <numerusform>Class {name}: %n sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Scenario {scenario}: %n session(s)</source>
        <translation>
            <numerusform>Scenario {scenario}: %n session</numerusform>
            <numerusform>Scenario {scenario}: %n sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All of this PC: %n session(s)</source>
        <translation>
            <numerusform>All of this PC: %n session</numerusform>
            <numerusform>All of this PC: %n sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message numerus="yes">
        <source>last %n day(s)</source>
        <translation>
            <numerusform>last %n day</numerusform>
            <numerusform>last %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FlawList</name>
    <message numerus="yes">
        <source>%n mistake(s) to mend</source>
        <translation>
            <numerusform>%n mistake to mend</numerusform>
            <numerusform>%n mistakes to mend</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HostSide</name>
    <message numerus="yes">
        <source>The captions are %n s behind: the computer is busy.</source>
        <translation>
            <numerusform>The captions are %n s behind: the computer is busy.</numerusform>
            <numerusform>The captions are %n s behind: the computer is busy.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IncidentPanel</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Judging</name>
    <message numerus="yes">
        <source>%n likely breach(es) still wait for your word.</source>
        <translation>
            <numerusform>%n likely breach still waits for your word.</numerusform>
            <numerusform>%n likely breaches still wait for your word.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeepingPanel</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeepingView</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) were to be kept no longer.</source>
        <translation>
            <numerusform>%n session was to be kept no longer.</numerusform>
            <numerusform>%n sessions were to be kept no longer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s): what is listed goes for good.</source>
        <translation>
            <numerusform>%n session: what is listed goes for good.</numerusform>
            <numerusform>%n sessions: what is listed goes for good.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LaneWords</name>
    <message numerus="yes">
        <source>%n viewer(s) online</source>
        <translation>
            <numerusform>%n viewer online</numerusform>
            <numerusform>%n viewers online</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) in {seconds} s</source>
        <translation>
            <numerusform>%n comment in {seconds} s</numerusform>
            <numerusform>%n comments in {seconds} s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) never answered</source>
        <translation>
            <numerusform>%n question never answered</numerusform>
            <numerusform>%n questions never answered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dropped</source>
        <translation>
            <numerusform>%n dropped</numerusform>
            <numerusform>%n dropped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s) in the sound</source>
        <translation>
            <numerusform>%n gap in the sound</numerusform>
            <numerusform>%n gaps in the sound</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n session(s) were to be kept no longer. Erase them with recording and marks?</source>
        <translation>
            <numerusform>%n session was to be kept no longer. Erase it with recording and marks?</numerusform>
            <numerusform>%n sessions were to be kept no longer. Erase them with recording and marks?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MomentCounts</name>
    <message numerus="yes">
        <source>−%n viewer(s)</source>
        <translation>
            <numerusform>−%n viewer</numerusform>
            <numerusform>−%n viewers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{quote}” and %n more like it</source>
        <translation>
            <numerusform>“{quote}” and %n more like it</numerusform>
            <numerusform>“{quote}” and %n more like it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n viewer(s) left or gave up because of it</source>
        <translation>
            <numerusform>%n viewer left or gave up because of it</numerusform>
            <numerusform>%n viewers left or gave up because of it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) name it as their cause</source>
        <translation>
            <numerusform>%n order names it as its cause</numerusform>
            <numerusform>%n orders name it as their cause</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chosen from %n moment(s) by rule: what the total would gain had this gone well, by the rubric&apos;s formulas (or its part of what all of its kind would); a gate first, then points, then viewers lost. The third is the strongest that went well, from half a point.</source>
        <translation>
            <numerusform>Chosen from %n moment by rule: what the total would gain had this gone well, by the rubric&apos;s formulas (or its part of what all of its kind would); a gate first, then points, then viewers lost. The third is the strongest that went well, from half a point.</numerusform>
            <numerusform>Chosen from %n moments by rule: what the total would gain had this gone well, by the rubric&apos;s formulas (or its part of what all of its kind would); a gate first, then points, then viewers lost. The third is the strongest that went well, from half a point.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message numerus="yes">
        <source>%n mistake(s)</source>
        <translation>
            <numerusform>%n mistake</numerusform>
            <numerusform>%n mistakes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PairWords</name>
    <message numerus="yes">
        <source>%n asked</source>
        <translation>
            <numerusform>%n asked</numerusform>
            <numerusform>%n asked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PastSessions</name>
    <message numerus="yes">
        <source>%n more wait(s)</source>
        <translation>
            <numerusform>%n more waits</numerusform>
            <numerusform>%n more wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) wait to be heard again</source>
        <translation>
            <numerusform>%n recording waits to be heard again</numerusform>
            <numerusform>%n recordings wait to be heard again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) ended unexpectedly. All up to the last second is here: finish and score it.</source>
        <translation>
            <numerusform>%n session ended unexpectedly. All up to its last second is here: finish and score it.</numerusform>
            <numerusform>%n sessions ended unexpectedly. All up to their last second is here: finish and score them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PathChart</name>
    <message numerus="yes">
        <source>%n session(s) over time</source>
        <translation>
            <numerusform>%n session over time</numerusform>
            <numerusform>%n sessions over time</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PathPage</name>
    <message numerus="yes">
        <source>%n session(s) left out: their rubric is not here.</source>
        <translation>
            <numerusform>%n session left out: its rubric is not here.</numerusform>
            <numerusform>%n sessions left out: their rubric is not here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) hidden until they are signed: you mark blind.</source>
        <translation>
            <numerusform>%n session hidden until it is signed: you mark blind.</numerusform>
            <numerusform>%n sessions hidden until they are signed: you mark blind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n level(s) by the instructor</source>
        <translation>
            <numerusform>%n level by the instructor</numerusform>
            <numerusform>%n levels by the instructor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taking in older sessions: %n left.</source>
        <translation>
            <numerusform>Taking in older sessions: %n left.</numerusform>
            <numerusform>Taking in older sessions: %n left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleView</name>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recognised phrase(s)</source>
        <translation>
            <numerusform>%n recognised phrase</numerusform>
            <numerusform>%n recognised phrases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scorecard(s)</source>
        <translation>
            <numerusform>%n scorecard</numerusform>
            <numerusform>%n scorecards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) of instructors</source>
        <translation>
            <numerusform>%n word of instructors</numerusform>
            <numerusform>%n words of instructors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n consent(s)</source>
        <translation>
            <numerusform>%n consent</numerusform>
            <numerusform>%n consents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) of others in which {name} was the second host go, too.</source>
        <translation>
            <numerusform>%n recording of another in which {name} was the second host goes, too.</numerusform>
            <numerusform>%n recordings of others in which {name} was the second host go, too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) are in {folder}, with codes in place of names.</source>
        <translation>
            <numerusform>%n session is in {folder}, with codes in place of names.</numerusform>
            <numerusform>%n sessions are in {folder}, with codes in place of names.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhoneState</name>
    <message numerus="yes">
        <source>%Ln like(s)</source>
        <translation>
            <numerusform>%Ln like</numerusform>
            <numerusform>%Ln likes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new follower(s)</source>
        <translation>
            <numerusform>%Ln new follower</numerusform>
            <numerusform>%Ln new followers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlannerStep</name>
    <message numerus="yes">
        <source>%n second(s) too long</source>
        <translation>
            <numerusform>%n second too long</numerusform>
            <numerusform>%n seconds too long</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) too short</source>
        <translation>
            <numerusform>%n second too short</numerusform>
            <numerusform>%n seconds too short</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message numerus="yes">
        <source>None of %n result(s) would move.</source>
        <translation>
            <numerusform>%n result looked at: it would not move.</numerusform>
            <numerusform>None of %n results would move.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) left out: not everything was measured in them.</source>
        <translation>
            <numerusform>%n session left out: not everything was measured in it.</numerusform>
            <numerusform>%n sessions left out: not everything was measured in them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueuePage</name>
    <message numerus="yes">
        <source>%n older session(s) still to be looked through</source>
        <translation>
            <numerusform>%n older session still to be looked through</numerusform>
            <numerusform>%n older sessions still to be looked through</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>comments of %n session(s) still to be indexed</source>
        <translation>
            <numerusform>comments of %n session still to be indexed</numerusform>
            <numerusform>comments of %n sessions still to be indexed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message numerus="yes">
        <source>%n moment(s) may cross a red line, and nobody has decided</source>
        <translation>
            <numerusform>%n moment may cross a red line, and nobody has decided</numerusform>
            <numerusform>%n moments may cross a red line, and nobody has decided</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>near a cut: {criteria} and %n more</source>
        <translation>
            <numerusform>near a cut: {criteria} and %n more</numerusform>
            <numerusform>near a cut: {criteria} and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReasonsView</name>
    <message numerus="yes">
        <source>The whole stream: %n viewer(s)</source>
        <translation>
            <numerusform>The whole stream: %n viewer</numerusform>
            <numerusform>The whole stream: %n viewers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{minute}: %n viewer(s)</source>
        <translation>
            <numerusform>{minute}: %n viewer</numerusform>
            <numerusform>{minute}: %n viewers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReconcileDialog</name>
    <message numerus="yes">
        <source>%n difference(s) still to settle: agree on each, and say why.</source>
        <translation>
            <numerusform>%n difference still to settle: agree on it, and say why.</numerusform>
            <numerusform>%n differences still to settle: agree on each, and say why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScenarioDelegate</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SchemeView</name>
    <message numerus="yes">
        <source>%n session(s) get one more scorecard, by this version. Earlier ones stay, instructors&apos; levels too; what is signed stays as it was signed until you adopt the new score.</source>
        <translation>
            <numerusform>%n session gets one more scorecard, by this version. Earlier ones stay, instructors&apos; levels too; what is signed stays as it was signed until you adopt the new score.</numerusform>
            <numerusform>%n sessions get one more scorecard each, by this version. Earlier ones stay, instructors&apos; levels too; what is signed stays as it was signed until you adopt the new scores.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScorePanel</name>
    <message numerus="yes">
        <source>%n level(s) by the instructor</source>
        <translation>
            <numerusform>%n level by the instructor</numerusform>
            <numerusform>%n levels by the instructor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) not counted yet</source>
        <translation>
            <numerusform>%n proposal not counted yet</numerusform>
            <numerusform>%n proposals not counted yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScorecardView</name>
    <message numerus="yes">
        <source>%n proposed level(s) to confirm. C goes to the next one and, pressed again, confirms it.</source>
        <translation>
            <numerusform>%n proposed level to confirm. C goes to it and, pressed again, confirms it.</numerusform>
            <numerusform>%n proposed levels to confirm. C goes to the next one and, pressed again, confirms it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n likely breach(es) wait for your word</source>
        <translation>
            <numerusform>%n likely breach waits for your word</numerusform>
            <numerusform>%n likely breaches wait for your word</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message numerus="yes">
        <source>comments of %n older session(s) cannot be found yet</source>
        <translation>
            <numerusform>comments of %n older session cannot be found yet</numerusform>
            <numerusform>comments of %n older sessions cannot be found yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the newest %n places; more come as you go down</source>
        <translation>
            <numerusform>the newest %n place; more come as you go down</numerusform>
            <numerusform>the newest %n places; more come as you go down</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpreadChart</name>
    <message numerus="yes">
        <source>Levels by criterion, %n criteria</source>
        <translation>
            <numerusform>Levels by criterion, %n criterion</numerusform>
            <numerusform>Levels by criterion, %n criteria</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThoughtsLine</name>
    <message numerus="yes">
        <source>%n signed version(s)</source>
        <translation>
            <numerusform>%n signed version</numerusform>
            <numerusform>%n signed versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) from before are back.</source>
        <translation>
            <numerusform>%n draft from before is back.</numerusform>
            <numerusform>%n drafts from before are back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message numerus="yes">
        <source>answers %n comment(s)</source>
        <translation>
            <numerusform>answers %n comment</numerusform>
            <numerusform>answers %n comments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrustView</name>
    <message numerus="yes">
        <source>%n signed session(s); a level nobody said a word on is not taken for agreement.</source>
        <translation>
            <numerusform>%n signed session; a level nobody said a word on is not taken for agreement.</numerusform>
            <numerusform>%n signed sessions; a level nobody said a word on is not taken for agreement.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criteria agree poorly (⚑).</source>
        <translation>
            <numerusform>%n criterion agrees poorly (⚑).</numerusform>
            <numerusform>%n criteria agree poorly (⚑).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) apart</source>
        <translation>
            <numerusform>%n pair apart</numerusform>
            <numerusform>%n pairs apart</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhyWords</name>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>%n left</numerusform>
            <numerusform>%n left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n came in</source>
        <translation>
            <numerusform>%n came in</numerusform>
            <numerusform>%n came in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) cancelled</source>
        <translation>
            <numerusform>%n order cancelled</numerusform>
            <numerusform>%n orders cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wanted to order</source>
        <translation>
            <numerusform>%n wanted to order</numerusform>
            <numerusform>%n wanted to order</numerusform>
        </translation>
    </message>
</context>
</TS>
