"""What source lines are made of: outlets, writers, labels."""

import re

from assistant.patterns import compile_late
from assistant.patterns.sieve import compile_sieved
from assistant.segmenting.rules import matter

SEPARATORS = " \t*・·•‧∙|/-–—,、:〡丨>»()[]【】"
SOURCE_LABELS = compile_late(
    "(?:(?:建立|張貼|发表|發表|发稿|刊发|發布|發佈|发布|文章|出版|發言|發稿|刊登|上稿|上版|公告)(?:日期|時間|时间)|最後更新(?:日期|時間)?|最后更新|最后更新|最終更新|更新時間|更新时间|發布時間|發佈時間|发布时间|發稿時間|出版時間|刊登時間|上稿時間|"
    "公開日時|配信日時|更新日時|發布於|發佈於|发布于|發表於|更新於|更新于|原创(?=\\s|$)|發布|發佈|发布|更新|配信|公開|掲載|來源於?|来源于?|出處|提供元|刊登於|刊登(?=\\s?:)|刊於|出版(?=\\s?:)|^[時时][间間](?=\\s?(?:[\\dA-Z:]|$))|"
    r"Updated|Published|Posted|Source)\s?:?",
    re.IGNORECASE,
)
LOST_SEPARATOR = compile_sieved(r"(?<=\s)(?:[?\ufffd]|&(?:#\d{2,5}|middot|bull);)(?=\s)")
"""What stands for a separator that the encoding of a file lacks: the dot of 某報 ・ 1 天前 is none of Big5."""
SOURCE_TAIL = compile_sieved(
    r"(?<=\S)\s?[\s【\[(|](?:字[体體号號級级](?:大小)?|分享(?:到|至)?|打印|列印|收藏|[責责]任?[編编][輯辑]|[閱阅][讀读](?![時时])|人[氣气]|[热熱]度|[浏瀏][览覽]|[点點][击擊]|[評评][論论])\s?(?::.*|(?:[大中小\s|]|本[文页頁])*[】\])]?)$|"
    r"(?<=[分\d)])\s?[\[(【](?:(?:有料)?会員限定|有料|無料|會員(?:限定|專屬)|付費|付费)[^\])】]{0,4}[\])】]$|(?<=:\d\d)\s(?:发布|發布|發佈)[于於]\s?[^\s\d:]{2,6}$|\s(?:[浏瀏][览覽]|[点點][击擊閱]|[阅閱][读讀])(?:次[数數]|量|[数數]|率)\s?:?\s?[\d,]+[万萬]?$"
    r"|\s(?:農曆|农历|旧暦).{2,10}$|\s?[・·•|]\s?(?:[閱阅][讀读]|看)?(?:全文|更多|原文)\s?[→>»]{0,2}$|\s[・·•]\s?(?:公開|公开|朋友)$|\s(?:[頭头]版|[A-Z]?\d{1,2}版|第\d{1,2}版)$|(?<=[分\d])\s(?:地震|気象|災害|台風|大雨|大雪|火事|火災|事故|事件|選挙|裁判|訃報)$|\s(?:E[SD]T|P[SD]T|CST|JST|HKT|GMT|UTC)$|\s(?:[台臺]北|北京|日本|香港)[時时][間间]$|(?<=\d)\s?(?:現在|时点|時点)$|\s\d{1,6}\s?(?:评论|評論|跟[帖贴貼]|留言)(?=\s|$)"
    r"|\[?(?:GMT|UTC)[+-]\d{1,2}(?::\d{2})?\]?"
    r"|\[?(?:有料|会員限定)(?:会員限定)?記事\]?(?:\s\d{1,3}(?:,\d{3})?文字)?$|\s\d{1,3}(?:,\d{3})?文字$"
    r"|(?<=\s)[・·|•]\s?(?:發表留言|发表评论|留言|評論|评论|分享|\d{1,5}(?:\s?(?:則留言|则评论|条评论|留言|評論|评论|コメント))?)$"
    r"|コメント\s?\d{1,5}\s?件$|(?<=:\d\d)[\s・·•]{1,3}(?:"
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃"
    "|青海|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|台湾)$"
)
"""Behind an age: subject, time zone, place (WeChat, Toutiao) or how many comments; none is part of it, or an outlet."""
BYLINE = compile_sieved(
    r"[□■●◎◆]\s?(?:本[報报刊台社])?(?:特[約约])?[記记]者[^。,!?:]{2,24}|本[報报](?:[訊讯]|消息)\s?\([^()]{2,20}\)|"
    r"\(?(?:中央社)?(?:特[約约])?(?:[記记]者|[編编翻][譯译輯辑]|[責责]任?[編编][輯辑]?|原[標标][題题]|文|[圖图]|[撰圖图]文|作者)\s?[/:|]\s?[^。,!?]{2,20}\)?"
    r"|(?:本[報报台社刊])(?:特[約约])?[記记]者(?:[\s、][\u4e00-\u9fff]{2,4}){1,5}"
    r"|\(?(?:中央社)?[記记]者[^。,!?]{2,12}\s?/\s?[^。,!?]{2,8}(?:[報报][導道]|[專专]?[電电]|[攝摄]影?)?\)?"
    r"|(?:新聞|新闻|資料|资料|消息)?(?:来源|來源|出處|出处)\s?:\s?[^。,!?]{2,20}"
    r"|(?:特[約约])?[記记]者\s?[^。,!?]{2,8}\s?[發发]自.{2,8}|[^。,!?]{2,20}(?:\s|/)\s?.{2,6}[報报][導道]"
    r"|[【(\[](?:本[報报刊台社]|特[約约])(?:綜合|综合)?(?:[訊讯]|消息|[報报][導道]|專電|专电)[】)\]]"
    r"|[^。,、!?\s]{2,12}(?:取材班|編集部|報道部|[採采][訪访][組组]|[綜综]合(?:[報报][導道]|外電))|[記记]者[\s:][\u4e00-\u9fff]{2,4}(?:[\s、][\u4e00-\u9fff]{2,4}){0,3}|[撰採采圖图]?文[.・·][^。,!?]{2,8}(?:\s[^。,!?]{2,3}[.・·][^。,!?]{2,8}){0,3}"
    r"|(?:[報报][導道]|[採采][訪访])\s?:\s?[\u4e00-\u9fff]{2,4}|\([\u4e00-\u9fff]{2,8}\d{1,2}日[訊讯電电]\)"
    r"|(?:[撰採采]?文\s+|(?:文字|[攝摄]影|[編编][輯辑]|整理|[採采][訪访])\s{2,})[\u4e00-\u9fff]{2,4}"
    r"|\((?:文章|稿件|本文|新[聞闻])?[來来]源\s?:[^()。]{2,24}\)"
    r"|\((?:[參参][與与])?(?:[採采][訪访寫写]|[記记]者|[協协]助|[攝摄]影)(?:[採采][訪访寫写])?\s?:[^()。]{2,30}\)"
    r"|(?:新[華华]社|中新社|中央社|[\u4e00-\u9fff]{2,6}[報报社])[\u4e00-\u9fff]{2,8}\d{1,2}月\d{1,2}日[電电](?:\s+[題题]:.{2,40})?"
    r"|[\[【(][^\[\]【】()。]{0,24}(?:株式会社|有限公司|合同会社)[^\[\]【】()。]{0,24}[\])】]"
    r"|[^。,!?]{0,8}(?:綜合|综合|連線|联合)(?:[報报][導道]|外電)|By [A-Z][\w.'-]+(?: [A-Z][\w.'-]+){1,2}"
)
BY_NAME = compile_late(
    r"(?:^|[\s/|,、・·]+|(?<=[報报網网社闻聞台臺]))(?:(?:中央社)?(?:特[約约])?[記记]者\s?[/:]?|(?:[編编][譯译輯辑]|[撰圖图]?文|[攝摄]影|作者)\s?[/:.])"
    r"\s?(?:[\u4e00-\u9fff]{2,4}(?:\s?/.{0,12}|\s[\u4e00-\u9fff]{2,3})?|[A-Z][\w.'-]*(?:\s[\u4e00-\u9fff]{2,4})?)$"
)
"""The writer behind the outlet of a source line: 某報 / 記者某某／台北報導."""
CREDITED = compile_sieved(
    r"\([^()。]{0,12}(?:[製制][圖图]|[資资]料[圖图]片|[圖图]片|[攝摄])\)|[圖图](?:源|[片像][來来]源)\s?:.{2,30}|©?\s?由\s.{2,20}\s?提供|(?:写真|画像|動画)\s?[:/]\s?[^。]{2,16}|[(\[].{0,8}(?:[圖图片像]|[Pp]hoto|[Ss]ource|写真).{0,4}[:/].{1,40}[)\]]"
    r"|《[^》]{2,14}》\s?\(\s?(?:20\d\d年)?\d{1,2}月\d{1,2}日.{0,4}?第?\s?[A-Z]?\d{1,2}\s?版.{0,8}\)"
)
"""Whose picture it is, in brackets, or in which edition a text stood, on a line of its own."""
FIELD_OF_HEAD = compile_sieved(
    r"[^\s\d:|/]{0,3}(?:[單单]位|日期|[時时][間间]|[來来]源|[編编][輯辑]|[類类][別别]|[字文][號号]|[電电][話话]|[人者稿編编源文圖图])\s?[:|/]\s?[^。?!,\d\s]{1,9}"
)
"""The same, where it could be taken for a headline."""
KEYED = compile_late(r"[^\s\d:|/]{1,4}\s?[:|/]\s?[^。?!\d]{1,30}")
"""A short word and its value in the head of an article: 來源|某報."""
FIELD_BESIDE = compile_late(r"[\u4e00-\u9fff]{2,8}\s?:\s?[^\d%\s]{1,4}")
"""Any field in the lines below a time: who wrote, edited or recorded it."""
FIELD = compile_sieved(
    r"\(?(?:[發发][布佈][機机][關关]|[資资]料[維维][護护]|[發发]布[單单]位|發佈單位|發言人(?:職稱|電話)?|(?:新聞)?[聯联連连][絡络系](?:人|電話|电话)|承辦人|附件(?:下載次數)?|[提發]供?文?[單单]位|張貼單位|電子(?:郵件)?信箱|傳真|Role"
    r"|(?:資料)?點閱(?:次數|率|數)|(?:瀏覽|浏览)(?:次數|次数|人次)|阅读量?|人氣|字數|字数|分類|分类|相[關关]字[詞词]|[關关][鍵键](?:字|詞|词)"
    r"|[責责]任[編编][輯辑]|[图圖]片[编編][辑輯]|版面[编編][辑輯]|审核|审校|校[对對]|[监監][制製]|[圖图影][像片][來来]源|画像提供)"
    r"\s?[:﹕/,\t]\s?.{0,60}"
    r"|[◆■●]?(?:プレスリリース|資料|情報|記事)?提供\s?:\s?.{2,20}|作者,\s?.{2,20}|Article\s[Ii]nformation|Reporting\sfrom\s.{2,20}|本資料由.{0,40}提供"
    r"|[\u4e00-\u9fff]{2,4}\s(?:報導|报道|整理|編譯)|發言人\t.{0,80}|主旨|說明|\(?作者[為为].{0,50}\)?"
)
"""A field of a form, with or without its value: who answers, how often it was read, whose picture it is."""
OUTLET_FIELD = compile_sieved(r"(?:\d\.\s?)?(?:媒體來源|新聞來源|消息來源|資料來源)\s?:?")
"""The outlet stands in the line below."""
WRITER_FIELD = compile_sieved(r"(?:\d\.\s?)?(?:記者署名|記者|记者|作者|撰文)\s?:?")
ROW = compile_late(r"\t.*\t")
"""A row of a table, as browsers copy it."""
SOURCE_BELOW = compile_late(r"(?:来源|來源|出處|出处)\s?:\s?(?P<outlet>\S.{0,18}\S)")
"""The outlet in the line below the time."""
SIGNED_BELOW = compile_late(
    r"(?P<outlet>[^\s/:]{1,10}(?:[報报社網网台]|新聞|新闻))\s?/\s?(?:特[約约])?[記记]者\s?[^。,]{2,24}"
)
"""The outlet before its writer, in the line below the time: 某報 / 記者某某／某地報導."""
PARTICLE = compile_late(r"[\u4e00-\u9fff][がをではに][\u4e00-\u9fff]")
"""Between the words of a Japanese headline, however short."""
PIECE = compile_late(r"[^|丨▪•\s](?:[^|丨▪•]*[^|丨▪•\s])?")
"""What stands between bars."""
RANK = compile_late(r"(?:第?\s?\d{1,3}\s?[名位]?|NO\.?\s?\d{1,3}|TOP\s?\d{1,3})[.、:]?", re.IGNORECASE)
RANKED = compile_sieved(
    r"(?:[^\d\s]{2,10}\s|(?:[Nn][Oo]\.?|[Tt][Oo][Pp]|[#第(])\s?)?(?P<rank>\d{1,2})"
    r"(?:[.、|)]\s?|[名位]?\s|(?<=0\d)/?(?=[^\W\d]))"
    r"(?P<title>\S.{4,}?)(?:\s\d{4,9}|\s[\d.,]{1,9}[万萬kK]?\+?\s?(?:[閱阅][讀读]|[觀观]看|[热熱]度|[討讨][論论]|[点點][击擊]|人|次)){0,2}(?:\t.|\s(?:[热熱新爆沸荐薦↑↓]|HOT|NEW))?"
)
"""A headline behind its rank in a list."""
RANK_BEFORE = compile_late(r"(?P<rank>\d{1,2})[.、]\s?(?=\D)")
GLUED_RANK = compile_late(r"(?P<rank>\d{1,2})(?P<title>[^\W\d].{4,})")
BULLET = compile_late(
    r"(?:\[(?:有料)?(?:会員限定|記事)\]\s?|[①-⑳❶-❿•·・▪■◆●○◎※▶►▸▹▷‣◦▍▎▌█┃◈◇⚫➤➜✦✔]\s?|\.(?=[\u3040-\u9fff「『])|[-*+–]\s|(?:NEW|New)!?\s?(?![A-Za-z\s]))(?=\w|[「『《【“])"
)
"""Before a headline in a list, and no part of it."""
LINK_MARKS = compile_sieved(r"(?:[*+○•]\s{1,3})?(?:\[\d{1,4}\]|\(BUTTON\)\s)|[*+○•]\s{1,3}(?=\S)")
"""What lynx and its like print before a link, a button, an entry of a list: * [12]..., (BUTTON) ..."""
PERSON = compile_late(
    "[王李張张劉刘陳陈楊杨黃黄趙赵吳吴周徐孫孙馬马朱胡郭何林高梁鄭郑羅罗宋謝谢唐韓韩曹許许鄧邓蕭肖馮冯曾程蔡彭潘袁董余蘇苏葉叶呂吕魏蔣蒋田杜丁沈"
    "姜范江傅鐘鍾钟盧卢汪戴崔任陸陆廖姚邱夏譚谭賈贾鄒邹熊孟秦閻阎薛侯雷段郝邵史顧顾賴赖賀贺嚴严尹錢钱施洪龔龚詹莊庄柯簡简翁涂游]"
    r"[\u4e00-\u9fff]{1,2}|[A-Z][A-Z.'-]+(?:\s[A-Z][A-Z.'-]*){1,3}"
)
"""A name of a person on a line of its own."""
NAME = compile_late(rf"[\u4e00-\u9fff]{{2,4}}|{PERSON.pattern}")
"""So short a line where a writer stands is a name."""
_TRADE = (
    r"(?:(?:特[約约]|[實实][習习]|[專专][題题]|首席|[駐驻]\S{2,4})?(?:[記记]者(?![會会])|[編编][輯辑譯译]|[實实][習习]生|通[訊讯][員员]|[評评][論论][員员]|撰文|作者|文字|[報报][導道]|[攝摄]影|校[對对]|主[編编]|[責责][編编]|[監监][製制])"
    r"|\S{1,4}(?:部|[総总]局|支局|[編编]集委員|特派員))"
)
_CALLED = r"(?:[\u3040-\u30ff\u4e00-\u9fff]{2,5}|[A-Z][\w.'-]+(?:\s[A-Z][\w.'-]+){0,2})"
PEOPLE = compile_sieved(
    rf"\S{{0,8}}?{_TRADE}\s?[:/|]?\s?{_CALLED}(?:[\s、/]\s?(?:{_TRADE}\s?[:/]?\s?)?{_CALLED}){{0,4}}"
)
"""Writers with their trades, on a line of their own: 某某新聞記者 林某某 實習生 陳某某."""
SIGNED = compile_sieved(
    rf"[\u4e00-\u9fff]{{0,8}}[報报社網网台](?:特[約约])?[記记]者\s?(?:{PERSON.pattern})(?:[、\s][\u4e00-\u9fff]{{2,4}}){{0,4}}|"
    rf"[\u4e00-\u9fff]{{0,8}}(?:新[聞闻]|[報报网網社])\w{{0,8}}\s(?:{PERSON.pattern})|(?:{PERSON.pattern})\s?/\s?[^。,!?]{{2,16}}"
)
"""Outlet and writer, or writer and trade, on a line of their own."""
WRITTEN_BY = compile_late(r"(?:\s|[記记]者).*")
"""What follows the outlet in a by-line."""
SECTION = compile_late(r"\s?[>›»]\s?\S{1,8}$|(?:\s|/)+(?:[記记]者|[編编][譯译輯辑]|文)$")
"""The section behind an outlet, or the word for a writer whose name stands in the next line."""
SECTION_BEHIND = compile_late(rf"\s?[|・·]\s?(?:{matter.SECTION.pattern})$")
"""The section between a headline and its age."""
ENGLISH_LABELS = compile_late(r"^\s*(?:by|from|via)\s|\s(?:on|at)\s*$", re.IGNORECASE)
"""By 某報 on 2031/5/13."""
PLACE = compile_late(
    r"(?<=[報报網网社])\s(?:北京|上海|天津|重庆|河北|江苏|浙江|福建|山东|河南|湖北|湖南|广东|四川|陕西|香港)$"
)
"""Where an outlet sits, behind its name."""
BRACKETED = compile_late(r"【(?P<title>[^】]{4,40})】")
"""The headline of a telegram, before its text."""
NEW_BEHIND = compile_sieved(r"(?P<title>.{5,}[\u3040-\u9fff」』!?\d%])\s?(?:NEW|New|HOT)!?")
"""A headline with the word of a list for a new one behind it."""
POST_TITLE = compile_sieved(r"[標标][題题]\s?:?\s?(?:(?<=:\s)|(?<=:)|\[[^\]]{1,6}\]\s?)(?P<title>\S.{3,})")
"""The headline of a post: 標題[新聞] ..."""
CREDIT = compile_late(
    r"(?:[圖图]|[圖图照]片|[攝摄]影|写真|[資资]料[圖图照])\s?[/:]\s?[^。!?]{2,20}\s*$|[^。!?]{2,12}/[攝摄]影?\s*$|[。\s][\u4e00-\u9fff]{2,4}\s?[攝摄]\s*$|[。\s](?:[資资]料|[網网]上|[檔档]案|示意)[圖图]片?\s*$|[記记]者\s?\S{2,9}\s?(?:[攝摄]影?|[傳传]真|提供)\s?(?:\d[\d年月日./-]{3,11})?\s*$"
    r"|\([^()]{2,16}\s?(?:翻?[攝摄]影?|提供)\)\s*$|\([資资]料(?:[圖图]片?|照片|[圖图]像)\)\s*$|\((?:Photo|Image|Picture|Source|Credit)s?\s?[:/][^()]{1,40}\)\s*$"
    r"|\([^()]{0,10}(?:取自|[摘截][自圖图]|翻[攝摄拍])[^()]{1,24}\)\s*$|\([^()]{0,8}(?:示意|合成|[檔档]案|[資资]料|[設设][計计]|模[擬拟]|[網网][絡络上路]|社)[圖图照]片?\)\s*$"
    r"|\((?:AP|AFP|EPA|Reuters|Getty(?:\sImages)?|[美联聯]{2}社|路透社?|法新社|[歐欧]新社|[視视][覺觉]中[國国])(?:[圖图]片?)?\)\s*$"
    r"|\((?:[編编][輯辑]|[譯译]者?|[責责][編编])[^()]{0,40}\)\d{0,8}\s*$|[^。]\([^()]{1,8}(?:テレビ|新聞|通信|放送|[報报]|[電电][視视])\)\s*$"
)
"""Who made the picture, behind a caption: no sentence, so that none is missing its full stop."""
_IN_CREDIT = compile_late("[/:(記记攝摄圖图]")
"""One stands in each of them."""
MAX_SOURCE_LINE = 60
MAX_OUTLET = 30
HEADLINE_SPACE = compile_late(r"[\u3040-\u9fff0-9]\s{1,4}[\u3040-\u9fff0-9]|、")
"""Between the halves of a headline; a longer line with it names no outlet."""
HALVES = compile_late(r"[^。;,、]{5,}[\u3040-\u9fff\d%」』》!?]\s[\u3040-\u9fff\d「『《][^。;,、]{4,}")
"""A headline in two halves, and no mark of a sentence in it."""
SPACED_OUTLET = 10
LONE_OUTLET = 20
"""An outlet on a line of its own is this short."""
NARROW = compile_late("[\\0-\u2e7f]+")
"""What is not East Asian."""
LEAST_TITLE = 16
LEAST_TITLE_IN_HALVES = 12
"""What stands beside an age in one line, and has so many wide characters, is a headline."""
LEAST_TITLE_BEFORE_OUTLET = 10
"""The same of a headline that an outlet follows; fewer are an outlet and its section."""
CREDITED_TITLE = compile_sieved(
    r"(?:[•·・▪■◆●○▶►*-]\s?)?(?P<title>[^\s()].{6,50}[^\s()。,])\s?\((?P<outlet>[^\s()\d。,:/][^()。,:/]{1,12})\)"
)
"""A headline with its outlet in brackets, in a list."""
TITLED = compile_late(
    r"(?P<title>\S.{7,}?)\s?(?:\||\s[-–—・·•]\s)\s?(?P<outlet>[^\s|\d%。!?;:,、「」](?:[^|%。!?;:,、「」]{0,12}[^\s|%。!?;:,、「」])?)"
    r"\s?[|,、・·•–—-]\s?$"
)
"""Headline, outlet and age in one line, marks between them: what stands before the age."""
BEHIND_AGE = compile_late(r"\s?[|・·•]\s?(?P<outlet>[^\s|\d%。!?;:,、「」]{2,14})\s?")
"""The outlet where the age stands between it and the headline: headline 3 小時前 · 某報."""
OUTLET_NAME = compile_sieved(
    r"(?!本[報报社台臺刊網网](?:\)|$)).{0,12}(?:[^会會].社|.{2,4}[^会會]社|新聞|新聞社|新聞網|新闻|新闻网|通信|通[讯訊]|通讯社|通信社|通訊社|ニュース|オンライン"
    r"|テレビ|放送|日報|日报|晚報|晚报|時報|时报|[報报網网]|電視台|电视台|電台"
    r"|中央社|新华社|新華社|共同社|デジタル|スポーツ|スポニチ|ドットコム|ロイター|傳媒|传媒|媒體|周刊|週刊|雜誌|.{0,12}(?:\.com|\.jp|\.tw|\.hk|\.cn|NEWS|news|News))"
)
"""What outlets are called: where a line could as well be something else, only this is one."""
SITE = compile_sieved(rf"(?:{OUTLET_NAME.pattern})|(?:Yahoo|NHK|LINE|MSN|Google|BBC|CNN).{{0,14}}", re.IGNORECASE)
"""The name of a site above its page."""
SHOP = compile_late(r".{0,10}(?:[購购]物|商城|ショッピング|通販|[Ss]hop(?:ping)?|[Mm]all|[Ss]tore)(?:[網网]|中心)?")
"""The name of a shop in the place of an outlet."""
DESK = compile_late(r".{2,20}(?:編集局|編集部|支局|報道部|[経政社国文科]\S{0,3}部)")
"""An outlet with the desk that wrote."""
NOT_A_NAME = compile_late(r"[=%:]|\d{3}|\d\D+\d\D")
"""Figures and colons that no name of an outlet holds: the line is a headline."""
NOT_IN_OUTLET = compile_late(r"[。!?;「」『』…\"“”]|,(?!\s?Inc)")
NAMED_BELOW = compile_late(rf"\((?:{OUTLET_NAME.pattern})\)")
"""The outlet in brackets below a text: (某報)."""


def finds_credit(text: str, start: int = 0) -> bool:
    """Whether a credit stands at the end of a text, behind ``start``."""
    return bool(_IN_CREDIT.search(text, start) and CREDIT.search(text, start))
