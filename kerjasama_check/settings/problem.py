"""What is raised where a setting cannot be used."""

from __future__ import annotations


class SettingError(Exception):
    """A value that cannot be used; the sentence names the option and what is allowed."""

    def __init__(self, indonesian: str, english: str) -> None:
        super().__init__(english)
        self.sentences = {"id": indonesian, "en": english}
