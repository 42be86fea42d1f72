<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>reminders</name>
        <message numerus="yes">
            <source>%1, in %n minute(s)</source>
            <translation>
                <numerusform>%1, in %n minute</numerusform>
                <numerusform>%1, in %n minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n appointment(s) passed while nobody was told; they are still to be done.</source>
            <translation>
                <numerusform>%n appointment passed while nobody was told; it is still to be done.</numerusform>
                <numerusform>%n appointments passed while nobody was told; they are still to be done.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n call-back(s)</source>
            <translation>
                <numerusform>%n call-back</numerusform>
                <numerusform>%n call-backs</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n call-back(s) between %1 and %2</source>
            <translation>
                <numerusform>%n call-back between %1 and %2</numerusform>
                <numerusform>%n call-backs between %1 and %2</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n call-back(s) today</source>
            <translation>
                <numerusform>%n call-back today</numerusform>
                <numerusform>%n call-backs today</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s) before</source>
            <translation>
                <numerusform>%n hour before</numerusform>
                <numerusform>%n hours before</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n late</source>
            <translation>
                <numerusform>%n late</numerusform>
                <numerusform>%n late</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s) before</source>
            <translation>
                <numerusform>%n minute before</numerusform>
                <numerusform>%n minutes before</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n old calendar file(s) removed</source>
            <translation>
                <numerusform>%n old calendar file removed</numerusform>
                <numerusform>%n old calendar files removed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n promise(s) among them</source>
            <translation>
                <numerusform>%n promise among them</numerusform>
                <numerusform>%n promises among them</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n red</source>
            <translation>
                <numerusform>%n red</numerusform>
                <numerusform>%n red</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n yellow</source>
            <translation>
                <numerusform>%n yellow</numerusform>
                <numerusform>%n yellow</numerusform>
            </translation>
        </message>
    </context>
</TS>
