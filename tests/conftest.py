"""What holds for all tests: in continuous integration nothing may be left out because a program is missing.

There `KERJASAMA_CHECK_CI=1` is set, every program that tests use is installed, and a test that skips itself fails. Only
what the operating system itself does not have (`OTHER_SYSTEM`) may still be skipped.
"""

from __future__ import annotations

import os
from collections.abc import Generator

import pytest

OTHER_SYSTEM = ("Windows", "needs rights", "links")  # words in the reason of a skip that no installation can mend


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.skipped and isinstance(report.longrepr, tuple) and os.environ.get("KERJASAMA_CHECK_CI") == "1":
        reason = str(report.longrepr[2])
        if not any(words in reason for words in OTHER_SYSTEM):
            report.outcome = "failed"
            report.longrepr = f"a program is missing for {item.nodeid}: {reason}"
    return report
