<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>call_lists</name>
        <message>
            <source>%1 rows written to %2</source>
            <translation>%1 行已写入 %2</translation>
        </message>
        <message>
            <source>Both</source>
            <translation>双语</translation>
        </message>
        <message>
            <source>Buyers who opted out never stand on it. With the filters of the page.</source>
            <translation>拒绝回访的买家不会出现；按页面的筛选打印。</translation>
        </message>
        <message>
            <source>Call list saved as %1</source>
            <translation>回访单已存为 %1</translation>
        </message>
        <message>
            <source>Call list sent to the printer</source>
            <translation>回访单已送打印机</translation>
        </message>
        <message>
            <source>Calls of</source>
            <translation>范围</translation>
        </message>
        <message>
            <source>Choose another day or month, or take the filters away.</source>
            <translation>换一天或一个月，或清除筛选。</translation>
        </message>
        <message>
            <source>Excel workbook, phone numbers masked</source>
            <translation>Excel 工作簿，电话打码</translation>
        </message>
        <message>
            <source>Excel workbook, whole phone numbers</source>
            <translation>Excel 工作簿，完整电话</translation>
        </message>
        <message>
            <source>Export call-backs</source>
            <translation>导出回访</translation>
        </message>
        <message>
            <source>Export calls made</source>
            <translation>导出回访记录</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Masked</source>
            <translation>打码</translation>
        </message>
        <message>
            <source>Nothing is left to do in %1</source>
            <translation>%1 没有待回访的买家</translation>
        </message>
        <message>
            <source>Nothing is left to do on %1</source>
            <translation>%1 没有待回访的买家</translation>
        </message>
        <message>
            <source>Phones</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Sheet</source>
            <translation>纸张</translation>
        </message>
        <message>
            <source>Signs no font has, drawn as boxes: %1</source>
            <translation>字体里没有、打成方框的字符：%1</translation>
        </message>
        <message>
            <source>Whole</source>
            <translation>完整</translation>
        </message>
    </context>
</TS>
