<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>checklist</name>
        <message numerus="yes">
            <source> and %n more</source>
            <translation>
                <numerusform> and %n more</numerusform>
                <numerusform> and %n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 and %n more</source>
            <translation>
                <numerusform>%1 and %n more</numerusform>
                <numerusform>%1 and %n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n need(s) marked as asked.</source>
            <translation>
                <numerusform>%n need marked as asked.</numerusform>
                <numerusform>%n needs marked as asked.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n required missing</source>
            <translation>
                <numerusform>%n required missing</numerusform>
                <numerusform>%n required missing</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Last asked %1 by %2, %n time(s) in all</source>
            <translation>
                <numerusform>Last asked %1 by %2, once</numerusform>
                <numerusform>Last asked %1 by %2, %n times in all</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>asked %1 · %n times</source>
            <translation>
                <numerusform>asked %1 · once</numerusform>
                <numerusform>asked %1 · %n times</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>asked %n day(s) ago, not received</source>
            <translation>
                <numerusform>asked %n day ago, not received</numerusform>
                <numerusform>asked %n days ago, not received</numerusform>
            </translation>
        </message>
    </context>
</TS>
