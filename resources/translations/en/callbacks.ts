<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>callbacks</name>
        <message numerus="yes">
            <source>%n VIP buyer</source>
            <translation>
                <numerusform>%n VIP buyer</numerusform>
                <numerusform>%n VIP buyers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n buyer</source>
            <translation>
                <numerusform>%n buyer</numerusform>
                <numerusform>%n buyers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n call-back</source>
            <translation>
                <numerusform>%n call-back</numerusform>
                <numerusform>%n call-backs</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n call-back shown</source>
            <translation>
                <numerusform>%n call-back shown</numerusform>
                <numerusform>%n call-backs shown</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n call-back stands more than a year ahead</source>
            <translation>
                <numerusform>%n call-back stands more than a year ahead</numerusform>
                <numerusform>%n call-backs stand more than a year ahead</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n call-back was written by a newer version of the program</source>
            <translation>
                <numerusform>%n call-back was written by a newer version of the program</numerusform>
                <numerusform>%n call-backs were written by a newer version of the program</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n case</source>
            <translation>
                <numerusform>%n case</numerusform>
                <numerusform>%n cases</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day late</source>
            <translation>
                <numerusform>%n day late</numerusform>
                <numerusform>%n days late</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n more</numerusform>
                <numerusform>%n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n order</source>
            <translation>
                <numerusform>%n order</numerusform>
                <numerusform>%n orders</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Of %n call in which the buyer said so, in the month shown.</source>
            <translation>
                <numerusform>Of %n call in which the buyer said so, in the month shown.</numerusform>
                <numerusform>Of %n calls in which the buyer said so, in the month shown.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>no answer %n×</source>
            <translation>
                <numerusform>no answer</numerusform>
                <numerusform>no answer %n×</numerusform>
            </translation>
        </message>
    </context>
</TS>
