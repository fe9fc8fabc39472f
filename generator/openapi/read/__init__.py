"""Read: text -> Document. YAML and JSON with positions, overlays, several files bundled into one; provider.toml."""
