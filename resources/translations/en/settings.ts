<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>settings</name>
        <message numerus="yes">
            <source>%1: %n day(s)</source>
            <translation>
                <numerusform>%1: %n day</numerusform>
                <numerusform>%1: %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n could not be evaluated.</source>
            <translation>
                <numerusform>%n could not be evaluated.</numerusform>
                <numerusform>%n could not be evaluated.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n example of its own</source>
            <translation>
                <numerusform>%n example of its own</numerusform>
                <numerusform>%n examples of its own</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n missing</source>
            <translation>
                <numerusform>%n missing</numerusform>
                <numerusform>%n missing</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n more</numerusform>
                <numerusform>%n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not as imported</source>
            <translation>
                <numerusform>%n not as imported</numerusform>
                <numerusform>%n not as imported</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open case would differ.</source>
            <translation>
                <numerusform>%n open case would differ.</numerusform>
                <numerusform>%n open cases would differ.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n to verify</source>
            <translation>
                <numerusform>%n to verify</numerusform>
                <numerusform>%n to verify</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Empty: %n day(s), as for every carrier.</source>
            <translation>
                <numerusform>Empty: %n day, as for every carrier.</numerusform>
                <numerusform>Empty: %n days, as for every carrier.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Empty: %n day(s), from %1.</source>
            <translation>
                <numerusform>Empty: %n day, from %1.</numerusform>
                <numerusform>Empty: %n days, from %1.</numerusform>
            </translation>
        </message>
    </context>
</TS>
