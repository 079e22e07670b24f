"""Numbers, which both tokenizers keep whole."""

from __future__ import annotations

import re

NUMBER_RE = re.compile(r"[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?")
