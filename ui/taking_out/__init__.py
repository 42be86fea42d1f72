"""Taking evidence out to a folder or a ZIP file, for any page."""
