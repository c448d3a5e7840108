"""Loading what a company already has: a list, a preview, and after a yes every row walks through the acts."""
