<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>receiving</name>
        <message numerus="yes">
            <source>%n expected</source>
            <translation>
                <numerusform>%n expected</numerusform>
                <numerusform>%n expected</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n parcel(s)</source>
            <translation>
                <numerusform>%n parcel</numerusform>
                <numerusform>%n parcels</numerusform>
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
            <source>The buyer pays the surcharge: sent again %n time(s) before (rule R003-41).</source>
            <translation>
                <numerusform>The buyer pays the surcharge: sent again once before (rule R003-41).</numerusform>
                <numerusform>The buyer pays the surcharge: sent again %n times before (rule R003-41).</numerusform>
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
