"""The store: records kept in one TinyDB file that is read whole and replaced whole."""

from inspect_cli.store.draft import Draft, change
from inspect_cli.store.register import Register, open_register
from inspect_cli.store.tables import LOCK_FILE, STORE_FILE
from inspect_cli.store.texts import read_text, text_file

__all__ = ["LOCK_FILE", "STORE_FILE", "Draft", "Register", "change", "open_register", "read_text", "text_file"]
