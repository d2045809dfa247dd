"""What pages print around their news: headings, menus, buttons, advertisements, footers."""

import re

from assistant.patterns import compile_late
from assistant.patterns.sieve import compile_sieved


def make_words(*lines: str) -> frozenset[str]:
    """The words of these lines, in lower case."""
    return frozenset(word for line in lines for word in line.lower().split())


# ---- lines that are no news, matched as a whole line without bullets and punctuation, in lower case
SECTION = compile_late(
    "(?:要聞|要闻|政治|[財财][經经]|[國国][際际內内]|社[會会]|生活|[娛娱][樂乐]|[體体]育|[運运][動动]|科技|健康|醫療|医疗|地方|[兩两]岸|[港台]聞|本地|[產产][經经]|職場|职场|教育|[親亲]子|旅[遊游]"
    "|美食|汽[車车]|房[產产]|地[產产]|文化|[藝艺][術术]|[軍军]事|[時时]事|[經经][濟济]|突[發发]|影[視视]|[寵宠]物|[時时]尚|理[財财]|股市|交通|[氣气]象|天[氣气]|[環环]境|能源|科[學学]|社[區区]|[選选][舉举]|司法|人物|社会|経済|国際|スポーツ|サッカー|野球|ゴルフ|競馬|相撲|テニス|芸能|地域|暮らし|科学|文化)"
    "(?:新[聞闻]|焦[點点]|版|[頻频]道)?"
)
"""The section of a site: no outlet, where it stands beside an age."""
FACT = compile_late(
    r"[・◎■●◆]?\s?(?:商品名|品名|内容量|価格|発売日|社名|会社名|所在地|代表者?|設立|資本金|事業内容|対象年?齢?|サイズ|重量|日時|会場|場所|定員|料金|参加費|主催|共催|後援|申込"
    r"|(?:活動)?(?:時間|時間|时间|日期|地點|地点|地址|名稱|名称)|售價|售价|規格|规格|容量|票價|票价|主辦(?:單位)?|主办(?:单位)?|協辦(?:單位)?|報名(?:方式)?|报名(?:方式)?)\s?:\s?\S.{0,60}"
)
"""A fact of a release: a word of forms and its value."""
COMPANY = compile_sieved(
    r"[^。,:\s]{2,20}(?:有限公司|有限责任公司|株式会社|合同会社)|(?:株式会社|有限会社|合同会社)[^。,:\s]{2,20}"
)
ABOUT = compile_late(r"[■●◆【\[]?\s?(?:關於|关于|About)\s?(?P<name>[^。,:?!]{2,20}?)[】\]]?(?:について)?")
"""The heading of what a company says of itself."""
READ_MORE = re.compile(
    r"[\[(【]?(?:(?:[繼继][續续])?(?:[閱阅][讀读]|查?看)(?:全文|更多|原文|完整.{2,4})|[詳详]全文|全文を読む|続きを読む|もっと読む|記事を読む|Read\s?(?:more|the\sfull\sstory))[\])】]?[.…>»→\s]{0,4}",
    re.IGNORECASE,
)
"""What closes a teaser: the way to its whole text."""
SPONSORED = compile_sieved(
    "(?:\\W{0,3}\\s?(?:本[期集週周日])?由.{1,14}[贊赞]助(?:提供|播出)?)|本[期集週周]贊助商?|贊助商?(?:訊息|內容)?|赞助商?(?:内容)?|Sponsored(?:\\sby.{1,20})?|提供:?PR|スポンサー",
    re.IGNORECASE,
)
"""The word for an advertisement above its text, in letters."""
HOME = make_words("首頁 首页 主頁 主页 新聞首頁 新闻首页 ホーム トップ home")
"""Where the path of a page begins."""
RELATED_HEADINGS = make_words(
    "其他人也在看 其他人也看 大家都在看 更多新聞 更多相關新聞 相關新聞 相關報導 相關文章 延伸閱讀 推薦閱讀",
    "推薦新聞 猜你喜歡 你可能也喜歡 你可能有興趣 你可能感興趣 熱門新聞 熱門文章 最新新聞 即時新聞 編輯精選",
    "看更多 更多報導 同場加映 其他人還看了 看了這篇的人也看了 熱門排行 熱門排行榜 人氣排行 人氣新聞 今日熱門 热门排行",
    "相关推荐 相關推薦 精彩推荐 热点推荐 今日要聞 今日焦點 焦點新聞 更多相關內容 更多相关内容 熱門推播",
    "相关稿件 深度观察 深度觀察 新闻辟谣 新聞闢謠",
    "相关新闻 相关阅读 相关报道 延伸阅读 推荐阅读 热门新闻 猜你喜欢 更多新闻 最新新闻 其他人还看了 为您推荐 为你推荐",
    "関連記事 関連ニュース おすすめ記事 おすすめ あわせて読みたい 人気記事 アクセスランキング 注目記事",
    "この記事を読んだ人はこんな記事も読んでいます",
    "related relatedarticles relatednews relatedstories morenews youmayalsolike mostread recommended",
)
WRITER_BOX = compile_late(
    r"(?:作者|[記记]者|撰稿人|[譯译]者)(?:[簡简]介|介[紹绍])|(?:關於|关于)作者"
    r"|About the (?:author|writer|reporter)s?|この記事を書いた人|(?:執筆|筆)者(?:プロフィール|紹介|略歴)?"
    r"|(?:ひとこと|識者の?|専門家の?)(?:解説|見方|コメント)",
    re.IGNORECASE,
)
"""The heading above what is said of the writer, or what an expert says of the text, in sentences or in short."""
BOX = compile_sieved(
    r"(?:[讀读]者|[網网]路|[線线]上|本[週周日])?(?:投票|民[調调]|小?[調调]查|アンケート)|[■●◆]\s?会社概要|【?(?:会社|企業|商品|製品|イベント|開催|施設)概要】?|【?(?:本件|本リリース)に関する.{0,16}】?|【?報道関係者.{0,12}】?"
    r"|.{0,8}小(?:[檔档]案|百科|[辭辞词]典|知[識识])|【?(?:媒體|媒体|新聞|新闻)?[聯联][絡络系]人?(?:資訊|资讯|方式)?】?|(?:關於|关于)\S{2,12}公司|About\s[A-Z][\w\s&.-]{1,40}|コメントプラス|多様な観点から.{0,20}|(?:関連)?キーワード|関連企業.{0,8}|[^\s。,]{0,8}キーワード|関連トピックス.{0,8}"
    r"|相[關关](?:主題|主题|字[詞词]|標籤|标签|人物|股票|個股|話題)|(?:相[關关])?[關关][鍵键](?:字|詞|词):?|報料熱線|爆料專線|[標标][籤签]|主題標籤"
    r"|" + WRITER_BOX.pattern,
    re.IGNORECASE,
)
"""The heading of a box below the article: whose words are short and no news."""
TITLE = compile_late(
    r"(?:標題|标题|主旨)?\s?:?\s?(?:\[[^\]]{1,6}\])?\s?\0(?:\s?[|_\-–—>丨].{1,40})?",
)
"""A headline (NUL in its place) as the title of the window or of a post: 標題[新聞] ..., ... | 政治 | 某報."""
NOT_IN_LABEL = compile_late(r"[\d。!?,、:;「」『』…%]")
NOT_IN_MENU = compile_late(r"[。!?,、;「」『』…%:]|\d|[a-z]\s[a-z]")
"""No menu of the words of a page holds one of these."""
LABEL_LETTERS = 20
COMMENTS = compile_sieved(
    r"(?:網友|网友|網民|网民|相關|讀者|读者|熱門|热门|最新|全部|所有|精[选選])?(?:留言|回應|反應|反应|評論|评论|跟[帖貼贴]|[討讨][論论])[区區板版]?|[热熱][评評]|(?:みんなの)?コメント(?:プラス|欄)?|comments?"
    r"|(?:共\s?)?\d[\d,.]*\s?[條条則则]?(?:留言|回應|評論|评论|コメント)(?:\s?(?:排序|[請请]先).{0,12})?|[讀读]者(?:[迴回][響响]|[來来]信)|[發发]表(?:留言|回應|評論|评论)|(?:留言|回應|評論|评论|コメント)\s?\(\d{1,6}\)",
    re.IGNORECASE,
)
"""The heading of what readers wrote."""
TOLD = compile_late(r"[^:。,]{1,14}:\s?\S.*")
"""A name and what it says in one line."""
NO_NAME = compile_late(r"\d|[。!?:]")
"""No reader is called so."""
INVITED = compile_late("留言|[評评][論论]|コメント")
"""In a short line: an invitation to comment."""
SKIPPED = compile_sieved(
    r"(?:Skip|跳过|跳過)\s?(?P<name>.{1,20}?)\s?(?:and continue reading|,?继续阅读|,?繼續閱讀)", re.IGNORECASE
)
"""Where a box begins that readers of the page may skip (BBC)."""
SKIPPED_END = compile_late(r"End of .{1,20}|.{1,20}?\s?(?:结尾|結尾|完)")
ANSWER = compile_late(
    r"(?:(?:(?:20\d\d-)?\d{1,2}-\d{1,2}\s\d{1,2}:\d\d(?::\d\d)?|\d{1,3}\s?(?:秒|分[鐘钟]?|小[時时]|[天日週周])前)\s)?\W{0,3}\s?(?:(?:回[覆复應]|[讚赞]好?|推|いいね!?|返信|共感した|なるほど|うーん|like|reply)\W{0,3}(?:\d{0,6}\s?){1,2}\W?件?\s?[・·|]?\s?){1,3}"
    r"(?:\d{1,3}\s?(?:秒|分[鐘钟]?|小[時时]|[天週周年])前?)?",
    re.IGNORECASE,
)
"""What can be done with a comment, and how often it was."""
ANSWERED = compile_late(r"\d|回[覆复應]|返信|reply", re.IGNORECASE)
"""Without one of these it could be a button below an article."""
NAVIGATION = make_words(
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
    "版權告示 廣告查詢 私隱政策 私隱聲明 免責聲明 網站地圖 人才招募",
    "日期 發布日期 发布日期 發布單位 發佈日期 點閱數 点击数 掲載日",
    "專題 专题 副刊 滾動 滚动 国内 國內 軍事 军事 台灣 理財 理财 消費 消费 美食 時尚 时尚 ニュース 社説 政治 主要",
)
LONG_MENU = 10
"""A line of so many short words without a mark is one whatever they are."""
LEAST_MENU = 5
"""A line of so many short words, a third of them of menus, is a menu."""
LEAST_STEPS = 3
"""Of a path with nothing but bars between its steps."""
STEP = compile_late("[>»›]")
"""Between the steps of a path."""
PATH = compile_late(r"\S\s?[>»›]\s?\S")
"""港聞 > 社會: where on the site a page stands."""
SPACED_PATH = compile_sieved(r"[^>»›。!?]{1,16}(?:\s[>»›]\s[^>»›。!?]{1,8})+")
POINTER = compile_sieved(
    r"[【\[(▶►●※》>→☞★◎]{0,4}\s?(?:(?:[您你]|大家)?(?:可能)?[也還还都][在想][看讀读]|同[場场]加映|看更多|更多新[聞闻]|延伸[閱阅][讀读]|相[關关](?:文章|新[聞闻]|[報报][導道])|推[薦荐][閱阅][讀读]|[關关]連記事|関連記事"
    r"|あわせて読みたい|[上下前後后]一?[篇則则條条]|[前次]の記事)(?:[】\])]\s?[:▶►>|]?|\s?[:▶►>|]{1,3})\s?(?P<title>.{4,50}?)[\s↓→>»▶►]{0,6}"
)
"""A link to another article inside one: 看更多：..."""
CRUMBS = compile_sieved(r"[^。]{1,40}(?:\s[>»›]\s[^。>»›]{1,50}){2,}|[^。>]{1,16}(?:>>[^。>]{1,12}){2,}")
"""A path of three steps, the headline as the last of them."""
MENU_WORD = 3
"""A word of a menu that is in no table is this short."""
_LINKS = sorted((word for word in NAVIGATION if len(word) > 1), key=lambda word: (-len(word), word))
_FIRST = re.escape("".join(sorted({word[0] for word in _LINKS})))
"""To look ahead for one is quicker than to try three hundred words at each place."""
JOINED_MENU = compile_sieved(rf"\S{{0,8}}?(?:(?=[{_FIRST}])(?:{'|'.join(map(re.escape, _LINKS))})){{3,}}")
"""A menu whose links have nothing between them, as browsers copy it; the name of the site may stand before it."""
ADVERTISEMENTS = make_words(
    "贊助商 赞助商 合作夥伴 贊助商連結 赞助商链接 贊助連結 廣告連結 スポンサードリンク",
    "好康推薦 好康報報 好康情報 優惠情報 本期贊助 本期贊助商 本集贊助",
    "廣告 广告 広告 廣告請繼續往下閱讀 請繼續往下閱讀 请继续往下阅读 繼續閱讀 贊助 贊助內容 赞助内容 推廣 推广",
    "スポンサー スポンサーリンク 広告を閉じる pr ad ads advertisement sponsored promoted 廣編特輯",
)
WIDGET = compile_sieved(
    r"(?:Ads|Sponsored|Promoted|Recommended|Powered|Advertisements?)\s?(?:by|links?|content)\b.{0,20}"
    r"|(?:[贊赞]助商?|[廣广]告)(?:[連链][結接]|[專专][區区])|好康(?:推[薦荐]|[報报]{2}|情[報报])|[優优]惠情[報报]|スポンサードリンク|(?:PR|広告)(?:の|注目|おすすめ)?情報",
    re.IGNORECASE,
)
"""The heading of advertisements that somebody else fills in."""
ADVERTISEMENT_STARTS = compile_sieved(
    r"PR(?:\s(?!TIMES|is\b)(?=\S)|\s?[|:/]\s?\S)|【?(?:廣告|广告|広告|[贊赞]助|推[廣广]|[業业]配|[廣广]編|PR|AD)】|\[(?:廣告|广告|広告|PR|AD)\]|(?:廣告|广告|広告|[贊赞]助(?:[內内]容|商))(?:\s?[:|(]|\s(?=\S))|(?:[贊赞]助|推[廣广]|[業业]配|スポンサー|Sponsored|Promoted|AD)\s?\|\s?\S"
    r"|.{0,12}限時優惠.{0,12}\Z|.{0,10}請訂閱.{0,8}\Z|.{0,6}[点點][击擊](?:上方)?[蓝藍]字.{0,12}\Z|.{0,10}[点點][个個]?(?:在看|[赞讚]).{0,6}\Z"
    r"|LIKE我.{0,40}\Z|.{0,12}(?:面簿|粉[絲丝][頁页]).{0,24}\Z"
    r"|我是[廣广]告.{0,16}\Z|不想[錯错][過过].{0,36}\Z"
    r"|[◤👉☛]|.{0,20}尽在.{2,12}APP\Z|.{0,20}(?:请我|請我|喝)(?:杯|喝)咖啡"
    r"|\S{0,8}(?:提醒|[關关]心)[您你]\s?[:,].{0,60}"
    r"|您的小額贊助.{0,40}|支持.{0,4}好新聞\Z"
    r"|(?:廣告|广告|広告|贊助|赞助)\s?[・·•]\s?.{1,20}\Z"
    r"|(?:立即)?訂閱\S{0,8}電子報[,,!。].{0,30}|(?:立即|馬上)?下載\S{0,8}APP[,!。].{0,40}|不用抽\s不用搶.{0,30}"
    r"|(?:立即|馬上|点击|點我)?(?:加入LINE(?:好友|官方帳號)?|下載\S{0,8}APP|訂閱\S{0,8}電子報|扫码\S{0,8}|下载\S{0,8}APP)[!。]?\Z",
    re.IGNORECASE,
)
ADVERTISED = compile_sieved(
    r"(?:.*\S)?\s?[\[(【](?:廣告|广告|広告|AD|PR)[\])】]|.*\S(?:\s?\|\s?|\s)(?:廣告|广告|広告|PR|Sponsored)"
    r"|[^。]{8,}\s(?:[贊赞]助|廣告|广告|広告|提供|PR)\s[^\s。,:!?]{1,12}|[^\s。,:\d]{1,4}(?:廣告|广告|広告)"
    r"|[^。,:!?]{2,24}\d\s?(?:kg|g|ml|L|入|盒|包|[組组]|片|件|瓶)\s(?:NT|HK|US)?\$\s?\d[\d,]{1,8}(?:起)?",
    re.IGNORECASE,
)
"""The word for an advertisement behind it, in brackets or apart; what is for sale, and its price."""
PICTURES = compile_sieved(r"▼.{2,40}▼|[【\[(].{1,4}[】\])].{1,60}\((?:ほか|全|計|共|[^()]{0,2})\d{1,3}[枚張张点]\)")
"""A row of pictures below it, and the link to them: ▼ ... ▼, 【写真】 ... (ほか7枚)."""
FILE = compile_sieved(
    r"\S.{0,60}\.(?:pdf|od[tsp]|docx?|xlsx?|pptx?|csv|zip|jpe?g|png|mp[34])(?:\s?\(.{1,12}\))?", re.IGNORECASE
)
"""What can be taken along from the page."""
QUOTES = compile_sieved(
    r"[^\s\d。,:]{2,5}\s(?:[¥$€£]|NT\$|HK\$)?\d[\d,]*(?:\.\d+)?(?:元|円|[點点]|美元|港元)?|[^。,!?]{2,30}\s[¥$]\s?\d[\d,]*(?:\.\d\d|起|\s?(?:已售|月[销銷]|/).{0,12}){1,2}"
    r"|(?:(?:[A-Z][A-Z/&.]{1,9}|[\u4e00-\u9fff]{2,6})\s\$?\d[\d.,]*%?(?:\s?[▲▼△▽+-]\s?[\d.,]+%?){0,2}[\s|]*){2,}"
    r"|(?:[^\s\d]{2,8}\s(?:1\S{1,4}=)?[+-]?\d[\d.,]*(?:円|銭|元|[點点]|%)(?:\d{1,2}銭)?\s*){2,}"
)
"""Rates and prices beside their names: HSI 24,118 ▲0.6%  USD/HKD 7.79."""
TAGS = compile_sieved(r"[^\s\d。,:!?]{1,6}(?:\s[^\s\d。,:!?]{1,6}){2,9}")
"""Three short words or more with blanks between them, below a text."""
TONGUES = compile_sieved(
    r"(?:語言|语言|言語|Language)(?:[和與与及]?(?:地區|地区|Region))?\W{0,3}.{0,12}(?:中文|English|日本語|繁體|简体).{0,24}"
)
"""The choice of a language."""
CHOICES = compile_sieved(r"(?:[□☐◯○]\s?[^\s□☐◯○]{1,14}\s*){2,}|A[\s.、)]\s?\S.{0,20}?\sB[\s.、)]\s?\S.{0,60}")
"""What can be ticked."""
GOES_ON = compile_sieved(
    r"(?:この)?(?:記事|本文)の続き(?:です)?|(?:以下)?(?:[內内]文|文章|正文|新[聞闻]|[報报][導道])(?:未完)?[繼继接]?[續续].{0,4}"
    r"|(?:Article|Story) continues(?: below)?",
    re.IGNORECASE,
)
"""Below links inside an article: its text goes on."""
QUOTING = compile_sieved(r"※?\s?引述.{1,30}(?:之[銘铭]言|[發发]言)\s?:?")
"""Above what a post quotes of another."""
ADDED = compile_late(r"(?:\d\.\s?)?(?:備註|备注|心得|個人心得|個人評論|我的看法)\s?:?")
"""Above what the writer of a post adds."""
LINKED = compile_late(
    r"(?:【(?:写真|動画|画像|図|表|グラフ)[^】]{0,8}】|[\u2190-\u21ff\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]\ufe0f?|>{1,3}|》|►)\s?[^。]{6,50}[^。,;]"
)
"""An arrow or a picture before a headline: a link to another text."""
NEXT = compile_sieved(
    r"(?:[閱阅][讀读])?(?:[上下前后後]一?[篇則则條条]|[前次]の記事)\s?:|[請请]?[繼继][續续](?:向?下滑|往下)[閱阅][讀读].{0,2}",
    re.IGNORECASE,
)
"""A pointer to the next text or the one before, on a line of its own: its headline stands below."""
EDITION = compile_sieved(
    r"第?\s?[A-Z]?\d{1,3}\s?版\s?:?\s?\S{0,8}|[上下]一版(?:\s[上下]一版)?|版面[導导]航|[標标][題题][導导]航"
)
"""Where on paper a text stood."""
DIGEST = compile_sieved(
    r"[【\[■●◆▍]?\s?(?:AI|新[聞闻]|文章|本文|全文|報[導道])?\s?(?:摘要|[重焦][點点](?:整理|摘要|速覽)?|懶人包|懒人包|快速[閱阅][讀读]|速[讀读]|提要|[導导][讀读]|要[點点])\s?[】\]]?:?"
    r"|(?:この)?(?:記事|ニュース)の?(?:ポイント|要点|要約)|(?:AI)?要約"
    r"|この記事(?:で|から)(?:分|わ)かること|ポイント|Key [Pp]oints|Highlights|TL;?DR"
)
"""The heading of the points before a text."""
CONTENTS = compile_late(
    r"[【\[■●◆]?\s?(?:本[期週周日]|今[日天])?(?:目[錄录次]|[內内]容|もくじ|索引)\s?[】\]]?:?|[Ii]n this issue:?"
)
"""The heading of the contents of a letter."""
KEYED = compile_late(r"(?P<key>[^\s:]{2,8})\s?[:|▶►>]\s?(?P<title>.{6,50}[^。,;])")
"""A word for other texts and a headline: 請見:..."""
ADVERTISER = compile_sieved(
    r"(?:廣告|广告|広告|贊助|赞助)(?:\s?[・·•]\s?|\s).{1,20}|.{1,20}\s?[・·•]\s?(?:廣告|广告|広告|贊助|赞助|PR|AD|Sponsored)"
    r"|(?:PR|AD|広告|廣告|广告|提供|[贊赞]助|Sponsored)\s?\([^()]{1,24}\)",
    re.IGNORECASE,
)
"""Whose advertisement stands above this line: 廣告 ・ 某銀行, 某租車 ・ 廣告."""
FOOTER_STARTS = compile_sieved(
    r"互[联聯]网新[闻聞]信息服[务務]|增值[电電]信[业業][务務]|[^。]{0,40}[许許]可[证證]\w{0,4}\s?:?\s?\d{5,}|[“\"「]?(?:(?:平台|免[責责]|特[別别]|版[權权]|[鄭郑]重|前瞻性|重要)?[聲声]明|【.{0,10}(?:徵稿|投書|徵才)】\Z)\s?:?|.{0,10}[歡欢]迎.{0,6}(?:投書|投稿)"
    r"|取消(?:訂閱|订阅)|退[訂订]|unsubscribe|記事の(?:無断)?(?:複製|転載)|[^。]{0,30}無断(?:転載|複製|使用)"
    r"|[^。]{0,70}無断(?:転載|複[製写]|使用|引用)(?:は|を|・|、).{0,24}(?:禁|断り)|許可なく|No reproduction\b"
    r"|(?:[如若欲]|凡是?)[^。,]{0,8}(?:[轉转][載载]|引用|授[權权])[^。,]{0,4},|本(?:文|作品)(?:依|採用?|采用?|以|基于)\s?(?:CC\b|[創创]用|知[識识]共享)"
    r"|(?:[違违]法(?:和|及)不良信息)?[舉举][報报](?:[電电][話话]|[郵邮]箱|[熱热][線线])\s?:|\S{0,3}ICP[证證]"
    r"|特定商取引法|会社(?:案内|概要)\Z|広告掲載(?:について)?\Z"
    r"|※\s?(?:發信站|文章網址|編輯)\s?:|政府網站資料開放|網站安全政策\Z|[网網]站(?:声明|聲明)\s?:"
    r"|[^。]{1,16}版[權权]所有\Z"
    r"|[^。]{0,40}(?:all rights reserved|著作權聲明\s?©)"
    r"|©(?!\s?由)"
    r"|\(c\)\s?\d|copyright\b|all rights reserved|版權所有|版权所有|著作[權权](?:所有|聲明|声明|[屬属歸归])|無断転載"
    r"|本[網网]站(?:之|著作|內容|内容|所有|所[載载刊]|圖文|由)|(?:未經|未经)(?:授權|授权|許可|许可|同意)|(?:轉載|转载)(?:請|请)(?:註明|注明)"
    r"|(?:隱私|隐私)[權权]?(?:政策|聲明|声明|條款|条款|保護|保护)?\Z|プライバシー(?:ポリシー)?\Z|利用規約|(?:服務|服务|使用)(?:條款|条款)\Z"
    r"|(?:關於|关于)我[們们]|(?:聯絡|联系)我[們们]|お問い合わせ|運営会社|\S{0,3}ICP[备備]"
    r"|(?:責任|责任)?[編编][輯輯辑]\s?:\s?\S{2,8}\Z|責編\s?:|責任編集\s?:|(?:發行[所人]|发行[所人]|社址|社長)\s?:",
    re.IGNORECASE,
)
NO_WORDS = compile_sieved(
    r"[\W\d_]{1,40}|\d{1,2}:\d\d\s[^\s\d]{1,4}|(?:\S{0,12}\s){0,2}\d{1,2}:\d\d\s?\S{0,8}\s\S{0,4}\s?\d{1,2}:\d\d(?:\s?\S{2,8})?|[\u4e00-\u9fff]{2,6}\s?:\s?\d{1,2}:\d\d(?::\d\d)?"
)
"""Counters, ranks, hours, marks: a line without a letter; and programmes, two hours with what begins then."""
MENU = compile_sieved(
    r"[^\W\d]{1,5}(?:\s{1,3}[^\W\d]{1,5}){4,}|(?:\S{0,12}\s-?\d{1,2}(?:\.\d)?\s?[°℃]C?(?:\s[^\s\d]{1,6})?\s*){1,4}|(?:[^\s\d]{1,6}\s[^\s\d]{1,4}\s-?\d{1,2}[°℃]C?/-?\d{1,2}[°℃]C?\s*){1,4}|(?:\S{1,8}\s){1,2}-?\d{1,2}\s?[°℃]?C?\s?[~-]\s?-?\d{1,2}\s?[°℃]C?|#[^\s#]{1,24}"
)
"""Five or more short words with blanks between them and no figure or mark; the weather; a tag."""
ADDRESS = compile_sieved(
    r"[^。,]{0,12}?(?:https?://|www\.)[^\s。]+[^。,]{0,8}|[^。,]{0,12}?[\w.+-]+@[\w-]+\.[\w.]+|[^。,\d]{2,12}:?\s?[+(]?\d[\d\s()-]{6,18}\d"
    r"|(?:(?:電話|电话|傳真|传真|TEL|FAX)\s?[:.]?\s?[+(]?[\d\s()-]{6,18}\d[\s/,]*){2,3}|[^。,\d]{12,24}\s[(]?0\d[\d\s()-]{6,18}\d"
    r"|[^。!?]{0,80}(?<!\w)(?:電話|电话|傳真|传真|Tel|Fax)\s?[:.]\s?[+(]?\d[\d\s()-]{6,18}\d"
)
"""Where to find, write to or call somebody."""
PLACE = compile_sieved(
    r"[^\s。:]{0,6}(?:地址|所在地)\s?:\s?[^。]{2,40}\d+[號号][^。]{0,40}|(?:[^\s。,\d]{4,20}\s)?\d{0,6}\s?.{2,3}[市縣县].{2,12}(?:路|街|道|巷|段).{0,8}?\d+[號号](?:[之-]\d+)?(?:\s?\S{0,3}[樓楼層层室F].{0,10}|[\s(,].{0,12})?"
    r"|(?:[^。,!?]{2,20}\s)?[^\s。,!?]{2,16}[路街道巷弄段]\d{1,5}(?:[-之]\d{1,3})?[號号](?:\s?.{1,12}[樓楼層层室座])?|(?!.*[。!?]).{0,40}〒\s?\d{3}-?\d{4}.{0,60}"
)
"""Where the publisher sits."""
RIGHTS = compile_sieved(
    r".{0,20}(?:©(?!\s?由)|\(c\)\s?20).{0,80}|[^。]{0,30}(?:版[權权]所有|不得[轉转][載载]|不得翻印)[^。]{0,16}。?"
    r"|[^。,:\s]{2,20}(?:有限公司|有限责任公司|株式会社)(?:\s[^。]{0,24}\d{6,}[^。]{0,16})?",
    re.IGNORECASE,
)
RULE = compile_sieved(r"--|[-=*_~#─━═—–・.+]{3,}|(?:[*·•]\s){2,}[*·•]")
DECORATION = compile_late(r"[\s:>»▶▼■□●◎★☆※#*【】\[\]()「」|.…。!?/,-]+")
