<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>frame</name>
        <message>
            <source>Back</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Back to the list</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Backup %1</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Case, order, buyer, page or command</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Command</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Everywhere</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>F1 shortcuts</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Find or run</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Found</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Look at the evidence</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Move to another row</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing found for “%1”</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Page</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Quit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Saved on this PC %1</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Select many</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Shop</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Shortcuts</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Show window</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Stop</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Undo %1</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Working: %1</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
</TS>
