"""What became of an area: clocks, status and the line of time. Pure; "today" is an argument."""
