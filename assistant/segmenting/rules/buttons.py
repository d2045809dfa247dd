"""Lines that no reader needs: counters, players, tags, notices, what forums and browsers print around a text."""

import re

POST = re.compile(
    r"[推噓嘘→]\s?[A-Za-z]\w{1,15}\s?:.{0,120}|批踢踢實業坊\s?›.{0,30}|作者\s?[A-Za-z]\w{1,15}\s?\(.{0,30}\)|看板\s?[A-Za-z][\w-]{1,20}"
    r"|\d{1,2}\.\s?(?:媒體來源|記者署名|完整新聞標題|完整新聞內文|完整新聞[連鏈]結|新聞[連鏈]結|備註).{0,60}"
)
"""What a forum prints around a post: board, writer, the headings of its form, answers."""
PAGE_ADDRESS = re.compile(r"\S{0,2}(?:https?|[fﬁ]i?le)://\S{1,200}\s?\d{1,3}/\d{1,3}")
"""What browsers print at the foot of each page."""
PRINT_HEADER = re.compile(
    r"(?:\d{1,2}/\d{1,2}/\d{2,4}|20\d\d[/.年-]\d{1,2}[/.月-]\d{1,2}日?),?\s.{0,3}?\d{1,2}:\d\d(?:\s?[AP]M)?\s+\S.{3,80}"
)
"""What browsers print at the head of each page: when it was printed, and the title of its window."""
_BUTTONS = (
    # numbers, hours, marks
    r"\d{1,5}",
    r"\d{20,}",
    r"\+\d{1,4}",
    r"[∙·•]",
    ":::",
    r"\d{1,2}:\d\d(?::\d\d)?",
    # how many read, like or follow
    r"\d{1,6}\s?(?:跟[贴帖]|[条條則]?[评評][论論])\s?\d*",
    r"阅读\s?[\d.]{1,6}万?\+?",
    r"コメント\s?\d*件?",
    r"\d{1,5}\s?則留言",
    r"[\d.,]{1,8}[萬万]?\s?位?(?:追隨者|追蹤者|粉絲|粉丝|訂閱者)",
    r"[\d,]{1,9}\s?人氣",
    r"7\s?[xX×]\s?24小?[时時]?",
    r"序[号號]\t\D.{0,40}",
    r"实时热点.{0,20}",
    # what can be done with the page
    r"分享让.{2,10}",
    "コメントをする",
    r"「.{1,8}」の最新記事.{0,4}",
    "[報报][導道]",
    "[發发]表(?:意見|意见|评论|評論)?",
    r"[載载加][入载]中.{0,3}",
    "追蹤(?:我們)?",
    "回到最?上面",
    "回上一頁",
    "回首頁",
    "返回看板",
    "網站導覽",
    r"跳过下一个栏目.{0,12}",
    r"跳至.{0,4}[內内]容",
    r"直接访问.{1,6}",
    r"顯示更多.{0,12}",
    r"查看更多.{0,12}",
    "展開全文|展开全文|收起|原文|翻譯",
    "[Aa][+-]",
    "(?:友善)?列印",
    "字級大小|字体大小",
    "[聽听]全文",
    r"(?:聽|听)新[聞闻].{0,20}",
    "我要[舉举][報报]",
    r"分享(?:到|至).{1,12}",
    r"分享給朋友.{0,4}",
    r"登入後.{0,8}留言.{0,30}",
    "[讀读]者(?:迴響|回响)",
    r"[【\[]?[纠糾][错錯][】\]]?.{0,24}",
    r"看更多!.{0,30}",
    r".{0,8}加入.{0,12}粉絲團.{0,6}",
    "完整報導",
    "相關圖片",
    r"上一[頁页].{0,30}下一[頁页]",
    r"上\s?/\s?下一[篇則].{0,4}",
    r"[阅閱][读讀]下一篇.{0,60}",
    r".{0,6}(?:报料|報料|爆料)(?:热线|熱線|專線)?:.{0,40}",
    # addresses and tags
    r"https?://\S+",
    PAGE_ADDRESS.pattern,
    r"(?:#[^\s#]{1,20}\s?){2,}",
    r"(?:關鍵字|关键[字词]|標籤|标签|キーワード|タグ|tags?)\s?:.{0,50}",
    # notices
    r"この記事は有料記事です.{0,60}",
    r"※無料期間中.{0,40}",
    r"※.{0,60}(?:見解|轉載|転載|授權|版權).{0,40}",
    r"請同意我們的隱私權規範.{0,30}",
    r"[★※▲]?\s?圖片為版權照片.{0,50}",
    r".{0,12}使用\s?cookies?.{0,40}",
    r".{0,20}cookies?\s?.{0,12}(?:使用|以|を|ポリシー).{0,60}",
    r".{0,4}(?:浏览器|瀏覽器).{0,8}(?:版本|升级|升級).{0,40}",
)
BUTTON = re.compile("|".join(_BUTTONS), re.IGNORECASE)
"""A whole line that no reader needs."""
