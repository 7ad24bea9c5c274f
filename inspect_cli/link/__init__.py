"""What one force was told through the years, put together to areas. Pure functions; no store, no clock."""

from inspect_cli.link.areas import link
from inspect_cli.link.national import own_finds, without_shared
from inspect_cli.link.rulings import area_id, fresh_id

__all__ = ["area_id", "fresh_id", "link", "own_finds", "without_shared"]
