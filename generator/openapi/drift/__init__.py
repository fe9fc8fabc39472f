"""Drift: what clients have seen of answers that are not as documented -> actions that make the document say it.

In: a drift log, the document as it is written, and the Api that was lowered from it. Out: actions of an overlay, each
with what it does and how often that was seen, and what nothing can be said of, with the reason.
"""
