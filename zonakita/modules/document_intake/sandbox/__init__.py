"""Reading in a child process with limits, so that a hostile file cannot take the server down."""
