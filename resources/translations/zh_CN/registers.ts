<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>registers</name>
        <message>
            <source>%1 selected %2</source>
            <translation>选中 %1 条 %2</translation>
        </message>
        <message numerus="yes">
            <source>%n entry(s)</source>
            <translation>
                <numerusform>%n 条</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Buyer</source>
            <translation>买家</translation>
        </message>
        <message>
            <source>By</source>
            <translation>经手</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>售后单</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Entered</source>
            <translation>登记</translation>
        </message>
        <message>
            <source>Entries of the month</source>
            <translation>本月登记</translation>
        </message>
        <message>
            <source>Next month</source>
            <translation>下个月</translation>
        </message>
        <message>
            <source>Nothing was entered this month. The wizard writes here when it finishes.</source>
            <translation>这个月还没有登记。处理向导完成时会写到这里。</translation>
        </message>
        <message>
            <source>Previous month</source>
            <translation>上个月</translation>
        </message>
        <message>
            <source>Registers</source>
            <translation>登记表</translation>
        </message>
        <message>
            <source>Statement of carrier claims…</source>
            <translation>快递理赔对账单…</translation>
        </message>
        <message>
            <source>This month</source>
            <translation>本月</translation>
        </message>
        <message>
            <source>Up and down: row · Enter: open the case</source>
            <translation>上下选行 · ↵ 打开售后单</translation>
        </message>
    </context>
</TS>
