"""Marking scheme: where instructors settle what is marked, and see how far the marks can be trusted."""
