<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>rhythms</name>
        <message numerus="yes">
            <source>Every %n days</source>
            <translation>
                <numerusform>Every day</numerusform>
                <numerusform>Every %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Every %n months</source>
            <translation>
                <numerusform>Every month</numerusform>
                <numerusform>Every %n months</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Every %n quarters</source>
            <translation>
                <numerusform>Every quarter</numerusform>
                <numerusform>Every %n quarters</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Every %n weeks</source>
            <translation>
                <numerusform>Every week</numerusform>
                <numerusform>Every %n weeks</numerusform>
            </translation>
        </message>
    </context>
</TS>
