"""Texts as they stand in files: positions, findings, YAML, front matter, Markdown, durations."""
