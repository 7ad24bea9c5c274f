"""What one force was told through the years, put together to areas. Pure functions; no store, no clock."""

from inspect_cli.link.areas import link
from inspect_cli.link.national import own_finds, without_shared
from inspect_cli.link.reports import Reports
from inspect_cli.link.rulings import area_id, fresh_id
from inspect_cli.link.told import Told, by_force

__all__ = ["Reports", "Told", "area_id", "by_force", "fresh_id", "link", "own_finds", "without_shared"]
