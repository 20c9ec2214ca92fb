// Engine: see ARCHITECTURE.md.
