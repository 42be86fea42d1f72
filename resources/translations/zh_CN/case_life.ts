<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>case_life</name>
        <message>
            <source>%1 and %2 more</source>
            <translation>%1 等，另有 %2 个</translation>
        </message>
        <message>
            <source>%1 belongs to another shop.</source>
            <translation>%1 是另一家店铺的。</translation>
        </message>
        <message>
            <source>%1 has a resolution.</source>
            <translation>%1 已有处理方案。</translation>
        </message>
        <message>
            <source>%1 is another buyer's.</source>
            <translation>%1 是另一位买家的。</translation>
        </message>
        <message>
            <source>%1 is archived.</source>
            <translation>%1 已归档。</translation>
        </message>
        <message>
            <source>%1 is closed and needs no snooze.</source>
            <translation>%1 已结，不用搁置。</translation>
        </message>
        <message>
            <source>%1 is in dispute.</source>
            <translation>%1 正在介入中。</translation>
        </message>
        <message>
            <source>%1 needs to be told more first.</source>
            <translation>%1 还缺信息，先补上。</translation>
        </message>
        <message>
            <source>%1 of %2 can be done</source>
            <translation>%2 张里有 %1 张可以改</translation>
        </message>
        <message>
            <source>%1 was merged already.</source>
            <translation>%1 已经合并过了。</translation>
        </message>
        <message>
            <source>%1 was merged into another case.</source>
            <translation>%1 已并入另一张售后单。</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1：%2</translation>
        </message>
        <message numerus="yes">
            <source>%n case(s) archived, done for %1 days</source>
            <translation>
                <numerusform>已自动归档 %n 张（已完成满 %1 天）</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n case(s) are so already</source>
            <translation>
                <numerusform>%n 张本来就是这个状态</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n case(s): %1</source>
            <translation>
                <numerusform>%n 张售后单：%1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n snoozed case(s) woke: %1</source>
            <translation>
                <numerusform>%n 张搁置的售后单到点了：%1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n step(s) stay open</source>
            <translation>
                <numerusform>还有 %n 个步骤没做完</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>A case cannot be linked to itself.</source>
            <translation>不能和自己关联。</translation>
        </message>
        <message>
            <source>A case cannot be merged with itself.</source>
            <translation>不能和自己合并。</translation>
        </message>
        <message>
            <source>A clock ends within 24 hours already; it would wake at once.</source>
            <translation>已有时限在 24 小时内到期，会马上被唤醒。</translation>
        </message>
        <message>
            <source>A clock of %1 ends within 24 hours already.</source>
            <translation>%1 已有时限在 24 小时内到期。</translation>
        </message>
        <message>
            <source>Add the amounts at stake: %1</source>
            <translation>涉及金额相加：%1</translation>
        </message>
        <message>
            <source>All steps of %1 are done. %2 sets it to done.</source>
            <translation>%1 的步骤都做完了。按 %2 可改为已完成。</translation>
        </message>
        <message>
            <source>At most %1 cases are merged at once.</source>
            <translation>一次最多合并 %1 张。</translation>
        </message>
        <message>
            <source>At stake</source>
            <translation>涉及金额</translation>
        </message>
        <message>
            <source>Both cases have a resolution.</source>
            <translation>两张单都已有处理方案。</translation>
        </message>
        <message>
            <source>Buyer</source>
            <translation>买家</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Case number, buyer, order number or phone</source>
            <translation>售后单号、买家、订单号或电话</translation>
        </message>
        <message>
            <source>Cases found</source>
            <translation>找到的售后单</translation>
        </message>
        <message>
            <source>Cases of two shops stay apart; link them instead.</source>
            <translation>两家店的单不能合并，可以改为关联。</translation>
        </message>
        <message>
            <source>Choose a later one.</source>
            <translation>请选更晚的时间。</translation>
        </message>
        <message>
            <source>Choose an earlier moment, or archive it.</source>
            <translation>请选早一点的时间，或者直接归档。</translation>
        </message>
        <message>
            <source>Choose another one.</source>
            <translation>请选另一张。</translation>
        </message>
        <message>
            <source>Choose how it ended</source>
            <translation>请选介入结果</translation>
        </message>
        <message>
            <source>Clocks</source>
            <translation>时限</translation>
        </message>
        <message>
            <source>Closed, so not snoozed: %1</source>
            <translation>已结，不搁置：%1</translation>
        </message>
        <message>
            <source>Courier calls back in the afternoon</source>
            <translation>等快递下午回电</translation>
        </message>
        <message>
            <source>Date and time</source>
            <translation>指定日期时间</translation>
        </message>
        <message>
            <source>Demand</source>
            <translation>客户诉求</translation>
        </message>
        <message>
            <source>Dispute</source>
            <translation>介入结果</translation>
        </message>
        <message>
            <source>Each was decided by itself; link them instead.</source>
            <translation>各自都已定了方案，可以改为关联。</translation>
        </message>
        <message>
            <source>Ends before that: %1</source>
            <translation>在这之前到期：%1</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>凭证</translation>
        </message>
        <message>
            <source>Evidence, notes</source>
            <translation>凭证、备注</translation>
        </message>
        <message>
            <source>Evidence, notes, clocks, tags and links of the others go into the one kept; their numbers still open and lead to it.</source>
            <translation>其余各单的凭证、备注、时限、标签和关联都并入保留的这张；原单号仍能打开，并指向保留单。</translation>
        </message>
        <message>
            <source>Flag</source>
            <translation>旗帜</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>找到</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>Handler</source>
            <translation>经手</translation>
        </message>
        <message>
            <source>In an hour</source>
            <translation>一小时后</translation>
        </message>
        <message>
            <source>In the shop's time: %1</source>
            <translation>按店铺时区：%1</translation>
        </message>
        <message>
            <source>It goes into the history.</source>
            <translation>会记入历史。</translation>
        </message>
        <message>
            <source>It is part of the history and stays.</source>
            <translation>它是历史的一部分，不能取消。</translation>
        </message>
        <message>
            <source>It stays among the late ones and on Today all the same.</source>
            <translation>到期后仍会出现在「已逾期」和「今日」里。</translation>
        </message>
        <message>
            <source>It was closed. Say why it is taken up again.</source>
            <translation>这张单已结，请写明为什么重开。</translation>
        </message>
        <message>
            <source>It was never done. Say why it is put away: opened by mistake, settled elsewhere.</source>
            <translation>这张单没做完，请写明为什么归档：比如开错了、已在别处解决。</translation>
        </message>
        <message>
            <source>It would wake at once; choose a time instead.</source>
            <translation>会马上被唤醒，请改选时间。</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>Keep %1</source>
            <translation>保留 %1</translation>
        </message>
        <message>
            <source>Keep that case and merge the other into it.</source>
            <translation>请保留那张，把另一张并进去。</translation>
        </message>
        <message>
            <source>Let the clocks that closing stopped run again</source>
            <translation>结单时停掉的时限继续计时</translation>
        </message>
        <message>
            <source>Liability</source>
            <translation>责任</translation>
        </message>
        <message>
            <source>Link</source>
            <translation>关联</translation>
        </message>
        <message>
            <source>Link to which case?</source>
            <translation>关联到哪张售后单？</translation>
        </message>
        <message>
            <source>Look at the case again.</source>
            <translation>请再看一下这张单。</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>合并</translation>
        </message>
        <message numerus="yes">
            <source>Merge %n case(s)</source>
            <translation>
                <numerusform>合并 %n 张售后单</numerusform>
            </translation>
        </message>
        <message>
            <source>Merge all the same</source>
            <translation>仍要合并</translation>
        </message>
        <message>
            <source>Merge it only if both are the same person.</source>
            <translation>确认是同一个人再合并。</translation>
        </message>
        <message>
            <source>Merge with which case?</source>
            <translation>和哪张售后单合并？</translation>
        </message>
        <message>
            <source>Next week</source>
            <translation>下周</translation>
        </message>
        <message>
            <source>Next workday</source>
            <translation>下个工作日</translation>
        </message>
        <message>
            <source>No other case is found under this.</source>
            <translation>没有找到别的售后单。</translation>
        </message>
        <message>
            <source>No other case of this order or buyer. Type to find any other.</source>
            <translation>这个订单和买家没有别的售后单。输入可查找其他单。</translation>
        </message>
        <message>
            <source>None of the chosen cases is snoozed.</source>
            <translation>所选的单都没有搁置。</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Of the same order or buyer</source>
            <translation>同一订单或同一买家的</translation>
        </message>
        <message>
            <source>Open the case it went into.</source>
            <translation>请打开它并入的那张。</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>订单</translation>
        </message>
        <message>
            <source>Part of this is no longer in %1.</source>
            <translation>有些内容已经不在 %1 里了。</translation>
        </message>
        <message>
            <source>Platform</source>
            <translation>平台</translation>
        </message>
        <message>
            <source>Problem</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Reopen it first, or keep another one.</source>
            <translation>请先重开它，或保留另一张。</translation>
        </message>
        <message>
            <source>Reopen it first.</source>
            <translation>请先重开。</translation>
        </message>
        <message>
            <source>Reopen it first; notes and evidence can be added as it is.</source>
            <translation>请先重新打开；备注和凭证可以直接添加。</translation>
        </message>
        <message numerus="yes">
            <source>Set %n case(s) to %1</source>
            <translation>
                <numerusform>把 %n 张改为%1</numerusform>
            </translation>
        </message>
        <message>
            <source>Set to %1</source>
            <translation>改为%1</translation>
        </message>
        <message>
            <source>Snooze</source>
            <translation>搁置</translation>
        </message>
        <message>
            <source>Snooze %1</source>
            <translation>搁置 %1</translation>
        </message>
        <message numerus="yes">
            <source>Snooze %n case(s)</source>
            <translation>
                <numerusform>搁置 %n 张售后单</numerusform>
            </translation>
        </message>
        <message>
            <source>Split %1</source>
            <translation>拆分 %1</translation>
        </message>
        <message>
            <source>Split off</source>
            <translation>拆出新单</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Steps are still open. Say why they are not needed.</source>
            <translation>还有步骤没做完，请写明为什么不用做了。</translation>
        </message>
        <message>
            <source>The buyer was answered already: the new case owes an offer, and no first reply.</source>
            <translation>买家已经回复过：新单只计给出方案的时限，不再计首次响应。</translation>
        </message>
        <message>
            <source>The case to keep is closed.</source>
            <translation>要保留的单已经结了。</translation>
        </message>
        <message>
            <source>The new case is of the same order and buyer. What is ticked goes over to it.</source>
            <translation>新单属于同一订单和买家，勾选的内容会转过去。</translation>
        </message>
        <message>
            <source>The new case still owes the first reply, and an offer.</source>
            <translation>新单仍要计首次响应和给出方案的时限。</translation>
        </message>
        <message>
            <source>The platform gave a date for the shop's proof</source>
            <translation>平台给了举证截止时间</translation>
        </message>
        <message>
            <source>There is no resolution yet. The wizard makes one; without it, say what was agreed.</source>
            <translation>还没有处理方案。可以用处理向导；不用的话，请写明怎么谈定的。</translation>
        </message>
        <message>
            <source>These cases are linked already.</source>
            <translation>这两张单已经关联了。</translation>
        </message>
        <message>
            <source>These clocks stop: %1</source>
            <translation>这些时限会停止：%1</translation>
        </message>
        <message>
            <source>This afternoon</source>
            <translation>今天下午</translation>
        </message>
        <message>
            <source>This is more than a year away.</source>
            <translation>超过一年了。</translation>
        </message>
        <message>
            <source>This link is gone already.</source>
            <translation>这个关联已经取消了。</translation>
        </message>
        <message>
            <source>This link was made by merging or splitting.</source>
            <translation>这个关联是合并或拆分产生的。</translation>
        </message>
        <message>
            <source>This moment has passed.</source>
            <translation>这个时间已经过了。</translation>
        </message>
        <message>
            <source>Tomorrow morning</source>
            <translation>明天上午</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>截止</translation>
        </message>
        <message>
            <source>Use Change state, which asks for it.</source>
            <translation>请用「改状态」，会提示要补什么。</translation>
        </message>
        <message>
            <source>Waiting on</source>
            <translation>待谁</translation>
        </message>
        <message>
            <source>Wake</source>
            <translation>唤醒</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>情况说明</translation>
        </message>
        <message>
            <source>Work on the case it was merged into.</source>
            <translation>请在它并入的那张单上处理。</translation>
        </message>
        <message>
            <source>Write a few words.</source>
            <translation>请写几个字。</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>另有 %n 张</numerusform>
            </translation>
        </message>
        <message>
            <source>cannot go from %1 to %2</source>
            <translation>不能从%1改为%2</translation>
        </message>
        <message>
            <source>merged into another case</source>
            <translation>已并入另一张售后单</translation>
        </message>
        <message>
            <source>only then</source>
            <translation>只在到点时</translation>
        </message>
        <message>
            <source>or before that: %1</source>
            <translation>到点，或%1时</translation>
        </message>
        <message>
            <source>set to done</source>
            <translation>改为已完成</translation>
        </message>
        <message>
            <source>snooze</source>
            <translation>搁置</translation>
        </message>
    </context>
</TS>
