<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>callbacks</name>
        <message>
            <source>%1 / %2</source>
            <translation>%1 / %2 位</translation>
        </message>
        <message>
            <source>%1 called in the month shown</source>
            <translation>该月已访 %1</translation>
        </message>
        <message>
            <source>%1 called this month</source>
            <translation>本月已访 %1</translation>
        </message>
        <message>
            <source>%1 d late</source>
            <translation>拖 %1 天</translation>
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
            <source>%1, past the red limit</source>
            <translation>%1，已超红线</translation>
        </message>
        <message>
            <source>%1, past the yellow limit</source>
            <translation>%1，已超黄线</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>%1: quiet</source>
            <translation>%1 不安排</translation>
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
            <source>%n call-back shown</source>
            <translation>
                <numerusform>共 %n 个回访</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n call-back stands more than a year ahead</source>
            <translation>
                <numerusform>有 %n 个回访排到了一年以后</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n call-back was written by a newer version of the program</source>
            <translation>
                <numerusform>有 %n 个回访是新版本写入的</numerusform>
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
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message>
            <source>; </source>
            <translation>；</translation>
        </message>
        <message>
            <source>A note in the parcel, which needs no agreement: %1</source>
            <translation>随包裹放一张留言卡，不需要同意：%1</translation>
        </message>
        <message>
            <source>Add a VIP</source>
            <translation>加入 VIP</translation>
        </message>
        <message>
            <source>After</source>
            <translation>往后</translation>
        </message>
        <message>
            <source>Agenda</source>
            <translation>日程</translation>
        </message>
        <message>
            <source>Agrees to calls</source>
            <translation>已同意来电</translation>
        </message>
        <message>
            <source>All kinds</source>
            <translation>全部类型</translation>
        </message>
        <message>
            <source>All shops</source>
            <translation>全部店铺</translation>
        </message>
        <message>
            <source>All tiers</source>
            <translation>全部等级</translation>
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
            <source>Arrows change the day · Ctrl+arrows move the call · ↵ into the day · 1–5 outcome · T today · M/W/A/D</source>
            <translation>方向键 换日 · Ctrl+方向键 改期 · ↵ 进入当天 · 1–5 结果 · T 今天 · M/W/A/D 月周日程日</translation>
        </message>
        <message>
            <source>Arrows day and hour · Ctrl+arrows move the call · Space next line · 1–5 outcome · T today · M/W/A/D</source>
            <translation>方向键 换日换时 · Ctrl+方向键 改期 · 空格 下一条 · 1–5 结果 · T 今天 · M/W/A/D 月周日程日</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>往前</translation>
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
            <source>Chosen by hand</source>
            <translation>自选的日子</translation>
        </message>
        <message>
            <source>Chosen by hand: %1</source>
            <translation>自选的日子：%1</translation>
        </message>
        <message>
            <source>Clear all filters</source>
            <translation>清除全部筛选</translation>
        </message>
        <message>
            <source>Contact and consent…</source>
            <translation>联系与同意…</translation>
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
            <source>Counted from the last real contact; on a day off it moves to the working day before.</source>
            <translation>从上次真正接通算起；遇周末、节假日提前到上一个工作日。</translation>
        </message>
        <message>
            <source>Day before</source>
            <translation>前一天</translation>
        </message>
        <message>
            <source>Day by the hour</source>
            <translation>当天时间表</translation>
        </message>
        <message>
            <source>Days off of %1 are not announced yet</source>
            <translation>%1 年放假安排尚未公布</translation>
        </message>
        <message>
            <source>Dealt with already: it stays where it is</source>
            <translation>已处理过，不能再挪</translation>
        </message>
        <message>
            <source>Done in the month shown</source>
            <translation>该月完成</translation>
        </message>
        <message>
            <source>Done this month</source>
            <translation>本月完成</translation>
        </message>
        <message>
            <source>Due %1</source>
            <translation>应访 %1</translation>
        </message>
        <message>
            <source>Enclosed</source>
            <translation>已放入</translation>
        </message>
        <message>
            <source>Everybody</source>
            <translation>全部人员</translation>
        </message>
        <message>
            <source>Export .ics</source>
            <translation>导出 .ics</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>筛选</translation>
        </message>
        <message>
            <source>First</source>
            <translation>首次</translation>
        </message>
        <message>
            <source>Four weeks before</source>
            <translation>往前四周</translation>
        </message>
        <message>
            <source>Four weeks on</source>
            <translation>往后四周</translation>
        </message>
        <message>
            <source>From %1</source>
            <translation>%1 起</translation>
        </message>
        <message>
            <source>Hand over to</source>
            <translation>交给</translation>
        </message>
        <message>
            <source>Happy</source>
            <translation>满意</translation>
        </message>
        <message>
            <source>If the clock of this computer was wrong when they were planned, plan the regular ones anew.</source>
            <translation>如果是当时电脑时间不对才排成这样，可以把常规回访按节奏重新安排。</translation>
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
            <source>List of the day</source>
            <translation>当天名单</translation>
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
            <source>Next day</source>
            <translation>后一天</translation>
        </message>
        <message>
            <source>Next month</source>
            <translation>下个月</translation>
        </message>
        <message>
            <source>Next week</source>
            <translation>下一周</translation>
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
            <source>No time</source>
            <translation>不定时</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>未指定</translation>
        </message>
        <message>
            <source>Nobody in particular</source>
            <translation>不指定</translation>
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
            <source>Nothing is overdue.</source>
            <translation>没有拖期的回访。</translation>
        </message>
        <message>
            <source>Nothing matches these filters.</source>
            <translation>没有符合筛选条件的回访。</translation>
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
            <source>Nothing was changed. What is shown is as it was read last.</source>
            <translation>数据没有改动，当前显示的是上次读取的内容。</translation>
        </message>
        <message numerus="yes">
            <source>Of %n call in which the buyer said so, in the month shown.</source>
            <translation>
                <numerusform>所示月份里，买家表过态的 %n 次回访。</numerusform>
            </translation>
        </message>
        <message>
            <source>On the phone</source>
            <translation>正在通话</translation>
        </message>
        <message>
            <source>Only %1</source>
            <translation>只看 %1</translation>
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
            <source>Plan a note</source>
            <translation>安排留言卡</translation>
        </message>
        <message>
            <source>Plan anew</source>
            <translation>重新安排</translation>
        </message>
        <message>
            <source>Promise</source>
            <translation>答应的事</translation>
        </message>
        <message>
            <source>Put on this day</source>
            <translation>改到这天</translation>
        </message>
        <message>
            <source>Quiet day</source>
            <translation>免打扰日</translation>
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
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Save, next</source>
            <translation>记下，下一位</translation>
        </message>
        <message>
            <source>Say what was promised.</source>
            <translation>请写明答应了什么。</translation>
        </message>
        <message>
            <source>Say why it is left out, so that nobody wonders later.</source>
            <translation>写明为什么跳过，免得以后没人知道。</translation>
        </message>
        <message>
            <source>Show them</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>Shown until %1 · show what comes after</source>
            <translation>已显示到 %1 · 继续往后看</translation>
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
            <source>Skip these…</source>
            <translation>跳过这几个…</translation>
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
            <source>So-so</source>
            <translation>一般</translation>
        </message>
        <message>
            <source>Special buyers</source>
            <translation>特别关照</translation>
        </message>
        <message>
            <source>Take this day</source>
            <translation>就这天</translation>
        </message>
        <message>
            <source>That day has passed</source>
            <translation>这一天已经过去</translation>
        </message>
        <message>
            <source>The buyer does not want calls: nothing is planned any more</source>
            <translation>买家不愿接电话：不再安排回访</translation>
        </message>
        <message>
            <source>The call-backs are being read</source>
            <translation>正在读取回访</translation>
        </message>
        <message>
            <source>The call-backs could not be read.</source>
            <translation>回访没能读出来。</translation>
        </message>
        <message>
            <source>The first is %1, on %2.</source>
            <translation>最近的一个是 %1，排在 %2。</translation>
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
            <source>Try again</source>
            <translation>再试一次</translation>
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
            <source>Week</source>
            <translation>周</translation>
        </message>
        <message>
            <source>Week before</source>
            <translation>上一周</translation>
        </message>
        <message>
            <source>What this version does not understand of it stays as it was written; nothing is lost.</source>
            <translation>这一版看不懂的部分原样保留，不会丢。</translation>
        </message>
        <message>
            <source>What was promised to %1</source>
            <translation>答应 %1 的事</translation>
        </message>
        <message>
            <source>What was said, what was promised</source>
            <translation>聊了什么，答应了什么</translation>
        </message>
        <message>
            <source>Write the promise anew…</source>
            <translation>改写答应的事…</translation>
        </message>
        <message>
            <source>Yellow from %1 days late, red from %2</source>
            <translation>拖 %1 天变黄，拖 %2 天变红</translation>
        </message>
        <message>
            <source>agenda</source>
            <translation>日程</translation>
        </message>
        <message>
            <source>another day…</source>
            <translation>改到另一天…</translation>
        </message>
        <message>
            <source>answered %1%</source>
            <translation>接通率 %1%</translation>
        </message>
        <message>
            <source>asks for the reason</source>
            <translation>需写原因</translation>
        </message>
        <message>
            <source>call again</source>
            <translation>改约</translation>
        </message>
        <message>
            <source>day</source>
            <translation>日</translation>
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
            <source>full %1/%2</source>
            <translation>满 %1/%2</translation>
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
            <source>month</source>
            <translation>月</translation>
        </message>
        <message>
            <source>month, week or day before</source>
            <translation>上一月、周或日</translation>
        </message>
        <message>
            <source>move the call-back a day back</source>
            <translation>回访提前一天</translation>
        </message>
        <message>
            <source>move the call-back a day on</source>
            <translation>回访推后一天</translation>
        </message>
        <message>
            <source>move the call-back a week or an hour back</source>
            <translation>回访提前一周或一小时</translation>
        </message>
        <message>
            <source>move the call-back a week or an hour on</source>
            <translation>回访推后一周或一小时</translation>
        </message>
        <message>
            <source>moved on</source>
            <translation>顺延</translation>
        </message>
        <message>
            <source>next call-back of an hour</source>
            <translation>同一时段的下一位</translation>
        </message>
        <message>
            <source>next month, week or day</source>
            <translation>下一月、周或日</translation>
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
            <source>no time</source>
            <translation>不定时</translation>
        </message>
        <message>
            <source>not called yet</source>
            <translation>未打</translation>
        </message>
        <message>
            <source>not interested</source>
            <translation>不感兴趣</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>没有</translation>
        </message>
        <message>
            <source>off</source>
            <translation>休</translation>
        </message>
        <message>
            <source>quiet day</source>
            <translation>免打扰日</translation>
        </message>
        <message>
            <source>quiet: %1</source>
            <translation>免打扰：%1</translation>
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
            <source>select several, in the lane and the day</source>
            <translation>在拖期栏和当天里选多个</translation>
        </message>
        <message>
            <source>skipped</source>
            <translation>已跳过</translation>
        </message>
        <message>
            <source>skip…</source>
            <translation>跳过…</translation>
        </message>
        <message>
            <source>so-so</source>
            <translation>一般</translation>
        </message>
        <message>
            <source>special buyer</source>
            <translation>特别关照</translation>
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
        <message>
            <source>week</source>
            <translation>周</translation>
        </message>
        <message>
            <source>wrong number</source>
            <translation>号码不对</translation>
        </message>
        <message>
            <source>↑↓ call-back · Ctrl+←→ another day · ↵ into the day · 1–5 outcome · T today · M/W/A/D</source>
            <translation>↑↓ 换人 · Ctrl+←→ 改期 · ↵ 进入当天 · 1–5 结果 · T 今天 · M/W/A/D 月周日程日</translation>
        </message>
    </context>
</TS>
