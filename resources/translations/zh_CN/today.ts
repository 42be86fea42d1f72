<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>today</name>
        <message>
            <source>%1 (%2)</source>
            <translation>%1（%2）</translation>
        </message>
        <message>
            <source>%1 belongs to %2</source>
            <translation>%1 是 %2 的</translation>
        </message>
        <message>
            <source>%1 handed over %2</source>
            <translation>%1 %2 交班</translation>
        </message>
        <message>
            <source>%1 is on it</source>
            <translation>%1 在办</translation>
        </message>
        <message>
            <source>%1 of %2 cleared</source>
            <translation>已清 %1 / 共 %2 项</translation>
        </message>
        <message>
            <source>%1 of %2 is not closed</source>
            <translation>%2 %1还没月结</translation>
        </message>
        <message>
            <source>%1 of %2 shown</source>
            <translation>显示 %1 / 共 %2 个</translation>
        </message>
        <message numerus="yes">
            <source>%1 sent goods back %n time(s) in %2 days</source>
            <translation>
                <numerusform>%1 %2 天内退 %n 次</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 · %2 · do not use it before looking</source>
            <translation>%1 · %2 · 查看之前不要使用</translation>
        </message>
        <message>
            <source>%1: %2 points, %3 to the node at %4</source>
            <translation>%1：已扣 %2 分，再扣 %3 分到 %4 分节点</translation>
        </message>
        <message>
            <source>%1: %2 points, the node at %3 is reached</source>
            <translation>%1：已扣 %2 分，到了 %3 分节点</translation>
        </message>
        <message numerus="yes">
            <source>%1: %n buyer(s) in %2 days</source>
            <translation>
                <numerusform>%1 %2 天内 %n 位买家反映</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1: severe fault, %n buyer(s) in %2 days</source>
            <translation>
                <numerusform>%1 严重质量问题，%2 天内 %n 位买家反映</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n alarm(s) put off until tomorrow</source>
            <translation>
                <numerusform>%n 条警报明天再提醒</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n bad review(s) without an answer</source>
            <translation>
                <numerusform>%n 条差评还没回复</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n call(s) made</source>
            <translation>
                <numerusform>已回访 %n 个</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n claim(s) on carriers not handed in</source>
            <translation>
                <numerusform>%n 笔快递理赔还没报</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n claim(s) on carriers without an answer in time</source>
            <translation>
                <numerusform>%n 笔快递理赔超期没答复</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n d here</source>
            <translation>
                <numerusform>到 %n 天</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) late</source>
            <translation>
                <numerusform>拖 %n 天</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) of the month are left</source>
            <translation>
                <numerusform>离月底还有 %n 天</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n done</source>
            <translation>
                <numerusform>已清 %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n from earlier mornings</source>
            <translation>
                <numerusform>%n 项是前几天留下的</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n good review(s) of today and yesterday name a problem</source>
            <translation>
                <numerusform>今天和昨天有 %n 条好评提到问题</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n invoice(s) late</source>
            <translation>
                <numerusform>%n 张发票逾期没开</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n item(s) of the hand-over cleared</source>
            <translation>
                <numerusform>交接事项清了 %n 项</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n left out, see below · %1</source>
            <translation>
                <numerusform>%n 行未印出，见各栏末尾 · %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n made today</source>
            <translation>
                <numerusform>今天已联系 %n 次</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more left out</source>
            <translation>
                <numerusform>另有 %n 个未印出</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new</source>
            <translation>
                <numerusform>%n 个新增</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of them late</source>
            <translation>
                <numerusform>其中 %n 个已拖期</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n parcel(s) without an owner can be matched now</source>
            <translation>
                <numerusform>%n 件无主件对得上了</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n parcel(s) without an owner: look again</source>
            <translation>
                <numerusform>%n 个无主件该再找找主人</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n piece(s) of evidence not as imported</source>
            <translation>
                <numerusform>%n 件凭证与导入时不一致</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n point(s) more expected</source>
            <translation>
                <numerusform>预计再扣 %n 分</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n put off until tomorrow</source>
            <translation>
                <numerusform>%n 条明天再提醒</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n register(s) with %1 line(s)</source>
            <translation>
                <numerusform>%n 个登记表，共 %1 条</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n report(s) · check the stock, tell the supplier</source>
            <translation>
                <numerusform>共 %n 起 · 建议停发、查库存、告诉供应商</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n step(s) still due</source>
            <translation>
                <numerusform>还有 %n 步到期</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n without an owner</source>
            <translation>
                <numerusform>%n 件无主</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message>
            <source>1–6 panel · ↑↓ row · ↵ open</source>
            <translation>1–6 换区 · ↑↓ 选行 · ↵ 打开</translation>
        </message>
        <message>
            <source>A deal with it · S not today · V check</source>
            <translation>A 处理 · S 今天不再提醒 · V 检查</translation>
        </message>
        <message>
            <source>Alarms</source>
            <translation>警报</translation>
        </message>
        <message numerus="yes">
            <source>All %n</source>
            <translation>
                <numerusform>全部 %n 个</numerusform>
            </translation>
        </message>
        <message>
            <source>All done</source>
            <translation>都处理完了</translation>
        </message>
        <message>
            <source>All done for now</source>
            <translation>都处理完了</translation>
        </message>
        <message>
            <source>Batch %1 %2</source>
            <translation>批次 %1 %2</translation>
        </message>
        <message>
            <source>Begin</source>
            <translation>开始</translation>
        </message>
        <message>
            <source>Board</source>
            <translation>看板</translation>
        </message>
        <message>
            <source>Bring in the orders your platform exported; cases are opened from them. The shop comes with them.</source>
            <translation>先导入平台导出的订单文件，售后单从订单开出；店铺会随订单一起建好。</translation>
        </message>
        <message>
            <source>C call · N no answer · S put off · D promise kept</source>
            <translation>C 打电话 · N 没接 · S 推迟 · D 已兑现</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>日历</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>拨打</translation>
        </message>
        <message>
            <source>Call (C)</source>
            <translation>拨打（C）</translation>
        </message>
        <message>
            <source>Call-backs today</source>
            <translation>今日回访</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Cases, evidence, resolutions and call-backs of your shop, on this computer only. Who is working?</source>
            <translation>店铺的售后单、凭证、处理方案和回访，只存在这台电脑上。现在是谁在用？</translation>
        </message>
        <message>
            <source>Check now</source>
            <translation>立即校验</translation>
        </message>
        <message>
            <source>Choose a day after today.</source>
            <translation>请选今天以后的日期。</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>清除</translation>
        </message>
        <message>
            <source>D done · T take · P pass on</source>
            <translation>D 清除 · T 接手 · P 转下一班</translation>
        </message>
        <message>
            <source>Data and evidence were never checked</source>
            <translation>数据和凭证还从未校验</translation>
        </message>
        <message>
            <source>Deal with it</source>
            <translation>处理</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Done (D)</source>
            <translation>完成（D）</translation>
        </message>
        <message>
            <source>Due in 24 hours</source>
            <translation>24 小时内到期</translation>
        </message>
        <message>
            <source>Find its owner (M)</source>
            <translation>找主人 (M)</translation>
        </message>
        <message>
            <source>Find owner</source>
            <translation>找主人</translation>
        </message>
        <message>
            <source>G board</source>
            <translation>G 看板</translation>
        </message>
        <message>
            <source>G steps</source>
            <translation>G 步骤</translation>
        </message>
        <message>
            <source>Go there</source>
            <translation>去处理</translation>
        </message>
        <message>
            <source>Go there (Enter)</source>
            <translation>去处理 (Enter)</translation>
        </message>
        <message>
            <source>Hand-over</source>
            <translation>交接事项</translation>
        </message>
        <message>
            <source>Hand-over sheet</source>
            <translation>交接单</translation>
        </message>
        <message>
            <source>I inspect · M find the owner · F scan</source>
            <translation>I 验货 · M 找主人 · F 扫描</translation>
        </message>
        <message>
            <source>Import orders</source>
            <translation>导入订单</translation>
        </message>
        <message>
            <source>In 3 days</source>
            <translation>3 天后</translation>
        </message>
        <message>
            <source>In a week</source>
            <translation>一周后</translation>
        </message>
        <message>
            <source>Inspect</source>
            <translation>验货</translation>
        </message>
        <message>
            <source>Inspect (I)</source>
            <translation>验货 (I)</translation>
        </message>
        <message>
            <source>Is it done: %1?</source>
            <translation>“%1”已经做完了吗？</translation>
        </message>
        <message>
            <source>It comes back on that day, as late as it is then.</source>
            <translation>到那天会再出现，拖期天数照算。</translation>
        </message>
        <message>
            <source>It is done</source>
            <translation>已做完</translation>
        </message>
        <message>
            <source>It stands on everything you do. Others are added in Settings.</source>
            <translation>每一步操作都会记上名字。其他人在“设置”里添加。</translation>
        </message>
        <message numerus="yes">
            <source>Last check of data and evidence %n day(s) ago</source>
            <translation>
                <numerusform>上次校验数据和凭证已是 %n 天前</numerusform>
            </translation>
        </message>
        <message>
            <source>Look</source>
            <translation>去找</translation>
        </message>
        <message>
            <source>Look through</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>New case</source>
            <translation>新建售后单</translation>
        </message>
        <message>
            <source>No answer (N): again on the next working day</source>
            <translation>未接（N）：下一个工作日再打</translation>
        </message>
        <message>
            <source>No open step of %1 answers it. It ends as met; it is due %2.</source>
            <translation>%1 没有对应这个时限的待办步骤。它将记为时限内完成；到期时间 %2。</translation>
        </message>
        <message>
            <source>No open step of %1 answers it. It ends as missed: it was due %2.</source>
            <translation>%1 没有对应这个时限的待办步骤。它已于 %2 到期，将记为超时完成。</translation>
        </message>
        <message>
            <source>Not shown again today: %1</source>
            <translation>今天不再提醒：%1</translation>
        </message>
        <message>
            <source>Not today (S)</source>
            <translation>今天不再提醒 (S)</translation>
        </message>
        <message>
            <source>Note: %1</source>
            <translation>备注：%1</translation>
        </message>
        <message>
            <source>Nothing else today</source>
            <translation>今天没有别的警报</translation>
        </message>
        <message>
            <source>Nothing is late, nothing waits.</source>
            <translation>没有逾期，也没有等着办的。</translation>
        </message>
        <message>
            <source>Once a month everything is re-read and compared with what was imported</source>
            <translation>每月把全部数据和凭证重读一遍，与导入时比对</translation>
        </message>
        <message>
            <source>Open again (D)</source>
            <translation>重新打开 (D)</translation>
        </message>
        <message>
            <source>Open the case (Enter)</source>
            <translation>打开售后单（回车）</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>已逾期</translation>
        </message>
        <message>
            <source>Parcels to inspect</source>
            <translation>待验退件</translation>
        </message>
        <message>
            <source>Pass on to the next morning (P)</source>
            <translation>转给下一个早班 (P)</translation>
        </message>
        <message>
            <source>Print today</source>
            <translation>打印今日</translation>
        </message>
        <message>
            <source>Put off</source>
            <translation>推迟</translation>
        </message>
        <message>
            <source>Put off (S)</source>
            <translation>推迟（S）</translation>
        </message>
        <message>
            <source>Put off: %1</source>
            <translation>推迟：%1</translation>
        </message>
        <message>
            <source>R resolve · D done · S snooze</source>
            <translation>R 处理 · D 完成 · S 搁置</translation>
        </message>
        <message>
            <source>Receiving</source>
            <translation>收货台</translation>
        </message>
        <message>
            <source>Resolve</source>
            <translation>处理</translation>
        </message>
        <message>
            <source>Say why, so that nobody wonders later.</source>
            <translation>写一下原因，免得以后没人知道。</translation>
        </message>
        <message>
            <source>See in Cases</source>
            <translation>在售后单中查看</translation>
        </message>
        <message>
            <source>Set up a shop</source>
            <translation>填写店铺资料</translation>
        </message>
        <message>
            <source>Show again</source>
            <translation>重新显示</translation>
        </message>
        <message>
            <source>Show in receiving (I)</source>
            <translation>在收货台查看 (I)</translation>
        </message>
        <message>
            <source>Snooze (S)</source>
            <translation>搁置（S）</translation>
        </message>
        <message>
            <source>Steps by role</source>
            <translation>按角色的步骤</translation>
        </message>
        <message>
            <source>Take it on (T)</source>
            <translation>接手 (T)</translation>
        </message>
        <message>
            <source>To be cleared by %1</source>
            <translation>%1 前清完</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今日</translation>
        </message>
        <message>
            <source>Tomorrow</source>
            <translation>明天</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>推到哪天</translation>
        </message>
        <message>
            <source>Welcome to Aftercase</source>
            <translation>欢迎使用售后台</translation>
        </message>
        <message>
            <source>What the clock waits for is done (D)</source>
            <translation>时限所等的事已完成（D）</translation>
        </message>
        <message>
            <source>Why it waits</source>
            <translation>推迟原因</translation>
        </message>
        <message>
            <source>Write your name first.</source>
            <translation>请先写上名字。</translation>
        </message>
        <message>
            <source>Your name</source>
            <translation>您的名字</translation>
        </message>
        <message>
            <source>alarms</source>
            <translation>警报</translation>
        </message>
        <message>
            <source>all as it should be</source>
            <translation>一切正常</translation>
        </message>
        <message>
            <source>all done</source>
            <translation>都处理完了</translation>
        </message>
        <message>
            <source>all well?</source>
            <translation>是否满意？</translation>
        </message>
        <message>
            <source>all well? %1</source>
            <translation>满意度 %1</translation>
        </message>
        <message>
            <source>ask the carrier, or note the answer</source>
            <translation>催快递答复，或记下结果</translation>
        </message>
        <message>
            <source>back to the board</source>
            <translation>回到看板</translation>
        </message>
        <message>
            <source>by %1</source>
            <translation>限 %1</translation>
        </message>
        <message>
            <source>by number, phone, name or goods</source>
            <translation>按单号、电话、姓名或货品找</translation>
        </message>
        <message>
            <source>call</source>
            <translation>拨打</translation>
        </message>
        <message>
            <source>call-backs</source>
            <translation>回访</translation>
        </message>
        <message>
            <source>check data and evidence</source>
            <translation>校验数据和凭证</translation>
        </message>
        <message>
            <source>cleared</source>
            <translation>已清</translation>
        </message>
        <message>
            <source>deal with the alarm</source>
            <translation>处理警报</translation>
        </message>
        <message>
            <source>due in 24 hours</source>
            <translation>24 小时内到期</translation>
        </message>
        <message>
            <source>find the owner of a parcel</source>
            <translation>给无主件找主人</translation>
        </message>
        <message>
            <source>first call</source>
            <translation>首次回访</translation>
        </message>
        <message>
            <source>general violations</source>
            <translation>一般违规</translation>
        </message>
        <message>
            <source>hand-over</source>
            <translation>交接事项</translation>
        </message>
        <message>
            <source>inspect the parcel</source>
            <translation>验货</translation>
        </message>
        <message>
            <source>item of the hand-over done, or open again</source>
            <translation>清除交接事项，或重新打开</translation>
        </message>
        <message>
            <source>last %1</source>
            <translation>上次 %1</translation>
        </message>
        <message>
            <source>late ones stay until dealt with</source>
            <translation>拖期的一直留到处理为止</translation>
        </message>
        <message>
            <source>left by %1</source>
            <translation>%1 留下</translation>
        </message>
        <message>
            <source>left for this morning</source>
            <translation>留给今天早班的</translation>
        </message>
        <message>
            <source>left for this morning, clear by %1</source>
            <translation>留给今天早班，%1 前清完</translation>
        </message>
        <message>
            <source>longest %1</source>
            <translation>最久 %1</translation>
        </message>
        <message>
            <source>look through them and pass them on</source>
            <translation>看一遍，转告相关的人</translation>
        </message>
        <message>
            <source>new</source>
            <translation>新</translation>
        </message>
        <message>
            <source>new case %1 to be looked at</source>
            <translation>新单 %1 待审</translation>
        </message>
        <message>
            <source>next in %1</source>
            <translation>最近 %1后</translation>
        </message>
        <message>
            <source>no answer</source>
            <translation>未接</translation>
        </message>
        <message numerus="yes">
            <source>no answer %n×</source>
            <translation>
                <numerusform>%n 次未接</numerusform>
            </translation>
        </message>
        <message>
            <source>no number</source>
            <translation>没有单号</translation>
        </message>
        <message>
            <source>no owner</source>
            <translation>无主件</translation>
        </message>
        <message>
            <source>nothing is late</source>
            <translation>没有逾期</translation>
        </message>
        <message>
            <source>nothing runs out</source>
            <translation>没有到期的</translation>
        </message>
        <message>
            <source>nothing to clear</source>
            <translation>没有要清的</translation>
        </message>
        <message>
            <source>nothing waits</source>
            <translation>没有等着的</translation>
        </message>
        <message>
            <source>on %1</source>
            <translation>待%1</translation>
        </message>
        <message>
            <source>open what the row is about</source>
            <translation>打开这一行</translation>
        </message>
        <message>
            <source>overdue</source>
            <translation>已逾期</translation>
        </message>
        <message>
            <source>parcels to inspect</source>
            <translation>待验退件</translation>
        </message>
        <message>
            <source>pass an item on to the next morning</source>
            <translation>把交接事项转给下一个早班</translation>
        </message>
        <message>
            <source>passed on</source>
            <translation>已转下一班</translation>
        </message>
        <message>
            <source>promise kept</source>
            <translation>已兑现</translation>
        </message>
        <message>
            <source>promised: %1</source>
            <translation>答应了：%1</translation>
        </message>
        <message>
            <source>red</source>
            <translation>红灯</translation>
        </message>
        <message>
            <source>refund rate %1 %</source>
            <translation>退款率 %1%</translation>
        </message>
        <message>
            <source>resolve the case</source>
            <translation>处理这张售后单</translation>
        </message>
        <message>
            <source>scan a number to begin</source>
            <translation>扫单号即可开始验货</translation>
        </message>
        <message>
            <source>scan or type a number</source>
            <translation>扫描或输入单号</translation>
        </message>
        <message>
            <source>scan or type a tracking number</source>
            <translation>扫描或输入运单号</translation>
        </message>
        <message>
            <source>serious violations</source>
            <translation>严重违规</translation>
        </message>
        <message>
            <source>show the alarms put off today again</source>
            <translation>重新显示今天推迟的警报</translation>
        </message>
        <message>
            <source>snooze the case, put the call-back off; an alarm not today</source>
            <translation>搁置售后单，推迟回访；警报今天不再提醒</translation>
        </message>
        <message>
            <source>snoozed</source>
            <translation>搁置中</translation>
        </message>
        <message>
            <source>steps by role</source>
            <translation>按角色的步骤</translation>
        </message>
        <message>
            <source>take an item of the hand-over on</source>
            <translation>接手交接事项</translation>
        </message>
        <message>
            <source>the first was due on %1</source>
            <translation>最早 %1 该开</translation>
        </message>
        <message>
            <source>the latest first</source>
            <translation>按逾期时长排序</translation>
        </message>
        <message>
            <source>the month ends today</source>
            <translation>今天就是月底</translation>
        </message>
        <message>
            <source>the nearest first</source>
            <translation>最近的在前</translation>
        </message>
        <message>
            <source>the oldest of %1</source>
            <translation>最早的是 %1</translation>
        </message>
        <message>
            <source>today</source>
            <translation>今天</translation>
        </message>
        <message numerus="yes">
            <source>until tomorrow %1, %n in all</source>
            <translation>
                <numerusform>到明天 %1，共 %n 个</numerusform>
            </translation>
        </message>
        <message>
            <source>what the clock waits for is done</source>
            <translation>时限所等的事已完成</translation>
        </message>
        <message>
            <source>year %1</source>
            <translation>%1 年度</translation>
        </message>
        <message>
            <source>yellow</source>
            <translation>黄灯</translation>
        </message>
    </context>
</TS>
