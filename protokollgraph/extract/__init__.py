"""Reading protocols: from the text of a file to everything that it states.

``reader`` decodes files, ``clean`` and ``segment`` find the parts of a protocol, the extractors read facts from the
parts, and ``extractor`` runs them all. Word lists (``words/``) and styles of protocols (``styles/``) are data.
"""
