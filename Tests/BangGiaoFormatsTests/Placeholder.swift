// Placeholder: the target's first test replaces it.
