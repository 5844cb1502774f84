"""The cabin: what a host looks at while on air."""
