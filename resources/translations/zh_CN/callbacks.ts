<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>callbacks</name>
        <message>
            <source>%1 %2, %3 (%4)</source>
            <translation>%1 %2，%3（%4）</translation>
        </message>
        <message>
            <source>%1 / %2</source>
            <translation>%1 / %2 位</translation>
        </message>
        <message>
            <source>%1 bought %2</source>
            <translation>%1 买了 %2</translation>
        </message>
        <message>
            <source>%1 called this month</source>
            <translation>本月已访 %1</translation>
        </message>
        <message>
            <source>%1 is a Saturday, moved to a working day</source>
            <translation>%1逢周六，顺延</translation>
        </message>
        <message>
            <source>%1 is a Sunday, moved to a working day</source>
            <translation>%1逢周日，顺延</translation>
        </message>
        <message>
            <source>%1 is a holiday, moved to a working day</source>
            <translation>%1逢节假日，顺延</translation>
        </message>
        <message>
            <source>%1 of %2 done</source>
            <translation>%2 位中完成 %1 位</translation>
        </message>
        <message>
            <source>%1 overdue</source>
            <translation>拖期 %1</translation>
        </message>
        <message>
            <source>%1 refunded</source>
            <translation>退款 %1</translation>
        </message>
        <message>
            <source>%1 to call</source>
            <translation>待访 %1</translation>
        </message>
        <message>
            <source>%1, %2 late</source>
            <translation>%1，其中拖期 %2</translation>
        </message>
        <message>
            <source>%1, at the end of the month</source>
            <translation>%1，落在月末</translation>
        </message>
        <message>
            <source>%1; the days off of %2 are not announced yet</source>
            <translation>%1；%2 年放假安排尚未公布</translation>
        </message>
        <message numerus="yes">
            <source>%n VIP buyer</source>
            <translation>
                <numerusform>VIP %n 位</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n buyer</source>
            <translation>
                <numerusform>%n 位</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n call-back</source>
            <translation>
                <numerusform>%n 位</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n case</source>
            <translation>
                <numerusform>售后 %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day late</source>
            <translation>
                <numerusform>拖 %n 天</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n days later</source>
            <translation>
                <numerusform>%n 天后</numerusform>
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
                <numerusform>还有 %n 位</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n order</source>
            <translation>
                <numerusform>订单 %n</numerusform>
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
            <source>; </source>
            <translation>；</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>加入</translation>
        </message>
        <message>
            <source>Add a VIP</source>
            <translation>加入 VIP</translation>
        </message>
        <message>
            <source>Again on the next working day</source>
            <translation>下个工作日再打</translation>
        </message>
        <message>
            <source>Agrees to calls</source>
            <translation>已同意来电</translation>
        </message>
        <message>
            <source>Another day for %1</source>
            <translation>%1 换一天</translation>
        </message>
        <message>
            <source>Another day…</source>
            <translation>换一天…</translation>
        </message>
        <message>
            <source>Arrows change the day · ↵ into the day · 1/2/3 outcome · T today</source>
            <translation>方向键 换日 · ↵ 进当天 · 1/2/3 结果 · T 今天</translation>
        </message>
        <message>
            <source>Buyer</source>
            <translation>买家</translation>
        </message>
        <message>
            <source>Buyer ID or its beginning</source>
            <translation>买家 ID 或开头几个字</translation>
        </message>
        <message>
            <source>Buyers found</source>
            <translation>找到的买家</translation>
        </message>
        <message>
            <source>Buys again</source>
            <translation>要返单</translation>
        </message>
        <message>
            <source>Call again</source>
            <translation>改约</translation>
        </message>
        <message>
            <source>Call-backs</source>
            <translation>回访</translation>
        </message>
        <message>
            <source>Call-backs of the day</source>
            <translation>当天的回访</translation>
        </message>
        <message>
            <source>Called %1.</source>
            <translation>%1 打过。</translation>
        </message>
        <message>
            <source>Calls before</source>
            <translation>以往通话</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Choose a later day.</source>
            <translation>请选更晚的日子。</translation>
        </message>
        <message>
            <source>Choose how the call went first: 1, 2 or 3</source>
            <translation>先选结果：1、2 或 3</translation>
        </message>
        <message>
            <source>Chosen by hand</source>
            <translation>自选的日子</translation>
        </message>
        <message>
            <source>Chosen by hand: %1</source>
            <translation>自选的日子：%1</translation>
        </message>
        <message>
            <source>Chosen by hand: a holiday</source>
            <translation>自选的日子，逢节假日</translation>
        </message>
        <message>
            <source>Copy the phone number</source>
            <translation>复制电话</translation>
        </message>
        <message>
            <source>Counted from the last real contact; on a day off it moves to the next working day.</source>
            <translation>从上次真正接通算起；遇周末、节假日顺延到工作日。</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日子</translation>
        </message>
        <message>
            <source>Days off of %1 are not announced yet</source>
            <translation>%1 年放假安排尚未公布</translation>
        </message>
        <message>
            <source>Done this month</source>
            <translation>本月完成</translation>
        </message>
        <message>
            <source>Due %1</source>
            <translation>应访 %1</translation>
        </message>
        <message numerus="yes">
            <source>Every %n days</source>
            <translation>
                <numerusform>每 %n 天 1 次</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Every %n months</source>
            <translation>
                <numerusform>每 %n 月 1 次</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Every %n weeks</source>
            <translation>
                <numerusform>每 %n 周 1 次</numerusform>
            </translation>
        </message>
        <message>
            <source>Every day</source>
            <translation>每天</translation>
        </message>
        <message>
            <source>First</source>
            <translation>首次</translation>
        </message>
        <message>
            <source>First call</source>
            <translation>首次回访</translation>
        </message>
        <message>
            <source>Happy</source>
            <translation>满意</translation>
        </message>
        <message>
            <source>Its day had passed</source>
            <translation>原定日子已过</translation>
        </message>
        <message>
            <source>Last time: %1</source>
            <translation>上次说：%1</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>拖期</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>改约</translation>
        </message>
        <message>
            <source>Legend</source>
            <translation>图例</translation>
        </message>
        <message>
            <source>Missed</source>
            <translation>未接</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>月历</translation>
        </message>
        <message>
            <source>Month before</source>
            <translation>上个月</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下次</translation>
        </message>
        <message>
            <source>Next call: %1</source>
            <translation>下次回访：%1</translation>
        </message>
        <message>
            <source>Next month</source>
            <translation>下个月</translation>
        </message>
        <message>
            <source>No VIP buyers yet</source>
            <translation>还没有 VIP 买家</translation>
        </message>
        <message>
            <source>No answer</source>
            <translation>未接</translation>
        </message>
        <message>
            <source>No call-backs on this day</source>
            <translation>这天没有回访</translation>
        </message>
        <message>
            <source>No calls</source>
            <translation>不愿接电话</translation>
        </message>
        <message>
            <source>No more calls</source>
            <translation>退订来电</translation>
        </message>
        <message>
            <source>No orders or cases yet.</source>
            <translation>还没有订单和售后单。</translation>
        </message>
        <message>
            <source>None yet.</source>
            <translation>还没打过。</translation>
        </message>
        <message>
            <source>Note on the call</source>
            <translation>通话备注</translation>
        </message>
        <message>
            <source>Note their consent first; then a day can be planned.</source>
            <translation>先记下买家同意，才能安排日子。</translation>
        </message>
        <message>
            <source>Nothing is late</source>
            <translation>没有拖期</translation>
        </message>
        <message>
            <source>Nothing planned yet</source>
            <translation>还没有安排</translation>
        </message>
        <message>
            <source>Nothing planned.</source>
            <translation>没有安排。</translation>
        </message>
        <message>
            <source>On the phone</source>
            <translation>正在通话</translation>
        </message>
        <message>
            <source>Once a month</source>
            <translation>每月 1 次</translation>
        </message>
        <message>
            <source>Once a week</source>
            <translation>每周 1 次</translation>
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
            <source>One week later</source>
            <translation>一周后</translation>
        </message>
        <message>
            <source>Open the buyer's card</source>
            <translation>打开买家资料</translation>
        </message>
        <message>
            <source>Open the case</source>
            <translation>打开售后单</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>拖期</translation>
        </message>
        <message>
            <source>Overdue call-backs</source>
            <translation>拖期的回访</translation>
        </message>
        <message>
            <source>Phone number copied</source>
            <translation>已复制电话</translation>
        </message>
        <message>
            <source>Put on this day</source>
            <translation>改到这天</translation>
        </message>
        <message>
            <source>Reached</source>
            <translation>已接通</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Reason, if any</source>
            <translation>理由（可不填）</translation>
        </message>
        <message>
            <source>Rhythm</source>
            <translation>回访节奏</translation>
        </message>
        <message>
            <source>Save and next</source>
            <translation>记下并到下一位</translation>
        </message>
        <message>
            <source>Say why it is left out, so that nobody wonders later.</source>
            <translation>写明为什么跳过，免得以后没人知道。</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>跳过</translation>
        </message>
        <message>
            <source>Skip the call-back of %1</source>
            <translation>跳过 %1 的回访</translation>
        </message>
        <message>
            <source>Skip this one…</source>
            <translation>跳过这次…</translation>
        </message>
        <message>
            <source>Skipped</source>
            <translation>已跳过</translation>
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
            <source>So-so</source>
            <translation>一般</translation>
        </message>
        <message>
            <source>Somebody dealt with it meanwhile; nothing was written.</source>
            <translation>有人刚处理过，没有写入任何内容。</translation>
        </message>
        <message>
            <source>Take this day</source>
            <translation>就这天</translation>
        </message>
        <message>
            <source>That day has passed.</source>
            <translation>那天已经过去。</translation>
        </message>
        <message>
            <source>That is not a time.</source>
            <translation>这不是一个时间。</translation>
        </message>
        <message>
            <source>The buyer agreed to be called</source>
            <translation>买家同意来电</translation>
        </message>
        <message>
            <source>The buyer does not want calls: none is planned.</source>
            <translation>买家不愿接电话，不再安排。</translation>
        </message>
        <message>
            <source>The buyer does not want calls: nothing is planned any more</source>
            <translation>买家不愿接电话：不再安排回访</translation>
        </message>
        <message>
            <source>The buyer has no tier any more: none is planned.</source>
            <translation>买家已没有等级，不再安排。</translation>
        </message>
        <message>
            <source>The buyer has not agreed to calls.</source>
            <translation>买家没有同意来电。</translation>
        </message>
        <message>
            <source>The next working day, unless the buyer names one</source>
            <translation>下个工作日，买家另约则改</translation>
        </message>
        <message>
            <source>This call-back is not open any more.</source>
            <translation>这次回访已经处理过了。</translation>
        </message>
        <message>
            <source>Tier</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Time, as 10:30</source>
            <translation>时间，如 10:30</translation>
        </message>
        <message>
            <source>To call</source>
            <translation>待访</translation>
        </message>
        <message>
            <source>To talk about</source>
            <translation>可以聊</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Unhappy</source>
            <translation>不满</translation>
        </message>
        <message>
            <source>VIP buyers who agreed to calls are called in the rhythm of their tier.</source>
            <translation>同意来电的 VIP 买家，按各自等级的节奏回访。</translation>
        </message>
        <message>
            <source>What was said, what was promised</source>
            <translation>聊了什么，答应了什么</translation>
        </message>
        <message>
            <source>Without their consent no call is planned.</source>
            <translation>买家没同意，就不会安排来电。</translation>
        </message>
        <message>
            <source>Write it as 10:30.</source>
            <translation>请写成 10:30。</translation>
        </message>
        <message>
            <source>answered %1%</source>
            <translation>接通率 %1%</translation>
        </message>
        <message>
            <source>call again</source>
            <translation>改约</translation>
        </message>
        <message>
            <source>day off</source>
            <translation>休息日</translation>
        </message>
        <message>
            <source>dissatisfied</source>
            <translation>不满</translation>
        </message>
        <message>
            <source>holiday</source>
            <translation>节假日</translation>
        </message>
        <message>
            <source>into the day</source>
            <translation>进当天</translation>
        </message>
        <message>
            <source>month before</source>
            <translation>上个月</translation>
        </message>
        <message>
            <source>next month</source>
            <translation>下个月</translation>
        </message>
        <message>
            <source>no answer</source>
            <translation>未接</translation>
        </message>
        <message numerus="yes">
            <source>no answer %n×</source>
            <translation>
                <numerusform>未接 %n 次</numerusform>
            </translation>
        </message>
        <message>
            <source>no calls</source>
            <translation>不愿接电话</translation>
        </message>
        <message>
            <source>not called yet</source>
            <translation>未打</translation>
        </message>
        <message>
            <source>off</source>
            <translation>休</translation>
        </message>
        <message>
            <source>reached</source>
            <translation>已接通</translation>
        </message>
        <message>
            <source>satisfied</source>
            <translation>满意</translation>
        </message>
        <message>
            <source>save and go to the next</source>
            <translation>记下并到下一位</translation>
        </message>
        <message>
            <source>skipped</source>
            <translation>已跳过</translation>
        </message>
        <message>
            <source>so-so</source>
            <translation>一般</translation>
        </message>
        <message>
            <source>to call</source>
            <translation>待访</translation>
        </message>
        <message>
            <source>today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>today at %1</source>
            <translation>约今天 %1</translation>
        </message>
        <message>
            <source>until done</source>
            <translation>留到处理</translation>
        </message>
    </context>
</TS>
