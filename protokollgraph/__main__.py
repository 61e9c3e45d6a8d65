"""``python -m protokollgraph``: the command line."""

from protokollgraph.cli import main

if __name__ == "__main__":
    main()
