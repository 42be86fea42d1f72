<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>call_spread</name>
        <message numerus="yes">
            <source>%n call</source>
            <translation>
                <numerusform>%n 个</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n call spread.</source>
            <translation>
                <numerusform>已分摊 %n 个回访。</numerusform>
            </translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Nothing late has to be spread.</source>
            <translation>没有需要分摊的拖期回访。</translation>
        </message>
        <message>
            <source>Spread</source>
            <translation>分摊</translation>
        </message>
        <message numerus="yes">
            <source>Spread %n late call over the coming days</source>
            <translation>
                <numerusform>把 %n 个拖期回访分摊到今后几天</numerusform>
            </translation>
        </message>
        <message>
            <source>The dearest come first, then who waits longest. They stay as late as they are until they are done.</source>
            <translation>等级高的在前，其次是等得最久的。完成之前仍按原来的日子算拖期。</translation>
        </message>
        <message>
            <source>and on until %1</source>
            <translation>其余排到 %1</translation>
        </message>
    </context>
</TS>
