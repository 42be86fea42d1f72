<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>registers</name>
        <message numerus="yes">
            <source>%1 %2: no answer, %n day(s) over the term</source>
            <translation>
                <numerusform>%1 %2超期 %n 天未答复</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 days</source>
            <translation>%1 天</translation>
        </message>
        <message>
            <source>%1 lines written to %2</source>
            <translation>已写 %1 行到 %2</translation>
        </message>
        <message>
            <source>%1 of “%2” is closed</source>
            <translation>“%2” %1 已月结并锁定</translation>
        </message>
        <message>
            <source>%1 of “%2” is open again</source>
            <translation>“%2” %1 已重新打开</translation>
        </message>
        <message>
            <source>%1, closed</source>
            <translation>%1，已月结</translation>
        </message>
        <message>
            <source>%1: %2 → %3</source>
            <translation>%1：%2 → %3</translation>
        </message>
        <message numerus="yes">
            <source>%1: %n line(s), %2</source>
            <translation>
                <numerusform>%1：%n 单，%2</numerusform>
            </translation>
        </message>
        <message>
            <source>%1: our claim for parcel %2 (%3, %4), handed in on %5, has been without an answer for %6 days past the term. Please answer in writing today, or tell us who does. Case %7.</source>
            <translation>%1 您好：我店 %5 提交的运单 %2 理赔（%3，%4）已超过应答期 %6 天，至今没有答复。请今天书面答复，或告知由谁处理。售后单 %7。</translation>
        </message>
        <message numerus="yes">
            <source>%n case(s) of the month are not decided yet</source>
            <translation>
                <numerusform>本月还有 %n 单未定责</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n claim(s): the sheet is made when you print it.</source>
            <translation>
                <numerusform>共 %n 笔理赔：打印时再生成理赔单。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n correction(s)</source>
            <translation>
                <numerusform>更正 %n 笔</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) left</source>
            <translation>
                <numerusform>剩 %n 天</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) over</source>
            <translation>
                <numerusform>超 %n 天</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n late</source>
            <translation>
                <numerusform>超期 %n 单</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s)</source>
            <translation>
                <numerusform>%n 单</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) are not settled yet; they can be exported first.</source>
            <translation>
                <numerusform>还有 %n 单未定，可先导出再锁。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) are still open</source>
            <translation>
                <numerusform>还有 %n 单未了结</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) in the month</source>
            <translation>
                <numerusform>本月 %n 单</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>另 %n 项</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open</source>
            <translation>
                <numerusform>未了结 %n 单</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) copied</source>
            <translation>
                <numerusform>已复制 %n 行</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n selected</source>
            <translation>
                <numerusform>选中 %n 单</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message>
            <source>A case about an invoice writes here what is owed and until when.</source>
            <translation>发票问题的售后单会登记欠开的发票和限期。</translation>
        </message>
        <message>
            <source>A correcting entry is written</source>
            <translation>已写更正单</translation>
        </message>
        <message>
            <source>A dispute that is lost writes here what the platform may take; a notice of the platform is noted by hand.</source>
            <translation>介入败诉时会自动登记可能的处罚；平台的处罚通知可手工登记。</translation>
        </message>
        <message>
            <source>A month is closed per shop: choose a shop and a month.</source>
            <translation>月结按店铺进行：请先选一家店铺和一个月份。</translation>
        </message>
        <message>
            <source>A month is closed per shop: the button asks for which.</source>
            <translation>月结按店铺进行：点按钮后选店铺。</translation>
        </message>
        <message>
            <source>A return agreed with the buyer is awaited here; receiving a parcel fills it in.</source>
            <translation>和买家谈好退货后在这里等件；收到退件时自动填好。</translation>
        </message>
        <message>
            <source>A whole number</source>
            <translation>请填整数</translation>
        </message>
        <message>
            <source>After closing amounts change only by correcting entries, which stay in the trail.</source>
            <translation>锁定后金额只能用更正单修改，更正留在记录里。</translation>
        </message>
        <message>
            <source>After-sales cost by liability and kind</source>
            <translation>按责任和类型的售后成本</translation>
        </message>
        <message>
            <source>Afterwards nothing of this month changes any more. What follows - an answer, money, a correction - is written as a correcting entry of the month it happens in.</source>
            <translation>月结后本月的记录不再变动。之后的答复、到账、更正，都写成更正单，记在发生的当月。</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>All of the month</source>
            <translation>本月合计</translation>
        </message>
        <message>
            <source>All shops</source>
            <translation>全部店铺</translation>
        </message>
        <message>
            <source>All unsettled</source>
            <translation>全部未了结</translation>
        </message>
        <message>
            <source>Allowed</source>
            <translation>认赔</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>An amount such as 39.00</source>
            <translation>请填金额，如 39.00</translation>
        </message>
        <message>
            <source>Arrange</source>
            <translation>排列</translation>
        </message>
        <message>
            <source>As designed</source>
            <translation>恢复默认</translation>
        </message>
        <message>
            <source>Awaited</source>
            <translation>待退回</translation>
        </message>
        <message>
            <source>Back into the box</source>
            <translation>放回无主件</translation>
        </message>
        <message>
            <source>Back to the list (Esc)</source>
            <translation>回到列表（Esc）</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Carrier</source>
            <translation>快递</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>单数</translation>
        </message>
        <message>
            <source>Choose a carrier to see its claim sheet.</source>
            <translation>选一家快递，看它的理赔单。</translation>
        </message>
        <message>
            <source>Choose a line first.</source>
            <translation>请先选一行。</translation>
        </message>
        <message>
            <source>Choose a line to see all of it.</source>
            <translation>选一行，看全部内容。</translation>
        </message>
        <message>
            <source>Choose a month</source>
            <translation>选择月份</translation>
        </message>
        <message>
            <source>Choose a month (%1)</source>
            <translation>选择月份（%1）</translation>
        </message>
        <message>
            <source>Choose a single line.</source>
            <translation>请只选一行。</translation>
        </message>
        <message>
            <source>Claim sheet</source>
            <translation>理赔单</translation>
        </message>
        <message>
            <source>Claim sheet in large</source>
            <translation>放大看理赔单</translation>
        </message>
        <message>
            <source>Claimed</source>
            <translation>申报</translation>
        </message>
        <message>
            <source>Claims</source>
            <translation>理赔</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Close %1 of “%2”?</source>
            <translation>“%2”%1要月结吗？</translation>
        </message>
        <message>
            <source>Close and lock</source>
            <translation>月结并锁定</translation>
        </message>
        <message>
            <source>Close and lock %1</source>
            <translation>月结并锁定 %1</translation>
        </message>
        <message>
            <source>Close and lock %1…</source>
            <translation>月结并锁定 %1…</translation>
        </message>
        <message>
            <source>Close the month…</source>
            <translation>月结…</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>已月结</translation>
        </message>
        <message>
            <source>Closed %1 by %2. Only correcting entries from now on; they stand in the month they are written in.</source>
            <translation>%1 由 %2 月结。之后只能写更正单，记在写的当月。</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Columns…</source>
            <translation>选择列…</translation>
        </message>
        <message>
            <source>Compensation, goodwill and freight paid stand here as soon as the wizard finishes.</source>
            <translation>处理完成后，赔付、补偿和运费补贴会自动登记到这里。</translation>
        </message>
        <message>
            <source>Copy as table</source>
            <translation>复制为表格</translation>
        </message>
        <message>
            <source>Copy reminder</source>
            <translation>复制催办话术</translation>
        </message>
        <message>
            <source>Correct</source>
            <translation>更正</translation>
        </message>
        <message>
            <source>Correct %1</source>
            <translation>更正 %1</translation>
        </message>
        <message>
            <source>Correct the line</source>
            <translation>更正这一行</translation>
        </message>
        <message>
            <source>Correct what was found…</source>
            <translation>更正验货结果…</translation>
        </message>
        <message numerus="yes">
            <source>Corrected by %n later line(s)</source>
            <translation>
                <numerusform>之后有 %n 笔更正</numerusform>
            </translation>
        </message>
        <message>
            <source>Correction</source>
            <translation>更正单</translation>
        </message>
        <message>
            <source>Corrections</source>
            <translation>更正单</translation>
        </message>
        <message>
            <source>Corrects</source>
            <translation>更正</translation>
        </message>
        <message>
            <source>Corrects an earlier line: %1</source>
            <translation>更正之前的一行：%1</translation>
        </message>
        <message>
            <source>Correct…</source>
            <translation>更正…</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>成本</translation>
        </message>
        <message>
            <source>Days until the money</source>
            <translation>平均到账</translation>
        </message>
        <message>
            <source>Details and claim sheet (Space)</source>
            <translation>明细和理赔单（空格）</translation>
        </message>
        <message>
            <source>Details of the line</source>
            <translation>这一行的明细</translation>
        </message>
        <message>
            <source>Everything is settled.</source>
            <translation>全部了结。</translation>
        </message>
        <message>
            <source>Evidence %1</source>
            <translation>凭证 %1</translation>
        </message>
        <message>
            <source>Evidence is complete: it can go to appeal.</source>
            <translation>凭证齐全，可转申诉。</translation>
        </message>
        <message>
            <source>Evidence is not complete yet.</source>
            <translation>凭证还不齐。</translation>
        </message>
        <message>
            <source>Excel workbook</source>
            <translation>Excel 工作簿</translation>
        </message>
        <message numerus="yes">
            <source>Export %n line(s)</source>
            <translation>
                <numerusform>导出 %n 单</numerusform>
            </translation>
        </message>
        <message>
            <source>Export Excel</source>
            <translation>导出 Excel</translation>
        </message>
        <message>
            <source>Export Excel…</source>
            <translation>导出 Excel…</translation>
        </message>
        <message>
            <source>Export PDF</source>
            <translation>导出 PDF</translation>
        </message>
        <message>
            <source>Export first…</source>
            <translation>先导出…</translation>
        </message>
        <message>
            <source>Export the measures</source>
            <translation>导出月结数据</translation>
        </message>
        <message>
            <source>Export what is listed (%1)</source>
            <translation>导出所列记录（%1）</translation>
        </message>
        <message>
            <source>Given back to buyers</source>
            <translation>退给买家</translation>
        </message>
        <message>
            <source>Issued</source>
            <translation>已开票</translation>
        </message>
        <message>
            <source>It could not be made.</source>
            <translation>没能生成。</translation>
        </message>
        <message>
            <source>It was not inspected yet.</source>
            <translation>还没有验货。</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>超期未赔</translation>
        </message>
        <message>
            <source>Leave for the next shift…</source>
            <translation>留给下一班…</translation>
        </message>
        <message>
            <source>Liability</source>
            <translation>责任</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>明细</translation>
        </message>
        <message>
            <source>Lines</source>
            <translation>单数</translation>
        </message>
        <message>
            <source>Lines of the register</source>
            <translation>登记表的记录</translation>
        </message>
        <message>
            <source>Lines of this register are not corrected here.</source>
            <translation>这个登记表的记录不在这里更正。</translation>
        </message>
        <message>
            <source>Looked in every cell of the register.</source>
            <translation>已在这个登记表的每一列里找过。</translation>
        </message>
        <message>
            <source>Make appeal material</source>
            <translation>生成申诉材料</translation>
        </message>
        <message>
            <source>Measures of %1</source>
            <translation>%1月结数据</translation>
        </message>
        <message>
            <source>Measures of the month</source>
            <translation>月结数据</translation>
        </message>
        <message>
            <source>Measures of the month…</source>
            <translation>月结数据…</translation>
        </message>
        <message>
            <source>Month closed</source>
            <translation>已月结</translation>
        </message>
        <message>
            <source>Month: %1</source>
            <translation>月份：%1</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>More states</source>
            <translation>更多状态</translation>
        </message>
        <message>
            <source>Narrower</source>
            <translation>变窄</translation>
        </message>
        <message>
            <source>Next month</source>
            <translation>下个月</translation>
        </message>
        <message>
            <source>Next year</source>
            <translation>下一年</translation>
        </message>
        <message>
            <source>No</source>
            <translation>否</translation>
        </message>
        <message>
            <source>No case</source>
            <translation>没有售后单</translation>
        </message>
        <message>
            <source>No case of the month was decided.</source>
            <translation>本月没有定责的售后单。</translation>
        </message>
        <message>
            <source>No claim against a carrier.</source>
            <translation>没有快递理赔。</translation>
        </message>
        <message>
            <source>No line fits what is chosen above.</source>
            <translation>没有符合上面条件的记录。</translation>
        </message>
        <message>
            <source>No line is listed: nothing to export</source>
            <translation>没有列出的记录，无可导出</translation>
        </message>
        <message>
            <source>Not said</source>
            <translation>未填写</translation>
        </message>
        <message>
            <source>Note (optional)</source>
            <translation>备注（可不填）</translation>
        </message>
        <message>
            <source>Nothing changed yet.</source>
            <translation>还没有改动。</translation>
        </message>
        <message>
            <source>Nothing found for “%1”</source>
            <translation>没有找到“%1”</translation>
        </message>
        <message>
            <source>Nothing in %1 yet.</source>
            <translation>%1还没有记录。</translation>
        </message>
        <message>
            <source>Nothing of it is open.</source>
            <translation>本月全部了结。</translation>
        </message>
        <message>
            <source>Nothing received yet</source>
            <translation>还没有到账</translation>
        </message>
        <message>
            <source>Only a parcel of nobody that was let go.</source>
            <translation>只有不再找主人的无主件才行。</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未了结</translation>
        </message>
        <message>
            <source>Open %1 of “%2” again?</source>
            <translation>重新打开“%2” %1？</translation>
        </message>
        <message>
            <source>Open again</source>
            <translation>重新打开</translation>
        </message>
        <message>
            <source>Open again…</source>
            <translation>重新打开…</translation>
        </message>
        <message>
            <source>Open case</source>
            <translation>打开售后单</translation>
        </message>
        <message>
            <source>Opened again: %1</source>
            <translation>重新打开：%1</translation>
        </message>
        <message>
            <source>Parcels without an owner…</source>
            <translation>无主件…</translation>
        </message>
        <message>
            <source>Photos of the case</source>
            <translation>售后单的照片</translation>
        </message>
        <message>
            <source>Previous month</source>
            <translation>上个月</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Print PDF</source>
            <translation>打印 PDF</translation>
        </message>
        <message>
            <source>Print the night…</source>
            <translation>打印交接单…</translation>
        </message>
        <message>
            <source>Print…</source>
            <translation>打印…</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Receive parcels…</source>
            <translation>收退件…</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>到账</translation>
        </message>
        <message>
            <source>Received %1</source>
            <translation>到账 %1</translation>
        </message>
        <message>
            <source>Receiving…</source>
            <translation>收退件…</translation>
        </message>
        <message>
            <source>Recovered from carriers</source>
            <translation>快递追回</translation>
        </message>
        <message>
            <source>Register</source>
            <translation>登记表</translation>
        </message>
        <message>
            <source>Registers</source>
            <translation>登记表</translation>
        </message>
        <message>
            <source>Reminder copied</source>
            <translation>催办话术已复制</translation>
        </message>
        <message>
            <source>Reviews pasted or read from a file stand here, bad ones until they are answered.</source>
            <translation>粘贴或从文件导入的评价在这里，差评跟进到回复为止。</translation>
        </message>
        <message>
            <source>Search every cell</source>
            <translation>单号、运单、买家</translation>
        </message>
        <message>
            <source>Share allowed</source>
            <translation>认赔率</translation>
        </message>
        <message>
            <source>Sheet of the night…</source>
            <translation>当晚交接单…</translation>
        </message>
        <message>
            <source>Sheets of the nights…</source>
            <translation>历次交接单…</translation>
        </message>
        <message>
            <source>Show all of the month</source>
            <translation>显示本月全部</translation>
        </message>
        <message>
            <source>Stands in the history for good.</source>
            <translation>会一直留在历史里。</translation>
        </message>
        <message>
            <source>Still missing</source>
            <translation>还差</translation>
        </message>
        <message>
            <source>The claim sheet is being made…</source>
            <translation>正在生成理赔单…</translation>
        </message>
        <message>
            <source>The closing and this reason stay in the trail.</source>
            <translation>这次月结和重新打开的原因都会留在记录里。</translation>
        </message>
        <message>
            <source>The line is corrected</source>
            <translation>已更正</translation>
        </message>
        <message>
            <source>The month is not closed.</source>
            <translation>这个月没有月结。</translation>
        </message>
        <message>
            <source>The month of this line is closed. A correcting entry will be written in the present month; the line itself stays as it is.</source>
            <translation>这一行所在的月份已月结。会在当月写一笔更正单，原记录保持不变。</translation>
        </message>
        <message>
            <source>The month still runs: it can be closed from %1 on.</source>
            <translation>本月还没结束，%1 起可以月结。</translation>
        </message>
        <message>
            <source>The month was never closed.</source>
            <translation>本月还没有月结过。</translation>
        </message>
        <message>
            <source>The parcel is corrected</source>
            <translation>已更正退件</translation>
        </message>
        <message>
            <source>The parcel is in the box again</source>
            <translation>包裹已放回无主件</translation>
        </message>
        <message>
            <source>The wizard writes here when a carrier is liable: lost, damaged, late.</source>
            <translation>快递有责（丢件、破损、延误）时，处理向导会自动登记到这里。</translation>
        </message>
        <message>
            <source>The wizard writes here when goods are faulty, with style, batch and photos of the case.</source>
            <translation>商品有质量问题时，处理向导会把款式、批次和照片登记到这里。</translation>
        </message>
        <message>
            <source>The wizard writes here when goods were sent wrong, in the wrong colour or size, or too few.</source>
            <translation>发错货、错色错码或少发时，处理向导会自动登记到这里。</translation>
        </message>
        <message>
            <source>There is no parcel of this line any more.</source>
            <translation>这一行的包裹已经不在了。</translation>
        </message>
        <message>
            <source>This corrects a line of another month: correct that one.</source>
            <translation>这是对别的月份的更正，请到原记录更正。</translation>
        </message>
        <message>
            <source>This month</source>
            <translation>本月</translation>
        </message>
        <message>
            <source>To hand in</source>
            <translation>待提交</translation>
        </message>
        <message>
            <source>To issue</source>
            <translation>待开票</translation>
        </message>
        <message>
            <source>To the carrier</source>
            <translation>快递公司</translation>
        </message>
        <message>
            <source>To the left</source>
            <translation>左移</translation>
        </message>
        <message>
            <source>To the right</source>
            <translation>右移</translation>
        </message>
        <message>
            <source>Too many rows to copy: export them as a file</source>
            <translation>行数太多，请导出为文件</translation>
        </message>
        <message>
            <source>Trail</source>
            <translation>月结记录</translation>
        </message>
        <message>
            <source>Trail of %1, %2</source>
            <translation>%1月结记录：%2</translation>
        </message>
        <message>
            <source>Trail of the month…</source>
            <translation>月结记录…</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>Unsettled</source>
            <translation>未了结</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>经过</translation>
        </message>
        <message>
            <source>What one shift leaves for the next stands here, with who took it and when.</source>
            <translation>一班留给下一班的事在这里，谁在什么时候接手都有记录。</translation>
        </message>
        <message>
            <source>Wider</source>
            <translation>加宽</translation>
        </message>
        <message>
            <source>Write correcting entry</source>
            <translation>写更正单</translation>
        </message>
        <message>
            <source>Write why, in a few words.</source>
            <translation>写几个字说明原因。</translation>
        </message>
        <message>
            <source>Year before</source>
            <translation>上一年</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>allowed %1 of %2 claimed</source>
            <translation>认赔 %1 / 申报 %2</translation>
        </message>
        <message>
            <source>an earlier line: %1</source>
            <translation>之前的一行：%1</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>另有 %n 单</numerusform>
            </translation>
        </message>
        <message>
            <source>claim</source>
            <translation>理赔</translation>
        </message>
        <message>
            <source>correct the line</source>
            <translation>更正这一行</translation>
        </message>
        <message>
            <source>details of the line, claim sheet</source>
            <translation>这一行的明细、理赔单</translation>
        </message>
        <message>
            <source>due today</source>
            <translation>今天到期</translation>
        </message>
        <message>
            <source>export what is listed</source>
            <translation>导出所列记录</translation>
        </message>
        <message>
            <source>last month %1</source>
            <translation>上月 %1</translation>
        </message>
        <message>
            <source>none late</source>
            <translation>没有超期的</translation>
        </message>
        <message>
            <source>not answered</source>
            <translation>未答复</translation>
        </message>
        <message>
            <source>not handed in</source>
            <translation>未提交</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>没有</translation>
        </message>
        <message>
            <source>register</source>
            <translation>登记表</translation>
        </message>
        <message numerus="yes">
            <source>reminded %n time(s)</source>
            <translation>
                <numerusform>已催 %n 次</numerusform>
            </translation>
        </message>
        <message>
            <source>still to come</source>
            <translation>未到或少赔</translation>
        </message>
        <message>
            <source>the entry says %1</source>
            <translation>更正单记 %1</translation>
        </message>
        <message>
            <source>what can be done with the line</source>
            <translation>这一行能做的事</translation>
        </message>
        <message>
            <source>↑↓ row · ↵ open case · F2 correct · Ctrl+C copy rows</source>
            <translation>↑↓ 选行 · ↵ 打开售后单 · F2 更正 · Ctrl+C 复制行</translation>
        </message>
        <message>
            <source>↳ %1</source>
            <translation>↳ %1</translation>
        </message>
    </context>
</TS>
