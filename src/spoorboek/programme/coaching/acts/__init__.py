"""Acts of coaching: goals by the client, agenda, notes and homework by the coach."""
