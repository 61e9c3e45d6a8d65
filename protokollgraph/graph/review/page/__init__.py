"""The open questions as one offline HTML page: template, style, script and words are data files beside the module."""
