<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>cases</name>
        <message>
            <source>%1
The entry stays; yours is added below it.</source>
            <translation>%1
原记录保留，更正会另记一条。</translation>
        </message>
        <message>
            <source>%1 %2, %3</source>
            <translation>%1 %2，%3</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <translation>%1（%2）</translation>
        </message>
        <message>
            <source>%1 (buyer only)</source>
            <translation>%1（只按买家）</translation>
        </message>
        <message numerus="yes">
            <source>%1 and %n more item(s)</source>
            <translation>
                <numerusform>%1，另有 %n 件</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 cases written to %2</source>
            <translation>已把 %1 张售后单写入 %2</translation>
        </message>
        <message>
            <source>%1 copied</source>
            <translation>已复制 %1</translation>
        </message>
        <message>
            <source>%1 handed this to you, %2</source>
            <translation>%1 把这张单转给了你，%2</translation>
        </message>
        <message>
            <source>%1 is closed. %2 was not asked for calls: send a note later? %3 plans it.</source>
            <translation>%1 已完结。还没问过 %2 能不能打电话：过几天随包裹留言？%3 安排。</translation>
        </message>
        <message>
            <source>%1 is closed. Ask %2 later whether all is well? %3 plans it.</source>
            <translation>%1 已完结。过几天问问 %2 是否满意？%3 安排。</translation>
        </message>
        <message>
            <source>%1 items without an order</source>
            <translation>%1 条商品没有对应订单</translation>
        </message>
        <message>
            <source>%1 more warnings are not listed.</source>
            <translation>还有 %1 条提醒没有列出。</translation>
        </message>
        <message>
            <source>%1 new</source>
            <translation>新增 %1</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>第 %1 / %2 张</translation>
        </message>
        <message>
            <source>%1 of %2 %3</source>
            <translation>%1 / %2 %3</translation>
        </message>
        <message>
            <source>%1 of %2 orders</source>
            <translation>%1 / %2 个订单</translation>
        </message>
        <message numerus="yes">
            <source>%1 of %n case(s)</source>
            <translation>
                <numerusform>%n 张售后单的%1</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 of at most %2 as the platform counts</source>
            <translation>按平台算 %1，最多 %2</translation>
        </message>
        <message>
            <source>%1 open · %2 at stake</source>
            <translation>%1 未结 · 合计 %2</translation>
        </message>
        <message>
            <source>%1 orders from %2 rows</source>
            <translation>%1 个订单，共 %2 行</translation>
        </message>
        <message>
            <source>%1 overdue</source>
            <translation>%1 已逾期</translation>
        </message>
        <message>
            <source>%1 refunded</source>
            <translation>已退 %1</translation>
        </message>
        <message>
            <source>%1 rows are too many to copy, at most %2: export them as a file</source>
            <translation>%1 行太多，最多复制 %2 行；请导出成文件</translation>
        </message>
        <message>
            <source>%1 rows do not fit into one sheet.</source>
            <translation>一张工作表放不下 %1 行。</translation>
        </message>
        <message>
            <source>%1 selected</source>
            <translation>选中 %1 张</translation>
        </message>
        <message>
            <source>%1 unchanged</source>
            <translation>未变 %1</translation>
        </message>
        <message>
            <source>%1 updated</source>
            <translation>更新 %1</translation>
        </message>
        <message>
            <source>%1 · %2 too many</source>
            <translation>%1 · 超出 %2</translation>
        </message>
        <message>
            <source>%1 · after: %2</source>
            <translation>%1 · 先做：%2</translation>
        </message>
        <message>
            <source>%1 · has it now</source>
            <translation>%1 · 现在的经手人</translation>
        </message>
        <message>
            <source>%1, %2, place %3 of %4</source>
            <translation>%1，%2，第 %3 列，共 %4 列</translation>
        </message>
        <message>
            <source>%1, but it is too long: %2</source>
            <translation>%1，但太长了：%2</translation>
        </message>
        <message>
            <source>%1: </source>
            <translation>%1：</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>%1: its check digit holds.</source>
            <translation>%1：校验位相符。</translation>
        </message>
        <message>
            <source>%1: press to take it away</source>
            <translation>%1：点一下拿掉</translation>
        </message>
        <message numerus="yes">
            <source>%n blank(s) to fill in</source>
            <translation>
                <numerusform>还空 %n 处</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n case(s)</source>
            <translation>
                <numerusform>售后 %n 次</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n case(s) in the list</source>
            <translation>
                <numerusform>共 %n 张</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cases are closed. Ask their buyers later whether all is well? %1 plans it.</source>
            <translation>
                <numerusform>%n 张售后单已完结。过几天问问这些买家是否满意？%1 安排。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n character(s)</source>
            <translation>
                <numerusform>%n 字</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n clock(s) changed</source>
            <translation>
                <numerusform>%n 个时限有变</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) before</source>
            <translation>
                <numerusform>提前 %n 天</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s) before</source>
            <translation>
                <numerusform>提前 %n 小时</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) of the timeline copied</source>
            <translation>
                <numerusform>已复制时间线 %n 条</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>还有 %n 处</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more item(s)</source>
            <translation>
                <numerusform>另 %n 件</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open case(s)</source>
            <translation>
                <numerusform>%n 张未结</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n order(s)</source>
            <translation>
                <numerusform>%n 个订单</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n reply(s) copied</source>
            <translation>
                <numerusform>已复制 %n 条回复</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n required missing</source>
            <translation>
                <numerusform>缺 %n 项必需</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s)</source>
            <translation>
                <numerusform>%n 行</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) copied</source>
            <translation>
                <numerusform>已复制 %n 行</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) were left out and can be saved as a file.</source>
            <translation>
                <numerusform>有 %n 行没有导入，可存成文件改好再导。</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>: </source>
            <translation>：</translation>
        </message>
        <message>
            <source>A buyer who is not known yet</source>
            <translation>新买家（还没有资料）</translation>
        </message>
        <message>
            <source>A case was begun and not opened</source>
            <translation>有一张售后单没开完</translation>
        </message>
        <message>
            <source>A cell is too long</source>
            <translation>单元格太长</translation>
        </message>
        <message>
            <source>A character that cannot be kept was removed</source>
            <translation>去掉了一个无法保存的字符</translation>
        </message>
        <message>
            <source>A comma inside a text was put right</source>
            <translation>文字里的逗号已修正</translation>
        </message>
        <message>
            <source>A spreadsheet has destroyed this number (1.23E+15); export the file anew</source>
            <translation>表格软件弄坏了这个号码（1.23E+15），请重新导出</translation>
        </message>
        <message>
            <source>A spreadsheet may have rounded this number; compare it with the platform</source>
            <translation>表格软件可能改动了末尾几位，请与平台核对</translation>
        </message>
        <message>
            <source>A tag needs a name.</source>
            <translation>标签要有名称。</translation>
        </message>
        <message>
            <source>A tracking number has 4 to 40 characters.</source>
            <translation>运单号应为 4 到 40 位。</translation>
        </message>
        <message>
            <source>A word about it (kept as an internal note)</source>
            <translation>交代几句（存为内部备注）</translation>
        </message>
        <message>
            <source>About the buyer, not about this order</source>
            <translation>只按买家开单，不关联这个订单</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>Add as evidence</source>
            <translation>添加为凭证</translation>
        </message>
        <message>
            <source>Add files…</source>
            <translation>添加文件…</translation>
        </message>
        <message>
            <source>Add folder…</source>
            <translation>添加文件夹…</translation>
        </message>
        <message>
            <source>Add note</source>
            <translation>添加备注</translation>
        </message>
        <message>
            <source>Add note…</source>
            <translation>添加备注…</translation>
        </message>
        <message>
            <source>Add parcel</source>
            <translation>添加包裹</translation>
        </message>
        <message>
            <source>Add parcel…</source>
            <translation>添加包裹…</translation>
        </message>
        <message>
            <source>Add the text to it as a note</source>
            <translation>把内容记成它的备注</translation>
        </message>
        <message>
            <source>Add the time, as in 09:30.</source>
            <translation>请补上时间，如 09:30。</translation>
        </message>
        <message>
            <source>Address and advice copied</source>
            <translation>已复制地址和说明</translation>
        </message>
        <message>
            <source>After-sales cases belong here, one row each.</source>
            <translation>售后单都在这里，一行一张。</translation>
        </message>
        <message>
            <source>After: %1</source>
            <translation>先做：%1</translation>
        </message>
        <message>
            <source>All clocks are as the facts say</source>
            <translation>时限都与事实一致</translation>
        </message>
        <message>
            <source>All clocks of the case</source>
            <translation>本单的全部时限</translation>
        </message>
        <message>
            <source>All situations</source>
            <translation>全部情形</translation>
        </message>
        <message>
            <source>All that is asked for is there</source>
            <translation>要求的凭证都有了</translation>
        </message>
        <message>
            <source>Amount copied</source>
            <translation>已复制金额</translation>
        </message>
        <message>
            <source>Amounts of this case are in %1.</source>
            <translation>本单金额以 %1 计。</translation>
        </message>
        <message>
            <source>An amount cannot be negative.</source>
            <translation>金额不能为负。</translation>
        </message>
        <message>
            <source>Answer the processor</source>
            <translation>答复支付机构</translation>
        </message>
        <message>
            <source>Arrange columns</source>
            <translation>调整列</translation>
        </message>
        <message>
            <source>Arrange columns…</source>
            <translation>调整列…</translation>
        </message>
        <message>
            <source>Ask %1 whether all is well</source>
            <translation>问问 %1 是否满意</translation>
        </message>
        <message>
            <source>Ask the buyer whether all is well?</source>
            <translation>过几天问问买家是否满意？</translation>
        </message>
        <message>
            <source>At most %1 %2. Source: %3 (%4).</source>
            <translation>最多 %1 %2。来源：%3（%4）。</translation>
        </message>
        <message>
            <source>At most %1 characters.</source>
            <translation>最多 %1 个字。</translation>
        </message>
        <message>
            <source>At most %1 characters; these are %2.</source>
            <translation>最多 %1 个字，现在是 %2 个。</translation>
        </message>
        <message>
            <source>At most %1 decimal places.</source>
            <translation>最多 %1 位小数。</translation>
        </message>
        <message>
            <source>At most %1 fit; take some off first.</source>
            <translation>最多 %1 个，请先去掉几个。</translation>
        </message>
        <message>
            <source>At stake</source>
            <translation>涉及金额</translation>
        </message>
        <message>
            <source>Automatic confirmation of receipt</source>
            <translation>自动确认收货</translation>
        </message>
        <message>
            <source>Before: %1</source>
            <translation>改前：%1</translation>
        </message>
        <message>
            <source>Better not</source>
            <translation>最好别发</translation>
        </message>
        <message>
            <source>Buyer</source>
            <translation>买家</translation>
        </message>
        <message>
            <source>Buyer ID</source>
            <translation>买家 ID</translation>
        </message>
        <message>
            <source>CSV files (*.csv)</source>
            <translation>CSV 文件 (*.csv)</translation>
        </message>
        <message>
            <source>CSV, UTF-8</source>
            <translation>CSV（UTF-8）</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>日历</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Caption</source>
            <translation>凭证说明</translation>
        </message>
        <message>
            <source>Carrier</source>
            <translation>快递公司</translation>
        </message>
        <message>
            <source>Carrier claim sheet…</source>
            <translation>快件理赔单…</translation>
        </message>
        <message>
            <source>Carrier unknown</source>
            <translation>快递未知</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>售后单</translation>
        </message>
        <message>
            <source>Case %1</source>
            <translation>售后单 %1</translation>
        </message>
        <message>
            <source>Case %1 would have too many tags.</source>
            <translation>售后单 %1 的标签太多。</translation>
        </message>
        <message>
            <source>Case, order, buyer, phone tail, tracking no., item, SKU, notes, captions</source>
            <translation>单号、订单、买家（拼音首字母）、手机尾号、运单、商品、备注、凭证说明</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>售后单</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>改期</translation>
        </message>
        <message>
            <source>Change parcel</source>
            <translation>修改包裹</translation>
        </message>
        <message>
            <source>Change tags</source>
            <translation>修改标签</translation>
        </message>
        <message>
            <source>Change that one instead.</source>
            <translation>请直接修改那一条。</translation>
        </message>
        <message>
            <source>Change the date</source>
            <translation>改期</translation>
        </message>
        <message>
            <source>Change the date…</source>
            <translation>改期…</translation>
        </message>
        <message>
            <source>Change what is marked red first.</source>
            <translation>请先改掉标红的地方。</translation>
        </message>
        <message>
            <source>Change “%1” first.</source>
            <translation>请先改掉“%1”。</translation>
        </message>
        <message>
            <source>Change “%1”…</source>
            <translation>改「%1」…</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>修改…</translation>
        </message>
        <message>
            <source>Check the year.</source>
            <translation>请核对年份。</translation>
        </message>
        <message>
            <source>Choose a name that ends in .xlsx or .csv.</source>
            <translation>文件名请以 .xlsx 或 .csv 结尾。</translation>
        </message>
        <message>
            <source>Choose one in the list.</source>
            <translation>在列表里选一张。</translation>
        </message>
        <message>
            <source>Choose the problem.</source>
            <translation>请选择问题类型。</translation>
        </message>
        <message>
            <source>Choose what the case is about first.</source>
            <translation>请先选择订单或买家。</translation>
        </message>
        <message>
            <source>Clear filters</source>
            <translation>清除筛选</translation>
        </message>
        <message>
            <source>Clock</source>
            <translation>时限</translation>
        </message>
        <message>
            <source>Clocks</source>
            <translation>时限</translation>
        </message>
        <message>
            <source>Clocks of %1</source>
            <translation>%1 的时限</translation>
        </message>
        <message>
            <source>Clocks…</source>
            <translation>时限…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Close it there, or choose another name. The old file is as it was.</source>
            <translation>请先关掉，或换个文件名。原文件没有变。</translation>
        </message>
        <message>
            <source>Closed %1</source>
            <translation>%1 关闭</translation>
        </message>
        <message>
            <source>Column</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Columns as at first</source>
            <translation>恢复默认列</translation>
        </message>
        <message>
            <source>Columns not used</source>
            <translation>未使用的列</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>接着填</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Copy address and courier advice</source>
            <translation>复制退货地址和寄件说明</translation>
        </message>
        <message>
            <source>Copy again</source>
            <translation>再复制</translation>
        </message>
        <message>
            <source>Copy again: %1</source>
            <translation>再复制：%1</translation>
        </message>
        <message>
            <source>Copy case number</source>
            <translation>复制单号</translation>
        </message>
        <message>
            <source>Copy link to follow it</source>
            <translation>复制查件链接</translation>
        </message>
        <message>
            <source>Copy note: %1</source>
            <translation>复制备注：%1</translation>
        </message>
        <message>
            <source>Copy order number</source>
            <translation>复制订单号</translation>
        </message>
        <message>
            <source>Copy part %1 of %2</source>
            <translation>复制第 %1/%2 段</translation>
        </message>
        <message>
            <source>Copy platform remark</source>
            <translation>复制平台备注</translation>
        </message>
        <message>
            <source>Copy rows as a table</source>
            <translation>复制为表格</translation>
        </message>
        <message>
            <source>Copy telephone number</source>
            <translation>复制电话</translation>
        </message>
        <message>
            <source>Copy the amount %1</source>
            <translation>复制金额 %1</translation>
        </message>
        <message>
            <source>Copy the reply</source>
            <translation>复制这条回复</translation>
        </message>
        <message>
            <source>Copy the timeline as text</source>
            <translation>复制时间线文字</translation>
        </message>
        <message>
            <source>Copy this line</source>
            <translation>复制这一条</translation>
        </message>
        <message>
            <source>Copy tracking number</source>
            <translation>复制运单号</translation>
        </message>
        <message>
            <source>Correct an entry</source>
            <translation>更正记录</translation>
        </message>
        <message>
            <source>Correct it and press Enter again.</source>
            <translation>改好后再按回车。</translation>
        </message>
        <message>
            <source>Correct note: %1</source>
            <translation>修改备注：%1</translation>
        </message>
        <message>
            <source>Correct the other one first if it is wrong.</source>
            <translation>如果是那一项有误，请先改那一项。</translation>
        </message>
        <message>
            <source>Correct with a new entry…</source>
            <translation>另记一条更正…</translation>
        </message>
        <message>
            <source>Correcting a note; the old version stays in the history</source>
            <translation>正在修改备注，旧内容留在历史里</translation>
        </message>
        <message>
            <source>Correction to %1: %2</source>
            <translation>更正 %1：%2</translation>
        </message>
        <message>
            <source>Count anew from the facts</source>
            <translation>按事实重算</translation>
        </message>
        <message>
            <source>Counts from</source>
            <translation>起算</translation>
        </message>
        <message>
            <source>Ctrl+Enter keeps, Esc leaves it as it was.</source>
            <translation>Ctrl+Enter 保存，Esc 放弃修改。</translation>
        </message>
        <message>
            <source>Ctrl+Enter opens a new one all the same, linked to it</source>
            <translation>Ctrl+回车仍开新单，并与它关联</translation>
        </message>
        <message>
            <source>Ctrl+click opens the rule</source>
            <translation>按住 Ctrl 点击查看规则</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Day and month cannot be told apart</source>
            <translation>分不清日和月</translation>
        </message>
        <message>
            <source>Decided %1 by %2, by resolution: reopen it to change.</source>
            <translation>%1 由 %2 随处理方案定责；要改请重开处理方案。</translation>
        </message>
        <message>
            <source>Demand</source>
            <translation>诉求</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>不要了</translation>
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
            <source>Do it anyway…</source>
            <translation>仍要完成…</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>已办</translation>
        </message>
        <message>
            <source>Encoding</source>
            <translation>编码</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>结束</translation>
        </message>
        <message>
            <source>Ends</source>
            <translation>到期</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>录入</translation>
        </message>
        <message>
            <source>Enter a clock</source>
            <translation>录入时限</translation>
        </message>
        <message>
            <source>Enter a clock…</source>
            <translation>录入时限…</translation>
        </message>
        <message>
            <source>Enter or F2 to change</source>
            <translation>按回车或 F2 修改</translation>
        </message>
        <message>
            <source>Enter the buyer's ID, name or phone.</source>
            <translation>请填买家 ID、姓名或电话。</translation>
        </message>
        <message>
            <source>Enter the tracking number.</source>
            <translation>请填运单号。</translation>
        </message>
        <message>
            <source>Esc list · Ctrl+V paste evidence · Ctrl+R resolve</source>
            <translation>Esc 回列表 · Ctrl+V 粘贴凭证 · Ctrl+R 处理</translation>
        </message>
        <message>
            <source>Everybody reads this one: no order, no name, no address.</source>
            <translation>这条所有人都看得到：不要写订单、姓名和地址。</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>凭证</translation>
        </message>
        <message>
            <source>Evidence %1, press to take it away</source>
            <translation>凭证 %1，点一下拿掉</translation>
        </message>
        <message>
            <source>Evidence of the new case:</source>
            <translation>这张单的凭证：</translation>
        </message>
        <message>
            <source>Evidence of this case</source>
            <translation>这张售后单的凭证</translation>
        </message>
        <message>
            <source>Evidence: %1 of %2</source>
            <translation>凭证：%2 项中已有 %1 项</translation>
        </message>
        <message>
            <source>Evidence: not counted yet</source>
            <translation>凭证：还没有统计</translation>
        </message>
        <message>
            <source>Evidence: nothing is asked for</source>
            <translation>凭证：没有要求</translation>
        </message>
        <message>
            <source>Ex. %1</source>
            <translation>证据 %1</translation>
        </message>
        <message>
            <source>Excel workbook</source>
            <translation>Excel 工作簿</translation>
        </message>
        <message numerus="yes">
            <source>Export %n case(s)</source>
            <translation>
                <numerusform>导出 %n 张售后单</numerusform>
            </translation>
        </message>
        <message>
            <source>Export list (%1)</source>
            <translation>导出列表（%1）</translation>
        </message>
        <message>
            <source>Export selected…</source>
            <translation>导出所选…</translation>
        </message>
        <message>
            <source>Export them as CSV, or filter the list first.</source>
            <translation>请导出为 CSV，或先筛选列表。</translation>
        </message>
        <message>
            <source>Extending the trade puts it off.</source>
            <translation>延长交易后会顺延。</translation>
        </message>
        <message>
            <source>Extra item</source>
            <translation>多发</translation>
        </message>
        <message>
            <source>Fewer facts</source>
            <translation>收起</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Filters: %1</source>
            <translation>筛选条件：%1</translation>
        </message>
        <message>
            <source>First orders</source>
            <translation>前面的订单</translation>
        </message>
        <message>
            <source>Flag</source>
            <translation>旗帜</translation>
        </message>
        <message>
            <source>For a date that was given, as by a payment processor. It is never computed.</source>
            <translation>用于别人给定的日期，如支付机构的答复期限；不作推算。</translation>
        </message>
        <message>
            <source>Found in</source>
            <translation>命中位置</translation>
        </message>
        <message>
            <source>From the clipboard: Enter takes it.</source>
            <translation>来自剪贴板，按回车采用。</translation>
        </message>
        <message>
            <source>Further left</source>
            <translation>左移</translation>
        </message>
        <message>
            <source>Further right</source>
            <translation>右移</translation>
        </message>
        <message>
            <source>Go there</source>
            <translation>去看看</translation>
        </message>
        <message>
            <source>Goes</source>
            <translation>方向</translation>
        </message>
        <message>
            <source>Goes in</source>
            <translation>将导入</translation>
        </message>
        <message>
            <source>Hand over</source>
            <translation>转交</translation>
        </message>
        <message>
            <source>Hand over %1</source>
            <translation>转交 %1</translation>
        </message>
        <message numerus="yes">
            <source>Hand over %n case(s)</source>
            <translation>
                <numerusform>转交 %n 张售后单</numerusform>
            </translation>
        </message>
        <message>
            <source>Hand over to</source>
            <translation>转交给</translation>
        </message>
        <message>
            <source>Hand to</source>
            <translation>交给</translation>
        </message>
        <message>
            <source>Handed to you, %1</source>
            <translation>转给了你，%1</translation>
        </message>
        <message>
            <source>Handler</source>
            <translation>经手</translation>
        </message>
        <message>
            <source>How</source>
            <translation>方式</translation>
        </message>
        <message>
            <source>How many of each item is not said</source>
            <translation>没有写明每件的数量</translation>
        </message>
        <message>
            <source>How was the file written? Choose the one that reads well.</source>
            <translation>文件是用什么编码写的？请选读得通的一个。</translation>
        </message>
        <message>
            <source>If it runs out</source>
            <translation>超时后果</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message numerus="yes">
            <source>Import %n order(s)</source>
            <translation>
                <numerusform>导入 %n 个订单</numerusform>
            </translation>
        </message>
        <message>
            <source>Import orders</source>
            <translation>导入订单</translation>
        </message>
        <message>
            <source>Import the orders of your shop first, then a case fills itself in.</source>
            <translation>先导入店铺的订单，开单时就会自动带出。</translation>
        </message>
        <message>
            <source>In the shop</source>
            <translation>店铺时间</translation>
        </message>
        <message>
            <source>In the shop's time: %1</source>
            <translation>按店铺时区：%1</translation>
        </message>
        <message>
            <source>In the shop's words; Shift+Enter begins a new line; Ctrl+V a screenshot</source>
            <translation>用自己的话写；Shift+回车换行；Ctrl+V 可贴截图</translation>
        </message>
        <message>
            <source>Install Aftercase again.</source>
            <translation>请重新安装 Aftercase。</translation>
        </message>
        <message>
            <source>Internal</source>
            <translation>内部</translation>
        </message>
        <message>
            <source>Internal notes never leave the shop; others may go into a packet.</source>
            <translation>内部备注不会出店；可打印的可以放进举证材料。</translation>
        </message>
        <message>
            <source>It cannot be after “%1” (%2).</source>
            <translation>不能晚于“%1”（%2）。</translation>
        </message>
        <message>
            <source>It cannot be before “%1” (%2).</source>
            <translation>不能早于“%1”（%2）。</translation>
        </message>
        <message>
            <source>It has %1 characters, at most %2 fit.</source>
            <translation>共 %1 个字，最多 %2 个。</translation>
        </message>
        <message>
            <source>It stands still and is not due until it runs again, as during a repair.</source>
            <translation>暂停期间不算到期，直到继续计时；比如送修期间。</translation>
        </message>
        <message>
            <source>It stood still; its end can move by that time or stay where it was.</source>
            <translation>停了一段时间：到期可以顺延，也可以照旧。</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Items are not in the file</source>
            <translation>文件里没有商品明细</translation>
        </message>
        <message>
            <source>Items of an order that is not in these files</source>
            <translation>这些商品的订单不在文件里</translation>
        </message>
        <message>
            <source>J/K move · ↵ open · Space evidence · R resolve</source>
            <translation>J/K 上下 · ↵ 打开 · 空格 看凭证 · R 处理</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Keep %1</source>
            <translation>照旧 %1</translation>
        </message>
        <message>
            <source>Keep the correction</source>
            <translation>保存修改</translation>
        </message>
        <message>
            <source>Last order</source>
            <translation>最近下单</translation>
        </message>
        <message>
            <source>Leave out</source>
            <translation>不做</translation>
        </message>
        <message>
            <source>Leave out: %1</source>
            <translation>不做：%1</translation>
        </message>
        <message>
            <source>Leave out…</source>
            <translation>不做…</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>不导入</translation>
        </message>
        <message>
            <source>Left out, because another row of this order is wrong</source>
            <translation>同一订单另有一行有误，一并不导入</translation>
        </message>
        <message>
            <source>Left out: %1</source>
            <translation>不做：%1</translation>
        </message>
        <message>
            <source>Less about order and buyer</source>
            <translation>收起订单与买家详情</translation>
        </message>
        <message>
            <source>Liability</source>
            <translation>责任</translation>
        </message>
        <message>
            <source>Liability was decided with the resolution.</source>
            <translation>责任已随处理方案定下。</translation>
        </message>
        <message>
            <source>Likely the same case</source>
            <translation>可能是同一张单</translation>
        </message>
        <message>
            <source>Link another case</source>
            <translation>关联其他售后单</translation>
        </message>
        <message>
            <source>Link copied; paste it into a browser</source>
            <translation>查件链接已复制，可粘贴到浏览器打开</translation>
        </message>
        <message>
            <source>Linked</source>
            <translation>关联</translation>
        </message>
        <message>
            <source>Look at the evidence</source>
            <translation>看凭证</translation>
        </message>
        <message>
            <source>Looked in case, order, buyer, phone, tracking number, item, SKU, notes and captions.</source>
            <translation>已查：单号、订单、买家、手机、运单、商品、SKU、备注、凭证说明。</translation>
        </message>
        <message>
            <source>Looks like %1, but its check digit does not fit: a slip of the pen?</source>
            <translation>看着像 %1，但校验位不符，是否输错？</translation>
        </message>
        <message>
            <source>Mask the number</source>
            <translation>隐藏号码</translation>
        </message>
        <message>
            <source>May be %1, as such numbers commonly look; check it.</source>
            <translation>按常见号码规律可能是 %1，请核对。</translation>
        </message>
        <message>
            <source>May be printed</source>
            <translation>可打印</translation>
        </message>
        <message>
            <source>Merged in</source>
            <translation>已并入</translation>
        </message>
        <message>
            <source>Merged into</source>
            <translation>并入</translation>
        </message>
        <message>
            <source>Merged into %1. Work goes on there.</source>
            <translation>已并入 %1，请到那张单继续处理。</translation>
        </message>
        <message>
            <source>Mismatch</source>
            <translation>描述不符</translation>
        </message>
        <message>
            <source>Missing: %1</source>
            <translation>还缺：%1</translation>
        </message>
        <message>
            <source>More about order and buyer</source>
            <translation>展开订单与买家详情</translation>
        </message>
        <message>
            <source>More about parcel %1</source>
            <translation>包裹 %1 的更多操作</translation>
        </message>
        <message>
            <source>More about this case</source>
            <translation>更多操作</translation>
        </message>
        <message>
            <source>More facts</source>
            <translation>更多信息</translation>
        </message>
        <message>
            <source>More than the order's %1; it is kept all the same.</source>
            <translation>超过订单金额 %1，仍会保存。</translation>
        </message>
        <message>
            <source>Move to %1</source>
            <translation>顺延到 %1</translation>
        </message>
        <message>
            <source>Must act</source>
            <translation>由谁办</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Name or initials</source>
            <translation>姓名或首字母</translation>
        </message>
        <message>
            <source>Name, if known</source>
            <translation>姓名（可不填）</translation>
        </message>
        <message>
            <source>New case</source>
            <translation>新建售后单</translation>
        </message>
        <message>
            <source>New name</source>
            <translation>新名称</translation>
        </message>
        <message>
            <source>New note</source>
            <translation>新备注</translation>
        </message>
        <message>
            <source>Next blank</source>
            <translation>下一处空白</translation>
        </message>
        <message>
            <source>Next clock</source>
            <translation>下一时限</translation>
        </message>
        <message>
            <source>Next steps</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>No announced holidays for %1: the end may move.</source>
            <translation>%1 年放假安排尚未公布，到期可能变动。</translation>
        </message>
        <message>
            <source>No buyer</source>
            <translation>没有买家</translation>
        </message>
        <message>
            <source>No case has the tag “%1” any more.</source>
            <translation>已经没有售后单带标签「%1」。</translation>
        </message>
        <message>
            <source>No case in “%1” fits the filters.</source>
            <translation>“%1”里没有符合筛选条件的售后单。</translation>
        </message>
        <message>
            <source>No case is chosen</source>
            <translation>没有选中售后单</translation>
        </message>
        <message>
            <source>No case is selected</source>
            <translation>没有选中售后单</translation>
        </message>
        <message>
            <source>No case stands in “%1”.</source>
            <translation>“%1”里没有售后单。</translation>
        </message>
        <message>
            <source>No clock is running</source>
            <translation>没有进行中的时限</translation>
        </message>
        <message>
            <source>No clock yet</source>
            <translation>还没有时限</translation>
        </message>
        <message>
            <source>No notes yet.</source>
            <translation>还没有备注。</translation>
        </message>
        <message>
            <source>No order</source>
            <translation>没有订单</translation>
        </message>
        <message>
            <source>No steps yet. Resolve leads to them.</source>
            <translation>还没有步骤，做完处理方案就会列出。</translation>
        </message>
        <message>
            <source>No tracking number yet</source>
            <translation>还没有运单号</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>无人经手</translation>
        </message>
        <message>
            <source>Nobody in particular</source>
            <translation>不指定到人</translation>
        </message>
        <message>
            <source>Nobody is entered yet: Settings, People</source>
            <translation>还没有人员：设置 › 人员</translation>
        </message>
        <message>
            <source>Nobody of that name works here.</source>
            <translation>没有叫这个名字的人。</translation>
        </message>
        <message>
            <source>Not possible: %1</source>
            <translation>不可选：%1</translation>
        </message>
        <message>
            <source>Not this time</source>
            <translation>这次不用</translation>
        </message>
        <message>
            <source>Not to be sent</source>
            <translation>不能发</translation>
        </message>
        <message>
            <source>Not yet: %1</source>
            <translation>还不能做：%1</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Note copied</source>
            <translation>已复制备注</translation>
        </message>
        <message>
            <source>Note corrected</source>
            <translation>已修改备注</translation>
        </message>
        <message>
            <source>Note on: %1</source>
            <translation>备注：%1</translation>
        </message>
        <message>
            <source>Note: %1</source>
            <translation>备注：%1</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Note…</source>
            <translation>备注…</translation>
        </message>
        <message>
            <source>Nothing fits</source>
            <translation>没有符合的</translation>
        </message>
        <message>
            <source>Nothing found for “%1”</source>
            <translation>没有找到“%1”</translation>
        </message>
        <message>
            <source>Nothing had to be changed.</source>
            <translation>无需改动。</translation>
        </message>
        <message>
            <source>Nothing here fits.</source>
            <translation>没有符合的记录。</translation>
        </message>
        <message>
            <source>Nothing is known under this. Check it, import the newest orders, or go on with the buyer.</source>
            <translation>没有找到。请核对，或先导入最新订单，也可以直接按买家开单。</translation>
        </message>
        <message>
            <source>Nothing was imported.</source>
            <translation>没有导入任何内容。</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>单号</translation>
        </message>
        <message>
            <source>Once is enough; nothing was changed.</source>
            <translation>写一次就够；没有改动。</translation>
        </message>
        <message>
            <source>Only an order has such a time.</source>
            <translation>只有订单才有这个时间。</translation>
        </message>
        <message>
            <source>Only letters, digits and dashes stand in a tracking number.</source>
            <translation>运单号只能有字母、数字和短横线。</translation>
        </message>
        <message>
            <source>Only the first %1 of %2 cases are printed. Export the list to have all of them.</source>
            <translation>只打印前 %1 张，共 %2 张。要全部请导出列表。</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Open a new one anyway</source>
            <translation>仍开新单</translation>
        </message>
        <message>
            <source>Open again</source>
            <translation>重新打开</translation>
        </message>
        <message>
            <source>Open case</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Open in Evidence</source>
            <translation>在“凭证”里打开</translation>
        </message>
        <message>
            <source>Open the buyer</source>
            <translation>打开买家</translation>
        </message>
        <message>
            <source>Open the carrier claims</source>
            <translation>打开快递理赔登记表</translation>
        </message>
        <message>
            <source>Open the case</source>
            <translation>开单</translation>
        </message>
        <message>
            <source>Open the planned call-back</source>
            <translation>打开已安排的回访</translation>
        </message>
        <message>
            <source>Open the rule</source>
            <translation>查看规则</translation>
        </message>
        <message>
            <source>Opted out: about this case only, no other call or message</source>
            <translation>已退订：只谈这张售后单，不再打电话、发消息</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>订单</translation>
        </message>
        <message>
            <source>Order %1</source>
            <translation>订单 %1</translation>
        </message>
        <message>
            <source>Order and parcels</source>
            <translation>订单与包裹</translation>
        </message>
        <message>
            <source>Order files (*.csv *.xlsx *.xls *.txt);;All files (*)</source>
            <translation>订单文件 (*.csv *.xlsx *.xls *.txt);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Order no.</source>
            <translation>订单号</translation>
        </message>
        <message>
            <source>Order number</source>
            <translation>订单号</translation>
        </message>
        <message>
            <source>Order number copied</source>
            <translation>已复制订单号</translation>
        </message>
        <message>
            <source>Order number, buyer ID, name, phone or tracking number</source>
            <translation>订单号、买家 ID、姓名、电话或快递单号</translation>
        </message>
        <message>
            <source>Order number, if known</source>
            <translation>订单号（可不填）</translation>
        </message>
        <message>
            <source>Ordered</source>
            <translation>下单时间</translation>
        </message>
        <message>
            <source>Orders imported: %1</source>
            <translation>订单已导入：%1</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>概览</translation>
        </message>
        <message>
            <source>Packet</source>
            <translation>举证材料</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>实付</translation>
        </message>
        <message>
            <source>Paid at</source>
            <translation>付款</translation>
        </message>
        <message>
            <source>Parcels belong to an order.</source>
            <translation>包裹要挂在订单上。</translation>
        </message>
        <message>
            <source>Part %1 of %2 copied</source>
            <translation>已复制第 %1/%2 段</translation>
        </message>
        <message>
            <source>Parts of the case</source>
            <translation>售后单的各部分</translation>
        </message>
        <message>
            <source>Parts of the preview</source>
            <translation>预览的各部分</translation>
        </message>
        <message>
            <source>Paste %1</source>
            <translation>粘贴 %1</translation>
        </message>
        <message>
            <source>Paste the number or the line it stands in</source>
            <translation>粘贴单号，或含单号的整句话</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>暂停</translation>
        </message>
        <message>
            <source>Pause: %1</source>
            <translation>暂停：%1</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>已暂停</translation>
        </message>
        <message>
            <source>Paused since</source>
            <translation>暂停自</translation>
        </message>
        <message>
            <source>Pause…</source>
            <translation>暂停…</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Phone, if known</source>
            <translation>电话（可不填）</translation>
        </message>
        <message>
            <source>Pinyin</source>
            <translation>拼音</translation>
        </message>
        <message numerus="yes">
            <source>Plan %n calls</source>
            <translation>
                <numerusform>安排 %n 个回访</numerusform>
            </translation>
        </message>
        <message>
            <source>Plan a call on %1</source>
            <translation>%1 回访</translation>
        </message>
        <message>
            <source>Plan a note on %1</source>
            <translation>%1 留言</translation>
        </message>
        <message>
            <source>Plan it</source>
            <translation>安排</translation>
        </message>
        <message>
            <source>Platform</source>
            <translation>平台</translation>
        </message>
        <message>
            <source>Platform remark copied</source>
            <translation>已复制平台备注</translation>
        </message>
        <message>
            <source>Press Esc to see it; then change it again if need be.</source>
            <translation>按 Esc 查看，需要的话再改。</translation>
        </message>
        <message>
            <source>Press F5 and look again.</source>
            <translation>按 F5 再看一次。</translation>
        </message>
        <message>
            <source>Print return slip…</source>
            <translation>打印退货单…</translation>
        </message>
        <message>
            <source>Print: %1</source>
            <translation>打印：%1</translation>
        </message>
        <message>
            <source>Problem</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>Problem: %1</source>
            <translation>问题类型：%1</translation>
        </message>
        <message>
            <source>Problem: none yet</source>
            <translation>问题类型：未选</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>问题行</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>Put it on the cases instead, then take the other one off.</source>
            <translation>请给售后单加上它，再去掉原来的标签。</translation>
        </message>
        <message>
            <source>Put the template's text back</source>
            <translation>换回模板原来的文字</translation>
        </message>
        <message>
            <source>Ran out</source>
            <translation>已到期</translation>
        </message>
        <message>
            <source>Read it like this</source>
            <translation>就按这个读</translation>
        </message>
        <message>
            <source>Reading %1</source>
            <translation>正在读取 %1</translation>
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
            <source>Receive the parcel…</source>
            <translation>收这件退件…</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>签收</translation>
        </message>
        <message>
            <source>Receiver</source>
            <translation>收货人</translation>
        </message>
        <message>
            <source>Recourse</source>
            <translation>可追偿</translation>
        </message>
        <message>
            <source>Related cases</source>
            <translation>相关售后单</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>平台备注</translation>
        </message>
        <message>
            <source>Remedy</source>
            <translation>处理</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Remove note: %1</source>
            <translation>删除备注：%1</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>改名</translation>
        </message>
        <message numerus="yes">
            <source>Rename “%1” in %n case(s)</source>
            <translation>
                <numerusform>给「%1」改名（%n 张售后单）</numerusform>
            </translation>
        </message>
        <message>
            <source>Rename…</source>
            <translation>改名…</translation>
        </message>
        <message>
            <source>Reopen</source>
            <translation>重新打开</translation>
        </message>
        <message>
            <source>Reopen the resolution to change it.</source>
            <translation>要修改请重开处理方案。</translation>
        </message>
        <message>
            <source>Replies</source>
            <translation>回复</translation>
        </message>
        <message>
            <source>Reply</source>
            <translation>回复</translation>
        </message>
        <message>
            <source>Reply copied</source>
            <translation>已复制回复</translation>
        </message>
        <message>
            <source>Reply copied again; it is in the list already</source>
            <translation>已再次复制，列表里已有这条</translation>
        </message>
        <message>
            <source>Reply of %1: %2</source>
            <translation>%1 的回复：%2</translation>
        </message>
        <message>
            <source>Reply to the buyer</source>
            <translation>给买家的回复</translation>
        </message>
        <message>
            <source>Reported</source>
            <translation>反馈</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>恢复默认</translation>
        </message>
        <message>
            <source>Resolution and money</source>
            <translation>方案与金额</translation>
        </message>
        <message>
            <source>Resolve</source>
            <translation>处理方案</translation>
        </message>
        <message>
            <source>Resolve starts the clocks of the rules.</source>
            <translation>做出处理方案后，规则里的时限会开始计时。</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>行</translation>
        </message>
        <message>
            <source>Rule</source>
            <translation>规则</translation>
        </message>
        <message>
            <source>Rule: %1</source>
            <translation>规则：%1</translation>
        </message>
        <message>
            <source>Run again: %1</source>
            <translation>继续计时：%1</translation>
        </message>
        <message>
            <source>Run again…</source>
            <translation>继续…</translation>
        </message>
        <message>
            <source>Same buyer</source>
            <translation>同一买家</translation>
        </message>
        <message>
            <source>Same order</source>
            <translation>同一订单</translation>
        </message>
        <message>
            <source>Satisfaction call %1: %2</source>
            <translation>满意度回访（%1）：%2</translation>
        </message>
        <message>
            <source>Satisfaction call planned for %1</source>
            <translation>已安排满意度回访：%1</translation>
        </message>
        <message>
            <source>Save tags</source>
            <translation>保存标签</translation>
        </message>
        <message>
            <source>Save the rows left out</source>
            <translation>保存未导入的行</translation>
        </message>
        <message>
            <source>Save the rows left out…</source>
            <translation>保存未导入的行…</translation>
        </message>
        <message>
            <source>Saved: %1</source>
            <translation>已保存：%1</translation>
        </message>
        <message>
            <source>Say what is due.</source>
            <translation>请写要做什么。</translation>
        </message>
        <message>
            <source>Say why; it is kept in the history.</source>
            <translation>请写明理由，会记入历史。</translation>
        </message>
        <message>
            <source>Search all cases, archive too</source>
            <translation>在全部售后单（含归档）里找</translation>
        </message>
        <message>
            <source>Search the timeline</source>
            <translation>搜索时间线</translation>
        </message>
        <message>
            <source>Shipped</source>
            <translation>发货</translation>
        </message>
        <message>
            <source>Shop</source>
            <translation>店铺</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Show all %1</source>
            <translation>全部 %1 项</translation>
        </message>
        <message>
            <source>Show fewer</source>
            <translation>收起</translation>
        </message>
        <message>
            <source>Show it</source>
            <translation>去看</translation>
        </message>
        <message>
            <source>Show the case alone</source>
            <translation>只看这张单</translation>
        </message>
        <message>
            <source>Show the list again</source>
            <translation>回到列表</translation>
        </message>
        <message>
            <source>Show the whole note</source>
            <translation>显示全文</translation>
        </message>
        <message>
            <source>Show the whole number</source>
            <translation>显示完整号码</translation>
        </message>
        <message>
            <source>Show “%1” in the text</source>
            <translation>在文中查看“%1”</translation>
        </message>
        <message>
            <source>Situations</source>
            <translation>情形</translation>
        </message>
        <message>
            <source>Snoozed until</source>
            <translation>搁置到</translation>
        </message>
        <message>
            <source>Snoozed until %1</source>
            <translation>已搁置到 %1</translation>
        </message>
        <message>
            <source>Snoozed until %1, or until: %2</source>
            <translation>已搁置到 %1，或等到：%2</translation>
        </message>
        <message>
            <source>Some characters cannot be read in this encoding</source>
            <translation>有些字用这个编码读不出</translation>
        </message>
        <message>
            <source>Someone changed this meanwhile: it is now %1.</source>
            <translation>刚才有人改过，现在是“%1”。</translation>
        </message>
        <message>
            <source>Sort</source>
            <translation>排序</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>Space shows or hides · Alt+↑ ↓ moves · Alt+← → narrower, wider · S sorts, again the other way</source>
            <translation>空格 显示或隐藏 · Alt+↑ ↓ 移动 · Alt+← → 变窄、变宽 · S 排序，再按反向</translation>
        </message>
        <message>
            <source>Split from</source>
            <translation>拆自</translation>
        </message>
        <message>
            <source>Split off</source>
            <translation>拆出</translation>
        </message>
        <message>
            <source>Start again</source>
            <translation>重新计时</translation>
        </message>
        <message>
            <source>Start anew</source>
            <translation>恢复模板</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>States</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>步骤</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>步骤</translation>
        </message>
        <message>
            <source>Still to be done before it: %1.</source>
            <translation>在这之前还要做：%1。</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Stop: %1</source>
            <translation>停止：%1</translation>
        </message>
        <message>
            <source>Stop…</source>
            <translation>停止…</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>情况说明</translation>
        </message>
        <message>
            <source>Tag</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>标签</translation>
        </message>
        <message numerus="yes">
            <source>Tags of %n case(s)</source>
            <translation>
                <numerusform>%n 张售后单的标签</numerusform>
            </translation>
        </message>
        <message>
            <source>Tags…</source>
            <translation>标签…</translation>
        </message>
        <message>
            <source>Take the link back</source>
            <translation>取消关联</translation>
        </message>
        <message>
            <source>Telephone number copied</source>
            <translation>电话已复制</translation>
        </message>
        <message>
            <source>The amount can be read in two ways</source>
            <translation>金额有两种读法</translation>
        </message>
        <message>
            <source>The amount has too many decimals</source>
            <translation>金额小数位太多</translation>
        </message>
        <message>
            <source>The amount is below zero</source>
            <translation>金额小于零</translation>
        </message>
        <message>
            <source>The amount is too large to be right</source>
            <translation>金额大得不对</translation>
        </message>
        <message>
            <source>The amount is too large.</source>
            <translation>金额过大。</translation>
        </message>
        <message>
            <source>The case has no order.</source>
            <translation>这张单没有订单。</translation>
        </message>
        <message>
            <source>The case is about the buyer</source>
            <translation>这张单只按买家</translation>
        </message>
        <message>
            <source>The cases have the tag “%1” already.</source>
            <translation>这些售后单已经有标签「%1」。</translation>
        </message>
        <message>
            <source>The file ends in the middle of this row</source>
            <translation>文件在这一行中断</translation>
        </message>
        <message>
            <source>The file has no rows</source>
            <translation>文件里没有数据行</translation>
        </message>
        <message>
            <source>The item has no name</source>
            <translation>商品没有名称</translation>
        </message>
        <message>
            <source>The list is empty: nothing to export</source>
            <translation>列表是空的，没有可导出的</translation>
        </message>
        <message>
            <source>The list is empty: nothing to print</source>
            <translation>列表是空的，没有可打印的</translation>
        </message>
        <message>
            <source>The note says that already</source>
            <translation>备注没有变化</translation>
        </message>
        <message>
            <source>The number is too long</source>
            <translation>号码太长</translation>
        </message>
        <message>
            <source>The number typed is kept; the order is linked once imported.</source>
            <translation>输入的号码会留在单上，导入订单后自动关联。</translation>
        </message>
        <message>
            <source>The order is in several files; the newer row counts</source>
            <translation>订单在几个文件里，以较新的为准</translation>
        </message>
        <message>
            <source>The order number is missing</source>
            <translation>缺少订单号</translation>
        </message>
        <message>
            <source>The orders are here. Open a case as soon as a buyer reports a problem.</source>
            <translation>订单已经在这里了。买家一反映问题，就建一张售后单。</translation>
        </message>
        <message>
            <source>The platform confirms receipt by itself then</source>
            <translation>到时平台自动确认收货</translation>
        </message>
        <message>
            <source>The platforms' text limits cannot be read.</source>
            <translation>平台字数上限读不出来。</translation>
        </message>
        <message>
            <source>The quotation marks do not match</source>
            <translation>引号不配对</translation>
        </message>
        <message>
            <source>The reply templates cannot be read.</source>
            <translation>读不到回复模板。</translation>
        </message>
        <message>
            <source>The resolution was kept without a remark.</source>
            <translation>处理方案没有写平台备注。</translation>
        </message>
        <message>
            <source>The row has too few cells</source>
            <translation>这一行列数太少</translation>
        </message>
        <message>
            <source>The row has too many cells</source>
            <translation>这一行列数太多</translation>
        </message>
        <message>
            <source>The rows of one order disagree; the first counts</source>
            <translation>同一订单各行不一致，以第一行为准</translation>
        </message>
        <message>
            <source>The same number stands on order %1. Check that it is not a slip.</source>
            <translation>订单 %1 也有这个运单号，请核对是否填错。</translation>
        </message>
        <message>
            <source>The same row stands there twice; it counts once</source>
            <translation>同一行出现两次，只算一次</translation>
        </message>
        <message>
            <source>The status is not known and kept as text</source>
            <translation>状态不认识，按原文保存</translation>
        </message>
        <message>
            <source>The tag holds characters that cannot be seen.</source>
            <translation>标签里有看不见的字符。</translation>
        </message>
        <message>
            <source>The tag is too long.</source>
            <translation>标签太长。</translation>
        </message>
        <message>
            <source>The text is too long and was cut</source>
            <translation>文字太长，已截短</translation>
        </message>
        <message>
            <source>There is a tag “%1” already.</source>
            <translation>已经有标签「%1」。</translation>
        </message>
        <message>
            <source>There is no such day or time.</source>
            <translation>没有这个日期或时间。</translation>
        </message>
        <message>
            <source>There is nothing to copy.</source>
            <translation>没有可复制的内容。</translation>
        </message>
        <message>
            <source>There may be a case for this already</source>
            <translation>可能已经开过单</translation>
        </message>
        <message>
            <source>There may be a case for this already: %1</source>
            <translation>可能已经开过单：%1</translation>
        </message>
        <message>
            <source>This case is archived.</source>
            <translation>这张单已归档。</translation>
        </message>
        <message>
            <source>This day has passed.</source>
            <translation>这一天已经过去了。</translation>
        </message>
        <message>
            <source>This is more than ten years ago.</source>
            <translation>这是十多年前的时间。</translation>
        </message>
        <message>
            <source>This is not a date</source>
            <translation>不是日期</translation>
        </message>
        <message>
            <source>This is not a number of pieces</source>
            <translation>不是件数</translation>
        </message>
        <message>
            <source>This is not an amount</source>
            <translation>不是金额</translation>
        </message>
        <message>
            <source>This is not an order number</source>
            <translation>不是订单号</translation>
        </message>
        <message>
            <source>This moment has not come yet.</source>
            <translation>这个时间还没到。</translation>
        </message>
        <message>
            <source>This moment has passed.</source>
            <translation>这个时间已经过去。</translation>
        </message>
        <message>
            <source>This order number stands there twice with different contents</source>
            <translation>同一订单号出现两次，内容不同</translation>
        </message>
        <message>
            <source>This parcel stands on the order already.</source>
            <translation>订单里已有这个包裹。</translation>
        </message>
        <message>
            <source>This reply is not copied as it stands.</source>
            <translation>这条回复现在不能复制。</translation>
        </message>
        <message>
            <source>Time, if any</source>
            <translation>时间（可不填）</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>时间线</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Tracking no.</source>
            <translation>运单号</translation>
        </message>
        <message>
            <source>Tracking number</source>
            <translation>运单号</translation>
        </message>
        <message>
            <source>Tracking number copied</source>
            <translation>运单号已复制</translation>
        </message>
        <message>
            <source>True cost</source>
            <translation>真实成本</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>Two columns have the same heading; the first one counts</source>
            <translation>有两列标题相同，以第一列为准</translation>
        </message>
        <message>
            <source>Type a tag: Enter puts it on</source>
            <translation>输入标签，回车加上</translation>
        </message>
        <message>
            <source>Type a word or two.</source>
            <translation>输入一两个词。</translation>
        </message>
        <message>
            <source>Type it instead of pasting it.</source>
            <translation>请手动输入，不要粘贴。</translation>
        </message>
        <message>
            <source>Type or paste an order number, a buyer ID or a tracking number; the rest fills in.</source>
            <translation>输入或粘贴订单号、买家 ID 或运单号，其余自动填好。</translation>
        </message>
        <message>
            <source>Type or paste; the order fills in. Enter takes the first one found.</source>
            <translation>输入或粘贴，订单自动带出；回车取第一个。</translation>
        </message>
        <message>
            <source>Type to filter</source>
            <translation>输入文字或拼音首字母筛选</translation>
        </message>
        <message>
            <source>UTF-16 units; an emoji is two</source>
            <translation>个 UTF-16 单位（一个表情算两个）</translation>
        </message>
        <message>
            <source>UTF-8 bytes; a Chinese character is three</source>
            <translation>个 UTF-8 字节（一个汉字算三个）</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>截止</translation>
        </message>
        <message>
            <source>Unwanted</source>
            <translation>不想要了</translation>
        </message>
        <message>
            <source>Updated</source>
            <translation>更新</translation>
        </message>
        <message>
            <source>Waiting on</source>
            <translation>待谁</translation>
        </message>
        <message>
            <source>Wake now</source>
            <translation>立即唤醒</translation>
        </message>
        <message>
            <source>Warn</source>
            <translation>提醒</translation>
        </message>
        <message>
            <source>Warns from</source>
            <translation>开始提醒</translation>
        </message>
        <message>
            <source>What becomes of it</source>
            <translation>怎么处理</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>情况说明</translation>
        </message>
        <message>
            <source>What happened (may stay empty)</source>
            <translation>情况说明（可不填）</translation>
        </message>
        <message>
            <source>What is due</source>
            <translation>要做什么</translation>
        </message>
        <message>
            <source>What is right</source>
            <translation>正确的情况</translation>
        </message>
        <message>
            <source>What is typed is kept for the next time</source>
            <translation>填了的内容会留到下次</translation>
        </message>
        <message>
            <source>What is wrong</source>
            <translation>哪里不对</translation>
        </message>
        <message>
            <source>What stands there</source>
            <translation>原来写的</translation>
        </message>
        <message>
            <source>What the buyer asks for</source>
            <translation>客户诉求</translation>
        </message>
        <message numerus="yes">
            <source>What to change in %n case(s)</source>
            <translation>
                <numerusform>改 %n 张售后单的哪一项</numerusform>
            </translation>
        </message>
        <message>
            <source>What to show</source>
            <translation>显示哪些</translation>
        </message>
        <message>
            <source>What was found</source>
            <translation>找到的</translation>
        </message>
        <message>
            <source>Which items? (none ticked: all)</source>
            <translation>涉及哪几件？（不勾就是全部）</translation>
        </message>
        <message>
            <source>Would help: %1</source>
            <translation>最好有：%1</translation>
        </message>
        <message>
            <source>Write a day as 2026-11-24.</source>
            <translation>日期写成 2026-11-24。</translation>
        </message>
        <message>
            <source>Write a note…</source>
            <translation>写备注…</translation>
        </message>
        <message>
            <source>Write an amount, such as 168.00.</source>
            <translation>请填金额，如 168.00。</translation>
        </message>
        <message>
            <source>Write it as 2026-11-20 09:30.</source>
            <translation>请写成 2026-11-20 09:30。</translation>
        </message>
        <message>
            <source>Write what happened</source>
            <translation>点这里写情况说明</translation>
        </message>
        <message>
            <source>Write what happened first; it becomes a note of %1.</source>
            <translation>先写情况说明，会记成 %1 的备注。</translation>
        </message>
        <message>
            <source>Write what is right.</source>
            <translation>请写明正确的情况。</translation>
        </message>
        <message>
            <source>Written with the resolution; resolve the case first.</source>
            <translation>定下处理方案后自动写好。</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>昨天</translation>
        </message>
        <message>
            <source>a new tag</source>
            <translation>新标签</translation>
        </message>
        <message>
            <source>ascending</source>
            <translation>升序</translation>
        </message>
        <message>
            <source>batch %1</source>
            <translation>批次 %1</translation>
        </message>
        <message>
            <source>buyer %1</source>
            <translation>买家 %1</translation>
        </message>
        <message>
            <source>by %1, %2</source>
            <translation>按%1%2</translation>
        </message>
        <message>
            <source>bytes</source>
            <translation>字节</translation>
        </message>
        <message>
            <source>bytes; a Chinese character is two</source>
            <translation>个字节（一个汉字算两个）</translation>
        </message>
        <message>
            <source>characters</source>
            <translation>字</translation>
        </message>
        <message>
            <source>choose a cell, change it</source>
            <translation>选单元格、修改</translation>
        </message>
        <message>
            <source>corrected</source>
            <translation>改过</translation>
        </message>
        <message>
            <source>decided</source>
            <translation>已定</translation>
        </message>
        <message>
            <source>descending</source>
            <translation>降序</translation>
        </message>
        <message>
            <source>dissatisfied</source>
            <translation>不满意</translation>
        </message>
        <message>
            <source>documented, but perhaps not for every form</source>
            <translation>有文档，但不一定适用于每个输入框</translation>
        </message>
        <message>
            <source>each %1</source>
            <translation>单价 %1</translation>
        </message>
        <message>
            <source>entered by hand</source>
            <translation>手工录入</translation>
        </message>
        <message>
            <source>entered by hand, not computed</source>
            <translation>手工录入，不推算</translation>
        </message>
        <message>
            <source>exhibit %1</source>
            <translation>证据 %1</translation>
        </message>
        <message>
            <source>formerly %1</source>
            <translation>原 ID %1</translation>
        </message>
        <message>
            <source>found in %1: %2</source>
            <translation>命中%1：%2</translation>
        </message>
        <message>
            <source>freight %1</source>
            <translation>运费 %1</translation>
        </message>
        <message>
            <source>goes in</source>
            <translation>仍导入</translation>
        </message>
        <message>
            <source>handled by %1</source>
            <translation>经手 %1</translation>
        </message>
        <message>
            <source>hidden</source>
            <translation>已隐藏</translation>
        </message>
        <message numerus="yes">
            <source>in %n case(s)</source>
            <translation>
                <numerusform>%n 张</numerusform>
            </translation>
        </message>
        <message>
            <source>left out</source>
            <translation>不导入</translation>
        </message>
        <message>
            <source>liability %1</source>
            <translation>责任 %1</translation>
        </message>
        <message>
            <source>likely: same order</source>
            <translation>可能重复：同一订单</translation>
        </message>
        <message>
            <source>missing: %1</source>
            <translation>缺：%1</translation>
        </message>
        <message>
            <source>new</source>
            <translation>新标签</translation>
        </message>
        <message>
            <source>next blank of a reply</source>
            <translation>回复里的下一处空白</translation>
        </message>
        <message>
            <source>next step</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>no clock running</source>
            <translation>没有时限</translation>
        </message>
        <message>
            <source>no documented limit known</source>
            <translation>没有公开的字数上限</translation>
        </message>
        <message>
            <source>nobody</source>
            <translation>无人</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>none yet: drop files here</source>
            <translation>还没有，可拖入文件</translation>
        </message>
        <message>
            <source>not an exhibit</source>
            <translation>未编为证据</translation>
        </message>
        <message>
            <source>not before its last day</source>
            <translation>不提前</translation>
        </message>
        <message>
            <source>not from “%1”</source>
            <translation>「%1」不能直接改到这里</translation>
        </message>
        <message>
            <source>not possible: %1</source>
            <translation>不可选：%1</translation>
        </message>
        <message>
            <source>note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>now</source>
            <translation>当前</translation>
        </message>
        <message>
            <source>off</source>
            <translation>未加</translation>
        </message>
        <message>
            <source>on</source>
            <translation>已加</translation>
        </message>
        <message>
            <source>on in %1 of %2</source>
            <translation>%2 张中有 %1 张加了</translation>
        </message>
        <message>
            <source>opened %1</source>
            <translation>开于 %1</translation>
        </message>
        <message>
            <source>ordered %1</source>
            <translation>%1 下单</translation>
        </message>
        <message>
            <source>packet</source>
            <translation>举证材料</translation>
        </message>
        <message>
            <source>paid %1</source>
            <translation>实付 %1</translation>
        </message>
        <message>
            <source>possible: same buyer, same problem, within 14 days</source>
            <translation>有可能：同一买家 14 天内有同样的问题</translation>
        </message>
        <message>
            <source>read in the platform's reference</source>
            <translation>平台文档写明</translation>
        </message>
        <message>
            <source>refund rate %1</source>
            <translation>退款率 %1</translation>
        </message>
        <message>
            <source>refunded %1</source>
            <translation>已退 %1</translation>
        </message>
        <message>
            <source>reply to the buyer</source>
            <translation>回复买家</translation>
        </message>
        <message>
            <source>resolve</source>
            <translation>处理方案</translation>
        </message>
        <message>
            <source>said by others only</source>
            <translation>只见于他人说法</translation>
        </message>
        <message>
            <source>satisfied</source>
            <translation>满意</translation>
        </message>
        <message>
            <source>search “%1”</source>
            <translation>搜索「%1」</translation>
        </message>
        <message>
            <source>shop %1</source>
            <translation>店铺 %1</translation>
        </message>
        <message>
            <source>shop rule %1</source>
            <translation>店铺规定 %1</translation>
        </message>
        <message>
            <source>shown</source>
            <translation>显示中</translation>
        </message>
        <message>
            <source>since %1 · %2</source>
            <translation>自 %1 · %2</translation>
        </message>
        <message>
            <source>snoozed</source>
            <translation>搁置</translation>
        </message>
        <message>
            <source>so-so</source>
            <translation>一般</translation>
        </message>
        <message>
            <source>tags %1</source>
            <translation>标签 %1</translation>
        </message>
        <message>
            <source>very likely: same order, same problem</source>
            <translation>很可能重复：同一订单、同一问题</translation>
        </message>
        <message>
            <source>waiting on %1</source>
            <translation>待%1</translation>
        </message>
        <message>
            <source>who has to act next</source>
            <translation>等待谁处理</translation>
        </message>
        <message>
            <source>workbook</source>
            <translation>工作簿</translation>
        </message>
        <message>
            <source>“%1” advertises: not without the buyer's consent.</source>
            <translation>“%1”是推销：没有买家同意不要发。</translation>
        </message>
        <message>
            <source>“%1” blames the buyer: feelings first, then the matter.</source>
            <translation>“%1”在怪买家：先安抚，再谈事。</translation>
        </message>
        <message>
            <source>“%1” ends the talk: say who is finding out, and by when.</source>
            <translation>只说“%1”等于不管：请说明谁去查、什么时候答复。</translation>
        </message>
        <message>
            <source>“%1” is a threat.</source>
            <translation>“%1”是威胁。</translation>
        </message>
        <message>
            <source>“%1” is an insult: answer with facts.</source>
            <translation>“%1”是骂人的话：请用事实答复。</translation>
        </message>
        <message>
            <source>“%1” is named twice.</source>
            <translation>「%1」写了两次。</translation>
        </message>
        <message>
            <source>“%1” is neither a workbook nor a CSV file.</source>
            <translation>「%1」既不是工作簿也不是 CSV 文件。</translation>
        </message>
        <message>
            <source>“%1” is open in another program, or may not be written.</source>
            <translation>「%1」正被别的程序打开，或不允许写入。</translation>
        </message>
        <message>
            <source>“%1” leads past the platform: settle and pay through it.</source>
            <translation>“%1”绕开了平台：请在平台内商量和付款。</translation>
        </message>
        <message>
            <source>“%1” presses for a good review: leave the wording to the buyer.</source>
            <translation>“%1”是在要好评：怎么评由买家决定。</translation>
        </message>
        <message>
            <source>“%1” promises what may not be kept: say “expected”.</source>
            <translation>“%1”可能做不到：建议写“预计”。</translation>
        </message>
        <message>
            <source>“%1” reads as careless: leave it out.</source>
            <translation>“%1”显得敷衍：请去掉。</translation>
        </message>
        <message>
            <source>“%1” refuses flatly: give the basis and what can be done, in the same sentence.</source>
            <translation>“%1”是生硬拒绝：请在同一句里说明依据和能办的事。</translation>
        </message>
        <message>
            <source>“%1” should not be sent.</source>
            <translation>“%1”不该发给买家。</translation>
        </message>
        <message>
            <source>“%1”: an invoice is due, at no charge.</source>
            <translation>“%1”：发票应当开，而且不另收费。</translation>
        </message>
        <message>
            <source>“%1”: cash in a parcel gets lost; use the postage link.</source>
            <translation>“%1”：包裹里不能放现金，请用补邮费链接。</translation>
        </message>
        <message>
            <source>“%1”: money or gifts for reviews are forbidden.</source>
            <translation>“%1”：平台禁止用钱或礼物换评价。</translation>
        </message>
        <message>
            <source>“%1”: never ask for codes, passwords or card numbers.</source>
            <translation>“%1”：不能索要验证码、密码或卡号。</translation>
        </message>
        <message>
            <source>“%1”: never press for another refund reason; only the facts count.</source>
            <translation>“%1”：不能让买家改退款原因，只看事实。</translation>
        </message>
        <message>
            <source>“%1”: pay through the order, where it is on record.</source>
            <translation>“%1”：请走订单退款，才有记录。</translation>
        </message>
        <message>
            <source>↑ ↓ choose, Enter or Space ticks, Ctrl+Enter saves, F2 renames a tag in every case.</source>
            <translation>↑ ↓ 选择，回车或空格勾选，Ctrl+回车保存，F2 给标签改名（所有售后单一起改）。</translation>
        </message>
    </context>
</TS>
