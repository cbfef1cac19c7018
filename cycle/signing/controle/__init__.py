"""Controle: what a returned PDF is worth, without a server and without a database.

Nothing here writes. What a file of somebody else does to a parser, it does in a process of
its own: see `cycle.signing.controle.kind`.
"""
