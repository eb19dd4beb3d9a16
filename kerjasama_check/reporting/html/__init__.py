"""The report as one page for a browser: everything is in it, and nothing is fetched."""
