"""A file that comes in: judged by its bytes, then read to the same raster whatever its kind."""
