<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AccessView</name>
    <message>
        <source>Narrow down: a name, a session, a day</source>
        <translation>筛选：姓名、场次、日期</translation>
    </message>
    <message>
        <source>Narrow down</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Who looked</source>
        <translation>查看记录</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Instructor</source>
        <translation>教师</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>场次</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Who looked at what</source>
        <translation>谁看过什么</translation>
    </message>
    <message numerus="yes">
        <source>%n entr(y/ies), the newest first. Nobody can change or delete one.</source>
        <translation>
            <numerusform>共 %n 条，最新的在前。任何人都不能修改或删除。</numerusform>
        </translation>
    </message>
    <message>
        <source>Older ones: “bolian privacy log --all”.</source>
        <translation>更早的记录：bolian privacy log --all。</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>未署名</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>looked at</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>exported</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>held for an appeal</source>
        <translation>申诉保留</translation>
    </message>
    <message>
        <source>appeal over</source>
        <translation>申诉结束</translation>
    </message>
    <message>
        <source>exported for research</source>
        <translation>研究导出</translation>
    </message>
</context>
<context>
    <name>AssessorsPanel</name>
    <message>
        <source>Two assessors</source>
        <translation>两位考评员</translation>
    </message>
    <message>
        <source>Settle the differences</source>
        <translation>商定不一致</translation>
    </message>
    <message>
        <source>Once both assessors stand by one result.</source>
        <translation>两位考评员认可同一份成绩之后才能导出。</translation>
    </message>
    <message>
        <source>This exam needs two assessors. Neither sees what the other makes of it until both have signed.</source>
        <translation>这场考试要两位考评员。都签名之前，谁也看不到对方怎么评。</translation>
    </message>
    <message>
        <source>You have signed. The result waits for a second assessor, who does not see your marks: let them say who they are, above.</source>
        <translation>您已签名。成绩等第二位考评员，他看不到您的评定：请他在上方说明自己是谁。</translation>
    </message>
    <message>
        <source>{name} has signed. You are the second assessor: your marks stand by themselves, and theirs are shown once you have signed.</source>
        <translation>{name} 已签名。您是第二位考评员：您的评定独立成立，您签名之后才会看到对方的。</translation>
    </message>
    <message>
        <source>All differences are settled: sign together, and the result counts.</source>
        <translation>不一致的都商定了：一起签名，成绩就算数。</translation>
    </message>
    <message numerus="yes">
        <source>{one} and {other} have signed and differ in %n place(s). The result waits.</source>
        <translation>
            <numerusform>{one} 和 {other} 都已签名，有 %n 处不一致，成绩暂缓。</numerusform>
        </translation>
    </message>
    <message>
        <source>Both assessors stand by this result.</source>
        <translation>两位考评员都认可这份成绩。</translation>
    </message>
</context>
<context>
    <name>Authoring</name>
    <message>
        <source>Remark for authors</source>
        <translation>给编写者的备注</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Brief for the trainee</source>
        <translation>给学员的说明</translation>
    </message>
    <message>
        <source>What the debrief looks for</source>
        <translation>复盘重点</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Tier, 1 to 4</source>
        <translation>难度，1 到 4</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>适合谁</translation>
    </message>
    <message>
        <source>Market whose rules hold</source>
        <translation>适用哪个市场的规则</translation>
    </message>
    <message>
        <source>Language spoken</source>
        <translation>直播语言</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Length, seconds</source>
        <translation>时长（秒）</translation>
    </message>
    <message>
        <source>Seller</source>
        <translation>商家</translation>
    </message>
    <message>
        <source>Name as it is said</source>
        <translation>名称（照说法写）</translation>
    </message>
    <message>
        <source>Heard as</source>
        <translation>怎样说算说到</translation>
    </message>
    <message>
        <source>The true, short story</source>
        <translation>真实的小故事</translation>
    </message>
    <message>
        <source>The host&apos;s tie to the shop</source>
        <translation>主播与店铺的关系</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Number on the shelf</source>
        <translation>链接号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>Kind of goods</source>
        <translation>商品类别</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Unit, as it is spoken</source>
        <translation>单位（照口头说法）</translation>
    </message>
    <message>
        <source>Delivery, paid by the buyer</source>
        <translation>买家付的运费</translation>
    </message>
    <message>
        <source>Truly in stock</source>
        <translation>真实库存</translation>
    </message>
    <message>
        <source>The counter shows at first</source>
        <translation>开播时显示的库存</translation>
    </message>
    <message>
        <source>Counter behind by, seconds</source>
        <translation>库存显示滞后（秒）</translation>
    </message>
    <message>
        <source>Never sold before</source>
        <translation>新品，从未卖过</translation>
    </message>
    <message>
        <source>Past prices</source>
        <translation>历史价格</translation>
    </message>
    <message>
        <source>From, days ago</source>
        <translation>从几天前</translation>
    </message>
    <message>
        <source>To, days ago</source>
        <translation>到几天前</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>Money off</source>
        <translation>减多少</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>张数</translation>
    </message>
    <message>
        <source>May be given from, to, seconds</source>
        <translation>可发放的时间，从、到（秒）</translation>
    </message>
    <message>
        <source>Fact card</source>
        <translation>卖点卡</translation>
    </message>
    <message>
        <source>Kind of fact</source>
        <translation>卖点类别</translation>
    </message>
    <message>
        <source>Line on the cue card</source>
        <translation>提词卡上的一行</translation>
    </message>
    <message>
        <source>Must be said</source>
        <translation>必讲</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Questions it answers</source>
        <translation>能回答哪些问题</translation>
    </message>
    <message>
        <source>True numbers</source>
        <translation>真实数字</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>计量单位</translation>
    </message>
    <message>
        <source>Documents on file</source>
        <translation>备案文件</translation>
    </message>
    <message>
        <source>Fillings of comments and answers</source>
        <translation>评论与回应的填充词</translation>
    </message>
    <message>
        <source>Colour of its swatch</source>
        <translation>色块颜色</translation>
    </message>
    <message>
        <source>Run of show</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>Planned length, seconds</source>
        <translation>计划时长（秒）</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>观众</translation>
    </message>
    <message>
        <source>Kind of room</source>
        <translation>直播间类型</translation>
    </message>
    <message>
        <source>Come in a minute</source>
        <translation>每分钟进房人数</translation>
    </message>
    <message>
        <source>Share of followers, 0 to 1</source>
        <translation>粉丝比例，0 到 1</translation>
    </message>
    <message>
        <source>Comments, times the usual</source>
        <translation>评论是平常的几倍</translation>
    </message>
    <message>
        <source>Wait already at the start</source>
        <translation>开播时已在等的人数</translation>
    </message>
    <message>
        <source>Sudden arrivals</source>
        <translation>突然涌入</translation>
    </message>
    <message>
        <source>At second</source>
        <translation>在第几秒</translation>
    </message>
    <message>
        <source>Die away within, seconds</source>
        <translation>多少秒内散去</translation>
    </message>
    <message>
        <source>Log odds of a refund</source>
        <translation>退款的对数几率</translation>
    </message>
    <message>
        <source>Fitted to a real room</source>
        <translation>按真实直播间校准</translation>
    </message>
    <message>
        <source>Leaving, times</source>
        <translation>离开，倍数</translation>
    </message>
    <message>
        <source>Card clicks, times</source>
        <translation>商品卡点击，倍数</translation>
    </message>
    <message>
        <source>Odds of an order, times</source>
        <translation>下单几率，倍数</translation>
    </message>
    <message>
        <source>Comments, times</source>
        <translation>评论，倍数</translation>
    </message>
    <message>
        <source>Questions, times</source>
        <translation>提问，倍数</translation>
    </message>
    <message>
        <source>Effect of trust, times</source>
        <translation>信任的作用，倍数</translation>
    </message>
    <message>
        <source>Effect of explaining, times</source>
        <translation>讲解的作用，倍数</translation>
    </message>
    <message>
        <source>Effect of calls to action, times</source>
        <translation>下单引导的作用，倍数</translation>
    </message>
    <message>
        <source>Effect of urgency, times</source>
        <translation>紧迫感的作用，倍数</translation>
    </message>
    <message>
        <source>Comments that one comment draws</source>
        <translation>一条评论引出几条评论</translation>
    </message>
    <message>
        <source>Arrivals grow for, seconds</source>
        <translation>进房人数增长多久（秒）</translation>
    </message>
    <message>
        <source>Rubric</source>
        <translation>评分标准</translation>
    </message>
    <message>
        <source>Weights of the rubric</source>
        <translation>权重类别</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>突发</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>发生什么</translation>
    </message>
    <message>
        <source>Set going by</source>
        <translation>由什么触发</translation>
    </message>
    <message>
        <source>At second (of a moment)</source>
        <translation>在第几秒（按时刻触发时）</translation>
    </message>
    <message>
        <source>Threshold (of a claim, of a flood)</source>
        <translation>阈值（违规表述或提问涌来时）</translation>
    </message>
    <message>
        <source>What viewers write</source>
        <translation>观众写什么</translation>
    </message>
    <message>
        <source>The same viewer insists, times</source>
        <translation>同一观众追问几次</translation>
    </message>
    <message>
        <source>Incidents left to the seed</source>
        <translation>随机突发</translation>
    </message>
    <message>
        <source>In ten minutes, on average</source>
        <translation>平均每十分钟几次</translation>
    </message>
    <message>
        <source>Which, by weight</source>
        <translation>哪几种，按权重</translation>
    </message>
    <message>
        <source>Sold elsewhere</source>
        <translation>别处卖出</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Required acts at the desk</source>
        <translation>必做的中控操作</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Counts from, to, seconds</source>
        <translation>计入的时间，从、到（秒）</translation>
    </message>
    <message>
        <source>Traps</source>
        <translation>陷阱</translation>
    </message>
    <message>
        <source>What tempts</source>
        <translation>诱惑是什么</translation>
    </message>
    <message>
        <source>Rule that the wrong answer breaks</source>
        <translation>答错会违反哪类规则</translation>
    </message>
    <message>
        <source>A sentence that is fine</source>
        <translation>一句没问题的说法</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>评分项</translation>
    </message>
    <message>
        <source>Level, 1 to 5</source>
        <translation>等级，1 到 5</translation>
    </message>
    <message>
        <source>Whom the goods suit</source>
        <translation>商品适合谁</translation>
    </message>
    <message>
        <source>Reasons to stay</source>
        <translation>留下来的理由</translation>
    </message>
    <message>
        <source>Exam papers</source>
        <translation>考卷</translation>
    </message>
    <message>
        <source>Products drawn, 2 to 9</source>
        <translation>抽几件商品，2 到 9</translation>
    </message>
    <message>
        <source>Documents a product must have</source>
        <translation>商品必备的文件</translation>
    </message>
    <message>
        <source>Incidents that are not drawn</source>
        <translation>不抽的突发</translation>
    </message>
    <message>
        <source>One wording a line.</source>
        <translation>一行一种说法。</translation>
    </message>
    <message>
        <source>A line is a group; wordings of a group are parted by |. Of every group one is heard.</source>
        <translation>一行一组，组内各种说法用 | 隔开；每组都要说到其中一种。</translation>
    </message>
    <message>
        <source>Letters, digits, . _ -; the file is named by it.</source>
        <translation>字母、数字和 . _ -；文件用它命名。</translation>
    </message>
    <message>
        <source>Goes up by itself when it is published again.</source>
        <translation>再次发布时自动加一。</translation>
    </message>
    <message>
        <source>What the trainee reads before going live.</source>
        <translation>学员开播前要读的。</translation>
    </message>
    <message>
        <source>The three things looked for first afterwards.</source>
        <translation>复盘时先看的三件事。</translation>
    </message>
    <message>
        <source>NF new farmers, RY returning youth, XB cross-border, or your own.</source>
        <translation>NF 新农人，RY 返乡青年，XB 跨境，也可自定。</translation>
    </message>
    <message>
        <source>The parts of the run of show must add up to it.</source>
        <translation>流程各环节合计要等于它。</translation>
    </message>
    <message>
        <source>Nothing else may be told as true.</source>
        <translation>除此之外都不能当真事讲。</translation>
    </message>
    <message>
        <source>Two to six syllables, easy to recognise.</source>
        <translation>两到六个音节，容易识别。</translation>
    </message>
    <message>
        <source>0 is free.</source>
        <translation>0 是包邮。</translation>
    </message>
    <message>
        <source>Short enough to read at a glance.</source>
        <translation>短到一眼能看完。</translation>
    </message>
    <message>
        <source>What a host may state. One that must be said for each of the seven kinds at least.</source>
        <translation>主播可以讲的内容。七类里每类至少有一条必讲。</translation>
    </message>
    <message>
        <source>Every number a host may honestly say of this.</source>
        <translation>主播可以如实说出的每个数字。</translation>
    </message>
    <message>
        <source>Oldest first, without gaps, ending with today&apos;s price: 7 days, 30 in the UK and EU.</source>
        <translation>从早到晚，不留空缺，最后是今天的价格：7 天，英国和欧盟 30 天。</translation>
    </message>
    <message>
        <source>One id a line: pesticide_report, lab_report_sugar …</source>
        <translation>一行一个编号：pesticide_report、lab_report_sugar……</translation>
    </message>
    <message>
        <source>Several are parted by |; the first is shown, all are understood.</source>
        <translation>多个用 | 隔开；显示第一个，全部都能听懂。</translation>
    </message>
    <message>
        <source>As #rrggbb.</source>
        <translation>写成 #rrggbb。</translation>
    </message>
    <message>
        <source>The parts of the stream in their order.</source>
        <translation>直播的各个环节，按先后。</translation>
    </message>
    <message>
        <source>-2.2 is 10 %, -1.1 is 25 %, 0 is 50 %.</source>
        <translation>-2.2 是 10 %，-1.1 是 25 %，0 是 50 %。</translation>
    </message>
    <message>
        <source>A teaching choice: 4 makes a small room talk enough.</source>
        <translation>教学上的取舍：4 能让小直播间有足够的评论。</translation>
    </message>
    <message>
        <source>By “bolian calibrate”; 1 is the model as it stands.</source>
        <translation>由 bolian calibrate 得出；1 就是模型原样。</translation>
    </message>
    <message>
        <source>Severity 0.25, 0.5 or 1; or how many viewers wait.</source>
        <translation>严重程度 0.25、0.5 或 1；或有多少观众在等。</translation>
    </message>
    <message>
        <source>One a line; empty takes the usual lines.</source>
        <translation>一行一条；不填就用通常的说法。</translation>
    </message>
    <message>
        <source>Empty is never drawn; 2 is drawn twice as often as 1.</source>
        <translation>不填就不会抽到；2 的机会是 1 的两倍。</translation>
    </message>
    <message>
        <source>Units sold elsewhere out of the same stock; the counter learns of it late.</source>
        <translation>同一批库存在别处卖出的件数；中控台要过一会儿才知道。</translation>
    </message>
    <message>
        <source>Three or more, and the desk is marked by them (D3).</source>
        <translation>有三项以上时，按它们给中控打分（D3）。</translation>
    </message>
    <message>
        <source>Temptations in the material: what is wrong to say, and what would do.</source>
        <translation>材料里的诱惑：什么不能说，怎样说可以。</translation>
    </message>
    <message>
        <source>What an exam draws from the scenario; without it, it is no exam&apos;s.</source>
        <translation>考试从本场景抽什么；没有这一项就不用于考试。</translation>
    </message>
    <message>
        <source>One a line: id | Chinese | English.</source>
        <translation>一行一个：编号 | 中文 | 英文。</translation>
    </message>
    <message>
        <source>One kind a line.</source>
        <translation>一行一种。</translation>
    </message>
    <message>
        <source>China</source>
        <translation>中国</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>美国</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>英国</translation>
    </message>
    <message>
        <source>European Union</source>
        <translation>欧盟</translation>
    </message>
    <message>
        <source>origin</source>
        <translation>产地</translation>
    </message>
    <message>
        <source>size</source>
        <translation>规格</translation>
    </message>
    <message>
        <source>price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>keeping</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>delivery</source>
        <translation>发货</translation>
    </message>
    <message>
        <source>after-sales</source>
        <translation>售后</translation>
    </message>
    <message>
        <source>use</source>
        <translation>用法</translation>
    </message>
    <message>
        <source>taste</source>
        <translation>口味</translation>
    </message>
    <message>
        <source>proof</source>
        <translation>凭证</translation>
    </message>
    <message>
        <source>story</source>
        <translation>故事</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>ordinary food</source>
        <translation>普通食品</translation>
    </message>
    <message>
        <source>farm produce</source>
        <translation>农产品</translation>
    </message>
    <message>
        <source>health food</source>
        <translation>保健食品</translation>
    </message>
    <message>
        <source>alcohol</source>
        <translation>酒类</translation>
    </message>
    <message>
        <source>cosmetics</source>
        <translation>化妆品</translation>
    </message>
    <message>
        <source>food supplement</source>
        <translation>膳食补充剂</translation>
    </message>
    <message>
        <source>goods</source>
        <translation>日用品</translation>
    </message>
    <message>
        <source>breeding stock</source>
        <translation>种畜禽</translation>
    </message>
    <message>
        <source>seeds and seedlings</source>
        <translation>种子种苗</translation>
    </message>
    <message>
        <source>specification</source>
        <translation>规格参数</translation>
    </message>
    <message>
        <source>whom it suits</source>
        <translation>适合谁</translation>
    </message>
    <message>
        <source>trust</source>
        <translation>信任</translation>
    </message>
    <message>
        <source>returns</source>
        <translation>退换</translation>
    </message>
    <message>
        <source>availability</source>
        <translation>有没有货</translation>
    </message>
    <message>
        <source>a moment</source>
        <translation>到某一时刻</translation>
    </message>
    <message>
        <source>a wrong price said</source>
        <translation>说错价格</translation>
    </message>
    <message>
        <source>a prohibited claim</source>
        <translation>违规表述</translation>
    </message>
    <message>
        <source>a product that ran out</source>
        <translation>商品卖完</translation>
    </message>
    <message>
        <source>many who wait for an answer</source>
        <translation>很多人在等回应</translation>
    </message>
    <message>
        <source>put on show</source>
        <translation>讲解</translation>
    </message>
    <message>
        <source>take off show</source>
        <translation>取消讲解</translation>
    </message>
    <message>
        <source>coupon</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>end of coupon</source>
        <translation>优惠券结束</translation>
    </message>
    <message>
        <source>price change</source>
        <translation>改价</translation>
    </message>
    <message>
        <source>sold out</source>
        <translation>标记售罄</translation>
    </message>
    <message>
        <source>answer card</source>
        <translation>评论上墙</translation>
    </message>
</context>
<context>
    <name>AuthoringView</name>
    <message>
        <source>Import a scenario</source>
        <translation>导入场景</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>This was left out, since it belongs to no field of a scenario:</source>
        <translation>以下内容不属于场景的任何一栏，没有导入：</translation>
    </message>
    <message>
        <source>Not all of it fits</source>
        <translation>有些内容没有导入</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Export the scenario</source>
        <translation>导出场景</translation>
    </message>
    <message>
        <source>Throw this draft away?</source>
        <translation>丢弃这份草稿？</translation>
    </message>
    <message>
        <source>What was written in it is gone for good. A published scenario of that name stays.</source>
        <translation>草稿里写的内容将无法找回；同名的已发布场景不受影响。</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Take this scenario off the list?</source>
        <translation>把这个场景移出列表？</translation>
    </message>
    <message>
        <source>Nobody can choose it any more. Sessions that were made with it stay, and so does its file.</source>
        <translation>以后不能再选它。用它练过的场次都还在，它的文件也还在。</translation>
    </message>
    <message>
        <source>Take it off</source>
        <translation>移出列表</translation>
    </message>
    <message>
        <source>There is nothing to see yet</source>
        <translation>还不能预览</translation>
    </message>
    <message>
        <source>Fill in what is missing first: the mistakes at the right lead there.</source>
        <translation>请先把缺的填上：点右边的错误可直接跳到那一栏。</translation>
    </message>
    <message>
        <source>Publish this scenario?</source>
        <translation>发布这个场景？</translation>
    </message>
    <message>
        <source>Trainees can choose it at once. An earlier version of it is put aside; sessions keep theirs.</source>
        <translation>学员马上可以选它。以前的版本会另外存好，已有的场次仍用当时的版本。</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>没有成功</translation>
    </message>
</context>
<context>
    <name>BagDialog</name>
    <message>
        <source>Open a lucky bag</source>
        <translation>开福袋</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>What can be won</source>
        <translation>奖品</translation>
    </message>
    <message>
        <source>Viewers may enter for</source>
        <translation>参与时长</translation>
    </message>
    <message>
        <source>Say what can be won, such as one box of oranges.</source>
        <translation>请填写奖品，例如“脐橙一箱”。</translation>
    </message>
</context>
<context>
    <name>BandEditor</name>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Add a cut</source>
        <translation>加分界</translation>
    </message>
    <message>
        <source>Remove the cut</source>
        <translation>删分界</translation>
    </message>
    <message>
        <source>Bands and past values</source>
        <translation>区间与以往测得值</translation>
    </message>
    <message>
        <source>Unit: {unit}. {formula}</source>
        <translation>单位：{unit}。{formula}</translation>
    </message>
    <message numerus="yes">
        <source>%n past value(s) by level: {counts}</source>
        <translation>
            <numerusform>以往 %n 个测得值，按等级：{counts}</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was measured of this yet.</source>
        <translation>这一项还没有测得值。</translation>
    </message>
    <message>
        <source>Cut {number}, in {unit}</source>
        <translation>第 {number} 个分界，单位：{unit}</translation>
    </message>
    <message>
        <source>Level from {low} to below {high}</source>
        <translation>从 {low} 到不足 {high} 的等级</translation>
    </message>
</context>
<context>
    <name>BlindPanel</name>
    <message>
        <source>Blind marking</source>
        <translation>盲评</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Levels you give from then on are not blind.</source>
        <translation>此后给出的等级不再算盲评。</translation>
    </message>
    <message numerus="yes">
        <source>%n level(s) to give. The machine&apos;s and other instructors&apos; appear once yours is kept, the score after the last.</source>
        <translation>
            <numerusform>还有 %n 项待评。您给出等级后，该项的自动等级和其他教师的等级才会显示；全部评完后显示成绩。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CabinPage</name>
    <message>
        <source>Say</source>
        <translation>说</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>中控台</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>大盘</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>突发</translation>
    </message>
    <message>
        <source>The session goes on.</source>
        <translation>练习继续进行。</translation>
    </message>
    <message>
        <source>No camera</source>
        <translation>没有摄像头</translation>
    </message>
    <message>
        <source>Waiting for the camera …</source>
        <translation>正在等待摄像头……</translation>
    </message>
    <message>
        <source>Go off air?</source>
        <translation>要下播吗？</translation>
    </message>
    <message>
        <source>The stream ends and is scored. It cannot be taken up again.</source>
        <translation>直播将结束并评分，之后不能接着播。</translation>
    </message>
    <message>
        <source>Off air and score</source>
        <translation>下播并评分</translation>
    </message>
    <message>
        <source>Stay on air</source>
        <translation>继续直播</translation>
    </message>
</context>
<context>
    <name>CabinSketch</name>
    <message>
        <source>The cabin in small</source>
        <translation>练习舱示意图</translation>
    </message>
    <message>
        <source>What to say</source>
        <translation>该说什么</translation>
    </message>
    <message>
        <source>What viewers see</source>
        <translation>观众看到什么</translation>
    </message>
    <message>
        <source>Control desk</source>
        <translation>中控台</translation>
    </message>
</context>
<context>
    <name>CalibrateLook</name>
    <message>
        <source>Calibrate my look</source>
        <translation>校准看镜头</translation>
    </message>
    <message>
        <source>Look into the camera for two seconds</source>
        <translation>看着镜头两秒钟</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>校准进度</translation>
    </message>
    <message>
        <source>Not calibrated: looking at the camera is not measured.</source>
        <translation>还没有校准：不测是否看镜头。</translation>
    </message>
    <message>
        <source>Look straight into the camera …</source>
        <translation>请正视镜头……</translation>
    </message>
    <message>
        <source>✓ Calibrated: looking at the camera is measured.</source>
        <translation>✓ 已校准：会测是否看镜头。</translation>
    </message>
    <message>
        <source>No face was found. Mend light and place, and try again.</source>
        <translation>没有找到人脸。调整光线和位置，再试一次。</translation>
    </message>
    <message>
        <source>The head moved too much. Keep still for two seconds.</source>
        <translation>头动得太多。请保持两秒不动。</translation>
    </message>
    <message>
        <source>The model that finds faces is not installed.</source>
        <translation>没有安装找人脸的模型。</translation>
    </message>
</context>
<context>
    <name>Callout</name>
    <message>
        <source>Skip the tour</source>
        <translation>跳过导览</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Stop {number} of {all}</source>
        <translation>第 {number} 站，共 {all} 站</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Tour: {title}</source>
        <translation>导览：{title}</translation>
    </message>
</context>
<context>
    <name>CameraStep</name>
    <message>
        <source>See yourself as viewers will</source>
        <translation>看看观众眼里的自己</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>Mirrored, as I see myself</source>
        <translation>镜像，像照镜子一样</translation>
    </message>
    <message>
        <source>Go on without a camera</source>
        <translation>不用摄像头，继续</translation>
    </message>
    <message>
        <source>No camera chosen: the session is sound only.</source>
        <translation>没有选择摄像头：本场只有声音。</translation>
    </message>
    <message>
        <source>Waiting for the camera …</source>
        <translation>正在等待摄像头……</translation>
    </message>
    <message>
        <source>No camera was found</source>
        <translation>没有找到摄像头</translation>
    </message>
    <message>
        <source>Plug it in again, close other programs that use it, and allow desktop apps to use the camera in the system&apos;s privacy settings. Without it the session is sound only.</source>
        <translation>请重新插好摄像头，关闭占用它的其他程序，并在系统隐私设置里允许桌面应用使用摄像头。不用摄像头时只有声音。</translation>
    </message>
    <message>
        <source>Without a camera: sound only, and nothing is scored of how you look and show the goods.</source>
        <translation>没有摄像头：只有声音，出镜和展示不评分。</translation>
    </message>
    <message>
        <source>No camera chosen.</source>
        <translation>没有选择摄像头。</translation>
    </message>
    <message>
        <source>No camera found: plug one in and press “Look again”.</source>
        <translation>没有找到摄像头：请插上，再按“重新查找”。</translation>
    </message>
    <message>
        <source>Picture not mended: viewers see you badly, and looks may not be measured.</source>
        <translation>画面没有改好：观众看不清你，看镜头也可能测不到。</translation>
    </message>
    <message>
        <source>Not calibrated: looking at the camera is not measured.</source>
        <translation>没有校准：不测是否看镜头。</translation>
    </message>
    <message>
        <source>Picture and look are fine.</source>
        <translation>画面和目光都没问题。</translation>
    </message>
    <message>
        <source>The picture is fine.</source>
        <translation>画面没问题。</translation>
    </message>
    <message>
        <source>Look straight into the camera …</source>
        <translation>请直视摄像头……</translation>
    </message>
    <message>
        <source>Calibrate your look: two seconds.</source>
        <translation>校准目光：只要两秒。</translation>
    </message>
</context>
<context>
    <name>ChangesView</name>
    <message>
        <source>Changes</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Comparing both hearings …</source>
        <translation>正在对照两次识别……</translation>
    </message>
    <message numerus="yes">
        <source>Automatic total {before} → {after} · %n level(s) moved</source>
        <translation>
            <numerusform>自动总分 {before} → {after} · %n 个等级有变化</numerusform>
        </translation>
    </message>
    <message>
        <source>An instructor judged before this hearing: that stands, whatever moved here.</source>
        <translation>教师在复听之前已经评定：评定不变，这里变化的只是自动评分。</translation>
    </message>
    <message>
        <source>Marks that moved</source>
        <translation>等级有变化的评分项</translation>
    </message>
    <message>
        <source>Words that changed: live → heard again</source>
        <translation>字词变化：直播字幕 → 复听</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>……另有 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was heard live.</source>
        <translation>直播时没有字幕。</translation>
    </message>
    <message>
        <source>{changed} passages differ; {alike} of {count} words are alike.</source>
        <translation>{changed} 处不同；复听的 {count} 个字中 {alike} 个一致。</translation>
    </message>
    <message>
        <source>The recording ends at {time}; behind it stands what was heard live.</source>
        <translation>录像到 {time} 为止，其后沿用直播字幕。</translation>
    </message>
</context>
<context>
    <name>ChatBubbles</name>
    <message>
        <source>waiting {seconds} s</source>
        <translation>待回答 {seconds} s</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>已禁言</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待回答</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已回应</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>置顶</translation>
    </message>
</context>
<context>
    <name>ChatList</name>
    <message>
        <source>Chat</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>Nobody has written yet.</source>
        <translation>还没有人发评论。</translation>
    </message>
</context>
<context>
    <name>ChatView</name>
    <message>
        <source>Chat</source>
        <translation>弹幕</translation>
    </message>
    <message>
        <source>No comments in this session.</source>
        <translation>这一场没有评论。</translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n 条评论</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n 个提问</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answered</source>
        <translation>
            <numerusform>已回应 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>answered at {time}</source>
        <translation>{time} 已回应</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>未回应</translation>
    </message>
</context>
<context>
    <name>CheckBar</name>
    <message>
        <source>Before going live</source>
        <translation>开播前</translation>
    </message>
    <message>
        <source>EXAM {number}</source>
        <translation>考试 {number}</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>麦克风</translation>
    </message>
    <message>
        <source>This PC</source>
        <translation>这台电脑</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>录制同意</translation>
    </message>
    <message>
        <source>Fact card</source>
        <translation>卖点卡</translation>
    </message>
    <message>
        <source>Run of show</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>导览</translation>
    </message>
    <message>
        <source>Go live</source>
        <translation>开播</translation>
    </message>
    <message>
        <source>Go on without</source>
        <translation>就这样继续</translation>
    </message>
    <message>
        <source>All is ready.</source>
        <translation>全部就绪。</translation>
    </message>
    <message>
        <source>Read the facts and terms; write down what you want to say.</source>
        <translation>读一读卖点和条件，写下想说的话。</translation>
    </message>
    <message>
        <source>Open again whenever you like.</source>
        <translation>随时可以再看。</translation>
    </message>
    <message>
        <source>Not read: you go on air without knowing what may be said.</source>
        <translation>没有看：开播时不知道哪些话能说。</translation>
    </message>
    <message>
        <source>Closed until the preparation begins.</source>
        <translation>备考开始前不开放。</translation>
    </message>
    <message>
        <source>The preparation is over.</source>
        <translation>备考时间已到。</translation>
    </message>
    <message>
        <source>preparation {time}</source>
        <translation>备考 {time}</translation>
    </message>
    <message>
        <source>Say first whether the session may be recorded: yes or no, both go live.</source>
        <translation>请先说明是否可以录制：选哪一个都能开播。</translation>
    </message>
    <message>
        <source>Begin the preparation first; you need not use all of it.</source>
        <translation>请先开始备考；不必用完全部时间。</translation>
    </message>
    <message>
        <source>Starting …</source>
        <translation>正在开播……</translation>
    </message>
</context>
<context>
    <name>ChoiceButton</name>
    <message>
        <source>Choice {number}: {words}</source>
        <translation>选择 {number}：{words}</translation>
    </message>
</context>
<context>
    <name>ChooseDialog</name>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Compare with which session?</source>
        <translation>与哪一场对比？</translation>
    </message>
    <message>
        <source>Sessions to compare with</source>
        <translation>可以对比的场次</translation>
    </message>
    <message>
        <source>There is no other session of this trainee, and no reference.</source>
        <translation>这名学员没有别的场次，也没有参考场次。</translation>
    </message>
    <message>
        <source>Path over time</source>
        <translation>历次变化</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>This session is the reference of {scenario}, named by {name}.</source>
        <translation>这一场是 {scenario} 的参考场次，由 {name} 指定。</translation>
    </message>
    <message>
        <source>The reference of {scenario} was named by {name}.</source>
        <translation>{scenario} 的参考场次由 {name} 指定。</translation>
    </message>
    <message>
        <source>Nobody named a reference of {scenario}: the demo pitch stands in.</source>
        <translation>{scenario} 还没有指定参考场次，暂用演示讲解。</translation>
    </message>
    <message>
        <source>{scenario} has no reference session yet. Any session of it can be named.</source>
        <translation>{scenario} 还没有参考场次；它的任何一场都可以指定。</translation>
    </message>
    <message>
        <source>This session is no longer the reference</source>
        <translation>这一场不再作参考</translation>
    </message>
    <message>
        <source>Make this session the reference</source>
        <translation>把这一场定为参考</translation>
    </message>
    <message>
        <source>earlier take</source>
        <translation>以前的一次</translation>
    </message>
    <message>
        <source>reference of the scenario</source>
        <translation>场景的参考</translation>
    </message>
    <message>
        <source>later take</source>
        <translation>后来的一次</translation>
    </message>
    <message>
        <source>other scenario</source>
        <translation>其他场景</translation>
    </message>
    <message>
        <source>take {number}</source>
        <translation>第 {number} 次</translation>
    </message>
    <message>
        <source>exam</source>
        <translation>考试</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>某位教师</translation>
    </message>
