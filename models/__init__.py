"""What is true: records, rules, tables and the store. No Qt, no files of the program, no network."""
