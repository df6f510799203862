"""The review of a change: what it does in the programme's words, what it shows to whom, which findings it causes."""