</context>
<context>
    <name>ClapDialog</name>
    <message>
        <source>Picture and sound together</source>
        <translation>声画对齐</translation>
    </message>
    <message>
        <source>Listen for a clap</source>
        <translation>听一次拍手</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>正在听</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> 毫秒</translation>
    </message>
    <message>
        <source>How much later than the sound the picture comes</source>
        <translation>画面比声音晚多少</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Some cameras deliver the picture later than the sound. Hold your hands before your face, press the button, and clap once, loudly.</source>
        <translation>有些摄像头的画面比声音到得晚。请把双手举到面前，按下按钮，用力拍一次手。</translation>
    </message>
    <message>
        <source>The picture comes later than the sound by</source>
        <translation>画面比声音晚</translation>
    </message>
    <message>
        <source>Clap now: once, loudly.</source>
        <translation>请拍手：一次，要响。</translation>
    </message>
    <message>
        <source>Choose the picture in which your hands meet (arrow keys), and keep it.</source>
        <translation>用左右方向键选出双手合上的那一幅，然后保存。</translation>
    </message>
    <message>
        <source>No clap was heard, or no picture came with it. Clap louder and nearer, and try again.</source>
        <translation>没有听到拍手声，或者没有画面。请靠近一些、拍响一些，再试一次。</translation>
    </message>
</context>
<context>
    <name>ClassExport</name>
    <message>
        <source>Export the class</source>
        <translation>导出班级总览</translation>
    </message>
    <message>
        <source>The class is here: {file}. It holds names: keep it where nobody else reads it.</source>
        <translation>班级总览在这里：{file}。里面有姓名，请放在别人看不到的地方。</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>已导出</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation>正在写文件</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>没有成功</translation>
    </message>
</context>
<context>
    <name>ClassFilters</name>
    <message>
        <source>everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>{name} ({size})</source>
        <translation>{name} ({size})</translation>
    </message>
    <message>
        <source>all scenarios</source>
        <translation>所有场景</translation>
    </message>
    <message>
        <source>each trainee&apos;s last</source>
        <translation>每人最近一场</translation>
    </message>
    <message>
        <source>all sessions</source>
        <translation>全部场次</translation>
    </message>
    <message>
        <source>exams, each one&apos;s last</source>
        <translation>考试，每人最近一场</translation>
    </message>
    <message>
        <source>all time</source>
        <translation>所有时间</translation>
    </message>
    <message numerus="yes">
        <source>last %n day(s)</source>
        <translation>
            <numerusform>最近 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Class</source>
        <translation>班级</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>场次</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Marked by</source>
        <translation>评分标准</translation>
    </message>
    <message>
        <source>{rubric} {version} ({sessions})</source>
        <translation>{rubric} {version}（{sessions} 场）</translation>
    </message>
</context>
<context>
    <name>ClassView</name>
    <message>
        <source>Export …</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Who needs what</source>
        <translation>谁需要什么</translation>
    </message>
    <message>
        <source>What goes wrong</source>
        <translation>哪里不对</translation>
    </message>
    <message>
        <source>All criteria</source>
        <translation>所有评分项</translation>
    </message>
    <message>
        <source>Path over time</source>
        <translation>历次变化</translation>
    </message>
    <message>
        <source>Open last session</source>
        <translation>打开最近一场</translation>
    </message>
    <message>
        <source>Trainees, those who need most first</source>
        <translation>学员，最需要帮助的在前</translation>
    </message>
    <message>
        <source>Levels by criterion</source>
        <translation>各项等级分布</translation>
    </message>
    <message>
        <source>No scored session fits.</source>
        <translation>没有符合条件的已评分场次。</translation>
    </message>
    <message>
        <source>Choose another class, scenario or time; sessions count here once they are scored.</source>
        <translation>换一个班级、场景或时间；场次评分之后才计入这里。</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>正在统计…</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n 场</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trainee(s)</source>
        <translation>
            <numerusform>%n 名学员</numerusform>
        </translation>
    </message>
    <message>
        <source>mean total {mean}</source>
        <translation>平均总分 {mean}</translation>
    </message>
    <message>
        <source>{passed} of {decided} passed</source>
        <translation>{decided} 场有结论，{passed} 场合格</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) marked by another rubric or version are left out: not comparable.</source>
        <translation>
            <numerusform>按其他评分标准或版本评分的 %n 场没有计入：不能直接比较。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n of them rules broken are those heard live.</source>
        <translation>
            <numerusform>其中 %n 场的违规只依据直播时听到的。</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the newest {count} sessions are counted.</source>
        <translation>只计最近的 {count} 场。</translation>
    </message>
    <message>
        <source>The {count} who need most are listed.</source>
        <translation>这里只列出最需要帮助的 {count} 人。</translation>
    </message>
    <message>
        <source>Signed sessions only: you mark blind.</source>
        <translation>您在盲评，只看已签名的场次。</translation>
    </message>
    <message>
        <source>no criterion below level 3</source>
        <translation>没有低于 3 级的项目</translation>
    </message>
    <message numerus="yes">
        <source>Taking in older sessions: %n left.</source>
        <translation>
            <numerusform>正在收入以前的场次：还剩 %n 场。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClassesDialog</name>
    <message>
        <source>Classes</source>
        <translation>班级</translation>
    </message>
    <message>
        <source>Name of the class</source>
        <translation>班级名称</translation>
    </message>
    <message>
        <source>New class</source>
        <translation>新建班级</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>改名</translation>
    </message>
    <message>
        <source>Remove …</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Who is in the class</source>
        <translation>班里的学员</translation>
    </message>
    <message>
        <source>Trainee</source>
        <translation>学员</translation>
    </message>
    <message>
        <source>Name of a trainee</source>
        <translation>学员姓名</translation>
    </message>
    <message>
        <source>Put in</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>Import a list …</source>
        <translation>导入名单…</translation>
    </message>
    <message>
        <source>Those who sat an exam paper</source>
        <translation>考过某份试卷的人</translation>
    </message>
    <message>
        <source>Make it a class</source>
        <translation>设为班级</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Who is in it</source>
        <translation>班里的学员</translation>
    </message>
    <message>
        <source>A CSV file with a column 姓名 or name, and one 班级 or class.</source>
        <translation>CSV 文件，一列“姓名”（或 name），一列“班级”（或 class）。</translation>
    </message>
    <message numerus="yes">
        <source>%n who sat {paper}: {name}</source>
        <translation>
            <numerusform>考过 {paper} 的 %n 人：{name}</numerusform>
        </translation>
    </message>
    <message>
        <source>A paper for a cohort offers those who sat it here.</source>
        <translation>给某个班锁定的试卷，考过的人会列在这里。</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s), {signed} signed, mean {mean}</source>
        <translation>
            <numerusform>%n 场，已签 {signed}，平均 {mean}</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove this class?</source>
        <translation>删除这个班级？</translation>
    </message>
    <message>
        <source>{name} goes. Its trainees, their sessions and marks stay.</source>
        <translation>只删班级“{name}”，学员、场次和成绩都留着。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>A list of a class</source>
        <translation>班级名单</translation>
    </message>
    <message>
        <source>CSV files (*.csv *.txt)</source>
        <translation>CSV 文件 (*.csv *.txt)</translation>
    </message>
    <message>
        <source>The list is entered</source>
        <translation>名单已导入</translation>
    </message>
    <message>
        <source>{memberships} new in classes, {trainees} new trainees, {classes} new classes.</source>
        <translation>新入班 {memberships} 人次，新学员 {trainees} 人，新班级 {classes} 个。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The list has mistakes</source>
        <translation>名单有错</translation>
    </message>
    <message numerus="yes">
        <source>%n mistake(s) in {file}. Nothing was entered: mend them, then import it again.</source>
        <translation>
            <numerusform>{file} 里有 %n 处错。什么都没有导入：改好后再导入一次。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Reading both sessions …</source>
        <translation>正在读取两场…</translation>
    </message>
    <message>
        <source>Criteria of both</source>
        <translation>两场的评分项</translation>
    </message>
    <message>
        <source>What was said in both</source>
        <translation>两场各说了什么</translation>
    </message>
    <message>
        <source>Figures of both</source>
        <translation>两场的数据</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>评分项</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>说了什么</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>观看</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Path over time</source>
        <translation>历次变化</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>历次</translation>
    </message>
    <message>
        <source>Back to the review</source>
        <translation>回到复盘</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>✎ given by an instructor; in brackets what the machine only proposes: it counts for nothing yet.</source>
        <translation>✎ 是教师给的；括号里是机器的建议，尚未计入。</translation>
    </message>
    <message>
        <source>Simulated audience, not marked. Another audience number brings other luck.</source>
        <translation>模拟观众，不计分。观众号不同，运气也不同。</translation>
    </message>
    <message>
        <source>Marked by different rubrics ({one}, {two}): totals are not comparable.</source>
        <translation>两场用的评分标准不同（{one}、{two}），总分不能直接比较。</translation>
    </message>
    <message>
        <source>The scenarios differ.</source>
        <translation>两场的场景不同。</translation>
    </message>
    <message>
        <source>Provisional where only what was heard live is known.</source>
        <translation>只有实时字幕的一场，成绩是暂定的。</translation>
    </message>
</context>
<context>
    <name>ComplianceHint</name>
    <message>
        <source>Compliance</source>
        <translation>合规提醒</translation>
    </message>
    <message>
        <source>You said &quot;{quote}&quot;: no paper on file bears it out.</source>
        <translation>刚才说到“{quote}”，没有在档的凭证支持。</translation>
    </message>
    <message>
        <source>You said &quot;{quote}&quot;: that is not so here.</source>
        <translation>刚才说到“{quote}”，与实际情况不符。</translation>
    </message>
    <message>
        <source>You said &quot;{quote}&quot;: the rules do not allow it.</source>
        <translation>刚才说到“{quote}”，规则不允许这样说。</translation>
    </message>
    <message>
        <source>Better: &quot;{wording}&quot;</source>
        <translation>可改为“{wording}”</translation>
    </message>
    <message>
        <source>Rule &quot;{pattern}&quot; takes too long to look for: it is left out from here on.</source>
        <translation>规则“{pattern}”查找太慢：从现在起不再查找。</translation>
    </message>
</context>
<context>
    <name>ConsentStep</name>
    <message>
        <source>May this session be recorded?</source>
        <translation>这一场可以录制吗？</translation>
    </message>
    <message>
        <source>Until somebody erases it. You can have it erased at any time.</source>
        <translation>直到有人删除。你随时可以要求删除。</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) after the session; then it is listed, and erased once the lab confirms. You can have it erased earlier at any time.</source>
        <translation>
            <numerusform>保留到本场之后 %n 天；到期会列出，经实训室确认后删除。你随时可以要求提前删除。</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the recording goes then: what was recognised and the marks stay.</source>
        <translation>到期只删除录像：识别出的文字和评分保留。</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>保留什么</translation>
    </message>
    <message>
        <source>Picture and sound, what was recognised of your speech, what happened in the room, the marks.</source>
        <translation>画面和声音、识别出的你说的话、直播间里发生的事、评分。</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>保存在哪里</translation>
    </message>
    <message>
        <source>On this PC only, in {folder}. Nothing is sent anywhere.</source>
        <translation>只在这台电脑上：{folder}。不会发送到任何地方。</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>保留多久</translation>
    </message>
    <message>
        <source>Who sees it</source>
        <translation>谁能看到</translation>
    </message>
    <message>
        <source>You, and the instructors who work with this PC.</source>
        <translation>你本人，以及使用这台电脑的教师。</translation>
    </message>
    <message>
        <source>If you say no</source>
        <translation>如果不同意</translation>
    </message>
    <message>
        <source>You go live all the same. There is then nothing to watch or to hear again afterwards, and the score stays provisional. What was recognised live and the marks are kept.</source>
        <translation>照样可以开播。之后没有录像可看，也不能重听，成绩一直是暂定的。直播时识别出的文字和评分会保留。</translation>
    </message>
    <message>
        <source>Yes, record the session</source>
        <translation>同意，录制本场</translation>
    </message>
    <message>
        <source>No, go live without a recording</source>
        <translation>不同意，不录制直接开播</translation>
    </message>
    <message>
        <source>Say yes or no.</source>
        <translation>请选择同意或不同意。</translation>
    </message>
    <message>
        <source>The session is recorded.</source>
        <translation>本场会录制。</translation>
    </message>
    <message>
        <source>Not recorded.</source>
        <translation>不录制。</translation>
    </message>
    <message>
        <source>Not recorded: the score stays provisional.</source>
        <translation>不录制：成绩一直是暂定的。</translation>
    </message>
    <message>
        <source>Your answer is kept, and can be changed before every session.</source>
        <translation>你的选择会记下来，每场开播前都可以改。</translation>
    </message>
    <message>
        <source>Answered on {day}. You can change it before every session.</source>
        <translation>{day} 作出的选择。每场开播前都可以改。</translation>
    </message>
</context>
<context>
    <name>ContentTrouble</name>
    <message>
        <source>What is wrong …</source>
        <translation>哪里有问题……</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>There is no scenario to rehearse</source>
        <translation>没有可以练的场景</translation>
    </message>
    <message>
        <source>No scenario could be read. See what is wrong, mend the files, and start Bolian again.</source>
        <translation>一个场景都读不出来。请查看问题所在，改好文件后重新启动播练。</translation>
    </message>
    <message numerus="yes">
        <source>%n content file(s) cannot be used.</source>
        <translation>
            <numerusform>有 %n 个内容文件无法使用。</numerusform>
        </translation>
    </message>
    <message>
        <source>Content that cannot be used</source>
        <translation>无法使用的内容</translation>
    </message>
    <message>
        <source>Mend these files, or move them away; everything else works. Then start Bolian again.</source>
        <translation>请改好或移走这些文件，其他功能照常可用。之后重新启动播练。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message>
        <source>Not yet</source>
        <translation>先不开播</translation>
    </message>
    <message>
        <source>live in {seconds} s</source>
        <translation>{seconds} 秒后开播</translation>
    </message>
</context>
<context>
    <name>CouponDialog</name>
    <message>
        <source>Send the coupon</source>
        <translation>发优惠券</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发放</translation>
    </message>
    <message>
        <source>{off} off {product}</source>
        <translation>{product} 立减 {off}</translation>
    </message>
    <message>
        <source>It holds for</source>
        <translation>有效时长</translation>
    </message>
</context>
<context>
    <name>CriteriaModel</name>
    <message>
        <source>On</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>评分项</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>由谁评定</translation>
    </message>
    <message>
        <source>Cuts</source>
        <translation>分界</translation>
    </message>
    <message>
        <source>on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>off</source>
        <translation>停用</translation>
    </message>
</context>
<context>
    <name>CriteriaTable</name>
    <message>
        <source>Criteria</source>
        <translation>评分项</translation>
    </message>
</context>
<context>
    <name>CriterionRow</name>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>评定</translation>
    </message>
    <message>
        <source>Instructor&apos;s level for {id}</source>
        <translation>教师评定 {id}</translation>
    </message>
    <message>
        <source>held up by {name}:</source>
        <translation>{name} 举证：</translation>
    </message>
    <message>
        <source>Confirm level {level} for {id}</source>
        <translation>确认 {id} 的等级 {level}</translation>
    </message>
    <message>
        <source>✓ confirmed</source>
        <translation>✓ 已确认</translation>
    </message>
    <message>
        <source>instructor {level}</source>
        <translation>教师 {level}</translation>
    </message>
    <message>
        <source>not confirmed yet</source>
        <translation>尚未确认</translation>
    </message>
    <message>
        <source>missing: {what}</source>
        <translation>缺：{what}</translation>
    </message>
</context>
<context>
    <name>CrowdView</name>
    <message>
        <source>Why they moved</source>
        <translation>来去的原因</translation>
    </message>
    <message>
        <source>Skill and luck</source>
        <translation>本事与运气</translation>
    </message>
</context>
<context>
    <name>CueCard</name>
    <message>
        <source>Cue card</source>
        <translation>提词</translation>
    </message>
    <message>
        <source>Cues · {told} of {all} said</source>
        <translation>提词 · 说到即打勾 {told}/{all}</translation>
    </message>
</context>
<context>
    <name>CueModel</name>
    <message>
        <source>said: {cue}</source>
        <translation>已说：{cue}</translation>
    </message>
</context>
<context>
    <name>CurveFigure</name>
    <message>
        <source>Draw it as a curve</source>
        <translation>画成曲线</translation>
    </message>
    <message>
        <source>drawn as a curve</source>
        <translation>已画成曲线</translation>
    </message>
</context>
<context>
    <name>DeskDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} 秒</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeskKeys</name>
    <message>
        <source>Resume first: the session is paused.</source>
        <translation>已暂停，请先继续。</translation>
    </message>
    <message>
        <source>This is the last part of the show.</source>
        <translation>已是最后一个环节。</translation>
    </message>
    <message>
        <source>Somebody else has the control desk; {key} takes it back.</source>
        <translation>中控台现由他人操作，按 {key} 收回。</translation>
    </message>
    <message>
        <source>Put a product on show first: press its number.</source>
        <translation>请先讲解商品：按它的数字键。</translation>
    </message>
    <message>
        <source>The product on show has no coupon.</source>
        <translation>当前讲解的商品没有优惠券。</translation>
    </message>
    <message>
        <source>The coupon holds only from {time} on.</source>
        <translation>该券从 {time} 起才可发放。</translation>
    </message>
    <message>
        <source>The coupon expired at {time}.</source>
        <translation>该券已于 {time} 过期。</translation>
    </message>
    <message>
        <source>A lucky bag is open for another {time}.</source>
        <translation>福袋还在进行，剩余 {time}。</translation>
    </message>
    <message>
        <source>No question waits; choose a line with the arrow keys first.</source>
        <translation>没有待回答的提问；请先用方向键选一条评论。</translation>
    </message>
    <message>
        <source>This line is on top already.</source>
        <translation>这条评论已置顶。</translation>
    </message>
    <message>
        <source>No line of the chat is on top.</source>
        <translation>当前没有置顶评论。</translation>
    </message>
    <message>
        <source>Choose a line of the chat with the arrow keys first.</source>
        <translation>请先用方向键选一条评论。</translation>
    </message>
    <message>
        <source>This viewer is muted already.</source>
        <translation>该观众已被禁言。</translation>
    </message>
    <message>
        <source>Change a price</source>
        <translation>改价</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>改价</translation>
    </message>
    <message>
        <source>Mark as sold out</source>
        <translation>标记售罄</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>售罄</translation>
    </message>
    <message>
        <source>Put more on sale</source>
        <translation>上架更多库存</translation>
    </message>
    <message>
        <source>Restock</source>
        <translation>补货</translation>
    </message>
    <message>
        <source>Correct the counter</source>
        <translation>更正库存显示</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>{name} is muted.</source>
        <translation>已禁言 {name}。</translation>
    </message>
</context>
<context>
    <name>DeskWindow</name>
    <message>
        <source>Control desk: Bolian</source>
        <translation>中控台 · 播练</translation>
    </message>
    <message>
        <source>A line that only the host sees</source>
        <translation>只有主播看得到的一句话</translation>
    </message>
    <message>
        <source>Line to the host</source>
        <translation>给主播的提示</translation>
    </message>
    <message>
        <source>Tell the host</source>
        <translation>提示主播</translation>
    </message>
    <message>
        <source>Control desk</source>
        <translation>中控台</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>online {count}</source>
        <translation>在线 {count}</translation>
    </message>
    <message>
        <source>sales {money}</source>
        <translation>成交额 {money}</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) waiting</source>
        <translation>
            <numerusform>%n 个提问待回答</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>Sessions behind the figures</source>
        <translation>指标背后的场次</translation>
    </message>
    <message>
        <source>Open in the review room</source>
        <translation>到复盘室查看</translation>
    </message>
    <message>
        <source>machine</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>instructor</source>
        <translation>教师</translation>
    </message>
    <message>
        <source>first</source>
        <translation>先评</translation>
    </message>
    <message>
        <source>second</source>
        <translation>后评</translation>
    </message>
    <message>
        <source>Not enough pairs for a figure: {pairs} of {enough}.</source>
        <translation>数据不足，不给指标：{pairs}/{enough} 对。</translation>
    </message>
    <message>
        <source>One side gave the same level every time: agreement beyond chance cannot be told.</source>
        <translation>一方每次都给同一等级，无法判断一致是否超出巧合。</translation>
    </message>
    <message>
        <source>Agrees poorly: κ {kappa} is below {poor}. Give this level yourself; do not rely on the machine&apos;s.</source>
        <translation>一致性差：κ {kappa}，低于 {poor}。请自行评定，不要依赖自动等级。</translation>
    </message>
    <message>
        <source>κ {kappa}; with so few pairs it might as well be below {poor}.</source>
        <translation>κ {kappa}；对数还少，真实值也可能低于 {poor}。</translation>
    </message>
    <message>
        <source>κ {kappa}; it rests on a single trainee, so nobody can say how sure it is.</source>
        <translation>κ {kappa}；只涉及一名学员，无法说明有多可靠。</translation>
    </message>
    <message>
        <source>κ {kappa}, 95 % interval {low} to {high}.</source>
        <translation>κ {kappa}，95 % 区间 {low} 至 {high}。</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation>
            <numerusform>%n 对</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n 场</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trainee(s)</source>
        <translation>
            <numerusform>%n 名学员</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n instructor(s)</source>
        <translation>
            <numerusform>%n 位教师</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blind</source>
        <translation>
            <numerusform>盲评 %n 对</numerusform>
        </translation>
    </message>
    <message>
        <source>{exact} the same, {adjacent} within one level</source>
        <translation>{exact} 相同，{adjacent} 相差不超过一级</translation>
    </message>
    <message>
        <source>bias {bias}</source>
        <translation>偏差 {bias}</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) signed without a word on it, not counted</source>
        <translation>
            <numerusform>另有 %n 场已签字但未对此项表态，不计入</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeviceBox</name>
    <message>
        <source>File: {name}</source>
        <translation>文件：{name}</translation>
    </message>
    <message>
        <source>A file …</source>
        <translation>选择文件……</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>A file in place of the device</source>
        <translation>用文件代替设备</translation>
    </message>
</context>
<context>
    <name>DifferenceRow</name>
    <message>
        <source>What you both go by (needed)</source>
        <translation>你们的依据（必填）</translation>
    </message>
    <message>
        <source>Reason for what you settle: {title}</source>
        <translation>商定的依据：{title}</translation>
    </message>
</context>
<context>
    <name>Distribution</name>
    <message>
        <source>Results by points, before and after</source>
        <translation>按分数分布的成绩：改动前与改动后</translation>
    </message>
    <message>
        <source>before: {before}; after: {after}</source>
        <translation>改动前：{before}；改动后：{after}</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>allergen label</source>
        <translation>过敏原标签</translation>
    </message>
    <message>
        <source>colour card</source>
        <translation>色卡</translation>
    </message>
    <message>
        <source>test slip of the day</source>
        <translation>当日检测单</translation>
    </message>
    <message>
        <source>log of damaged parcels</source>
        <translation>破损登记</translation>
    </message>
    <message>
        <source>fibre label</source>
        <translation>成分标签</translation>
    </message>
    <message>
        <source>food contact test report</source>
        <translation>食品接触材料检测报告</translation>
    </message>
    <message>
        <source>photo of the harvest</source>
        <translation>采收照片</translation>
    </message>
    <message>
        <source>importer&apos;s record</source>
        <translation>进口商备案</translation>
    </message>
    <message>
        <source>list of ingredients</source>
        <translation>配料表</translation>
    </message>
    <message>
        <source>laboratory report on antibiotics</source>
        <translation>抗生素检测报告</translation>
    </message>
    <message>
        <source>laboratory report on sugar</source>
        <translation>糖分检测报告</translation>
    </message>
    <message>
        <source>number of the licence</source>
        <translation>许可证编号</translation>
    </message>
    <message>
        <source>date of milling</source>
        <translation>碾米日期</translation>
    </message>
    <message>
        <source>nutrition table</source>
        <translation>营养成分表</translation>
    </message>
    <message>
        <source>pesticide report</source>
        <translation>农残检测报告</translation>
    </message>
    <message>
        <source>date of picking</source>
        <translation>采摘日期</translation>
    </message>
    <message>
        <source>dates of picking</source>
        <translation>采摘日期记录</translation>
    </message>
    <message>
        <source>producer&apos;s label</source>
        <translation>生产者标签</translation>
    </message>
    <message>
        <source>film of the stitching</source>
        <translation>缝制视频</translation>
    </message>
    <message>
        <source>supply contract</source>
        <translation>供货合同</translation>
    </message>
    <message>
        <source>tasting note</source>
        <translation>品鉴记录</translation>
    </message>
    <message>
        <source>label of the tea&apos;s class</source>
        <translation>茶类标签</translation>
    </message>
    <message>
        <source>test report</source>
        <translation>检测报告</translation>
    </message>
</context>
<context>
    <name>ErasingDialog</name>
    <message>
        <source>Erasing</source>
        <translation>正在删除</translation>
    </message>
    <message>
        <source>Erasing {name}</source>
        <translation>正在删除 {name}</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>凭证</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Searching the data folder for the name …</source>
        <translation>正在数据文件夹中查找姓名……</translation>
    </message>
    <message>
        <source>Taking everything out …</source>
        <translation>正在删除全部内容……</translation>
    </message>
    <message>
        <source>Rewriting the database, and searching every byte of the folder again …</source>
        <translation>正在重写数据库，并再次逐字节查找……</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Erased; the same letters stand elsewhere</source>
        <translation>已删除；同样的字还出现在别处</translation>
    </message>
    <message>
        <source>The receipt is kept as {file}.</source>
        <translation>凭证存为 {file}。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>From {begin} to {end}</source>
        <translation>{begin} 至 {end}</translation>
    </message>
    <message>
        <source>What was theirs, before → after:</source>
        <translation>此人的数据，删除前 → 删除后：</translation>
    </message>
    <message>
        <source>Recordings of others with this person as second host: {count}</source>
        <translation>此人任搭档主播的他人录像：{count}</translation>
    </message>
    <message>
        <source>Older copies of the database: {count}</source>
        <translation>旧的数据库副本：{count}</translation>
    </message>
    <message>
        <source>The name in the folder&apos;s bytes: {before} → {after} ({files} files, {bytes} bytes searched)</source>
        <translation>文件夹字节中的姓名：{before} → {after}（查了 {files} 个文件，{bytes} 字节）</translation>
    </message>
    <message>
        <source>The same letters were said or written in sessions of others: {sessions}</source>
        <translation>同样的字在别人的场次里说过或写过：{sessions}</translation>
    </message>
    <message>
        <source>sessions</source>
        <translation>场次</translation>
    </message>
    <message>
        <source>events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>phrases</source>
        <translation>语句</translation>
    </message>
    <message>
        <source>index entries</source>
        <translation>索引条目</translation>
    </message>
    <message>
        <source>scorecards</source>
        <translation>评分表</translation>
    </message>
    <message>
        <source>instructors&apos; words</source>
        <translation>教师的话</translation>
    </message>
    <message>
        <source>notes among them</source>
        <translation>其中批注</translation>
    </message>
    <message>
        <source>drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>consents</source>
        <translation>同意书</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>other rows</source>
        <translation>其他记录</translation>
    </message>
    <message>
        <source>files</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>EvidenceBar</name>
    <message>
        <source>Criterion the evidence is for</source>
        <translation>证据所属评分项</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation>添加证据</translation>
    </message>
    <message>
        <source>Let it go</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Evidence begins at {time}. Play on; E ends it.</source>
        <translation>证据从 {time} 开始。继续播放，按 E 结束。</translation>
    </message>
    <message>
        <source>Evidence {start} to {end}: {quote}</source>
        <translation>证据 {start} 至 {end}：{quote}</translation>
    </message>
    <message>
        <source>Evidence {start} to {end}</source>
        <translation>证据 {start} 至 {end}</translation>
    </message>
</context>
<context>
    <name>EvidenceLinks</name>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>还有 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Play from {time}: {quote}</source>
        <translation>从 {time} 播放：{quote}</translation>
    </message>
    <message>
        <source>Play from {time}</source>
        <translation>从 {time} 播放</translation>
    </message>
</context>
<context>
    <name>EvidenceView</name>
    <message>
        <source>Evidence</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Evidence: {name}</source>
        <translation>依据：{name}</translation>
    </message>
    <message>
        <source>level {level}</source>
        <translation>{level} 级</translation>
    </message>
    <message>
        <source>No criterion below level 3.</source>
        <translation>没有低于 3 级的项目。</translation>
    </message>
    <message>
        <source>(no words)</source>
        <translation>（没有原话）</translation>
    </message>
    <message>
        <source>Nothing to point at: open the session.</source>
        <translation>没有可指的时刻：请打开这一场。</translation>
    </message>
    <message>
        <source>missing: {what}</source>
        <translation>缺少：{what}</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>What to export</source>
        <translation>导出什么</translation>
    </message>
    <message>
        <source>Pictures from the recording</source>
        <translation>带录像画面</translation>
    </message>
    <message>
        <source>The whole transcript</source>
        <translation>带逐句字幕</translation>
    </message>
    <message>
        <source>With the trainee&apos;s name</source>
        <translation>写上学员姓名</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Language of the report</source>
        <translation>报告语言</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>Seconds before and after</source>
        <translation>前后各留几秒</translation>
    </message>
    <message>
        <source>Which sessions</source>
        <translation>哪些场次</translation>
    </message>
    <message>
        <source>Address that all names begin with</source>
        <translation>所有名称开头的网址</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>There is no folder {folder}: choose another one.</source>
        <translation>没有文件夹 {folder}，请另选一个。</translation>
    </message>
    <message>
        <source>Replace the file?</source>
        <translation>替换这个文件？</translation>
    </message>
    <message>
        <source>{file} is there already.</source>
        <translation>{file} 已经存在。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留原文件</translation>
    </message>
    <message>
        <source>Report for the trainee</source>
        <translation>给学员的报告</translation>
    </message>
    <message>
        <source>Report for the instructor</source>
        <translation>给教师的报告</translation>
    </message>
    <message>
        <source>Report on the class</source>
        <translation>班级报告</translation>
    </message>
    <message>
        <source>Table for a spreadsheet</source>
        <translation>表格（CSV）</translation>
    </message>
    <message>
        <source>Captions (SRT)</source>
        <translation>字幕（SRT）</translation>
    </message>
    <message>
        <source>Captions (WebVTT)</source>
        <translation>字幕（WebVTT）</translation>
    </message>
    <message>
        <source>Film with chat and cards</source>
        <translation>带弹幕和商品卡的视频</translation>
    </message>
    <message>
        <source>Clip of a moment</source>
        <translation>一个时刻的片段</translation>
    </message>
    <message>
        <source>Statements (xAPI)</source>
        <translation>学习记录（xAPI）</translation>
    </message>
    <message>
        <source>Everything as JSON</source>
        <translation>全部数据（JSON）</translation>
    </message>
    <message>
        <source>One page: what went well and three things to do next. Then the details.</source>
        <translation>一页：做得好的，接下来做的三件事；后面是明细。</translation>
    </message>
    <message>
        <source>Every criterion with its evidence, formula, levels and who gave them, and when.</source>
        <translation>每个评分项的依据、公式、等级，谁在什么时候给的。</translation>
    </message>
    <message>
        <source>Levels by criterion, what the class gets wrong as a whole, who needs what. By name.</source>
        <translation>每项的等级分布、全班共同的问题、谁需要什么。写有姓名。</translation>
    </message>
    <message>
        <source>Marks, evidence, words, comments and findings with their seconds, for Excel and others.</source>
        <translation>评分、依据、说的话、评论和识别结果，带秒数，供 Excel 等打开。</translation>
    </message>
    <message>
        <source>The host&apos;s words with their times, for video players.</source>
        <translation>主播说的话和时间，供播放器使用。</translation>
    </message>
    <message>
        <source>The host&apos;s words with their times, for web pages.</source>
        <translation>主播说的话和时间，供网页使用。</translation>
    </message>
    <message>
        <source>The recording with chat, product card and captions as viewers saw them.</source>
        <translation>录像配上弹幕、商品卡和字幕，和观众看到的一样。</translation>
    </message>
    <message>
        <source>The same, of one moment: the picture begins and ends exactly there.</source>
        <translation>同样的视频，只要一个时刻：从哪一帧开始、到哪一帧结束，分毫不差。</translation>
    </message>
    <message>
        <source>For a learning system (xAPI 2.0): completed, passed or failed, and each criterion. The trainee stands in it under a made-up name, unless you say otherwise.</source>
        <translation>供学习平台使用（xAPI 2.0）：完成、是否合格、每个评分项。学员用化名，除非另行选择。</translation>
    </message>
    <message>
        <source>Everything known of the session, for programs. With names and all that was said.</source>
        <translation>这一场的全部数据，供其他程序使用。含姓名和所有说过的话。</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>Writing the film</source>
        <translation>正在生成视频</translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation>正在写文件</translation>
    </message>
    <message>
        <source>where the player stands</source>
        <translation>播放器现在的位置</translation>
    </message>
    <message numerus="yes">
        <source>Exam paper {paper}: %n session(s)</source>
        <translation>
            <numerusform>试卷 {paper}：%n 场</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Class {name}: %n session(s)</source>
        <translation>
            <numerusform>班级 {name}：%n 场</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Scenario {scenario}: %n session(s)</source>
        <translation>
            <numerusform>场景 {scenario}：%n 场</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All of this PC: %n session(s)</source>
        <translation>
            <numerusform>本机全部：%n 场</numerusform>
        </translation>
    </message>
    <message>
        <source>This session alone</source>
        <translation>仅这一场</translation>
    </message>
    <message>
        <source>The file is here: {file}</source>
        <translation>文件在这里：{file}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>已导出</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>没有成功</translation>
    </message>
