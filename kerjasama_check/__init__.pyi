from kerjasama_check.api import check as check
from kerjasama_check.api import parse as parse
from kerjasama_check.api import read as read

__version__: str
__all__ = ["__version__", "check", "parse", "read"]
