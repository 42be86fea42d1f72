"""The Packet page: exhibits in their order, the PDF as it will be, what goes in, save and print."""
