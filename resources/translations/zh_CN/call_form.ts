<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>call_form</name>
        <message>
            <source>%1 %2, %3 (%4)</source>
            <translation>%1 %2，%3（%4）</translation>
        </message>
        <message numerus="yes">
            <source>%1 %n min</source>
            <translation>
                <numerusform>%1 %n 分</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 agreed to calls</source>
            <translation>%1 同意来电</translation>
        </message>
        <message>
            <source>%1 bought %2</source>
            <translation>%1 买了%2</translation>
        </message>
        <message>
            <source>%1 characters; %2 can be kept with a call.</source>
            <translation>共 %1 个字，一次回访最多记 %2 个。</translation>
        </message>
        <message>
            <source>%1 is a Saturday, moved to a working day</source>
            <translation>%1逢周六，顺延</translation>
        </message>
        <message>
            <source>%1 is a Saturday, moved to the working day before</source>
            <translation>%1逢周六，提前</translation>
        </message>
        <message>
            <source>%1 is a Sunday, moved to a working day</source>
            <translation>%1逢周日，顺延</translation>
        </message>
        <message>
            <source>%1 is a Sunday, moved to the working day before</source>
            <translation>%1逢周日，提前</translation>
        </message>
        <message>
            <source>%1 is a holiday, moved to a working day</source>
            <translation>%1逢节假日，顺延</translation>
        </message>
        <message>
            <source>%1 is a holiday, moved to the working day before</source>
            <translation>%1逢节假日，提前</translation>
        </message>
        <message>
            <source>%1 is away</source>
            <translation>%1休假，改期</translation>
        </message>
        <message>
            <source>%1 is on holiday</source>
            <translation>%1休假</translation>
        </message>
        <message>
            <source>%1 no more calls</source>
            <translation>%1 不再来电</translation>
        </message>
        <message>
            <source>%1, at the end of the month</source>
            <translation>%1，落在月底</translation>
        </message>
        <message>
            <source>%1, said on %2</source>
            <translation>%1，%2 说的</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>%1: %2, %3</source>
            <translation>%1：%2，%3</translation>
        </message>
        <message>
            <source>%1: nothing planned, moved earlier</source>
            <translation>%1不安排，提前</translation>
        </message>
        <message>
            <source>%1: nothing planned, moved on</source>
            <translation>%1不安排，顺延</translation>
        </message>
        <message>
            <source>%1–%2 o'clock</source>
            <translation>%1–%2 点</translation>
        </message>
        <message numerus="yes">
            <source>%n days later</source>
            <translation>
                <numerusform>%n 天后</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n min talked</source>
            <translation>
                <numerusform>通话 %n 分</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n months later</source>
            <translation>
                <numerusform>%n 个月后</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>还有 %n 条</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more open case</source>
            <translation>
                <numerusform>另有 %n 个未结售后</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more to talk about</source>
            <translation>
                <numerusform>还有 %n 条可以聊</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not satisfied</source>
            <translation>
                <numerusform>不满 %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n order since the last contact</source>
            <translation>
                <numerusform>上次联系后又买了 %n 单</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n quarters later</source>
            <translation>
                <numerusform>%n 个季度后</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n satisfied</source>
            <translation>
                <numerusform>满意 %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n weeks later</source>
            <translation>
                <numerusform>%n 周后</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message>
            <source>/</source>
            <translation>、</translation>
        </message>
        <message>
            <source>; </source>
            <translation>；</translation>
        </message>
        <message>
            <source>A case is opened; it is noted with this call.</source>
            <translation>已开售后单，会记在这次回访里。</translation>
        </message>
        <message>
            <source>A case keeps it from being forgotten.</source>
            <translation>开张售后单，免得忘了。</translation>
        </message>
        <message>
            <source>After the holidays</source>
            <translation>节后再说</translation>
        </message>
        <message>
            <source>After the quiet days</source>
            <translation>静默期过后</translation>
        </message>
        <message>
            <source>Again on the next working day</source>
            <translation>下个工作日再打</translation>
        </message>
        <message numerus="yes">
            <source>All %n</source>
            <translation>
                <numerusform>全部 %n 次</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>All %n call(s)</source>
            <translation>
                <numerusform>全部 %n 次回访</numerusform>
            </translation>
        </message>
        <message>
            <source>All done for today</source>
            <translation>今天都打完了</translation>
        </message>
        <message>
            <source>Another day</source>
            <translation>另选一天</translation>
        </message>
        <message numerus="yes">
            <source>Another day for %n call-back</source>
            <translation>
                <numerusform>给 %n 位改期</numerusform>
            </translation>
        </message>
        <message>
            <source>Another tag</source>
            <translation>别的标签</translation>
        </message>
        <message>
            <source>Ask: is the buyer satisfied with how it was settled?</source>
            <translation>问一句：处理结果满意吗？</translation>
        </message>
        <message>
            <source>Away or abroad</source>
            <translation>出门或出国</translation>
        </message>
        <message numerus="yes">
            <source>Birthday on %1, in %n day</source>
            <translation>
                <numerusform>%1 生日，还有 %n 天</numerusform>
            </translation>
        </message>
        <message>
            <source>Birthday today</source>
            <translation>今天生日</translation>
        </message>
        <message>
            <source>Buyer has no time</source>
            <translation>买家没空</translation>
        </message>
        <message>
            <source>Buys again</source>
            <translation>要返单</translation>
        </message>
        <message>
            <source>By %1. Ctrl+↵ says it is done; S moves it to another day.</source>
            <translation>%1 前兑现。办好了按 Ctrl+↵，改期按 S。</translation>
        </message>
        <message>
            <source>Calls to %1</source>
            <translation>给%1的回访</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Case %1 is opened; it is noted with this call.</source>
            <translation>已开售后单 %1，会记在这次回访里。</translation>
        </message>
        <message>
            <source>Choose how it went first: 1 to 5</source>
            <translation>先选结果：1 到 5</translation>
        </message>
        <message>
            <source>Chosen by hand</source>
            <translation>自选的日子</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Copies the words to send</source>
            <translation>复制要发给买家的话</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Correct</source>
            <translation>更正</translation>
        </message>
        <message>
            <source>Correct a call</source>
            <translation>更正一次回访</translation>
        </message>
        <message>
            <source>Do not note it with this call</source>
            <translation>不记在这次回访里</translation>
        </message>
        <message>
            <source>Done as promised</source>
            <translation>已兑现</translation>
        </message>
        <message>
            <source>Done, next</source>
            <translation>已兑现，下一位</translation>
        </message>
        <message>
            <source>First call</source>
            <translation>首次回访</translation>
        </message>
        <message>
            <source>Heard from us lately</source>
            <translation>刚联系过</translation>
        </message>
        <message>
            <source>How the contact was made</source>
            <translation>联系方式</translation>
        </message>
        <message>
            <source>In a week</source>
            <translation>一周后</translation>
        </message>
        <message>
            <source>In three working days</source>
            <translation>三个工作日后</translation>
        </message>
        <message>
            <source>In touch</source>
            <translation>正在联系</translation>
        </message>
        <message>
            <source>It is %1 now; the buyer likes calls %2.</source>
            <translation>现在 %1，买家方便的时间是%2。</translation>
        </message>
        <message>
            <source>It is %1 now; the shop calls from %2 to %3.</source>
            <translation>现在 %1，店里的回访时间是 %2–%3。</translation>
        </message>
        <message numerus="yes">
            <source>It is %n day late. It comes back on that day, as late as it is.</source>
            <translation>
                <numerusform>已拖 %n 天。到那天再出现，拖期照算。</numerusform>
            </translation>
        </message>
        <message>
            <source>It is late already: say why it waits longer.</source>
            <translation>已经拖期，请写明为什么再等。</translation>
        </message>
        <message>
            <source>Its case was opened again; it is asked about when that closes.</source>
            <translation>售后单又打开了，结了再问。</translation>
        </message>
        <message>
            <source>Its day had passed</source>
            <translation>已过应访日</translation>
        </message>
        <message>
            <source>Kept</source>
            <translation>已兑现</translation>
        </message>
        <message>
            <source>Kept %1.</source>
            <translation>%1 已兑现。</translation>
        </message>
        <message>
            <source>Last time: %1</source>
            <translation>上次：%1</translation>
        </message>
        <message>
            <source>Late, spread over the coming days</source>
            <translation>拖期后分摊到今后几天</translation>
        </message>
        <message>
            <source>Likes to be called %1</source>
            <translation>喜欢%1接电话</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>Mend</source>
            <translation>改号码</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>分钟</translation>
        </message>
        <message>
            <source>Minutes are a number up to %1.</source>
            <translation>分钟数填 0 到 %1。</translation>
        </message>
        <message>
            <source>Next working day</source>
            <translation>下个工作日</translation>
        </message>
        <message>
            <source>Nobody to call</source>
            <translation>没人手</translation>
        </message>
        <message>
            <source>Not interested this time; %1</source>
            <translation>这次没兴趣；%1</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Noted %1. Ask in the chat for the right one.</source>
            <translation>%1 记的。在聊天里问一下新号码。</translation>
        </message>
        <message>
            <source>Nothing to say now</source>
            <translation>暂时没什么可聊</translation>
        </message>
        <message>
            <source>One day later</source>
            <translation>一天后</translation>
        </message>
        <message>
            <source>One month later</source>
            <translation>一个月后</translation>
        </message>
        <message>
            <source>One quarter later</source>
            <translation>一个季度后</translation>
        </message>
        <message>
            <source>One week later</source>
            <translation>一周后</translation>
        </message>
        <message>
            <source>Open a case</source>
            <translation>开售后单</translation>
        </message>
        <message>
            <source>Open the case</source>
            <translation>打开售后单</translation>
        </message>
        <message>
            <source>Opens a case for this buyer; it is noted with the call</source>
            <translation>给这位买家开售后单，并记在这次回访里</translation>
        </message>
        <message>
            <source>Opens the buyer's card, where the number is changed</source>
            <translation>打开买家页，在那里改号码</translation>
        </message>
        <message>
            <source>Opted out: no contact at all</source>
            <translation>已退订：一律不联系</translation>
        </message>
        <message>
            <source>Promised for %1: %2</source>
            <translation>答应 %1：%2</translation>
        </message>
        <message>
            <source>Promised: %1</source>
            <translation>答应过：%1</translation>
        </message>
        <message>
            <source>Promised: a date of its own reminds of it</source>
            <translation>答应买家的事，到日子提醒</translation>
        </message>
        <message>
            <source>Put off</source>
            <translation>已推后</translation>
        </message>
        <message numerus="yes">
            <source>Skip %n call-back</source>
            <translation>
                <numerusform>跳过 %n 位</numerusform>
            </translation>
        </message>
        <message>
            <source>Skipped.</source>
            <translation>已跳过。</translation>
        </message>
        <message>
            <source>Skipped: %1</source>
            <translation>已跳过：%1</translation>
        </message>
        <message>
            <source>Some days after the case</source>
            <translation>售后结束后过几天</translation>
        </message>
        <message>
            <source>Tag %1</source>
            <translation>标签 %1</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>The buyer agrees to no channel it could be made on.</source>
            <translation>买家没有同意任何可用的联系方式。</translation>
        </message>
        <message>
            <source>The buyer has no tier any more: none is planned.</source>
            <translation>买家已没有等级：不再安排。</translation>
        </message>
        <message>
            <source>The buyer has not agreed to this: %1.</source>
            <translation>买家没有同意这种联系方式：%1。</translation>
        </message>
        <message>
            <source>The buyer is not satisfied</source>
            <translation>买家不满意</translation>
        </message>
        <message>
            <source>The buyer wants no contact: nothing is planned.</source>
            <translation>买家不愿接电话：不再安排。</translation>
        </message>
        <message>
            <source>The buyer was reached about something else.</source>
            <translation>已因别的事联系上买家。</translation>
        </message>
        <message>
            <source>The case is another buyer's, so it is not noted with this call.</source>
            <translation>这张售后单是别的买家的，没有记在这次回访里。</translation>
        </message>
        <message>
            <source>The case it opened</source>
            <translation>由它开的售后单</translation>
        </message>
        <message>
            <source>The case it was about</source>
            <translation>所谈的售后单</translation>
        </message>
        <message>
            <source>The day it was promised for</source>
            <translation>答应买家的日子</translation>
        </message>
        <message>
            <source>The next one, without saving</source>
            <translation>下一位，不保存</translation>
        </message>
        <message>
            <source>The next working day, unless the buyer names one</source>
            <translation>下个工作日，除非买家另约</translation>
        </message>
        <message>
            <source>The note is too long to be kept</source>
            <translation>备注太长，记不下</translation>
        </message>
        <message>
            <source>The one before, without saving</source>
            <translation>上一位，不保存</translation>
        </message>
        <message>
            <source>This number is another's</source>
            <translation>号码不是本人的</translation>
        </message>
        <message>
            <source>To be kept by %1</source>
            <translation>%1 前兑现</translation>
        </message>
        <message>
            <source>Typed and not saved: %1</source>
            <translation>写了没保存：%1</translation>
        </message>
        <message>
            <source>Until then the number has to be found</source>
            <translation>在这之前先问到号码</translation>
        </message>
        <message numerus="yes">
            <source>Up to %n day late. They come back on that day, as late as they are.</source>
            <translation>
                <numerusform>最多拖 %n 天。到那天再出现，拖期照算。</numerusform>
            </translation>
        </message>
        <message>
            <source>Waiting for a parcel</source>
            <translation>等到货</translation>
        </message>
        <message>
            <source>Waiting for an answer</source>
            <translation>等答复</translation>
        </message>
        <message>
            <source>What stood there before stays in the buyer's history.</source>
            <translation>原来写的留在买家历史里。</translation>
        </message>
        <message>
            <source>What was promised</source>
            <translation>答应的事</translation>
        </message>
        <message>
            <source>Words copied; look them over before sending</source>
            <translation>已复制，发之前看一眼</translation>
        </message>
        <message>
            <source>a holiday</source>
            <translation>节假日</translation>
        </message>
        <message>
            <source>at weekends</source>
            <translation>周末</translation>
        </message>
        <message>
            <source>by %1</source>
            <translation>由%1</translation>
        </message>
        <message>
            <source>delivered</source>
            <translation>已签收</translation>
        </message>
        <message>
            <source>full: %1 of %2</source>
            <translation>已排满：%1/%2</translation>
        </message>
        <message>
            <source>min</source>
            <translation>分钟</translation>
        </message>
        <message>
            <source>moved to %1, as the buyer likes it</source>
            <translation>按买家习惯改到%1</translation>
        </message>
        <message>
            <source>no %1</source>
            <translation>不用%1</translation>
        </message>
        <message>
            <source>no calls on that weekday</source>
            <translation>店里这天不打，改期</translation>
        </message>
        <message>
            <source>no free day for months, so it stays on this one</source>
            <translation>几个月里都没有空日子，仍排在这天</translation>
        </message>
        <message>
            <source>no review known</source>
            <translation>未见评价</translation>
        </message>
        <message>
            <source>none of the buyer's weekdays</source>
            <translation>不是买家方便的日子</translation>
        </message>
        <message>
            <source>not sent yet</source>
            <translation>还没发货</translation>
        </message>
        <message>
            <source>noted by %1</source>
            <translation>%1 记的</translation>
        </message>
        <message>
            <source>on holiday</source>
            <translation>休假</translation>
        </message>
        <message>
            <source>on its way</source>
            <translation>在路上</translation>
        </message>
        <message>
            <source>on workdays</source>
            <translation>工作日</translation>
        </message>
        <message>
            <source>one turn left out, too soon after the last</source>
            <translation>离上次太近，隔一轮</translation>
        </message>
        <message numerus="yes">
            <source>only %n day after the last contact</source>
            <translation>
                <numerusform>离上次联系才 %n 天</numerusform>
            </translation>
        </message>
        <message>
            <source>prefers %1</source>
            <translation>偏好%1</translation>
        </message>
        <message>
            <source>quiet days</source>
            <translation>静默期</translation>
        </message>
        <message>
            <source>quiet days: %1</source>
            <translation>静默期：%1</translation>
        </message>
        <message>
            <source>reviewed</source>
            <translation>已评价</translation>
        </message>
        <message>
            <source>that day is full, moved to %1</source>
            <translation>当天已排满，改到 %1</translation>
        </message>
        <message>
            <source>the caller</source>
            <translation>打电话的人</translation>
        </message>
        <message>
            <source>the days off of %1 are not announced yet</source>
            <translation>%1 年放假安排尚未公布</translation>
        </message>
        <message>
            <source>the shop makes no calls on this weekday</source>
            <translation>店里这天不打电话</translation>
        </message>
        <message>
            <source>way: %1</source>
            <translation>方式：%1</translation>
        </message>
        <message>
            <source>with %1</source>
            <translation>归%1</translation>
        </message>
    </context>
</TS>