</context>
<context>
    <name>FiguresPanel</name>
    <message>
        <source>Live figures</source>
        <translation>实时大盘</translation>
    </message>
    <message>
        <source>online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>GMV</source>
        <translation>成交额</translation>
    </message>
    <message>
        <source>orders per click</source>
        <translation>点击成交率</translation>
    </message>
    <message>
        <source>dwell</source>
        <translation>人均停留</translation>
    </message>
    <message>
        <source>comments/min</source>
        <translation>评论 / 分</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>提问回应率</translation>
    </message>
    <message>
        <source>Other curves</source>
        <translation>换曲线</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>{rubric} {version} · {engine} ({pairs})</source>
        <translation>{rubric} {version} · {engine}（{pairs} 对）</translation>
    </message>
    <message>
        <source>engine not noted</source>
        <translation>引擎未记录</translation>
    </message>
    <message>
        <source>{rubric} {version} · all engines together</source>
        <translation>{rubric} {version} · 全部引擎合并</translation>
    </message>
    <message>
        <source>all scenarios</source>
        <translation>全部场景</translation>
    </message>
    <message>
        <source>all time</source>
        <translation>全部时间</translation>
    </message>
    <message numerus="yes">
        <source>last %n day(s)</source>
        <translation>
            <numerusform>最近 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>machine and instructors</source>
        <translation>自动与教师</translation>
    </message>
    <message>
        <source>machine and instructors, blind only</source>
        <translation>自动与教师（只看盲评）</translation>
    </message>
    <message>
        <source>two instructors</source>
        <translation>两位教师之间</translation>
    </message>
    <message>
        <source>two instructors, blind only</source>
        <translation>两位教师之间（只看盲评）</translation>
    </message>
    <message>
        <source>Agreement of</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Marked by</source>
        <translation>评分依据</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>场次</translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message>
        <source>instead: {wording}</source>
        <translation>可改说：{wording}</translation>
    </message>
    <message>
        <source>law: {law}</source>
        <translation>依据：{law}</translation>
    </message>
    <message>
        <source>Reason (needed)</source>
        <translation>理由（必填）</translation>
    </message>
    <message>
        <source>Reason for standing or not</source>
        <translation>成立或不成立的理由</translation>
    </message>
    <message>
        <source>It stands</source>
        <translation>成立</translation>
    </message>
    <message>
        <source>Strike it out</source>
        <translation>不成立，剔除</translation>
    </message>
    <message>
        <source>waits for your word</source>
        <translation>待认定</translation>
    </message>
    <message>
        <source>✗ stands</source>
        <translation>✗ 成立</translation>
    </message>
    <message>
        <source>✓ struck out</source>
        <translation>✓ 已剔除</translation>
    </message>
    <message>
        <source>stands</source>
        <translation>成立</translation>
    </message>
    <message>
        <source>struck out</source>
        <translation>不成立，已剔除</translation>
    </message>
    <message>
        <source>{verdict}: {reason} ({instructor}, {when})</source>
        <translation>{verdict}：{reason}（{instructor}，{when}）</translation>
    </message>
</context>
<context>
    <name>FlawList</name>
    <message>
        <source>Mistakes</source>
        <translation>错误</translation>
    </message>
    <message numerus="yes">
        <source>%n mistake(s) to mend</source>
        <translation>
            <numerusform>还有 %n 处要改</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is wrong with it.</source>
        <translation>没有错误。</translation>
    </message>
</context>
<context>
    <name>FormPage</name>
    <message>
        <source>Add one</source>
        <translation>添加一项</translation>
    </message>
    <message>
        <source>About the scenario</source>
        <translation>场景概况</translation>
    </message>
    <message>
        <source>{name} (may be empty)</source>
        <translation>{name}（可不填）</translation>
    </message>
    <message>
        <source>There is one</source>
        <translation>有这一项</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>Formulas</name>
    <message>
        <source>How many of five are heard in the first 60 s of speech: who sells, what is sold, a reason to stay, an invitation, whom it suits.</source>
        <translation>开口后 60 秒内听到五项中的几项：谁在卖、卖什么、留下的理由、邀请互动、适合谁。</translation>
    </message>
    <message>
        <source>Planned product segments as long as planned, give or take 25 %, ÷ all planned.</source>
        <translation>时长与计划相差不超过 25 % 的商品环节 ÷ 全部计划环节。</translation>
    </message>
    <message>
        <source>Time in silences of 4 s or longer, marked demonstrations left out, ÷ time on air.</source>
        <translation>4 秒及以上的静默时间（标记的展示除外）÷ 在播时间。</translation>
    </message>
    <message>
        <source>How many of five: product, price and link said again at least every 8 min; and in the last 120 s recap, after-sales, the next show, thanks.</source>
        <translation>五项中的几项：至少每 8 分钟复述商品、价格和链接；最后 120 秒内总结、售后、下场预告、致谢。</translation>
    </message>
    <message>
        <source>Mandatory facts told ÷ all on the cards of the products presented, by weight.</source>
        <translation>已讲商品中说到的必讲卖点 ÷ 全部必讲卖点，按权重计。</translation>
    </message>
    <message>
        <source>Statements against the fact card, not put right within 60 s, ÷ products presented.</source>
        <translation>与卖点卡相违且 60 秒内没有更正的说法 ÷ 已讲商品数。</translation>
    </message>
    <message>
        <source>Features followed within 20 s by what they do for the buyer ÷ features told.</source>
        <translation>20 秒内接着说明对买家有何好处的特点 ÷ 说到的特点。</translation>
    </message>
    <message>
        <source>Demonstrations shown to the camera (close-up, opened, measured, origin, packing) ÷ products.</source>
        <translation>对镜头做的展示（近景、打开、测量、产地、包装）÷ 商品数。</translation>
    </message>
    <message>
        <source>Questions answered before they expire ÷ questions shown, both by priority.</source>
        <translation>过期前得到回答的提问 ÷ 出现的提问，都按优先级加权。</translation>
    </message>
    <message>
        <source>The median wait from a question to its first answer.</source>
        <translation>从提问到第一次回答的等待时间，取中位数。</translation>
    </message>
    <message>
        <source>Mean share of what an answer must hold, less half for each thing it must not.</source>
        <translation>每次回答说到应答要点的比例，每说一处不该说的减 0.5，取平均。</translation>
    </message>
    <message>
        <source>Mean steps shown of four (acknowledge, state the fact, remedy, follow up), less 2 for a forbidden act.</source>
        <translation>四步（回应、说明事实、补救、跟进）中做到几步的平均，有禁止行为减 2。</translation>
    </message>
    <message>
        <source>Products whose price, unit, coupon and shipping were all told and right ÷ products presented.</source>
        <translation>价格、规格、优惠和运费都说到且正确的商品 ÷ 已讲商品。</translation>
    </message>
    <message>
        <source>Invitations that name the link or the steps, per 10 min on air; within 20 s they count once.</source>
        <translation>说明链接或步骤的下单邀请，每 10 分钟次数；20 秒内重复只算一次。</translation>
    </message>
    <message>
        <source>Operations at the desk done in their window ÷ those that were due.</source>
        <translation>按时完成的中控操作 ÷ 应做的操作。</translation>
    </message>
    <message>
        <source>Characters or words ÷ time of speaking, long pauses left out; median of 30 s windows.</source>
        <translation>字数（词数）÷ 说话时间，长停顿除外；取 30 秒窗口的中位数。</translation>
    </message>
    <message>
        <source>Hesitations, and half of the filler words, ÷ minutes of speaking.</source>
        <translation>（迟疑声 + 口头禅的一半）÷ 说话分钟数。</translation>
    </message>
    <message>
        <source>How widely the pitch of the voice varies around its median, in semitones.</source>
        <translation>音高围绕中位数变化的幅度，以半音计。</translation>
    </message>
    <message>
        <source>How many of five hold: speech level, clipping, noise, in the picture, exposure.</source>
        <translation>五项中达标几项：音量、削波、噪声、人在画面、曝光。</translation>
    </message>
    <message>
        <source>An instructor chooses the description that fits.</source>
        <translation>由教师选择相符的描述。</translation>
    </message>
    <message>
        <source>Red lines that an instructor let stand.</source>
        <translation>教师确认成立的红线。</translation>
    </message>
    <message>
        <source>Likely breaches count 1, cautions half: absolute terms, data, additives, health, certificates; per 10 min.</source>
        <translation>疑似违规计 1，提醒计 0.5：绝对化用语、数据、添加剂、健康功效、证书；每 10 分钟。</translation>
    </message>
    <message>
        <source>Statements of former price, scarcity or deadline the shop does not bear out ÷ all such.</source>
        <translation>与店铺情况不符的原价、稀缺、限时说法 ÷ 全部此类说法。</translation>
    </message>
    <message>
        <source>Required disclosures made in time ÷ those required.</source>
        <translation>按时作出的必要告知 ÷ 应作的告知。</translation>
    </message>
    <message>
        <source>Likely breaches count 1, cautions half: disparagement, leading away, staged hardship, insults, privacy.</source>
        <translation>疑似违规计 1，提醒计 0.5：贬低他人、引流站外、卖惨、辱骂、侵犯隐私。</translation>
    </message>
    <message>
        <source>Level {level} is worth {points} points × weight {weight} of 100.</source>
        <translation>{level} 级记 {points} 分 × 权重 {weight}（满 100）。</translation>
    </message>
    <message>
        <source>Measured: {value}.</source>
        <translation>测得 {value}。</translation>
    </message>
    <message>
        <source>Measured: {value}, which is level {level} ({band}).</source>
        <translation>测得 {value}，为 {level} 级（{band}）。</translation>
    </message>
    <message>
        <source>Level {level}: {band}.</source>
        <translation>{level} 级：{band}。</translation>
    </message>
    <message>
        <source> or </source>
        <translation>或</translation>
    </message>
    <message>
        <source>none</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>any</source>
        <translation>有即是</translation>
    </message>
    <message>
        <source>under {high}</source>
        <translation>不到 {high}</translation>
    </message>
    <message>
        <source>{low} and more</source>
        <translation>{low} 及以上</translation>
    </message>
    <message>
        <source>{low} to under {high}</source>
        <translation>{low} 至不到 {high}</translation>
    </message>
</context>
<context>
    <name>Gate</name>
    <message>
        <source>Preparation</source>
        <translation>备考</translation>
    </message>
    <message>
        <source>Begin the preparation</source>
        <translation>开始备考</translation>
    </message>
    <message>
        <source>The fact cards stay closed until your preparation begins. You then have {time}. Check camera, microphone and the rest first: that takes none of it.</source>
        <translation>备考开始前看不到卖点卡。开始后你有 {time}。请先检查摄像头、麦克风等：这些不占备考时间。</translation>
    </message>
    <message>
        <source>The preparation is over. Go live now.</source>
        <translation>备考时间已到，请开播。</translation>
    </message>
</context>
<context>
    <name>HeardView</name>
    <message>
        <source>What was said</source>
        <translation>字幕</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>变化</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Marking scheme</source>
        <translation>评分标准</translation>
    </message>
    <message>
        <source>version {version}</source>
        <translation>版本 {version}</translation>
    </message>
    <message>
        <source>Check and go live</source>
        <translation>检查并开播</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>导览</translation>
    </message>
    <message>
        <source>{name} has sat this paper already. For a retake, choose it or ask for another number.</source>
        <translation>{name} 已经考过这份试卷。补考请选择“补考”，或另要一个试卷号。</translation>
    </message>
</context>
<context>
    <name>Hook</name>
    <message>
        <source>Something went wrong</source>
        <translation>出了点问题</translation>
    </message>
    <message>
        <source>An error occurred that we did not foresee. What was recorded so far is kept. You can go on.</source>
        <translation>发生了意料之外的错误。已录下的内容都已保留，可以继续。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>For the log: {name}</source>
        <translation>日志编号：{name}</translation>
    </message>
</context>
<context>
    <name>HostSide</name>
    <message>
        <source>Teleprompter</source>
        <translation>提词器</translation>
    </message>
    <message>
        <source>Read questions</source>
        <translation>读出提问</translation>
    </message>
    <message>
        <source>The computer is busy: the picture is recorded more simply from here on ({quality}).</source>
        <translation>电脑太忙：从现在起录像画质降低（{quality}）。</translation>
    </message>
    <message>
        <source>Teleprompter · my script</source>
        <translation>提词器 · 我的稿子</translation>
    </message>
    <message>
        <source>Teleprompter · plan and cues</source>
        <translation>提词器 · 流程和卖点</translation>
    </message>
    <message>
        <source>This computer has no voice to read with.</source>
        <translation>这台电脑没有可以朗读的语音。</translation>
    </message>
    <message>
        <source>Wear headphones: else the microphone hears what is read.</source>
        <translation>请戴耳机：不然话筒会听到朗读的声音。</translation>
    </message>
    <message>
        <source>The voice of this computer does not work, or does not speak this language.</source>
        <translation>这台电脑的语音不能用，或者不会说这种语言。</translation>
    </message>
    <message numerus="yes">
        <source>The captions are %n s behind: the computer is busy.</source>
        <translation>
            <numerusform>字幕落后 %n 秒：电脑忙不过来。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IncidentPanel</name>
    <message>
        <source>You chose: {choice}</source>
        <translation>你选了：{choice}</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>突发</translation>
    </message>
    <message>
        <source>Incident · deal with it within {time}</source>
        <translation>突发 · {time} 内处置</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>还有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Dealt with.</source>
        <translation>已处置。</translation>
    </message>
    <message>
        <source>That made it worse.</source>
        <translation>这样更糟了。</translation>
    </message>
    <message>
        <source>Not dealt with in time.</source>
        <translation>没有及时处置。</translation>
    </message>
    <message>
        <source>It goes on.</source>
        <translation>情况没有变化。</translation>
    </message>
</context>
<context>
    <name>Installing</name>
    <message>
        <source>Which models there are:</source>
        <translation>有哪些模型：</translation>
    </message>
    <message>
        <source>Fetch and install one (about 40 MB):</source>
        <translation>下载并安装一个（约 40 MB）：</translation>
    </message>
    <message>
        <source>Without a network, from a USB stick:</source>
        <translation>没有网络时，从 U 盘安装：</translation>
    </message>
    <message>
        <source>How to get captions</source>
        <translation>怎样装字幕识别</translation>
    </message>
    <message>
        <source>Ask whoever looks after this PC, or type one of these commands in a terminal, then start Bolian again. You can also go on without: the session is recorded, but viewers do not answer to what you say.</source>
        <translation>请找管理这台电脑的老师，或者在终端里输入下面的命令，再重新启动播练。也可以不装就继续：照样录像，但观众不会回应你说的话。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Judging</name>
    <message>
        <source>You stand by this score: {total}. It is fixed and sealed; what is said later has to be signed anew, and every signed version stays.</source>
        <translation>您对这个成绩负责：{total}。签名后成绩固定并封签；之后的改动须重新签名，每个签名版本都会保留。</translation>
    </message>
    <message>
        <source>Confirm the score and sign?</source>
        <translation>确认评分并签名？</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>先不开播</translation>
    </message>
    <message numerus="yes">
        <source>%n likely breach(es) still wait for your word.</source>
        <translation>
            <numerusform>还有 %n 处疑似违规待您认定。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeepingPanel</name>
    <message>
        <source>How long sessions are kept</source>
        <translation>场次保留多久</translation>
    </message>
    <message>
        <source>until they are erased by hand</source>
        <translation>直到手动删除</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Trainees are told this period when they are asked whether they may be recorded. A longer one is asked for anew; a shorter one holds at once. What has expired is listed when the program starts, and erased only once you confirm.</source>
        <translation>询问学员是否同意录制时会告知这个期限。改长要重新征得同意；改短立即生效。到期的场次在程序启动时列出，经你确认后才会删除。</translation>
    </message>
</context>
<context>
    <name>KeepingView</name>
    <message>
        <source>How long exam sessions are kept</source>
        <translation>考试场次保留多久</translation>
    </message>
    <message>
        <source>Keep transcript and marks when the recording goes</source>
        <translation>删除录像时保留字幕和评分</translation>
    </message>
    <message>
        <source>Erase what is due …</source>
        <translation>删除到期内容……</translation>
    </message>
    <message>
        <source>Sessions that are due</source>
        <translation>到期的场次</translation>
    </message>
    <message>
        <source>Exams and marks</source>
        <translation>考试与评分</translation>
    </message>
    <message>
        <source>Exam sessions</source>
        <translation>考试场次</translation>
    </message>
    <message>
        <source>Trainees are told both when they are asked. Whoever was told that everything goes is kept that word. A session held while an appeal is open is never erased (“People”).</source>
        <translation>征求同意时会告诉学员这两项。当时告知会全部删除的，到期仍全部删除。申诉期间保留的场次不会被删除（见“人员”）。</translation>
    </message>
    <message>
        <source>Due now</source>
        <translation>现已到期</translation>
    </message>
    <message>
        <source>as long as the others</source>
        <translation>与其他场次相同</translation>
    </message>
    <message>
        <source>until they are erased by hand</source>
        <translation>直到手动删除</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>the recording</source>
        <translation>仅录像</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>held while an appeal is open: stays</source>
        <translation>申诉期间保留，不删</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>……另有 %n 场</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) were to be kept no longer.</source>
        <translation>
            <numerusform>%n 场已过保留期限。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is due by the rules to the left.</source>
        <translation>按左边的规则，没有到期的内容。</translation>
    </message>
    <message>
        <source>Erase what is due?</source>
        <translation>删除到期内容？</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s): what is listed goes for good.</source>
        <translation>
            <numerusform>%n 场：所列内容将永久删除。</numerusform>
        </translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Erasing …</source>
        <translation>正在删除……</translation>
    </message>
</context>
<context>
    <name>KeyMoments</name>
    <message>
        <source>Price told wrong</source>
        <translation>报错价</translation>
    </message>
    <message>
        <source>Against the fact card</source>
        <translation>与卖点卡不符</translation>
    </message>
    <message>
        <source>Not answered: {subject}</source>
        <translation>没有回答：{subject}</translation>
    </message>
    <message>
        <source>{seconds} s of silence</source>
        <translation>冷场 {seconds} 秒</translation>
    </message>
    <message>
        <source>Rule broken: {subject}</source>
        <translation>违规：{subject}</translation>
    </message>
    <message>
        <source>Red line: {subject}</source>
        <translation>红线：{subject}</translation>
    </message>
    <message>
        <source>Not borne out: {subject}</source>
        <translation>没有依据：{subject}</translation>
    </message>
    <message>
        <source>Incident missed: {subject}</source>
        <translation>突发没处理：{subject}</translation>
    </message>
    <message>
        <source>Not done at the desk: {subject}</source>
        <translation>中控漏了：{subject}</translation>
    </message>
    <message>
        <source>Missing in the opening</source>
        <translation>开场缺内容</translation>
    </message>
    <message>
        <source>Missing at the close</source>
        <translation>收尾缺内容</translation>
    </message>
    <message>
        <source>Answered well: {subject}</source>
        <translation>答得好：{subject}</translation>
    </message>
    <message>
        <source>Incident solved: {subject}</source>
        <translation>化解突发：{subject}</translation>
    </message>
    <message>
        <source>Shown on camera</source>
        <translation>当场演示</translation>
    </message>
    <message>
        <source>Put right at once</source>
        <translation>当场纠正</translation>
    </message>
    <message>
        <source>bars a pass</source>
        <translation>一票否决</translation>
    </message>
    <message>
        <source>+{points} points</source>
        <translation>+{points} 分</translation>
    </message>
    <message>
        <source>−{points} points</source>
        <translation>−{points} 分</translation>
    </message>
    <message>
        <source>Not heard: {what}</source>
        <translation>没听到：{what}</translation>
    </message>
    <message>
        <source>After “{quote}”</source>
        <translation>在「{quote}」之后</translation>
    </message>
    <message>
        <source>“{quote}”</source>
        <translation>「{quote}」</translation>
    </message>
    <message>
        <source>Gate {gates} stays shut or undecided for it</source>
        <translation>闸门 {gates} 因此关着或未定</translation>
    </message>
    <message>
        <source>{id} level {level}, without it {would}: {formula} points</source>
        <translation>{id} 现为 {level} 级，没有它是 {would} 级：{formula} 分</translation>
    </message>
    <message>
        <source>{id} level {level}, without all {n} like it {would}: {formula} points, of which {part}</source>
        <translation>{id} 现为 {level} 级，{n} 处都没有则为 {would} 级：{formula} 分，这一处占 {part}</translation>
    </message>
    <message>
        <source>{id} level {level} → {would}: {formula} points</source>
        <translation>{id} {level} 级 → {would} 级：{formula} 分</translation>
    </message>
    <message>
        <source>{id} level {level} → {would} with all {n} like it: {formula}, of which {part}</source>
        <translation>{id} {n} 处都做好，{level} 级 → {would} 级：{formula} 分，这一处占 {part}</translation>
    </message>
    <message>
        <source>Do this again.</source>
        <translation>照这样再来。</translation>
    </message>
    <message>
        <source>It was due in these seconds; the run of show has the moment.</source>
        <translation>就该在这几十秒里做，流程单上有。</translation>
    </message>
    <message>
        <source>fact card</source>
        <translation>卖点卡</translation>
    </message>
    <message>
        <source>scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>rule pack</source>
        <translation>规则包</translation>
    </message>
    <message>
        <source>the choice that solves it</source>
        <translation>正确选项</translation>
    </message>
    <message>
        <source>what it takes</source>
        <translation>要说到</translation>
    </message>
    <message>
        <source>true state</source>
        <translation>实际情况</translation>
    </message>
    <message>
        <source>Leave it unsaid: no source gives a wording for it.</source>
        <translation>不说就好：没有现成的说法可用。</translation>
    </message>
    <message>
        <source>Go on with: {words}</source>
        <translation>接着讲：{words}</translation>
    </message>
    <message>
        <source>Instead: {words}</source>
        <translation>改说：{words}</translation>
    </message>
    <message>
        <source>Audience: the model has no ear for this, or never heard it.</source>
        <translation>观众：模型听不懂这个，或当时没听见。</translation>
    </message>
    <message>
        <source>Audience: no difference in orders can be told (80 % {low} to {high}, {n} pairs).</source>
        <translation>观众：看不出订单的差别（80 % 在 {low} 到 {high} 之间，{n} 对）。</translation>
    </message>
    <message>
        <source>Audience: this brought {mean} orders (80 % {low} to {high}).</source>
        <translation>观众：这一处带来 {mean} 单（80 % 在 {low} 到 {high} 之间）。</translation>
    </message>
    <message>
        <source>Audience: had it gone well, {mean} orders (80 % {low} to {high}).</source>
        <translation>观众：做好了会是 {mean} 单（80 % 在 {low} 到 {high} 之间）。</translation>
    </message>
    <message>
        <source>No moment stands out: nothing measured would move the result.</source>
        <translation>没有突出的时刻：测到的都不会改变结果。</translation>
    </message>
    <message>
        <source>pin the product</source>
        <translation>讲解商品</translation>
    </message>
    <message>
        <source>take the card down</source>
        <translation>取消讲解</translation>
    </message>
    <message>
        <source>send the coupon</source>
        <translation>发优惠券</translation>
    </message>
    <message>
        <source>correct the price</source>
        <translation>改正价格</translation>
    </message>
    <message>
        <source>mark it sold out</source>
        <translation>标售罄</translation>
    </message>
    <message>
        <source>pin the answer</source>
        <translation>置顶答复</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>All keys</source>
        <translation>全部按键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>KeyWords</name>
    <message>
        <source>Shelf</source>
        <translation>货架</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Put this product on show, or take it off</source>
        <translation>讲解该商品，或取消讲解</translation>
    </message>
    <message>
        <source>Send the coupon of the product on show</source>
        <translation>发放讲解商品的优惠券</translation>
    </message>
    <message>
        <source>Open a lucky bag</source>
        <translation>开福袋</translation>
    </message>
    <message>
        <source>Start a countdown for the product on show</source>
        <translation>为讲解商品开始倒计时</translation>
    </message>
    <message>
        <source>Change a price, or go back to the list price</source>
        <translation>改价，或恢复原价</translation>
    </message>
    <message>
        <source>Mark a product as sold out</source>
        <translation>标记商品售罄</translation>
    </message>
    <message>
        <source>Put more of a product on sale</source>
        <translation>补货上架</translation>
    </message>
    <message>
        <source>Correct what the counter shows</source>
        <translation>更正显示的库存</translation>
    </message>
    <message>
        <source>Choose an older line of the chat</source>
        <translation>选上一条评论</translation>
    </message>
    <message>
        <source>Choose a newer line of the chat</source>
        <translation>选下一条评论</translation>
    </message>
    <message>
        <source>Put the chosen line on top, else the oldest open question</source>
        <translation>置顶所选评论；未选时置顶最早的待回答提问</translation>
    </message>
    <message>
        <source>Take the line on top away</source>
        <translation>取消置顶</translation>
    </message>
    <message>
        <source>Mute whoever wrote the chosen line</source>
        <translation>禁言所选评论的观众</translation>
    </message>
    <message>
        <source>Have questions read aloud, or stop it</source>
        <translation>朗读提问，或停止朗读</translation>
    </message>
    <message>
        <source>Take this choice in an incident</source>
        <translation>突发中选择此项</translation>
    </message>
    <message>
        <source>Begin or end a demonstration</source>
        <translation>开始或结束展示</translation>
    </message>
    <message>
        <source>Go on to the next part of the show</source>
        <translation>进入下一环节</translation>
    </message>
    <message>
        <source>Teleprompter on or off</source>
        <translation>提词器开关</translation>
    </message>
    <message>
        <source>Turn the script back</source>
        <translation>提词器向上翻</translation>
    </message>
    <message>
        <source>Turn the script on</source>
        <translation>提词器向下翻</translation>
    </message>
    <message>
        <source>Stop the countdown before going live</source>
        <translation>开播倒计时中止开播</translation>
    </message>
    <message>
        <source>Draw the next figures as curves</source>
        <translation>换成下一组曲线</translation>
    </message>
    <message>
        <source>Show how the machine is doing</source>
        <translation>查看电脑状况</translation>
    </message>
    <message>
        <source>Calibrate the look into the camera</source>
        <translation>校准注视镜头</translation>
    </message>
    <message>
        <source>Pause, or resume</source>
        <translation>暂停或继续</translation>
    </message>
    <message>
        <source>Go off air and score</source>
        <translation>下播并评分</translation>
    </message>
    <message>
        <source>Show or close this sheet</source>
        <translation>显示或关闭本表</translation>
    </message>
    <message>
        <source>Hand the desk to a second person, or take it back</source>
        <translation>把中控台交给第二人，或收回</translation>
    </message>
    <message>
        <source>Give the desk back to the host</source>
        <translation>把中控台交还主播</translation>
    </message>
    <message>
        <source>Write a line to the host</source>
        <translation>给主播写一句提示</translation>
    </message>
    <message>
        <source>Full screen on or off</source>
        <translation>全屏开关</translation>
    </message>
</context>
<context>
    <name>LaneRows</name>
    <message>
        <source>Viewers</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>成交</translation>
    </message>
    <message>
        <source>Run of show</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>Explained</source>
        <translation>讲解</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>弹幕</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>语音</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>语速</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>响度</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>人脸</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>违规</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>突发</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>电脑</translation>
    </message>
</context>
<context>
    <name>LaneWords</name>
    <message numerus="yes">
        <source>%n viewer(s) online</source>
        <translation>
            <numerusform>%n 人在线</numerusform>
        </translation>
    </message>
    <message>
        <source>{amount} sold so far</source>
        <translation>已成交 {amount}</translation>
    </message>
    <message>
        <source>shown on camera</source>
        <translation>镜头前展示</translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) in {seconds} s</source>
        <translation>
            <numerusform>{seconds} 秒内 %n 条评论</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) never answered</source>
        <translation>
            <numerusform>%n 个提问始终没有回应</numerusform>
        </translation>
    </message>
    <message>
        <source>{rate} characters a minute</source>
        <translation>每分钟 {rate} 字</translation>
    </message>
    <message>
        <source>{rate} words a minute</source>
        <translation>每分钟 {rate} 词</translation>
    </message>
    <message>
        <source>silent for {seconds} s</source>
        <translation>停顿 {seconds} s</translation>
    </message>
    <message>
        <source>speaking</source>
        <translation>说话</translation>
    </message>
    <message>
        <source>looking at the camera</source>
        <translation>看着镜头</translation>
    </message>
    <message>
        <source>looking away</source>
        <translation>没看镜头</translation>
    </message>
    <message>
        <source>face in the picture</source>
        <translation>人脸在画面里</translation>
    </message>
    <message>
        <source>no face in the picture</source>
        <translation>画面里没有人脸</translation>
    </message>
    <message>
        <source>something held to the camera</source>
        <translation>有东西举到镜头前</translation>
    </message>
    <message>
        <source>still open at the end</source>
        <translation>结束时仍未处理</translation>
    </message>
    <message>
        <source>dealt with</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>not dealt with</source>
        <translation>未处理</translation>
    </message>
    <message>
        <source>by words</source>
        <translation>口头应对</translation>
    </message>
    <message>
        <source>by a numbered choice</source>
        <translation>按选项</translation>
    </message>
    <message>
        <source>at the control desk</source>
        <translation>中控操作</translation>
    </message>
    <message>
        <source>by answering its comment</source>
        <translation>回应评论</translation>
    </message>
    <message>
        <source>its time ran out</source>
        <translation>时限已过</translation>
    </message>
    <message>
        <source>first right step after {seconds} s</source>
        <translation>{seconds} 秒后迈出对的第一步</translation>
    </message>
    <message>
        <source>no right step</source>
        <translation>没有对的一步</translation>
    </message>
    <message>
        <source>chose: {choice} (that solves it)</source>
        <translation>选了：{choice}（能解决）</translation>
    </message>
    <message>
        <source>chose: {choice} (that changes nothing)</source>
        <translation>选了：{choice}（没有作用）</translation>
    </message>
    <message>
        <source>chose: {choice} (that makes it worse)</source>
        <translation>选了：{choice}（更糟）</translation>
    </message>
    <message>
        <source>{device} was away</source>
        <translation>{device}断开</translation>
    </message>
    <message>
        <source>{fps} pictures a second</source>
        <translation>每秒 {fps} 幅画面</translation>
    </message>
    <message numerus="yes">
        <source>%n dropped</source>
        <translation>
            <numerusform>丢 %n 幅</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s) in the sound</source>
        <translation>
            <numerusform>%n 处声音缺口</numerusform>
        </translation>
    </message>
    <message>
        <source>captions within {seconds} s</source>
        <translation>字幕在 {seconds} 秒内</translation>
    </message>
    <message>
        <source>{cores} cores in use</source>
        <translation>占用 {cores} 核</translation>
    </message>
