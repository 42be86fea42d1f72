<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>call_errors</name>
        <message>
            <source>A call after it can be planned once it is.</source>
            <translation>结单之后才能安排结单回访。</translation>
        </message>
        <message>
            <source>A call after this case is planned already.</source>
            <translation>这张售后单已经安排了结单回访。</translation>
        </message>
        <message>
            <source>A call cannot take so long.</source>
            <translation>通话时长不对。</translation>
        </message>
        <message>
            <source>A call has at most %1 tags.</source>
            <translation>一次回访最多 %1 个标签。</translation>
        </message>
        <message>
            <source>Add to that one, or open another from the case itself.</source>
            <translation>请在那张售后单里补充，或从那张售后单另开一张。</translation>
        </message>
        <message>
            <source>Buyers would be forgotten. Choose at most 92 days.</source>
            <translation>这样会冷落买家，最长 92 天。</translation>
        </message>
        <message>
            <source>Case %1 is another buyer's.</source>
            <translation>售后单 %1 是另一位买家的。</translation>
        </message>
        <message>
            <source>Change those instead.</source>
            <translation>请直接修改已有的那一段。</translation>
        </message>
        <message>
            <source>Choose a case of the buyer you spoke with.</source>
            <translation>请选择这位买家的售后单。</translation>
        </message>
        <message>
            <source>Choose a last day on or after the first.</source>
            <translation>请选择不早于第一天的结束日期。</translation>
        </message>
        <message>
            <source>Choose a later day.</source>
            <translation>请选择之后的日期。</translation>
        </message>
        <message>
            <source>Choose a way they agreed to, or note their consent first.</source>
            <translation>请选择买家同意的方式，或先记录买家的意愿。</translation>
        </message>
        <message>
            <source>Choose days to come, or every year.</source>
            <translation>请选择今后的日期，或勾选每年重复。</translation>
        </message>
        <message>
            <source>Choose one within the next ten years.</source>
            <translation>请选择十年之内的日期。</translation>
        </message>
        <message>
            <source>Choose the phone or an SMS as the way, or another outcome.</source>
            <translation>请把方式选为电话或短信，或换一个结果。</translation>
        </message>
        <message>
            <source>Code: %1</source>
            <translation>代码：%1</translation>
        </message>
        <message>
            <source>Enter whole minutes from 0 to %1.</source>
            <translation>请填写 0 到 %1 之间的整数分钟。</translation>
        </message>
        <message>
            <source>From this call a case was opened already: %1.</source>
            <translation>这次回访已经登记过售后单：%1。</translation>
        </message>
        <message>
            <source>Give them a tier first.</source>
            <translation>请先设定等级。</translation>
        </message>
        <message>
            <source>It can be chosen in the settings of the call-backs.</source>
            <translation>可在设置的“回访”里开启。</translation>
        </message>
        <message>
            <source>It does not say what was promised.</source>
            <translation>没有写明答应了什么。</translation>
        </message>
        <message>
            <source>It is late already: putting it off needs a reason.</source>
            <translation>已经逾期，再往后推需要写明原因。</translation>
        </message>
        <message>
            <source>Link its order first.</source>
            <translation>请先关联订单。</translation>
        </message>
        <message>
            <source>Log the call instead of ticking it.</source>
            <translation>请记录回访结果，而不是直接勾选。</translation>
        </message>
        <message>
            <source>Move that one instead.</source>
            <translation>请直接修改已安排的那个。</translation>
        </message>
        <message>
            <source>No call after this case can be planned.</source>
            <translation>不能为这张售后单安排结单回访。</translation>
        </message>
        <message>
            <source>No call can be planned for this buyer.</source>
            <translation>不能为这位买家安排回访。</translation>
        </message>
        <message>
            <source>No call is planned after case %1.</source>
            <translation>售后单 %1 没有安排结单回访。</translation>
        </message>
        <message>
            <source>Note their consent first; then a call can be planned.</source>
            <translation>请先记录买家的意愿，再安排回访。</translation>
        </message>
        <message>
            <source>Note what you promised with its day instead.</source>
            <translation>可以改为记下答应的事和日期。</translation>
        </message>
        <message>
            <source>Nothing is planned for them unless they say otherwise.</source>
            <translation>除非买家改变意愿，否则不再安排任何回访。</translation>
        </message>
        <message>
            <source>Nothing needs to be planned.</source>
            <translation>不用再安排。</translation>
        </message>
        <message>
            <source>Nothing was written. Look at it as it is now, then do it again.</source>
            <translation>没有写入任何内容。请先看一下现在的情况，再操作一次。</translation>
        </message>
        <message>
            <source>Plan a call instead of a note.</source>
            <translation>请直接安排回访，不必只留言。</translation>
        </message>
        <message>
            <source>Plan the call from that one.</source>
            <translation>请从那一张安排回访。</translation>
        </message>
        <message>
            <source>Shorten these days, or give the call-backs to somebody else first.</source>
            <translation>请缩短这段时间，或先把回访转给别人。</translation>
        </message>
        <message>
            <source>Somebody dealt with it meanwhile; nothing was written.</source>
            <translation>刚才已有人处理过，本次没有写入。</translation>
        </message>
        <message>
            <source>Something is planned for this buyer already.</source>
            <translation>这位买家已经有安排了。</translation>
        </message>
        <message>
            <source>Take away some that have passed.</source>
            <translation>请先删除一些已过去的。</translation>
        </message>
        <message>
            <source>Take some away.</source>
            <translation>请去掉一些。</translation>
        </message>
        <message>
            <source>That day has passed.</source>
            <translation>这一天已经过去。</translation>
        </message>
        <message>
            <source>That day is too far away.</source>
            <translation>这一天太远了。</translation>
        </message>
        <message>
            <source>That is longer than a quarter of a year.</source>
            <translation>时间超过了一个季度。</translation>
        </message>
        <message>
            <source>That is not a time.</source>
            <translation>时间格式不对。</translation>
        </message>
        <message>
            <source>The buyer agreed to calls.</source>
            <translation>买家已同意来电。</translation>
        </message>
        <message>
            <source>The buyer does not want to be contacted.</source>
            <translation>买家不愿再被联系。</translation>
        </message>
        <message>
            <source>The buyer has not agreed to be contacted this way.</source>
            <translation>买家没有同意用这种方式联系。</translation>
        </message>
        <message>
            <source>The buyer has not agreed to be contacted.</source>
            <translation>买家没有同意被联系。</translation>
        </message>
        <message>
            <source>The buyer is no VIP.</source>
            <translation>这位买家不是 VIP。</translation>
        </message>
        <message>
            <source>The buyer was called about this case already.</source>
            <translation>已就这张售后单回访过买家。</translation>
        </message>
        <message>
            <source>The case has no buyer who could be called.</source>
            <translation>这张售后单没有可以回访的买家。</translation>
        </message>
        <message>
            <source>The case is not closed yet.</source>
            <translation>售后单还没有结单。</translation>
        </message>
        <message>
            <source>The case was merged into another.</source>
            <translation>这张售后单已合并到另一张。</translation>
        </message>
        <message>
            <source>The last day lies before the first.</source>
            <translation>最后一天早于第一天。</translation>
        </message>
        <message>
            <source>The shop puts no notes in parcels.</source>
            <translation>本店没有开启随包裹留言。</translation>
        </message>
        <message>
            <source>There are %1 quiet periods already.</source>
            <translation>免打扰日和休假已有 %1 段。</translation>
        </message>
        <message>
            <source>There is nothing to drop.</source>
            <translation>没有可以取消的回访。</translation>
        </message>
        <message>
            <source>These days have passed.</source>
            <translation>这些日子已经过去了。</translation>
        </message>
        <message>
            <source>These quiet days are there already.</source>
            <translation>这段免打扰日已经有了。</translation>
        </message>
        <message>
            <source>They have not agreed to calls, or are no VIP. Note their consent first.</source>
            <translation>买家还没有同意来电，或不是 VIP。请先记录买家的意愿。</translation>
        </message>
        <message>
            <source>This buyer has no open call-back that could be put off.</source>
            <translation>这位买家没有可以往后推的回访。</translation>
        </message>
        <message>
            <source>This call-back is no promise.</source>
            <translation>这个回访不是答应的事。</translation>
        </message>
        <message>
            <source>This call-back is not open any more.</source>
            <translation>这个回访已经不在待办里了。</translation>
        </message>
        <message>
            <source>This call-back was changed meanwhile.</source>
            <translation>这个回访刚才被改过。</translation>
        </message>
        <message>
            <source>This contact used no phone number.</source>
            <translation>这次联系没有用到电话号码。</translation>
        </message>
        <message>
            <source>With the other quiet days and vacations no day would be left for months.</source>
            <translation>加上其他免打扰日和休假，几个月内都没有可回访的日子了。</translation>
        </message>
        <message>
            <source>Write it as 10:30.</source>
            <translation>请写成 10:30 这样的格式。</translation>
        </message>
        <message>
            <source>Write it in a few words.</source>
            <translation>请用几个字写清楚。</translation>
        </message>
        <message>
            <source>Write why it waits, or leave it on today.</source>
            <translation>请写明为什么要等，或把它留在今天。</translation>
        </message>
    </context>
</TS>
