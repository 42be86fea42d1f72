<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>hand_over</name>
        <message numerus="yes">
            <source>%1: %n item(s) left already</source>
            <translation>
                <numerusform>%1: %n item left already</numerusform>
                <numerusform>%1: %n items left already</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n due today</source>
            <translation>
                <numerusform>%n due today</numerusform>
                <numerusform>%n due today</numerusform>
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
            <source>%n of earlier mornings still open</source>
            <translation>
                <numerusform>%n of earlier mornings still open</numerusform>
                <numerusform>%n of earlier mornings still open</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n overdue</source>
            <translation>
                <numerusform>%n overdue</numerusform>
                <numerusform>%n overdue</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n resting with snoozed cases</source>
            <translation>
                <numerusform>%n resting with snoozed cases</numerusform>
                <numerusform>%n resting with snoozed cases</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n step(s) of snoozed cases come back when the case wakes.</source>
            <translation>
                <numerusform>%n step of a snoozed case comes back when the case wakes.</numerusform>
                <numerusform>%n steps of snoozed cases come back when the cases wake.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n without a time</source>
            <translation>
                <numerusform>%n without a time</numerusform>
                <numerusform>%n without a time</numerusform>
            </translation>
        </message>
    </context>
</TS>