</context>
<context>
    <name>LevelDots</name>
    <message>
        <source>level {level} of {levels}</source>
        <translation>{levels} 级中的第 {level} 级</translation>
    </message>
    <message>
        <source>level {level} of {levels}, only proposed</source>
        <translation>{level} 级，满级 {levels} 级，只是建议</translation>
    </message>
    <message>
        <source>no level</source>
        <translation>没有等级</translation>
    </message>
</context>
<context>
    <name>LevelEditor</name>
    <message>
        <source>Instructor&apos;s level</source>
        <translation>教师改为</translation>
    </message>
    <message>
        <source>Level {level}: {name}</source>
        <translation>{level} 级：{name}</translation>
    </message>
    <message>
        <source>Reason (needed)</source>
        <translation>理由（必填）</translation>
    </message>
    <message>
        <source>Reason for the level</source>
        <translation>评定理由</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>{level}: {reason} ({instructor}, {when})</source>
        <translation>{level} 级：{reason}（{instructor}，{when}）</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>earlier {word}</source>
        <translation>此前 {word}</translation>
    </message>
</context>
<context>
    <name>LevelGrid</name>
    <message>
        <source>Pairs by level: {one} down, {other} across</source>
        <translation>按等级的对数：纵为{one}，横为{other}</translation>
    </message>
    <message>
        <source>{one} {first}, {other} {second}: {count}</source>
        <translation>{one} {first}，{other} {second}：{count} 对</translation>
    </message>
</context>
<context>
    <name>LevelsAndGates</name>
    <message>
        <source>Levels and gates</source>
        <translation>等级与门槛</translation>
    </message>
    <message>
        <source>{gate}: what it looks at ({criterion}) is switched off</source>
        <translation>{gate}：它所看的 {criterion} 已停用</translation>
    </message>
    <message>
        <source>Levels: what they are called, and the points they are worth</source>
        <translation>等级：名称与分值</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Name of level {level}, {language}</source>
        <translation>{level} 级的名称（{language}）</translation>
    </message>
    <message>
        <source>Points of level {level}</source>
        <translation>{level} 级的分值</translation>
    </message>
    <message>
        <source>Gates: what bars a pass whatever the total</source>
        <translation>门槛：不论总分多少，不达到就不合格</translation>
    </message>
    <message>
        <source>Gate {gate} in force</source>
        <translation>门槛 {gate} 生效</translation>
    </message>
    <message>
        <source>Limit of gate {gate}</source>
        <translation>门槛 {gate} 的下限</translation>
    </message>
</context>
<context>
    <name>LineDelegate</name>
    <message>
        <source>muted</source>
        <translation>已禁言</translation>
    </message>
    <message>
        <source>on top</source>
        <translation>已置顶</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待回答</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已回应</translation>
    </message>
</context>
<context>
    <name>Looks</name>
    <message>
        <source>Screen</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Language of the screen</source>
        <translation>界面语言</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Text {percent}%</source>
        <translation>文字 {percent}%</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>Full motion</source>
        <translation>动画全开</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>减少动画</translation>
    </message>
    <message>
        <source>Less motion: toasts do not slide, hearts do not rise, the tour does not glide</source>
        <translation>减少动画：提示不滑入，点赞爱心不飘，导览不滑动</translation>
    </message>
</context>
<context>
    <name>MachineStep</name>
    <message>
        <source>What this PC can carry</source>
        <translation>这台电脑能做到什么</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Processor and recording quality</source>
        <translation>处理器与录制画质</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>重新测量</translation>
    </message>
    <message>
        <source>{size} GB free</source>
        <translation>剩余 {size} GB</translation>
    </message>
    <message>
        <source>Too little: no recording is begun under 1 GB. Make room, or go unrecorded.</source>
        <translation>太少：不足 1 GB 时不会开始录制。请清理空间，或选择不录制。</translation>
    </message>
    <message>
        <source>Little: the recording may have to end early. Make room.</source>
        <translation>偏少：录制可能会提前结束。请清理空间。</translation>
    </message>
    <message>
        <source>Enough for the session.</source>
        <translation>够本场使用。</translation>
    </message>
    <message>
        <source>The disk is full: make room.</source>
        <translation>磁盘已满：请清理空间。</translation>
    </message>
    <message>
        <source>Under 1 GB no recording is begun: choose to go unrecorded, or going live is refused.</source>
        <translation>不足 1 GB 时不会开始录制：请选择不录制，否则无法开播。</translation>
    </message>
    <message>
        <source>Measuring the processor …</source>
        <translation>正在测量处理器……</translation>
    </message>
    <message>
        <source>Under 2 GB free: make room.</source>
        <translation>剩余不足 2 GB：请清理空间。</translation>
    </message>
    <message>
        <source>The recording may end before the session does.</source>
        <translation>录制可能会先于本场结束。</translation>
    </message>
    <message>
        <source>The processor is weak or busy: close other programs, measure again.</source>
        <translation>处理器太弱或太忙：请关闭其他程序，再重新测量。</translation>
    </message>
    <message>
        <source>Pictures may be dropped from the recording; sound is not.</source>
        <translation>录像可能会丢画面，声音不会丢。</translation>
    </message>
    <message>
        <source>Disk and processor are fine.</source>
        <translation>磁盘和处理器都没问题。</translation>
    </message>
    <message>
        <source>Measuring …</source>
        <translation>正在测量……</translation>
    </message>
    <message>
        <source>Not measured</source>
        <translation>尚未测量</translation>
    </message>
    <message>
        <source>Measure again, or go live: it is then measured first.</source>
        <translation>请重新测量，或直接开播：届时会先测量。</translation>
    </message>
    <message>
        <source>The best quality within bounds: one picture takes {cost} ms of the processor, {budget} ms are allowed, so that picture, sound and audience run smoothly beside it.</source>
        <translation>限度内的最好画质：每幅画面占用处理器 {cost} 毫秒，限度是 {budget} 毫秒，画面、声音和观众才能同时流畅运行。</translation>
    </message>
    <message>
        <source>The smallest quality: one picture takes {cost} ms of the processor, more than the {budget} ms allowed. Pictures may be dropped; sound is not. Close other programs and measure again.</source>
        <translation>已是最低画质：每幅画面占用处理器 {cost} 毫秒，超过限度 {budget} 毫秒。可能会丢画面，声音不会丢。请关闭其他程序，再重新测量。</translation>
    </message>
    <message>
        <source>Measured with noisy pictures, best first: {tried}</source>
        <translation>用带噪点的画面测得，从好到差：{tried}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Bolian: rehearse live selling</source>
        <translation>播练：直播销售练习</translation>
    </message>
    <message>
        <source>Rubric</source>
        <translation>评分项与区间</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>可信度</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Keeping</source>
        <translation>保留期限</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>班级</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>没有成功</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The time of keeping is over</source>
        <translation>保留期限已到</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) were to be kept no longer. Erase them with recording and marks?</source>
        <translation>
            <numerusform>有 %n 场已到保留期限。要连同录像和评分一起删除吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>Erase them</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不删除</translation>
    </message>
    <message>
        <source>You are on air</source>
        <translation>正在直播</translation>
    </message>
    <message>
        <source>Closing ends the stream. It is kept, and can be scored at the next start.</source>
        <translation>关闭窗口会结束直播。本场会保留，下次启动时可以评分。</translation>
    </message>
    <message>
        <source>End and close</source>
        <translation>结束并关闭</translation>
    </message>
    <message>
        <source>Stay on air</source>
        <translation>继续直播</translation>
    </message>
</context>
<context>
    <name>MarkingSchemePage</name>
    <message>
        <source>Marking scheme</source>
        <translation>评分标准</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>Delete the spoken note?</source>
        <translation>删除这条语音批注？</translation>
    </message>
    <message>
        <source>Its sound is deleted for good. That there was a note, and who deleted it when, stays.</source>
        <translation>声音将永久删除。曾有这条批注、谁在何时删除，会保留。</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Changed by hand after it was signed: {what}. This result cannot be relied on.</source>
        <translation>签名后被人为改动：{what}。此成绩不可信。</translation>
    </message>
    <message>
        <source>Sealed at another centre</source>
        <translation>由其他中心封签</translation>
    </message>
    <message>
        <source>Signed versions</source>
        <translation>签名版本</translation>
    </message>
    <message>
        <source>Who signed what, what led to it, and whether it is still as it was signed.</source>
        <translation>谁签了什么，依据是什么，是否仍与签名时一致。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>MomentCard</name>
    <message>
        <source>Moment {number}, at {time}: {name}, {worth}</source>
        <translation>时刻 {number}，{time}：{name}，{worth}</translation>
    </message>
</context>
<context>
    <name>MomentCounts</name>
    <message numerus="yes">
        <source>−%n viewer(s)</source>
        <translation>
            <numerusform>−%n 位观众</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{quote}” and %n more like it</source>
        <translation>
            <numerusform>「{quote}」等，另有 %n 人同问</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n viewer(s) left or gave up because of it</source>
        <translation>
            <numerusform>%n 位观众因此离开或不再等</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) name it as their cause</source>
        <translation>
            <numerusform>%n 单写明由此而来</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chosen from %n moment(s) by rule: what the total would gain had this gone well, by the rubric&apos;s formulas (or its part of what all of its kind would); a gate first, then points, then viewers lost. The third is the strongest that went well, from half a point.</source>
        <translation>
            <numerusform>从 %n 个时刻里按规则选出：按评分标准的公式，这一刻做好了总分会多几分（或同类都做好时它占的那份）；先看闸门，再看分数，再看走掉的观众。第三个是做得好的最强一个，至少半分。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MomentStrip</name>
    <message>
        <source>Three moments</source>
        <translation>三个时刻</translation>
    </message>
    <message>
        <source>Looking for the three moments …</source>
        <translation>正在找三个时刻……</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>More</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>Show less of the three moments</source>
        <translation>收起三个时刻</translation>
    </message>
    <message>
        <source>Show more of the three moments</source>
        <translation>展开三个时刻</translation>
    </message>
</context>
<context>
    <name>MoveModel</name>
    <message>
        <source>take {number}</source>
        <translation>第 {number} 次</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Instructor</source>
        <translation>教师</translation>
    </message>
    <message>
        <source>Who judges?</source>
        <translation>由谁评定？</translation>
    </message>
    <message>
        <source>Your name stands beside every level, note and signature. It is kept on this PC.</source>
        <translation>每个等级、批注和签名旁都会写上您的姓名。姓名保存在本机。</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Mark blind from the next session on</source>
        <translation>从下一场起盲评</translation>
    </message>
    <message>
        <source>The machine&apos;s levels, and other instructors&apos;, stay hidden until you have given yours. Only such levels show how far the machine can be trusted.</source>
        <translation>自动等级和其他教师的等级在您给出等级之前不显示。只有这样得到的等级，才能说明自动评分有多可信。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>NewDialog</name>
    <message>
        <source>A new scenario</source>
        <translation>新建场景</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始编写</translation>
    </message>
    <message>
        <source>Language spoken</source>
        <translation>直播语言</translation>
    </message>
    <message>
        <source>Market whose rules hold</source>
        <translation>适用哪个市场的规则</translation>
    </message>
</context>
<context>
    <name>NewerScore</name>
    <message>
        <source>Look at it</source>
        <translation>看看</translation>
    </message>
    <message>
        <source>By version {new}: {after}. Sign to adopt it; until then {before} by version {old} counts.</source>
        <translation>按 {new} 版：{after}。签字即采用；在此之前，仍以 {old} 版的 {before} 为准。</translation>
    </message>
    <message>
        <source>What counts is {before} by version {old}. Scored again since by version {new}: {after}.</source>
        <translation>计入的是 {old} 版的 {before}。之后按 {new} 版重新评分：{after}。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>My notes</source>
        <translation>我的笔记</translation>
    </message>
    <message>
        <source>Nothing was written down in the preparation.</source>
        <translation>备考时没有写下笔记。</translation>
    </message>
</context>
<context>
    <name>NotesView</name>
    <message>
        <source>A note at this moment (N)</source>
        <translation>在此刻加批注（N）</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Speak</source>
        <translation>语音</translation>
    </message>
    <message>
        <source>Speak a note</source>
        <translation>语音批注</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Play the note</source>
        <translation>播放批注</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>No notes yet. Press N to write one at the moment that plays.</source>
        <translation>还没有批注。按 N 在正在播放的时刻写一条。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Add at {time}</source>
        <translation>添加到 {time}</translation>
    </message>
    <message>
        <source>▶ spoken, {time}</source>
        <translation>▶ 语音，{time}</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Finish and score</source>
        <translation>完成并评分</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>The whole recording was heard again, and the session scored by that.</source>
        <translation>整场录像已复听，并据此重新评分。</translation>
    </message>
    <message>
        <source>This session was cut off. All up to its last second is here: finish and score it.</source>
        <translation>这一场意外中断。到最后一秒的内容都在：请完成并评分。</translation>
    </message>
    <message>
        <source>Provisional: by what was heard live. Finish, to score the whole recording.</source>
        <translation>暂定成绩：依据直播时的字幕。完成后按整场录音评分。</translation>
    </message>
    <message>
        <source>Judged by what was heard live; that stands. It was heard again since: see Transcript.</source>
        <translation>教师依据直播字幕作过评定，评定不变；此后又复听过，见“字幕”页。</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>these acts</source>
        <translation>本场做法</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>不说话</translation>
    </message>
    <message>
        <source>novice</source>
        <translation>新手</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>expert</source>
        <translation>高手</translation>
    </message>
    <message>
        <source>{host}: {mean} on average, {low} to {high} in four of five audiences, {orders} orders</source>
        <translation>{host}：平均 {mean}，五批观众里有四批在 {low} 到 {high} 之间，{orders} 单</translation>
    </message>
    <message>
        <source>These acts sell {mean} on average ({low} to {high} in four of five audiences), {mean_orders} orders. This session sold {sales}, {orders} orders.</source>
        <translation>这些做法平均卖 {mean}（五批观众里有四批在 {low} 到 {high} 之间），{mean_orders} 单。本场卖了 {sales}，{orders} 单。</translation>
    </message>
    <message>
        <source>Luck: more than in {luck} of 100 audiences with the same acts; 50 is neither good luck nor bad. From {n} audiences that lies between {low} and {high}.</source>
        <translation>运气：同样的做法，高过 100 批观众中的 {luck} 批；50 就是不好也不坏。只问了 {n} 批，这个数在 {low} 到 {high} 之间。</translation>
    </message>
    <message>
        <source>Skill: before this audience the expert does no better than silence; no score.</source>
        <translation>本事：面对这批观众，高手也不比不说话强，不给分。</translation>
    </message>
    <message>
        <source>Skill: {score} of 100, where silence is 0 and the expert 100, by the logarithm of net sales.</source>
        <translation>本事：{score} 分（满 100），不说话为 0，高手为 100，按净成交额的对数算。</translation>
    </message>
    <message>
        <source>expected of these acts {mean} · luck {luck} of 100</source>
        <translation>这些做法的期望 {mean} · 运气 {luck}/100</translation>
    </message>
    <message>
        <source>Net of refunds these acts come to {net}; answering what each audience asks, as often: {closed}.</source>
        <translation>扣除退款，这些做法是 {net}；若照样多地回答每批观众自己的提问，是 {closed}。</translation>
    </message>
    <message>
        <source>the compiled engine</source>
        <translation>编译引擎</translation>
    </message>
    <message>
        <source>the plain engine</source>
        <translation>普通引擎</translation>
    </message>
    <message>
        <source>{n} audiences for each host, the same for all, in ticks of {tick} s, by {engine}.</source>
        <translation>每个主播面对同样的 {n} 批观众，每拍 {tick} 秒，{engine}。</translation>
    </message>
    <message>
        <source>What words do to sales is the model&apos;s assumption, not measured on a platform.</source>
        <translation>话语对成交的作用是模型的假定，不是平台实测。</translation>
    </message>
    <message>
        <source>How many come and what they are like is a teaching choice.</source>
        <translation>来多少人、什么样的人，是教学设定。</translation>
    </message>
    <message>
        <source>The host goes on as in the log, though another audience would ask other things.</source>
        <translation>主播其余言行照原样，尽管换一批观众会问别的。</translation>
    </message>
    <message>
        <source>A host who answers what each audience asks would do more than a tenth better or worse.</source>
        <translation>若按每批观众自己的提问来答，结果会相差一成以上。</translation>
    </message>
    <message>
        <source>The session has no answers to tell a way of answering from, so none was played.</source>
        <translation>本场没有可参照的回答，没有另按提问重演。</translation>
    </message>
    <message>
        <source>Goods ran out: doing better need not have sold more.</source>
        <translation>货卖完了：做得更好也未必卖得更多。</translation>
    </message>
    <message>
        <source>Played in longer steps than live, on all sides alike: one to three in a hundred orders fewer.</source>
        <translation>每拍比直播时长，各方一样：订单约少百分之一到三。</translation>
    </message>
    <message>
        <source>One audience only: the session&apos;s own.</source>
        <translation>只有一批观众：本场自己的。</translation>
    </message>
    <message>
        <source>The moments were played before other audiences from the start, not from this room as it was then.</source>
        <translation>三个时刻是从头面对别的观众演的，不是从本场当时的直播间接着演。</translation>
    </message>
    <message>
        <source>The host goes on as in the last minute.</source>
        <translation>主播照最近一分钟的样子继续。</translation>
    </message>
</context>
<context>
    <name>OutcomeChart</name>
    <message>
        <source>this session {amount}</source>
        <translation>本场 {amount}</translation>
    </message>
</context>
<context>
    <name>OutcomeView</name>
    <message>
        <source>Skill and luck</source>
        <translation>本事与运气</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Work it out</source>
        <translation>开始推演</translation>
    </message>
    <message>
        <source>Had the moments gone otherwise</source>
        <translation>如果那三个时刻换个做法</translation>
    </message>
    <message>
        <source>More exactly</source>
        <translation>算得更准</translation>
    </message>
    <message>
        <source>Takes up to two minutes; the engine may have to be compiled first.</source>
        <translation>最多两分钟；可能要先编译引擎。</translation>
    </message>
    <message>
        <source>What this rests on</source>
        <translation>这些数字的前提</translation>
    </message>
    <message>
        <source>Not worked out yet.</source>
        <translation>还没有推演。</translation>
    </message>
    <message>
        <source>Playing the same audience to four other hosts …</source>
        <translation>正让同一批观众面对另外四个主播……</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Parts of the scenario</source>
        <translation>场景的各部分</translation>
    </message>
    <message>
        <source>About the scenario</source>
        <translation>场景概况</translation>
    </message>
    <message numerus="yes">
        <source>%n mistake(s)</source>
        <translation>
            <numerusform>%n 处错误</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaceLine</name>
    <message>
        <source>{rate} characters/min</source>
        <translation>语速 {rate} 字/分</translation>
    </message>
    <message>
        <source>{rate} words/min</source>
        <translation>语速 {rate} 词/分</translation>
    </message>
    <message>
        <source>fillers {count}</source>
        <translation>口头禅 {count}</translation>
    </message>
    <message>
        <source>silent for {seconds} s</source>
        <translation>停顿 {seconds} s</translation>
    </message>
</context>
<context>
    <name>PairModel</name>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>PairWords</name>
    <message>
        <source>the machine alone: {total}</source>
        <translation>只按机器：{total}</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总分</translation>
    </message>
    <message>
        <source>✓ passed</source>
        <translation>✓ 合格</translation>
    </message>
    <message>
        <source>✗ not passed</source>
        <translation>✗ 不合格</translation>
    </message>
    <message>
        <source>not decided yet</source>
        <translation>尚未确定</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>The two rubrics measure or cut this otherwise: not comparable.</source>
        <translation>两份评分标准对这一项的测法或分档不同，不能直接比较。</translation>
    </message>
    <message>
        <source>not marked in this session</source>
        <translation>这一场没有评这一项</translation>
    </message>
    <message>
        <source>measured: {value}</source>
        <translation>测得：{value}</translation>
    </message>
    <message>
        <source>machine&apos;s level {level}</source>
        <translation>机器 {level} 级</translation>
    </message>
    <message>
        <source>{name}: level {level}</source>
        <translation>{name}：{level} 级</translation>
    </message>
    <message>
        <source>other cuts</source>
        <translation>分档不同</translation>
    </message>
    <message>
        <source>hidden (blind)</source>
        <translation>盲评，未显示</translation>
    </message>
    <message>
        <source>not the same in both</source>
        <translation>两场不是同一件商品</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Questions of viewers</source>
        <translation>观众的提问</translation>
    </message>
    <message numerus="yes">
        <source>%n asked</source>
        <translation>
            <numerusform>问了 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>没有人问</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>没有讲</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>没有回应</translation>
    </message>
</context>
<context>
    <name>PairsModel</name>
    <message>
        <source>{trainee}, {when}: {levels}, by {instructor}</source>
        <translation>{trainee}，{when}：{levels}，{instructor}评</translation>
    </message>
    <message>
        <source>machine</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>{levels}, blind</source>
        <translation>{levels}（盲评）</translation>
    </message>
</context>
<context>
    <name>PastSessions</name>
    <message>
        <source>Past sessions</source>
        <translation>历史场次</translation>
    </message>
    <message>
        <source>Review queue</source>
        <translation>待评队列</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Begin with your name</source>
        <translation>从姓名开始</translation>
    </message>
    <message>
        <source>Nothing has been rehearsed here yet.</source>
        <translation>这里还没有练习过。</translation>
    </message>
    <message>
        <source>Your sessions will stand here with their scores, and open in the review room.</source>
        <translation>练过的场次会连同得分列在这里，可以进复盘室查看。</translation>
    </message>
    <message>
        <source>Open review</source>
        <translation>打开复盘</translation>
    </message>
    <message>
        <source>Finish and score</source>
        <translation>补完并评分</translation>
    </message>
    <message>
        <source>Erase …</source>
        <translation>清除……</translation>
    </message>
    <message>
        <source>Hearing a recording again: {percent}%</source>
        <translation>正在复听录像：{percent}%</translation>
    </message>
    <message numerus="yes">
        <source>%n more wait(s)</source>
        <translation>
            <numerusform>还有 %n 场等待</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) wait to be heard again</source>
        <translation>
            <numerusform>%n 场录像等待复听</numerusform>
        </translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Hear them now</source>
        <translation>现在复听</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) ended unexpectedly. All up to the last second is here: finish and score it.</source>
        <translation>
            <numerusform>有 %n 场意外中断，内容保留到最后一秒：可以补完并评分。</numerusform>
        </translation>
    </message>
    <message>
        <source>The session of {name}, with its recording, transcript and marks, is removed for good.</source>
        <translation>{name} 的这一场，连同录像、字幕和评分，将被永久清除。</translation>
    </message>
    <message>
        <source>Erase this session?</source>
        <translation>要清除这一场吗？</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>PathChart</name>
    <message>
        <source>Total</source>
        <translation>总分</translation>
    </message>
    <message>
        <source>exam</source>
        <translation>考试</translation>
    </message>
    <message>
        <source>(machine {points})</source>
        <translation>（机器 {points}）</translation>
    </message>
    <message>
        <source>marked by another rubric than the one before: not comparable</source>
        <translation>与前一场的评分标准不同，不能直接比较</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) over time</source>
        <translation>
            <numerusform>历次共 %n 场</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} from {first} to {last}</source>
        <translation>{name}从 {first} 到 {last}</translation>
    </message>
</context>
<context>
    <name>PathPage</name>
    <message>
        <source>Scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Path over time</source>
        <translation>历次变化</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Sessions of the path</source>
        <translation>历次场次</translation>
    </message>
    <message>
        <source>No scored session yet.</source>
        <translation>还没有评过分的场次。</translation>
    </message>
    <message>
        <source>The path begins with the first session that is scored.</source>
        <translation>第一场评分之后，这里就有了起点。</translation>
    </message>
    <message>
        <source>● counts   ○ the machine alone   ◆ exam   ┆ another rubric: not comparable across it</source>
        <translation>● 计入   ○ 只按机器   ◆ 考试   ┆ 换了评分标准：两边不能直接比较</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>场次</translation>
    </message>
    <message>
        <source>Enter opens the session in the review room.</source>
        <translation>按回车在复盘室打开这一场。</translation>
    </message>
    <message>
        <source>all scenarios</source>
        <translation>所有场景</translation>
    </message>
    <message>
        <source>Marked by more than one rubric: points on two sides of a dashed line differ by it.</source>
        <translation>用过不止一份评分标准：虚线两边的分数因此不同。</translation>
    </message>
    <message>
        <source>Scenarios differ in difficulty: choose one to compare like with like.</source>
        <translation>场景难度不同：选定一个场景再比。</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) left out: their rubric is not here.</source>
        <translation>
            <numerusform>%n 场没有计入：这里没有它们的评分标准。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) hidden until they are signed: you mark blind.</source>
        <translation>
            <numerusform>您在盲评，%n 场签名之后才显示。</numerusform>
        </translation>
    </message>
    <message>
        <source>exam</source>
        <translation>考试</translation>
    </message>
    <message numerus="yes">
        <source>%n level(s) by the instructor</source>
        <translation>
            <numerusform>教师给了 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>signed</source>
        <translation>已签名</translation>
    </message>
    <message>
        <source>rubric {version}</source>
        <translation>评分标准 {version}</translation>
    </message>
    <message numerus="yes">
        <source>Taking in older sessions: %n left.</source>
        <translation>
            <numerusform>正在收入以前的场次：还剩 %n 场。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Second host</source>
        <translation>搭档主播</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>At the control desk</source>
        <translation>中控</translation>
    </message>
    <message>
        <source>the host</source>
        <translation>主播自己</translation>
    </message>
    <message>
        <source>Practice or exam</source>
        <translation>练习或考试</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>Exam</source>
        <translation>考试</translation>
    </message>
    <message>
        <source>Which sitting</source>
        <translation>第几次考</translation>
    </message>
    <message>
        <source>First sitting</source>
        <translation>首考</translation>
    </message>
    <message>
        <source>Retake</source>
        <translation>补考</translation>
    </message>
    <message>
        <source>Paper number</source>
        <translation>试卷号</translation>
    </message>
    <message>
        <source>Audience number</source>
        <translation>观众编号</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>The same number brings the same audience</source>
        <translation>同一编号，同样的观众</translation>
    </message>
</context>
<context>
    <name>PeopleView</name>
    <message>
        <source>Search a name</source>
        <translation>查找姓名</translation>
    </message>
    <message>
        <source>Trainees</source>
        <translation>学员</translation>
    </message>
    <message>
        <source>Write out for research …</source>
        <translation>导出研究数据……</translation>
    </message>
    <message>
        <source>Sessions of this trainee</source>
        <translation>该学员的场次</translation>
    </message>
    <message>
        <source>Why it is held (needed)</source>
        <translation>保留原因（必填）</translation>
    </message>
    <message>
        <source>Why it is held</source>
        <translation>保留原因</translation>
    </message>
    <message>
        <source>Hold for an appeal</source>
        <translation>申诉期间保留</translation>
    </message>
    <message>
        <source>The appeal is over</source>
        <translation>申诉已结束</translation>
    </message>
    <message>
        <source>Erase with everything …</source>
        <translation>连同全部数据删除……</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n 场</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is entered here.</source>
        <translation>这里没有学员。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recognised phrase(s)</source>
        <translation>
            <numerusform>%n 句识别文字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scorecard(s)</source>
        <translation>
            <numerusform>%n 份评分表</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) of instructors</source>
        <translation>
            <numerusform>教师的话 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n consent(s)</source>
        <translation>
            <numerusform>%n 份同意书</numerusform>
        </translation>
    </message>
    <message>
        <source>held by {name}: {reason}</source>
        <translation>{name} 保留：{reason}</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) of others in which {name} was the second host go, too.</source>
        <translation>
            <numerusform>{name} 任搭档主播的 %n 份他人录像也一并删除。</numerusform>
        </translation>
    </message>
    <message>
        <source>Erase {name} with everything?</source>
        <translation>删除 {name} 及全部数据？</translation>
    </message>
    <message>
        <source>Recordings, transcripts, marks, notes, consents and exports in the data folder go for good; older copies of the database that hold the name, too. Files copied elsewhere are not reached.</source>
        <translation>数据文件夹里的录像、字幕、评分、批注、同意书和导出文件将永久删除；含此姓名的旧数据库副本也一并删除。拷到别处的文件够不到。</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>A new, empty folder for the research data</source>
        <translation>为研究数据选一个新的空文件夹</translation>
    </message>
    <message>
        <source>Written for research</source>
        <translation>研究数据已导出</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) are in {folder}, with codes in place of names.</source>
        <translation>
            <numerusform>%n 场已写入 {folder}，姓名换成了代号。</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Pseudonymous is not anonymous: README.md there says what cannot be promised.</source>
        <translation>化名不等于匿名：不能保证什么，见其中的 README.md。</translation>
    </message>
</context>
<context>
    <name>Phone</name>
    <message>
        <source>The stream as viewers see it</source>
        <translation>观众看到的直播画面</translation>
    </message>
</context>
<context>
    <name>PhoneState</name>
    <message>
        <source>online {count}</source>
        <translation>在线 {count}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln like(s)</source>
        <translation>
            <numerusform>%Ln 赞</numerusform>
        </translation>
    </message>
    <message>
        <source>● demonstration</source>
        <translation>● 演示中</translation>
    </message>
    <message>
        <source>stuck: viewers see this picture stand still</source>
        <translation>卡住了：观众看到的是静止画面</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new follower(s)</source>
        <translation>
            <numerusform>新增 %Ln 位粉丝</numerusform>
        </translation>
    </message>
    <message>
        <source>+{count} came in</source>
        <translation>+{count} 人进来</translation>
    </message>
    <message>
        <source>lucky bag {time}</source>
        <translation>福袋 {time}</translation>
    </message>
    <message>
        <source>countdown {time}</source>
        <translation>倒计时 {time}</translation>
    </message>
    <message>
        <source>coupon {time}</source>
        <translation>优惠券 {time}</translation>
    </message>
    <message>
        <source>{name} is buying</source>
        <translation>{name} 正在去购买</translation>
    </message>
    <message>
        <source>{name} is buying  ×{count}</source>
        <translation>{name} 正在去购买 ×{count}</translation>
    </message>
    <message>
        <source>sold out</source>
        <translation>售罄</translation>
    </message>
    <message>
        <source>on show · {count} left</source>
        <translation>讲解中 · 库存 {count} 件</translation>
    </message>
    <message>
        <source>Buy</source>
        <translation>去抢购</translation>
    </message>
</context>
<context>
    <name>PhoneTwin</name>
    <message>
        <source>Chat</source>
        <translation>弹幕</translation>
    </message>
    <message>
        <source>No product on show</source>
        <translation>没有讲解中的商品</translation>
    </message>
    <message>
        <source>On show: {product}, {price}, {state}</source>
        <translation>讲解中：{product}，{price}，{state}</translation>
    </message>
    <message>
        <source>No comment chosen</source>
        <translation>没有选中评论</translation>
    </message>
</context>
<context>
    <name>PictureHints</name>
    <message>
        <source>No face in sight: sit before the camera.</source>
        <translation>画面里没有人脸：请坐到镜头前。</translation>
    </message>
    <message>
        <source>Too dark: more light from the front.</source>
        <translation>太暗：从正面多给些光。</translation>
    </message>
    <message>
        <source>Too bright: less light, or away from the window.</source>
        <translation>太亮：减些光，或者离开窗边。</translation>
    </message>
    <message>
        <source>Against the light: turn round, or light your face.</source>
        <translation>逆光：换个方向，或者给脸补光。</translation>
    </message>
    <message>
        <source>Far away: come closer.</source>
        <translation>离得太远：靠近一些。</translation>
    </message>
    <message>
        <source>Very close: leave room to show the goods.</source>
        <translation>离得太近：给展示商品留些地方。</translation>
    </message>
    <message>
        <source>Partly cut off: viewers see the middle only.</source>
        <translation>有一部分被裁掉：观众只看得到中间。</translation>
    </message>
    <message>
        <source>Light and place are good.</source>
        <translation>光线和位置都好。</translation>
    </message>
