"""IPTC's EXTRA rules, read simply: the baseline beside which inferred topics are measured.

The rules (MIT, https://github.com/iptc/extra-examples) name 36 English and as many German topics;
a story gets the top-level topics of the rules that it fulfils. Read more simply than the EXTRA
engine does: ``stemming`` is the word without its last two letters and whatever follows, and words
``prox`` to each other are words of the same text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

__all__ = ["Rules", "read_rules"]

_TOKEN = re.compile(r'//.*?//|"(?:\\.|[^"\\])*"|[()]|[^\s()"]+', re.DOTALL)
_COUNT = re.compile(r"count(?:unique)?(>=|>)(\d+)")

Node: TypeAlias = "str | list[Node]"
Times: TypeAlias = Callable[[str, str], int]
"""How often a rule is fulfilled by a title and a body."""


@dataclass(frozen=True)
class Rules:
    """The rules of one language."""

    rules: Sequence[tuple[str, Times]]
    """A top-level topic, and how often its rule is fulfilled."""

    def tops(self, title: str, body: str) -> frozenset[str]:
        """Return the top-level topics of the rules that a story fulfils."""
        return frozenset(top for top, times in self.rules if times(title.lower(), body.lower()))


def read_rules(folder: Path, language: str, top_of: Callable[[str], str]) -> Rules:
    """Read the rules for ``english`` or ``german``; *top_of* gives a code's top-level topic."""
    path = folder / f"rules_IPTC-Media-Topics-{language}.json"
    data = json.loads(path.read_text("utf-8"))
    rules = data.get("rules", data) if isinstance(data, dict) else data
    return Rules(
        [
            (top, _compiled(_parsed(rule["query"])))
            for rule in rules
            if (top := top_of(rule["topicId"].removeprefix("medtop:")))
        ]
    )


def _parsed(query: str) -> Node:
    stack: list[list[Node]] = [[]]
    for token in _TOKEN.findall(query):
        if token.startswith("//"):
            continue
        if token == "(":
            stack.append([])
        elif token == ")" and len(stack) > 1:
            done = stack.pop()
            stack[-1].append(done)
        elif token != ")":
            stack[-1].append(token)
    return stack[0][0]


def _compiled(node: Node) -> Times:
    if isinstance(node, str):
        return _leaf("text_content", "adj", node)
    first = node[0] if node and isinstance(node[0], str) else ""
    name = first.partition("/")[0]
    if name in ("and", "or", "not", "prox"):
        return _joined(first, [_compiled(child) for child in node[1:]])
    words = [part for part in node if isinstance(part, str)]
    if len(words) == 1:
        return _leaf("text_content", "adj", words[0])
    return _leaf(words[0], words[1], words[-1])


def _joined(operator: str, parts: Sequence[Times]) -> Times:
    name = operator.partition("/")[0]
    if name == "not":
        return lambda title, body: int(not any(part(title, body) for part in parts))
    if name in ("and", "prox"):
        return lambda title, body: int(all(part(title, body) for part in parts))
    match = _COUNT.search(operator)
    least = int(match[2]) + (match[1] == ">") if match else 1
    if "countunique" in operator:
        return lambda title, body: int(sum(part(title, body) > 0 for part in parts) >= least)
    if match:
        return lambda title, body: int(sum(part(title, body) for part in parts) >= least)
    return lambda title, body: sum(part(title, body) for part in parts)


def _leaf(field: str, relation: str, quoted: str) -> Times:
    text = quoted.strip('"').replace('\\"', '"')
    name, _, how = relation.partition("/")
    if "regexp" in how:
        patterns = [text.replace("\\\\", "\\")]
    elif name in ("any", "all"):
        patterns = [_word(word, how) for word in text.lower().split()]
    else:
        patterns = [r"\W+".join(_word(word, how) for word in text.lower().split())]
    found = [re.compile(rf"(?<!\w){pattern}(?!\w)") for pattern in patterns]

    def times(title: str, body: str) -> int:
        read = {"title": title, "subtitle": "", "body": body}.get(field, f"{title}\n{body}")
        each = [len(pattern.findall(read)) for pattern in found]
        return min(each) if name == "all" else sum(each)

    return times


def _word(word: str, how: str) -> str:
    if "stemming" in how and len(word) > 4:
        return re.escape(word[:-2]) + r"\w*"
    return re.escape(word).replace(r"\*", r"\w*")
