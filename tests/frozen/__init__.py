"""One data folder per schema that ever landed, each made by the program of its time. They are never made anew."""
