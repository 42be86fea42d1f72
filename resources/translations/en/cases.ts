<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>cases</name>
        <message numerus="yes">
            <source>%1 and %n more item(s)</source>
            <translation>
                <numerusform>%1 and %n more item</numerusform>
                <numerusform>%1 and %n more items</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %n case(s)</source>
            <translation>
                <numerusform>%1 of %n case</numerusform>
                <numerusform>%1 of %n cases</numerusform>
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
            <source>%n case(s)</source>
            <translation>
                <numerusform>%n case</numerusform>
                <numerusform>%n cases</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n case(s) in the list</source>
            <translation>
                <numerusform>%n case</numerusform>
                <numerusform>%n cases</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cases are closed. Ask their buyers later whether all is well? %1 plans it.</source>
            <translation>
                <numerusform>%n case is closed. Ask its buyer later whether all is well? %1 plans it.</numerusform>
                <numerusform>%n cases are closed. Ask their buyers later whether all is well? %1 plans it.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n character(s)</source>
            <translation>
                <numerusform>%n character</numerusform>
                <numerusform>%n characters</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n clock(s) changed</source>
            <translation>
                <numerusform>%n clock changed</numerusform>
                <numerusform>%n clocks changed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) before</source>
            <translation>
                <numerusform>%n day before</numerusform>
                <numerusform>%n days before</numerusform>
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
            <source>%n line(s) of the timeline copied</source>
            <translation>
                <numerusform>%n line of the timeline copied</numerusform>
                <numerusform>%n lines of the timeline copied</numerusform>
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
            <source>%n more item(s)</source>
            <translation>
                <numerusform>%n more item</numerusform>
                <numerusform>%n more items</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open case(s)</source>
            <translation>
                <numerusform>%n open case</numerusform>
                <numerusform>%n open cases</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n order(s)</source>
            <translation>
                <numerusform>%n order</numerusform>
                <numerusform>%n orders</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n reply(s) copied</source>
            <translation>
                <numerusform>%n reply copied</numerusform>
                <numerusform>%n replies copied</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n required missing</source>
            <translation>
                <numerusform>%n required missing</numerusform>
                <numerusform>%n required missing</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s)</source>
            <translation>
                <numerusform>%n row</numerusform>
                <numerusform>%n rows</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) copied</source>
            <translation>
                <numerusform>%n row copied</numerusform>
                <numerusform>%n rows copied</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) were left out and can be saved as a file.</source>
            <translation>
                <numerusform>%n row was left out and can be saved as a file.</numerusform>
                <numerusform>%n rows were left out and can be saved as a file.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Export %n case(s)</source>
            <translation>
                <numerusform>Export %n case</numerusform>
                <numerusform>Export %n cases</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Hand over %n case(s)</source>
            <translation>
                <numerusform>Hand over %n case</numerusform>
                <numerusform>Hand over %n cases</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Import %n order(s)</source>
            <translation>
                <numerusform>Import %n order</numerusform>
                <numerusform>Import %n orders</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Plan %n calls</source>
            <translation>
                <numerusform>Plan %n call</numerusform>
                <numerusform>Plan %n calls</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Rename “%1” in %n case(s)</source>
            <translation>
                <numerusform>Rename “%1” in %n case</numerusform>
                <numerusform>Rename “%1” in %n cases</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Tags of %n case(s)</source>
            <translation>
                <numerusform>Tags of %n case</numerusform>
                <numerusform>Tags of %n cases</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>What to change in %n case(s)</source>
            <translation>
                <numerusform>What to change in %n case</numerusform>
                <numerusform>What to change in %n cases</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>in %n case(s)</source>
            <translation>
                <numerusform>in %n case</numerusform>
                <numerusform>in %n cases</numerusform>
            </translation>
        </message>
    </context>
</TS>
