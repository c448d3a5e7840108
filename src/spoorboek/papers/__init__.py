"""Content in, accessible PDF out. Plain Python."""
