"""What one force was told through the years, put together to areas. Pure functions; no store, no clock."""

from inspect_cli.link.areas import link
from inspect_cli.link.rulings import fresh_id

__all__ = ["fresh_id", "link"]
