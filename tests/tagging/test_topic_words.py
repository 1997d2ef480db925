"""What single words say of topics: the tables that ship, and what they are learnt from."""

from __future__ import annotations

import struct
from importlib import resources
from pathlib import Path

import numpy as np
import pytest

from pipeline.tagging.topics.build.pieces import Pieces
from pipeline.tagging.topics.step import infer_topics, word_list
from pipeline.tagging.topics.text import TopicText
from pipeline.tagging.topics.words import LANGUAGES, single_words_of
from pipeline.words.reading import read_words

PIECES = ["\u2581wal", "\u2581Wal", "kampf", "\u2581", "f"]
WIDTH = 32


def model_of_pieces(path: Path) -> Path:
    """A model's file with five pieces, the number of each in all places of its vector."""
    blob = b"".join(piece.encode() for piece in PIECES)
    ends = np.cumsum([0] + [len(piece.encode()) for piece in PIECES]).astype(np.uint32)
    often = np.array([-9, -8, -10, -4, -3], np.float32)
    head = struct.pack(
        "<4sI7ifi5iQ",
        *(b"E5S1", 1, WIDTH, 1, 1, 1, len(PIECES), 1, 1),
        *(1e-12, 32, len(PIECES), 0, 1, 2, 3, len(blob)),
    )
    start = head + ends.tobytes() + often.tobytes() + blob + struct.pack("<iI", 0, 0)
    entry = struct.pack("<H", 8) + b"emb.word" + struct.pack("<BI", 1, 0)
    place = len(start) + 4 + len(entry) + 16
    rows = b"".join(np.float16(scale).tobytes() + bytes([0x99] * 16) for scale in (1, 2, -1, 1, 1))
    path.write_bytes(start + struct.pack("<i", 1) + entry + struct.pack("<QQ", place, 0) + rows)
    return path


def test_a_word_that_is_a_piece_is_known_by_its_spellings(tmp_path: Path) -> None:
    """Its vector is the mean of them, and it is as frequent as the most frequent."""
    pieces = Pieces(model_of_pieces(tmp_path / "model"))

    assert pieces.whole() == ["wal"]
    assert pieces.rarity("wal") == 8
    assert pieces.vectors(["wal"]) == pytest.approx(np.full((1, WIDTH), 32**-0.5))


def test_a_word_of_several_pieces_is_their_mean_by_length(tmp_path: Path) -> None:
    """A compound is rarer than any piece; one that has letters of no piece is not known."""
    pieces = Pieces(model_of_pieces(tmp_path / "model"))

    assert pieces.rarity("walkampf") == 13
    assert pieces.vectors(["walkampf"]) == pytest.approx(np.full((1, WIDTH), -(32**-0.5) / 9))
    assert not pieces.knows("zug")


def test_another_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "model"
    path.write_bytes(bytes(200))

    with pytest.raises(ValueError, match="no model"):
        Pieces(path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_is_small_and_has_each_word_once(language: str) -> None:
    file = resources.files("pipeline.tagging.topics").joinpath(f"topic_words_{language}.bin")
    with file.open("rb") as binary:
        data = dict(np.load(binary, allow_pickle=False))
    words = data["words"].tobytes().decode().split("\n")

    assert len(file.read_bytes()) < 400_000
    assert len(words) == len(set(words)) == len(data["worth"]) == len(data["says"])
    assert len(read_words("\n".join(words))) == len(words)


def test_a_language_without_a_table_is_read_by_its_list() -> None:
    assert single_words_of("it") is None
    assert infer_topics("Calcio, vince la capolista", "", "it")


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("en", "The midfielder scored.", 14),
        ("de", "Mittelfeldspieler und Stürmer trafen.", 14),
        ("fr", "Les députés ont voté au parlement.", 10),
        ("es", "Los diputados votaron en el parlamento.", 10),
    ],
)
def test_single_words_tell_the_likeliest_topic(language: str, text: str, place: int) -> None:
    words = word_list(language)
    assert words is not None
    said = words.read(TopicText.of("", text)).said()

    assert said is not None
    assert sum(said) == pytest.approx(1)
    assert max(range(17), key=said.__getitem__) == place
