<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>case_life</name>
        <message numerus="yes">
            <source>%n case(s) archived, done for %1 days</source>
            <translation>
                <numerusform>%n case archived, done for %1 days</numerusform>
                <numerusform>%n cases archived, done for %1 days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n case(s) are so already</source>
            <translation>
                <numerusform>%n case is so already</numerusform>
                <numerusform>%n cases are so already</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n case(s): %1</source>
            <translation>
                <numerusform>%n case: %1</numerusform>
                <numerusform>%n cases: %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n snoozed case(s) woke: %1</source>
            <translation>
                <numerusform>%n snoozed case woke: %1</numerusform>
                <numerusform>%n snoozed cases woke: %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n step(s) stay open</source>
            <translation>
                <numerusform>%n step stays open</numerusform>
                <numerusform>%n steps stay open</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Merge %n case(s)</source>
            <translation>
                <numerusform>Merge %n case</numerusform>
                <numerusform>Merge %n cases</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Set %n case(s) to %1</source>
            <translation>
                <numerusform>Set %n case to %1</numerusform>
                <numerusform>Set %n cases to %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Snooze %n case(s)</source>
            <translation>
                <numerusform>Snooze %n case</numerusform>
                <numerusform>Snooze %n cases</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
</TS>
