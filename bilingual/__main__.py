"""Run the program: ``python -m bilingual``."""

import sys

from bilingual.cli import main

sys.exit(main())
