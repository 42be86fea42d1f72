<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>chats</name>
        <message numerus="yes">
            <source>%n line belongs to no message; it is in the original.</source>
            <translation>
                <numerusform>%n line belongs to no message; it is in the original.</numerusform>
                <numerusform>%n lines belong to no message; they are in the original.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message</source>
            <translation>
                <numerusform>%n message</numerusform>
                <numerusform>%n messages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n page</source>
            <translation>
                <numerusform>%n page</numerusform>
                <numerusform>%n pages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n picture is left out: it is the same as another.</source>
            <translation>
                <numerusform>%n picture is left out: it is the same as another.</numerusform>
                <numerusform>%n pictures are left out: they are the same as others.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row overlaps, as you set it.</source>
            <translation>
                <numerusform>%n row overlaps, as you set it.</numerusform>
                <numerusform>%n rows overlap, as you set it.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row seems to be in both. Compare, and move the line if need be.</source>
            <translation>
                <numerusform>%n row seems to be in both. Compare, and move the line if need be.</numerusform>
                <numerusform>%n rows seem to be in both. Compare, and move the line if need be.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n seam needs a look.</source>
            <translation>
                <numerusform>%n seam needs a look.</numerusform>
                <numerusform>%n seams need a look.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Chat, %n screenshot joined</source>
            <translation>
                <numerusform>Chat, %n screenshot</numerusform>
                <numerusform>Chat, %n screenshots joined</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Cut into %n page.</source>
            <translation>
                <numerusform>Cut into %n page.</numerusform>
                <numerusform>Cut into %n pages.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The same %n row is in both.</source>
            <translation>
                <numerusform>The same %n row is in both.</numerusform>
                <numerusform>The same %n rows are in both.</numerusform>
            </translation>
        </message>
    </context>
</TS>
