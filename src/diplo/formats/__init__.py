"""How meetings are written and read: one module for each format, and the parts that they share."""
