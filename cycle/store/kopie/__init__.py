"""Kopie: everything that must be kept, in one file that can be checked and put back.

`maak` writes such a file while the programme is in use, `keuring` reads every byte of it, and
`terugzetten` puts it in the place of what is there now, all of it or nothing.
"""