</context>
<context>
    <name>PictureStrip</name>
    <message>
        <source>Pictures around the clap</source>
        <translation>拍手前后的画面</translation>
    </message>
    <message>
        <source>{ms} ms after the sound</source>
        <translation>比声音晚 {ms} 毫秒</translation>
    </message>
    <message>
        <source>{ms} ms</source>
        <translation>{ms} 毫秒</translation>
    </message>
</context>
<context>
    <name>PlannerStep</name>
    <message>
        <source>Plan your run of show</source>
        <translation>安排流程</translation>
    </message>
    <message>
        <source>Move parts, change how long they are and what they are about. You are marked by your plan.</source>
        <translation>可以调整环节的次序、时长和商品。评分按你的流程来。</translation>
    </message>
    <message>
        <source>Make it fit</source>
        <translation>自动凑齐</translation>
    </message>
    <message>
        <source>Back to the author&apos;s plan</source>
        <translation>恢复原来的流程</translation>
    </message>
    <message>
        <source>The parts do not add up: make them fit.</source>
        <translation>各环节加起来不对：请凑齐。</translation>
    </message>
    <message>
        <source>A plan that does not add up is not used: the author&apos;s stands.</source>
        <translation>总时长不对的流程不采用：仍按原来的流程。</translation>
    </message>
    <message>
        <source>Your own plan.</source>
        <translation>你自己的流程。</translation>
    </message>
    <message>
        <source>The author&apos;s plan.</source>
        <translation>原来的流程。</translation>
    </message>
    <message>
        <source>part {number}: {name}</source>
        <translation>第 {number} 环节：{name}</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Length of {part}</source>
        <translation>时长：{part}</translation>
    </message>
    <message>
        <source>Product of {part}</source>
        <translation>商品：{part}</translation>
    </message>
    <message>
        <source>no product</source>
        <translation>不讲商品</translation>
    </message>
    <message>
        <source>Move up {part}</source>
        <translation>上移：{part}</translation>
    </message>
    <message>
        <source>Move down {part}</source>
        <translation>下移：{part}</translation>
    </message>
    <message>
        <source>Together {sum} of {length}</source>
        <translation>合计 {sum}，应为 {length}</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) too long</source>
        <translation>
            <numerusform>多了 %n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) too short</source>
        <translation>
            <numerusform>少了 %n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>put on show</source>
        <translation>上讲解</translation>
    </message>
    <message>
        <source>take off show</source>
        <translation>取消讲解</translation>
    </message>
    <message>
        <source>coupon</source>
        <translation>发券</translation>
    </message>
    <message>
        <source>end of coupon</source>
        <translation>结束发券</translation>
    </message>
    <message>
        <source>price change</source>
        <translation>改价</translation>
    </message>
    <message>
        <source>sold out</source>
        <translation>标记售罄</translation>
    </message>
    <message>
        <source>answer card</source>
        <translation>答复卡</translation>
    </message>
    <message>
        <source>The shop asks for, whatever your plan is: {acts}</source>
        <translation>不论怎样安排，店铺要求：{acts}</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Camera preview</source>
        <translation>摄像头预览</translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message>
        <source>On past sessions</source>
        <translation>用以往场次试算</translation>
    </message>
    <message>
        <source>Of this scenario</source>
        <translation>只看这个场景</translation>
    </message>
    <message>
        <source>Of this trainee</source>
        <translation>只看这名学员</translation>
    </message>
    <message>
        <source>How many of the last</source>
        <translation>最近多少场</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Sessions; Enter opens one in the review room</source>
        <translation>场次；按回车在复盘室打开</translation>
    </message>
    <message>
        <source>What is new in it, and why</source>
        <translation>改了什么、为什么（必填）</translation>
    </message>
    <message>
        <source>Note to the new version</source>
        <translation>新版本的说明</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Score these by it …</source>
        <translation>按此版本重新评分…</translation>
    </message>
    <message>
        <source>All scenarios</source>
        <translation>全部场景</translation>
    </message>
    <message>
        <source>All trainees</source>
        <translation>全部学员</translation>
    </message>
    <message>
        <source>last {number}</source>
        <translation>最近 {number} 场</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部场次</translation>
    </message>
    <message>
        <source>Stopped: the change was not tried on past sessions.</source>
        <translation>已停止：没有在以往场次上试算。</translation>
    </message>
    <message>
        <source>There is no past session to try this on.</source>
        <translation>还没有可以试算的场次。</translation>
    </message>
    <message numerus="yes">
        <source>None of %n result(s) would move.</source>
        <translation>
            <numerusform>%n 个成绩都不会变。</numerusform>
        </translation>
    </message>
    <message>
        <source>Moves {moved} of {all} results, {crossed} across the pass mark.</source>
        <translation>{all} 个成绩中有 {moved} 个会变，{crossed} 个跨过合格线。</translation>
    </message>
    <message>
        <source>{up} would now pass, {down} no longer.</source>
        <translation>{up} 个变为合格，{down} 个不再合格。</translation>
    </message>
    <message>
        <source>Levels moved: {criteria}.</source>
        <translation>等级变动：{criteria}。</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) left out: not everything was measured in them.</source>
        <translation>
            <numerusform>%n 场未计入：有评分项当时没有测量。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>保留期限</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Who looked</source>
        <translation>查看记录</translation>
    </message>
</context>
<context>
    <name>ProductDialog</name>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>New price</source>
        <translation>新价格</translation>
    </message>
    <message>
        <source>Units that came in</source>
        <translation>到货件数</translation>
    </message>
    <message>
        <source>The counter should show</source>
        <translation>库存应显示</translation>
    </message>
    <message>
        <source>Back to the list price</source>
        <translation>恢复原价</translation>
    </message>
    <message>
        <source>Type a whole number of units, such as 20.</source>
        <translation>请输入整数件数，例如 20。</translation>
    </message>
    <message>
        <source>Type a price above 0, such as 29.90.</source>
        <translation>请输入大于 0 的价格，例如 29.90。</translation>
    </message>
    <message>
        <source>{price} is far from the list price of {before}. Press Enter again if you mean it.</source>
        <translation>{price} 与原价 {before} 相差很大，确认请再按一次回车。</translation>
    </message>
    <message>
        <source>Now {price}</source>
        <translation>现价 {price}</translation>
    </message>
    <message>
        <source>Back to the list price, {price}</source>
        <translation>恢复原价 {price}</translation>
    </message>
    <message>
        <source>The counter shows {counter}, the store room counts {on_hand}.</source>
        <translation>页面显示 {counter} 件，仓库实存 {on_hand} 件。</translation>
    </message>
</context>
<context>
    <name>PromptNote</name>
    <message>
        <source>From the control desk</source>
        <translation>中控台提示</translation>
    </message>
</context>
<context>
    <name>QueueFilters</name>
    <message>
        <source>Name  Ctrl+F</source>
        <translation>姓名  Ctrl+F</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>班级</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Exam paper</source>
        <translation>试卷</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>all that wait</source>
        <translation>所有待办</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>least sure first</source>
        <translation>最没把握的在前</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>最新的在前</translation>
    </message>
    <message>
        <source>Letters of the trainee&apos;s name</source>
        <translation>学员姓名里的字</translation>
    </message>
    <message>
        <source>all classes</source>
        <translation>所有班级</translation>
    </message>
    <message>
        <source>all scenarios</source>
        <translation>所有场景</translation>
    </message>
    <message>
        <source>practice and exams</source>
        <translation>练习和考试</translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message>
        <source>take {number}</source>
        <translation>第 {number} 次</translation>
    </message>
    <message>
        <source>EXAM {paper}</source>
        <translation>考试 {paper}</translation>
    </message>
</context>
<context>
    <name>QueuePage</name>
    <message>
        <source>Open review</source>
        <translation>打开复盘</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Classes …</source>
        <translation>班级…</translation>
    </message>
    <message>
        <source>Assessors …</source>
        <translation>考评员…</translation>
    </message>
    <message>
        <source>Show all that wait</source>
        <translation>显示所有待办</translation>
    </message>
    <message>
        <source>Review queue</source>
        <translation>待评队列</translation>
    </message>
    <message>
        <source>Sessions to review</source>
        <translation>待评场次</translation>
    </message>
    <message>
        <source>Signed today</source>
        <translation>今天签了多少</translation>
    </message>
    <message>
        <source>{signed} of {whole} signed today</source>
        <translation>今天签了 {signed} / {whole}</translation>
    </message>
    <message>
        <source>nothing waits</source>
        <translation>没有待评的</translation>
    </message>
    <message numerus="yes">
        <source>%n older session(s) still to be looked through</source>
        <translation>
            <numerusform>还有 %n 场旧场次待补看</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>comments of %n session(s) still to be indexed</source>
        <translation>
            <numerusform>还有 %n 场的弹幕待入索引</numerusform>
        </translation>
    </message>
    <message>
        <source>No session is like that.</source>
        <translation>没有这样的场次。</translation>
    </message>
    <message>
        <source>Change what is asked for, or show all that wait.</source>
        <translation>改一改筛选，或显示所有待办。</translation>
    </message>
    <message>
        <source>Nothing waits for you.</source>
        <translation>没有等您评的。</translation>
    </message>
    <message>
        <source>Sessions stand here once they were scored, and leave when they are signed.</source>
        <translation>场次评分之后排到这里，签名之后离开。</translation>
    </message>
</context>
<context>
    <name>QueueStrip</name>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一场</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一场</translation>
    </message>
    <message>
        <source>{signed} of {whole} signed today</source>
        <translation>今天签了 {signed} / {whole}</translation>
    </message>
    <message>
        <source>Signed: {done}. Next: {name} · {scenario}</source>
        <translation>已签：{done}。下一场：{name} · {scenario}</translation>
    </message>
    <message>
        <source>Signed: {done}. That was the last of this queue.</source>
        <translation>已签：{done}。这是队列里的最后一场。</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>first signed by {name}</source>
        <translation>{name} 已先签</translation>
    </message>
    <message>
        <source>{names} differ</source>
        <translation>{names} 不一致</translation>
    </message>
    <message>
        <source>scored earlier; it is looked through in a moment</source>
        <translation>早先评的分，稍后补看</translation>
    </message>
    <message>
        <source>the machine is sure of every level</source>
        <translation>机器对每一项都有把握</translation>
    </message>
    <message numerus="yes">
        <source>%n moment(s) may cross a red line, and nobody has decided</source>
        <translation>
            <numerusform>%n 处疑似触红线，还没人表态</numerusform>
        </translation>
    </message>
    <message>
        <source>too little measured for a total</source>
        <translation>测得太少，没有总分</translation>
    </message>
    <message>
        <source>may pass or fail: {low} to {high}</source>
        <translation>及格与否悬着：{low} 到 {high}</translation>
    </message>
    <message>
        <source>total from {low} to {high}</source>
        <translation>总分在 {low} 到 {high} 之间</translation>
    </message>
    <message>
        <source>provisional, by what was heard live</source>
        <translation>暂定：只有直播时听到的</translation>
    </message>
    <message>
        <source>hard to hear</source>
        <translation>听不清</translation>
    </message>
    <message>
        <source>near a cut: {criteria}</source>
        <translation>贴着分界线：{criteria}</translation>
    </message>
    <message numerus="yes">
        <source>near a cut: {criteria} and %n more</source>
        <translation>
            <numerusform>贴着分界线：{criteria} 等，另有 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReasonsView</name>
    <message>
        <source>What viewers did</source>
        <translation>观众做了什么</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>The simulated audience did nothing in this session.</source>
        <translation>这一场里模拟观众没有任何动作。</translation>
    </message>
    <message numerus="yes">
        <source>The whole stream: %n viewer(s)</source>
        <translation>
            <numerusform>全场：%n 人次</numerusform>
        </translation>
    </message>
    <message>
        <source>Minute by minute; a click goes to what set it going</source>
        <translation>逐分钟；点一下跳到起因</translation>
    </message>
    <message numerus="yes">
        <source>{minute}: %n viewer(s)</source>
        <translation>
            <numerusform>{minute}：%n 人次</numerusform>
        </translation>
    </message>
    <message>
        <source>set going at {time}</source>
        <translation>起因在 {time}</translation>
    </message>
</context>
<context>
    <name>ReconcileDialog</name>
    <message>
        <source>Settle the differences</source>
        <translation>商定不一致</translation>
    </message>
    <message>
        <source>{name} signs by typing that name</source>
        <translation>{name} 键入姓名即签名</translation>
    </message>
    <message>
        <source>Sign together</source>
        <translation>一起签名</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后再说</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) still to settle: agree on each, and say why.</source>
        <translation>
            <numerusform>还有 %n 处待商定：逐一定下来，写明依据。</numerusform>
        </translation>
    </message>
    <message>
        <source>All is settled: {total}. Both sign by typing their names.</source>
        <translation>都商定了：{total}。两位键入姓名即签名。</translation>
    </message>
    <message>
        <source>machine: {level}</source>
        <translation>机器：{level}</translation>
    </message>
    <message>
        <source>Both say</source>
        <translation>一致认为</translation>
    </message>
    <message>
        <source>Both say level {level} for {criterion}</source>
        <translation>{criterion} 一致定为 {level} 级</translation>
    </message>
    <message>
        <source>Watch {time}</source>
        <translation>看 {time}</translation>
    </message>
    <message>
        <source>Settled: {level}. {reason}</source>
        <translation>已定：{level}。{reason}</translation>
    </message>
    <message>
        <source>Breach: {quote}</source>
        <translation>违规：{quote}</translation>
    </message>
    <message>
        <source>It stands</source>
        <translation>成立</translation>
    </message>
    <message>
        <source>Strike it out</source>
        <translation>划掉</translation>
    </message>
    <message>
        <source>said nothing</source>
        <translation>没有表态</translation>
    </message>
    <message>
        <source>stands</source>
        <translation>成立</translation>
    </message>
    <message>
        <source>struck out</source>
        <translation>划掉</translation>
    </message>
</context>
<context>
    <name>ReviewBar</name>
    <message>
        <source>Review room</source>
        <translation>复盘室</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>take {number}</source>
        <translation>第 {number} 次</translation>
    </message>
    <message>
        <source>Instructor: {name}</source>
        <translation>教师：{name}</translation>
    </message>
    <message>
        <source>Instructor …</source>
        <translation>教师……</translation>
    </message>
    <message>
        <source>automatic score –</source>
        <translation>自动评分 –</translation>
    </message>
    <message>
        <source>no automatic total</source>
        <translation>没有自动总分</translation>
    </message>
    <message>
        <source>automatic {total} ({low} to {high})</source>
        <translation>自动评分 {total}（{low}–{high}）</translation>
    </message>
    <message>
        <source>provisional {total} ({low} to {high})</source>
        <translation>暂定评分 {total}（{low}–{high}）</translation>
    </message>
    <message>
        <source>changed since version {number}</source>
        <translation>第 {number} 版签名后有改动</translation>
    </message>
    <message>
        <source>waits for the instructor</source>
        <translation>待教师确认</translation>
    </message>
    <message>
        <source>✓ signed by {name}</source>
        <translation>✓ {name} 已签名</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Reading the session …</source>
        <translation>正在读取场次……</translation>
    </message>
    <message>
        <source>Scorecard</source>
        <translation>评分表</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>字幕</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>弹幕</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>声画</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>It can be watched already; the marks follow once what was said is understood.</source>
        <translation>现在就可以看录像；正在理解所说的话，评分随后给出。</translation>
    </message>
    <message>
        <source>Notes {count}</source>
        <translation>批注 {count}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>没有成功</translation>
    </message>
</context>
<context>
    <name>ReviewWording</name>
    <message>
        <source>Why viewers left</source>
        <translation>观众为什么离开</translation>
    </message>
    <message>
        <source>Why viewers ordered</source>
        <translation>观众为什么下单</translation>
    </message>
    <message>
        <source>Why viewers opened the product card</source>
        <translation>观众为什么点开商品</translation>
    </message>
    <message>
        <source>Why viewers came in</source>
        <translation>观众为什么进来</translation>
    </message>
    <message>
        <source>Why orders were cancelled</source>
        <translation>订单为什么取消</translation>
    </message>
    <message>
        <source>Why viewers could not order</source>
        <translation>观众为什么没能下单</translation>
    </message>
    <message>
        <source>Why viewers followed</source>
        <translation>观众为什么关注</translation>
    </message>
    <message>
        <source>the platform sent them, as it does all the time</source>
        <translation>平台的自然推流</translation>
    </message>
    <message>
        <source>a wave of viewers from the platform</source>
        <translation>平台推来一波流量</translation>
    </message>
    <message>
        <source>nothing the host did stands out</source>
        <translation>没有突出的起因，自然来去</translation>
    </message>
    <message>
        <source>how much the stream held their attention</source>
        <translation>直播吸引人的程度</translation>
    </message>
    <message>
        <source>the host was silent</source>
        <translation>主播冷场</translation>
    </message>
    <message>
        <source>they trusted the host</source>
        <translation>信任主播</translation>
    </message>
    <message>
        <source>they did not trust the host</source>
        <translation>不信任主播</translation>
    </message>
    <message>
        <source>they were annoyed</source>
        <translation>觉得反感</translation>
    </message>
    <message>
        <source>they understood the product</source>
        <translation>听懂了商品</translation>
    </message>
    <message>
        <source>they did not understand the product</source>
        <translation>没听懂商品</translation>
    </message>
    <message>
        <source>the price was clear</source>
        <translation>价格说清楚了</translation>
    </message>
    <message>
        <source>the price was not clear</source>
        <translation>价格没说清楚</translation>
    </message>
    <message>
        <source>the host asked them to order</source>
        <translation>主播引导下单</translation>
    </message>
    <message>
        <source>true scarcity or a deadline</source>
        <translation>真实的限量或限时</translation>
    </message>
    <message>
        <source>scarcity or a deadline that was not true</source>
        <translation>不真实的限量或限时</translation>
    </message>
    <message>
        <source>a discount</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>the price went up</source>
        <translation>价格变贵</translation>
    </message>
    <message>
        <source>they saw others order</source>
        <translation>看到别人下单</translation>
    </message>
    <message>
        <source>the lucky bag</source>
        <translation>福袋</translation>
    </message>
    <message>
        <source>their question was answered</source>
        <translation>提问得到回应</translation>
    </message>
    <message>
        <source>their question was not answered</source>
        <translation>提问没有回应</translation>
    </message>
    <message>
        <source>there was no stock</source>
        <translation>没有库存</translation>
    </message>
    <message>
        <source>an incident</source>
        <translation>突发</translation>
    </message>
    <message>
        <source>what others wrote</source>
        <translation>受其他评论带动</translation>
    </message>
    <message>
        <source>a viewer muted unjustly</source>
        <translation>有观众被无故禁言</translation>
    </message>
    <message>
        <source>There is no recording of this session. Transcript, chat and timeline are here all the same.</source>
        <translation>这一场没有录像。字幕、弹幕和时间线照常可看。</translation>
    </message>
    <message>
        <source>The recording cannot be played: its file is damaged. All else is here all the same.</source>
        <translation>录像无法播放：文件已损坏。其他内容照常可看。</translation>
    </message>
    <message>
        <source>This recording belongs to another session and is not played. All else is here all the same.</source>
        <translation>这份录像属于另一场，不予播放。其他内容照常可看。</translation>
    </message>
    <message>
        <source>The recording was cut short: it ends at {time}. Behind that, transcript, chat and timeline go on.</source>
        <translation>录像不完整：到 {time} 为止。之后的字幕、弹幕和时间轴照常可看。</translation>
    </message>
    <message>
        <source>No sound output was found: playing without sound.</source>
        <translation>没有找到声音输出设备：静音播放。</translation>
    </message>
    <message>
        <source>The recording has no sound.</source>
        <translation>录像没有声音。</translation>
    </message>
    <message>
        <source>The recording has sound only, no picture.</source>
        <translation>录像只有声音，没有画面。</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>说错</translation>
    </message>
    <message>
        <source>perhaps misheard</source>
        <translation>可能听错</translation>
    </message>
    <message>
        <source>a comparison</source>
        <translation>对比价</translation>
    </message>
    <message>
        <source>fits the price</source>
        <translation>与价格相符</translation>
    </message>
    <message>
        <source>a hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>caution</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>likely breach</source>
        <translation>疑似违规</translation>
    </message>
    <message>
        <source>red line</source>
        <translation>红线</translation>
    </message>
</context>
<context>
    <name>RulesLine</name>
    <message>
        <source>Rules: {pack} {version}, law as of {as_of}.</source>
        <translation>规则包：{pack} {version}，法规截至 {as_of}。</translation>
    </message>
    <message>
        <source>The session kept no pack of its own; these are today&apos;s.</source>
        <translation>本场没有留下当时的规则包；这里用的是现在的。</translation>
    </message>
    <message>
        <source>Took too long and were not looked for: {patterns}.</source>
        <translation>查找太慢而未查的规则：{patterns}。</translation>
    </message>
</context>
<context>
    <name>RunOfShow</name>
    <message>
        <source>Run of show</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>Run of show · {number} of {all}</source>
        <translation>流程 · 第 {number} / {all} 环节</translation>
    </message>
</context>
<context>
    <name>SaidWords</name>
    <message>
        <source>level {level} of {criterion} confirmed</source>
        <translation>确认 {criterion} 的 {level} 级</translation>
    </message>
    <message>
        <source>level {level} for {criterion}</source>
        <translation>{criterion} 评为 {level} 级</translation>
    </message>
    <message>
        <source>“{quote}” stands</source>
        <translation>“{quote}”成立</translation>
    </message>
    <message>
        <source>“{quote}” struck</source>
        <translation>划掉“{quote}”</translation>
    </message>
    <message>
        <source>spoken note at {time}</source>
        <translation>{time} 的语音批注</translation>
    </message>
    <message>
        <source>note at {time}</source>
        <translation>{time} 的批注</translation>
    </message>
    <message>
        <source>evidence at {time} for {criterion}</source>
        <translation>{criterion} 在 {time} 的证据</translation>
    </message>
    <message>
        <source>said again: {what}</source>
        <translation>恢复：{what}</translation>
    </message>
    <message>
        <source>taken back: {what}</source>
        <translation>撤回：{what}</translation>
    </message>
    <message>
        <source>deleted for good: {what}</source>
        <translation>永久删除：{what}</translation>
    </message>
    <message>
        <source>Version {number} · signed by {name}, {when} · {total} · {state}</source>
        <translation>第 {number} 版 · {name} 签名，{when} · {total} · {state}</translation>
    </message>
    <message>
        <source>Since then, not signed:</source>
        <translation>此后未签名的改动：</translation>
    </message>
    <message>
        <source>total {points}</source>
        <translation>总分 {points}</translation>
    </message>
    <message>
        <source>total {before} → {points}</source>
        <translation>总分 {before} → {points}</translation>
    </message>
    <message>
        <source>✗ CHANGED BY HAND AFTERWARDS: {what}</source>
        <translation>✗ 签名后被人为改动：{what}</translation>
    </message>
    <message>
        <source>✓ seal intact</source>
        <translation>✓ 封签完好</translation>
    </message>
    <message>
        <source>sealed at another centre, whose key is not here; its digests fit</source>
        <translation>由其他中心封签，密钥不在本机；摘要相符</translation>
    </message>
    <message>
        <source>signed before results were sealed: cannot be checked</source>
        <translation>签名早于封签功能：无法核对</translation>
    </message>
    <message>
        <source>the signature itself</source>
        <translation>签名本身</translation>
    </message>
    <message>
        <source>its seal</source>
        <translation>封签</translation>
    </message>
    <message>
        <source>the signature before it</source>
        <translation>前一个签名</translation>
    </message>
    <message>
        <source>the machine&apos;s scorecard</source>
        <translation>自动评分表</translation>
    </message>
    <message>
        <source>what instructors said</source>
        <translation>教师的话</translation>
    </message>
    <message>
        <source>the session&apos;s log</source>
        <translation>场次日志</translation>
    </message>
    <message>
        <source>the total, or the rubric it rests on</source>
        <translation>总分，或所依据的评分标准</translation>
    </message>
</context>
<context>
    <name>ScenarioDelegate</name>
    <message>
        <source>in Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>in English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>tier {tier}</source>
        <translation>难度 {tier}</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n 件商品</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScenarioEditor</name>
    <message>
        <source>All scenarios</source>
        <translation>全部场景</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Publish …</source>
        <translation>发布……</translation>
    </message>
    <message>
        <source>Mend the mistakes first.</source>
        <translation>请先改正错误。</translation>
    </message>
</context>
<context>
    <name>ScenarioPreview</name>
    <message>
        <source>Back to the form</source>
        <translation>回到编辑</translation>
    </message>
    <message>
        <source>Play it before its audience</source>
        <translation>让观众试演</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>What its audience would do</source>
        <translation>观众会怎样</translation>
    </message>
    <message>
        <source>What befalls the stream, and what sets it going</source>
        <translation>会有哪些突发，由什么触发</translation>
    </message>
    <message>
        <source>What the trainee reads</source>
        <translation>学员会看到</translation>
    </message>
    <message>
        <source>Four hosts of the model, none of them a person, before the same {count} audiences: the median, and where four of five lie. Incidents act as if nobody dealt with them. A model&apos;s word, not a platform&apos;s.</source>
        <translation>模型中的四位主播（都不是真人）面对同样的 {count} 批观众：给出中位数，括号内是五次中四次所在的范围。突发按无人处理计算。这是模型的估计，不是平台的数据。</translation>
    </message>
    <message>
        <source>(must be said)</source>
        <translation>（必讲）</translation>
    </message>
    <message>
        <source>Nothing befalls this stream.</source>
        <translation>这场直播没有突发。</translation>
    </message>
    <message>
        <source>Some of these are drawn: another session draws others, at other times.</source>
        <translation>其中有些是随机抽出的：换一场会抽到别的，时间也不同。</translation>
    </message>
    <message>
        <source>Run of show</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>The debrief looks for: {words}</source>
        <translation>复盘先看：{words}</translation>
    </message>
    <message>
        <source>{number}  {name}: {price} for {unit}, {stock} on the counter</source>
        <translation>{number} 号  {name}：{price}（{unit}），中控台显示库存 {stock}</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主播</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>进房人数</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Net sales</source>
        <translation>净成交额</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>不说话</translation>
    </message>
    <message>
        <source>novice</source>
        <translation>新手</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>expert</source>
        <translation>高手</translation>
    </message>
</context>
<context>
    <name>ScenarioShelf</name>
    <message>
        <source>Scenarios and drafts</source>
        <translation>场景与草稿</translation>
    </message>
    <message>
        <source>Write on</source>
        <translation>继续编写</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>New …</source>
        <translation>新建……</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>导入……</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>导出……</translation>
    </message>
    <message>
        <source>Throw the draft away …</source>
        <translation>丢弃草稿……</translation>
    </message>
    <message>
        <source>Take off the list …</source>
        <translation>移出列表……</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Write its next version</source>
        <translation>编写下一版</translation>
    </message>
    <message>
        <source>Write one from it</source>
        <translation>以它为底本新写</translation>
    </message>
    <message>
        <source>Sessions keep the version they were made with.</source>
        <translation>已有的场次仍用当时的版本。</translation>
    </message>
    <message>
        <source>It came with the program and stays as it is; what you write from it is a scenario of its own.</source>
        <translation>这是软件自带的场景，不会被改动；以它为底本写出来的是一个新场景。</translation>
    </message>
    <message>
        <source>Trainees do not see it before it is published.</source>
        <translation>发布之前学员看不到。</translation>
    </message>
</context>
<context>
    <name>SchemeView</name>
    <message>
        <source>Import a rubric</source>
        <translation>导入评分标准</translation>
    </message>
    <message>
        <source>from {file}</source>
        <translation>来自 {file}</translation>
    </message>
    <message>
        <source>Export the rubric</source>
        <translation>导出评分标准</translation>
    </message>
    <message>
        <source>Scenarios are marked by {rubric}, and no other version of it is in force.</source>
        <translation>有场景使用{rubric}，而它没有别的版本在用。</translation>
    </message>
    <message>
        <source>It cannot be retired</source>
        <translation>不能停用</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Discard this draft?</source>
        <translation>丢弃这份草稿？</translation>
    </message>
    <message>
        <source>All that was changed in it is lost. Published versions stay.</source>
        <translation>其中的改动都会丢失；已发布的版本不受影响。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>From now on sessions of its scenarios are marked by it. It can no longer be changed, only followed by another version. Past results stay as they are until they are scored again.</source>
        <translation>从现在起，使用它的场景都按这一版评分。发布后不能再改，只能另发新版本。以往的成绩保持不变，除非重新评分。</translation>
    </message>
    <message>
        <source>Publish this version?</source>
        <translation>发布这个版本？</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>暂不</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) get one more scorecard, by this version. Earlier ones stay, instructors&apos; levels too; what is signed stays as it was signed until you adopt the new score.</source>
        <translation>
            <numerusform>%n 场会按这个版本各多一份自动评分。原有评分和教师评定都保留；已签字的成绩保持签字时的样子，直到您采用新的评分。</numerusform>
        </translation>
    </message>
    <message>
        <source>Score them again?</source>
        <translation>重新评分？</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>成绩</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>没有成功</translation>
    </message>
</context>
<context>
    <name>ScorePanel</name>
    <message>
        <source>Simulated audience, not marked</source>
        <translation>模拟观众（不计分）</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>成绩</translation>
    </message>
    <message>
        <source>✓ passed</source>
        <translation>✓ 合格</translation>
    </message>
    <message>
        <source>✗ not passed</source>
        <translation>✗ 不合格</translation>
    </message>
    <message>
        <source>not decided yet</source>
        <translation>尚未确定</translation>
    </message>
    <message>
        <source>No automatic total: {weight} of 100 weight could be marked, 70 are needed.</source>
        <translation>没有自动总分：满 100 的权重只评了 {weight}，至少要 70。</translation>
    </message>
    <message>
        <source>automatic {total}, likely {low} to {high}</source>
        <translation>自动评分 {total}，可能范围 {low}–{high}</translation>
    </message>
    <message>
        <source>provisional</source>
        <translation>暂定</translation>
    </message>
    <message>
        <source>final</source>
        <translation>最终</translation>
    </message>
    <message numerus="yes">
        <source>%n level(s) by the instructor</source>
        <translation>
            <numerusform>教师评定 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) not counted yet</source>
        <translation>
            <numerusform>%n 项建议尚未计入</numerusform>
        </translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>not passed</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>orders {orders} · GMV {gmv} · conversion {rate} · dwell {dwell}</source>
        <translation>订单 {orders} · 成交额 {gmv} · 点击成交率 {rate} · 人均停留 {dwell}</translation>
    </message>
</context>
<context>
    <name>ScorecardView</name>
    <message>
        <source>Scorecard</source>
        <translation>评分表</translation>
    </message>
    <message>
        <source>⚑ the machine agrees poorly here (κ {kappa}, {pairs} pairs)</source>
        <translation>⚑ 此项自动评分与教师一致性差（κ {kappa}，{pairs} 对）</translation>
    </message>
    <message numerus="yes">
        <source>%n proposed level(s) to confirm. C goes to the next one and, pressed again, confirms it.</source>
        <translation>
            <numerusform>还有 %n 项建议等级等你确认。按 C 到下一项，再按一次即确认。</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} · {points} points</source>
        <translation>{name} · {points} 分</translation>
    </message>
    <message numerus="yes">
        <source>%n likely breach(es) wait for your word</source>
        <translation>
            <numerusform>%n 处疑似违规待您认定</numerusform>
        </translation>
    </message>
    <message>
        <source>Likely breaches, all decided</source>
        <translation>疑似违规，均已认定</translation>
    </message>
</context>
<context>
    <name>Scorer</name>
    <message>
        <source>machine</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>machine, to confirm</source>
        <translation>自动，待确认</translation>
    </message>
    <message>
        <source>proposal, to confirm</source>
        <translation>建议，待确认</translation>
    </message>
    <message>
        <source>instructor</source>
        <translation>教师</translation>
    </message>
</context>
<context>
    <name>Screen</name>
    <message>
        <source>Recording</source>
        <translation>录像</translation>
    </message>
