"""Benchmarks: each prints ratios measured in one run; none asserts a time."""
