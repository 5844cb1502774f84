"""What leaves the room: a session as a film to show to others."""
