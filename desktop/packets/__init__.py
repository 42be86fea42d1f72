"""Dispute packets: content as data in, one inert PDF out."""
