"""Text out: a session as HTML, JSON, captions and a table."""
