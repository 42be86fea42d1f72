<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>evidence</name>
        <message numerus="yes">
            <source>%1 · %n page</source>
            <translation>
                <numerusform>%1 · %n page</numerusform>
                <numerusform>%1 · %n pages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n already there, left where they are</source>
            <translation>
                <numerusform>%n already there, left where it is</numerusform>
                <numerusform>%n already there, left where they are</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n copied as files, to be pasted elsewhere</source>
            <translation>
                <numerusform>%n copied as a file, to be pasted elsewhere</numerusform>
                <numerusform>%n copied as files, to be pasted elsewhere</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n copied to %1</source>
            <translation>
                <numerusform>%n copied to %1</numerusform>
                <numerusform>%n copied to %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n item</source>
            <translation>
                <numerusform>%n item</numerusform>
                <numerusform>%n items</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n left out: not as imported, or camera data cannot be removed</source>
            <translation>
                <numerusform>%n left out: not as imported, or camera data cannot be removed</numerusform>
                <numerusform>%n left out: not as imported, or camera data cannot be removed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n made of files that stay in another case</source>
            <translation>
                <numerusform>%n made of a file that stays in another case</numerusform>
                <numerusform>%n made of files that stay in another case</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n moved to %1</source>
            <translation>
                <numerusform>%n moved to %1</numerusform>
                <numerusform>%n moved to %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not as imported</source>
            <translation>
                <numerusform>%n not as imported</numerusform>
                <numerusform>%n not as imported</numerusform>
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
            <source>%n verified, %1 not as imported</source>
            <translation>
                <numerusform>%n verified, %1 not as imported</numerusform>
                <numerusform>%n verified, %1 not as imported</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n verified, %1, all as imported</source>
            <translation>
                <numerusform>%n verified, %1, all as imported</numerusform>
                <numerusform>%n verified, %1, all as imported</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Copy %n pieces of evidence to another case</source>
            <translation>
                <numerusform>Copy %n piece of evidence to another case</numerusform>
                <numerusform>Copy %n pieces of evidence to another case</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Move %n pieces of evidence to another case</source>
            <translation>
                <numerusform>Move %n piece of evidence to another case</numerusform>
                <numerusform>Move %n pieces of evidence to another case</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Names, captions and hashes of %n copied.</source>
            <translation>
                <numerusform>Name, caption and hash of %n copied.</numerusform>
                <numerusform>Names, captions and hashes of %n copied.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>One caption for %n pieces of evidence</source>
            <translation>
                <numerusform>One caption for %n piece of evidence</numerusform>
                <numerusform>One caption for %n pieces of evidence</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Tag %n pieces of evidence</source>
            <translation>
                <numerusform>Tag %n piece of evidence</numerusform>
                <numerusform>Tag %n pieces of evidence</numerusform>
            </translation>
        </message>
    </context>
</TS>
