"""Drawing over evidence: the layer, its tools and panel, and the copies made of it."""
