"""The user's own names are read from two small files, and a mistake in them is named."""

from pathlib import Path

import pytest

from assistant.errors import SettingsError
from assistant.glossary.userfile import read_user_terms
from assistant.records import Authority, Term


def test_there_need_be_no_file(tmp_path: Path) -> None:
    assert read_user_terms(tmp_path) == ()


def test_both_files_are_read_and_their_terms_are_locked(tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_text("original,english,kind\n# ours\n柯文哲,Ko Wen-je,person\n\n", encoding="utf-8")
    (tmp_path / "names.toml").write_text(
        '[names]\n"王小明" = "Wang Siao-ming"\n"普丁|蒲亭" = { english = "Vladimir Putin|Putin", origin = "ru" }\n',
        encoding="utf-8",
    )
    terms = read_user_terms(tmp_path)
    assert terms == (
        Term(("柯文哲",), ("Ko Wen-je",), "person", authority=Authority.USER),
        Term(("王小明",), ("Wang Siao-ming",), authority=Authority.USER),
        Term(("普丁", "蒲亭"), ("Vladimir Putin", "Putin"), origin="ru", authority=Authority.USER),
    )
    assert all(term.is_locked for term in terms)


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("names.csv", "柯文哲\n", "line 1 cannot be used: an original and its English"),
        ("names.csv", "柯文哲,Ko,hero\n", "line 1 cannot be used: there is no kind hero"),
        ("names.csv", 'a,"b\n', "cannot be read"),
        ("names.csv", f"柯文哲,{'K' * 201}\n", "at most 200 characters"),
        ("names.csv", "柯文哲,Ko\x1b[2J\n", "printable"),
        ("names.csv", '柯文哲,=HYPERLINK("x")\n', "line 1 cannot be used: =HYPERLINK.* is a formula or a sign"),
        ("names.csv", "，,Comma\n", "line 1 cannot be used: ， is a formula or a sign"),
        ("names.csv", "柯文哲,Ko\n普丁|柯文哲,Ke\n", "柯文哲 is Ko in line 1 and Ke in line 2"),
        ("names.csv", "黃玉婷,Huang\n黄玉婷,Hwang\n", "黄玉婷 is Huang in line 1 and Hwang in line 2"),
        ("names.csv", "普丁,Putin\n蒲亭,Poutine\n", "蒲亭 is Putin in line 1 and Poutine in line 2"),
        ("names.csv", '柯文哲,Ko\n"黃玉\n婷",Huang\n', "line 3 cannot be used: a name is one printable line"),
        ("names.csv", "柯文哲;Ko Wen-je\n", "both needed"),
        ("names.csv", "english,original\nKo Wen-je,柯文哲\n", "柯文哲 is no English; the original comes first"),
        ("names.csv", "柯,Ko\n", "柯 stands in many other words"),
        ("names.toml", "[names]\n柯文哲 = \n", "cannot be read"),
        ("names.toml", 'names = "x"\n', "must be a table"),
        ("names.toml", '[name]\n"柯文哲" = "Ko"\n', r"there is no table \[name\]"),
        ("names.toml", '"柯文哲" = "Ko"\n', "there is no table"),
        ("names.toml", f"a = {'[' * 3_000}{']' * 3_000}\n", "cannot be read"),
        ("names.toml", "[names]\n'柯文哲' = 5\n", "柯文哲 cannot be used: a spelling is a text"),
        ("names.toml", "[names]\n'柯文哲' = { englisch = 'Ko' }\n", "there is no field englisch"),
    ],
)
def test_a_mistake_is_named_with_its_place(tmp_path: Path, name: str, text: str, problem: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=problem) as caught:
        read_user_terms(tmp_path)
    assert name in caught.value.message


def test_two_files_that_disagree_are_both_named(tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_text("original,english\n普丁,Vladimir Poutine\n", encoding="utf-8")
    (tmp_path / "names.toml").write_text('[names]\n"普京" = "Wladimir Putin"\n', encoding="utf-8")
    with pytest.raises(SettingsError, match=r"Vladimir Poutine in names\.csv, line 2 and Wladimir Putin in 普京"):
        read_user_terms(tmp_path)


@pytest.mark.parametrize(
    ("name", "text", "form"),
    [
        ("names.csv", "柯文哲\tKo Wen-je\n", "柯文哲,Ko Wen-je"),
        ("names.toml", '[names]\n柯文哲 = "Ko Wen-je"\n', '"柯文哲" = "Ko Wen-je"'),
    ],
)
def test_what_cannot_be_read_is_told_with_the_form_of_a_name(tmp_path: Path, name: str, text: str, form: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        read_user_terms(tmp_path)
    assert caught.value.advice == f"A name is written {form}"


def test_a_name_may_stand_twice_with_one_spelling(tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_text("柯文哲,Ko Wen-je\n柯文哲,Ko Wen-je,person\n", encoding="utf-8")
    assert {term.english for term in read_user_terms(tmp_path)} == {("Ko Wen-je",)}


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_bytes(b"\xff\xfe\x00\x81")
    with pytest.raises(SettingsError, match=r"names\.csv cannot be read"):
        read_user_terms(tmp_path)
