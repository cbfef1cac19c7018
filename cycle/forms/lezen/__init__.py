"""From a raster to a bieding: whose form it is, its rows, and each cell to one value."""
