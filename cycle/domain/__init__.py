"""Rules of the field: frozen values and pure functions, without I/O, clock or pandas."""
