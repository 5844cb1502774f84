"""The review room: a session looked back at, moment by moment."""
