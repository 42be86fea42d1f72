<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>hand_over</name>
        <message>
            <source>%1 (left)</source>
            <translation>%1（已离职）</translation>
        </message>
        <message>
            <source>%1 counts on this item.</source>
            <translation>%1 还在按这一项办。</translation>
        </message>
        <message>
            <source>%1 does not work here any more: the step is everybody's of this role again.</source>
            <translation>%1 已离职：这一步回到该角色，谁都可以做。</translation>
        </message>
        <message>
            <source>%1 has cleared it already.</source>
            <translation>%1 已经清掉了。</translation>
        </message>
        <message>
            <source>%1 left this; only they change its words.</source>
            <translation>这是 %1 留下的，只有本人能改。</translation>
        </message>
        <message>
            <source>%1 of %2 cleared</source>
            <translation>已清 %1 / %2</translation>
        </message>
        <message>
            <source>%1 passed it on to a later morning.</source>
            <translation>%1 已把它转到后面的早上。</translation>
        </message>
        <message>
            <source>%1 took it already: say why</source>
            <translation>%1 已接手，请写明理由</translation>
        </message>
        <message numerus="yes">
            <source>%1: %n item(s) left already</source>
            <translation>
                <numerusform>%1：已留下 %n 项</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n due today</source>
            <translation>
                <numerusform>今天到期 %n 步</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n late</source>
            <translation>
                <numerusform>逾期 %n 步</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of earlier mornings still open</source>
            <translation>
                <numerusform>往日未清 %n 项</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n overdue</source>
            <translation>
                <numerusform>逾期 %n 项</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n resting with snoozed cases</source>
            <translation>
                <numerusform>搁置中 %n 步</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n step(s) of snoozed cases come back when the case wakes.</source>
            <translation>
                <numerusform>搁置的售后单里还有 %n 步，唤醒后会回到这里。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n without a time</source>
            <translation>
                <numerusform>无时限 %n 步</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message>
            <source>1–5 list · ↑↓ row · ↵ open · D done · H hand on · X leave out</source>
            <translation>1–5 清单 · ↑↓ 选行 · ↵ 打开 · D 完成 · H 转交 · X 不做</translation>
        </message>
        <message>
            <source>About</source>
            <translation>关于</translation>
        </message>
        <message>
            <source>At most %1 characters; these are %2.</source>
            <translation>最多 %1 字，现在有 %2 字。</translation>
        </message>
        <message>
            <source>Before, after</source>
            <translation>先后</translation>
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
            <source>Case</source>
            <translation>售后单</translation>
        </message>
        <message>
            <source>Case %1 is of another buyer than %2.</source>
            <translation>售后单 %1 不是 %2 的。</translation>
        </message>
        <message>
            <source>Case, order, buyer, phone, or scan</source>
            <translation>售后单、订单、买家、电话，或扫码</translation>
        </message>
        <message>
            <source>Cases and buyers found</source>
            <translation>找到的售后单和买家</translation>
        </message>
        <message>
            <source>Change (F2)</source>
            <translation>修改（F2）</translation>
        </message>
        <message>
            <source>Change what was left</source>
            <translation>修改交接事项</translation>
        </message>
        <message>
            <source>Choose a later one.</source>
            <translation>请选更晚的时间。</translation>
        </message>
        <message>
            <source>Choose a nearer day.</source>
            <translation>请选近一点的日子。</translation>
        </message>
        <message>
            <source>Choose a role or a person.</source>
            <translation>请选角色或人员。</translation>
        </message>
        <message>
            <source>Choose one after %1.</source>
            <translation>请选 %1 以后的日子。</translation>
        </message>
        <message>
            <source>Choose one of the two.</source>
            <translation>两者只选一个。</translation>
        </message>
        <message>
            <source>Choose one, or empty the field.</source>
            <translation>请选一项，或清空此栏。</translation>
        </message>
        <message>
            <source>Choose the case or the buyer, not both.</source>
            <translation>售后单和买家只选一个。</translation>
        </message>
        <message>
            <source>Choose what it is about, or clear the field.</source>
            <translation>请选定售后单或买家，或清空这一栏。</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Deal with it there: it goes on under that day.</source>
            <translation>请到那一天处理，事项在那里继续。</translation>
        </message>
        <message>
            <source>Do it all the same because</source>
            <translation>仍要完成的理由</translation>
        </message>
        <message>
            <source>Do it anyway</source>
            <translation>仍要完成</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>办完</translation>
        </message>
        <message>
            <source>Done (D)</source>
            <translation>办完（D）</translation>
        </message>
        <message>
            <source>Done: %1</source>
            <translation>办完：%1</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>时限</translation>
        </message>
        <message>
            <source>Due by</source>
            <translation>几点前</translation>
        </message>
        <message>
            <source>End of shift: print the sheet…</source>
            <translation>下班：打印交接单…</translation>
        </message>
        <message>
            <source>For</source>
            <translation>转到</translation>
        </message>
        <message>
            <source>Hand on</source>
            <translation>转交</translation>
        </message>
        <message>
            <source>Hand on (H)</source>
            <translation>转交（H）</translation>
        </message>
        <message>
            <source>Hand on to</source>
            <translation>转交给</translation>
        </message>
        <message>
            <source>Hand on: %1</source>
            <translation>转交：%1</translation>
        </message>
        <message>
            <source>Hand the step on</source>
            <translation>转交步骤</translation>
        </message>
        <message>
            <source>Hand-over sheets</source>
            <translation>交接单</translation>
        </message>
        <message>
            <source>It is not said who gets the step.</source>
            <translation>还没有选转交给谁。</translation>
        </message>
        <message>
            <source>It stays with the step and in the history; a refund that waits for it can be paid then.</source>
            <translation>记在步骤和历史里；等着这个决定的退款之后就能付了。</translation>
        </message>
        <message>
            <source>It waits for: %1</source>
            <translation>它在等：%1</translation>
        </message>
        <message>
            <source>Items of the night</source>
            <translation>夜班交接事项</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Leave for the next shift</source>
            <translation>给下一班留事项</translation>
        </message>
        <message>
            <source>Leave for the next shift…</source>
            <translation>给下一班留事项…</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>留下</translation>
        </message>
        <message>
            <source>Leave out</source>
            <translation>不做</translation>
        </message>
        <message>
            <source>Leave out (X)</source>
            <translation>不做（X）</translation>
        </message>
        <message>
            <source>Leave out: %1</source>
            <translation>不做：%1</translation>
        </message>
        <message>
            <source>Leave something first, then print.</source>
            <translation>请先留下事项，再打印。</translation>
        </message>
        <message>
            <source>Leave something…</source>
            <translation>留事项…</translation>
        </message>
        <message>
            <source>Left already</source>
            <translation>已留下的事项</translation>
        </message>
        <message>
            <source>Left by</source>
            <translation>留下</translation>
        </message>
        <message>
            <source>Morning</source>
            <translation>哪天早上</translation>
        </message>
        <message>
            <source>Mornings</source>
            <translation>各天早上</translation>
        </message>
        <message>
            <source>Mornings clear it by</source>
            <translation>早班清完时限</translation>
        </message>
        <message>
            <source>Neither a case nor a buyer is found under this.</source>
            <translation>没有找到这样的售后单或买家。</translation>
        </message>
        <message>
            <source>Neither a role nor anybody who works here.</source>
            <translation>没有这个角色，也没有这个人。</translation>
        </message>
        <message>
            <source>Nights</source>
            <translation>各夜班</translation>
        </message>
        <message>
            <source>No open steps for %1</source>
            <translation>%1没有未完成的步骤</translation>
        </message>
        <message>
            <source>Not about this case or buyer</source>
            <translation>与此无关，去掉</translation>
        </message>
        <message>
            <source>Not yet: %1</source>
            <translation>还不能做：%1</translation>
        </message>
        <message>
            <source>Not yet: first %1</source>
            <translation>还不能做：先 %1</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Note: %1</source>
            <translation>备注：%1</translation>
        </message>
        <message>
            <source>Nothing is left for this morning yet.</source>
            <translation>这天早上还没有留下事项。</translation>
        </message>
        <message>
            <source>Nothing was left for the morning of %1.</source>
            <translation>%1 早上没有交接事项。</translation>
        </message>
        <message>
            <source>Nothing was left for this morning.</source>
            <translation>这天早上没有交接事项。</translation>
        </message>
        <message>
            <source>Open again (O)</source>
            <translation>重新打开（O）</translation>
        </message>
        <message>
            <source>Open it again if something is left.</source>
            <translation>如果还有没办完的，请重新打开。</translation>
        </message>
        <message>
            <source>Pass it on with a note, or tick it off.</source>
            <translation>可以附上备注转下一班，或者办完打勾。</translation>
        </message>
        <message>
            <source>Pass on</source>
            <translation>转下一班</translation>
        </message>
        <message>
            <source>Pass on (P)</source>
            <translation>转下一班（P）</translation>
        </message>
        <message>
            <source>Pass on to the next shift</source>
            <translation>转给下一班</translation>
        </message>
        <message>
            <source>Passed on from %1 by %2</source>
            <translation>%1 由 %2 转来</translation>
        </message>
        <message>
            <source>Passed on means to a later morning.</source>
            <translation>只能转到更晚的早上。</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>负责人</translation>
        </message>
        <message>
            <source>Print the list…</source>
            <translation>打印清单…</translation>
        </message>
        <message>
            <source>Print the sheet…</source>
            <translation>打印交接单…</translation>
        </message>
        <message>
            <source>Problem</source>
            <translation>问题类型</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Role, name or initials</source>
            <translation>角色、姓名或首字母</translation>
        </message>
        <message>
            <source>Roles and people</source>
            <translation>角色和人员</translation>
        </message>
        <message>
            <source>Say what is decided.</source>
            <translation>请写明怎么定的。</translation>
        </message>
        <message>
            <source>Say what is to be done.</source>
            <translation>请写明要办什么。</translation>
        </message>
        <message>
            <source>Say why it is changed or taken back; it stays in the history.</source>
            <translation>请写明修改或撤回的理由，会记入历史。</translation>
        </message>
        <message>
            <source>Say why; it is kept in the history.</source>
            <translation>请写明理由，会记入历史。</translation>
        </message>
        <message>
            <source>Set right what was left</source>
            <translation>更正交接事项</translation>
        </message>
        <message>
            <source>Somebody did it or left it out. Press F5.</source>
            <translation>有人做完了或选了不做。请按 F5。</translation>
        </message>
        <message>
            <source>Somebody took it back. Press F5 to see what is there.</source>
            <translation>有人把它撤回了。按 F5 查看最新内容。</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>步骤</translation>
        </message>
        <message>
            <source>Steps by role</source>
            <translation>按角色看步骤</translation>
        </message>
        <message>
            <source>Still to be done before it: %1.</source>
            <translation>在这之前还要做：%1。</translation>
        </message>
        <message>
            <source>T take · D done · N done with a note · P pass on · F2 change · Del take back · ↵ case</source>
            <translation>T 接手 · D 办完 · N 办完并备注 · P 转下一班 · F2 修改 · Del 撤回 · ↵ 售后单</translation>
        </message>
        <message>
            <source>Take (T)</source>
            <translation>接手（T）</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>Take back (Del)</source>
            <translation>撤回（Del）</translation>
        </message>
        <message>
            <source>Take back: %1</source>
            <translation>撤回：%1</translation>
        </message>
        <message>
            <source>Taken by %1, %2</source>
            <translation>%1 接手，%2</translation>
        </message>
        <message>
            <source>That is more than a year ahead.</source>
            <translation>超过一年以后了。</translation>
        </message>
        <message>
            <source>That time has passed already.</source>
            <translation>这个时间已经过了。</translation>
        </message>
        <message>
            <source>The due time is not of that morning.</source>
            <translation>时限不在那天早上。</translation>
        </message>
        <message>
            <source>The note stays with the item and in the history.</source>
            <translation>备注会留在这一项上，并记入历史。</translation>
        </message>
        <message>
            <source>The step is not open any more.</source>
            <translation>这一步已经不是未完成了。</translation>
        </message>
        <message>
            <source>There is nothing to print.</source>
            <translation>没有可打印的内容。</translation>
        </message>
        <message>
            <source>This item is not there any more.</source>
            <translation>这一项已经不在了。</translation>
        </message>
        <message>
            <source>This morning</source>
            <translation>今天早上</translation>
        </message>
        <message>
            <source>This role has no open steps.</source>
            <translation>这个角色没有未完成的步骤。</translation>
        </message>
        <message>
            <source>Tomorrow morning</source>
            <translation>明天早上</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>What</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>What is decided</source>
            <translation>决定</translation>
        </message>
        <message>
            <source>What is to be done. Enter leaves it, Shift+Enter begins a new line.</source>
            <translation>要办什么。回车留下这一项，Shift+回车换行。</translation>
        </message>
        <message>
            <source>What they should know; stays with the step</source>
            <translation>对方需要知道的；会留在步骤上</translation>
        </message>
        <message>
            <source>What waits for it: %1</source>
            <translation>等它的：%1</translation>
        </message>
        <message>
            <source>Who took it</source>
            <translation>谁接手</translation>
        </message>
        <message>
            <source>Why it is not done, what is left</source>
            <translation>为什么没办完，还差什么</translation>
        </message>
        <message>
            <source>Write it like 12:00 or 9:30.</source>
            <translation>请写成 12:00 或 9:30 这样。</translation>
        </message>
        <message>
            <source>Yesterday morning</source>
            <translation>昨天早上</translation>
        </message>
        <message>
            <source>by</source>
            <translation>不晚于</translation>
        </message>
        <message>
            <source>by %1</source>
            <translation>%1 前</translation>
        </message>
        <message>
            <source>first %1</source>
            <translation>要先 %1</translation>
        </message>
        <message>
            <source>hand the step on</source>
            <translation>转交步骤</translation>
        </message>
        <message>
            <source>leave the step out</source>
            <translation>不做步骤</translation>
        </message>
        <message>
            <source>list of the warehouse; 2 to 5 the other lists</source>
            <translation>仓库的清单；2 到 5 是其他清单</translation>
        </message>
        <message>
            <source>no due time</source>
            <translation>无时限</translation>
        </message>
        <message>
            <source>nothing left</source>
            <translation>没有事项</translation>
        </message>
        <message>
            <source>open the case</source>
            <translation>打开售后单</translation>
        </message>
        <message>
            <source>overdue</source>
            <translation>逾期</translation>
        </message>
        <message>
            <source>somebody</source>
            <translation>有人</translation>
        </message>
        <message>
            <source>stays in the history</source>
            <translation>会记入历史</translation>
        </message>
        <message>
            <source>step done</source>
            <translation>完成步骤</translation>
        </message>
        <message>
            <source>then %1</source>
            <translation>之后 %1</translation>
        </message>
        <message>
            <source>whoever does it</source>
            <translation>谁做都行</translation>
        </message>
        <message>
            <source>“%1” is no time of day.</source>
            <translation>“%1”不是时间。</translation>
        </message>
    </context>
</TS>
