"""Bolian 播练: rehearse live-streaming sales before facing a real audience."""

__version__ = "0.1.0"
