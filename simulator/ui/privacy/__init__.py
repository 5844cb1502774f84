"""What a lab settles, erases, proves and looks up about people's data."""
