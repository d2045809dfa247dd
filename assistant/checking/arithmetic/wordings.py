"""Words that several wordings share, as pieces of patterns over a skeleton (``clauses``)."""

from assistant.checking.arithmetic.clauses import MARK
from assistant.patterns import compile_late

N = MARK
NOT = "[^\ue000-\ue18f"
"""Opens a class of characters that holds no figure."""
SOFT = (
    "(?:超过|超|逾|近|将近|接近|约|大约|大概|至少|最多|达到|达|高达|多达|为|了|是|仅|只有|只|有|不到|未满|高于|突破"
    "|整整|足足)*"
)
"""What may stand between a word and its figure."""
STOP = r"(?=[，。；;、！？!?）)」』]|左右|以上|之多|だった|です|でした|となった|$)"
OTHER_TIME = compile_late(
    "上次|上回|前次|上月|上个月|上周|上季|去年|前年|同期|年增|月增|季增|往年|历年|平均|每|均|累计|预期|预估|目标|原先|此前"
    "|前回|前年|昨年|前期|前月|予想|见通し"
)
"""Words that bring in a figure which is not printed, or not of this sum."""
