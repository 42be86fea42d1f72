<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>arrivals</name>
        <message numerus="yes">
            <source>%n file arrived</source>
            <translation>
                <numerusform>%n file arrived</numerusform>
                <numerusform>%n files arrived</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file dismissed; it stays where it is.</source>
            <translation>
                <numerusform>%n file dismissed; it stays where it is.</numerusform>
                <numerusform>%n files dismissed; they stay where they are.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting file was deleted or changed: %1</source>
            <translation>
                <numerusform>%n waiting file was deleted or changed: %1</numerusform>
                <numerusform>%n waiting files were deleted or changed: %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Add %n to this case</source>
            <translation>
                <numerusform>Add %n to this case</numerusform>
                <numerusform>Add %n to this case</numerusform>
            </translation>
        </message>
    </context>
</TS>
