"""Acts of wanting and being able: the client's own, sharing them, and what others offer."""
