<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>claims</name>
        <message numerus="yes">
            <source>%1: %n claim, %2 in all.</source>
            <translation>
                <numerusform>%1: %n claim, %2 in all.</numerusform>
                <numerusform>%1: %n claims, %2 in all.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n claim has no amount yet and is in no total.</source>
            <translation>
                <numerusform>%n claim has no amount yet and is in no total.</numerusform>
                <numerusform>%n claims have no amount yet and are in no total.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n claims handed in</source>
            <translation>
                <numerusform>%n claim handed in</numerusform>
                <numerusform>%n claims handed in</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Answers late: %1, the latest by %n day.</source>
            <translation>
                <numerusform>Answers late: %1, the latest by %n day.</numerusform>
                <numerusform>Answers late: %1, the latest by %n days.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Reminded %n time before.</source>
            <translation>
                <numerusform>Reminded %n time before.</numerusform>
                <numerusform>Reminded %n times before.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>no campaigns for %n day</source>
            <translation>
                <numerusform>no campaigns for %n day</numerusform>
                <numerusform>no campaigns for %n days</numerusform>
            </translation>
        </message>
    </context>
</TS>
