"""How letters begin, and what stands in them beside the news."""

import re

from assistant.patterns import compile_late

FIELD = compile_late(
    r"(?:寄件[者人]|收件[者人]|[發发寄]件人|[發发]送[時时][间間]|收件人|日期|主旨|主[題题]|副本|回[覆复]至|差出人|宛先|件名|日付|送信?日時|From|To|Cc|Date|Sent|Subject|Reply-To)"
    r"\s?:\s?\S.{0,160}",
    re.IGNORECASE,
)
"""A field of a mail, as mail programs copy it."""
GREETING = compile_late(
    r"\W{0,3}(?:(?:親愛的|亲爱的|敬愛的|各位|致|Dear\b)[^。!?]{0,16}"
    r"|(?:早安|午安|晚安|早上好|你好|您好|大家好|嗨|哈囉|哈啰|Hi|Hello|Good morning"
    r"|おはよう(?:ございます)?|こんにちは|こんばんは)"
    r"(?:[,、\s]?[^。!?]{0,30})?)\s?[:,!~～。]"
    r"|[^。!?,:]{2,10}(?:朋友|[讀读]者)(?:[們们])?(?:早安|午安|晚安|你好|您好|好)?\s?[:,!]",
    re.IGNORECASE,
)
"""The greeting of a letter, on a line of its own."""
GREETS = compile_late(
    r"\W{0,3}(?:各位)?(?:早安|午安|晚安|早上好|你好|您好|大家好|おはよう(?:ございます)?|こんにちは|こんばんは)[。!~、,]"
)
"""How a paragraph begins that greets."""
EDITORS = compile_late(
    r"\W{0,3}(?:[小主總总]?[編编][輯辑]?|[編编][輯辑][部室台])\s?(?:碎念|碎碎念|的話|的话|手[記记]|後[記记]|后[记記]|室[報报]告|小[語语]|私房[話话]|悄悄[話话])\W{0,2}|\W{0,3}(?:編集(?:後記|長から|部(?:から|より)))\W{0,2}"
)
"""The heading above what the editors chat about."""
BOX = compile_late(
    r"(?:Enter|Type)\syour\s.{2,24}|Your\s(?:e-?mail|name).{0,16}|(?:[請请]?[輸输填][入寫写]|[您你]的)\s?(?:電子[郵邮]件|电子邮[件箱]|信箱|邮箱|e-?mail|姓名|手[機机]).{0,8}|メールアドレス",
    re.IGNORECASE,
)
"""A field to fill in, where pages print what belongs into it."""
NUMBERED = compile_late(r"[(【]?(?P<number>[1-9]\d?)[.、)】]\s?(?P<title>[^\s\d].*|\d+[^\d.、)].*)")
"""A headline behind its number: 2. ..."""
ISSUE = compile_late(r"第\s?[\d一二三四五六七八九十百〇零]{1,5}\s?[期號号回]")
"""In the name of a letter: 島嶼晨讀 第88期."""
FORETELLS = compile_late(
    r"(?:以下|[這这]裡|这里|今天|今日|本[週周]).{0,12}(?:新[聞闻]|消息|[頭头][條条]|[報报][導道]).{0,6}[。:]"
)
"""What a letter says of the news below it."""
ANNOUNCES = compile_late(
    r"(?:以下|下面|[這这]裡|这里|今天|今日|本[週周])(?:(?!一[則则個个篇條条]).){0,12}"
    r"(?:新[聞闻]|消息|[頭头][條条]|[報报][導道])(?:重[點点]|摘要|精[選选]|速[覽览]|快[報报]|整理)?[。:!]$"
    r"|(?:今日|本日|今週|けさ|今朝).{0,12}(?:ニュース|ヘッドライン)"
    r"(?:です|を.{0,4}(?:届け|伝え|まとめ|紹介)(?:し|いたし)?(?:ます|ました))?[。:]$"
)
"""The end of a line that says that news follow, more than one."""
