<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>call_form</name>
        <message numerus="yes">
            <source>%1 %n min</source>
            <translation>
                <numerusform>%1 %n min</numerusform>
                <numerusform>%1 %n min</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n days later</source>
            <translation>
                <numerusform>%n day later</numerusform>
                <numerusform>%n days later</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n min talked</source>
            <translation>
                <numerusform>%n min talked</numerusform>
                <numerusform>%n min talked</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n months later</source>
            <translation>
                <numerusform>%n month later</numerusform>
                <numerusform>%n months later</numerusform>
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
            <source>%n more open case</source>
            <translation>
                <numerusform>%n more open case</numerusform>
                <numerusform>%n more open cases</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more to talk about</source>
            <translation>
                <numerusform>%n more to talk about</numerusform>
                <numerusform>%n more to talk about</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not satisfied</source>
            <translation>
                <numerusform>%n not satisfied</numerusform>
                <numerusform>%n not satisfied</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n order since the last contact</source>
            <translation>
                <numerusform>%n order since the last contact</numerusform>
                <numerusform>%n orders since the last contact</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n quarters later</source>
            <translation>
                <numerusform>%n quarter later</numerusform>
                <numerusform>%n quarters later</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n satisfied</source>
            <translation>
                <numerusform>%n satisfied</numerusform>
                <numerusform>%n satisfied</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n weeks later</source>
            <translation>
                <numerusform>%n week later</numerusform>
                <numerusform>%n weeks later</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>All %n</source>
            <translation>
                <numerusform>All %n</numerusform>
                <numerusform>All %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>All %n call(s)</source>
            <translation>
                <numerusform>All %n call</numerusform>
                <numerusform>All %n calls</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Another day for %n call-back</source>
            <translation>
                <numerusform>Another day for %n call-back</numerusform>
                <numerusform>Another day for %n call-backs</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Birthday on %1, in %n day</source>
            <translation>
                <numerusform>Birthday on %1, in %n day</numerusform>
                <numerusform>Birthday on %1, in %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>It is %n day late. It comes back on that day, as late as it is.</source>
            <translation>
                <numerusform>It is %n day late. It comes back on that day, as late as it is.</numerusform>
                <numerusform>It is %n days late. It comes back on that day, as late as it is.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Skip %n call-back</source>
            <translation>
                <numerusform>Skip %n call-back</numerusform>
                <numerusform>Skip %n call-backs</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Up to %n day late. They come back on that day, as late as they are.</source>
            <translation>
                <numerusform>Up to %n day late. They come back on that day, as late as they are.</numerusform>
                <numerusform>Up to %n days late. They come back on that day, as late as they are.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>only %n day after the last contact</source>
            <translation>
                <numerusform>only %n day after the last contact</numerusform>
                <numerusform>only %n days after the last contact</numerusform>
            </translation>
        </message>
    </context>
</TS>
