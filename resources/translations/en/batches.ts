<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>batches</name>
        <message numerus="yes">
            <source>%n buyer(s) reported it</source>
            <translation>
                <numerusform>%n buyer reported it</numerusform>
                <numerusform>%n buyers reported it</numerusform>
            </translation>
        </message>
    </context>
</TS>
