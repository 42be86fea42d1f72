<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>integrity</name>
        <message numerus="yes">
            <source>%n piece(s) of evidence as imported again</source>
            <translation>
                <numerusform>%n piece of evidence as imported again</numerusform>
                <numerusform>%n pieces of evidence as imported again</numerusform>
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
            <source>%n piece(s) of evidence not as imported: %1</source>
            <translation>
                <numerusform>%n piece of evidence not as imported: %1</numerusform>
                <numerusform>%n pieces of evidence not as imported: %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Not read yet: %n</source>
            <translation>
                <numerusform>Not read yet: %n</numerusform>
                <numerusform>Not read yet: %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Read: %n piece(s) of evidence, %1 (%2 bytes)</source>
            <translation>
                <numerusform>Read: %n piece of evidence, %1 (%2 bytes)</numerusform>
                <numerusform>Read: %n pieces of evidence, %1 (%2 bytes)</numerusform>
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
