"""The simulated audience."""

MODEL_VERSION = "1"
"""Part of every session's header: a later model must not replay an older session as its own."""
