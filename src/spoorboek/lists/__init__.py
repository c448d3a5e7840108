"""Lists as companies keep them: bytes in, typed rows and findings out. Plain Python."""
