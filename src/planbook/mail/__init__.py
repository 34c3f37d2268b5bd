"""Messages: what they say, as plain text and HTML; how they become files; how they are sent."""
