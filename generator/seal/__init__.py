"""Sealed text: its armour, its seal, and who may open it. Nothing here prints what it reads."""
