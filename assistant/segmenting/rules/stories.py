"""How texts begin, end and are signed."""

import re

from assistant.patterns import compile_late
from assistant.patterns.sieve import compile_sieved

# how a news story begins: [某某社], 記者某某/台北報導; and, less surely, with a day near its start
SIGNED_LEAD = compile_late(r"[\[(【〔][^\])】〕]{0,14}[記记]者[^\])】〕]{2,20}[\])】〕]")
"""【記者某某某／某地報導】"""
DISPATCH = compile_late(r"\([^()]{2,14}[記记]者[^()]{2,16}\d{1,2}日[^()]{0,3}[電电]\)")
"""(某某社記者某某某地3日電)"""
STRONG_LEAD = compile_late(
    r"[\[(【〔][^\n]{1,20}[\])】〕]|(?:即時中心|記者|记者|編譯)|.{0,20}(?:綜合|综合|連線|专电|專電)報?导?"
)
LEAD = compile_late(r".{0,60}(?:[今昨前本]\(|[今昨][天日晚]|\d日)")
NEWS_OF_THE_DAY = compile_late(r".{0,40}(?:[今昨前本]\(|[今昨][天日晚])")
"""Too weak to begin another story where no blank line stands, and enough to doubt that it is a section of the last."""
EDITORS = compile_late(
    r"\s*\((?:[編编][輯辑]|[譯译]者?|[責责][編编]|核稿)[編编]?[輯辑]?\s?:[^()。]{2,40}\)\s?(?:1\d{6})?\s*\Z"
    r"|(?<=。)\s*【[^】。]{2,12}】\s*\Z"
)
"""(編輯：某某)1141103 behind a dispatch of the Central News Agency: who edited it, and when by the Minguo calendar;
【某某】 behind a Japanese text: who wrote it."""
LINK_AT_END = compile_late(
    r"返回.{2,6},查看更多\s*\Z|(?:(?<=[。!?…\s」)])|\A)\s*[(【\[]?(?:原始(?:連結|链接)|原文(?:連結|链接)|[閱阅][讀读]原文|元記事|記事全文|続きを読む|(?:[閱阅][讀读]|看)更多"
    r"|更多(?:內容|内容|新聞|新闻|報導|报道)|點[我此]看|点击查看|詳見全文|Read more)[^\n。]{0,12}[)】\]]?\s*\Z",
    re.IGNORECASE,
)
"""Link text that pages leave behind at the end of a body: cut off it, and reported as damage."""

