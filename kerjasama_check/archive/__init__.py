"""The same walk over many files: finding them, worker processes, one outcome per file."""
