"""Words that the checks of names need: what names nobody, what is speech, what points back. Data only."""

from functools import cache
from importlib.resources import files

from assistant.glossary import fold_original
from assistant.romanising import read_surnames


@cache
def read_words(section: str) -> frozenset[str]:
    """The words of one section of ``words.txt``."""
    return frozenset(read_sections("words.txt")[section])


@cache
def read_sections(file: str) -> dict[str, tuple[str, ...]]:
    """Heading, in brackets in a file beside the checks -> its words; lines that begin with # say something else."""
    words: dict[str, list[str]] = {}
    name = ""
    for line in files("assistant.checking").joinpath(file).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[]")
        elif not line.startswith("#"):
            words.setdefault(name, []).extend(line.split())
    return {name: tuple(found) for name, found in words.items()}


@cache
def read_surname_characters() -> frozenset[str]:
    """The characters of surnames, folded as originals of names are."""
    return frozenset(map(fold_original, read_surnames()))


TITLES = (
    "President|Premier|Minister|Chancellor|Senator|Congressman|Congresswoman|Mayor|Governor|Ambassador|General|Colonel"
    "|Admiral|Captain|Professor|Prof|Dr|Mr|Mrs|Ms|Miss|Sir|Chairman|Chairwoman|Chairperson|Director|Secretary"
    "|Spokesman|Spokeswoman|Spokesperson|Judge|Justice|King|Queen|Prince|Princess|Pope|analyst|economist|lawmaker"
    "|legislator|councillor|spokesman|spokeswoman|spokesperson|chairman|chairwoman|president|minister|professor"
)
"""Before a capitalised word they announce a person."""

SAYING = (
    "said|says|told|warned|warns|added|adds|stressed|noted|argued|claimed|claims|denied|denies|announced|stated|believes"
    "|explained|insisted|replied|responded|urged|criticised|criticized|wrote|asked|declared|described|recalled|promised"
)
"""After a name they announce a speaker."""

APPOSITION = r"(?:, (?:for (?:his|her|its|their) part|(?:an?|the|chief|head|chair\w*|director)\b[^,.;:!?“”\"]{1,60}),)?"
"""May stand between a name and its verb of speech: Yeh, chair of the union, said."""

BRACKET = r"(?: ?[(（][^()（）]{1,40}[)）])?"
"""May stand behind a name: its original."""

BELONGS = r"\b(?:of|at|for|by|from|with|against|to) (?:the )?$"
"""Before a name that another speaks for: Yeh, chair of Yunglan Power, said."""

SPEECH = (
    "表示|表明|說(?!法|明)|说(?!法|明)|稱(?!為|作|之)|称(?!为|作|之)|指出|強調|强调|形容|警告|回應|回应|認為|认为|批評|批评|坦言|透露|提到|呼籲|呼吁|重申|補充|补充"
    "|分析|直言|反問|反问|質疑|质疑|承諾|承诺|提醒|主張|主张|解釋|解释|嗆|怒轟|痛批|喊|寫道|写道|述べ|語っ|話し|話す|発言(?!人)"
)
"""Verbs of speech in Chinese and Japanese, as a regular expression."""

FORESEES = (
    "預估|预估|預測|预测|估計|估计|推估|研判|預料|预料|推測|推测|推算|評估|评估|試算|试算|看好|看壞|看坏|看衰"
    "|(?:預期|预期|預計|预计)(?=[^。，,\n]{0,16}(?:達|达|升|降|漲|涨|跌|成長|成长|增長|增长|放緩|放缓|衰退|改善|回溫|回温|萎縮|萎缩))"
)
"""Verbs by which one who knows says what will be, in Chinese, as a regular expression; 預計量產 is a plan."""

JAPANESE_SPEECH = (
    "(?:と(?:の?(?:見方|見解|考え(?:方)?|認識|見通し|方針|意向|懸念)を)?|を|に)"
    "(?:述べ|語[っりる]|話[しす]|説明し|強調し|批判し|指摘し|表明し|明らかにし|訴え|主張し|反論し|否定し|認め|発表し|コメントし|警告し|示し|示す|試算し)"
)
"""How Japanese says that somebody spoke, at the end of what he says, as a regular expression."""

POINTS_BACK = "他|她|該|该|其|報導|报导|报道|報道|同氏|彼"
"""Words by which a sentence says that it speaks of somebody named before."""

