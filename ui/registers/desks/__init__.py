"""What can be done with the lines of each register, and who carries it out."""
