"""Pure functions of values: what follows from what. No I/O, no rows, no clock but the `now` they are given."""
