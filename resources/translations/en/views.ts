<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>views</name>
        <message numerus="yes">
            <source>%n handler(s) who left</source>
            <translation>
                <numerusform>%n handler who left</numerusform>
                <numerusform>%n handlers who left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n shop(s) that are gone</source>
            <translation>
                <numerusform>%n shop that is gone</numerusform>
                <numerusform>%n shops that are gone</numerusform>
            </translation>
        </message>
    </context>
</TS>
