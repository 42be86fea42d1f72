"""What can be done on the Evidence page, one controller each."""
