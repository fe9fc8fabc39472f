"""The resources, async. Reach them through the client."""
