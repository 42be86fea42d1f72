<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>today</name>
        <message>
            <source>%1 of %2 shown</source>
            <translation>显示 %1 / 共 %2 个</translation>
        </message>
        <message>
            <source>%1 · %2 · do not use it before looking</source>
            <translation>%1 · %2 · 查看之前不要使用</translation>
        </message>
        <message>
            <source>%1 · after: %2</source>
            <translation>%1 · 先做：%2</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) late</source>
            <translation>
                <numerusform>拖 %n 天</numerusform>
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
            <source>%n of them late</source>
            <translation>
                <numerusform>其中 %n 个已拖期</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n piece(s) of evidence not as imported</source>
            <translation>
                <numerusform>%n 件凭证与导入时不一致</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n without a due time</source>
            <translation>
                <numerusform>另有 %n 步没有期限</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message>
            <source>1–5 panel · ↑↓ row · ↵ open</source>
            <translation>1–5 换区 · ↑↓ 选行 · ↵ 打开</translation>
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
            <source>All roles</source>
            <translation>全部角色</translation>
        </message>
        <message>
            <source>Also without a due time</source>
            <translation>包括没有期限的</translation>
        </message>
        <message>
            <source>Begin</source>
            <translation>开始</translation>
        </message>
        <message>
            <source>Bring in the orders your platform exported; cases are opened from them. The shop comes with them.</source>
            <translation>先导入平台导出的订单文件，售后单从订单开出；店铺会随订单一起建好。</translation>
        </message>
        <message>
            <source>C call · N no answer · S snooze · D promise kept</source>
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
            <source>Check now (V)</source>
            <translation>立即校验（V）</translation>
        </message>
        <message>
            <source>Choose a day after today.</source>
            <translation>请选今天以后的日期。</translation>
        </message>
        <message>
            <source>D done · F whose steps</source>
            <translation>D 完成 · F 按角色</translation>
        </message>
        <message>
            <source>Data and evidence were never checked</source>
            <translation>数据和凭证还从未校验</translation>
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
            <source>First: %1</source>
            <translation>先做：%1</translation>
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
            <source>It comes back on that day, as late as it is then.</source>
            <translation>到那天会再出现，拖期天数照算。</translation>
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
            <source>Look at the evidence (Enter)</source>
            <translation>查看凭证（回车）</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>我的</translation>
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
            <source>None of these today</source>
            <translation>今天没有这些步骤</translation>
        </message>
        <message>
            <source>Not yet: %1</source>
            <translation>还不能做：%1</translation>
        </message>
        <message>
            <source>Not yet: first %1</source>
            <translation>还不能做：先做 %1</translation>
        </message>
        <message>
            <source>Once a month everything is re-read and compared with what was imported</source>
            <translation>每月把全部数据和凭证重读一遍，与导入时比对</translation>
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
            <source>Print today</source>
            <translation>打印今日</translation>
        </message>
        <message>
            <source>Put off</source>
            <translation>推迟</translation>
        </message>
        <message>
            <source>Put off: %1</source>
            <translation>推迟：%1</translation>
        </message>
        <message>
            <source>R resolve</source>
            <translation>R 处理</translation>
        </message>
        <message>
            <source>Resolve (R)</source>
            <translation>处理方案（R）</translation>
        </message>
        <message>
            <source>Say why, so that nobody wonders later.</source>
            <translation>写一下原因，免得以后没人知道。</translation>
        </message>
        <message>
            <source>Say why; it is kept in the history.</source>
            <translation>请写明理由，会记入历史。</translation>
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
            <source>Snooze (S)</source>
            <translation>推迟（S）</translation>
        </message>
        <message>
            <source>Steps for today</source>
            <translation>今日步骤</translation>
        </message>
        <message>
            <source>Steps shown: %1</source>
            <translation>显示的步骤：%1</translation>
        </message>
        <message>
            <source>Still to be done before it: %1.</source>
            <translation>在这之前还要做：%1。</translation>
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
            <source>V check</source>
            <translation>V 校验</translation>
        </message>
        <message>
            <source>Welcome to Aftercase</source>
            <translation>欢迎使用售后台</translation>
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
            <source>also without a time</source>
            <translation>含无期限</translation>
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
            <source>due in 24 hours</source>
            <translation>24 小时内到期</translation>
        </message>
        <message>
            <source>due today or late</source>
            <translation>今天到期和已拖的，办完为止</translation>
        </message>
        <message>
            <source>evidence and data</source>
            <translation>凭证与数据</translation>
        </message>
        <message>
            <source>first call</source>
            <translation>首次回访</translation>
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
            <source>longest %1</source>
            <translation>最久 %1</translation>
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
            <source>no due time</source>
            <translation>没有期限</translation>
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
            <source>on %1</source>
            <translation>待%1</translation>
        </message>
        <message>
            <source>open the case or the call-back</source>
            <translation>打开售后单或回访</translation>
        </message>
        <message>
            <source>overdue</source>
            <translation>已逾期</translation>
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
            <source>resolve the case</source>
            <translation>处理这张售后单</translation>
        </message>
        <message>
            <source>snooze the call-back</source>
            <translation>推迟回访</translation>
        </message>
        <message>
            <source>step done</source>
            <translation>步骤完成</translation>
        </message>
        <message>
            <source>steps</source>
            <translation>步骤</translation>
        </message>
        <message>
            <source>the latest first</source>
            <translation>按逾期时长排序</translation>
        </message>
        <message>
            <source>the nearest first</source>
            <translation>最近的在前</translation>
        </message>
        <message>
            <source>today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>today %1</source>
            <translation>今天 %1</translation>
        </message>
        <message>
            <source>whose steps</source>
            <translation>看谁的步骤</translation>
        </message>
        <message>
            <source>yellow</source>
            <translation>黄灯</translation>
        </message>
    </context>
</TS>
