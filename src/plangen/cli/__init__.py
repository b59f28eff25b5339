"""The command line: the only stage that knows the user, the terminal and the language."""
