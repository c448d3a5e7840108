"""What changes in a work folder. None of it is journalled: the journal is read by others, and this is the client's."""
