"""How a pair stands, or a programme, for a coordinator at a terminal: one table of figures, one renderer a format."""
