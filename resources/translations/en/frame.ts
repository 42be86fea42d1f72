<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>frame</name>
        <message numerus="yes">
            <source>%n open</source>
            <translation>
                <numerusform>%n open</numerusform>
                <numerusform>%n open</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n overdue</source>
            <translation>
                <numerusform>%n overdue</numerusform>
                <numerusform>%n overdue</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n piece(s) of evidence checked</source>
            <translation>
                <numerusform>%n piece of evidence checked</numerusform>
                <numerusform>%n pieces of evidence checked</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Do %n again</source>
            <translation>
                <numerusform>Do %n again</numerusform>
                <numerusform>Do %n again</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Take %n back</source>
            <translation>
                <numerusform>Take %n back</numerusform>
                <numerusform>Take %n back</numerusform>
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
