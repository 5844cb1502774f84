"""The queue of sessions to review, classes of trainees, and who assesses."""
