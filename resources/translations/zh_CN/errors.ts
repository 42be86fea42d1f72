<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>errors</name>
        <message>
            <source>Choose another folder.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Close other programs that use it, or check its permissions.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Code: %1</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Free some space and try again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Install the newer version; the data stays as it is.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>It has %1 characters, at most %2 fit.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Look for its window; only one can work on a data folder.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing was entered.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Remove it and try again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Someone changed the same entries afterwards.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Something went wrong in the program.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The computer could not do this.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The disk is full.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The file or folder cannot be opened.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The file or folder is not there any more.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The text holds a character that cannot be kept.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The text is too long.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>This can no longer be undone.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>This cannot be done as entered.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>This data was written by a newer Aftercase.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>This is not a shop's data folder.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>This shop is already open.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Try again. Code: %1</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Was it moved, or a drive unplugged?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Write something first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Your saved work is not affected. Copy the details and send them to whoever looks after Aftercase.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
</TS>
