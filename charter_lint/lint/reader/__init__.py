"""The reader: judges what no list of words holds by what the rules' examples taught it."""
