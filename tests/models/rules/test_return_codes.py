"""The code of a return slip: made, read as scanners and people type it, and every slip of the hand told."""

from __future__ import annotations

import pytest

from models.rules.return_codes import check_sign, read_return_code, return_code


def test_the_check_character_is_that_of_the_standard() -> None:
    # The example of the Global Release Identifier, which uses ISO/IEC 7064 MOD 37,36.
    assert check_sign("A12425GABC1234002") == "M"


@pytest.mark.parametrize(
    "typed",
    ["{}", " {}\r\n", "{low}", "{bare}", "{wide}", "{dash}", "R A2611 0387 {last}"],
)
def test_a_code_is_read_however_it_is_typed(typed: str) -> None:
    code = return_code("A2611-0387")
    wide = "".join(chr(ord(c) + 0xFEE0) for c in code)
    text = typed.format(
        code, low=code.lower(), bare=code.replace("-", ""), wide=wide, dash=code.replace("-", "–"), last=code[-1]
    )
    found = read_return_code(text)
    assert found is not None
    assert found.holds
    assert (found.case_number, found.text) == ("A2611-0387", code)


def test_every_wrong_sign_and_every_swap_of_different_neighbours_is_told() -> None:
    code = return_code("A2611-0387")
    for place in [i for i, c in enumerate(code) if c.isdigit() and i < len(code) - 1]:
        for wrong in "0123456789".replace(code[place], ""):
            found = read_return_code(code[:place] + wrong + code[place + 1 :])
            assert found is not None
            assert not found.holds
    for wrong in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".replace(code[-1], ""):
        found = read_return_code(code[:-1] + wrong)
        assert found is not None
        assert not found.holds
    swapped = read_return_code("R-A2611-0378-" + code[-1])
    assert swapped is not None
    assert not swapped.holds


@pytest.mark.parametrize("text", ["", "A2611-0387", "R-A2611-0387", "RA2611", "R-B2611-0387-7", "x" * 100_000, "R-‮"])
def test_other_texts_are_no_code(text: str) -> None:
    found = read_return_code(text)
    assert found is None or not found.holds
    with pytest.raises(ValueError, match="case number"):
        return_code(text if text != "A2611-0387" else "A2611")
