<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>batches</name>
        <message>
            <source>%1 lines written to %2</source>
            <translation>已写出 %1 行：%2</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>%1 · severe and confirmed</source>
            <translation>%1 · 严重，已确认</translation>
        </message>
        <message>
            <source>%1, %2: %3</source>
            <translation>%1，%2：%3</translation>
        </message>
        <message numerus="yes">
            <source>%n buyer(s) reported it</source>
            <translation>
                <numerusform>%n 位买家反馈</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message>
            <source>A fault marked as severe rings at once: R003-19.</source>
            <translation>标为严重的问题随时预警：R003-19。</translation>
        </message>
        <message>
            <source>Alarm of this batch…</source>
            <translation>查看批次预警…</translation>
        </message>
        <message>
            <source>Batch alarm</source>
            <translation>批次预警</translation>
        </message>
        <message>
            <source>Batch alarm: %1</source>
            <translation>批次预警：%1</translation>
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
            <source>Choose a line.</source>
            <translation>请先选一条。</translation>
        </message>
        <message>
            <source>Choose a single line.</source>
            <translation>请只选一条。</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Days within which they report it</source>
            <translation>多少天内的反馈</translation>
        </message>
        <message>
            <source>Distinct buyers on one style and batch</source>
            <translation>同款同批的买家数</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>已处理</translation>
        </message>
        <message>
            <source>Excel workbook</source>
            <translation>Excel 工作簿</translation>
        </message>
        <message>
            <source>First reported: %1, last: %2.</source>
            <translation>首次反馈：%1，最近：%2。</translation>
        </message>
        <message>
            <source>It has %1 characters, at most %2 fit.</source>
            <translation>现有 %1 字，最多 %2 字。</translation>
        </message>
        <message>
            <source>It rings again by reports that came after that.</source>
            <translation>之后又有新的反馈，再次预警。</translation>
        </message>
        <message>
            <source>It rings again when later reports are enough by themselves, or one of them is severe.</source>
            <translation>以后新的反馈够数，或有一条严重，会再次预警。</translation>
        </message>
        <message>
            <source>Its reports were withdrawn or are too long ago, or the rule was changed.</source>
            <translation>反馈已撤销或时间已久，或规则改过。</translation>
        </message>
        <message>
            <source>Neither style nor item is noted.</source>
            <translation>没有注明款号和商品。</translation>
        </message>
        <message>
            <source>Not severe</source>
            <translation>不算严重</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Nothing says what was done.</source>
            <translation>没有写明怎么处理的。</translation>
        </message>
        <message>
            <source>Open case</source>
            <translation>打开售后单</translation>
        </message>
        <message>
            <source>Photos</source>
            <translation>照片</translation>
        </message>
        <message>
            <source>Problem</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>Report for the supplier…</source>
            <translation>给供应商的反馈单…</translation>
        </message>
        <message>
            <source>Reported</source>
            <translation>反馈时间</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>反馈</translation>
        </message>
        <message>
            <source>Rings at</source>
            <translation>预警条件</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Save XLSX</source>
            <translation>保存为 XLSX</translation>
        </message>
        <message>
            <source>Save XLSX…</source>
            <translation>保存为 XLSX…</translation>
        </message>
        <message>
            <source>Severe</source>
            <translation>严重</translation>
        </message>
        <message>
            <source>Severe, confirmed</source>
            <translation>严重，已确认</translation>
        </message>
        <message>
            <source>Style not noted</source>
            <translation>未注明款号</translation>
        </message>
        <message>
            <source>The batch is taken off sale</source>
            <translation>这批货已下架</translation>
        </message>
        <message>
            <source>The supplier is told</source>
            <translation>已告知供应商</translation>
        </message>
        <message>
            <source>There is no alarm about %1 any more</source>
            <translation>%1 已没有批次预警</translation>
        </message>
        <message>
            <source>There is no alarm about this style and batch.</source>
            <translation>这个款号和批次没有预警。</translation>
        </message>
        <message>
            <source>This cannot be the rule of the batch alarm.</source>
            <translation>批次预警规则不能这样设。</translation>
        </message>
        <message>
            <source>Tick what was done, or write a note.</source>
            <translation>请勾选已做的处理，或写一句备注。</translation>
        </message>
        <message>
            <source>Week for purchasing…</source>
            <translation>给采购的周汇总…</translation>
        </message>
        <message>
            <source>What was done</source>
            <translation>处理情况</translation>
        </message>
        <message>
            <source>What was done…</source>
            <translation>登记处理情况…</translation>
        </message>
        <message>
            <source>Within</source>
            <translation>时间范围</translation>
        </message>
        <message>
            <source>Write a whole number from 1 to 100.</source>
            <translation>请填 1 到 100 的整数。</translation>
        </message>
        <message>
            <source>Write a whole number from 1 to 365.</source>
            <translation>请填 1 到 365 的整数。</translation>
        </message>
        <message>
            <source>batch not noted</source>
            <translation>未注明批次</translation>
        </message>
        <message>
            <source>buyers on one style and batch</source>
            <translation>位买家反馈同款同批</translation>
        </message>
        <message>
            <source>days</source>
            <translation>天内</translation>
        </message>
        <message>
            <source>of quality reports</source>
            <translation>同款同批的质量反馈</translation>
        </message>
        <message>
            <source>severe</source>
            <translation>严重</translation>
        </message>
        <message>
            <source>supplier told</source>
            <translation>已告知供应商</translation>
        </message>
        <message>
            <source>taken off sale</source>
            <translation>已下架停售</translation>
        </message>
    </context>
</TS>
