"""The hand-over at the end of a shift: leaving items, the sheet of a night, passing on; handing steps on."""
