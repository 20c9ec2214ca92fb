// Rasters: see ARCHITECTURE.md.
