"""Everything a person reads, in French and English."""
