"""Lines that speak to the reader of a page: offers, subscriptions, mail programs, notices that the law asks for.

A phrase counts in a line without a full stop, or at the beginning of a line: a sentence of the news may tell of it.
"""

import re

_ANYWHERE = (
    # to buy and to subscribe
    "(?:立即|馬上|马上|即刻)(?:訂閱|订阅|購買|购买|試聽|试听|試閱|试阅|下單|下单|搶購|抢购)",
    "(?:立即|馬上|马上|即刻)(?:加入|報名|报名|升級|升级)$",
    r"(?:限時|限时|特價|特价|現省|下殺|優惠價|优惠价|超值價)\s?(?:NT)?\$\s?[\d,]+(?:元|起)?$",
    "意?洽.{0,3}(?:先生|小姐|女士|太太)$",
    "解[鎖锁]全[站文]",
    "[設设]?[為为].{0,14}(?:優先|优先|首選|首选|偏好)[來来]源(?=$|,)|(?:全て|すべて)の記事が読み放題",
    r"本月剩[余餘]\s?\d{1,3}\s?[次篇]",
    r"(?:展开|展開|查看|阅读|閱讀)(?:剩余|剩餘)(?:全文)?\s?\d{1,3}%",
    # mails
    "轉寄給(?:朋友|好友)|转寄给(?:朋友|好友)|推[薦荐]好友(?:訂閱|订阅|加入)|更新偏好|管理(?:訂閱|订阅)",
    "系[統统]自[動动][發发]送|[請请]勿直接回[覆复信]|以瀏覽器(?:開啟|檢視)|(?:無法|无法)正常(?:顯示|显示)",
    # Japanese buttons
    "は(?:こちら|コチラ)$|(?:字幕|翻訳|続き|全文)を表示(?:する)?$|(?:個人情報保護|個人情報|転載|著作権)について$",
)
_FIRST = (
    r"【?(?:本日|今日|期間|限時|限时)(?:限定|優惠|优惠|特賣|特惠)】?",
    "免(?:費|费)(?:試聽|试听|試閱|试阅)",
    r"(?:訂閱|订阅)(?!制)[^。,\s]{0,10}(?:[週周][報报刊]|日[報报]|電子[報报]|电子[報报]|[頻频]道|快[訊讯])(?=[,!。|]|$)",
    "(?:赠送|贈送)文章",
    "(?:有料)?会員(?:に|登録)[^。]{0,12}(?:続き|全文)を",
    r"(?:寄件者|收件者|寄件人|收件人|發件人|发件人)\s?:",
    r"[你您]收到(?:這|这|此|本)封?(?:郵件|邮件|信)",
    r"\d{1,2}\s?分[鐘钟][閱阅][讀读](?:時間|时间)?$",
    "我[来來][说說][两兩]句$",
    # whose opinion it is, and where it came from
    "(?:本文|文章)(?:来自|來自|转载自|轉載自|首发于)(?:微信)?公[众眾][号號]",
    "(?:该文|本文|文章|以上)(?:观点|觀點|内容|內容)(?:仅|僅|只)代表",
    "(?:資料|资料|內容|内容|以上|本文|本報告)[^。,]{0,6}(?:僅|仅)供[參参]考",
    # notices that broadcasters have to print: smoking, drinking, drugs, where to find help
    r"[★※◎▲]\s?[《「]?[^。,:]{0,12}(?:提醒|關心)[您你]",
    r"[《「]?[^。,:]{0,10}(?:新聞網|新闻网|新聞|日報|時報|晚報|編輯部|電視台)[》」]?(?:提醒|關心)[您你]",
    "[★※◎▲]?\\s?(?:開車不喝酒|喝酒不開車|酒後不開車|請勿(?:疲勞|酒後)駕駛|飲酒過量|未滿十八歲|拒絕毒品|珍[惜愛]生命|自殺,?不能解決)",
)
_MARKS = re.compile("|".join(_ANYWHERE))
_OPENS = re.compile("|".join(_FIRST))


def speaks_to_reader(line: str) -> bool:
    """Whether a line, folded to plain widths, offers, asks or tells the reader of the page something."""
    return bool(_OPENS.match(line)) or ("。" not in line and bool(_MARKS.search(line)))
