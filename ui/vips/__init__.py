"""Who is VIP and what they agreed to: the list with its proposals, and the contact of one buyer. Used by two pages."""
