"""Pages: the coach beside a session that runs, and a browser that is linked to it with a code."""
