"""A method at work in a dossier: courses, work folder, learning, wanting and being able, coaching."""
