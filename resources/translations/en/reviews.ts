<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>reviews</name>
        <message numerus="yes">
            <source>%n bad</source>
            <translation>
                <numerusform>%n bad</numerusform>
                <numerusform>%n bad</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n blank(s) to fill in</source>
            <translation>
                <numerusform>%n blank to fill in</numerusform>
                <numerusform>%n blanks to fill in</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n get their reply</source>
            <translation>
                <numerusform>%n gets its reply</numerusform>
                <numerusform>%n get their reply</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n good one(s) name a problem</source>
            <translation>
                <numerusform>%n good one names a problem</numerusform>
                <numerusform>%n good ones name a problem</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n known already</source>
            <translation>
                <numerusform>%n known already</numerusform>
                <numerusform>%n known already</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n may press for money</source>
            <translation>
                <numerusform>%n may press for money</numerusform>
                <numerusform>%n may press for money</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new</source>
            <translation>
                <numerusform>%n new</numerusform>
                <numerusform>%n new</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of an order of the shop</source>
            <translation>
                <numerusform>%n of an order of the shop</numerusform>
                <numerusform>%n of an order of the shop</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) left out</source>
            <translation>
                <numerusform>%n row left out</numerusform>
                <numerusform>%n rows left out</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Take in %n</source>
            <translation>
                <numerusform>Take in %n</numerusform>
                <numerusform>Take in %n</numerusform>
            </translation>
        </message>
    </context>
</TS>
