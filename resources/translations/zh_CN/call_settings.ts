<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>call_settings</name>
        <message>
            <source>% in the last</source>
            <translation>%，统计最近</translation>
        </message>
        <message>
            <source>%1. Reached today, then: %2</source>
            <translation>%1。今天联系上的话，接下来：%2</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>%1: days, weeks, months or quarters</source>
            <translation>%1：按天、周、月或季度</translation>
        </message>
        <message>
            <source>%1: every so many</source>
            <translation>%1：每隔多少</translation>
        </message>
        <message>
            <source>%1: orders at least</source>
            <translation>%1：订单数至少</translation>
        </message>
        <message>
            <source>%1: red after so many days late</source>
            <translation>%1：拖期几天标红</translation>
        </message>
        <message>
            <source>%1: refunded at most, per cent of the orders</source>
            <translation>%1：退款率上限（百分比）</translation>
        </message>
        <message>
            <source>%1: spent at least</source>
            <translation>%1：消费至少</translation>
        </message>
        <message>
            <source>%1: weekday</source>
            <translation>%1：星期几</translation>
        </message>
        <message>
            <source>%1: which weekday of the month or quarter</source>
            <translation>%1：当月或当季第几个星期几</translation>
        </message>
        <message>
            <source>%1: within the last days</source>
            <translation>%1：统计最近多少天</translation>
        </message>
        <message>
            <source>%1: yellow after so many days late</source>
            <translation>%1：拖期几天标黄</translation>
        </message>
        <message numerus="yes">
            <source>%n call-back moved off these days.</source>
            <translation>
                <numerusform>已从这些天挪走 %n 个回访。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n call-back planned anew.</source>
            <translation>
                <numerusform>已重新安排 %n 个回访。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n planned call-back would get another day by these choices.</source>
            <translation>
                <numerusform>按现在的设置，有 %n 个已排的回访会换日子。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n promise stays on its day.</source>
            <translation>
                <numerusform>%n 个答应好日子的不动。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n stays on the day somebody chose.</source>
            <translation>
                <numerusform>%n 个由人定好日子的不动。</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message>
            <source>0 is any number. More than that goes to days near by.</source>
            <translation>0 为不限；超出的排到附近几天。</translation>
        </message>
        <message>
            <source>618</source>
            <translation>618</translation>
        </message>
        <message>
            <source>A VIP who was not asked may be planned a note in the parcel</source>
            <translation>还没问过的 VIP，可以安排一张随包裹的留言卡</translation>
        </message>
        <message>
            <source>A declined proposal comes back after so many days</source>
            <translation>不采纳的提名多少天后再提</translation>
        </message>
        <message>
            <source>A share from 0 to 100 %.</source>
            <translation>填 0 到 100 之间的百分比。</translation>
        </message>
        <message>
            <source>A whole number from 0 (any number) to %1.</source>
            <translation>填 0（不限）到 %1 的整数。</translation>
        </message>
        <message>
            <source>A whole number from 0 (asks nothing) to %1.</source>
            <translation>填 0（不要求）到 %1 的整数。</translation>
        </message>
        <message>
            <source>A whole number from 1 to %1 (quarters: %2).</source>
            <translation>填 1 到 %1 的整数（季度最多 %2）。</translation>
        </message>
        <message>
            <source>Add quiet days: %1 %2, every year</source>
            <translation>添加免打扰日：%1 %2，每年</translation>
        </message>
        <message>
            <source>Add…</source>
            <translation>添加…</translation>
        </message>
        <message>
            <source>After a case</source>
            <translation>结单之后</translation>
        </message>
        <message>
            <source>All shops</source>
            <translation>所有店铺</translation>
        </message>
        <message>
            <source>An amount as 3000 or 3000.00; 0 asks nothing.</source>
            <translation>金额写成 3000 或 3000.00；0 为不要求。</translation>
        </message>
        <message>
            <source>At most</source>
            <translation>每日上限</translation>
        </message>
        <message>
            <source>Call-backs</source>
            <translation>回访</translation>
        </message>
        <message>
            <source>Calls from</source>
            <translation>几点起可以联系</translation>
        </message>
        <message>
            <source>Calls until</source>
            <translation>几点前可以联系</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Change quiet days</source>
            <translation>修改免打扰日</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>修改…</translation>
        </message>
        <message>
            <source>Counted from the last real contact. What is planned already stays; the next one follows this.</source>
            <translation>从上一次真正联系上算起。已经排好的不动，下一次按这里来。</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Days and hours</source>
            <translation>日子和时段</translation>
        </message>
        <message>
            <source>Days of the week: none ticked is every working day.</source>
            <translation>一个都不勾，就是每个工作日。</translation>
        </message>
        <message>
            <source>Days, a whole number from 1 to %1.</source>
            <translation>填 1 到 %1 的整数（天）。</translation>
        </message>
        <message>
            <source>Declined</source>
            <translation>未采纳的</translation>
        </message>
        <message>
            <source>Double 11</source>
            <translation>双十一</translation>
        </message>
        <message>
            <source>Every year</source>
            <translation>每年都有</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>第一天</translation>
        </message>
        <message>
            <source>For</source>
            <translation>对谁</translation>
        </message>
        <message>
            <source>From a day off</source>
            <translation>遇到休息日</translation>
        </message>
        <message>
            <source>How late is too late</source>
            <translation>拖多久算晚</translation>
        </message>
        <message>
            <source>How often</source>
            <translation>多久回访一次</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>最后一天</translation>
        </message>
        <message>
            <source>Look at them</source>
            <translation>去看看</translation>
        </message>
        <message>
            <source>Most call-backs of one person on one day</source>
            <translation>每人每天最多回访数</translation>
        </message>
        <message>
            <source>Never a call without consent; nothing at all after a refusal.</source>
            <translation>没同意的绝不打电话；明确拒绝的，什么都不安排。</translation>
        </message>
        <message>
            <source>No call-back stood on these days.</source>
            <translation>这些天原来没有排回访。</translation>
        </message>
        <message>
            <source>None yet. Call-backs that stand on quiet days move off them, and go back with Undo.</source>
            <translation>还没有。排在免打扰日的回访会自动挪开，撤销即可还原。</translation>
        </message>
        <message>
            <source>Not asked</source>
            <translation>还没问过的</translation>
        </message>
        <message>
            <source>Offer a satisfaction call when a case closes</source>
            <translation>售后单完结时，提议做一次满意度回访</translation>
        </message>
        <message>
            <source>On a vacation their call-backs move; those of others stay.</source>
            <translation>休假只挪本人的回访，别人的不动。</translation>
        </message>
        <message>
            <source>Once a month unless you change it: shop rule R003-25.</source>
            <translation>没改之前每月一次：店铺规定 R003-25。</translation>
        </message>
        <message>
            <source>Plan them anew</source>
            <translation>重新安排</translation>
        </message>
        <message>
            <source>Proposals:</source>
            <translation>参考：</translation>
        </message>
        <message>
            <source>Propose %1</source>
            <translation>提名 %1</translation>
        </message>
        <message>
            <source>Propose VIPs by these rules</source>
            <translation>按以下规则提名 VIP</translation>
        </message>
        <message>
            <source>Quiet days and vacations</source>
            <translation>免打扰日与休假</translation>
        </message>
        <message>
            <source>Quiet days or a vacation</source>
            <translation>免打扰日或休假</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Satisfaction call so many days after the case</source>
            <translation>结单几天后做满意度回访</translation>
        </message>
        <message>
            <source>Satisfaction call: to whom</source>
            <translation>满意度回访的对象</translation>
        </message>
        <message>
            <source>Satisfaction calls and notes</source>
            <translation>满意度回访与留言</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Say what it is.</source>
            <translation>写一下是什么日子。</translation>
        </message>
        <message>
            <source>The figures are proposals of the program until you change them. Nobody becomes a VIP by itself.</source>
            <translation>没改之前，这些数字只是软件给的参考。没有人会自动变成 VIP，都由人来定。</translation>
        </message>
        <message>
            <source>This cannot be kept.</source>
            <translation>这样没法保存。</translation>
        </message>
        <message>
            <source>This rule asks nothing and would make every buyer a VIP: give an amount or a number of orders.</source>
            <translation>这条规则没有任何门槛，所有买家都会变成 VIP：请填金额或订单数。</translation>
        </message>
        <message>
            <source>This value cannot be.</source>
            <translation>这个值不行。</translation>
        </message>
        <message>
            <source>To whom</source>
            <translation>对象</translation>
        </message>
        <message>
            <source>Undo puts them back.</source>
            <translation>撤销即可还原。</translation>
        </message>
        <message>
            <source>Usual hours</source>
            <translation>平时时段</translation>
        </message>
        <message>
            <source>Vacation</source>
            <translation>休假</translation>
        </message>
        <message>
            <source>Vacation of %1</source>
            <translation>%1 休假</translation>
        </message>
        <message>
            <source>Weekends, holidays and quiet days.</source>
            <translation>周末、节假日和免打扰日。</translation>
        </message>
        <message>
            <source>What</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>When somebody who was declined is proposed again.</source>
            <translation>没采纳的买家，过多久可以再次提名。</translation>
        </message>
        <message>
            <source>Who becomes VIP</source>
            <translation>谁能成为 VIP</translation>
        </message>
        <message>
            <source>Whole days from 0 to %1, and red not before yellow.</source>
            <translation>填 0 到 %1 的整数天，红灯不早于黄灯。</translation>
        </message>
        <message numerus="yes">
            <source>Would propose %n buyer now</source>
            <translation>
                <numerusform>按现在的规则会提名 %n 位买家</numerusform>
            </translation>
        </message>
        <message>
            <source>Write a day as 2026-11-09.</source>
            <translation>日期写成 2026-11-09。</translation>
        </message>
        <message>
            <source>Write times as 10:00, the first before the second; or leave both empty.</source>
            <translation>时间写成 10:00，前早后晚；或者都空着。</translation>
        </message>
        <message>
            <source>Year-end stock-taking</source>
            <translation>年终盘点</translation>
        </message>
        <message>
            <source>all shops</source>
            <translation>所有店铺</translation>
        </message>
        <message>
            <source>call-backs a day for one person</source>
            <translation>个回访（每人每天）</translation>
        </message>
        <message>
            <source>days</source>
            <translation>天</translation>
        </message>
        <message>
            <source>days late</source>
            <translation>天标红</translation>
        </message>
        <message>
            <source>days later</source>
            <translation>天后</translation>
        </message>
        <message>
            <source>days later, if it still holds</source>
            <translation>天后，仍符合就再提</translation>
        </message>
        <message>
            <source>days, red after</source>
            <translation>天标黄，</translation>
        </message>
        <message>
            <source>e.g. Double 11, stock-taking, vacation</source>
            <translation>如：双十一、盘点、休假</translation>
        </message>
        <message>
            <source>every VIP at the right time</source>
            <translation>每位 VIP 都按时联系</translation>
        </message>
        <message>
            <source>every buyer who agreed</source>
            <translation>所有同意联系的买家</translation>
        </message>
        <message>
            <source>every year %1</source>
            <translation>每年 %1</translation>
        </message>
        <message>
            <source>no call-back stands on them</source>
            <translation>这些天不排回访</translation>
        </message>
        <message>
            <source>on the same day</source>
            <translation>同一日</translation>
        </message>
        <message>
            <source>only VIPs</source>
            <translation>只对 VIP</translation>
        </message>
        <message>
            <source>orders at least</source>
            <translation>订单满</translation>
        </message>
        <message>
            <source>proposed by rule, taken by hand</source>
            <translation>按规则提名，由人确认</translation>
        </message>
        <message>
            <source>refunded at most</source>
            <translation>退款率不超过</translation>
        </message>
        <message>
            <source>spent at least</source>
            <translation>消费满</translation>
        </message>
        <message>
            <source>to</source>
            <translation>至</translation>
        </message>
        <message>
            <source>to the next working day</source>
            <translation>顺延到下一个工作日</translation>
        </message>
        <message>
            <source>to the working day before</source>
            <translation>提前到上一个工作日</translation>
        </message>
        <message>
            <source>vacation: %1</source>
            <translation>休假：%1</translation>
        </message>
        <message>
            <source>yellow after</source>
            <translation>拖期</translation>
        </message>
    </context>
</TS>
