<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>register_sentences</name>
        <message>
            <source>%1 is no month.</source>
            <translation>%1 不是有效的月份。</translation>
        </message>
        <message>
            <source>Choose another month.</source>
            <translation>请另选一个月份。</translation>
        </message>
        <message>
            <source>Close it from the first of the next month on.</source>
            <translation>下月 1 日起即可月结。</translation>
        </message>
        <message>
            <source>Correct its texts only, or enter it anew.</source>
            <translation>只能更正文字，或重新登记。</translation>
        </message>
        <message>
            <source>Correct the line: the difference is entered in the present month. Or open the month again.</source>
            <translation>请用“更正”，差额记入本月；或先重新打开该月。</translation>
        </message>
        <message>
            <source>Enter an amount of nothing or more, a whole number, or a text.</source>
            <translation>请填不小于 0 的金额、整数或文字。</translation>
        </message>
        <message>
            <source>Enter the amount in the currency of the line.</source>
            <translation>请按该行的币种填写金额。</translation>
        </message>
        <message>
            <source>It follows from the case, or from what is done with it.</source>
            <translation>它随售后单或对该行的操作而变。</translation>
        </message>
        <message>
            <source>Look at it again; somebody opened it.</source>
            <translation>请刷新再看，已有人打开。</translation>
        </message>
        <message>
            <source>Months of this register are not closed.</source>
            <translation>这张登记表不做月结。</translation>
        </message>
        <message>
            <source>Months of this shop are closed (%1); in another time zone they would hold other lines.</source>
            <translation>这家店铺有已结账的月份（%1），换时区后这些月份的登记会变。</translation>
        </message>
        <message>
            <source>Open them again first, change the zone, then close them again.</source>
            <translation>请先重新打开这些月份，改好时区后再结账。</translation>
        </message>
        <message>
            <source>Reload the register.</source>
            <translation>请刷新登记表。</translation>
        </message>
        <message>
            <source>Reviews are answered and items handed over cleared whenever that is.</source>
            <translation>评价随时可回复，交接事项随时可清。</translation>
        </message>
        <message>
            <source>The month %1 is not over yet.</source>
            <translation>%1 还没过完。</translation>
        </message>
        <message>
            <source>The month %1 is open already.</source>
            <translation>%1 已经是打开状态。</translation>
        </message>
        <message>
            <source>The month %1 of this register is closed; its lines stay as they are.</source>
            <translation>这张登记表的 %1 已月结，其中各行不再改动。</translation>
        </message>
        <message>
            <source>This closing of a month is not there.</source>
            <translation>找不到这次月结。</translation>
        </message>
        <message>
            <source>This column is not corrected by hand.</source>
            <translation>这一列不能手工更正。</translation>
        </message>
        <message>
            <source>This line is in another currency.</source>
            <translation>这一行是另一种币种。</translation>
        </message>
        <message>
            <source>This line is not there any more.</source>
            <translation>这一行已不存在。</translation>
        </message>
        <message>
            <source>This line was withdrawn; its amount counts no more.</source>
            <translation>这一行已撤销，金额不再计入。</translation>
        </message>
        <message>
            <source>This value does not fit the column.</source>
            <translation>填写的内容不符合这一列。</translation>
        </message>
    </context>
</TS>
