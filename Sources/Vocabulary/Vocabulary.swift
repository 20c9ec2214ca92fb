// Vocabulary: see ARCHITECTURE.md.
