"""From what the documents state to a graph that can be kept, queried, looked at and handed on."""
