"""VR practice: scenes of an organisation, sessions of a client with a coach, and the live link between them."""
