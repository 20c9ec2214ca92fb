// Markdown: see ARCHITECTURE.md.
