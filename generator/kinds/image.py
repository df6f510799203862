"""Images beside the page that shows them: PNG, JPEG or WebP; no other file type is published."""

from __future__ import annotations

from generator.kinds.base import kind

KIND = kind(
    "image",
    "an image",
    shape="content/<folder of the page>/<name>.png, .jpg or .webp",
    place=r"content/(?:[a-z0-9-]+/)*(?P<name>[a-z0-9]+(?:[.-][a-z0-9]+)*)\.(?:png|jpg|webp)",
    near=r"content/.+\.(?:png|jpe?g|webp|PNG|JPE?G|WEBP)",
    model=None,
    published=True,
)
