"""The tray of what arrived in watched folders."""
