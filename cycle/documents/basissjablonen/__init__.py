"""Basissjablonen: makes the Word templates that come with the programme.

Run ``python -m cycle.documents.basissjablonen templates/`` after a change here. A
gemeente may edit the made files in Word; these modules are only where they start.
"""
