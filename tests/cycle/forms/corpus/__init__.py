"""Corpus: returned forms as people make them, with what must be read from each.

Everything here follows from the form, its field map and the reading policy. Nothing looks at
how the reader works: `lezer` is the only module that calls it.
"""
