"""The working methods as data: read, checked, drawn, planned. Plain Python."""
