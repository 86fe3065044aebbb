"""The MCP server: what assistants may ask before they hand over a draft."""
