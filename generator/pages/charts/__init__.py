"""Charts as inline SVG: one module for each, a pure function from a small value to one block of HTML.

Every chart says in words what it finds, computed from the same numbers, and carries them as a table. A number
that is not there is `None` and is said in words, never drawn; what a small group hides was hidden before.
"""
