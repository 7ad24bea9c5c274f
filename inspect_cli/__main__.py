"""Runs the program by ``python -m inspect_cli``."""

from inspect_cli.cli.app import main

if __name__ == "__main__":
    main()
