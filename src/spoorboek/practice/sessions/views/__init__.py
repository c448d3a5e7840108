"""Pages of practising."""
