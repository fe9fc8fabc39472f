"""The resources, sync. Reach them through the client."""
