"""The front end, room by room."""
