<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>vips</name>
        <message>
            <source>%1 in %2 orders, %3 refunded, last %4 days</source>
            <translation>最近 %4 天 %2 单共 %1，退款率 %3</translation>
        </message>
        <message>
            <source>%1: the buyer agrees</source>
            <translation>%1：买家同意</translation>
        </message>
        <message>
            <source>%1: the buyer withdraws</source>
            <translation>%1：买家撤回</translation>
        </message>
        <message>
            <source>%1th</source>
            <translation>第 %1 个</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>1990-05-20 or 05-20</source>
            <translation>1990-05-20 或 05-20</translation>
        </message>
        <message>
            <source>A note in the parcel for VIPs who were not asked: it needs no agreement</source>
            <translation>没问过的 VIP，可以随包裹放一张留言卡，不需要同意</translation>
        </message>
        <message>
            <source>A special buyer needs a tier.</source>
            <translation>特别关照的买家要有等级。</translation>
        </message>
        <message>
            <source>A whole number from 1 to 400 (quarters: 133).</source>
            <translation>请填 1 到 400 的整数（按季度最多 133）。</translation>
        </message>
        <message>
            <source>Accept</source>
            <translation>采纳</translation>
        </message>
        <message>
            <source>Accept %1</source>
            <translation>采纳 %1 位</translation>
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
            <source>Add a VIP…</source>
            <translation>加入 VIP…</translation>
        </message>
        <message>
            <source>Agreed to</source>
            <translation>同意的方式</translation>
        </message>
        <message>
            <source>Agrees</source>
            <translation>同意</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>All VIP buyers…</source>
            <translation>全部 VIP 买家…</translation>
        </message>
        <message>
            <source>All changes</source>
            <translation>全部变更</translation>
        </message>
        <message>
            <source>Anybody</source>
            <translation>谁都可以</translation>
        </message>
        <message>
            <source>As the tier: %1</source>
            <translation>跟随等级：%1</translation>
        </message>
        <message>
            <source>Birthday</source>
            <translation>生日</translation>
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
            <source>Buyer ID, name, phone, who calls</source>
            <translation>买家 ID、姓名、电话、负责人</translation>
        </message>
        <message>
            <source>Buyers found</source>
            <translation>找到的买家</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Card of the buyer</source>
            <translation>买家资料</translation>
        </message>
        <message>
            <source>Channel they like</source>
            <translation>偏好方式</translation>
        </message>
        <message>
            <source>Check the year.</source>
            <translation>请核对年份。</translation>
        </message>
        <message>
            <source>Choose V1, V2 or V3.</source>
            <translation>请选 V1、V2 或 V3。</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Contact and consent</source>
            <translation>联系与同意</translation>
        </message>
        <message>
            <source>Contact and consent…</source>
            <translation>联系与同意…</translation>
        </message>
        <message>
            <source>Counted over</source>
            <translation>统计期间</translation>
        </message>
        <message>
            <source>Ctrl+A chooses all · ↵ accepts · Del declines</source>
            <translation>Ctrl+A 全选 · ↵ 采纳 · Del 不采纳</translation>
        </message>
        <message>
            <source>Days, weeks, months or quarters</source>
            <translation>按天、周、月或季度</translation>
        </message>
        <message>
            <source>Decline</source>
            <translation>不采纳</translation>
        </message>
        <message>
            <source>Decline %1</source>
            <translation>不采纳 %1 位</translation>
        </message>
        <message>
            <source>Does not agree</source>
            <translation>不同意</translation>
        </message>
        <message>
            <source>Enter a day from 1990 on.</source>
            <translation>请填 1990 年以后的日期。</translation>
        </message>
        <message>
            <source>Enter the day on which the buyer said so.</source>
            <translation>请填买家表态的那一天。</translation>
        </message>
        <message>
            <source>Every so many</source>
            <translation>每隔多少</translation>
        </message>
        <message>
            <source>From</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Give a buyer a tier, or accept what the rules propose.</source>
            <translation>给买家定个等级，或采纳规则的建议。</translation>
        </message>
        <message>
            <source>Good times</source>
            <translation>方便的时间</translation>
        </message>
        <message>
            <source>How the buyer likes it</source>
            <translation>买家的偏好</translation>
        </message>
        <message>
            <source>How the buyer said so</source>
            <translation>买家怎么表态的</translation>
        </message>
        <message>
            <source>Last contact</source>
            <translation>上次联系</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下次</translation>
        </message>
        <message>
            <source>Next: %1, %2 (%3)</source>
            <translation>下次：%1，%2（%3）</translation>
        </message>
        <message>
            <source>No VIP buyers yet.</source>
            <translation>还没有 VIP 买家。</translation>
        </message>
        <message>
            <source>No buyer begins like this.</source>
            <translation>没有这样开头的买家。</translation>
        </message>
        <message>
            <source>No commercial call or message without consent, and it stops at once when the buyer says so (implementing regulations 778/2024, art. 24).</source>
            <translation>未经同意不得打营销电话、发营销信息；买家一说停，就得马上停（《消费者权益保护法实施条例》第二十四条）。</translation>
        </message>
        <message>
            <source>No preference</source>
            <translation>没有偏好</translation>
        </message>
        <message>
            <source>No times and no days: any time the shop calls.</source>
            <translation>时间和星期都不填：店铺回访时段都可以。</translation>
        </message>
        <message>
            <source>Nobody fits.</source>
            <translation>没有符合的买家。</translation>
        </message>
        <message>
            <source>None</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Not asked</source>
            <translation>没问过</translation>
        </message>
        <message>
            <source>Nothing is planned.</source>
            <translation>没有安排。</translation>
        </message>
        <message>
            <source>Nothing is planned: the buyer is no VIP.</source>
            <translation>没有安排：不是 VIP 买家。</translation>
        </message>
        <message>
            <source>Nothing is planned: the buyer was not asked yet.</source>
            <translation>没有安排：还没问过买家。</translation>
        </message>
        <message>
            <source>Nothing planned</source>
            <translation>没有安排</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>现在</translation>
        </message>
        <message>
            <source>On which day</source>
            <translation>哪一天</translation>
        </message>
        <message>
            <source>Only an agreement of that day or later counts.</source>
            <translation>只有那天或之后的同意才算数。</translation>
        </message>
        <message>
            <source>Open that one instead.</source>
            <translation>请打开那位买家。</translation>
        </message>
        <message>
            <source>Opt out of everything</source>
            <translation>全部退订</translation>
        </message>
        <message>
            <source>Opted out</source>
            <translation>已退订</translation>
        </message>
        <message>
            <source>Orders</source>
            <translation>订单</translation>
        </message>
        <message>
            <source>Own rhythm</source>
            <translation>单独的节奏</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>实付</translation>
        </message>
        <message>
            <source>Plan %1 notes</source>
            <translation>安排 %1 张留言卡</translation>
        </message>
        <message>
            <source>Plan a note</source>
            <translation>安排留言卡</translation>
        </message>
        <message>
            <source>Plan a note in the parcel: %1</source>
            <translation>随包裹放留言卡：%1</translation>
        </message>
        <message>
            <source>Proposed</source>
            <translation>建议</translation>
        </message>
        <message>
            <source>Proposed by the rules</source>
            <translation>规则建议</translation>
        </message>
        <message numerus="yes">
            <source>Proposed by the rules: %n…</source>
            <translation>
                <numerusform>按规则建议：%n 位…</numerusform>
            </translation>
        </message>
        <message>
            <source>Proposed by the rules…</source>
            <translation>按规则建议…</translation>
        </message>
        <message>
            <source>Refund rate</source>
            <translation>退款率</translation>
        </message>
        <message>
            <source>Rhythm</source>
            <translation>节奏</translation>
        </message>
        <message>
            <source>Rules of the VIP tiers…</source>
            <translation>VIP 等级规则…</translation>
        </message>
        <message>
            <source>Said</source>
            <translation>哪里说的</translation>
        </message>
        <message>
            <source>Save wishes</source>
            <translation>保存偏好</translation>
        </message>
        <message>
            <source>Search for less, or show all.</source>
            <translation>少输几个字，或看全部。</translation>
        </message>
        <message>
            <source>Somebody who left</source>
            <translation>已离开的人</translation>
        </message>
        <message>
            <source>Special care</source>
            <translation>特别关照</translation>
        </message>
        <message>
            <source>Special care: asks for much, must not be neglected, whatever they spend</source>
            <translation>特别关照：要求多，不能怠慢，不看消费多少</translation>
        </message>
        <message>
            <source>Switch them on, and buyers are proposed by what they spent, ordered and gave back.</source>
            <translation>打开以后，会按消费、订单数和退款率建议等级。</translation>
        </message>
        <message>
            <source>The birthday lies in the future.</source>
            <translation>生日在将来。</translation>
        </message>
        <message>
            <source>The buyer agreed to be called</source>
            <translation>买家同意来电</translation>
        </message>
        <message>
            <source>The buyer said no since, on %1.</source>
            <translation>买家后来在 %1 说了不要。</translation>
        </message>
        <message>
            <source>The buyer wants to hear nothing: no call, no message, no reminder.</source>
            <translation>买家不想被打扰：不打电话、不发消息、不提醒。</translation>
        </message>
        <message>
            <source>The day lies in the future.</source>
            <translation>这一天还没到。</translation>
        </message>
        <message>
            <source>The day lies too far back.</source>
            <translation>这一天太早了。</translation>
        </message>
        <message>
            <source>The orders, the tiers or the rules changed. Look again.</source>
            <translation>订单、等级或规则变了，请再看一眼。</translation>
        </message>
        <message>
            <source>The rules of the VIP tiers are off.</source>
            <translation>VIP 等级规则没有打开。</translation>
        </message>
        <message>
            <source>The rules propose nobody new.</source>
            <translation>规则没有新的建议。</translation>
        </message>
        <message>
            <source>These hours cannot be.</source>
            <translation>时间不对。</translation>
        </message>
        <message>
            <source>These proposals are not made any more.</source>
            <translation>这些建议已经不成立。</translation>
        </message>
        <message>
            <source>This buyer was merged into another.</source>
            <translation>这位买家已并入另一位。</translation>
        </message>
        <message>
            <source>This is no birthday.</source>
            <translation>这不是生日。</translation>
        </message>
        <message>
            <source>Tier</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>到</translation>
        </message>
        <message>
            <source>VIP buyers</source>
            <translation>VIP 买家</translation>
        </message>
        <message numerus="yes">
            <source>VIP buyers · %n proposed</source>
            <translation>
                <numerusform>VIP 买家 · %n 位待定级</numerusform>
            </translation>
        </message>
        <message>
            <source>VIPs</source>
            <translation>VIP</translation>
        </message>
        <message>
            <source>Weekday</source>
            <translation>星期</translation>
        </message>
        <message>
            <source>What the buyer agreed to</source>
            <translation>买家同意了什么</translation>
        </message>
        <message>
            <source>What was declined comes back after the days you chose.</source>
            <translation>没采纳的，过了设定的天数会再出现。</translation>
        </message>
        <message>
            <source>Which weekday of the month or quarter</source>
            <translation>月或季度的第几个星期几</translation>
        </message>
        <message>
            <source>Who calls</source>
            <translation>负责人</translation>
        </message>
        <message>
            <source>Withdraws</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>Without their consent no call is planned.</source>
            <translation>买家没同意，就不会安排来电。</translation>
        </message>
        <message>
            <source>Write it as 1990-05-20, or 05-20 without the year.</source>
            <translation>请写成 1990-05-20，不知道年份写 05-20。</translation>
        </message>
        <message>
            <source>Write the day as 2026-11-20.</source>
            <translation>日期请写成 2026-11-20。</translation>
        </message>
        <message>
            <source>Write times as 10:00, the first before the second; or leave both empty.</source>
            <translation>时间请写成 10:00，先早后晚；或两个都不填。</translation>
        </message>
        <message>
            <source>agreed</source>
            <translation>同意</translation>
        </message>
        <message>
            <source>by phone</source>
            <translation>电话里</translation>
        </message>
        <message>
            <source>in person</source>
            <translation>当面</translation>
        </message>
        <message>
            <source>in the chat</source>
            <translation>聊天里</translation>
        </message>
        <message numerus="yes">
            <source>last %n days</source>
            <translation>
                <numerusform>最近 %n 天</numerusform>
            </translation>
        </message>
        <message>
            <source>marked for special care</source>
            <translation>记为特别关照</translation>
        </message>
        <message>
            <source>may be sent</source>
            <translation>可以放</translation>
        </message>
        <message>
            <source>no</source>
            <translation>不要</translation>
        </message>
        <message>
            <source>no number or address</source>
            <translation>没有号码或地址</translation>
        </message>
        <message>
            <source>no tier</source>
            <translation>无等级</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>not asked</source>
            <translation>没问过</translation>
        </message>
        <message>
            <source>not asked yet</source>
            <translation>还没问过</translation>
        </message>
        <message>
            <source>noted by %1</source>
            <translation>%1 记录</translation>
        </message>
        <message>
            <source>on</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>on a form</source>
            <translation>表单上</translation>
        </message>
        <message>
            <source>opted out</source>
            <translation>已退订</translation>
        </message>
        <message>
            <source>same day</source>
            <translation>同一天</translation>
        </message>
        <message>
            <source>special care taken away</source>
            <translation>取消特别关照</translation>
        </message>
        <message>
            <source>the number is wrong</source>
            <translation>号码不对</translation>
        </message>
        <message>
            <source>undone</source>
            <translation>已撤销</translation>
        </message>
    </context>
</TS>
