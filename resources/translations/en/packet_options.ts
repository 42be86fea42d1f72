<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>packet_options</name>
        <message numerus="yes">
            <source>%n account(s)</source>
            <translation>
                <numerusform>%n account</numerusform>
                <numerusform>%n accounts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n address(es)</source>
            <translation>
                <numerusform>%n address</numerusform>
                <numerusform>%n addresses</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n card number(s)</source>
            <translation>
                <numerusform>%n card number</numerusform>
                <numerusform>%n card numbers</numerusform>
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
            <source>%n e-mail address(es)</source>
            <translation>
                <numerusform>%n e-mail address</numerusform>
                <numerusform>%n e-mail addresses</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s)</source>
            <translation>
                <numerusform>%n file</numerusform>
                <numerusform>%n files</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n finding(s)</source>
            <translation>
                <numerusform>%n finding</numerusform>
                <numerusform>%n findings</numerusform>
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
            <source>%n hour(s) before</source>
            <translation>
                <numerusform>%n hour before</numerusform>
                <numerusform>%n hours before</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n identity number(s)</source>
            <translation>
                <numerusform>%n identity number</numerusform>
                <numerusform>%n identity numbers</numerusform>
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
            <source>%n name(s)</source>
            <translation>
                <numerusform>%n name</numerusform>
                <numerusform>%n names</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n original file(s)</source>
            <translation>
                <numerusform>%n original file</numerusform>
                <numerusform>%n original files</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n original file(s) as imported, with place, time and owner that cameras wrote in</source>
            <translation>
                <numerusform>%n original file as imported, with place, time and owner that cameras wrote in</numerusform>
                <numerusform>%n original files as imported, with place, time and owner that cameras wrote in</numerusform>
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
            <source>%n original(s) of which the packet shows a redacted copy go along without redactions</source>
            <translation>
                <numerusform>%n original, shown as a redacted copy, goes along without redactions</numerusform>
                <numerusform>%n originals, shown as redacted copies, go along without redactions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n original(s) without redactions</source>
            <translation>
                <numerusform>%n original without redactions</numerusform>
                <numerusform>%n originals without redactions</numerusform>
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
            <source>%n phone number(s)</source>
            <translation>
                <numerusform>%n phone number</numerusform>
                <numerusform>%n phone numbers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n picture(s)</source>
            <translation>
                <numerusform>%n picture</numerusform>
                <numerusform>%n pictures</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n replaced</source>
            <translation>
                <numerusform>%n replaced</numerusform>
                <numerusform>%n replaced</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n stay(s) out</source>
            <translation>
                <numerusform>%n stays out</numerusform>
                <numerusform>%n stay out</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>At most %n line(s) fit above the first page.</source>
            <translation>
                <numerusform>At most %n line fit above the first page.</numerusform>
                <numerusform>At most %n lines fit above the first page.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Nothing hidden in %n picture(s)</source>
            <translation>
                <numerusform>Nothing hidden in %n picture</numerusform>
                <numerusform>Nothing hidden in %n pictures</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Proposed: %n hour(s) from now, as this receiver gives.</source>
            <translation>
                <numerusform>Proposed: %n hour from now, as this receiver gives.</numerusform>
                <numerusform>Proposed: %n hours from now, as this receiver gives.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
</TS>
