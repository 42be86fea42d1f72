<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>registers</name>
        <message numerus="yes">
            <source>%1 %2: no answer, %n day(s) over the term</source>
            <translation>
                <numerusform>%1 %2: no answer, %n day over the term</numerusform>
                <numerusform>%1 %2: no answer, %n days over the term</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1: %n line(s), %2</source>
            <translation>
                <numerusform>%1: %n line, %2</numerusform>
                <numerusform>%1: %n lines, %2</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n case(s) of the month are not decided yet</source>
            <translation>
                <numerusform>%n case of the month is not decided yet</numerusform>
                <numerusform>%n cases of the month are not decided yet</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n claim(s): the sheet is made when you print it.</source>
            <translation>
                <numerusform>%n claim: the sheet is made when you print it.</numerusform>
                <numerusform>%n claims: the sheet is made when you print it.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n correction(s)</source>
            <translation>
                <numerusform>%n correction</numerusform>
                <numerusform>%n corrections</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) left</source>
            <translation>
                <numerusform>%n day left</numerusform>
                <numerusform>%n days left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) over</source>
            <translation>
                <numerusform>%n day over</numerusform>
                <numerusform>%n days over</numerusform>
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
            <source>%n line(s)</source>
            <translation>
                <numerusform>%n line</numerusform>
                <numerusform>%n lines</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) are not settled yet; they can be exported first.</source>
            <translation>
                <numerusform>%n line is not settled yet; it can be exported first.</numerusform>
                <numerusform>%n lines are not settled yet; they can be exported first.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) are still open</source>
            <translation>
                <numerusform>%n line is still open</numerusform>
                <numerusform>%n lines are still open</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) in the month</source>
            <translation>
                <numerusform>%n line in the month</numerusform>
                <numerusform>%n lines in the month</numerusform>
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
            <source>%n open</source>
            <translation>
                <numerusform>%n open</numerusform>
                <numerusform>%n open</numerusform>
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
            <source>%n selected</source>
            <translation>
                <numerusform>%n selected</numerusform>
                <numerusform>%n selected</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Corrected by %n later line(s)</source>
            <translation>
                <numerusform>Corrected by %n later line</numerusform>
                <numerusform>Corrected by %n later lines</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Export %n line(s)</source>
            <translation>
                <numerusform>Export %n line</numerusform>
                <numerusform>Export %n lines</numerusform>
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
            <source>reminded %n time(s)</source>
            <translation>
                <numerusform>reminded once</numerusform>
                <numerusform>reminded %n times</numerusform>
            </translation>
        </message>
    </context>
</TS>
