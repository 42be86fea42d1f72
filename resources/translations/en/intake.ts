<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>intake</name>
        <message numerus="yes">
            <source>%n already in this case</source>
            <translation>
                <numerusform>%n already in this case</numerusform>
                <numerusform>%n already in this case</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) are still to be added</source>
            <translation>
                <numerusform>%n file is still to be added</numerusform>
                <numerusform>%n files are still to be added</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not kept</source>
            <translation>
                <numerusform>%n not kept</numerusform>
                <numerusform>%n not kept</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n piece(s) of evidence added</source>
            <translation>
                <numerusform>%n piece of evidence added</numerusform>
                <numerusform>%n pieces of evidence added</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Take the files out of %n archives?</source>
            <translation>
                <numerusform>Take the files out of %n archive?</numerusform>
                <numerusform>Take the files out of %n archives?</numerusform>
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
