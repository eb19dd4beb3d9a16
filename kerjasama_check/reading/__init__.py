"""From a file to a Document: blocks of text in reading order, each with its place."""