</context>
<context>
    <name>ScriptView</name>
    <message>
        <source>— end of the script —</source>
        <translation>—— 稿子到这里结束 ——</translation>
    </message>
    <message>
        <source>Nothing was written down.</source>
        <translation>没有写下内容。</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Words that were said or written: any two letters, or whole words</source>
        <translation>说过或写过的话：任意连着的两个字，或整个英文词</translation>
    </message>
    <message>
        <source>Words to search for</source>
        <translation>要搜索的话</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Search all sessions</source>
        <translation>搜索所有场次</translation>
    </message>
    <message>
        <source>What hosts said</source>
        <translation>主播说的</translation>
    </message>
    <message>
        <source>What viewers wrote</source>
        <translation>观众写的</translation>
    </message>
    <message numerus="yes">
        <source>comments of %n older session(s) cannot be found yet</source>
        <translation>
            <numerusform>还有 %n 场旧场次的弹幕暂时搜不到</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>没有</translation>
    </message>
    <message numerus="yes">
        <source>the newest %n places; more come as you go down</source>
        <translation>
            <numerusform>最新的 %n 处；往下走还有</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchStrip</name>
    <message>
        <source>Back to the search</source>
        <translation>回到搜索</translation>
    </message>
    <message>
        <source>Found: {words}</source>
        <translation>搜到的是：{words}</translation>
    </message>
</context>
<context>
    <name>SecondDesk</name>
    <message>
        <source>In an exam the desk is handed only to whoever was named for it beforehand.</source>
        <translation>考试时，中控台只能交给事先登记的人。</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>没有成功</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>SecondDialog</name>
    <message>
        <source>Assessors</source>
        <translation>考评员</translation>
    </message>
    <message>
        <source>Who assesses at this PC</source>
        <translation>这台电脑上由谁考评</translation>
    </message>
    <message>
        <source>Certification: two assessors</source>
        <translation>认证：两位考评员</translation>
    </message>
    <message>
        <source>Exam sessions need a second assessor</source>
        <translation>考试场次需要第二位考评员</translation>
    </message>
    <message>
        <source>Neither sees what the other makes of a session until both have signed. Where they differ they settle it together; the result counts from then on. Practice, and exam sessions that were signed before this was kept, need one signature.</source>
        <translation>两位都签名之前，谁也看不到对方怎么评；不一致的地方一起商定，成绩从那时起算数。练习，以及有这项规定之前已签过的考试场次，一个签名就够。</translation>
    </message>
    <message>
        <source>Exam paper</source>
        <translation>试卷</translation>
    </message>
    <message>
        <source>Second assessor for this paper</source>
        <translation>这份试卷的第二位考评员</translation>
    </message>
    <message>
        <source>as for all</source>
        <translation>与整体相同</translation>
    </message>
    <message>
        <source>two assessors</source>
        <translation>两位考评员</translation>
    </message>
    <message>
        <source>one is enough</source>
        <translation>一位就够</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Say who you are …</source>
        <translation>请说您是谁…</translation>
    </message>
</context>
<context>
    <name>SegmentModel</name>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>now</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>coming</source>
        <translation>未开始</translation>
    </message>
</context>
<context>
    <name>SensedView</name>
    <message>
        <source>Measured, not marked: to look back and compare by.</source>
        <translation>测得的数字，不计分：供回看和比较。</translation>
    </message>
    <message>
        <source>Voice and picture</source>
        <translation>声音与画面</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>Own sessions before: {values}</source>
        <translation>本人以前各次：{values}</translation>
    </message>
</context>
<context>
    <name>SessionDelegate</name>
    <message>
        <source>take {number}</source>
        <translation>第 {number} 次</translation>
    </message>
    <message>
        <source>EXAM {paper}</source>
        <translation>考试 {paper}</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>已签名</translation>
    </message>
</context>
<context>
    <name>SessionModel</name>
    <message>
        <source>exam</source>
        <translation>考试</translation>
    </message>
    <message>
        <source>to be heard again</source>
        <translation>待复听</translation>
    </message>
    <message>
        <source>being heard {percent}%</source>
        <translation>复听 {percent}%</translation>
    </message>
    <message>
        <source>heard again</source>
        <translation>已复听</translation>
    </message>
    <message>
        <source>could not be heard again</source>
        <translation>未能复听</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>意外中断</translation>
    </message>
    <message>
        <source>not scored yet</source>
        <translation>未评分</translation>
    </message>
    <message>
        <source>{score}, signed</source>
        <translation>{score}，已签名</translation>
    </message>
</context>
<context>
    <name>SheetEditor</name>
    <message>
        <source>Name in Chinese</source>
        <translation>中文名称</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>评分项</translation>
    </message>
    <message>
        <source>Levels and gates</source>
        <translation>等级与门槛</translation>
    </message>
    <message>
        <source>Whose weights</source>
        <translation>谁的权重</translation>
    </message>
    <message>
        <source>Bring to 100</source>
        <translation>归一到 100</translation>
    </message>
    <message>
        <source>Sum {sum}</source>
        <translation>合计 {sum}</translation>
    </message>
    <message>
        <source>Weights for everybody</source>
        <translation>通用权重</translation>
    </message>
    <message>
        <source>Weights: {profile}</source>
        <translation>权重：{profile}</translation>
    </message>
    <message>
        <source>The weights come to {sum}, not 100.</source>
        <translation>权重合计 {sum}，应为 100。</translation>
    </message>
    <message>
        <source>Gate {gate} looks at {criterion}, which is off: switch off the gate too.</source>
        <translation>门槛 {gate} 要看 {criterion}，而它已停用：请同时停用门槛。</translation>
    </message>
    <message>
        <source>Give the name in both languages.</source>
        <translation>名称请中英文都填。</translation>
    </message>
</context>
<context>
    <name>SheetModel</name>
    <message>
        <source>by {author}, {when}</source>
        <translation>{author}，{when}</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>version {number}</source>
        <translation>{number} 版</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>在用</translation>
    </message>
    <message>
        <source>earlier</source>
        <translation>旧版</translation>
    </message>
</context>
<context>
    <name>Shelf</name>
    <message>
        <source>Rubrics</source>
        <translation>评分标准</translation>
    </message>
    <message>
        <source>Rubrics and their versions</source>
        <translation>评分标准及其版本</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>丢弃草稿</translation>
    </message>
    <message>
        <source>Begin a new version of this rubric</source>
        <translation>为它起草新版本</translation>
    </message>
    <message>
        <source>Begin a rubric of your own from this version</source>
        <translation>以这一版为底，另建一份自己的评分标准</translation>
    </message>
    <message>
        <source>Put back in force</source>
        <translation>恢复使用</translation>
    </message>
</context>
<context>
    <name>ShelfPanel</name>
    <message>
        <source>Control desk</source>
        <translation>中控台</translation>
    </message>
    <message>
        <source>Second person</source>
        <translation>交给他人</translation>
    </message>
    <message>
        <source>Give the desk back</source>
        <translation>交还中控台</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>全部按键</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>发券</translation>
    </message>
    <message>
        <source>Lucky bag</source>
        <translation>福袋</translation>
    </message>
    <message>
        <source>Countdown</source>
        <translation>倒计时</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>改价</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>售罄</translation>
    </message>
    <message>
        <source>Restock</source>
        <translation>补货</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Pin line</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消顶</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>禁言</translation>
    </message>
    <message>
        <source>Take the desk back</source>
        <translation>收回中控台</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>下一环节</translation>
    </message>
</context>
<context>
    <name>ShelfRow</name>
    <message>
        <source>stock {count}</source>
        <translation>库存 {count}</translation>
    </message>
    <message>
        <source>clicks {count}</source>
        <translation>点击 {count}</translation>
    </message>
    <message>
        <source>sold out</source>
        <translation>售罄</translation>
    </message>
    <message>
        <source>On show</source>
        <translation>讲解中</translation>
    </message>
    <message>
        <source>Put on show</source>
        <translation>上讲解</translation>
    </message>
</context>
<context>
    <name>SideView</name>
    <message>
        <source>Recording {letter}</source>
        <translation>录像 {letter}</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Hear {letter}</source>
        <translation>听 {letter} 的声音</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open session {letter} in the review room</source>
        <translation>在复盘室打开 {letter}</translation>
    </message>
    <message>
        <source>take {number}</source>
        <translation>第 {number} 次</translation>
    </message>
    <message>
        <source>exam</source>
        <translation>考试</translation>
    </message>
    <message>
        <source>hidden (blind)</source>
        <translation>盲评，未显示</translation>
    </message>
    <message>
        <source>live in {time}</source>
        <translation>{time} 后开播</translation>
    </message>
    <message>
        <source>off air</source>
        <translation>已下播</translation>
    </message>
</context>
<context>
    <name>SoundMeter</name>
    <message>
        <source>Microphone level</source>
        <translation>麦克风音量</translation>
    </message>
</context>
<context>
    <name>SoundStep</name>
    <message>
        <source>Be heard</source>
        <translation>让观众听清你</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>麦克风</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>Say this sentence, as loud as you will speak on air:</source>
        <translation>请说这句话，音量和直播时一样：</translation>
    </message>
    <message>
        <source>Say it now</source>
        <translation>开始说</translation>
    </message>
    <message>
        <source>Understood as:</source>
        <translation>识别为：</translation>
    </message>
    <message>
        <source>Picture and sound together …</source>
        <translation>声画对齐……</translation>
    </message>
    <message>
        <source>Clap once, to see whether the picture comes later than the sound</source>
        <translation>拍一次手，看画面是不是比声音晚</translation>
    </message>
    <message>
        <source>How to get captions …</source>
        <translation>怎样装字幕识别……</translation>
    </message>
    <message>
        <source>Without a microphone: nothing is heard, and nothing is scored of what you say.</source>
        <translation>没有麦克风：什么也听不到，你说的话不评分。</translation>
    </message>
    <message>
        <source>No microphone chosen.</source>
        <translation>没有选择麦克风。</translation>
    </message>
    <message>
        <source>No microphone found: plug one in and press “Look again”.</source>
        <translation>没有找到麦克风：请插上，再按“重新查找”。</translation>
    </message>
    <message>
        <source>The level is not right: words may be lost on the recogniser and on viewers.</source>
        <translation>音量不合适：有些话可能识别不出，观众也听不清。</translation>
    </message>
    <message>
        <source>Waiting for the microphone …</source>
        <translation>正在等待麦克风……</translation>
    </message>
    <message>
        <source>You are heard.</source>
        <translation>能听到你。</translation>
    </message>
    <message>
        <source>No recogniser: no captions, viewers do not answer to what you say, and words are not scored.</source>
        <translation>没有语音识别：没有字幕，观众不会回应你说的话，说的内容不评分。</translation>
    </message>
    <message>
        <source>Not tried: whether the recogniser understands you shows only on air.</source>
        <translation>没有试：能不能听懂你，要开播后才知道。</translation>
    </message>
    <message>
        <source>Say the sentence.</source>
        <translation>请说那句话。</translation>
    </message>
    <message>
        <source>Understood: {percent} %. Speak nearer and clearer, and say it again.</source>
        <translation>听懂 {percent}%。请靠近一些，说清楚一些，再说一遍。</translation>
    </message>
    <message>
        <source>Badly understood: what you say may be scored as not said.</source>
        <translation>听懂得不好：你说过的话可能按没说评分。</translation>
    </message>
    <message>
        <source>Understood: {percent} %</source>
        <translation>听懂 {percent}%</translation>
    </message>
    <message>
        <source>{level} dBFS</source>
        <translation>{level} dBFS</translation>
    </message>
    <message>
        <source>No microphone chosen: nothing will be heard or scored of what you say.</source>
        <translation>没有选择麦克风：听不到也不评你说的话。</translation>
    </message>
    <message>
        <source>Muted: the microphone sends nothing but zeros.</source>
        <translation>静音：麦克风没有任何声音。</translation>
    </message>
    <message>
        <source>Too quiet: come closer or turn the microphone up.</source>
        <translation>太轻：请靠近一些，或调高麦克风音量。</translation>
    </message>
    <message>
        <source>Good: you are heard.</source>
        <translation>很好：能听清你。</translation>
    </message>
    <message>
        <source>Clipping: too loud, turn the microphone down.</source>
        <translation>破音：太响了，请调低麦克风音量。</translation>
    </message>
    <message>
        <source>The picture comes {ms} ms later than the sound: put right in recordings.</source>
        <translation>画面比声音晚 {ms} 毫秒：录制时会自动对齐。</translation>
    </message>
    <message>
        <source>Taken to be together; a clap shows whether they are.</source>
        <translation>按声画同步处理；拍一次手就知道是不是。</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>请稍候……</translation>
    </message>
    <message>
        <source>Speak now …</source>
        <translation>请说话……</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>说完了</translation>
    </message>
    <message>
        <source>Say it again</source>
        <translation>再说一遍</translation>
    </message>
    <message>
        <source>Nothing was heard. Check the microphone, and say it again.</source>
        <translation>什么也没听到。请检查麦克风，再说一遍。</translation>
    </message>
</context>
<context>
    <name>SpreadChart</name>
    <message>
        <source>mean {mean}</source>
        <translation>平均 {mean}</translation>
    </message>
    <message>
        <source>level {level}: {count}</source>
        <translation>{level} 级：{count} 场</translation>
    </message>
    <message>
        <source>no level: {count}</source>
        <translation>没有等级：{count} 场</translation>
    </message>
    <message numerus="yes">
        <source>Levels by criterion, %n criteria</source>
        <translation>
            <numerusform>各项等级分布，共 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpreadLegend</name>
    <message>
        <source>no level</source>
        <translation>没有等级</translation>
    </message>
</context>
<context>
    <name>StudyStep</name>
    <message>
        <source>Study the fact card, write your script</source>
        <translation>看卖点卡，写讲稿</translation>
    </message>
    <message>
        <source>Fact card</source>
        <translation>卖点卡</translation>
    </message>
    <message>
        <source>My script</source>
        <translation>我的讲稿</translation>
    </message>
    <message>
        <source>What you want to say, in your own words. The teleprompter shows it while you practise.</source>
        <translation>用自己的话写下想说的。练习时提词器会显示。</translation>
    </message>
    <message>
        <source>What may be said</source>
        <translation>可以说</translation>
    </message>
    <message>
        <source>(must be said)</source>
        <translation>（必讲）</translation>
    </message>
    <message>
        <source>Documents on file, as sources</source>
        <translation>有据可查的文件</translation>
    </message>
    <message>
        <source>Who sells</source>
        <translation>谁在卖</translation>
    </message>
    <message>
        <source>free delivery</source>
        <translation>包邮</translation>
    </message>
    <message>
        <source>Price {price} for {unit}, delivery: {shipping}</source>
        <translation>价格 {price}，{unit}，运费：{shipping}</translation>
    </message>
    <message>
        <source>In stock: {stock}</source>
        <translation>库存：{stock}</translation>
    </message>
    <message>
        <source>List price {price} from {first} to {last} days ago</source>
        <translation>{first} 天前到 {last} 天前的标价：{price}</translation>
    </message>
    <message>
        <source>List price {price} over the last {first} days</source>
        <translation>近 {first} 天的标价：{price}</translation>
    </message>
    <message>
        <source>Coupon: {off} off, {pieces} pieces</source>
        <translation>优惠券：减 {off}，{pieces} 张</translation>
    </message>
    <message>
        <source>No coupon</source>
        <translation>没有优惠券</translation>
    </message>
    <message>
        <source>What may not be said</source>
        <translation>不可以说</translation>
    </message>
    <message>
        <source>Viewers will tempt you</source>
        <translation>观众会这样引你</translation>
    </message>
    <message>
        <source>origin</source>
        <translation>产地</translation>
    </message>
    <message>
        <source>size</source>
        <translation>规格</translation>
    </message>
    <message>
        <source>price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>keeping</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>delivery</source>
        <translation>发货</translation>
    </message>
    <message>
        <source>after-sales</source>
        <translation>售后</translation>
    </message>
    <message>
        <source>use</source>
        <translation>用法</translation>
    </message>
    <message>
        <source>taste</source>
        <translation>口味</translation>
    </message>
    <message>
        <source>proof</source>
        <translation>凭证</translation>
    </message>
    <message>
        <source>story</source>
        <translation>故事</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>Swatch</name>
    <message>
        <source>Link {number}</source>
        <translation>{number} 号链接</translation>
    </message>
</context>
<context>
    <name>Teleprompter</name>
    <message>
        <source>Back</source>
        <translation>上一行</translation>
    </message>
    <message>
        <source>On</source>
        <translation>下一行</translation>
    </message>
    <message>
        <source>One line back in the script</source>
        <translation>在稿子里往回一行</translation>
    </message>
    <message>
        <source>One line on in the script</source>
        <translation>在稿子里往前一行</translation>
    </message>
</context>
<context>
    <name>ThoughtsLine</name>
    <message>
        <source>Undo {what}</source>
        <translation>撤销：{what}</translation>
    </message>
    <message>
        <source>Redo {what}</source>
        <translation>重做：{what}</translation>
    </message>
    <message numerus="yes">
        <source>%n signed version(s)</source>
        <translation>
            <numerusform>%n 个签名版本</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) from before are back.</source>
        <translation>
            <numerusform>已恢复上次的 %n 份草稿。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>level {level}</source>
        <translation>{level} 级</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Live cabin</source>
        <translation>直播练习舱</translation>
    </message>
    <message>
        <source>EXAM</source>
        <translation>考试</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Off air and score</source>
        <translation>下播并评分</translation>
    </message>
    <message>
        <source>Off air</source>
        <translation>下播</translation>
    </message>
    <message>
        <source>● live in {seconds} s</source>
        <translation>● {seconds} s 后开播</translation>
    </message>
    <message>
        <source>▮▮ PAUSED {time}</source>
        <translation>▮▮ 已暂停 {time}</translation>
    </message>
    <message>
        <source>● REC {time}</source>
        <translation>● REC {time}</translation>
    </message>
    <message>
        <source>● LIVE {time}</source>
        <translation>● 直播 {time}</translation>
    </message>
    <message>
        <source>over by {time}</source>
        <translation>超时 {time}</translation>
    </message>
    <message>
        <source>left {time}</source>
        <translation>剩余 {time}</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>camera {fps} fps</source>
        <translation>摄像头 {fps} fps</translation>
    </message>
    <message>
        <source>captions {delay} s</source>
        <translation>字幕延迟 {delay} s</translation>
    </message>
    <message>
        <source>dropped {count}</source>
        <translation>丢帧 {count}</translation>
    </message>
    <message>
        <source>⚠ disk: {free} GB left</source>
        <translation>⚠ 磁盘仅剩 {free} GB</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Who are you?</source>
        <translation>你是谁？</translation>
    </message>
    <message>
        <source>Type your name, or choose it. Your sessions and marks are kept under it, on this PC only.</source>
        <translation>输入或选择你的姓名。你的场次和成绩都记在这个名字下，只保存在这台电脑上。</translation>
    </message>
    <message>
        <source>Choose a scenario</source>
        <translation>选一个场景</translation>
    </message>
    <message>
        <source>Each is a shop with its goods, its viewers and its troubles. Tier 1 is the place to begin.</source>
        <translation>每个场景是一家店，有自己的商品、观众和难题。先从难度 1 开始。</translation>
    </message>
    <message>
        <source>Try everything out</source>
        <translation>先全部试一遍</translation>
    </message>
    <message>
        <source>From here you go to the check page: camera, microphone, this PC, the fact card and your plan. Nobody is live yet.</source>
        <translation>从这里进入开播前检查：摄像头、麦克风、这台电脑、卖点卡和你的流程。这时还没有开播。</translation>
    </message>
    <message>
        <source>Then into the cabin</source>
        <translation>然后进入练习舱</translation>
    </message>
    <message>
        <source>On the left what to say, in the middle what viewers see, on the right the control desk. The viewers hear you and answer.</source>
        <translation>左边是该说什么，中间是观众看到什么，右边是中控台。观众听得见你，也会回应。</translation>
    </message>
    <message>
        <source>Look back</source>
        <translation>复盘</translation>
    </message>
    <message>
        <source>Every session waits here with its recording and its score. The review room shows the moment behind every mark.</source>
        <translation>每一场的录像和得分都在这里。复盘室里，每个分数都能回到对应的那一刻。</translation>
    </message>
    <message>
        <source>Keys and help</source>
        <translation>按键与帮助</translation>
    </message>
    <message>
        <source>Everything has its key, printed on it; on air, H shows them all. This tour comes again with F1. Beside it: language, colours, text size and motion.</source>
        <translation>每个操作都有快捷键，就印在按钮上；直播中按 H 查看全部。按 F1 可再看一次导览。旁边可设语言、配色、字号和动画。</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>一步一步来</translation>
    </message>
    <message>
        <source>Each step says how it stands and what to mend. You may go on without; it then says what that costs.</source>
        <translation>每一步都会说明现在怎样、该怎么改。也可以跳过，它会告诉你代价是什么。</translation>
    </message>
    <message>
        <source>In the cabin: what to say</source>
        <translation>练习舱里：该说什么</translation>
    </message>
    <message>
        <source>The plan with its clock, and the selling points, which tick themselves off once you have said them. A forbidden claim is hinted at quietly, with a better wording. In exams both are off.</source>
        <translation>流程和计时，还有卖点：说到就自动打勾。说了违规的话会轻声提醒，并给出更好的说法。考试中这两项都关闭。</translation>
    </message>
    <message>
        <source>In the cabin: what viewers see</source>
        <translation>练习舱里：观众看到什么</translation>
    </message>
    <message>
        <source>You on the phone, with the chat, who buys, and the caption of what was heard. A question that waits for you is outlined and counts its seconds.</source>
        <translation>手机里的你、评论、谁下了单，以及识别出的字幕。等你回答的问题会加框，并计秒。</translation>
    </message>
    <message>
        <source>In the cabin: the control desk</source>
        <translation>练习舱里：中控台</translation>
    </message>
    <message>
        <source>Put goods on show with 1 to 9, send coupons, answer incidents with F1 to F4. H shows all keys.</source>
        <translation>按 1 到 9 讲解商品，发优惠券，按 F1 到 F4 处置突发。按 H 查看全部按键。</translation>
    </message>
    <message>
        <source>Going live</source>
        <translation>开播</translation>
    </message>
    <message>
        <source>Three seconds are counted down, and Esc calls it off. F10 goes off air and scores. Good luck!</source>
        <translation>倒数三秒，按 Esc 可以中止。按 F10 下播并评分。祝你顺利！</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Search what was said</source>
        <translation>搜索说过的话</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>字幕</translation>
    </message>
    <message>
        <source>Hold up as evidence</source>
        <translation>作为证据</translation>
    </message>
    <message>
        <source>Nothing that was said has these words.</source>
        <translation>没有说过这些字。</translation>
    </message>
    <message>
        <source>There is no transcript of this session.</source>
        <translation>这一场没有字幕。</translation>
    </message>
    <message>
        <source>Read aloud by the computer</source>
        <translation>电脑朗读</translation>
    </message>
    <message>
        <source>instead: {wording}</source>
        <translation>可改说：{wording}</translation>
    </message>
    <message numerus="yes">
        <source>answers %n comment(s)</source>
        <translation>
            <numerusform>回应 %n 条评论</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Back 5 seconds</source>
        <translation>后退 5 秒</translation>
    </message>
    <message>
        <source>Forward 5 seconds</source>
        <translation>前进 5 秒</translation>
    </message>
    <message>
        <source>left arrow</source>
        <translation>左方向键</translation>
    </message>
    <message>
        <source>One picture back</source>
        <translation>上一帧</translation>
    </message>
    <message>
        <source>One picture on</source>
        <translation>下一帧</translation>
    </message>
    <message>
        <source>right arrow</source>
        <translation>右方向键</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Speed; voices keep their pitch</source>
        <translation>倍速；声音不变调</translation>
    </message>
    <message>
        <source>Evidence ◀</source>
        <translation>证据 ◀</translation>
    </message>
    <message>
        <source>Previous evidence</source>
        <translation>上一个证据</translation>
    </message>
    <message>
        <source>Evidence ▶</source>
        <translation>证据 ▶</translation>
    </message>
    <message>
        <source>Next evidence</source>
        <translation>下一个证据</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>{act} (Space)</source>
        <translation>{act}（空格）</translation>
    </message>
</context>
<context>
    <name>TrustModel</name>
    <message>
        <source>Quadratic weighted kappa with its 95 % interval: 1 is full agreement, 0 what chance alone would give.</source>
        <translation>二次加权 kappa 及其 95 % 区间：1 为完全一致，0 为纯属巧合。</translation>
    </message>
    <message>
        <source>Mean of the instructor&apos;s level less the other one, with its 95 % interval.</source>
        <translation>教师等级减去另一等级的平均值，及其 95 % 区间。</translation>
    </message>
    <message>
        <source>Share of pairs with the same level.</source>
        <translation>等级相同的比例。</translation>
    </message>
    <message>
        <source>Share of pairs at most one level apart.</source>
        <translation>相差不超过一级的比例。</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>评分项</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Agreement κ (dashed: {poor})</source>
        <translation>一致性 κ（虚线：{poor}）</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏差</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>Within 1</source>
        <translation>≤1 级</translation>
    </message>
    <message>
        <source>not enough ({pairs} of {enough})</source>
        <translation>数据不足（{pairs}/{enough}）</translation>
    </message>
    <message>
        <source>no spread of levels</source>
        <translation>等级没有变化</translation>
    </message>
    <message>
        <source>{figure}, agrees poorly</source>
        <translation>{figure}，一致性差</translation>
    </message>
</context>
<context>
    <name>TrustView</name>
    <message>
        <source>Export for a study …</source>
        <translation>导出研究数据…</translation>
    </message>
    <message>
        <source>Agreement by criterion</source>
        <translation>各评分项的一致性</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>No pairs yet. One is made whenever an instructor confirms or changes a level of the machine&apos;s in the review room.</source>
        <translation>还没有数据。教师在复盘室确认或改动一个自动等级，就产生一对。</translation>
    </message>
    <message>
        <source>No pairs yet. One is made whenever a second instructor gives a level.</source>
        <translation>还没有数据。第二位教师给出等级，就产生一对。</translation>
    </message>
    <message>
        <source>Blind levels only: given before the instructor had seen any other.</source>
        <translation>只含盲评：教师给出等级之前没有看到其他等级。</translation>
    </message>
    <message>
        <source>{blind} of {pairs} pairs are blind. In the others the instructor saw the other level first, which pulls towards it: take those figures for an upper bound, and mark blind to know better.</source>
        <translation>{pairs} 对中有 {blind} 对是盲评。其余的教师先看到了另一等级，容易向它靠拢：请把这些指标当作上限；要知道真实的一致性，请用盲评。</translation>
    </message>
    <message numerus="yes">
        <source>%n signed session(s); a level nobody said a word on is not taken for agreement.</source>
        <translation>
            <numerusform>已签字 %n 场；没有表态的等级不算同意。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criteria agree poorly (⚑).</source>
        <translation>
            <numerusform>%n 项一致性差（⚑）。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) apart</source>
        <translation>
            <numerusform>%n 对等级不同</numerusform>
        </translation>
    </message>
    <message>
        <source>A folder for the study&apos;s files</source>
        <translation>存放研究数据的文件夹</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>已导出</translation>
    </message>
    <message>
        <source>The files are in {folder}. README.md there says what they hold.</source>
        <translation>文件在 {folder}，内容说明见其中的 README.md。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Veil</name>
    <message>
        <source>hidden until you have given a level</source>
        <translation>给出等级后显示</translation>
    </message>
</context>
<context>
    <name>ViewRow</name>
    <message>
        <source>Viewers&apos; view</source>
        <translation>观众视角</translation>
    </message>
    <message>
        <source>Viewers</source>
        <translation>观众</translation>
    </message>
    <message>
        <source>Chat, toasts, product card and likes over the picture, as viewers saw them</source>
        <translation>在画面上显示弹幕、下单提示、商品卡和点赞，和观众当时看到的一样</translation>
    </message>
    <message>
        <source>From here</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>The span to repeat begins here</source>
        <translation>循环片段从这里开始</translation>
    </message>
    <message>
        <source>To here</source>
        <translation>终点</translation>
    </message>
    <message>
        <source>The span to repeat ends here</source>
        <translation>循环片段到这里结束</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>Skip silence</source>
        <translation>跳过静音</translation>
    </message>
    <message>
        <source>Show more of the session</source>
        <translation>缩小，看更多</translation>
    </message>
    <message>
        <source>Show less of the session, larger</source>
        <translation>放大，看更细</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全场</translation>
    </message>
    <message>
        <source>Show the whole session</source>
        <translation>显示全场</translation>
    </message>
    <message>
        <source>Repeat {start}–{end}</source>
        <translation>循环 {start}–{end}</translation>
    </message>
    <message>
        <source>Repeat from {start}</source>
        <translation>从 {start} 起循环</translation>
    </message>
    <message>
        <source>Jump over silences of two seconds and more</source>
        <translation>跳过两秒以上的静音</translation>
    </message>
    <message>
        <source>No silence of two seconds was noticed</source>
        <translation>没有两秒以上的静音</translation>
    </message>
</context>
<context>
    <name>VitalsDetails</name>
    <message>
        <source>This machine</source>
        <translation>本机状态</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Camera, pictures a second</source>
        <translation>摄像头帧率（帧/秒）</translation>
    </message>
    <message>
        <source>Pictures taken</source>
        <translation>已采集画面</translation>
    </message>
    <message>
        <source>Pictures dropped</source>
        <translation>丢帧</translation>
    </message>
    <message>
        <source>Caption delay, 95 of 100 within</source>
        <translation>字幕延迟（95% 以内）</translation>
    </message>
    <message>
        <source>Sound not yet recognised</source>
        <translation>待识别声音</translation>
    </message>
    <message>
        <source>Gaps in the sound</source>
        <translation>声音中断</translation>
    </message>
    <message>
        <source>Processor, last 10 s</source>
        <translation>处理器占用（近 10 秒）</translation>
    </message>
    <message>
        <source>Window late by, last 10 s</source>
        <translation>界面延迟（近 10 秒）</translation>
    </message>
    <message>
        <source>Free disk</source>
        <translation>磁盘剩余</translation>
    </message>
    <message>
        <source>Recorded as</source>
        <translation>录制质量</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>{free} GB</source>
        <translation>{free} GB</translation>
    </message>
    <message>
        <source>{used} of {cores} cores</source>
        <translation>{used} / {cores} 核</translation>
    </message>
    <message>
        <source>{late} ms</source>
        <translation>{late} 毫秒</translation>
    </message>
</context>
<context>
    <name>VitalsPill</name>
    <message>
        <source>machine fine</source>
        <translation>本机正常</translation>
    </message>
    <message>
        <source>machine busy</source>
        <translation>本机繁忙</translation>
    </message>
    <message>
        <source>machine in trouble</source>
        <translation>本机异常</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>繁忙</translation>
    </message>
    <message>
        <source>trouble</source>
        <translation>异常</translation>
    </message>
</context>
<context>
    <name>VoiceNote</name>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>● {time} of {longest}</source>
        <translation>● {time} / {longest}</translation>
    </message>
    <message>
        <source>Waiting for the microphone …</source>
        <translation>等待麦克风……</translation>
    </message>
</context>
<context>
    <name>VolumeModel</name>
    <message>
        <source>without a name</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>{id}, last changed {when}</source>
        <translation>{id}，最后修改于 {when}</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>{id}, version {version}</source>
        <translation>{id}，第 {version} 版</translation>
    </message>
    <message>
        <source>this centre&apos;s</source>
        <translation>本中心</translation>
    </message>
    <message>
        <source>came along</source>
        <translation>自带</translation>
    </message>
</context>
<context>
    <name>WatchView</name>
    <message>
        <source>What the two clocks are laid on</source>
        <translation>两个时钟对齐在哪里</translation>
    </message>
    <message>
        <source>Timeline {letter}</source>
        <translation>时间轴 {letter}</translation>
    </message>
    <message>
        <source>Clocks on</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>going live</source>
        <translation>开播</translation>
    </message>
    <message>
        <source>segment: {name}</source>
        <translation>环节：{name}</translation>
    </message>
    <message>
        <source>first explained: {name}</source>
        <translation>第一次讲解：{name}</translation>
    </message>
    <message>
        <source>said: {name}</source>
        <translation>说到：{name}</translation>
    </message>
