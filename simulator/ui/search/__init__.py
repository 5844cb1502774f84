"""Searching what was said and written in all sessions."""
