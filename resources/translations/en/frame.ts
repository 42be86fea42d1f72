<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>frame</name>
        <message numerus="yes">
            <source>%n piece(s) of evidence checked</source>
            <translation>
                <numerusform>%n piece of evidence checked</numerusform>
                <numerusform>%n pieces of evidence checked</numerusform>
            </translation>
        </message>
    </context>
</TS>
