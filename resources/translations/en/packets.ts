<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>packets</name>
        <message numerus="yes">
            <source>%n character(s)</source>
            <translation>
                <numerusform>%n character</numerusform>
                <numerusform>%n characters</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n exhibit(s)</source>
            <translation>
                <numerusform>%n exhibit</numerusform>
                <numerusform>%n exhibits</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n go(es) in</source>
            <translation>
                <numerusform>%n goes in</numerusform>
                <numerusform>%n go in</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n item(s)</source>
            <translation>
                <numerusform>%n item</numerusform>
                <numerusform>%n items</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n original(s) as imported, by SHA-256</source>
            <translation>
                <numerusform>%n original as imported, by SHA-256</numerusform>
                <numerusform>%n originals as imported, by SHA-256</numerusform>
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
            <source>%n stay(s) out</source>
            <translation>
                <numerusform>%n stays out</numerusform>
                <numerusform>%n stay out</numerusform>
            </translation>
        </message>
    </context>
</TS>
