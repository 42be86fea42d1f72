"""Single papers of a case: return slips, carrier claim sheets, one-page summaries."""
