"""The style page: every component with sample words, in demo and debug only."""
