"""The parts all pages share."""
