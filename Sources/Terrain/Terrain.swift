// Terrain: see ARCHITECTURE.md.