WRITER_NOTE = compile_late(
    r"[^。]{2,30}(?:(?:是|[為为]|係).{0,20}(?:[記记]者|[編编][輯辑]|[撰特][稿約约].{0,4}|[譯译]者)|[對对]本文.{0,16}|[為为]本文.{0,16})。"
)
"""Who wrote the text, and who helped, in a sentence below it."""
MORE_FROM = compile_sieved(
    r"[【\[]?(?:更多[來来]自.{1,20}|More from .{1,30}"
    "|(?:頭條|头条|最新|即時|实时|熱門|热门|焦點|焦点|推薦|推荐|精選|精选|其他|今日|昨日|本週|本周|一週|同類|主要|独家|獨家)"
    "(?:新[聞闻]|消息|[報报][導道]|文章|[內内]容|[閱阅][讀读]|話題|话题|影音|快訊|新訊|焦點|熱門|頭條|排行榜?)"
    r"|[^。、]{0,10}(?:20\d\d年)?\d{1,2}月\d{1,2}日の(?:ニュース|記事)(?:一覧)?|[热熱]新[聞闻]|[\u4e00-\u9fffA-Za-z]{2,8}推[荐薦]|特[寫写]|最受[歡欢]迎|最多人(?:看|[閱阅][讀读])|人氣(?:文章|排行)"
    "|(?:アクセス|人気|週間|月間)?ランキング.{0,6}(?:ごとに|毎日|毎時)?更新|[ァ-ヶー]{3,6}深掘り"
    "|[您你]?可能(?:也|還|还|會|会)?(?:感[興兴]趣|喜[歡欢])的?(?:文章|新[聞闻]|內容|内容)?|本分類最新.{0,4}|最Hit|関連する(?:ニュース|記事)|往期回[顾顧]|[熱热][門门][點点][閱阅].?|(?:[點点][擊击])?[閱阅][讀读]下一[則则篇].{0,4}|24小[時时](?:排行|[熱热][門门榜]).{0,2}|[點点][擊击]排行|[熱热]榜|.{0,4}[熱热]搜榜?|排行榜?"
    r"|更多.{1,12}(?:[報报][導道]|新[聞闻]|文章|相[關关][內内]容)|延伸[閱阅][讀读]|相[關关](?:新[聞闻]|[報报][導道]|[閱阅][讀读]))"
    r"[】\]]?\s?[:▶>]?"
)
"""A heading over links at the end of an article."""
HEADLINE_COLUMNS = 120
"""A line that is wider is body text; a Chinese character is two columns wide."""
LABEL_CHARACTERS = 8
"""A part whose lines are all this short is a menu rather than news."""
END_MARK = compile_late(r"[。」”)]\s?[■◼∎□]$")
"""How magazines mark where a text ends."""
CAPTION = compile_sieved(
    r"Image caption,"
    r"|写真・図版\s\S|写真\s?[:/]\s?\S|[▲△▼]|[编編]者?按\s?:|(?:相片|照片|[圖图]片)\s?:|[\[(](?:画像|写真|[圖図图]片?|照片)\s?\d*\s?:|(?:画像説明|圖像加註文字|图像加注文字|圖說|图说|[圖图]片[說说]明|[圖图]片?)\s?[,:/]"
)
"""How the line below a picture begins."""
PICTURED = compile_sieved(
    r"[^=]{6,120}=(?:(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日)?、[^。=]{2,24}|[^。=]{2,30}撮影)|[^。=]{6,60}=(?:(?:[^。=、]{1,12}で)?(?:(?:20\d\d年)?\d{1,2}月)?\d{1,2}日(?:午前|午後|朝|昼|夜|夕方?|未明|早朝|深夜)?(?:\d{1,2}時(?:\d{1,2}分)?)?[、,]"
    r"|[^。=]{2,24}(?:撮影|提供|で)\)?$)[^。]*"
)
"""The line below a picture of a Japanese paper: an equals sign before the day and the place, or before whose it is."""
SUBTITLE = compile_late(r"(?:——|――|──|—|--)\s?\S.{3,50}|[~～〜]\s?\S.{5,60}[~～〜]")
"""The second line of a headline: ——见闻, ～共同開発～."""
CORRECTION = compile_late(
    r"[【〈《\[(](?:更正|勘誤|勘误|訂正|[编編]者?[注註])[^】〉》\])]{0,20}[】〉》\])]|(?:更正|勘誤|勘误)(?:[啟启]事)?\s?:"
)
"""How a note begins that mends the text above it."""
GOES_ON = compile_late(
    r"(?:不[斷断]|持[續续]|[隨随][時时]|[實实][時时]|陸續|[滾滚][動动])更新|[圖图文]*直播|\bLIVE\b|ライブ更新|【速報中】|【詳報】|タイムライン",
    re.IGNORECASE,
)
"""In the headline of an article that is written while its event goes on."""
ENTRY = compile_late(r"[\d一二三四五六七八九十]{1,3}[.、)]|[*-]\s|[·•・.●○◆◇■□]\s?\S|[^\s:]{1,8}:\s?\S{2}")
"""A point of a list, or a field with its value: part of the text above it."""
POINT = compile_late(r"[•·・●▪■◆○]\s?\S|[-*–]\s\S")
"""A line with the mark of a list before it."""
FINAL = compile_late(r"(?:[。!?;]|(?<!\.)\.|[^…⋯.]\))[」』”’\"')】》〉\]]*\s*\Z")
"""Ends as finished text ends: a full stop and the like, a closing bracket, closing quotes included."""
CLAUSES = compile_late(r"^(?!.{0,8}[:|])(?=.{24}).{4,}[^\d],.{6,}[^」』”]$")
"""A line so long with a comma between its clauses is a paragraph, also where its full stop is missing."""
CUT = compile_late(r"(?:[…⋯]|\.{2}|・{3})[」』”\")]*\s*\Z")
"""Ends in dots: the text breaks off."""
