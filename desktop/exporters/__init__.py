"""Lists as spreadsheets: workbooks, comma separated files and tables for the clipboard, none of which can calculate."""
