<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>today</name>
        <message numerus="yes">
            <source>%1 sent goods back %n time(s) in %2 days</source>
            <translation>
                <numerusform>%1 sent goods back %n time in %2 days</numerusform>
                <numerusform>%1 sent goods back %n times in %2 days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1: %n buyer(s) in %2 days</source>
            <translation>
                <numerusform>%1: %n buyer in %2 days</numerusform>
                <numerusform>%1: %n buyers in %2 days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1: severe fault, %n buyer(s) in %2 days</source>
            <translation>
                <numerusform>%1: severe fault, %n buyer in %2 days</numerusform>
                <numerusform>%1: severe fault, %n buyers in %2 days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n alarm(s) put off until tomorrow</source>
            <translation>
                <numerusform>%n alarm put off until tomorrow</numerusform>
                <numerusform>%n alarms put off until tomorrow</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n bad review(s) without an answer</source>
            <translation>
                <numerusform>%n bad review without an answer</numerusform>
                <numerusform>%n bad reviews without an answer</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n call(s) made</source>
            <translation>
                <numerusform>%n call made</numerusform>
                <numerusform>%n calls made</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n claim(s) on carriers not handed in</source>
            <translation>
                <numerusform>%n claim on carriers not handed in</numerusform>
                <numerusform>%n claims on carriers not handed in</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n claim(s) on carriers without an answer in time</source>
            <translation>
                <numerusform>%n claim on carriers without an answer in time</numerusform>
                <numerusform>%n claims on carriers without an answer in time</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n d here</source>
            <translation>
                <numerusform>%n d here</numerusform>
                <numerusform>%n d here</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) late</source>
            <translation>
                <numerusform>%n d late</numerusform>
                <numerusform>%n d late</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) of the month are left</source>
            <translation>
                <numerusform>%n day of the month is left</numerusform>
                <numerusform>%n days of the month are left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n done</source>
            <translation>
                <numerusform>%n done</numerusform>
                <numerusform>%n done</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n from earlier mornings</source>
            <translation>
                <numerusform>%n from earlier mornings</numerusform>
                <numerusform>%n from earlier mornings</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n good review(s) of today and yesterday name a problem</source>
            <translation>
                <numerusform>%n good review of today and yesterday names a problem</numerusform>
                <numerusform>%n good reviews of today and yesterday name a problem</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n invoice(s) late</source>
            <translation>
                <numerusform>%n invoice late</numerusform>
                <numerusform>%n invoices late</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n item(s) of the hand-over cleared</source>
            <translation>
                <numerusform>%n item of the hand-over cleared</numerusform>
                <numerusform>%n items of the hand-over cleared</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n left out, see below · %1</source>
            <translation>
                <numerusform>%n left out, see below · %1</numerusform>
                <numerusform>%n left out, see below · %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n made today</source>
            <translation>
                <numerusform>%n made today</numerusform>
                <numerusform>%n made today</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more left out</source>
            <translation>
                <numerusform>%n more left out</numerusform>
                <numerusform>%n more left out</numerusform>
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
            <source>%n of them late</source>
            <translation>
                <numerusform>%n of them late</numerusform>
                <numerusform>%n of them late</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n parcel(s) without an owner can be matched now</source>
            <translation>
                <numerusform>%n parcel without an owner can be matched now</numerusform>
                <numerusform>%n parcels without an owner can be matched now</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n parcel(s) without an owner: look again</source>
            <translation>
                <numerusform>%n parcel without an owner: look again</numerusform>
                <numerusform>%n parcels without an owner: look again</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n piece(s) of evidence not as imported</source>
            <translation>
                <numerusform>%n piece of evidence not as imported</numerusform>
                <numerusform>%n pieces of evidence not as imported</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n point(s) more expected</source>
            <translation>
                <numerusform>%n point more expected</numerusform>
                <numerusform>%n points more expected</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n put off until tomorrow</source>
            <translation>
                <numerusform>%n put off until tomorrow</numerusform>
                <numerusform>%n put off until tomorrow</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n register(s) with %1 line(s)</source>
            <translation>
                <numerusform>%n register with %1 line</numerusform>
                <numerusform>%n registers with %1 lines</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n report(s) · check the stock, tell the supplier</source>
            <translation>
                <numerusform>%n report · check the stock, tell the supplier</numerusform>
                <numerusform>%n reports · check the stock, tell the supplier</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n step(s) still due</source>
            <translation>
                <numerusform>%n step still due</numerusform>
                <numerusform>%n steps still due</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n without an owner</source>
            <translation>
                <numerusform>%n without an owner</numerusform>
                <numerusform>%n without an owner</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>All %n</source>
            <translation>
                <numerusform>All %n</numerusform>
                <numerusform>All %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Last check of data and evidence %n day(s) ago</source>
            <translation>
                <numerusform>Last check of data and evidence %n day ago</numerusform>
                <numerusform>Last check of data and evidence %n days ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>no answer %n×</source>
            <translation>
                <numerusform>no answer %n×</numerusform>
                <numerusform>no answer %n×</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>until tomorrow %1, %n in all</source>
            <translation>
                <numerusform>until tomorrow %1, %n in all</numerusform>
                <numerusform>until tomorrow %1, %n in all</numerusform>
            </translation>
        </message>
    </context>
</TS>
