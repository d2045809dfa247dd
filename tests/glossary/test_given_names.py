"""A given name that no scheme makes of its characters is told; whatever comes near one is let pass."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin import Style
from pypinyin.constants import PINYIN_DICT
from pypinyin.style import convert

from assistant.glossary import load_shipped
from assistant.glossary.given_names import is_unlike
from assistant.romanising import list_syllables, read_character, read_usual

RIGHT = """
林明義 Lin Ming-yi | 林明義 Lin Ming-i | 林明義 Lin Mingyi | 陳志豪 Chen Chih-hao | 陳志豪 Chen Zhi-hao
陳志豪 Chen Jhih-hao | 陳志豪 Chen Zhihao | 王雅婷 Wang Ya-ting | 王雅婷 Wang Yating | 張家瑜 Chang Chia-yu
張家瑜 Zhang Jiayu | 黃淑芬 Huang Shu-fen | 黃淑芬 Huang Shu-fun | 吳宗憲 Wu Tsung-hsien | 吳宗憲 Wu Zong-sian
吳宗憲 Jacky Wu | 蔡依林 Tsai Yi-lin | 蔡依林 Jolin Tsai | 周杰倫 Chou Chieh-lun | 周杰倫 Jay Chou
許瑋甯 Hsu Wei-ning | 楊丞琳 Yang Cheng-lin | 郭婞淳 Kuo Hsing-chun | 莊智淵 Chuang Chih-yuan | 王齊麟 Wang Chi-lin
李洋 Lee Yang | 劉靜怡 Liu Ching-yi | 曾銘宗 Tseng Ming-chung | 曾銘宗 Tseng Ming-tsung | 江宜樺 Jiang Yi-huah
江宜樺 Chiang Yi-hua | 林全 Lin Chuan | 毛治國 Mao Chi-kuo | 張善政 Chang San-cheng | 胡志強 Hu Chih-chiang
胡志強 Jason Hu | 林右昌 Lin Yu-chang | 鄭文燦 Cheng Wen-tsan | 魏明谷 Wei Ming-ku | 潘文忠 Pan Wen-chung
陳時中 Chen Shih-chung | 薛瑞元 Hsueh Jui-yuan | 王美花 Wang Mei-hua | 黃天牧 Huang Tien-mu | 唐鳳 Audrey Tang
唐英年 Tang Ying-yen | 何俊仁 Albert Ho | 何厚鏵 Ho Hau-wah | 馬時亨 Ma Si-hang | 陳茂波 Chan Mo-po
林鄭月娥 Lam Cheng Yuet-ngor | 范鴻齡 Fan Hung-ling | 梁振英 Leung Chun-ying | 鄭若驊 Cheng Yeuk-wah
陳國基 Chan Kwok-ki | 陳國基 Eric Chan | 朱鎔基 Zhu Rongji | 王岐山 Wang Qishan | 孫春蘭 Sun Chunlan
胡春華 Hu Chunhua | 馬曉光 Ma Xiaoguang | 汪洋 Wang Yang | 趙立堅 Zhao Lijian | 易綱 Yi Gang | 谷開來 Gu Kailai
呂秀蓮 Lu Hsiu-lien | 呂秀蓮 Annette Lu | 呂秀蓮 Lyu Siou-lian | 游錫堃 Yu Shyi-kun | 游錫堃 You Si-kun
劉世芳 Liu Shyh-fang | 陳菊 Chen Chu | 林昶佐 Freddy Lim | 葉俊榮 Yeh Jiunn-rong | 葉俊榮 Yeh Chun-jung
徐國勇 Hsu Kuo-yung | 邱太三 Chiu Tai-san | 羅秉成 Lo Ping-cheng | 石崇良 Shih Chung-liang | 吳志揚 Wu Chih-yang
黃珊珊 Huang Shan-shan | 陳琬惠 Chen Wan-hui | 林智堅 Lin Chih-chien | 沈慧虹 Shen Hui-hung | 李四川 Lee Shu-chuan
李四川 Li Szu-chuan | 翁章梁 Weng Chang-liang | 張麗善 Chang Li-shan | 周春米 Chou Chun-mi | 徐榛蔚 Hsu Chen-wei
許淑華 Hsu Shu-hua | 鍾東錦 Chung Tung-chin | 王惠美 Wang Huei-mei | 韓德洙 Han Duck-soo | 韓東勳 Han Dong-hoon
宋旻浩 Song Min-ho | 安洗瑩 An Se-young | 康京和 Kang Kyung-wha | 張河成 Jang Ha-sung | 李在明 Lee Jae-myung
李洛淵 Lee Nak-yon | 洪準杓 Hong Jun-pyo | 陳美珠 Chen Mei-chu | 石之瑜 Shih Chih-yu | 任賢齊 Richie Jen
蕭敬騰 Hsiao Ching-teng | 張惠妹 Chang Hui-mei | 蔡明亮 Tsai Ming-liang | 侯孝賢 Hou Hsiao-hsien
楊德昌 Edward Yang | 李安 Ang Lee | 魏德聖 Wei Te-sheng | 林書豪 Lin Shu-hao | 林書豪 Jeremy Lin
郭泓志 Kuo Hong-chih | 王建民 Wang Chien-ming | 陽岱鋼 Yang Dai-kang | 陳偉殷 Chen Wei-yin | 曾雅妮 Yani Tseng
盧彥勳 Lu Yen-hsun | 謝淑薇 Hsieh Su-wei | 詹詠然 Chan Yung-jan | 周天成 Chou Tien-chen | 許銘傑 Hsu Ming-chieh
張泰山 Chang Tai-shan | 彭政閔 Peng Cheng-min | 林立 Lin Li | 潘威倫 Pan Wei-lun | 呂彥青 Lu Yen-ching
戴培峰 Tai Pei-feng | 林安可 Lin An-ko | 朱育賢 Chu Yu-hsien | 王柏融 Wang Po-jung | 王柏融 Wang Bo-rong
高國輝 Kao Kuo-hui | 陳冠宇 Chen Kuan-yu | 張育成 Chang Yu-cheng | 鄧愷威 Teng Kai-wei | 古林睿煬 Gu Lin Ruei-yang
徐若熙 Hsu Jo-hsi | 林家正 Lin Chia-cheng | 李顯龍 Lee Hsien Loong | 陳慶炎 Tony Tan | 吳作棟 Goh Chok Tong
王瑞杰 Heng Swee Keat | 蔡厝 Tsai Tso | 蔣孝嚴 Chiang Hsiao-yen | 蔣孝嚴 John Chiang | 吳伯雄 Wu Po-hsiung
吳伯雄 Wu Poh-hsiung | 章孝嚴 Chang Hsiao-yen | 黃大洲 Huang Ta-chou | 郝龍斌 Hau Lung-bin | 郝龍斌 Hao Lung-pin
丁守中 Ting Shou-chung | 姚立明 Yao Li-ming | 尤清 You Ching | 許信良 Hsu Hsin-liang | 施明德 Shih Ming-teh
林義雄 Lin I-hsiung | 林義雄 Lin Yi-hsiung | 陳定南 Chen Ting-nan | 余政憲 Yu Cheng-hsien | 葉菊蘭 Yeh Chu-lan
張俊雄 Chang Chun-hsiung | 高清愿 Kao Chin-yen | 王永慶 Wang Yung-ching | 辜濂松 Koo Lien-sung
蔡明忠 Tsai Ming-chung | 蔡萬霖 Tsai Wan-lin | 徐旭東 Douglas Hsu | 徐旭東 Hsu Hsu-tung | 尹衍樑 Yin Yen-liang
林百里 Barry Lam | 童子賢 Tung Tzu-hsien | 劉揚偉 Young Liu | 劉揚偉 Liu Yang-wei | 謝金河 Hsieh Chin-ho
謝金河 Hsieh Jin-he | 苗豐強 Matthew Miau | 高志尚 Kao Chih-shang | 沈榮津 Shen Jong-chin | 曹興誠 Tsao Hsing-cheng
朱敬一 Chu Ching-yi | 廖俊智 Liao Chun-chih | 李遠哲 Lee Yuan-tseh | 翁啟惠 Wong Chi-huey | 陳建仁 Chen Chien-jen
管中閔 Kuan Chung-ming | 管中閔 Kuan Chung-min | 楊泮池 Yang Pan-chyr | 陳文章 Chen Wen-chang
"""
"""As their bearers and newspapers write them: of Taiwan, the mainland, Hong Kong, Korea and Singapore."""

WRONG = """
林明義 Lin Ming-hsu | 陳志豪 Chen Mei-ling | 王雅婷 Wang Chih-ming | 張家瑜 Chang Po-han | 黃淑芬 Huang Kuo-hao
吳宗憲 Wu Mei-hua | 曾銘宗 Tseng Ya-hui | 陳時中 Chen Shih-hsin | 薛瑞元 Hsueh Mei-ling | 王美花 Wang Mei-chun
黃天牧 Huang Tien-lai | 邱太三 Chiu Tai-kuo | 羅秉成 Lo Hsiu-chen | 王岐山 Wang Qilin | 孫春蘭 Sun Chunhao
王建民 Wang Chien-fu | 林家正 Lin Chia-lung | 張泰山 Chang Tai-wei | 徐國勇 Hsu Kuo-lin | 陳美珠 Chen Mei-lan
胡春華 Hu Chunlei | 陳志豪 Chen Chih-ming | 陳志豪 Chen Zhiming | 王雅婷 Wang Ya-lun | 郭明哲 Kuo Chia-wei
許建國 Hsu Chien-min | 高志明 Kao Chih-kuo | 沈文斌 Shen Wen-hao | 周大為 Chou Ta-lun | 蔡宜芳 Tsai Yi-chun
"""

NEAR = """
劉靜怡 Liu Chih-wei | 趙立堅 Zhao Liming | 林家正 Lin Mei-cheng | 呂秀蓮 Lu Hsiu-yan | 林明義 Lin Mingkai
郭明哲 Kuo Ming-tsung
"""
"""Wrong, and too near to a right one to say so."""


def list_pairs(table: str) -> list[tuple[str, str]]:
    rows = (row.strip().split(" ", 1) for line in table.strip().splitlines() for row in line.split("|"))
    return [(original, english) for original, english in rows]


@pytest.mark.parametrize(("original", "english"), [*list_pairs(RIGHT), *list_pairs(NEAR)])
def test_whatever_comes_near_is_let_pass(original: str, english: str) -> None:
    assert not is_unlike(english, original, "")


@pytest.mark.parametrize(("original", "english"), list_pairs(WRONG))
def test_a_given_name_of_others_is_told(original: str, english: str) -> None:
    assert is_unlike(english, original, "")


def test_no_spelling_of_the_shipped_names_is_told() -> None:
    told = [
        (original, english)
        for term in load_shipped().terms
        if term.kind == "person"
        for original in term.originals
        for english in term.english
        if is_unlike(english, original, "")
    ]
    assert told == []


def test_where_a_surname_may_be_a_koreans_nothing_is_said() -> None:
    assert is_unlike("Han Mei-ling", "韓志豪", "台北市長韓志豪")
    assert not is_unlike("Han Mei-ling", "韓志豪", "南韓歌手韓志豪")


def test_the_readings_that_ship_are_those_of_the_library() -> None:
    shipped = {c: (read_character(c), read_usual(c)) for c in map(chr, range(0x4E00, 0x4E00 + 20_000, 17))}
    for character, (every, usual) in shipped.items():
        readings = [convert(r, Style.NORMAL, strict=False) for r in PINYIN_DICT.get(ord(character), "").split(",")]
        plain = {reading for reading in readings if reading.isascii() and reading.isalpha()}
        assert set(every) == plain, character
        assert set(usual) == plain & set(readings[:2]), character
    assert sum(len(usual) + len(rare) for _, usual, rare in list_syllables()) > 30_000


@given(st.text("林明義王 Lin-Mgyhsu’'ü", max_size=14), st.text("林明義王x一", max_size=4), st.text(max_size=6))
def test_no_texts_break_it(english: str, original: str, source: str) -> None:
    assert not is_unlike(english, original, source) or len(original) in (2, 3)
