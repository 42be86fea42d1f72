"""Every command of the program once: its id, words, icon, shortcut and menu, in the order of the menus."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence

from ui.i18n import translator

tr = translator("commands")
_SIGNS = {"Return": "↵", "Enter": "↵", "Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}


@dataclass(frozen=True, slots=True)
class Command:
    """A command. Who carries it out says so: the window or the page in front; without one it is greyed out.

    `before` sets a line before it in the menu. `role` is its place in the Mac's application menu.
    `choice` commands are checkable. `second` is another shortcut that does the same. `under` is the title of the menu
    inside the menu where it stands.
    """

    id: str
    text: str
    menu: str
    icon: str = ""
    shortcut: str = ""
    before: bool = False
    role: QAction.MenuRole = QAction.MenuRole.NoRole
    choice: bool = False
    second: str = ""
    under: str = ""


def menus() -> tuple[tuple[str, str], ...]:
    """The menus in order: word and title with its mnemonic."""
    return (
        ("file", tr("&File")),
        ("edit", tr("&Edit")),
        ("view", tr("&View")),
        ("cases", tr("&Cases")),
        ("evidence", tr("E&vidence")),
        ("callbacks", tr("Call-&backs")),
        ("registers", tr("&Registers")),
        ("tools", tr("&Tools")),
        ("help", tr("&Help")),
    )


def commands() -> tuple[Command, ...]:
    """All commands in the window's language, menu by menu."""
    return (*_file(), *_edit(), *_view(), *_cases(), *_evidence(), *_others(), *_help())


def _file() -> tuple[Command, ...]:
    return (
        Command("new_case", tr("New case…"), "file", "plus", "Ctrl+N"),
        Command("import_orders", tr("Import orders…"), "file", "file-spreadsheet", "Ctrl+I"),
        Command("open_data", tr("Open data folder…"), "file", "folder-open", "Ctrl+O"),
        Command("reveal_data", tr("Show data folder"), "file", "folder-search"),
        Command("save", tr("Save as file…"), "file", "save", "Ctrl+S", before=True),
        Command("export_list", tr("Export list…"), "file", "download", "F12"),
        Command("export_chosen", tr("Export selected…"), "file", "file-down"),
        Command("print", tr("Print…"), "file", "printer", "Ctrl+P"),
        Command("settings", tr("Settings"), "file", "settings", "Ctrl+,", True, QAction.MenuRole.PreferencesRole),
        Command("quit", tr("Quit"), "file", "log-out", "Ctrl+Q", True, QAction.MenuRole.QuitRole),
    )


def _edit() -> tuple[Command, ...]:
    return (
        Command("undo", tr("Undo"), "edit", "undo-2", "Ctrl+Z"),
        Command("redo", tr("Redo"), "edit", "redo-2", "Ctrl+Shift+Z", second="Ctrl+Y"),
        Command("undo_history", tr("What was done…"), "edit", "history", "Ctrl+Alt+Z"),
        Command("copy", tr("Copy"), "edit", "copy", "Ctrl+C", before=True),
        Command("paste", tr("Paste"), "edit", "clipboard-paste", "Ctrl+V"),
        Command("select_all", tr("Select all"), "edit", "", "Ctrl+A"),
        Command("find", tr("Search this page"), "edit", "search", "Ctrl+F", before=True),
        Command("palette", tr("Find or run…"), "edit", "command", "Ctrl+K"),
    )


def _view() -> tuple[Command, ...]:
    return (
        Command("page_today", tr("Today"), "view", "sun", "Ctrl+1"),
        Command("page_cases", tr("Cases"), "view", "inbox", "Ctrl+2"),
        Command("page_evidence", tr("Evidence"), "view", "images", "Ctrl+3"),
        Command("page_callbacks", tr("Call-backs"), "view", "phone-call", "Ctrl+4"),
        Command("page_registers", tr("Registers"), "view", "notebook-tabs", "Ctrl+5"),
        Command("page_buyers", tr("Buyers"), "view", "users", "Ctrl+7"),
        Command("back", tr("Back"), "view", "arrow-left", "Alt+Left", before=True),
        Command("next_pane", tr("Next pane"), "view", "", "F6"),
        Command("previous_pane", tr("Previous pane"), "view", "", "Shift+F6"),
        Command("filter", tr("Filter…"), "view", "sliders-horizontal", "Ctrl+Shift+F", before=True),
        Command("clear_filters", tr("Clear all filters"), "view", "x", "Ctrl+Shift+X"),
        Command("save_view", tr("Save view…"), "view", "bookmark-plus", "Ctrl+Shift+S"),
        Command("arrange_views", tr("Arrange views…"), "view", "arrow-up-down"),
        Command("choose_shop", tr("Switch shop…"), "view", "store", "F9", before=True),
        Command("choose_person", tr("Who is working…"), "view", "users", "Shift+F9"),
        Command("columns", tr("Columns…"), "view", "columns-3", "Ctrl+Shift+O", before=True),
        Command("reload", tr("Show anew"), "view", "refresh-cw", "F5"),
        Command("light", tr("Light"), "view", "sun", before=True, choice=True),
        Command("dark", tr("Dark"), "view", "moon", choice=True),
        Command("system", tr("Light or dark as the system"), "view", "monitor", choice=True),
        Command("chinese", "中文", "view", before=True, choice=True),
        Command("english", "English", "view", choice=True),
        Command("system_language", tr("Language of the system"), "view"),
        Command("single_letters", tr("Single letters are commands in lists"), "view", before=True, choice=True),
        Command("full_screen", tr("Full screen"), "view", "maximize", "F11", choice=True),
    )


