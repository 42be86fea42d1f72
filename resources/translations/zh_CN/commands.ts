<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>commands</name>
        <message>
            <source>&amp;Cases</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>&amp;Registers</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>&amp;Tools</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>About Aftercase</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Add files…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Add note…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Archive</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Assign…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Back</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Back up now</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Call-&amp;backs</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Call-backs</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Carrier claims</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Cases</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change problem…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change state…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Check data and history</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Columns…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Compensation</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Copy</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Copy case number</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Copy platform remark</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Copy request to the buyer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Dark</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>E&amp;vidence</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Edit caption</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Export as table…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Export calendar (.ics)…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Find or run…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Full screen</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Go to today</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Hand-over</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Import orders…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Insights</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Light</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Light or dark as the system</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Log call…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New case…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Next pane</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open as folder</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open case</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open data folder…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Packet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Paste</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Previous pane</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Print…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Quality feedback</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Quit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Redo</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Registers</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Resolve</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Returned parcels</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reviews</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Save as file…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Save original as…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Search this page</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Select all</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Settings</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Shortcuts</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Show anew</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Show data folder</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Show log</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Today</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Undo</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Verify all evidence</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Verify evidence of this case</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>View</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Wrong shipments</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
</TS>
