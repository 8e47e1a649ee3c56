"""Pure rules of an intake: its states, the edits of a reviewer, what is doubtful."""
