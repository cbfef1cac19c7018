"""Sums and comparisons: merging biedingen with afspraken, figure checks, fair shares.

Only this package knows pandas, and imports it inside the functions that need it.
"""
