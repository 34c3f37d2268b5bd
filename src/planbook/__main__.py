"""`python -m planbook` is `planbook`."""

from __future__ import annotations

import sys

from planbook.cli import main

sys.exit(main())
