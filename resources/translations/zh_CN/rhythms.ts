<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>rhythms</name>
        <message>
            <source>%1th</source>
            <translation>第 %1 个</translation>
        </message>
        <message>
            <source>Every %1 months on the %2 %3</source>
            <translation>每 %1 个月的%2%3</translation>
        </message>
        <message>
            <source>Every %1 quarters on the %2 %3</source>
            <translation>每 %1 个季度的%2%3</translation>
        </message>
        <message numerus="yes">
            <source>Every %n days</source>
            <translation>
                <numerusform>每 %n 天一次</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Every %n months</source>
            <translation>
                <numerusform>每 %n 个月一次</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Every %n quarters</source>
            <translation>
                <numerusform>每 %n 个季度一次</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Every %n weeks</source>
            <translation>
                <numerusform>每 %n 周一次</numerusform>
            </translation>
        </message>
        <message>
            <source>Every day</source>
            <translation>每天一次</translation>
        </message>
        <message>
            <source>Once a month</source>
            <translation>每月一次</translation>
        </message>
        <message>
            <source>Once a quarter</source>
            <translation>每季度一次</translation>
        </message>
        <message>
            <source>Once a week</source>
            <translation>每周一次</translation>
        </message>
        <message>
            <source>The %1 %2 of every month</source>
            <translation>每月%1%2</translation>
        </message>
        <message>
            <source>The %1 %2 of every quarter</source>
            <translation>每季度%1%2</translation>
        </message>
        <message>
            <source>days</source>
            <translation>天</translation>
        </message>
        <message>
            <source>first</source>
            <translation>第一个</translation>
        </message>
        <message>
            <source>fourth</source>
            <translation>第四个</translation>
        </message>
        <message>
            <source>last</source>
            <translation>最后一个</translation>
        </message>
        <message>
            <source>months</source>
            <translation>个月</translation>
        </message>
        <message>
            <source>quarters</source>
            <translation>个季度</translation>
        </message>
        <message>
            <source>second</source>
            <translation>第二个</translation>
        </message>
        <message>
            <source>third</source>
            <translation>第三个</translation>
        </message>
        <message>
            <source>weeks</source>
            <translation>周</translation>
        </message>
    </context>
</TS>
