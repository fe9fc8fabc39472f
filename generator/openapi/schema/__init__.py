"""The vocabulary of schemas: what a schema is, what stands inside it, and where schemas stand in a document."""
