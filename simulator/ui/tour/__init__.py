"""The first-run tour: a callout beside the real parts of a page, one after the other."""
