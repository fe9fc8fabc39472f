"""The front end, which knows OpenAPI and no Python: read -> check -> normalize -> lower, from text to the IR."""
