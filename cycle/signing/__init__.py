"""Signing: fields to sign in the final PDF, signatures in them, and time stamps.

The only home of pyHanko. What it writes is one more layer on the same bytes: nothing that
was signed before ever changes.
"""
