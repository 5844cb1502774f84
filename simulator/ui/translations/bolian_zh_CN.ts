<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CabinPage</name>
    <message>
        <source>The session goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the camera …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change a price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as sold out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go off air?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stream ends and is scored. It cannot be taken up again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off air and score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay on air</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatBubbles</name>
    <message>
        <source>waiting {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pinned</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComplianceHint</name>
    <message>
        <source>Compliance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You said “{quote}”: no paper on file bears it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You said “{quote}”: that is not so here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You said “{quote}”: the rules do not allow it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Better: “{wording}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CueCard</name>
    <message>
        <source>Cue card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cues · {told} of {all} said</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CueModel</name>
    <message>
        <source>said: {cue}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DevicesPanel</name>
    <message>
        <source>Camera and microphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirrored, as I see myself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say a sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file in place of the device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free disk space: {size} GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No camera chosen: the session is sound only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the camera …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{level} dBFS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No microphone chosen: nothing will be heard or scored of what you say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the microphone …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muted: the microphone sends nothing but zeros.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too quiet: come closer or turn the microphone up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good: you are heard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clipping: too loud, turn the microphone down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speak now …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recogniser did not start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heard: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was heard. Check the microphone, and say it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FiguresPanel</name>
    <message>
        <source>Live figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GMV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>orders per click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dwell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comments/min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>questions answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exam number: the same number brings the same audience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture and sound are recorded into this PC&apos;s data folder only, and can be erased at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exam number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text {percent}%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Hook</name>
    <message>
        <source>Something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An error occurred that we did not foresee. What was recorded so far is kept. You can go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the log: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IncidentPanel</name>
    <message>
        <source>Incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incident · deal with it within {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LevelDots</name>
    <message>
        <source>level {level} of {levels}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no level</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Bolian: rehearse live selling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are on air</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing ends the stream. It is kept, and can be scored at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay on air</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaceLine</name>
    <message>
        <source>{rate} characters/min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} words/min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fillers {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>silent for {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PastSessions</name>
    <message>
        <source>Past sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been rehearsed here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish and score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase …</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) ended unexpectedly. All up to the last second is here: finish and score it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The session of {name}, with its recording, transcript and marks, is removed for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase this session?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Phone</name>
    <message>
        <source>The stream as viewers see it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhoneState</name>
    <message>
        <source>online {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● demonstration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lucky bag {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>countdown {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coupon {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is buying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is buying  ×{count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sold out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on show · {count} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Camera preview</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProductDialog</name>
    <message>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunOfShow</name>
    <message>
        <source>Run of show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run of show · {number} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScenarioDelegate</name>
    <message>
        <source>in Chinese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tier {tier}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SegmentModel</name>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coming</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SessionDelegate</name>
    <message>
        <source>take {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SessionModel</name>
    <message>
        <source>cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not scored yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{score}, signed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShelfPanel</name>
    <message>
        <source>Shelf · control desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lucky bag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Countdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next part</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShelfRow</name>
    <message>
        <source>stock {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clicks {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sold out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put on show</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SoundMeter</name>
    <message>
        <source>Microphone level</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Swatch</name>
    <message>
        <source>Link {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Live cabin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off air and score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● live in {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▮▮ PAUSED {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● REC {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over by {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>camera {fps} fps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>captions {delay} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropped {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhoAndWhat</name>
    <message>
        <source>Who rehearses what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trainee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trainee: type or choose a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the scenario is about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{criterion} {name} at level {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goals: {goals}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WrapUpPage</name>
    <message>
        <source>After the stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the review now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing the recording …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scoring what was heard live …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} on air</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening to the whole recording again …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No recogniser could hear the recording again: the score stays provisional.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too little could be measured for a total ({weight} of 100 points of weight).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provisional: by what was heard live. The final score follows.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>microphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>captions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{device} not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{device} in use elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{device} blocked by the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{device} lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{device} frozen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{device} not readable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{device} stopped: disk full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{device} too slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{device} failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The speech model of this language is damaged: mend it with “bolian models”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Captions: Vosk, word by word while you speak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Captions: Whisper, sentence by sentence, a moment after you said it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No speech recogniser is installed for this language: install one with “bolian models”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
