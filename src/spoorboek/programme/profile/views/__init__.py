"""Pages of wanting and being able."""
