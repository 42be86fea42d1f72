<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>registers</name>
        <message numerus="yes">
            <source>%1 %2: no answer, %n day(s) over the term</source>
            <translation type="unfinished">
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <source>%1 days</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>%1 lines written to %2</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>%1 of “%2” is closed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>%1 of “%2” is open again</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>%1, closed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>%1: %2 → %3</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <source>%1: %n line(s), %2</source>
            <translation type="unfinished">
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <source>%1: our claim for parcel %2 (%3, %4), handed in on %5, has been without an answer for %6 days past the term. Please answer in writing today, or tell us who does. Case %7.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <source>%n case(s) of the month are not decided yet</source>
            <translation type="unfinished">
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) left</source>
            <translation type="unfinished">
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) over</source>
            <translation type="unfinished">
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n late</source>
            <translation type="unfinished">
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s)</source>
            <translation type="unfinished">
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) are not settled yet; they can be exported first.</source>
            <translation type="unfinished">
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) are still open</source>
            <translation type="unfinished">
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) in the month</source>
            <translation type="unfinished">
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more</source>
            <translation type="unfinished">
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open</source>
            <translation type="unfinished">
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) copied</source>
            <translation type="unfinished">
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n selected</source>
            <translation type="unfinished">
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message>
            <source>A case about an invoice writes here what is owed and until when.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>A correcting entry is written</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>A dispute that is lost writes here what the platform may take; a notice of the platform is noted by hand.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>A month is closed per shop: choose a shop and a month.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>A return agreed with the buyer is awaited here; receiving a parcel fills it in.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>A whole number</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>After closing amounts change only by correcting entries, which stay in the trail.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>After-sales cost by liability and kind</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Afterwards nothing of this month changes any more. What follows - an answer, money, a correction - is written as a correcting entry of the month it happens in.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>All</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>All of the month</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>All shops</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>All unsettled</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Allowed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>An amount such as 39.00</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Arrange</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>As designed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Awaited</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Back to the list (Esc)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Carrier</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Cases</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose a carrier to see its claim sheet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose a line first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose a line to see all of it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose a month</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose a month (%1)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Claim sheet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Claim sheet in large</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Claimed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Claims</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Close %1 of “%2”?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Close and lock</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Close and lock %1</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Closed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Closed %1 by %2. Only correcting entries from now on; they stand in the month they are written in.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Columns</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Columns…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Compensation, goodwill and freight paid stand here as soon as the wizard finishes.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Copy as table</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Copy reminder</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Correct</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Correct %1</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Correct the line</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Correction</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Corrections</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Corrects</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Corrects an earlier line: %1</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Correct…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Cost</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Days until the money</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Details and claim sheet (Space)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Details of the line</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Everything is settled.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Evidence %1</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Evidence is complete: it can go to appeal.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Evidence is not complete yet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Excel workbook</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <source>Export %n line(s)</source>
            <translation type="unfinished">
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <source>Export Excel</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Export Excel…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Export PDF</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Export first…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Export the measures</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Export what is listed (%1)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Given back to buyers</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Issued</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>It could not be made.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Kind</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Late</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Liability</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Line</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Lines</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Lines of the register</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Lines of this register are not corrected here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Looked in every cell of the register.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Make appeal material</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Measures of %1</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Measures of the month</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Month closed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Month: %1</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>More</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>More states</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Narrower</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Next month</source>
            <translation>下个月</translation>
        </message>
        <message>
            <source>Next year</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No case</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No case of the month was decided.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No claim against a carrier.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No line fits what is chosen above.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No line is listed: nothing to export</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Not said</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Note (optional)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing changed yet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing found for “%1”</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing in %1 yet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing is written here by hand</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing of it is open.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing received yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open %1 of “%2” again?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open again</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open again…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open case</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Opened again: %1</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Photos of the case</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Previous month</source>
            <translation>上个月</translation>
        </message>
        <message>
            <source>Print</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Print PDF</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Print…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reason</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Received</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Received %1</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Recovered from carriers</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Register</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Registers</source>
            <translation>登记表</translation>
        </message>
        <message>
            <source>Reminder copied</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reviews pasted or read from a file stand here, bad ones until they are answered.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Saved as %1</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Search every cell</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Sent to the printer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Show all of the month</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Signs no font has, drawn as boxes: %1</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Stands in the history for good.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Still missing</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The closing and this reason stay in the trail.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The line is corrected</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The month is not closed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The month of this line is closed. A correcting entry will be written in the present month; the line itself stays as it is.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The month was never closed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The wizard writes here when a carrier is liable: lost, damaged, late.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The wizard writes here when goods are faulty, with style, batch and photos of the case.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The wizard writes here when goods were sent wrong, in the wrong colour or size, or too few.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>This corrects a line of another month: correct that one.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>This month</source>
            <translation>本月</translation>
        </message>
        <message>
            <source>To hand in</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>To issue</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>To the carrier</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>To the left</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>To the right</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Too many rows to copy: export them as a file</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Trail</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Trail of %1, %2</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Try again</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Unsettled</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What happened</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What one shift leaves for the next stands here, with who took it and when.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Wider</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Write correcting entry</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Write why, in a few words.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Year before</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Yes</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>allowed %1 of %2 claimed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>an earlier line: %1</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation type="unfinished">
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <source>claim</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>correct the line</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>details of the line, claim sheet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>export what is listed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>last month %1</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>none late</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>not answered</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>not handed in</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>not or not wholly received</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>nothing</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>register</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <source>reminded %n time(s)</source>
            <translation type="unfinished">
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <source>the entry says %1</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>what can be done with the line</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>↑↓ row · ↵ open case · F2 correct · Ctrl+C copy rows</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>↳ %1</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
</TS>