def _cases() -> tuple[Command, ...]:
    return (
        Command("open_case", tr("Open case"), "cases", "inbox"),
        Command("resolve", tr("Resolve"), "cases", "route", "Ctrl+R"),
        Command("packet", tr("Packet"), "cases", "file-plus", "Ctrl+E"),
        Command("reply", tr("Reply to the buyer…"), "cases", "message-square", "Ctrl+T"),
        Command("next_step", tr("Go to the next step"), "cases", "square-check", "Ctrl+J"),
        Command("assign", tr("Hand over…"), "cases", "user", "Ctrl+Shift+A", before=True),
        Command("set_state", tr("Change state…"), "cases", "circle-check", "Ctrl+Shift+T"),
        Command("set_problem", tr("Change problem…"), "cases", "triangle-alert", "Ctrl+Shift+P"),
        Command("set_waiting", tr("Change who has to act…"), "cases", "hourglass", "F7"),
        Command("tags", tr("Tags…"), "cases", "tags", "Ctrl+Shift+G"),
        Command("clocks", tr("Clocks…"), "cases", "alarm-clock", "Ctrl+Shift+D"),
        Command("add_note", tr("Add note…"), "cases", "sticky-note", "Ctrl+Shift+N"),
        Command("leave_item", tr("Leave for the next shift…"), "cases", "clipboard-list", "Shift+F7", before=True),
        Command("hand_over_sheets", tr("Hand-over sheets…"), "cases", "moon", "Ctrl+F7"),
        Command("print_packets", tr("Print packets…"), "cases", "printer", "Ctrl+Alt+P", before=True),
        Command("return_slip", tr("Print return slip…"), "cases", "package-open", "Ctrl+Alt+R"),
        Command("receive_parcels", tr("Receive returned parcels…"), "cases", "scan-barcode", "Ctrl+Alt+I"),
        Command("claim_sheet", tr("Carrier claim sheet…"), "cases", "truck", "Ctrl+Alt+L"),
        Command("case_summary", tr("Case summary…"), "cases", "file-text", "Ctrl+Alt+M"),
        Command("copy_number", tr("Copy case number"), "cases", "copy", "Ctrl+Shift+B", before=True),
        Command("copy_remark", tr("Copy platform remark"), "cases", "clipboard", "Ctrl+Shift+R"),
        Command("done", tr("Set to done"), "cases", "circle-check", "Ctrl+Shift+K", before=True),
        Command("snooze", tr("Snooze…"), "cases", "alarm-clock", "Ctrl+Shift+W"),
        Command("wake", tr("Wake"), "cases", "bell", "Ctrl+Shift+U"),
        Command("case_call", tr("Plan a satisfaction call…"), "cases", "phone-call", "Ctrl+Alt+B"),
        Command("archive", tr("Archive"), "cases", "archive", "Ctrl+Shift+H"),
        Command("reopen", tr("Reopen"), "cases", "archive-restore", "Ctrl+Shift+Y"),
        Command("paid_out", tr("Compensation paid…"), "cases", "banknote", before=True),
        Command("owe_invoice", tr("Invoice owed…"), "cases", "file-text"),
        Command("note_penalty", tr("Note a penalty…"), "cases", "flag"),
        Command("merge", tr("Merge…"), "cases", "merge", "Ctrl+Shift+M", before=True),
        Command("link", tr("Link…"), "cases", "link", "Ctrl+Shift+I"),
        Command("split", tr("Split…"), "cases", "split", "Ctrl+Shift+J"),
    )


