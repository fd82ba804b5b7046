// Placeholder: the target's first file replaces it.
