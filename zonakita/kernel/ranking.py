"""Texts compared by the weight of the words that they share (TF-IDF and cosine)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from zonakita.kernel.indonesian import key_words


class WordWeights:
    """Weights of words learned from a set of texts: a word in few of them weighs much."""

    def __init__(self, texts: Iterable[str]) -> None:
        documents = [set(key_words(text)) for text in texts]
        counts = Counter(word for document in documents for word in document)
        self._count = len(documents)
        self._weights = {word: self._weight(number) for word, number in counts.items()}

    def vector(self, *parts: tuple[str, float]) -> Mapping[str, float]:
        """Texts, each with a factor, as one vector of length 1 (empty for texts without words)."""
        sums: dict[str, float] = {}
        for text, factor in parts:
            for word, number in Counter(key_words(text)).items():
                weight = self._weights.get(word, self._weight(0)) * factor * (1 + math.log(number))
                sums[word] = sums.get(word, 0.0) + weight
        length = math.sqrt(sum(weight * weight for weight in sums.values()))
        return {word: weight / length for word, weight in sums.items()} if length else {}

    def _weight(self, number: int) -> float:
        return math.log((1 + self._count) / (1 + number)) + 1


def cosine(first: Mapping[str, float], second: Mapping[str, float]) -> float:
    """How alike two vectors of length 1 are, 0..1."""
    if len(first) > len(second):
        first, second = second, first
    return sum(weight * second.get(word, 0.0) for word, weight in first.items())
