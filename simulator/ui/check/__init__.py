"""The page between home and the cabin: everything is tried out, nothing is a dead end."""
