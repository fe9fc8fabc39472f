"""Read: text -> Draft. YAML and JSON with positions, overlays, several files bundled into one; provider.toml."""
