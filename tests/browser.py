"""Chromium, for tests that look at pages; without one they are skipped, unless CI says that it must be there."""

import os
import shutil

import pytest

BROWSER = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), "")
REQUIRED = bool(os.environ.get("BRIEFING_TESTS_NEED_CHROMIUM"))
"""Set by CI, where a test that is skipped for want of a browser would be a test that nobody runs."""
OPTIONS = (
    "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--no-first-run",
    "--disable-component-update", "--disable-sync", "--disable-quic",
)  # fmt: skip

needs_browser = pytest.mark.skipif(not BROWSER and not REQUIRED, reason="no Chromium on this machine")
