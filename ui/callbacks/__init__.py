"""The Call-backs page: overdue lane, month, the day's calls and the call being logged."""
