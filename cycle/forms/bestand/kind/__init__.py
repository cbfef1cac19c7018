"""Kind: the process in which files of others are read, apart from everything else.

These modules import nothing of the product, so that the process starts at once and holds
nothing but the file.
"""
