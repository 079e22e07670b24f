"""Documents that several tests use."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "corpus"
PLANTED = CORPUS / "network_quarter" / "planted.txt"
CLEAN = CORPUS / "network_quarter" / "release.txt"

HOSTILE = """売上高<script>alert(1)</script>は95億円\x1b[31mです。
{{7*7}}の費用は</style><img src=x onerror=alert(2)>12億円\u202eでした。

Net sales<script>alert(1)</script> were JPY95 billion\x1b[2J.
Costs of {{7*7}} were </style><img src=x onerror=alert(2)> JPY1.4 billion\u202e.
"""
