"""How many examples the laws are tried on: few in an ordinary run, more by PLANBOOK_EXAMPLES."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "laws",
    deadline=None,
    max_examples=int(os.environ.get("PLANBOOK_EXAMPLES", "30")),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    derandomize="PLANBOOK_EXAMPLES" not in os.environ,
)
settings.load_profile("laws")
