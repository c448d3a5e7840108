"""Which tables are in which layer, and how a row finds its dossier: a module a room, each with its `TABLES`."""
