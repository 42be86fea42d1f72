<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>packets</name>
        <message numerus="yes">
            <source>%n exhibit(s)</source>
            <translation>
                <numerusform>%n exhibit</numerusform>
                <numerusform>%n exhibits</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n exhibits</source>
            <translation>
                <numerusform>%n exhibit</numerusform>
                <numerusform>%n exhibits</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n item(s)</source>
            <translation>
                <numerusform>%n item</numerusform>
                <numerusform>%n items</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n page(s)</source>
            <translation>
                <numerusform>%n page</numerusform>
                <numerusform>%n pages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n still(s)</source>
            <translation>
                <numerusform>%n still</numerusform>
                <numerusform>%n stills</numerusform>
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
