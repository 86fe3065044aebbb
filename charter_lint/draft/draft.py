"""A draft: its text, its context, and what is read off it when somebody asks."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from charter_lint.draft import language
from charter_lint.draft.blocks import Blocks, blocks_of
from charter_lint.draft.context import Context
from charter_lint.draft.fold import Folded, fold
from charter_lint.draft.patterns import Pattern
from charter_lint.draft.sentences import clause_numbers, sentences_of
from charter_lint.draft.spans import Lines, Span
from charter_lint.draft.tokens import Tokens, tokens_of

_HALVES = Pattern("[\ud800-\udfff]")
_SURE = 2  # function words by which a language must lead to be believed without lingua
_SHORT = 3  # sentences of fewer words take the language of the post


class Draft:
    """A text to publish with its context; never changes once made.

    `text` is the original, in which half a surrogate pair (no character, and no UTF-8) is U+FFFD;
    `name` says where it came from (a file name or an id), `line` is the number of its first line
    there. All other properties are computed at first use.
    """

    def __init__(
        self, text: str, context: Context | None = None, *, name: str = "", line: int = 1
    ) -> None:
        self.text = text if text.isascii() else _HALVES.sub("\ufffd", text)
        self.context = context or Context()
        self.name = name
        self.line = line

    @cached_property
    def lines(self) -> Lines:
        """Line starts of the original."""
        return Lines(self.text)

    @cached_property
    def folded(self) -> Folded:
        """The text without typographic disguise, with the way back."""
        return fold(self.text)

    @cached_property
    def blocks(self) -> Blocks:
        """Quotes, hashtags, links and other parts, in folded offsets."""
        return blocks_of(self.folded.text)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Sentences in folded offsets."""
        return sentences_of(self.folded.text)

    @cached_property
    def tokens(self) -> Tokens:
        """Words and signs, in folded offsets."""
        return tokens_of(self.folded.text, self.blocks.hashtags + self.blocks.mentions)

    @cached_property
    def sentence_of(self) -> list[int]:
        """The number of each token's sentence."""
        starts = [s.start for s in self.sentences]
        return [max(0, bisect_right(starts, at) - 1) for at in self.tokens.starts]

    @cached_property
    def clause_of(self) -> list[int]:
        """The number of each token's clause."""
        return clause_numbers(self.tokens.words, self.sentence_of)

    @cached_property
    def paragraph_of(self) -> list[int]:
        """The number of each token's paragraph."""
        starts = [p.start for p in self.blocks.paragraphs]
        return [max(0, bisect_right(starts, at) - 1) for at in self.tokens.starts]

    @cached_property
    def sentence_tokens(self) -> list[range]:
        """The range of token numbers of each sentence."""
        bounds: list[list[int]] = [[0, 0] for _ in self.sentences]
        for i, number in enumerate(self.sentence_of):
            if bounds[number][1] == 0:
                bounds[number][0] = i
            bounds[number][1] = i + 1
        return [range(a, b) for a, b in bounds]

    @cached_property
    def language(self) -> str:
        """The language of the whole: "fr", "en", a third one's code, or "" if nothing tells."""
        if self.context.language:
            return self.context.language
        guess, margin = language.of_words(self._plain_words(range(len(self.tokens))))
        if guess and (margin >= _SURE or guess not in ("fr", "en")):
            return guess
        if not any(w.isalpha() for w in self.tokens.words):
            return ""
        return language.of_text(self.folded.text) or guess

    @cached_property
    def languages(self) -> list[str]:
        """The language of each sentence; short or doubtful ones take the post's."""
        if self.context.language:
            return [self.context.language] * len(self.sentences)
        found = []
        for tokens in self.sentence_tokens:
            words = self._plain_words(tokens)
            guess, margin = language.of_words(words) if len(words) >= _SHORT else ("", 0)
            found.append(guess if margin >= _SURE else self.language)
        return found

    @cached_property
    def has_digits(self) -> bool:
        """Say whether any token begins with a digit, or holds one."""
        return any(not w.isalpha() and any(c.isdigit() for c in w) for w in self.tokens.words)

    @cached_property
    def sloppy(self) -> bool:
        """Say whether the author writes French without accents."""
        return self.folded.text.isascii() or not any(
            c in "éèêàçùîôâûëïÉÈÀÇ" for c in self.folded.text
        )

    def span_of(self, first: int, after: int) -> Span:
        """Give the original span of the tokens from `first` up to, not including, `after`."""
        tokens = self.tokens
        return self.folded.original(tokens.starts[first], tokens.ends[after - 1])

    def _plain_words(self, tokens: range) -> list[str]:
        accented = self.tokens.accented
        return [accented[i] for i in tokens if accented[i][0].isalpha()]
