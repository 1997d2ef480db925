"""``python -m pipeline.cli`` is ``dateline``."""

from pipeline.cli import main

if __name__ == "__main__":  # a process that runs slow steps imports this under another name
    main()
