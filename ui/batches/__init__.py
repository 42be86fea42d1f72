"""Batch alarms: the reports behind one, what was done about it, the report for the supplier."""
