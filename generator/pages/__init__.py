"""Readers of providers' documentation pages. They know nothing of the compiler but how it reads documents."""