def _evidence() -> tuple[Command, ...]:
    return (
        Command("add_evidence", tr("Add files…"), "evidence", "file-plus", "Ctrl+Shift+E"),
        Command("add_evidence_folder", tr("Add folder…"), "evidence", "folder-plus", "Ctrl+Alt+E"),
        Command("capture", tr("Capture the screen…"), "evidence", "scan", "Ctrl+Alt+S"),
        Command("arrivals", tr("Files that arrived…"), "evidence", "folder-search", "Ctrl+Alt+W"),
        Command("view_evidence", tr("View"), "evidence", "eye"),
        Command("compare_evidence", tr("Compare side by side"), "evidence", "columns-2"),
        Command("open_outside", tr("Open a copy in the system's program"), "evidence", "external-link"),
        Command("keep_still", tr("Keep this picture as evidence"), "evidence", "image-plus"),
        Command("set_poster", tr("Use as poster of the film"), "evidence", "image"),
        Command("caption", tr("Edit caption"), "evidence", "pencil", "F2"),
        Command("tag_evidence", tr("Tag in words…"), "evidence", "tags"),
        Command("move_evidence", tr("Move to another case…"), "evidence", "move-up-right"),
        Command("copy_evidence", tr("Copy to another case…"), "evidence", "layers"),
        Command("copy_evidence_files", tr("Copy as files"), "evidence", "copy"),
        Command("copy_request", tr("Copy request to the buyer"), "evidence", "copy", "Ctrl+Shift+C"),
        Command("mark_asked", tr("Mark as asked"), "evidence", "check", "Ctrl+Shift+Q"),
        Command("weigh_parcel", tr("Weight evidence…"), "evidence", "scale"),
        Command("join_chat", tr("Join screenshots of a chat…"), "evidence", "merge", "Ctrl+Alt+J", before=True),
        Command("cut_chat", tr("Cut a long picture for paper…"), "evidence", "split", "Ctrl+Alt+K"),
        Command("exhibit_shown", tr("How the exhibit is shown…"), "evidence", "sliders-horizontal", "Ctrl+Alt+X"),
        Command("crop_exhibit", tr("Crop the exhibit…"), "evidence", "crop"),
        Command("film_stills", tr("Stills of the film…"), "evidence", "file-video"),
        Command("packet_outcome", tr("How the packet ended…"), "evidence", "flag", "F4", before=True),
        Command("next_packet", tr("Next version of the packet"), "evidence", "file-plus"),
        Command("seal_packet", tr("Sign, stamp or lock the packet…"), "evidence", "shield-check"),
        Command("save_original", tr("Save original as…"), "evidence", "download", before=True),
        Command("take_out", tr("Take out…"), "evidence", "file-down", "Ctrl+Alt+T"),
        Command("evidence_folder", tr("Open folder of this case"), "evidence", "folder-open", "Ctrl+Alt+O"),
        Command("verify_case", tr("Verify evidence of this case"), "evidence", "shield-check", before=True),
        Command("verify_chosen", tr("Verify what is chosen"), "evidence", "shield-check"),
        Command("verify_all", tr("Verify all evidence"), "evidence", "shield"),
        Command("integrity_report", tr("Report of the last check…"), "evidence", "scroll-text"),
        Command("restore_original", tr("I have the original file…"), "evidence", "file-check"),
    )


def _calendar() -> tuple[Command, ...]:
    inside = tr("Calendar")
    return (
        Command("call_month", tr("Month"), "callbacks", "calendar-days", "Ctrl+Alt+1", under=inside),
        Command("call_week", tr("Week"), "callbacks", "columns-3", "Ctrl+Alt+2", under=inside),
        Command("call_agenda", tr("Agenda"), "callbacks", "list", "Ctrl+Alt+3", under=inside),
        Command("call_day", tr("Day"), "callbacks", "clock", "Ctrl+Alt+4", under=inside),
        Command("today_calls", tr("Go to today"), "callbacks", "calendar", "Ctrl+Alt+0", under=inside),
        Command(
            "calls_before", tr("Month, week or day before"), "callbacks", "chevron-left", "Ctrl+PgUp", under=inside
        ),
        Command(
            "calls_after", tr("Next month, week or day"), "callbacks", "chevron-right", "Ctrl+PgDown", under=inside
        ),
    )


