<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>reminders</name>
        <message>
            <source>%1 (%2 there)</source>
            <translation>%1（当地 %2）</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <translation>%1（%2）</translation>
        </message>
        <message>
            <source>%1 call-backs written to %2</source>
            <translation>已将 %1 条回访写入 %2</translation>
        </message>
        <message>
            <source>%1, %2 late</source>
            <translation>%1，另有 %2 条已拖期</translation>
        </message>
        <message numerus="yes">
            <source>%1, in %n minute(s)</source>
            <translation>
                <numerusform>%1，还有 %n 分钟</numerusform>
            </translation>
        </message>
        <message>
            <source>%1, now</source>
            <translation>%1，现在</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1：%2</translation>
        </message>
        <message numerus="yes">
            <source>%n appointment(s) passed while nobody was told; they are still to be done.</source>
            <translation>
                <numerusform>有 %n 个约定时间在未提醒时已过，仍待回访。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n call-back(s)</source>
            <translation>
                <numerusform>%n 条回访</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n call-back(s) between %1 and %2</source>
            <translation>
                <numerusform>%1 到 %2 之间有 %n 条回访</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n call-back(s) today</source>
            <translation>
                <numerusform>今天 %n 条回访</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s) before</source>
            <translation>
                <numerusform>提前 %n 小时</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n late</source>
            <translation>
                <numerusform>%n 条拖期</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s) before</source>
            <translation>
                <numerusform>提前 %n 分钟</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n old calendar file(s) removed</source>
            <translation>
                <numerusform>已删除 %n 个旧日历文件</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n promise(s) among them</source>
            <translation>
                <numerusform>其中 %n 条是答应买家的事</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n red</source>
            <translation>
                <numerusform>%n 条红色</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n yellow</source>
            <translation>
                <numerusform>%n 条黄色</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>A calendar cannot be kept in this folder.</source>
            <translation>这个文件夹不能存放日历。</translation>
        </message>
        <message>
            <source>A cloud or network folder the phone subscribes to; who can read it sees what is in the file.</source>
            <translation>选手机能订阅的网盘或局域网文件夹；能打开它的人都能看到文件内容。</translation>
        </message>
        <message>
            <source>Alarm before</source>
            <translation>提前提醒</translation>
        </message>
        <message>
            <source>Alarm of the day</source>
            <translation>全天提醒时间</translation>
        </message>
        <message>
            <source>Another copy or data folder starts with the system now; turning it on here replaces that.</source>
            <translation>现在随系统启动的是另一份程序或另一个数据文件夹；在这里打开会替换它。</translation>
        </message>
        <message>
            <source>Another file of that name is there, which is not this shop's calendar: %1</source>
            <translation>那里已有同名文件，不是本店的日历：%1</translation>
        </message>
        <message>
            <source>Apple calendars may show what was done crossed out, for two weeks.</source>
            <translation>已完成的回访在苹果日历里可能带删除线，显示两周后消失。</translation>
        </message>
        <message>
            <source>Before an appointment</source>
            <translation>约定时间之前</translation>
        </message>
        <message>
            <source>Between 0 and %1 minutes.</source>
            <translation>请填 0 到 %1 分钟。</translation>
        </message>
        <message>
            <source>Between 1 and %1 days.</source>
            <translation>请填 1 到 %1 天。</translation>
        </message>
        <message>
            <source>Buyer ID</source>
            <translation>买家 ID</translation>
        </message>
        <message>
            <source>Calendar file</source>
            <translation>日历文件</translation>
        </message>
        <message>
            <source>Calendar file for the phone</source>
            <translation>手机订阅的日历文件</translation>
        </message>
        <message>
            <source>Call-back</source>
            <translation>回访</translation>
        </message>
        <message>
            <source>Call-backs</source>
            <translation>回访</translation>
        </message>
        <message>
            <source>Check the rights of your account.</source>
            <translation>请检查系统账户的权限。</translation>
        </message>
        <message>
            <source>Choose a folder that is there, outside of the data folder.</source>
            <translation>请选一个已存在的文件夹，不能在数据文件夹里面。</translation>
        </message>
        <message>
            <source>Choose another folder, or move that file away.</source>
            <translation>请换一个文件夹，或把那个文件移走。</translation>
        </message>
        <message>
            <source>Choose folder…</source>
            <translation>选择文件夹…</translation>
        </message>
        <message>
            <source>Choose the folder anew in Settings.</source>
            <translation>请在设置里重新选择文件夹。</translation>
        </message>
        <message>
            <source>Connect the drive or the cloud folder, or choose another one in Settings.</source>
            <translation>请接好磁盘或网盘，或在设置里换一个文件夹。</translation>
        </message>
        <message>
            <source>Days ahead</source>
            <translation>往后多少天</translation>
        </message>
        <message>
            <source>Export calendar file</source>
            <translation>导出日历文件</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>文件夹</translation>
        </message>
        <message>
            <source>Folder of the calendar file</source>
            <translation>日历文件的文件夹</translation>
        </message>
        <message>
            <source>For call-backs without a time. Empty: no alarm.</source>
            <translation>用于没有约定时间的回访；留空则不提醒。</translation>
        </message>
        <message>
            <source>Google and Outlook are known to leave out alarms of a subscribed calendar: set one there.</source>
            <translation>据了解，Google 和 Outlook 不采用订阅日历自带的提醒，请在那边另设。</translation>
        </message>
        <message>
            <source>Hidden in the tray, where there is one.</source>
            <translation>启动后藏在托盘里（系统有托盘时）。</translation>
        </message>
        <message>
            <source>How many call-backs stand for today or are late.</source>
            <translation>说明今天有几条回访、几条拖期。</translation>
        </message>
        <message>
            <source>How soon a phone sees a change is up to it; Google is known to take hours, up to a day.</source>
            <translation>手机多久看到变动由它自己决定；据了解，Google 要几小时到一天。</translation>
        </message>
        <message>
            <source>It is tried again every two minutes.</source>
            <translation>每两分钟会再试一次。</translation>
        </message>
        <message>
            <source>Keep running in the tray</source>
            <translation>关闭后留在托盘</translation>
        </message>
        <message>
            <source>Last written</source>
            <translation>上次写入</translation>
        </message>
        <message>
            <source>Masked</source>
            <translation>打码</translation>
        </message>
        <message>
            <source>Move the program or the data folder to a shorter path.</source>
            <translation>请把程序或数据文件夹移到更短的路径下。</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>No</source>
            <translation>不写</translation>
        </message>
        <message>
            <source>Not for a sample shop.</source>
            <translation>示例店铺不能随系统启动。</translation>
        </message>
        <message>
            <source>Nothing is told then; it is told once after them. Empty: no quiet hours.</source>
            <translation>这段时间不提醒，过后合并提醒一次；留空则没有免打扰。</translation>
        </message>
        <message>
            <source>On an iPhone or Mac turn “Remove Alerts” off when subscribing.</source>
            <translation>在 iPhone 或 Mac 上订阅时，请关闭“移除提醒”。</translation>
        </message>
        <message>
            <source>On days off too</source>
            <translation>休息日也提醒</translation>
        </message>
        <message>
            <source>On the phone</source>
            <translation>手机上显示</translation>
        </message>
        <message>
            <source>Only while the screen is known to be unlocked, which Windows and macOS tell; else nobody is named.</source>
            <translation>只在确知屏幕未锁时写出（Windows 和 macOS 能判断）；否则提醒里不出现任何人。</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Quiet from</source>
            <translation>免打扰开始</translation>
        </message>
        <message>
            <source>Quiet hours</source>
            <translation>免打扰</translation>
        </message>
        <message>
            <source>Quiet until</source>
            <translation>免打扰结束</translation>
        </message>
        <message>
            <source>Remind at the start of the day</source>
            <translation>每天开工时提醒</translation>
        </message>
        <message>
            <source>Reminders and calendar</source>
            <translation>提醒与日历</translation>
        </message>
        <message>
            <source>Remove the old file</source>
            <translation>删除旧文件</translation>
        </message>
        <message>
            <source>Say who</source>
            <translation>写出买家</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>Start of the day</source>
            <translation>每天开工时</translation>
        </message>
        <message>
            <source>Start with the system</source>
            <translation>随系统启动</translation>
        </message>
        <message>
            <source>Still there, and not written any more: %1</source>
            <translation>以下文件还在原处，但不再更新：%1</translation>
        </message>
        <message>
            <source>Stop writing</source>
            <translation>停止写入</translation>
        </message>
        <message>
            <source>The calendar file could not be written</source>
            <translation>日历文件没能写入</translation>
        </message>
        <message>
            <source>The calendar file is not written any more; the one that is there stays.</source>
            <translation>不再写入日历文件；已有的那份保留不动。</translation>
        </message>
        <message>
            <source>The calendar file or its folder was replaced by a link to another place: %1</source>
            <translation>日历文件或其文件夹被换成了指向别处的链接：%1</translation>
        </message>
        <message>
            <source>The folder of the calendar file cannot be reached: %1</source>
            <translation>打不开日历文件所在的文件夹：%1</translation>
        </message>
        <message>
            <source>The system refused to start the program at login.</source>
            <translation>系统不允许程序在登录时启动。</translation>
        </message>
        <message>
            <source>This system has no tray.</source>
            <translation>这个系统没有托盘。</translation>
        </message>
        <message>
            <source>Today %1, late %2</source>
            <translation>今天 %1 位，拖期 %2 位</translation>
        </message>
        <message>
            <source>What to talk about</source>
            <translation>要聊的事</translation>
        </message>
        <message>
            <source>When the window is closed; “Quit” ends the program.</source>
            <translation>关闭窗口时不退出；点“退出”才结束程序。</translation>
        </message>
        <message>
            <source>Whole</source>
            <translation>完整</translation>
        </message>
        <message>
            <source>Windows starts nothing whose path is this long (over %1 characters).</source>
            <translation>路径太长（超过 %1 个字符），Windows 无法随系统启动。</translation>
        </message>
        <message>
            <source>With fewer, what is further off is taken back from the phone.</source>
            <translation>改少后，更远的回访会从手机上撤下。</translation>
        </message>
        <message>
            <source>Write now</source>
            <translation>立即写入</translation>
        </message>
        <message>
            <source>a day before</source>
            <translation>提前一天</translation>
        </message>
        <message>
            <source>at its time</source>
            <translation>到点时</translation>
        </message>
        <message>
            <source>never</source>
            <translation>不提醒</translation>
        </message>
        <message>
            <source>not yet</source>
            <translation>还没有</translation>
        </message>
        <message>
            <source>of call-backs</source>
            <translation>回访的</translation>
        </message>
        <message>
            <source>written nowhere yet</source>
            <translation>还没有选择文件夹</translation>
        </message>
    </context>
</TS>
