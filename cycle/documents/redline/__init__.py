"""Redline: two versions of a document as one, with the differences as tracked changes.

``versions`` is the whole way, ``setaside`` leaves out what is the same, ``compare``
walks through the rest of both documents, ``align`` finds what belongs together,
``paragraphs`` compares word by word along ``steps``, ``marks`` writes what was added and
taken out, ``borrow`` brings along what removed text refers to, ``resolve`` proves the
outcome.
"""

from cycle.documents.redline.versions import RedlineOnjuist, redline

__all__ = ["RedlineOnjuist", "redline"]
