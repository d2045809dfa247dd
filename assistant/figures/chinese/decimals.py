"""Decimals as Japanese papers print them, with a dot in the middle of the line: 8・5ゲーム, 6・7%."""

import re

from assistant.patterns import compile_late

_DOTS = "・･·‧"
_COMMAS = str.maketrans(dict.fromkeys(_DOTS, "、"))
_DIGITS = frozenset("0123456789一二三四五六七八九")
_NUMBER = compile_late(rf"(?<![0-9{_DOTS}.])([0-9]{{1,4}})[{_DOTS}]([0-9]{{1,3}})(?![0-9{_DOTS}.])")
_LIST = compile_late(
    rf"(?<![0-9一二三四五六七八九十{_DOTS}.])(?:[0-9]{{1,2}}[{_DOTS}]){{1,5}}[0-9]{{1,2}}"
    r"(?=年生|号|位|回(?![0-9/])|审|塁|垒|面|丁目|级(?!地震)|番|月|日|年(?![0-9])|军|区|组|次)"
    rf"|(?<![0-9一二三四五六七八九十{_DOTS}.])(?:[一二三四五六七八九][{_DOTS}]){{1,5}}[一二三四五六七八九]"
    r"(?=年生|号|位|回|审|塁|垒|面|丁目|级|番|月|日|军|区|组)"
)
"""1・2年生, 5・6月, 1・2号機: each number is one of its own."""
_MEASURED = compile_late(
    r" ?(?:%|ポイント|パーセント|ゲーム|倍|度|℃|[万亿兆](?!人目)|歳|岁|才|割|点(?![灯心])|円|ドル|ユーロ|秒|差"
    r"|メートル|キロ|センチ|ミリ|トン|グラム|ヘクタール|アール|リットル|ノット|ワット|公|平方|立方|光年|馬力|马力|时间(?!目)"
    r"|[mk]?m(?![a-z])|kg|人(?=[。、（(で]|$)|坪|叠|尺|级地震)"
)
_TELLS_DECIMAL = compile_late(
    r"(?:マグニチュード|(?<![A-Za-z])M|防御率|打率|胜率|出塁率|出生率|倍率|规模|指数|震级|推定|OPS|PM2・5)"
    r"[はがを、（(:：=]{0,2}(?:约|およそ)?$"
)
_LOOK_BACK = 12
_HUNDREDTHS = 2


def point_decimals(folded: str) -> str:
    """The text with a full stop in each such decimal, so that it is read as one number, and a comma in such lists.

    It is as long as the text itself.
    """
    if "・" not in folded and "·" not in folded and "･" not in folded and "‧" not in folded:
        return folded  # as most texts
    if not any(_joins_digits(folded, dot) for dot in _DOTS):
        return folded
    return _NUMBER.sub(_point, _LIST.sub(lambda match: match[0].translate(_COMMAS), folded))


def _joins_digits(folded: str, dot: str) -> bool:
    """Whether any such dot stands between digits; most are those of foreign names."""
    at = folded.find(dot, 1)
    while at > 0:
        if folded[at - 1] in _DIGITS and folded[at + 1 : at + 2] in _DIGITS:
            return True
        at = folded.find(dot, at + 1)
    return False


def _point(match: re.Match[str]) -> str:
    whole, decimals = match.groups()
    text, start = match.string, match.start()
    is_dated = len(decimals) == _HUNDREDTHS and len(whole) < _HUNDREDTHS  # 1・17, 3・11
    is_decimal = _MEASURED.match(text, match.end()) and not (is_dated and text.startswith("人", match.end()))
    if is_decimal or _TELLS_DECIMAL.search(text, max(0, start - _LOOK_BACK), start):
        return f"{whole}.{decimals}"
    return match[0]