</context>
<context>
    <name>Weighing</name>
    <message>
        <source>This session had another model of the audience ({model}): it cannot be played again.</source>
        <translation>这一场用的是另一版观众模型（{model}），不能重演。</translation>
    </message>
    <message>
        <source>This session was cut off; once it is finished, its audience can be asked.</source>
        <translation>这一场中断了；补完评分之后才能推演。</translation>
    </message>
    <message>
        <source>Shorter than a minute: too little to tell skill from luck.</source>
        <translation>不到一分钟，分不出本事和运气。</translation>
    </message>
</context>
<context>
    <name>WhoAndWhat</name>
    <message>
        <source>Who rehearses what</source>
        <translation>谁来练，练什么</translation>
    </message>
    <message>
        <source>Trainee</source>
        <translation>学员</translation>
    </message>
    <message>
        <source>Trainee: type or choose a name</source>
        <translation>学员：输入或选择姓名</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>What the scenario is about</source>
        <translation>场景说明</translation>
    </message>
    <message>
        <source>Audience: {room}, {count} a minute. Simulated on assumptions, listed below.</source>
        <translation>观众：{room}，每分钟约 {count} 人进场；按假设模拟，见下文。</translation>
    </message>
    <message>
        <source>{room}: what is assumed</source>
        <translation>{room}：有哪些假设</translation>
    </message>
    <message>
        <source>{criterion} {name} at level {level}</source>
        <translation>{criterion} {name} 达到 {level} 级</translation>
    </message>
    <message>
        <source>Goals: {goals}</source>
        <translation>目标：{goals}</translation>
    </message>
</context>
<context>
    <name>WhoDialog</name>
    <message>
        <source>Hand the control desk over</source>
        <translation>交出中控台</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>交出</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>I was asked: my name may stand in this session&apos;s log.</source>
        <translation>已征得本人同意：姓名可以记入本场日志。</translation>
    </message>
    <message>
        <source>Type the name of who works the desk: it stands in the log.</source>
        <translation>请填写操作中控台者的姓名，会记入日志。</translation>
    </message>
    <message>
        <source>This is the host, who has the desk already.</source>
        <translation>这是主播本人，中控台本来就在其手中。</translation>
    </message>
    <message>
        <source>Ask first, then tick the box: what is done at the desk is kept under this name.</source>
        <translation>请先征得同意再勾选：中控台上的操作会记在这个名字下。</translation>
    </message>
</context>
<context>
    <name>WhyWords</name>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>%n 人离开</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n came in</source>
        <translation>
            <numerusform>%n 人进入</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n 单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) cancelled</source>
        <translation>
            <numerusform>%n 单取消</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wanted to order</source>
        <translation>
            <numerusform>%n 人想下单</numerusform>
        </translation>
    </message>
    <message>
        <source>{change}: {reasons}</source>
        <translation>{change}：{reasons}</translation>
    </message>
    <message>
        <source>{seconds} s of silence</source>
        <translation>静场 {seconds} 秒</translation>
    </message>
    <message>
        <source>question on {topic} answered</source>
        <translation>回应了{topic}的提问</translation>
    </message>
    <message>
        <source>question on {topic} not answered</source>
        <translation>没有回应{topic}的提问</translation>
    </message>
    <message>
        <source>sent by the platform</source>
        <translation>平台推流</translation>
    </message>
    <message>
        <source>a wave from the platform</source>
        <translation>平台一波流量</translation>
    </message>
    <message>
        <source>nothing stands out</source>
        <translation>没有突出的原因</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>silence</source>
        <translation>静场</translation>
    </message>
    <message>
        <source>trust</source>
        <translation>信任</translation>
    </message>
    <message>
        <source>lack of trust</source>
        <translation>不信任</translation>
    </message>
    <message>
        <source>annoyed</source>
        <translation>反感</translation>
    </message>
    <message>
        <source>product explained</source>
        <translation>商品讲清楚了</translation>
    </message>
    <message>
        <source>product not understood</source>
        <translation>商品没讲明白</translation>
    </message>
    <message>
        <source>price told</source>
        <translation>报了价</translation>
    </message>
    <message>
        <source>price not clear</source>
        <translation>价格不清楚</translation>
    </message>
    <message>
        <source>asked to order</source>
        <translation>引导下单</translation>
    </message>
    <message>
        <source>scarce, or closing soon</source>
        <translation>数量或时间有限</translation>
    </message>
    <message>
        <source>scarcity that was not true</source>
        <translation>虚假紧迫</translation>
    </message>
    <message>
        <source>discount</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>price went up</source>
        <translation>涨价了</translation>
    </message>
    <message>
        <source>others ordered</source>
        <translation>看到别人下单</translation>
    </message>
    <message>
        <source>lucky bag</source>
        <translation>福袋</translation>
    </message>
    <message>
        <source>question answered</source>
        <translation>回应了提问</translation>
    </message>
    <message>
        <source>question not answered</source>
        <translation>提问没有回应</translation>
    </message>
    <message>
        <source>no stock</source>
        <translation>没有库存</translation>
    </message>
    <message>
        <source>an incident</source>
        <translation>突发</translation>
    </message>
    <message>
        <source>what others wrote</source>
        <translation>受其他评论带动</translation>
    </message>
    <message>
        <source>a viewer muted unjustly</source>
        <translation>有观众被无故禁言</translation>
    </message>
    <message>
        <source>the price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>size and make</source>
        <translation>规格</translation>
    </message>
    <message>
        <source>whom it suits</source>
        <translation>适合谁</translation>
    </message>
    <message>
        <source>use</source>
        <translation>用法</translation>
    </message>
    <message>
        <source>postage</source>
        <translation>运费</translation>
    </message>
    <message>
        <source>returns</source>
        <translation>退换</translation>
    </message>
    <message>
        <source>stock</source>
        <translation>库存</translation>
    </message>
</context>
<context>
    <name>WrapUpPage</name>
    <message>
        <source>After the stream</source>
        <translation>下播之后</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Open the review now</source>
        <translation>现在打开复盘</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Closing the recording …</source>
        <translation>正在收好录像……</translation>
    </message>
    <message>
        <source>Scoring what was heard live …</source>
        <translation>正在按直播时听到的内容评分……</translation>
    </message>
    <message>
        <source>{time} on air</source>
        <translation>直播 {time}</translation>
    </message>
    <message>
        <source>Listening to the whole recording again …</source>
        <translation>正在重新听写整场录音……</translation>
    </message>
    <message>
        <source>No recogniser could hear the recording again: the score stays provisional.</source>
        <translation>没有可用的识别器重新听写录音：评分仍为暂定。</translation>
    </message>
    <message>
        <source>Not everything is written down yet.</source>
        <translation>还有内容没有存好。</translation>
    </message>
    <message>
        <source>The session is kept.</source>
        <translation>本场已保留。</translation>
    </message>
    <message>
        <source>Too little could be measured for a total ({weight} of 100 points of weight).</source>
        <translation>能测得的项目太少，没有总分（权重 {weight}/100）。</translation>
    </message>
    <message>
        <source>Provisional: by what was heard live. The final score follows.</source>
        <translation>暂定分：按直播时听到的内容。最终分随后给出。</translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
</context>
<context>
    <name>WrongsView</name>
    <message>
        <source>What the class gets wrong</source>
        <translation>全班哪里不对</translation>
    </message>
    <message>
        <source>Enter on a criterion shows who is weak in it; on anything else, the last session it is from.</source>
        <translation>在评分项上按回车，看谁在这一项弱；在其他行上，打开最近出现它的一场。</translation>
    </message>
    <message>
        <source>Weakest criteria</source>
        <translation>最弱的评分项</translation>
    </message>
    <message>
        <source>{low} of {marked} below level 3, mean {mean}</source>
        <translation>{marked} 场里 {low} 场不到 3 级，平均 {mean}</translation>
    </message>
    <message>
        <source>Rules broken most often</source>
        <translation>违反最多的规则</translation>
    </message>
    <message>
        <source>Facts missed most often</source>
        <translation>漏讲最多的卖点</translation>
    </message>
    <message>
        <source>Also missed</source>
        <translation>其他常漏的</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>没有。</translation>
    </message>
    <message>
        <source>{sessions} of {all} sessions</source>
        <translation>{all} 场里的 {sessions} 场</translation>
    </message>
</context>
<context>
    <name>audience picture</name>
    <message>
        <source>Viewers online</source>
        <translation>在线人数</translation>
    </message>
    <message>
        <source>Comments a minute</source>
        <translation>每分钟评论</translation>
    </message>
    <message>
        <source>Card clicks a minute</source>
        <translation>每分钟商品点击</translation>
    </message>
    <message>
        <source>Orders a minute</source>
        <translation>每分钟下单</translation>
    </message>
    <message>
        <source>Silent host</source>
        <translation>不说话的主播</translation>
    </message>
    <message>
        <source>Novice</source>
        <translation>新手</translation>
    </message>
    <message>
        <source>Fair host</source>
        <translation>合格主播</translation>
    </message>
    <message>
        <source>Expert</source>
        <translation>熟手</translation>
    </message>
    <message>
        <source>{many} simulated audiences: line the median, dark band half of them, light band 90 %</source>
        <translation>{many} 场模拟观众：线是中位数，深色带是一半的场次，浅色带是九成</translation>
    </message>
    <message>
        <source>{minute} min</source>
        <translation>{minute} 分</translation>
    </message>
</context>
<context>
    <name>authoring</name>
    <message>
        <source>Add a fact of this kind to the card, or mark one as mandatory.</source>
        <translation>在卖点卡上补一条这一类的卖点，或把已有的一条设为必讲。</translation>
    </message>
    <message>
        <source>Tell the price of every day: 7 days in China, 30 in the UK and EU.</source>
        <translation>把每一天的价格写全：中国 7 天，英国和欧盟 30 天。</translation>
    </message>
    <message>
        <source>Let each stretch begin on the day the one before ends.</source>
        <translation>让每一段从上一段结束的那天开始。</translation>
    </message>
    <message>
        <source>Let the last stretch end at 0 days with the price of today.</source>
        <translation>让最后一段到 0 天为止，并写今天的价格。</translation>
    </message>
    <message>
        <source>Leave the history empty, or do not call the product new.</source>
        <translation>把价格记录留空，或不要把商品标为新品。</translation>
    </message>
    <message>
        <source>Add what viewers&apos; comments and the answers are filled with.</source>
        <translation>补上观众评论和回应里要填的内容。</translation>
    </message>
    <message>
        <source>Lower entries_per_min or comment_multiplier, or raise the tier.</source>
        <translation>调低 entries_per_min 或 comment_multiplier，或提高级别。</translation>
    </message>
    <message>
        <source>Write a sentence that says it without the claim.</source>
        <translation>写一句不带这种说法的话。</translation>
    </message>
    <message>
        <source>Change the segments or length_s until both agree.</source>
        <translation>修改环节时长或 length_s，使两者一致。</translation>
    </message>
    <message>
        <source>Choose one of the kinds in taxonomy.json.</source>
        <translation>从 taxonomy.json 里选一类突发。</translation>
    </message>
    <message>
        <source>Choose one of the categories in the rule pack.</source>
        <translation>从规则包里选一个类别。</translation>
    </message>
    <message>
        <source>Name a product of this file by its id.</source>
        <translation>写本文件里某个商品的 id。</translation>
    </message>
    <message>
        <source>Move it inside the session, or make the session longer.</source>
        <translation>移到场次时间之内，或把场次加长。</translation>
    </message>
    <message>
        <source>Invent one, or say it in general: another platform, a courier.</source>
        <translation>另编一个，或泛泛地说：别的平台、快递。</translation>
    </message>
    <message>
        <source>Say it without the joke.</source>
        <translation>请去掉这个玩笑。</translation>
    </message>
    <message>
        <source>Write it in the language of the scenario.</source>
        <translation>用场景的语言写。</translation>
    </message>
    <message>
        <source>Word it so that a host may say it; try it with bolian hear.</source>
        <translation>改成主播可以说的话；可以用 bolian hear 试听。</translation>
    </message>
    <message>
        <source>Add a trap: the temptation, the rule it tests, a sentence that is fine.</source>
        <translation>补一个陷阱：诱惑是什么、考哪条规则、怎么说才行。</translation>
    </message>
    <message>
        <source>Name a document in evidence, or take the proof off the card.</source>
        <translation>在 evidence 里写一份材料，或把这条依据从卖点卡上拿掉。</translation>
    </message>
    <message>
        <source>Begin it earlier, or make the session longer.</source>
        <translation>让它早些开始，或把场次加长。</translation>
    </message>
    <message>
        <source>Give the kind answer keys or desk acts in the taxonomy.</source>
        <translation>在评论分类表里给这类突发写回应要点或中控台操作。</translation>
    </message>
    <message>
        <source>Add products, or draw fewer.</source>
        <translation>增加商品，或少抽几个。</translation>
    </message>
    <message>
        <source>Give the product one of the papers named in paper.documents.</source>
        <translation>给这个商品一份 paper.documents 里列出的材料。</translation>
    </message>
    <message>
        <source>Begin from 1:30 to 2:00 before the end, 2:30 apart.</source>
        <translation>从 1:30 起、到结束前 2:00 为止开始，彼此相隔 2:30。</translation>
    </message>
    <message>
        <source>Add products, time, or kinds of incident.</source>
        <translation>增加商品、时长或突发的种类。</translation>
    </message>
</context>
<context>
    <name>classes</name>
    <message>
        <source>Line {line}: no name. Write it, or delete the line.</source>
        <translation>第 {line} 行：没有姓名。请补上，或删掉这一行。</translation>
    </message>
    <message>
        <source>Line {line}: no class for {found}. Write it in the column of classes.</source>
        <translation>第 {line} 行：{found} 没有班级。请在班级列里写上。</translation>
    </message>
    <message>
        <source>Line {line}: {found} is too long. Shorten it to {most} letters.</source>
        <translation>第 {line} 行：“{found}”太长。请缩到 {most} 个字以内。</translation>
    </message>
    <message>
        <source>Line {line}: {found} stands in this class already. Delete one of the two.</source>
        <translation>第 {line} 行：{found} 在这个班里已经有了。请删掉一行。</translation>
    </message>
    <message>
        <source>Line {line}: {found} stands right of the last column. Delete it, or put a text with a comma into quotes.</source>
        <translation>第 {line} 行：“{found}”超出了最后一列。请删掉；文字里有逗号的，用引号括起来。</translation>
    </message>
    <message>
        <source>Line {line}: the list is too long. Cut it into lists of {found} lines.</source>
        <translation>第 {line} 行：名单太长。请分成每份 {found} 行。</translation>
    </message>
    <message>
        <source>Line {line}: {found} holds a sign no name has, such as a line break. Delete that.</source>
        <translation>第 {line} 行：“{found}”里有姓名里不会有的符号，例如换行。请删掉它。</translation>
    </message>
    <message>
        <source>Line {line}: a quotation mark is never closed. Close or delete it.</source>
        <translation>第 {line} 行：引号没有配对。请补上或删掉。</translation>
    </message>
    <message>
        <source>Line {line}: cannot be read ({found}). Write it anew.</source>
        <translation>第 {line} 行：读不懂（{found}）。请重写。</translation>
    </message>
</context>
<context>
    <name>mistakes</name>
    <message>
        <source>is missing</source>
        <translation>没有填</translation>
    </message>
    <message>
        <source>is not a field of this file</source>
        <translation>不是这个文件里的栏目</translation>
    </message>
    <message>
        <source>has the wrong type</source>
        <translation>类型不对</translation>
    </message>
    <message>
        <source>is not one of the allowed values</source>
        <translation>不是允许的值</translation>
    </message>
    <message>
        <source>is too small</source>
        <translation>太小</translation>
    </message>
    <message>
        <source>is too large</source>
        <translation>太大</translation>
    </message>
    <message>
        <source>is too short</source>
        <translation>太短</translation>
    </message>
    <message>
        <source>is too long</source>
        <translation>太长</translation>
    </message>
    <message>
        <source>is not written in the expected form</source>
        <translation>写法不对</translation>
    </message>
    <message>
        <source>is not a finite number</source>
        <translation>不是有限的数</translation>
    </message>
    <message>
        <source>is minus zero</source>
        <translation>是负零</translation>
    </message>
    <message>
        <source>is given twice in one object</source>
        <translation>在同一处出现了两次</translation>
    </message>
    <message>
        <source>holds half of a surrogate pair</source>
        <translation>含有半个代理字符</translation>
    </message>
    <message>
        <source>holds a NUL character</source>
        <translation>含有空字符</translation>
    </message>
    <message>
        <source>is a negative price</source>
        <translation>价格是负数</translation>
    </message>
    <message>
        <source>is a price with more than two decimals</source>
        <translation>价格的小数多于两位</translation>
    </message>
    <message>
        <source>is not a price</source>
        <translation>不是价格</translation>
    </message>
    <message>
        <source>names no kind of content file</source>
        <translation>不是任何一种内容文件</translation>
    </message>
    <message>
        <source>was written for a newer version of this program</source>
        <translation>是为更新版本的软件写的</translation>
    </message>
    <message>
        <source>is used twice</source>
        <translation>重复了</translation>
    </message>
    <message>
        <source>names a product that is not in this file</source>
        <translation>所指的商品不在本场景中</translation>
    </message>
    <message>
        <source>names a fact that is not on the card</source>
        <translation>所指的卖点不在卡上</translation>
    </message>
    <message>
        <source>names a segment that is not in the run of show</source>
        <translation>所指的环节不在流程中</translation>
    </message>
    <message>
        <source>names a rubric that does not exist</source>
        <translation>所指的评分标准不存在</translation>
    </message>
    <message>
        <source>names a profile that the rubric does not have</source>
        <translation>评分标准里没有这类学员的权重</translation>
    </message>
    <message>
        <source>names a criterion that the rubric does not have</source>
        <translation>评分标准里没有这个评分项</translation>
    </message>
    <message>
        <source>names a level that the rubric does not have</source>
        <translation>评分标准里没有这个等级</translation>
    </message>
    <message>
        <source>names a metric that this program does not have</source>
        <translation>软件里没有这个指标</translation>
    </message>
    <message>
        <source>is in force although what the gate looks at is switched off</source>
        <translation>门槛仍启用，但它所看的内容已停用</translation>
    </message>
    <message>
        <source>names a dimension that the rubric does not have</source>
        <translation>评分标准里没有这个维度</translation>
    </message>
    <message>
        <source>names an incident that the comment taxonomy does not have</source>
        <translation>没有这种突发</translation>
    </message>
    <message>
        <source>names a category that does not exist</source>
        <translation>没有这个类别</translation>
    </message>
    <message>
        <source>names an audience preset that does not exist</source>
        <translation>没有这种直播间</translation>
    </message>
    <message>
        <source>lacks a mandatory fact of this kind</source>
        <translation>缺少这一类的必讲卖点</translation>
    </message>
    <message>
        <source>covers too few days</source>
        <translation>覆盖的天数不够</translation>
    </message>
    <message>
        <source>does not join the days before</source>
        <translation>与前面的日期不相接</translation>
    </message>
    <message>
        <source>does not end with today&apos;s price</source>
        <translation>最后一段不是今天的价格</translation>
    </message>
    <message>
        <source>must be empty for a new product</source>
        <translation>新品不能有历史价格</translation>
    </message>
    <message>
        <source>lacks a filling the comments need</source>
        <translation>缺少评论要用的填充词</translation>
    </message>
    <message>
        <source>does not show the product&apos;s price</source>
        <translation>没有写出商品的价格</translation>
    </message>
    <message>
        <source>do not add up to the length of the session</source>
        <translation>合计与场次时长不符</translation>
    </message>
    <message>
        <source>falls outside the session</source>
        <translation>超出了场次的时间</translation>
    </message>
    <message>
        <source>ends before it begins</source>
        <translation>结束早于开始</translation>
    </message>
    <message>
        <source>needs a coupon on the product</source>
        <translation>这件商品要先有优惠券</translation>
    </message>
    <message>
        <source>takes off more than the price</source>
        <translation>减的比价格还多</translation>
    </message>
    <message>
        <source>brings more questions a minute than a beginner can answer</source>
        <translation>每分钟的提问多得新手答不过来</translation>
    </message>
    <message>
        <source>breaks the rule it should keep</source>
        <translation>违反了它本该遵守的规则</translation>
    </message>
    <message>
        <source>carries a name, account or number of the real world</source>
        <translation>写进了真实的名称、账号或号码</translation>
    </message>
    <message>
        <source>is not in the language of the room</source>
        <translation>不是直播间的语言</translation>
    </message>
    <message>
        <source>breaks a rule of the market, and hosts would say it</source>
        <translation>触犯该市场的规则，而主播会照着说</translation>
    </message>
    <message>
        <source>holds too few traps</source>
        <translation>陷阱太少</translation>
    </message>
    <message>
        <source>rests on no document on file</source>
        <translation>没有在案材料可以依据</translation>
    </message>
    <message>
        <source>leaves its incident less time than its kind gives</source>
        <translation>留给突发的时间比这类突发规定的少</translation>
    </message>
    <message>
        <source>can be answered neither by word nor at the control desk</source>
        <translation>既不能用话回应，也不能在中控台处理</translation>
    </message>
    <message>
        <source>leaves nothing to draw: the pool is no larger</source>
        <translation>没有可抽的余地：备选商品不够多</translation>
    </message>
    <message>
        <source>holds none of the papers an exam can withhold</source>
        <translation>没有考试可以抽走的材料</translation>
    </message>
    <message>
        <source>does not keep the times of an exam</source>
        <translation>不合考试的时间规定</translation>
    </message>
    <message>
        <source>cannot be drawn</source>
        <translation>抽不出来</translation>
    </message>
    <message>
        <source>makes fun of a region or of how people there speak</source>
        <translation>拿地域或口音开玩笑</translation>
    </message>
    <message>
        <source>hold none that solves it</source>
        <translation>里面没有能解决它的选项</translation>
    </message>
    <message>
        <source>does not go with what it leaves afterwards: both or neither</source>
        <translation>与事后影响要么都有，要么都没有</translation>
    </message>
    <message>
        <source>names a number that is not given</source>
        <translation>所指的数没有给出</translation>
    </message>
    <message>
        <source>does not say where this number comes from</source>
        <translation>没有说明这个数的来历</translation>
    </message>
    <message>
        <source>does not go with what sets it going</source>
        <translation>与触发条件不配</translation>
    </message>
    <message>
        <source>do not add up</source>
        <translation>合计不对</translation>
    </message>
    <message>
        <source>leave a gap or overlap</source>
        <translation>有空缺或重叠</translation>
    </message>
    <message>
        <source>is not a regular expression</source>
        <translation>不是正则表达式</translation>
    </message>
    <message>
        <source>backtracks without end</source>
        <translation>会无休止地回溯</translation>
    </message>
    <message>
        <source>matches nothing at all, and so everywhere</source>
        <translation>能匹配空文本，于是处处匹配</translation>
    </message>
    <message>
        <source>calls for a list of words that the pack does not have</source>
        <translation>用到了规则包里没有的词表</translation>
    </message>
    <message>
        <source>names a market that the pack is not for</source>
        <translation>所指的市场不归这个规则包管</translation>
    </message>
    <message>
        <source>is not found, although it should be</source>
        <translation>本该查出，却没有查出</translation>
    </message>
    <message>
        <source>is found, although it is fine</source>
        <translation>本来没问题，却被查出</translation>
    </message>
    <message>
        <source>is fine without this exception too: it shows nothing</source>
        <translation>没有这条例外也不会查出，起不到示范作用</translation>
    </message>
    <message>
        <source>is a price of nothing</source>
        <translation>价格是零</translation>
    </message>
    <message>
        <source>brings more viewers than a session can hold</source>
        <translation>带来的观众超过一场的上限</translation>
    </message>
    <message>
        <source>must stay below 1: comments would draw comments without end</source>
        <translation>必须小于 1，否则评论会无休止地引出评论</translation>
    </message>
    <message>
        <source>is above .8: one comment may set off a storm that has nothing to do with the host</source>
        <translation>大于 0.8：一条评论就可能引发与主播无关的刷屏</translation>
    </message>
    <message>
        <source>is the id of a scenario that came with the program</source>
        <translation>与软件自带的场景编号相同</translation>
    </message>
    <message>
        <source>cannot be the name of a file</source>
        <translation>不能用作文件名</translation>
    </message>
    <message>
        <source>is negative</source>
        <translation>是负数</translation>
    </message>
    <message>
        <source>is not a number</source>
        <translation>不是数</translation>
    </message>
    <message>
        <source>is not a time</source>
        <translation>不是时间</translation>
    </message>
    <message>
        <source>may be minutes and seconds or hours and minutes: write h:mm:ss</source>
        <translation>可能是分秒，也可能是时分：请写成 h:mm:ss</translation>
    </message>
    <message>
        <source>is not later than the line before</source>
        <translation>不晚于上一行</translation>
    </message>
    <message>
        <source>does not stand on the step of the other lines</source>
        <translation>与其他各行的间隔不一致</translation>
    </message>
    <message>
        <source>makes a step from line to line that is not between 10 s and 10 minutes</source>
        <translation>行与行的间隔不在 10 秒到 10 分钟之间</translation>
    </message>
    <message>
        <source>makes the log longer than a day</source>
        <translation>使记录超过了一天</translation>
    </message>
    <message>
        <source>is followed by fewer than three lines of numbers</source>
        <translation>后面的数据不足三行</translation>
    </message>
    <message>
        <source>falls, although it is a running total</source>
        <translation>是累计数，却变小了</translation>
    </message>
    <message>
        <source>has no column of viewers</source>
        <translation>没有观众人数这一列</translation>
    </message>
    <message>
        <source>adds up to more than it can be part of</source>
        <translation>合计超过了它所属的总数</translation>
    </message>
