"""The scenarios of TypeSpec's HTTP specs: packages are made of the documents that TypeSpec emits for them, methods are
called as a user calls them, and TypeSpec's own mock server judges the requests.

Node is needed for TypeSpec alone; `make conformance` sets it up in .cache/conformance.
"""
