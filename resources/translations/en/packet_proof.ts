<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>packet_proof</name>
        <message numerus="yes">
            <source>and %n more; all are in what is copied</source>
            <translation>
                <numerusform>and %n more; all are in what is copied</numerusform>
                <numerusform>and %n more; all are in what is copied</numerusform>
            </translation>
        </message>
    </context>
</TS>
