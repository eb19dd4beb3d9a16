"""`python -m kerjasama_check`."""

from kerjasama_check.cli import main

if __name__ == "__main__":
    main()
