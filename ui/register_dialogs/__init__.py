"""The dialogs that follow a line of a register: claims, penalties, invoices, money paid out."""
