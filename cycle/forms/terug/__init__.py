"""What goes back to the partij: a copy with marks on the cells, or a new form with its answers."""
