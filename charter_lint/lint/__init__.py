"""From a draft and a charter to a report."""
