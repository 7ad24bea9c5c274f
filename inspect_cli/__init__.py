"""inspect-cli: read police inspection reports and follow them through the years."""

__version__ = "0.3.0"
