<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>evidence</name>
        <message numerus="yes">
            <source>%1 · %n page</source>
            <translation>
                <numerusform>%1 · %n page</numerusform>
                <numerusform>%1 · %n pages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n added</source>
            <translation>
                <numerusform>%n added</numerusform>
                <numerusform>%n added</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n already in this case</source>
            <translation>
                <numerusform>%n already in this case</numerusform>
                <numerusform>%n already in this case</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n item</source>
            <translation>
                <numerusform>%n item</numerusform>
                <numerusform>%n items</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not as imported</source>
            <translation>
                <numerusform>%n not as imported</numerusform>
                <numerusform>%n not as imported</numerusform>
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
            <source>%n page</source>
            <translation>
                <numerusform>%n page</numerusform>
                <numerusform>%n pages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n selected</source>
            <translation>
                <numerusform>%n selected</numerusform>
                <numerusform>%n selected</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n verified, %1 not as imported</source>
            <translation>
                <numerusform>%n verified, %1 not as imported</numerusform>
                <numerusform>%n verified, %1 not as imported</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n verified, %1, all as imported</source>
            <translation>
                <numerusform>%n verified, %1, all as imported</numerusform>
                <numerusform>%n verified, %1, all as imported</numerusform>
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
