"""The words of an item, read once for all who ask of them: where they stand, what they are.

Below the rooms: it knows text, and nothing of news. What a room knows of words it keeps in a
:class:`~pipeline.words.table.Table` or in :class:`~pipeline.words.phrases.Phrases`, by the words'
numbers. All of it runs as plain Python; where the package was built with a compiler, the same
functions run compiled (``compiled.pyx``) with the same results.
"""
