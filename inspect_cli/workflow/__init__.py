"""The stages joined: imports and queries, free of terminals and command lines."""
