<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>taking_out</name>
        <message numerus="yes">
            <source>%n file is of a kind that cannot be looked into and goes as it is; the list says so.</source>
            <translation>
                <numerusform>%n file is of a kind that cannot be looked into and goes as it is; the list says so.</numerusform>
                <numerusform>%n files are of kinds that cannot be looked into and go as they are; the list says so.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file taken out to %1</source>
            <translation>
                <numerusform>%n file taken out to %1</numerusform>
                <numerusform>%n files taken out to %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file was left out.</source>
            <translation>
                <numerusform>%n file was left out.</numerusform>
                <numerusform>%n files were left out.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n there</source>
            <translation>
                <numerusform>%n there</numerusform>
                <numerusform>%n there</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Take %n file out</source>
            <translation>
                <numerusform>Take %n file out</numerusform>
                <numerusform>Take %n files out</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>of %n case</source>
            <translation>
                <numerusform>of %n case</numerusform>
                <numerusform>of %n cases</numerusform>
            </translation>
        </message>
    </context>
</TS>
