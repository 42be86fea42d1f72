<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>sheets</name>
        <message numerus="yes">
            <source>%n cannot be</source>
            <translation>
                <numerusform>%n cannot be</numerusform>
                <numerusform>%n cannot be</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n detail(s) of people leave the shop</source>
            <translation>
                <numerusform>%n detail of people leaves the shop</numerusform>
                <numerusform>%n details of people leave the shop</numerusform>
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
            <source>%n packet(s) saved</source>
            <translation>
                <numerusform>%n packet saved</numerusform>
                <numerusform>%n packets saved</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n packet(s) sent to the printer</source>
            <translation>
                <numerusform>%n packet sent to the printer</numerusform>
                <numerusform>%n packets sent to the printer</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n page(s)</source>
            <translation>
                <numerusform>%n page</numerusform>
                <numerusform>%n pages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ready</source>
            <translation>
                <numerusform>%n ready</numerusform>
                <numerusform>%n ready</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Packets of %n case(s)</source>
            <translation>
                <numerusform>Packet of %n case</numerusform>
                <numerusform>Packets of %n cases</numerusform>
            </translation>
        </message>
    </context>
</TS>
