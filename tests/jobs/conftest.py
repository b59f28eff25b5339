"""What the tests of the jobs share: rewriting the golden files."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept", action="store_true", help="rewrite the golden files; review the difference"
    )
