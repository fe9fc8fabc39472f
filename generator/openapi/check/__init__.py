"""Check: faults of a draft are repaired, cost one type, or refuse it; each goes to the report with its place."""
