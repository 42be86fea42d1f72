"""Verifying packets, the shop's certificate, and how packets are closed: for the window and for any page."""
