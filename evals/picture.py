"""The README's picture: the demo in the reader, as one self-contained SVG.

python -m evals.picture docs/reader.svg
"""

import asyncio
import sys
import tempfile
from pathlib import Path

from assistant.cli.demo import run_demo
from assistant.store import STORE_NAME, open_store
from assistant.tui.picture import take_picture

SIZE = (160, 40)
KEYS = ("n",)


def main(target: Path) -> None:
    """Brief the sample, open the reader on it, go to the first flag, and write what the screen shows."""
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / STORE_NAME) as store:
        asyncio.run(run_demo(Path(folder), store))
        target.write_text(take_picture(store, size=SIZE, keys=KEYS), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
