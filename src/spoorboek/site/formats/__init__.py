"""How dates are written: Dutch months in small letters, English the European way round."""
