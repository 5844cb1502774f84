"""Where instructors write scenarios: a list, a form, what is wrong in it, and what would come of it."""
