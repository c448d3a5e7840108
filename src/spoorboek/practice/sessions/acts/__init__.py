"""Acts on practice sessions. None stands in the journal, where their number alone would tell; a session keeps its own
trail."""
