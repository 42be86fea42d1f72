<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>weights</name>
        <message numerus="yes">
            <source>%n item(s) imported.</source>
            <translation>
                <numerusform>%n item imported.</numerusform>
                <numerusform>%n items imported.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n item(s) written to %1.</source>
            <translation>
                <numerusform>%n item written to %1.</numerusform>
                <numerusform>%n items written to %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n piece(s)</source>
            <translation>
                <numerusform>%n piece</numerusform>
                <numerusform>%n pieces</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n piece(s) + packing</source>
            <translation>
                <numerusform>%n piece + packing</numerusform>
                <numerusform>%n pieces + packing</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n piece(s) may be missing</source>
            <translation>
                <numerusform>%n piece may be missing</numerusform>
                <numerusform>%n pieces may be missing</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>fits all %n piece(s)</source>
            <translation>
                <numerusform>fits %n piece</numerusform>
                <numerusform>fits all %n pieces</numerusform>
            </translation>
        </message>
    </context>
</TS>
