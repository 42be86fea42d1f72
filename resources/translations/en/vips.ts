<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>vips</name>
        <message numerus="yes">
            <source>Proposed by the rules: %n…</source>
            <translation>
                <numerusform>Proposed by the rules: %n…</numerusform>
                <numerusform>Proposed by the rules: %n…</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>VIP buyers · %n proposed</source>
            <translation>
                <numerusform>VIP buyers · %n proposed</numerusform>
                <numerusform>VIP buyers · %n proposed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>last %n days</source>
            <translation>
                <numerusform>last day</numerusform>
                <numerusform>last %n days</numerusform>
            </translation>
        </message>
    </context>
</TS>