def _others() -> tuple[Command, ...]:
    return (
        Command("log_call", tr("Log call…"), "callbacks", "phone-call", "Ctrl+Shift+L"),
        Command("call_next", tr("Next of the queue"), "callbacks", "chevron-down", "Alt+Down", before=True),
        Command("call_previous", tr("The one before in the queue"), "callbacks", "chevron-up", "Alt+Up"),
        Command("call_case", tr("Open a case from the call…"), "callbacks", "plus", "Ctrl+Alt+A"),
        Command("past_calls", tr("All calls to the buyer…"), "callbacks", "history", "Ctrl+Alt+H"),
        Command("call_opt_out", tr("No more calls to the buyer"), "callbacks", "phone-off", "Ctrl+Alt+N"),
        Command("move_call", tr("Put on another day…"), "callbacks", "calendar-clock", "Ctrl+Alt+D"),
        Command("skip_call", tr("Skip this one…"), "callbacks", "ban", "Ctrl+Alt+Q"),
        Command("call_assign", tr("Hand the call-back over…"), "callbacks", "user", "Ctrl+Alt+G"),
        Command("call_note", tr("Plan a note in the parcel"), "callbacks", "sticky-note", "Ctrl+Alt+C"),
        Command("call_spread", tr("Spread what is late…"), "callbacks", "columns-3", "Ctrl+Alt+9"),
        *_calendar(),
        Command("print_calls", tr("Print call list…"), "callbacks", "printer", before=True),
        Command("export_calls", tr("Export call-backs shown…"), "callbacks", "file-spreadsheet"),
        Command("export_calls_made", tr("Export calls made…"), "callbacks", "file-spreadsheet"),
        Command("export_calendar", tr("Export calendar file…"), "callbacks", "calendar-plus", before=True),
        Command("write_calendar", tr("Write the calendar file now"), "callbacks", "refresh-cw"),
        Command("vip_buyers", tr("VIP buyers…"), "callbacks", "users", "Ctrl+Alt+V", before=True),
        Command("add_vip", tr("Add a VIP…"), "callbacks", "user-plus", "Ctrl+Alt+Y"),
        Command("vip_proposals", tr("VIPs proposed by the rules…"), "callbacks", "star"),
        Command("contact", tr("Contact and consent…"), "callbacks", "phone", "Ctrl+Alt+U"),
        Command("set_calls", tr("Rhythms and limits of the call-backs…"), "callbacks", "settings", before=True),
        Command("set_quiet", tr("Quiet days and vacations…"), "callbacks", "moon"),
        Command("set_tiers", tr("Rules of the VIP tiers…"), "callbacks", "star"),
        Command("register_wrong_shipment", tr("Wrong shipments"), "registers", "repeat-2"),
        Command("register_carrier_claim", tr("Carrier claims"), "registers", "truck"),
        Command("register_quality", tr("Quality feedback"), "registers", "layers"),
        Command("register_returned_parcel", tr("Returned parcels"), "registers", "package-open"),
        Command("register_compensation", tr("Compensation"), "registers", "banknote"),
        Command("register_penalty", tr("Penalties"), "registers", "flag"),
        Command("register_review", tr("Reviews"), "registers", "star"),
        Command("register_invoice", tr("Invoices owed"), "registers", "file-text"),
        Command("register_handover", tr("Hand-over"), "registers", "clipboard-list"),
        Command("register_month", tr("Choose the month…"), "registers", "calendar", "Alt+M", before=True),
        Command("register_before", tr("Month before"), "registers", "chevron-left", "Alt+PgUp"),
        Command("register_after", tr("Next month"), "registers", "chevron-right", "Alt+PgDown"),
        Command("register_correct", tr("Correct the line…"), "registers", "pencil", before=True),
        Command("register_close", tr("Close the month…"), "registers", "lock"),
        Command("register_reopen", tr("Open the month again…"), "registers", "lock-open"),
        Command("register_trail", tr("Trail of the month…"), "registers", "history"),
        Command("register_metrics", tr("Measures of the month…"), "registers", "chart-column", "Ctrl+Alt+F"),
        Command("take_in_reviews", tr("Take in reviews…"), "registers", "upload", before=True),
        Command("review_problems", tr("Problems named in good reviews…"), "registers", "layers"),
        Command("quality_week", tr("Week of quality for purchasing…"), "registers", "printer"),
        Command("claim_statement", tr("Statement of carrier claims…"), "registers", "printer", before=True),
        Command("verify_store", tr("Check data and history"), "tools", "shield-check", "F8"),
        Command("verify_packet", tr("Verify a packet…"), "tools", "file-check", "Shift+F8"),
        Command("log_folder", tr("Show log"), "tools", "scroll-text", before=True),
    )


def _help() -> tuple[Command, ...]:
    return (
        Command("shortcuts", tr("Shortcuts"), "help", "keyboard", "F1"),
        Command("about", tr("About Aftercase"), "help", "info", "", True, QAction.MenuRole.AboutRole),
    )


def shortcut_text(command: str) -> str:
    """The shortcut as this system writes it, for hints in buttons; empty for none."""
    for known in commands():
        if known.id == command:
            return key_text(known.shortcut)
    raise KeyError(command)


def key_text(keys: str) -> str:
    """A portable key sequence as this system writes it: `Ctrl+K`, or `⌘K` on a Mac."""
    if not keys:
        return ""
    native = QKeySequence.SequenceFormat.NativeText
    text, last = QKeySequence(keys).toString(native), keys.rpartition("+")[2]
    # Qt writes the names of these keys, and in Chinese words; the signs are short and the same everywhere.
    sign = _SIGNS.get(last)
    return f"{text.removesuffix(QKeySequence(last).toString(native))}{sign}" if sign else text
