"""`pairs/<cohort>/<pair>/signatures/*.sig`: detached signatures; their words are recomputed, never stored."""

from __future__ import annotations

from generator.kinds.base import kind

KIND = kind(
    "signature",
    "a signature",
    shape="pairs/<cohort>/<pair>/signatures/<name>.sig",
    place=r"pairs/(?!people/)(?P<cohort>{slug})/(?P<pair>{slug})/signatures/(?P<name>[a-z0-9][a-z0-9.-]*)\.sig",
    near=r"pairs/(?!people/)[^/]+/[^/]+/signatures?/.+",
    model=None,
)
