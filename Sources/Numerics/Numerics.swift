// Numerics: see ARCHITECTURE.md.
