"""The window of whoever works the control desk instead of the host."""