GOES_ON = (
    r"^[\s「『“\"]*(?:並|并|也|還|还|又|另|此外|而且|同時|同时|再|更|至於|至于|不過|不过|但|然而|因此|最後|最后|接著|接着|隨後"
    r"|随后|強調|强调|指出|認為|认为|表示|說|说|稱|称)"
)
"""Beginnings of sentences that go on with the speaker of the one before."""

SURNAMED = (
    "總統|主席|市長|委員|立委|部長|院長|議員|縣長|董事長|教授|醫師|先生|女士|小姐|氏|首相|總理|發言人|局長|署長|主任|理事長"
    "|檢察官|法官|姓|某|男|女|嫌"
)
"""After a surname they name the person a second time."""

ACTS = {
    "denied": "否認|否认|不承認|不承认|駁斥|驳斥|反駁|反驳|澄清|撇清|闢謠|辟谣|否定|不實|不实|非事實|非事实|並非|并非"
    "|並未|并未"
    "|沒有|没有|不是|不會|不会|不存在|並無|并无|查無|查无|不曾|誤傳|误传|謠言|谣言|從未|从未|未曾|無關|无关|絕無|绝无|否す|否ん|打ち消|認めな|事実ではな|事実無根|ない",
    "admitted": "承認|承认|坦承|坦言|認罪|认罪|認了|认了|自承"
    "|招認|招认|供認|供认|供述|供稱|供称|供出|招供|直認|认账|認め",
    "confirmed": "(?<!未)[證证]|[確确]|承|坦|認定|认定|核|表|指|屬實|属实|查|公布|宣|[說说稱称]|認め|明|透露"
    "|[檢检]出|裁定|維持|维持|[駁驳]",
    "apologised for": "歉|對不起|对不起|抱憾|遺憾|遗憾"
    "|賠不是|赔不是|賠罪|赔罪|認錯|认错|原諒|原谅|謝罪|陳謝|詫び|申し訳|すみません|おわび",
    "warned of": "警|告|恐|憂|忧|懼|惧|危|險|险|提醒|呼籲|呼吁|切勿"
    "|小心|注意|當心|当心|留意|若|如果|否則|否则|除非|可能|或|不排除|慎|防|威"
    "|揚言|扬言|後果|后果|代價|代价|嚴重|严重|惡化|恶化|懸念|おそれ|恐れ|可能性|リスク|ないと|れば|將|将|會(?!議|員|長)|会(?!议|員|员|长|議|長)",
    "alleged": "指|控|告|訴|诉|批|斥|責|责|疑|涉"
    "|轟|轰|譴|谴|罵|骂|嗆|呛|揭|爆|踢爆|抹黑|抨|怒|稱|称|不滿|不满|嫌|罪|違|违|檢舉|检举"
    "|非難|批判|主張|述べ|による",
}
"""What the source must say, one way or another, where somebody is said to have done so: wide, to flag what is sure."""

PLAIN_ACTS = {
    "denied": "否認|否认|不承認|不承认|駁斥|驳斥|反駁|反驳|澄清|撇清|闢謠|辟谣|否定|否す|否ん|打ち消|認めな",
    "confirmed": "證實|证实|確認|确认|承認|承认|坦承|認め|明らかに",
    "warned of": "警告|警|提醒|呼籲|呼吁|注意|小心",
    "alleged": "指控|指責|指责|控訴|控诉|控告|批評|批评|檢舉|检举|非難|批判|主張",
}
"""The verbs alone by which a sentence before may say an act for the one that goes on from it."""

CONTRARY_ACTS = {
    "denied": "(?<!不)(?:承認|承认)|坦承|認罪|认罪|證實|证实",
    "admitted": "(?<!不)(?<!未)(?:否認|否认)|拒不認罪|拒不认罪|(?<!不)否定",
    "confirmed": "(?<!不)(?<!未)(?:否認|否认)|未證實|未证实|拒絕評論|拒绝评论|不予置評|不予置评",
}
"""Words that say the contrary of an act."""

ACT_WORDS = {
    "denied": "denied", "denies": "denied", "deny": "denied", "denying": "denied",
    "admitted": "admitted", "admits": "admitted", "admit": "admitted", "confessed": "admitted", "confesses": "admitted",
    "apologised": "apologised for", "apologized": "apologised for", "apologises": "apologised for",
    "apologizes": "apologised for", "confirmed": "confirmed", "confirms": "confirmed",
    "warned": "warned of", "warns": "warned of", "accused": "alleged",
    "accuses": "alleged", "alleged": "alleged", "alleges": "alleged",
}  # fmt: skip

