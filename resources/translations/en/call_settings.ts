<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>call_settings</name>
        <message numerus="yes">
            <source>%n call-back moved off these days.</source>
            <translation>
                <numerusform>%n call-back moved off these days.</numerusform>
                <numerusform>%n call-backs moved off these days.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n call-back planned anew.</source>
            <translation>
                <numerusform>%n call-back planned anew.</numerusform>
                <numerusform>%n call-backs planned anew.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n planned call-back would get another day by these choices.</source>
            <translation>
                <numerusform>%n planned call-back would get another day by these choices.</numerusform>
                <numerusform>%n planned call-backs would get another day by these choices.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n promise stays on its day.</source>
            <translation>
                <numerusform>%n promise stays on its day.</numerusform>
                <numerusform>%n promises stay on their days.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n stays on the day somebody chose.</source>
            <translation>
                <numerusform>%n stays on the day somebody chose.</numerusform>
                <numerusform>%n stay on the day somebody chose.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Would propose %n buyer now</source>
            <translation>
                <numerusform>Would propose %n buyer now</numerusform>
                <numerusform>Would propose %n buyers now</numerusform>
            </translation>
        </message>
    </context>
</TS>
