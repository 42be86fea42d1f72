"""What is still missing, what was asked for, and what the weights say."""
