"""Words that cannot stand for each other: the vocabulary, and what two texts say by it."""

from bilingual.contrasts.naming import Named, names_in
from bilingual.contrasts.opposition import Opposition, Place, named_alike, oppositions, said, told
from bilingual.contrasts.vocabulary import Contrast, Member, Vocabulary, Way, read_contrasts, vocabulary

__all__ = [
    "Contrast",
    "Member",
    "Named",
    "Opposition",
    "Place",
    "Vocabulary",
    "Way",
    "named_alike",
    "names_in",
    "oppositions",
    "read_contrasts",
    "said",
    "told",
    "vocabulary",
]
