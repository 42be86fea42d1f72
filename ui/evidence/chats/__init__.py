"""Chats: copied as text shown as bubbles, screenshots joined and cut."""
