<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>resolution</name>
        <message numerus="yes">
            <source>%n already there</source>
            <translation>
                <numerusform>%n already there</numerusform>
                <numerusform>%n already there</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour</source>
            <translation>
                <numerusform>%n hour</numerusform>
                <numerusform>%n hours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute</source>
            <translation>
                <numerusform>%n minute</numerusform>
                <numerusform>%n minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n point</source>
            <translation>
                <numerusform>%n point</numerusform>
                <numerusform>%n points</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n required evidence missing</source>
            <translation>
                <numerusform>%n piece of required evidence is missing</numerusform>
                <numerusform>%n pieces of required evidence are missing</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n to choose from</source>
            <translation>
                <numerusform>%n to choose from</numerusform>
                <numerusform>%n to choose from</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n to do</source>
            <translation>
                <numerusform>%n to do</numerusform>
                <numerusform>%n to do</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n will run</source>
            <translation>
                <numerusform>%n will run</numerusform>
                <numerusform>%n will run</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>about %n more</source>
            <translation>
                <numerusform>about %n more</numerusform>
                <numerusform>about %n more</numerusform>
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
            <source>barred for %n day</source>
            <translation>
                <numerusform>barred for %n day</numerusform>
                <numerusform>barred for %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>crosses %n node</source>
            <translation>
                <numerusform>crosses %n node</numerusform>
                <numerusform>crosses %n nodes</numerusform>
            </translation>
        </message>
    </context>
</TS>
