// Learning: see ARCHITECTURE.md.
