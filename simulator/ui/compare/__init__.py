"""Sessions held against each other: two on one clock, one trainee over time, a class."""
