<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>likeness</name>
        <message numerus="yes">
            <source>%n marked as not the same picture</source>
            <translation>
                <numerusform>%n marked as not the same picture</numerusform>
                <numerusform>%n marked as not the same picture</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of these were seen before: %1</source>
            <translation>
                <numerusform>%n of these was seen before: %1</numerusform>
                <numerusform>%n of these were seen before: %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The same or an alike photo is in %1 cases of %n buyer(s):</source>
            <translation>
                <numerusform>The same or an alike photo is in %1 cases of %n buyer:</numerusform>
                <numerusform>The same or an alike photo is in %1 cases of %n buyers:</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The same or an alike photo is in %n case(s) of this buyer:</source>
            <translation>
                <numerusform>The same or an alike photo is in %n case of this buyer:</numerusform>
                <numerusform>The same or an alike photo is in %n cases of this buyer:</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The same photo is in %1 cases of %n buyer(s):</source>
            <translation>
                <numerusform>The same photo is in %1 cases of %n buyer:</numerusform>
                <numerusform>The same photo is in %1 cases of %n buyers:</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The same photo is in %n case(s) of this buyer:</source>
            <translation>
                <numerusform>The same photo is in %n case of this buyer:</numerusform>
                <numerusform>The same photo is in %n cases of this buyer:</numerusform>
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
            <source>and %n more photo(s) in several cases</source>
            <translation>
                <numerusform>and %n more photo in several cases</numerusform>
                <numerusform>and %n more photos in several cases</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more place(s)</source>
            <translation>
                <numerusform>and %n more place</numerusform>
                <numerusform>and %n more places</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>seen %n</source>
            <translation>
                <numerusform>seen %n</numerusform>
                <numerusform>seen %n</numerusform>
            </translation>
        </message>
    </context>
</TS>
