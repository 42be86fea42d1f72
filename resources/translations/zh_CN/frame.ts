<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>frame</name>
        <message numerus="yes">
            <source>%n open</source>
            <translation>
                <numerusform>%n 未结</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n overdue</source>
            <translation>
                <numerusform>%n 已逾期</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n piece(s) of evidence checked</source>
            <translation>
                <numerusform>已检查 %n 件凭证</numerusform>
            </translation>
        </message>
        <message>
            <source>A list is being exported already</source>
            <translation>已有列表正在导出</translation>
        </message>
        <message>
            <source>A new day has begun.</source>
            <translation>新的一天开始了。</translation>
        </message>
        <message>
            <source>Actions of the row</source>
            <translation>这一行能做的事</translation>
        </message>
        <message>
            <source>After-sales cases, evidence, resolutions and call-backs of a small shop, on its own disk.</source>
            <translation>小店的售后单、凭证、处理方案与回访，都在自己的硬盘上。</translation>
        </message>
        <message>
            <source>All shops</source>
            <translation>全部店铺</translation>
        </message>
        <message>
            <source>An older copy of the database stands in place of the newest one.</source>
            <translation>数据库被换成了较旧的副本。</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Back to the list</source>
            <translation>回到列表</translation>
        </message>
        <message>
            <source>Backed up %1</source>
            <translation>备份 %1</translation>
        </message>
        <message>
            <source>Buyer</source>
            <translation>买家</translation>
        </message>
        <message>
            <source>Call-backs</source>
            <translation>回访</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>售后单</translation>
        </message>
        <message>
            <source>Case, order, buyer, page or command</source>
            <translation>售后单、订单、买家、页面或命令</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>售后单</translation>
        </message>
        <message>
            <source>Checking data, evidence and history…</source>
            <translation>正在检查数据、凭证与历史…</translation>
        </message>
        <message>
            <source>Choose a line to take it back with everything after it. The history keeps both.</source>
            <translation>选中一行，连同它之后的操作一起撤销；操作和撤销都会留在历史记录里。</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Command</source>
            <translation>命令</translation>
        </message>
        <message numerus="yes">
            <source>Do %n again</source>
            <translation>
                <numerusform>重做 %n 步</numerusform>
            </translation>
        </message>
        <message>
            <source>Done again: %1</source>
            <translation>已重做：%1</translation>
        </message>
        <message>
            <source>Due today</source>
            <translation>今天到期</translation>
        </message>
        <message>
            <source>Everything is as it was written.</source>
            <translation>全部与写入时一致。</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>凭证</translation>
        </message>
        <message>
            <source>Evidence not as imported: %1</source>
            <translation>与导入时不一致的凭证：%1</translation>
        </message>
        <message>
            <source>Export stopped; no file was written</source>
            <translation>导出已停止，没有写文件</translation>
        </message>
        <message>
            <source>Exporting %1 of %2</source>
            <translation>正在导出 %1 / %2</translation>
        </message>
        <message>
            <source>F1 shortcuts</source>
            <translation>F1 快捷键</translation>
        </message>
        <message>
            <source>Find or run</source>
            <translation>搜索与命令</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>搜索结果</translation>
        </message>
        <message>
            <source>Icons: Lucide (ISC). Fonts: Noto Sans SC (OFL). Built on Qt for Python (LGPL).</source>
            <translation>图标：Lucide（ISC）。字体：Noto Sans SC（OFL）。基于 Qt for Python（LGPL）。</translation>
        </message>
        <message>
            <source>Import orders</source>
            <translation>导入订单</translation>
        </message>
        <message>
            <source>In lists</source>
            <translation>在列表里</translation>
        </message>
        <message>
            <source>Insights</source>
            <translation>分析</translation>
        </message>
        <message>
            <source>Look at the evidence</source>
            <translation>看凭证</translation>
        </message>
        <message>
            <source>Look for a good copy in the folder “backups”.</source>
            <translation>请在“backups”文件夹里找完好的副本。</translation>
        </message>
        <message>
            <source>Making the sample shop…</source>
            <translation>正在准备示例店铺…</translation>
        </message>
        <message>
            <source>Move to another row</source>
            <translation>换行</translation>
        </message>
        <message>
            <source>New case…</source>
            <translation>新建售后单…</translation>
        </message>
        <message>
            <source>Next field or list</source>
            <translation>下一个输入框或列表</translation>
        </message>
        <message>
            <source>Nothing found for “%1”</source>
            <translation>没有找到“%1”</translation>
        </message>
        <message>
            <source>Nothing that can be taken back yet.</source>
            <translation>还没有可以撤销的操作。</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Open data folder</source>
            <translation>打开数据文件夹</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>订单</translation>
        </message>
        <message>
            <source>Page</source>
            <translation>页面</translation>
        </message>
        <message>
            <source>People…</source>
            <translation>人员…</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Print…</source>
            <translation>打印…</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message>
            <source>Registers</source>
            <translation>登记表</translation>
        </message>
        <message>
            <source>Return slip</source>
            <translation>退货单</translation>
        </message>
        <message>
            <source>Saved on this PC %1</source>
            <translation>已存于本机 %1</translation>
        </message>
        <message>
            <source>Search in what keys do</source>
            <translation>搜索快捷键的作用</translation>
        </message>
        <message>
            <source>Select many</source>
            <translation>多选</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Shop</source>
            <translation>店铺</translation>
        </message>
        <message>
            <source>Shop: %1</source>
            <translation>店铺：%1</translation>
        </message>
        <message>
            <source>Shortcuts</source>
            <translation>快捷键</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>Show Today</source>
            <translation>看今日看板</translation>
        </message>
        <message>
            <source>Show window</source>
            <translation>显示窗口</translation>
        </message>
        <message>
            <source>Something is not as it was written.</source>
            <translation>有内容与写入时不一致。</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Switch to %1</source>
            <translation>切换到 %1</translation>
        </message>
        <message numerus="yes">
            <source>Take %n back</source>
            <translation>
                <numerusform>撤销 %n 步</numerusform>
            </translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>The database is damaged.</source>
            <translation>数据库已损坏。</translation>
        </message>
        <message>
            <source>The history is broken at event %1.</source>
            <translation>历史在第 %1 条断开。</translation>
        </message>
        <message>
            <source>The same entries were changed afterwards. What was done before it can still be undone.</source>
            <translation>同样的内容后来又改过。在它之前做的仍然可以撤销。</translation>
        </message>
        <message>
            <source>This can no longer be undone: %1</source>
            <translation>这一步已经不能撤销：%1</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今日</translation>
        </message>
        <message>
            <source>Undo %1</source>
            <translation>撤销 %1</translation>
        </message>
        <message>
            <source>Undo: %1</source>
            <translation>撤销：%1</translation>
        </message>
        <message>
            <source>Undone: %1</source>
            <translation>已撤销：%1</translation>
        </message>
        <message>
            <source>What was done</source>
            <translation>操作记录</translation>
        </message>
        <message>
            <source>What was done since the program started</source>
            <translation>本次打开后做过的操作</translation>
        </message>
        <message>
            <source>Who is working</source>
            <translation>现在谁在用</translation>
        </message>
        <message>
            <source>Who is working?</source>
            <translation>现在是谁？</translation>
        </message>
        <message>
            <source>Work as %1</source>
            <translation>换成 %1</translation>
        </message>
        <message>
            <source>Working: %1</source>
            <translation>当前人员：%1</translation>
        </message>
        <message>
            <source>Working…</source>
            <translation>正在处理…</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>和另外 %n 步</numerusform>
            </translation>
        </message>
        <message>
            <source>choose a case first</source>
            <translation>先选一张售后单</translation>
        </message>
        <message>
            <source>lately</source>
            <translation>最近打开</translation>
        </message>
        <message>
            <source>not on this page</source>
            <translation>这个页面上没有</translation>
        </message>
        <message>
            <source>nothing to do again</source>
            <translation>没有可重做的</translation>
        </message>
        <message>
            <source>nothing to undo</source>
            <translation>没有可撤销的</translation>
        </message>
        <message>
            <source>the check character is wrong: scan or type it again</source>
            <translation>校验位不对，请重扫或重输</translation>
        </message>
        <message>
            <source>undone: %1</source>
            <translation>已撤销：%1</translation>
        </message>
    </context>
</TS>
