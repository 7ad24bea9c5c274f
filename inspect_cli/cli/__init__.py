"""The command line: reads what was typed, asks the workflow, prints what show makes of the answer."""
