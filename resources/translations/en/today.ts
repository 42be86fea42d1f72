<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>today</name>
        <message numerus="yes">
            <source>%n day(s) late</source>
            <translation>
                <numerusform>%n d late</numerusform>
                <numerusform>%n d late</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n made today</source>
            <translation>
                <numerusform>%n made today</numerusform>
                <numerusform>%n made today</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more left out</source>
            <translation>
                <numerusform>%n more left out</numerusform>
                <numerusform>%n more left out</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of them late</source>
            <translation>
                <numerusform>%n of them late</numerusform>
                <numerusform>%n of them late</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n piece(s) of evidence not as imported</source>
            <translation>
                <numerusform>%n piece of evidence not as imported</numerusform>
                <numerusform>%n pieces of evidence not as imported</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n without a due time</source>
            <translation>
                <numerusform>%n without a due time</numerusform>
                <numerusform>%n without a due time</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>All %n</source>
            <translation>
                <numerusform>All %n</numerusform>
                <numerusform>All %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Last check of data and evidence %n day(s) ago</source>
            <translation>
                <numerusform>Last check of data and evidence %n day ago</numerusform>
                <numerusform>Last check of data and evidence %n days ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>no answer %n×</source>
            <translation>
                <numerusform>no answer %n×</numerusform>
                <numerusform>no answer %n×</numerusform>
            </translation>
        </message>
    </context>
</TS>