</context>
<context>
    <name>queue</name>
    <message>
        <source>to review</source>
        <translation>待评</translation>
    </message>
    <message>
        <source>waits for the second assessor</source>
        <translation>等第二位考评员</translation>
    </message>
    <message>
        <source>to reconcile</source>
        <translation>待商定</translation>
    </message>
    <message>
        <source>✓ signed</source>
        <translation>✓ 已签</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>Something is not as it should be ({code}).</source>
        <translation>有些地方不对（{code}）。</translation>
    </message>
    <message>
        <source>camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>microphone</source>
        <translation>麦克风</translation>
    </message>
    <message>
        <source>captions</source>
        <translation>字幕</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>录像</translation>
    </message>
    <message>
        <source>data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>{device} not found</source>
        <translation>找不到{device}</translation>
    </message>
    <message>
        <source>{device} in use elsewhere</source>
        <translation>{device}被其他程序占用</translation>
    </message>
    <message>
        <source>{device} blocked by the system</source>
        <translation>{device}被系统禁用</translation>
    </message>
    <message>
        <source>{device} lost</source>
        <translation>{device}已断开</translation>
    </message>
    <message>
        <source>{device} frozen</source>
        <translation>{device}画面冻结</translation>
    </message>
    <message>
        <source>{device} not readable</source>
        <translation>{device}无法读取</translation>
    </message>
    <message>
        <source>{device} stopped: disk full</source>
        <translation>{device}已停止：磁盘已满</translation>
    </message>
    <message>
        <source>{device} too slow</source>
        <translation>{device}太慢</translation>
    </message>
    <message>
        <source>{device} silent: is it switched off?</source>
        <translation>{device}没有声音：是不是关了静音开关？</translation>
    </message>
    <message>
        <source>{device} failed</source>
        <translation>{device}出错</translation>
    </message>
    <message>
        <source>The speech model of this language is damaged: mend it with &quot;bolian models&quot;.</source>
        <translation>这种语言的语音模型已损坏：请用 “bolian models” 修复。</translation>
    </message>
    <message>
        <source>No speech recogniser is installed for this language: install one with &quot;bolian models&quot;.</source>
        <translation>这种语言还没有安装语音识别：请用 “bolian models” 安装。</translation>
    </message>
    <message>
        <source>Captions: Vosk, word by word while you speak.</source>
        <translation>字幕：Vosk，边说边逐词显示。</translation>
    </message>
    <message>
        <source>Captions: Whisper, sentence by sentence, a moment after you said it.</source>
        <translation>字幕：Whisper，说完一句稍后显示。</translation>
    </message>
    <message>
        <source>The content folder {file} is missing: set the program up again.</source>
        <translation>缺少内容文件夹 {file}：请重新安装程序。</translation>
    </message>
    <message>
        <source>{file} holds no content file: name a scenario, rubric or rule file.</source>
        <translation>{file} 里没有内容文件：请指定场景、评分表或规则文件。</translation>
    </message>
    <message>
        <source>There is no scenario in {file}: put one there.</source>
        <translation>{file} 里没有场景：请放入一个。</translation>
    </message>
    <message>
        <source>There is no scenario {id}; there are: {known}.</source>
        <translation>没有场景 {id}；现有：{known}。</translation>
    </message>
    <message>
        <source>There is no exam paper {id}; there are: {known}.</source>
        <translation>没有试卷 {id}；现有：{known}。</translation>
    </message>
    <message>
        <source>No paper can be drawn from scenario {id} ({why}): add products, time or kinds of incident.</source>
        <translation>场景 {id} 抽不出试卷（{why}）：请增加商品、时长或突发种类。</translation>
    </message>
    <message>
        <source>Scenario {id} does not keep the times of an exam ({found}): incidents begin from 1:30 to 2:00 before the end, 2:30 apart.</source>
        <translation>场景 {id} 不符合考试的时间要求（{found}）：突发须在 1:30 之后、结束前 2:00 之前开始，彼此相隔至少 2:30。</translation>
    </message>
    <message>
        <source>There is no rubric {id}: import it, or change the scenario.</source>
        <translation>没有评分表 {id}：请导入，或修改场景。</translation>
    </message>
    <message>
        <source>{option}: &quot;{found}&quot; names no rubric; say ID, or ID@VERSION: see &quot;bolian rubrics&quot;.</source>
        <translation>{option}：“{found}”不是评分标准；请写 ID 或 ID@版本，见 &quot;bolian rubrics&quot;。</translation>
    </message>
    <message>
        <source>Name the version too: {id}@VERSION; there are: {known}.</source>
        <translation>请写明版本：{id}@版本；现有：{known}。</translation>
    </message>
    <message>
        <source>Say which sessions: their ids, --all, --scenario, --trainee or --since.</source>
        <translation>请说明哪些场次：写出编号，或用 --all、--scenario、--trainee、--since。</translation>
    </message>
    <message>
        <source>Name one session, or say --for class for several together.</source>
        <translation>请只写一个场次；多个场次一起用 --for class。</translation>
    </message>
    <message>
        <source>{found} names no moment of this session; there are: {known}.</source>
        <translation>本场没有 {found} 这个时刻；有：{known}。</translation>
    </message>
    <message>
        <source>&quot;{found}&quot; is no address that names may begin with; write it like https://school.example/xapi.</source>
        <translation>“{found}”不能作为名称开头的网址；请写成 https://school.example/xapi 这样。</translation>
    </message>
    <message>
        <source>No font with Chinese letters was found: install one (Debian: fonts-noto-cjk), or export HTML instead of PDF.</source>
        <translation>没有找到中文字体：请安装一种（Debian：fonts-noto-cjk），或改为导出 HTML。</translation>
    </message>
    <message>
        <source>No session is like that: see &quot;bolian sessions&quot;.</source>
        <translation>没有这样的场次：见 &quot;bolian sessions&quot;。</translation>
    </message>
    <message>
        <source>{option}: &quot;{found}&quot; is not a day; write it as 2026-11-23.</source>
        <translation>{option}：“{found}”不是日期；请写成 2026-11-23。</translation>
    </message>
    <message>
        <source>Rubric {id} is already here in version {version} with other content: raise its version.</source>
        <translation>评分表 {id} 的版本 {version} 已存在且内容不同：请提高版本号。</translation>
    </message>
    <message>
        <source>There is no rule pack {id}; there are: {known}.</source>
        <translation>没有规则包 {id}；现有：{known}。</translation>
    </message>
    <message>
        <source>Rule pack {id} is already here in version {known}: give the file a later one than {version}.</source>
        <translation>规则包 {id} 已有版本 {known}：请给文件一个比 {version} 更新的版本号。</translation>
    </message>
    <message>
        <source>The rule pack could not be written to {file}: {why}.</source>
        <translation>规则包无法写入 {file}：{why}。</translation>
    </message>
    <message>
        <source>Rule pack {id} came with the program: only a centre&apos;s own goes.</source>
        <translation>规则包 {id} 是程序自带的：只能移除本中心自己的。</translation>
    </message>
    <message>
        <source>{file} could not be written: {why}. Mend that, then try again.</source>
        <translation>{file} 写不进去：{why}。请处理后再试。</translation>
    </message>
    <message>
        <source>Scenario {id} came with the program: only a centre&apos;s own goes.</source>
        <translation>场景 {id} 是软件自带的，只能移走本中心自己的场景。</translation>
    </message>
    <message>
        <source>{file} has mistakes: correct them, then try again.</source>
        <translation>{file} 有错误：请改正后再试。</translation>
    </message>
    <message>
        <source>The file {file} is not there: check its name.</source>
        <translation>找不到文件 {file}：请检查文件名。</translation>
    </message>
    <message>
        <source>{file} is a folder: name a file in it.</source>
        <translation>{file} 是文件夹：请指定其中的文件。</translation>
    </message>
    <message>
        <source>The file {file} is empty.</source>
        <translation>文件 {file} 是空的。</translation>
    </message>
    <message>
        <source>{file} is too big for a content file (more than {limit} bytes).</source>
        <translation>{file} 作为内容文件太大（超过 {limit} 字节）。</translation>
    </message>
    <message>
        <source>{file} is nested more than {limit} levels deep: flatten it.</source>
        <translation>{file} 嵌套超过 {limit} 层：请减少层数。</translation>
    </message>
    <message>
        <source>{file} is not UTF-8 text (it looks like {encoding}): save it so.</source>
        <translation>{file} 不是 UTF-8 文本（像是 {encoding}）：请另存为 UTF-8。</translation>
    </message>
    <message>
        <source>{file} cannot be read ({why}): check its permissions.</source>
        <translation>{file} 无法读取（{why}）：请检查权限。</translation>
    </message>
    <message>
        <source>{file} is not JSON: line {line}, column {column}: {why}.</source>
        <translation>{file} 不是 JSON：第 {line} 行第 {column} 列：{why}。</translation>
    </message>
    <message>
        <source>{file} must hold one JSON object.</source>
        <translation>{file} 必须是一个 JSON 对象。</translation>
    </message>
    <message>
        <source>The settings in {file} cannot be used: correct or remove it.</source>
        <translation>{file} 里的设置不能用：请改正或删除。</translation>
    </message>
    <message>
        <source>The settings in {file} are not TOML: {why}.</source>
        <translation>{file} 里的设置不是 TOML：{why}。</translation>
    </message>
    <message>
        <source>The settings could not be written to {file}: {why}.</source>
        <translation>设置无法写入 {file}：{why}。</translation>
    </message>
    <message>
        <source>{option}: &quot;{found}&quot; is not an address; say {device}NAME, file:PATH or none.</source>
        <translation>{option}：“{found}”不是设备地址；请写 {device}名称、file:路径 或 none。</translation>
    </message>
    <message>
        <source>{option}: --pace fast needs a file, not &quot;{found}&quot;.</source>
        <translation>{option}：--pace fast 需要文件，不能是“{found}”。</translation>
    </message>
    <message>
        <source>Scenario {scenario} is spoken in &quot;{language}&quot;: leave --language out, or choose another one.</source>
        <translation>场景 {scenario} 用的语言是“{language}”：请去掉 --language，或换一个场景。</translation>
    </message>
    <message>
        <source>No instructor judged by version {found} of rubric {id}; by {known} some did.</source>
        <translation>没有教师按评分标准 {id} 的 {found} 版评过；评过的版本：{known}。</translation>
    </message>
    <message>
        <source>--engine: no instructor judged levels of &quot;{found}&quot;; there are: {known}. Or say all.</source>
        <translation>--engine：没有教师评过“{found}”给出的等级；现有：{known}，或写 all。</translation>
    </message>
    <message>
        <source>{option}: {found} is not a day like 2026-09-01.</source>
        <translation>{option}：{found} 不是日期，请写成 2026-09-01 这样。</translation>
    </message>
    <message>
        <source>{file} is not text in UTF-8: name a text, a pitch (speech-pitch/1) or words (asr-words/1).</source>
        <translation>{file} 不是 UTF-8 文本：请指定文本、口播稿（speech-pitch/1）或词表（asr-words/1）。</translation>
    </message>
    <message>
        <source>{file} is no pitch (speech-pitch/1) and no list of words (asr-words/1): correct it.</source>
        <translation>{file} 既不是口播稿（speech-pitch/1），也不是词表（asr-words/1）：请改正。</translation>
    </message>
    <message>
        <source>A class needs a name: type one.</source>
        <translation>班级要有名字：请写一个。</translation>
    </message>
    <message>
        <source>The name {found} is too long: at most {most} letters.</source>
        <translation>名字“{found}”太长：最多 {most} 个字。</translation>
    </message>
    <message>
        <source>There is a class {id} already: choose another name.</source>
        <translation>已经有班级“{id}”了：请换个名字。</translation>
    </message>
    <message>
        <source>{file} has no column of names: let its first line say what each column holds, 姓名 or name, and 班级 or class.</source>
        <translation>{file} 里没有姓名列：请在第一行写上列名，“姓名”（或 name）和“班级”（或 class）。</translation>
    </message>
    <message>
        <source>{file} does not say which class: add a column 班级 or class, or choose a class first.</source>
        <translation>{file} 没有写是哪个班：请加一列“班级”（或 class），或先选中一个班。</translation>
    </message>
    <message>
        <source>{file} holds no names: write one in each line.</source>
        <translation>{file} 里没有姓名：请一行写一个。</translation>
    </message>
    <message>
        <source>There is no session {id}: see &quot;bolian sessions&quot;.</source>
        <translation>没有场次 {id}：请看 “bolian sessions”。</translation>
    </message>
    <message>
        <source>{option}: {found} is not a number from {least} to {most}.</source>
        <translation>{option}：{found} 不是 {least} 到 {most} 之间的数。</translation>
    </message>
    <message>
        <source>{option}: {found} is not a whole number from {least} to {most}.</source>
        <translation>{option}：{found} 不是 {least} 到 {most} 之间的整数。</translation>
    </message>
    <message>
        <source>{option}: there is no host &quot;{found}&quot;; say silent, novice, fair, expert or log:SESSION.</source>
        <translation>{option}：没有主播“{found}”；可以写 silent、novice、fair、expert 或 log:场次。</translation>
    </message>
    <message>
        <source>Say either --reference or --scenario ID: one room.</source>
        <translation>请写 --reference 或 --scenario 场景，二选一。</translation>
    </message>
    <message>
        <source>Session {id} is of scenario {found}: name that one, or leave --scenario and --reference out.</source>
        <translation>场次 {id} 属于场景 {found}：请写这个场景，或去掉 --scenario 和 --reference。</translation>
    </message>
    <message>
        <source>{option}: the host did nothing of that kind near second {found}; the nearest is at {nearest}.</source>
        <translation>{option}：第 {found} 秒前后主播没有这样做过；最近的一次在第 {nearest} 秒。</translation>
    </message>
    <message>
        <source>{option}: the host did nothing of that kind in this session.</source>
        <translation>{option}：这一场里主播没有这样做过。</translation>
    </message>
    <message>
        <source>{file}: a picture ends in .png.</source>
        <translation>{file}：图片文件名要以 .png 结尾。</translation>
    </message>
    <message>
        <source>Session {id} was made with the audience model {found}; this program has {known}.</source>
        <translation>场次 {id} 用的是观众模型 {found}，本程序是 {known}。</translation>
    </message>
    <message>
        <source>{option}: the session has no second {found}; it ends at {most}.</source>
        <translation>{option}：这一场没有第 {found} 秒，到 {most} 秒结束。</translation>
    </message>
    <message>
        <source>{option}: &quot;{found}&quot; is no act of this session; there are: {known}.</source>
        <translation>{option}：“{found}”不是这一场里的做法；可以写：{known}。</translation>
    </message>
    <message>
        <source>{option}: {found} would change nothing at that moment.</source>
        <translation>{option}：在那一刻，{found} 什么也不会改变。</translation>
    </message>
    <message>
        <source>Say what to change: --drop, --add, or both.</source>
        <translation>请说明改什么：--drop、--add，或两个都写。</translation>
    </message>
    <message>
        <source>Settings, rewording: {found} is not an http address of this PC; viewers&apos; lines stay on it.</source>
        <translation>设置 rewording：{found} 不是本机的 http 地址；观众的话只留在本机。</translation>
    </message>
    <message>
        <source>{option} goes with --pace live only.</source>
        <translation>{option} 只能与 --pace live 一起用。</translation>
    </message>
    <message>
        <source>Say which sessions make the class: their ids, --scenario, --paper or --class.</source>
        <translation>请说明班级报告包括哪些场次：场次编号、--scenario、--paper 或 --class。</translation>
    </message>
    <message>
        <source>There is no class {name} here. Those there are: {known}. Make it in the review queue, Ctrl+K.</source>
        <translation>这里没有班级 {name}。已有：{known}。可在待评队列里按 Ctrl+K 新建。</translation>
    </message>
    <message>
        <source>There is nothing to rehearse from: name a microphone, a camera or a file ({option}).</source>
        <translation>没有可用的来源：请指定麦克风、摄像头或文件（{option}）。</translation>
    </message>
    <message>
        <source>{file}: a report ends in .html or .pdf.</source>
        <translation>{file}：报告文件名应以 .html 或 .pdf 结尾。</translation>
    </message>
    <message>
        <source>{path} is not a list of words with text, start_s and end_s: correct it.</source>
        <translation>{path} 不是由 text、start_s、end_s 组成的词表：请改正。</translation>
    </message>
    <message>
        <source>The transcript {path} is too large.</source>
        <translation>字幕文件 {path} 太大。</translation>
    </message>
    <message>
        <source>The transcript {path} cannot be read: check its name.</source>
        <translation>字幕文件 {path} 无法读取：请检查文件名。</translation>
    </message>
    <message>
        <source>The transcript {path} is not JSON.</source>
        <translation>字幕文件 {path} 不是 JSON。</translation>
    </message>
    <message>
        <source>{id} may mean several sessions: {found}. Give more of the id.</source>
        <translation>{id} 可能指多个场次：{found}。请多写几位编号。</translation>
    </message>
    <message>
        <source>Camera {camera} was not found: plug it in, or choose another one.</source>
        <translation>找不到摄像头 {camera}：请插好，或换一个。</translation>
    </message>
    <message>
        <source>Camera {camera} is used by another program: close that program, or choose another camera.</source>
        <translation>摄像头 {camera} 正被其他程序使用：请关闭那个程序，或换一个摄像头。</translation>
    </message>
    <message>
        <source>Camera {camera} is blocked: allow desktop apps to use the camera in the system&apos;s privacy settings.</source>
        <translation>摄像头 {camera} 被禁用：请在系统隐私设置中允许桌面应用使用摄像头。</translation>
    </message>
    <message>
        <source>Camera {camera} did not open within {limit} s: plug it in again, or choose another one.</source>
        <translation>摄像头 {camera} 在 {limit} s 内没有打开：请重新插好，或换一个。</translation>
    </message>
    <message>
        <source>Camera {camera} gives the same picture for ever: plug it in again.</source>
        <translation>摄像头 {camera} 画面一直不变：请重新插好。</translation>
    </message>
    <message>
        <source>Camera {camera} gives no picture: plug it in again.</source>
        <translation>摄像头 {camera} 没有画面：请重新插好。</translation>
    </message>
    <message>
        <source>Camera {camera} was lost: plug it in again.</source>
        <translation>摄像头 {camera} 已断开：请重新插好。</translation>
    </message>
    <message>
        <source>This system has no sound (PortAudio is missing): install libportaudio2, or use a file.</source>
        <translation>系统没有声音支持（缺少 PortAudio）：请安装 libportaudio2，或使用文件。</translation>
    </message>
    <message>
        <source>The {device} did not open within {limit} s: plug it in again.</source>
        <translation>{device} 在 {limit} s 内没有打开：请重新插好。</translation>
    </message>
    <message>
        <source>Microphone &quot;{microphone}&quot; was not found: plug it in, or choose another one.</source>
        <translation>找不到麦克风“{microphone}”：请插好，或换一个。</translation>
    </message>
    <message>
        <source>The spoken note {file} cannot be written: make room on the disk, then speak it again.</source>
        <translation>语音批注 {file} 无法写入：请清理磁盘后重录。</translation>
    </message>
    <message>
        <source>Nothing was heard: check the microphone, then speak the note again.</source>
        <translation>没有听到声音：请检查麦克风后重录。</translation>
    </message>
    <message>
        <source>Microphone &quot;{microphone}&quot; could not be opened: close other programs that use it, or choose another one.</source>
        <translation>麦克风“{microphone}”打不开：请关闭占用它的程序，或换一个。</translation>
    </message>
    <message>
        <source>Microphone &quot;{microphone}&quot; was lost: plug it in again.</source>
        <translation>麦克风“{microphone}”已断开：请重新插好。</translation>
    </message>
    <message>
        <source>There is no screen to show a window on: use &quot;bolian demo&quot; or &quot;bolian rehearse&quot; instead.</source>
        <translation>没有可以显示窗口的屏幕：请改用 “bolian demo” 或 “bolian rehearse”。</translation>
    </message>
    <message>
        <source>No speech recogniser is installed for &quot;{language}&quot;: see &quot;bolian models&quot;.</source>
        <translation>“{language}”没有安装语音识别：请看 “bolian models”。</translation>
    </message>
    <message>
        <source>The speech recogniser ({engine}) stopped; what was said is heard again after the session.</source>
        <translation>语音识别（{engine}）已停止；下播后会重新听写。</translation>
    </message>
    <message>
        <source>The transcript could not be made ({engine} stopped): finish and score the session again.</source>
        <translation>听写没有完成（{engine} 已停止）：请重新补完并评分。</translation>
    </message>
    <message>
        <source>What plays the audience stopped by itself: work it out again.</source>
        <translation>推演观众的进程自己停了，请再来一次。</translation>
    </message>
    <message>
        <source>Too little room in {folder} for a recording: {needed} are needed, {free} are free.</source>
        <translation>{folder} 空间不足，无法录像：需要 {needed}，剩余 {free}。</translation>
    </message>
    <message>
        <source>The recording {file} cannot be written: check the disk.</source>
        <translation>录像 {file} 无法写入：请检查磁盘。</translation>
    </message>
    <message>
        <source>The recording {path} has no sound to be heard.</source>
        <translation>录像 {path} 没有声音。</translation>
    </message>
    <message>
        <source>The recording {path} cannot be read: it may be damaged.</source>
        <translation>录像 {path} 无法读取：可能已损坏。</translation>
    </message>
    <message>
        <source>Session {id} has no recording to make a film of.</source>
        <translation>练习 {id} 没有录像，无法生成视频。</translation>
    </message>
    <message>
        <source>Session {id} has no recording to be heard; its score stays.</source>
        <translation>场次 {id} 没有录像可听，原有评分不变。</translation>
    </message>
    <message>
        <source>Nobody speaks in the recording {path}, though words were heard live: the score by those words stays.</source>
        <translation>录像 {path} 里没有人说话，而直播时识别到了话语：保留依据直播字幕的评分。</translation>
    </message>
    <message>
        <source>No model here hears a whole recording in &quot;{language}&quot;: install Whisper with &quot;bolian models install&quot;.</source>
        <translation>本机没有能复听“{language}”录像的模型：请用 bolian models install 安装 Whisper。</translation>
    </message>
    <message>
        <source>The recording {file} could not be made whole after the crash.</source>
        <translation>中断后的录像 {file} 无法修复。</translation>
    </message>
    <message>
        <source>The file {file} is empty: choose another one.</source>
        <translation>文件 {file} 是空的：请换一个。</translation>
    </message>
    <message>
        <source>The file {file} may not be read: check its permissions.</source>
        <translation>文件 {file} 不允许读取：请检查权限。</translation>
    </message>
    <message>
        <source>The file {file} is cut off: copy it again.</source>
        <translation>文件 {file} 不完整：请重新拷贝。</translation>
    </message>
    <message>
        <source>The file {file} ends after {plays_s} s instead of {promised_s} s: copy it again.</source>
        <translation>文件 {file} 在 {plays_s} s 处就结束了，应为 {promised_s} s：请重新拷贝。</translation>
    </message>
    <message>
        <source>{file} is neither sound nor video: choose a recording.</source>
        <translation>{file} 既不是声音也不是视频：请选择录音或录像。</translation>
    </message>
    <message>
        <source>{file} has no picture: choose a video for the camera.</source>
        <translation>{file} 没有画面：请为摄像头选择视频。</translation>
    </message>
    <message>
        <source>{file} has no sound: choose a recording for the microphone.</source>
        <translation>{file} 没有声音：请为麦克风选择录音。</translation>
    </message>
    <message>
        <source>Too little room in {path} for the model: {needed} are needed.</source>
        <translation>{path} 空间不足，装不下模型：需要 {needed}。</translation>
    </message>
    <message>
        <source>The folder for models {path} cannot be written to: change its permissions.</source>
        <translation>模型文件夹 {path} 无法写入：请修改权限。</translation>
    </message>
    <message>
        <source>Models need a path of plain letters, which {path} is not: name another one in {variable}.</source>
        <translation>模型路径只能用英文字母，{path} 不行：请用 {variable} 另指定一个。</translation>
    </message>
    <message>
        <source>{url} is not an address a model may come from.</source>
        <translation>{url} 不是允许的模型下载地址。</translation>
    </message>
    <message>
        <source>{file} is not the file it should be: fetch it again.</source>
        <translation>{file} 校验不符：请重新下载。</translation>
    </message>
    <message>
        <source>{file} has not the size it should have: fetch it again.</source>
        <translation>{file} 大小不符：请重新下载。</translation>
    </message>
    <message>
        <source>The model could not be fetched from {url} ({why}): try again, it goes on where it stopped.</source>
        <translation>无法从 {url} 下载模型（{why}）：请再试，会从断点继续。</translation>
    </message>
    <message>
        <source>{url} does not hand out the model (status {status}): install it from a folder or zip.</source>
        <translation>{url} 不提供该模型（状态 {status}）：请从文件夹或 zip 安装。</translation>
    </message>
    <message>
        <source>Model {id} comes with the packages {packages}: run the set-up again.</source>
        <translation>模型 {id} 随软件包 {packages} 提供：请重新运行安装。</translation>
    </message>
    <message>
        <source>The model {path} is incomplete: install it again.</source>
        <translation>模型 {path} 不完整：请重新安装。</translation>
    </message>
    <message>
        <source>The model {path} is damaged: install it again.</source>
        <translation>模型 {path} 已损坏：请重新安装。</translation>
    </message>
    <message>
        <source>Model {id} is not installed: see &quot;bolian models&quot;.</source>
        <translation>模型 {id} 没有安装：请看 “bolian models”。</translation>
    </message>
    <message>
        <source>There is no model {id}; there are: {known}.</source>
        <translation>没有模型 {id}；现有：{known}。</translation>
    </message>
    <message>
        <source>Model {id} has a file nobody vouches for: {file}.</source>
        <translation>模型 {id} 含有未登记的文件：{file}。</translation>
    </message>
    <message>
        <source>{path} is none of the models Bolian knows.</source>
        <translation>{path} 不是播练认识的模型。</translation>
    </message>
    <message>
        <source>{path} is not there: name the folder or zip of the model.</source>
        <translation>找不到 {path}：请指定模型的文件夹或 zip。</translation>
    </message>
    <message>
        <source>{path} leads out of itself: use the model as it was published.</source>
        <translation>{path} 指向文件夹之外：请使用原始发布的模型。</translation>
    </message>
    <message>
        <source>{path} is not a zip that can be read: copy it again.</source>
        <translation>{path} 不是可读取的 zip：请重新拷贝。</translation>
    </message>
    <message>
        <source>{path} would write outside its folder: do not use it.</source>
        <translation>{path} 会写到文件夹之外：请不要使用。</translation>
    </message>
    <message>
        <source>{path} unpacks to more than {allowed}: do not use it.</source>
        <translation>{path} 解压后超过 {allowed}：请不要使用。</translation>
    </message>
    <message>
        <source>The list of models {path} cannot be read: set up again.</source>
        <translation>模型清单 {path} 无法读取：请重新安装。</translation>
    </message>
    <message>
        <source>The list of models {path} is wrong: set the program up again.</source>
        <translation>模型清单 {path} 有误：请重新安装程序。</translation>
    </message>
    <message>
        <source>The data folder {path} is in use by another Bolian: close that one first.</source>
        <translation>数据文件夹 {path} 正被另一个播练使用：请先关闭那一个。</translation>
    </message>
    <message>
        <source>The data folder {path} cannot be written to: change its permissions, or name another one.</source>
        <translation>数据文件夹 {path} 无法写入：请修改权限，或另选一个。</translation>
    </message>
    <message>
        <source>{path} is a file, not a folder: name another data folder.</source>
        <translation>{path} 是文件，不是文件夹：请另选数据文件夹。</translation>
    </message>
    <message>
        <source>{path} lies on a network share ({kind}), where data gets lost: name a folder on this PC.</source>
        <translation>{path} 在网络共享（{kind}）上，数据可能丢失：请选本机的文件夹。</translation>
    </message>
    <message>
        <source>The database {path} is gone while recordings are there: bring it back from a backup.</source>
        <translation>数据库 {path} 不见了，但录像还在：请从备份恢复。</translation>
    </message>
    <message>
        <source>The database {path} is empty: bring it back from a backup.</source>
        <translation>数据库 {path} 是空的：请从备份恢复。</translation>
    </message>
    <message>
        <source>The database {path} was made by a newer Bolian ({found}, this one knows {known}): update.</source>
        <translation>数据库 {path} 由更新版本的播练创建（{found}，本版支持 {known}）：请升级。</translation>
    </message>
    <message>
        <source>The database {path} is read-only: change its permissions.</source>
        <translation>数据库 {path} 是只读的：请修改权限。</translation>
    </message>
    <message>
        <source>Another program holds the database {path}: close it and try again.</source>
        <translation>另一个程序占用着数据库 {path}：请关闭它再试。</translation>
    </message>
    <message>
        <source>The database {path} is damaged: bring it back from a backup.</source>
        <translation>数据库 {path} 已损坏：请从备份恢复。</translation>
    </message>
    <message>
        <source>{path} is not a database: move it away, or name another folder.</source>
        <translation>{path} 不是数据库：请移走它，或另选文件夹。</translation>
    </message>
    <message>
        <source>{path} is a database of another program: name another data folder.</source>
        <translation>{path} 是其他程序的数据库：请另选数据文件夹。</translation>
    </message>
    <message>
        <source>The database {path} could not be brought up to date; as it was, it lies in {backup}.</source>
        <translation>数据库 {path} 升级失败；原样保存在 {backup}。</translation>
    </message>
    <message>
        <source>The disk with {path} is full: make room, then go on.</source>
        <translation>{path} 所在磁盘已满：请腾出空间后继续。</translation>
    </message>
    <message>
        <source>The disk with {path} fails: check it, and save the folder elsewhere.</source>
        <translation>{path} 所在磁盘出错：请检查，并把文件夹另存他处。</translation>
    </message>
    <message>
        <source>The recording of session {id} was heard again already: say --again to hear it once more.</source>
        <translation>场次 {id} 的录像已经复听过：要再听一遍，请加 --again。</translation>
    </message>
    <message>
        <source>{option} stands for the recording of one session: name that session, and no other.</source>
        <translation>{option} 只能代替一个场次的录像：请只写那一个场次。</translation>
    </message>
    <message>
        <source>Nothing lies between --from and --to: the recording is {length} s long.</source>
        <translation>--from 与 --to 之间没有内容：录像长 {length} 秒。</translation>
    </message>
    <message>
        <source>The disk is full: {file} was not written. Make room, or choose another disk.</source>
        <translation>磁盘已满，{file} 没有写成。请腾出空间，或另选一个磁盘。</translation>
    </message>
    <message>
        <source>There is no folder {folder}: make it, or choose another one.</source>
        <translation>没有文件夹 {folder}，请先建好，或另选一个。</translation>
    </message>
    <message>
        <source>{file} may not be written: choose another folder, or close the program that has it open.</source>
        <translation>{file} 不允许写入：请另选文件夹，或关闭正打开它的程序。</translation>
    </message>
    <message>
        <source>Name sessions to be heard again, or say --all.</source>
        <translation>请写出要复听的场次，或用 --all。</translation>
    </message>
    <message>
        <source>Session {id} is here already: nothing was changed.</source>
        <translation>场次 {id} 已在本机：没有作任何改动。</translation>
    </message>
    <message>
        <source>Session {id} was cut off: finish it first, with &quot;bolian sessions --recover&quot;.</source>
        <translation>场次 {id} 曾意外中断：请先用 bolian sessions --recover 完成它。</translation>
    </message>
    <message>
        <source>{file} is not a session that can be read: have it exported and copied again.</source>
        <translation>{file} 不是可读的场次文件：请重新导出并拷贝。</translation>
    </message>
    <message>
        <source>{file}: {member} is not what the list in it says: have the session exported again.</source>
        <translation>{file}：其中的 {member} 与清单不符：请重新导出该场次。</translation>
    </message>
    <message>
        <source>{file} holds {member}, which no session has: do not use it.</source>
        <translation>{file} 含有 {member}，场次文件里不该有它：请不要使用。</translation>
    </message>
    <message>
        <source>{file}: {member} is larger than any session: do not use it.</source>
        <translation>{file}：其中的 {member} 超出任何场次的大小：请不要使用。</translation>
    </message>
    <message>
        <source>{file} was made by a newer Bolian (format {found}, this one knows {known}): update.</source>
        <translation>{file} 由更新版本的播练生成（格式 {found}，本程序支持到 {known}）：请升级。</translation>
    </message>
    <message>
        <source>{file}: {member} does not hold what this Bolian knows: update it, or export again.</source>
        <translation>{file}：本程序读不懂其中的 {member}：请升级，或重新导出。</translation>
    </message>
    <message>
        <source>This was written by a newer Bolian, with things this one does not know: update it. Nothing was changed or lost.</source>
        <translation>这是较新版本的播练写入的，含有本版本不认识的内容：请升级。没有任何内容被改动或丢失。</translation>
    </message>
    <message>
        <source>The key of signatures {path} is damaged: bring it back from a backup; nothing can be signed.</source>
        <translation>签名密钥 {path} 已损坏：请从备份恢复，否则无法签名。</translation>
    </message>
    <message>
        <source>Session {id} is held while an appeal is open: release it first (Privacy, “People”).</source>
        <translation>场次 {id} 正在申诉保留中：请先解除（“隐私”的“人员”页）。</translation>
    </message>
    <message>
        <source>Sessions of trainee {id} are left: erase them first.</source>
        <translation>学员 {id} 还有场次：请先删除。</translation>
    </message>
    <message>
        <source>There is no trainee called {name}.</source>
        <translation>没有名为 {name} 的学员。</translation>
    </message>
    <message>
        <source>The folder {path} could not be searched to the end ({why}): nothing is proved. Try again.</source>
        <translation>文件夹 {path} 没有查完（{why}）：不能作为证明，请重试。</translation>
    </message>
    <message>
        <source>There is something in {path} already: name a new folder.</source>
        <translation>{path} 里已有内容：请另选一个新文件夹。</translation>
    </message>
    <message>
        <source>{file} cannot be written ({reason}): choose another place.</source>
        <translation>{file} 无法写入（{reason}）：请换个位置。</translation>
    </message>
    <message>
        <source>No line of {file} has headings of a room log: it needs a time and something counted ({known} …).</source>
        <translation>{file} 里没有一行像直播间数据的表头：至少要有时间和一项计数（{known} …）。</translation>
    </message>
    <message>
        <source>{file} cannot be read as a table ({why}): save it as CSV again.</source>
        <translation>{file} 读不成表格（{why}）：请重新另存为 CSV。</translation>
    </message>
    <message>
        <source>{file} is a workbook: save the sheet with the minutes as CSV.</source>
        <translation>{file} 是工作簿：请把分钟数据那张表另存为 CSV。</translation>
    </message>
    <message>
        <source>{option}: &quot;{found}&quot; is no part of the log; say 30-90, of {length} minutes.</source>
        <translation>{option}：“{found}”不是这份数据里的一段；请写成 30-90 这样，全长 {length} 分钟。</translation>
    </message>
    <message>
        <source>No scenario was named: {scenario} was taken.</source>
        <translation>没有指定场景：用了 {scenario}。</translation>
    </message>
    <message>
        <source>Goods, prices and their facts are those of {scenario}, and nothing runs out of stock.</source>
        <translation>商品、价格和卖点取自 {scenario}，并且不会卖断货。</translation>
    </message>
    <message>
        <source>Which kinds of viewers come is not in a log: followers are {followers}, as in the scenario.</source>
        <translation>数据里看不出来的是哪类观众：粉丝占比按场景取 {followers}。</translation>
    </message>
    <message>
        <source>The log does not tell what the host did: a fair host was assumed for {columns}.</source>
        <translation>数据里没有主播做了什么：{columns} 按一位中等主播假设。</translation>
    </message>
    <message>
        <source>Products of the log stand for products of the scenario: {products}.</source>
        <translation>数据里的商品对应场景里的商品：{products}。</translation>
    </message>
    <message>
        <source>Not in the log: {columns}. Left at the default: {parameters}.</source>
        <translation>数据里没有 {columns}；保持默认的是：{parameters}。</translation>
    </message>
    <message>
        <source>The log has no entries: they were read off how many were online, with the model&apos;s own stay.</source>
        <translation>数据里没有进场人数：按在线人数和模型自己的停留时间推算。</translation>
    </message>
    <message>
        <source>The log counts paid orders only: buying was fitted to those.</source>
        <translation>数据只统计已付款订单：购买按付款数拟合。</translation>
    </message>
    <message>
        <source>The log begins in mid-stream: the room was run in for {minutes} minutes before it.</source>
        <translation>数据从半途开始：之前先空跑了 {minutes} 分钟。</translation>
    </message>
    <message>
        <source>{cells} cells of the log are blank; they were left out, not counted as 0.</source>
        <translation>数据里有 {cells} 个空格：略去不计，没有当作 0。</translation>
    </message>
    <message>
        <source>Arrivals follow the log in blocks of five minutes, so that figure is no test of the fit.</source>
        <translation>进场人数每五分钟跟随数据，所以这一项不能检验拟合。</translation>
    </message>
    <message>
        <source>How strongly the host&apos;s acts move viewers was not fitted: that takes several sessions (--effects).</source>
        <translation>主播言行对观众的影响大小没有拟合：那需要好几场数据（--effects）。</translation>
    </message>
    <message>
        <source>The search did not settle: take the intervals with care.</source>
        <translation>拟合没有收敛：区间仅供参考。</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95% 区间</translation>
    </message>
    <message>
        <source>Before the log</source>
        <translation>拟合之前</translation>
    </message>
    <message>
        <source>Fitted to</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>not in the log</source>
        <translation>数据里没有</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>In the log</source>
        <translation>数据里</translation>
    </message>
    <message>
        <source>Fitted room (90 %)</source>
        <translation>拟合后的直播间（90%）</translation>
    </message>
    <message>
        <source>Minutes inside the band</source>
        <translation>落在区间内的分钟</translation>
    </message>
    <message>
        <source>followed</source>
        <translation>跟随数据</translation>
    </message>
    <message>
        <source>Columns not used</source>
        <translation>没有用到的列</translation>
    </message>
    <message>
        <source>Assumed:</source>
        <translation>假设：</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>arrivals</source>
        <translation>进场</translation>
    </message>
    <message>
        <source>leaving</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>clicking</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>buying (odds)</source>
        <translation>购买（几率比）</translation>
    </message>
    <message>
        <source>commenting</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>asking</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>effect of trust</source>
        <translation>信任的影响</translation>
    </message>
    <message>
        <source>effect of understanding</source>
        <translation>了解程度的影响</translation>
    </message>
    <message>
        <source>effect of a call to action</source>
        <translation>引导下单的影响</translation>
    </message>
    <message>
        <source>effect of urgency</source>
        <translation>紧迫感的影响</translation>
    </message>
    <message>
        <source>online (viewer-seconds)</source>
        <translation>在线（观看秒数）</translation>
    </message>
    <message>
        <source>entered</source>
        <translation>进场</translation>
    </message>
    <message>
        <source>left</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>comments</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>questions</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>clicks</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>orders</source>
        <translation>下单</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>sales</source>
        <translation>成交额</translation>
    </message>
</context>
</TS>