ACTS_OF_SPEECH = {
    "denied": ("否认|驳斥|反驳|不承认|辟谣|撇清", "denied|denies|rejected|rejects|refuted|rebutted"),
    "admitted": ("坦承|(?<!不)承认|认罪|认错", "admitted|admits|conceded|confessed"),
    "criticised": (
        "批评|抨击|痛批|怒批|炮轰|怒轰|谴责|指责",
        "criticised|criticized|condemned|slammed|blasted|attacked",
    ),
    "accused": ("指控|控诉|控告|举发", "accused|accuses|alleged"),
    "promised": ("承诺|保证|允诺", "promised|promises|pledged|vowed"),
    "apologised": ("道歉|致歉|认错", "apologised|apologized"),
    "opposed": ("反对", "opposed|opposes"),
    "warned": ("警告|示警", "warned|warns"),
}
"""Act -> how it is printed, in simplified characters, and told: for who did it, where two speak."""

OTHER_ACTS = {
    "promised": (
        "承诺|保证|允|答应|许(?!多)|誓|必|愿|绝|不会|将|诺|定于|(?<![工公协议社机国大委学年])会(?![员长议理计社场面谈晤见])",
        ("denied", "apologised", "criticised", "accused", "warned"),
    ),
    "denied": (
        "否|不承认|驳|澄清|撇|辟谣|不实|非|未|没|无|不|误传|谣言|打消|ない|ず",
        ("warned", "promised", "criticised", "accused", "opposed"),
    ),
    "criticised": ("批|抨|轰|谴|责|斥|骂|呛|怒|不满|嘲|讽|酸|失望|遗憾|质疑|反对|指|控", ("promised", "apologised")),
}
"""Act -> characters of which sentences that may say it have some, in simplified characters; acts that are others."""

DEEDS = {
    "beat": (
        "击败|打败|力克|险胜|战胜|完胜|逆转|胜过|挑落|淘汰|破り|下し",
        "不敌|输给|败给|惨输|敗れ|[遭被](?=[^，,。;；]{1,20}(?:击败|打败|力克|险胜|战胜|完胜|逆转|淘汰))",
        r"beat|beats|defeated|defeats|edged|downed|overcame|w[io]ns? (?:\d+[–-]\d+ )?(?:away )?(?:at|to|against|over)"
        r"|(?:came from behind|rallied|fought back|battled back|went on|managed|hung on|held on)"
        r" to (?:beat|defeat|edge|overcome)",
    ),
    "sued": ("控告|提告|告上|起诉|提诉|提訴", "遭|被", "sued|sues"),
    "charged": ("起诉|检控|落案|控告|提告|提诉|提訴", "遭|被", "charged|indicted|prosecuted"),
    "arrested": ("逮捕|拘捕|抓获|拘留|扣押|抓走|带走", "遭|被", "arrested|detained"),
    "fined": ("罚", "遭|被", "fined"),
    "bought": ("收购|并购|买下|入主|買収", "被|遭|售予|卖给", "bought|buys|acquired|acquires|took over"),
    "demanded": (
        "要求|呼吁|敦促|催促|促请|吁请|敦请|求め",
        "遭|被|应",
        r"demanded that|demanded|urged|urges|called on|asked",
    ),
    "accused": (
        "指控|指责|批评|谴责|痛批|抨击|炮轰|批判|非难",
        "[遭被](?=[^，,。;；]{1,20}(?:指控|指责|批评|谴责|痛批|抨击|炮轰))",
        "accused|accuses|criticised|criticized|criticises|criticizes|denounced|blamed|condemned",
    ),
    "thanked": ("感谢|答谢|致谢", "获|受", "thanked|thanks"),
    "invited": ("邀请|招待|招き", "应|受邀|获邀", "invited|invites"),
    "killed": ("杀害|杀死|刺杀|枪杀|砍杀|打死|刺死|砍死", "[遭被]", "killed|murdered|stabbed|shot dead"),
    "backed": ("支持|力挺|声援", "获|受", "supported|supports|backed|backs|endorsed|endorses"),
    "succeeded": ("接任|接替|继任|取代", "交棒|交接", "succeeded|succeeds|replaced|replaces"),
}
"""Deed -> how it is printed of the one who does it, of the one to whom it is done, and told in English."""

NOUN_BEHIND = "的|感谢|谢谢|答谢|寻求|争取|获|受|遭|被|回应|面对|针对|不满|外界|呼吁|要求|盼|引发|对(?!手|方)"
"""Before such a word in its clause they make it a noun, or another's deed: 感謝選民支持, 回應批評, 面對指控."""
