"""Numbers in words and numerals, in any script.

In: the number words of a language. Out: a regular expression of a count, and what it reads as.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping

_HAN = {
    "〇": 0,
    "零": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "兩": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "十": 10,
    "百": 100,
    "千": 1000,
}
_TWO_OR_THREE = re.compile(
    "[\u4e00\u4e24\u4e8c][\u4e24\u5169\u4e8c\u4e09]|\u4e09(?:\u56db|\u4e94)|\u56db\u4e94|\u4e94\u516d|\u516d\u4e03|\u4e03\u516b|\u516b\u4e5d"
)
HAN_DIGITS = "〇零一二两兩三四五六七八九十百千"
HAN_NUMBER = f"[{HAN_DIGITS}]{{1,7}}"


def digits(pattern: str) -> str:
    """A regular expression in which <3> and <1-9> stand for those digits of every script."""

    def of(found: re.Match[str]) -> str:
        first, last = int(found[1][0]), int(found[1][-1])
        return "[" + "".join(chr(zero + value) for zero in _ZEROS for value in range(first, last + 1)) + "]"

    return re.sub(r"<([0-9](?:-[0-9])?)>", of, pattern)


_ZEROS = [
    0x30, 0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6, 0xE50, 0xED0, 0xF20, 0x1040, 0x17E0,
    0x1810, 0xFF10,
]  # fmt: skip


def han(text: str) -> int:
    """Read a Chinese numeral: 二十三, 二〇一八."""
    text = text.lstrip("\u96f6\u3007") or text[:1]  # of the three in "one year, nought three months"
    if len(text) > 1 and not re.search("[十百千]", text):
        return int("".join(str(_HAN[character]) for character in text))
    total, number = 0, 0
    for character in text:
        value = _HAN[character]
        if value >= 10:
            total += (number or 1) * value
            number = 0
        else:
            number = value
    return total + number


def number(text: str) -> float:
    """Read a numeral in the digits of any script, with a comma or a dot before tenths and between thousands."""
    plain = "".join(str(unicodedata.decimal(character)) if character.isdecimal() else character for character in text)
    plain = re.sub(r"[.,\u00a0\u202f ](?=\d{3}(?!\d))", "", plain).replace(",", ".")
    return float(plain)


def reader(meanings: Mapping[str, float | str]) -> Callable[[str], float | str]:
    """What a count reads as: words are added up, hundred and thousand multiply what stands before them; "X" is vague."""
    words = {_plain(word): value for word, value in meanings.items()}

    def read(text: str) -> float | str:
        low = _plain(text)
        if low[0].isdecimal():
            found = re.match(r"\d[\d.,\u00a0\u202f ]*", low)
            value = number(found[0].strip(" .,\u00a0\u202f")) if found else 0.0
            further = words.get(low.split(" ")[-1], 0)
            if further in (100, 1000):
                return value * float(further)
            return value + (0.5 if "½" in low or further == 0.5 else 0)
        if low in words:
            return words[low]
        if re.fullmatch(HAN_NUMBER, low):
            return "X" if _TWO_OR_THREE.fullmatch(low) else han(low)
        total = 0.0
        before: float | str | None = None
        for word in re.split(r"[\s-]+", low):
            known = words.get(word)
            if known == 0.5 and before == total == 1:  # half an hour
                total = 0
            before = known
            if known is None or isinstance(known, str):
                continue
            total = (total or 1) * known if known in (100, 1000) else total + known
        return total or 1

    return read


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("i\u0307", "i").replace("\u0131", "i").split())
