"""Makes the synchronous client from the asynchronous one: python3 make_sync.py [--check]"""

import re
import sys
from pathlib import Path

FOLDER = Path(__file__).parent / "src" / "videocraft"
REPLACED = [
    (r"asynccontextmanager", "contextmanager"),
    (r"The asynchronous client\. .*", "The synchronous client. `make_sync.py` makes it from `_async_client.py`.\"\"\""),
    (r"^import asyncio\n", ""),
    (r"asyncio\.sleep", "time.sleep"),
    (r"\basync (def|with|for)\b", r"\1"),
    (r"\bawait ", ""),
    (r"__a(enter|exit)__", r"__\1__"),
    (r"\ba(close|read)\b", r"\1"),
    (r"\baiter_", "iter_"),
    (r"\bAsync(VideoCraft|Videos|Jobs|Assets|Previews|Draft|Client)\b", r"\1"),
    (r"\bAsyncIterator\b", "Iterator"),
]


def main() -> int:
    text = (FOLDER / "_async_client.py").read_text()
    for pattern, replacement in REPLACED:
        text = re.sub(pattern, replacement, text, flags=re.MULTILINE)
    target = FOLDER / "_client.py"
    if "--check" in sys.argv:
        return 0 if target.read_text() == text else 1
    target.write_text(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
