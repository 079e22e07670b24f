"""Words that cannot stand for each other: the vocabulary, and what two texts say by it."""

from bilingual.contrasts.opposition import Opposition, Place, oppositions, said, told
from bilingual.contrasts.vocabulary import Contrast, Member, Vocabulary, Way, read_contrasts, vocabulary

__all__ = [
    "Contrast",
    "Member",
    "Opposition",
    "Place",
    "Vocabulary",
    "Way",
    "oppositions",
    "read_contrasts",
    "said",
    "told",
    "vocabulary",
]
