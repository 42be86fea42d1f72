"""The window of reviews: taking them in, answering, reporting, and what good ones named."""
