"""What can be done, one file per noun: verbs that run in one transaction and say what they changed."""
