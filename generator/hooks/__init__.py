"""Hooks of Git: what a commit or a push would cause, told before it is there, and sites built after it."""
