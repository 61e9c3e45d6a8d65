"""Numbers as lists print them: 1, a, A, i, I."""

from __future__ import annotations

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_SMALL = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LONGEST = 20
"""Letters and roman numerals grow with the number; above so many signs it is printed in digits."""


def roman(number: int) -> str:
    """In small roman numerals; digits where there are none or too many."""
    if not 0 < number < 1000 * _LONGEST:
        return str(number)
    signs = []
    for value, sign in (*_ROMAN, *_ROMAN_SMALL):
        signs.append(sign * (number // value))
        number %= value
    return "".join(signs)


def repeated_letter(number: int) -> str:
    """a … z, aa, bb … as Word counts."""
    if not 0 < number <= 26 * _LONGEST:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def letter(number: int) -> str:
    """a … z, aa, ab … as HTML and ODF count."""
    signs = ""
    if number < 1:
        return str(number)
    while number:
        number, rest = divmod(number - 1, 26)
        signs = chr(ord("a") + rest) + signs
    return signs
