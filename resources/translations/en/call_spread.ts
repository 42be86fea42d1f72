<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>call_spread</name>
        <message numerus="yes">
            <source>%n call</source>
            <translation>
                <numerusform>%n call</numerusform>
                <numerusform>%n calls</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n call spread.</source>
            <translation>
                <numerusform>%n call spread.</numerusform>
                <numerusform>%n calls spread.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Spread %n late call over the coming days</source>
            <translation>
                <numerusform>Spread %n late call over the coming days</numerusform>
                <numerusform>Spread %n late calls over the coming days</numerusform>
            </translation>
        </message>
    </context>
</TS>
