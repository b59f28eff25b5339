"""Fonts for the proofs of all papers, made once."""

import pytest

from plangen.fonts.fonts import Fonts
from tests.document.samples import ANNEXED
from tests.document.samples import NOTICE as WHOLE
from tests.proof.papers import FORMS
from tests.proof.setting import stand_ins, true_fonts


@pytest.fixture(scope="session")
def true(tmp_path_factory: pytest.TempPathFactory) -> Fonts:
    folder = tmp_path_factory.mktemp("true")
    return true_fonts(folder, *FORMS.values(), WHOLE, ANNEXED)


@pytest.fixture(scope="session")
def free(tmp_path_factory: pytest.TempPathFactory) -> Fonts:
    folder = tmp_path_factory.mktemp("free")
    return stand_ins(folder, *FORMS.values(), WHOLE, ANNEXED)
