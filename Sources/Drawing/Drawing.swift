// Drawing: see ARCHITECTURE.md.
