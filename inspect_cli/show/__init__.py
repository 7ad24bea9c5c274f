"""Values made into text or into something Rich can print; nothing here opens a file or prints."""
