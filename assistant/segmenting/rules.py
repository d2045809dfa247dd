"""What pages print around their news, as data. A new habit of a site is a new line here, not a new branch.

All patterns meet text whose full-width forms are folded to ASCII (``folding.fold_widths``), so each is written once.
"""

import re


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.lower().split())


# ---- how old an item is: "16 小時前", "1 天前", "3時間前", "2 hours ago", "2025/11/01 14:30", "昨天 08:15"
_CHINESE_UNIT = (
    "秒鐘?|秒钟|分鐘?|分钟|個?小時|个?小时|時間|鐘頭|天|日|週間?|周|個?星期|个?星期|個?禮拜|個月|个月|か月|ヶ月|カ月|年"
)
_ENGLISH_UNIT = "seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|[smhdw]|mo"
RELATIVE_AGE = re.compile(
    rf"""(?: (?:約|约)?\s?(?:\d{{1,4}}|[一二三四五六七八九十兩两半]{{1,3}})\s?(?:{_CHINESE_UNIT})\s?(?:以|之)?前
        | \b\d{{1,3}}\s?(?:{_ENGLISH_UNIT})\s+ago\b
        | 剛剛|刚刚|剛才|刚才|たった今|ただ今 | \bjust\ now\b | \byesterday\b
        | (?:今天|昨天|前天|今日|昨日|一昨日)\s?\d{{1,2}}:\d{{2}}
        | (?:(?<=[・·|•])|(?<=[・·|•]\s))\d{{1,2}}\s?(?:分鐘|分钟|小時|小时|時間|天|日)$
        | (?:^|(?<=[・·|•])|(?<=[・·|•]\s))(?:昨天|前天|昨日|一昨日|yesterday)$
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_CLOCK_TIME = (
    r"(?:[T\s,]{0,2}(?:上午|下午|晚上|凌晨|午前|午後|[AP]M)?\s?\d{1,2}[:時时點点]\d{1,2}分?(?::\d{2})?"
    r"\s?(?:[AP]M|[+-]\d{2}:?\d{2}|Z)?)"
)
_WEEKDAY = r"(?:\s?\((?:星期|週|周)?[一二三四五六日天月火水木金土]\)|\s?(?:星期|週|周)[一二三四五六日天])"
_FULL_DAY = r"(?:(?:民國|令和|中華民國)\s?\d{1,3}|\d{2,4})\s?[年/.-]\s?\d{1,2}\s?[月/.-]\s?\d{1,2}\s?日?"
PRINTED_TIME = re.compile(
    rf"""(?: {_FULL_DAY}{_WEEKDAY}?{_CLOCK_TIME}?
           | \d{{1,2}}\s?[月/]\s?\d{{1,2}}\s?日?{_WEEKDAY}?{_CLOCK_TIME}
           | \d{{1,2}}月\d{{1,2}}日{_WEEKDAY}?
           | (?:(?<=[・·|•])|(?<=[・·|•]\s))\d{{1,2}}-\d{{1,2}}{_CLOCK_TIME}?$ )""",
    re.VERBOSE | re.IGNORECASE,
)
# what may stand around outlet and age in a source line, and is neither
SEPARATORS = " \t・·•‧∙|/-–—,、:〡丨>»()[]【】"
SOURCE_LABELS = re.compile(
    "(?:最後更新|最后更新|最終更新|更新時間|更新时间|發布時間|發佈時間|发布时间|發稿時間|出版時間|刊登時間|上稿時間|"
    "公開日時|配信日時|更新日時|發布於|發佈於|发布于|發表於|更新於|更新于|原创(?=\\s)|發布|发布|更新|配信|公開|掲載|來源|来源|出處|提供元|出版(?=\\s?:)|"
    r"Updated|Published|Posted|Source)\s?:?",
    re.IGNORECASE,
)
UPDATED = re.compile(
    rf"\(?\s?(?:{PRINTED_TIME.pattern})\s?(?:更新|修正)(?!(?:時間|时间)?\s?:)\)?|(?:最[終后後]更新\s?:?|更新(?:時間|时间)?\s?:)\s?(?:{PRINTED_TIME.pattern})"
    rf"|更新[于於]\s?(?:\d{{1,3}}\s?(?:{_CHINESE_UNIT})前|(?:{PRINTED_TIME.pattern}))",
    re.VERBOSE,
)
"""When it was changed, beside the time of publication."""
READING_TIME = re.compile(
    r"[·・|]?\s?\d{1,2}\s?分[鐘钟]\s?\(?閱?阅?讀?读?(?:閱讀|阅读)?(?:時間|时间)?\)|(?:閱讀|阅读)(?:時間|时间)\s?:?\s?\d{1,2}\s?分[鐘钟]"
)
"""Yahoo's "2 分鐘 (閱讀時間)": how long the article takes to read, and no age."""
SOURCE_TAIL = re.compile(
    r"\[?(?:GMT|UTC)[+-]\d{1,2}(?::\d{2})?\]?"
    r"|\[?(?:有料|会員限定)(?:会員限定)?記事\]?(?:\s\d{1,3}(?:,\d{3})?文字)?$|\s\d{1,3}(?:,\d{3})?文字$"
    r"|(?<=\s)[・·|•]\s?(?:發表留言|发表评论|留言|評論|评论|分享|\d{1,5}(?:\s?(?:則留言|则评论|条评论|留言|評論|评论|コメント))?)$"
    r"|コメント\s?\d{1,5}\s?件$|(?<=:\d\d)\s(?:"
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃"
    "|青海|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|台湾)$"
)
"""Time zone, province (WeChat) or how many comments there are, behind an age: none is part of it, or an outlet."""
BYLINE = re.compile(
    r"\(?(?:中央社)?(?:特[約约])?(?:[記记]者|[編编][譯译輯辑]|[責责]任[編编][輯辑]|文|[圖图]|[撰圖图]文|作者)\s?[/:|]\s?[^。,!?]{2,20}\)?"
    r"|\(?(?:中央社)?[記记]者[^。,!?]{2,12}\s?/\s?[^。,!?]{2,8}(?:[報报][導道]|[專专]?[電电]|[攝摄]影?)?\)?"
    r"|(?:来源|來源|出處|出处)\s?:\s?[^。,!?]{2,20}"
    r"|[^。,!?]{0,8}(?:綜合|综合|連線|联合)(?:[報报][導道]|外電)|By [A-Z][\w.'-]+(?: [A-Z][\w.'-]+){1,2}"
)
BY_NAME = re.compile(
    r"(?:^|[\s/|,、・·]+|(?<=[報报網网社闻聞台臺]))(?:(?:中央社)?(?:特[約约])?[記记]者\s?[/:]?|(?:[編编][譯译輯辑]|[撰圖图]?文)\s?[/:])"
    r"\s?[\u4e00-\u9fff]{2,4}(?:\s?/.{0,12})?$"
)
"""The writer behind the outlet of a source line: 某報 / 記者某某／台北報導."""
CREDIT = re.compile(
    r"(?:[圖图]|[圖图照]片|[攝摄]影|写真|[資资]料[圖图照])\s?[/:]\s?[^。!?]{2,20}\s*$|[^。!?]{2,12}/[攝摄]影?\s*$"
    r"|\((?:[編编][輯辑]|[譯译]者?|[責责][編编])[^()]{0,40}\)\d{0,8}\s*$"
)
"""Who made the picture, behind a caption: no sentence, so that none is missing its full stop."""
MAX_SOURCE_LINE = 60
MAX_OUTLET = 30
HEADLINE_SPACE = re.compile(r"[\u3040-\u9fff0-9]\s[\u3040-\u9fff]|、")
"""Between the halves of a headline; a longer line with it names no outlet."""
SPACED_OUTLET = 10
LONE_OUTLET = 20
"""An outlet on a line of its own is this short."""
FIRST_WIDE = "\u2e80"
LEAST_TITLE = 16
LEAST_TITLE_IN_HALVES = 12
"""What stands beside an age in one line, and has so many wide characters, is a headline."""
LEAST_TITLE_BEFORE_OUTLET = 10
"""The same of a headline that an outlet follows; fewer are an outlet and its section."""
TITLED = re.compile(
    r"(?P<title>\S.{7,}?)\s?(?:\||\s[-–—]\s)\s?(?P<outlet>[^\s|\d%。!?;:,、「」](?:[^|%。!?;:,、「」]{0,12}[^\s|%。!?;:,、「」])?)"
    r"\s?[|,、・·•–—-]\s?$"
)
"""Headline, outlet and age in one line, marks between them: what stands before the age."""
OUTLET_NAME = re.compile(
    r".{0,12}(?:新聞|新聞社|新聞網|新闻|新闻网|通信|通信社|通訊社|ニュース|オンライン"
    r"|テレビ|放送|日報|日报|晚報|晚报|時報|时报|[報报網网]|電視台|电视台|電台"
    r"|中央社|新华社|新華社|共同社|デジタル|スポーツ|スポニチ|ロイター|傳媒|传媒|媒體|周刊|週刊|雜誌|.{0,12}(?:\.com|\.jp|\.tw|\.hk|\.cn|NEWS|news|News))"
)
"""What outlets are called: where a line could as well be something else, only this is one."""
SITE = re.compile(rf"(?:{OUTLET_NAME.pattern})|(?:Yahoo|NHK|LINE|MSN|Google|BBC|CNN).{{0,14}}", re.IGNORECASE)
"""The name of a site above its page."""
NOT_A_NAME = re.compile(r"[=%:]|\d{3}|\d\D+\d\D")
"""Figures and colons that no name of an outlet holds: the line is a headline."""
NOT_IN_OUTLET = re.compile(r"[。!?;「」『』…\"“”]|,(?!\s?Inc)")

# ---- lines that are no news, matched as a whole line without bullets and punctuation, in lower case
RELATED_HEADINGS = _words(
    "其他人也在看 其他人也看 大家都在看 更多新聞 更多相關新聞 相關新聞 相關報導 相關文章 延伸閱讀 推薦閱讀",
    "推薦新聞 猜你喜歡 你可能也喜歡 你可能有興趣 你可能感興趣 熱門新聞 熱門文章 最新新聞 即時新聞 編輯精選",
    "看更多 更多報導 同場加映 其他人還看了 看了這篇的人也看了 熱門排行 熱門排行榜 人氣排行 人氣新聞 今日熱門 热门排行",
    "相关推荐 相關推薦 精彩推荐 热点推荐 今日要聞 今日焦點 焦點新聞 更多相關內容 更多相关内容 熱門推播",
    "相关新闻 相关阅读 相关报道 延伸阅读 推荐阅读 热门新闻 猜你喜欢 更多新闻 最新新闻 其他人还看了 为您推荐 为你推荐",
    "関連記事 関連ニュース おすすめ記事 おすすめ あわせて読みたい 人気記事 アクセスランキング 注目記事",
    "この記事を読んだ人はこんな記事も読んでいます",
    "related relatedarticles relatednews relatedstories morenews youmayalsolike mostread recommended",
)
COMMENTS = re.compile(
    r"(?:網友|网友|讀者|读者|熱門|热门|最新|全部)?(?:留言|回應|評論|评论)|(?:みんなの)?コメント|comments?",
    re.IGNORECASE,
)
"""The heading of what readers wrote."""
NAVIGATION = _words(
    "首頁 首页 ホーム 登入 登出 登录 註冊 注册 會員 会员 選單 菜单 メニュー 搜尋 搜索 検索 分享 轉發 转发 收藏",
    "留言 評論 评论 回到頂部 回頁首 返回頂部 返回首页 上一篇 下一篇 上一則 下一則 前へ 次へ 字級 字體 大 中 小",
    "列印 打印 印刷 要聞 要闻 政治 財經 财经 國際 国际 社會 社会 生活 娛樂 娱乐 體育 体育 科技 健康 影音 地方",
    "運動 スポーツ 経済 国内 海外 エンタメ 文化 分享到facebook 分享到line facebook line x twitter email home menu",
    "会員限定記事 有料会員限定記事 有料記事 会員限定 有料会員記事 紙面から 写真・図版 拡大する",
    "プレゼント 保存 記事を保存",
    "search login share print next previous backtotop シェア シェアする コメント 続きを読む もっと見る",
    "閱讀更多 阅读更多 閱讀全文 阅读全文 看全文 更多 more readmore 跳到主要內容 skiptocontent 關閉 关闭",
    "載入更多 加载更多 顯示更多 網友回應 網友留言 讀者留言 我要留言 发表评论 複製連結 复制链接",
    "字體放大 收藏本文 加入追蹤 立即訂閱 立即订阅 分享至facebook 分享至line 我知道了 同意 接受 接受全部",
    "accept acceptall",
    "即時 即时 新聞 新闻 最新 焦點 焦点 熱門 热门 兩岸 两岸 股市 汽車 汽车 旅遊 旅游 房產 房产 教育",
    "產經 产经 全球 環球 环球 快訊 快讯 視頻 视频 直播 加入書籤 書籤 小字號 小字号 大字號 大字号 標準 标准",
    "赞 在看 写下你的留言 精选留言 举报 檢舉 分享至 分享到 印刷する",
    "メールでシェアする facebookでシェアする xでシェアする",
    "トップ 速報 ライブ ランキング エキスパート オリジナル 地域 芸能 字号 字號 時事 时事 思想 港聞 打开app",
    "專題 专题 副刊 滾動 滚动 国内 國內 軍事 军事 台灣 理財 理财 消費 消费 美食 時尚 时尚 ニュース 社説 政治 主要",
)
BUTTON = re.compile(
    r"\d{1,5}|\d{1,2}:\d\d(?::\d\d)?|\d{1,6}\s?(?:跟[贴帖]|[条條則]?[评評][论論])\s?\d*|阅读\s?[\d.]{1,6}万?\+?"
    r"|この記事は有料記事です.{0,60}|※無料期間中.{0,40}|コメント\s?\d*件?|(?:聽|听)新[聞闻].{0,20}|請同意我們的隱私權規範.{0,30}|(?:關鍵字|关键[字词]|標籤|标签|キーワード|タグ|tags?)\s?:.{0,50}"
    r"|[★※▲]?\s?圖片為版權照片.{0,50}|(?:#[^\s#]{1,20}\s?){2,}|分享(?:到|至).{1,12}|登入後.{0,8}留言.{0,30}|\d{1,5}\s?則留言"
    r"|上一[頁页].{0,30}下一[頁页]"
    r"|\S{0,2}(?:https?|[fﬁ]i?le)://\S{1,200}\s?\d{1,3}/\d{1,3}"
    r"|.{0,12}使用\s?cookies?.{0,40}|.{0,20}cookies?\s?.{0,12}(?:使用|以|を|ポリシー).{0,60}|.{0,4}(?:浏览器|瀏覽器).{0,8}(?:版本|升级|升級).{0,40}",
    re.IGNORECASE,
)
"""Counters, players, tags and notices of rights: a whole line that no reader needs."""
LEAST_MENU = 5
"""A line of so many short words, a third of them of menus, is a menu."""
PATH = re.compile(r"\S\s?[>»›]\s?\S")
"""港聞 > 社會: where on the site a page stands."""
POINTER = re.compile(
    r"[【\[▶►●※》>]{0,3}\s?(?:看更多|更多新[聞闻]|延伸[閱阅][讀读]|相[關关](?:文章|新[聞闻]|[報报][導道])|推[薦荐][閱阅][讀读]|[關关]連記事|関連記事"
    r"|あわせて読みたい)[】\]]?\s?[:▶►>|]\s?.{4,50}"
)
"""A link to another article inside one: 看更多：..."""
MENU_WORD = 3
"""A word of a menu that is in no table is this short."""
JOINED_MENU = re.compile(
    r"\S{0,8}?(?:"
    + "|".join(sorted((re.escape(word) for word in NAVIGATION if len(word) > 1), key=len, reverse=True))
    + r"){3,}"
)
"""A menu whose links have nothing between them, as browsers copy it; the name of the site may stand before it."""
ADVERTISEMENTS = _words(
    "廣告 广告 広告 廣告請繼續往下閱讀 請繼續往下閱讀 请继续往下阅读 繼續閱讀 贊助 贊助內容 赞助内容 推廣 推广",
    "スポンサー スポンサーリンク 広告を閉じる pr ad ads advertisement sponsored promoted 廣編特輯",
)
ADVERTISEMENT_STARTS = re.compile(
    r"【?(?:廣告|广告|広告|PR|AD)】|\[(?:廣告|广告|広告|PR|AD)\]|(?:廣告|广告|広告|贊助內容)\s?[:|(]"
    r"|(?:廣告|广告|広告|贊助|赞助)\s?[・·•]\s?.{1,20}\Z"
    r"|(?:立即)?訂閱\S{0,8}電子報[,,!。].{0,30}|(?:立即|馬上)?下載\S{0,8}APP[,!。].{0,40}|不用抽\s不用搶.{0,30}"
    r"|(?:立即|馬上|点击|點我)?(?:加入LINE(?:好友|官方帳號)?|下載\S{0,8}APP|訂閱\S{0,8}電子報|扫码\S{0,8}|下载\S{0,8}APP)[!。]?\Z",
    re.IGNORECASE,
)
ADVERTISER = re.compile(
    r"(?:廣告|广告|広告|贊助|赞助)\s?[・·•]\s?.{1,20}|.{1,20}\s?[・·•]\s?(?:廣告|广告|広告|贊助|赞助|PR|AD|Sponsored)",
    re.IGNORECASE,
)
"""Whose advertisement stands above this line: 廣告 ・ 某銀行, 某租車 ・ 廣告."""
FOOTER_STARTS = re.compile(
    r"[网網]站(?:声明|聲明)\s?:"
    r"|[^。]{0,40}(?:all rights reserved|著作權聲明\s?©)"
    r"|©(?!\s?由)"
    r"|\(c\)\s?\d|copyright\b|all rights reserved|版權所有|版权所有|著作[權权](?:所有|聲明|声明|[屬属歸归])|無断転載"
    r"|本[網网]站(?:之|著作|內容|内容|所有|所載|圖文|由)|(?:未經|未经)(?:授權|授权|許可|许可|同意)|(?:轉載|转载)(?:請|请)(?:註明|注明)"
    r"|(?:隱私|隐私)[權权]?(?:政策|聲明|声明|條款|条款|保護|保护)?\Z|プライバシー(?:ポリシー)?\Z|利用規約|(?:服務|服务|使用)(?:條款|条款)\Z"
    r"|(?:關於|关于)我[們们]|(?:聯絡|联系)我[們们]|お問い合わせ|運営会社|\S{0,3}ICP[备備]"
    r"|(?:責任|责任)?[編编][輯輯辑]\s?:\s?\S{2,8}\Z|責編\s?:|責任編集\s?:",
    re.IGNORECASE,
)
RULE = re.compile(r"[-=*_~#─━═—–・.+]{3,}|(?:[*·•]\s){2,}[*·•]")
DECORATION = re.compile(r"[\s:>»▶▼■□●◎★☆※#*【】\[\]()「」|.…。!?/,-]+")
# how a news story begins: [某某社], 記者某某/台北報導; and, less surely, with a day near its start
STRONG_LEAD = re.compile(
    r"[\[(【〔][^\n]{1,20}[\])】〕]|(?:即時中心|記者|记者|編譯)|.{0,20}(?:綜合|综合|連線|专电|專電)報?导?"
)
LEAD = re.compile(r".{0,60}(?:[今昨前本]\(|[今昨][天日晚]|\d日)")
NEWS_OF_THE_DAY = re.compile(r".{0,40}(?:[今昨前本]\(|[今昨][天日晚])")
"""Too weak to begin another story where no blank line stands, and enough to doubt that it is a section of the last."""
EDITORS = re.compile(
    r"\s*\((?:[編编][輯辑]|[譯译]者?|[責责][編编]|核稿)[編编]?[輯辑]?\s?:[^()。]{2,40}\)\s?(?:1\d{6})?\s*\Z"
    r"|(?<=。)\s*【[^】。]{2,12}】\s*\Z"
)
"""(編輯：某某)1141103 behind a dispatch of the Central News Agency: who edited it, and when by the Minguo calendar;
【某某】 behind a Japanese text: who wrote it."""
# link text that pages leave behind at the end of a body
LINK_RESIDUE = re.compile(
    r"\s*[(【\[]?(?:原始連結|原文連結|原始链接|原文链接|閱讀原文|阅读原文|元記事|記事全文|続きを読む|閱讀更多|阅读更多"
    r"|看更多|更多內容|Read more)[)】\]]?\s*\Z",
    re.IGNORECASE,
)

MORE_FROM = re.compile(
    r"[【\[]?(?:更多.{1,12}(?:[報报][導道]|新[聞闻]|文章|相[關关][內内]容)|延伸[閱阅][讀读]|相[關关](?:新[聞闻]|[報报][導道]|[閱阅][讀读]))[】\]]?\s?[:▶>]?"
)
"""A heading over links at the end of an article."""
HEADLINE_CHARACTERS = 60
"""A line that is longer is body text."""
LABEL_CHARACTERS = 8
"""A part whose lines are all this short is a menu rather than news."""
FINAL = re.compile(r"(?:[。!?;]|(?<!\.)\.|[^…⋯.]\))[」』”’\"')】》〉\]]*\s*\Z")
"""Ends as finished text ends: a full stop and the like, a closing bracket, closing quotes included."""
CUT = re.compile(r"(?:[…⋯]|\.{2}|・{3})[」』”\")]*\s*\Z")
"""Ends in dots: the text breaks off."""
