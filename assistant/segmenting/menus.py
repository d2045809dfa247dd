"""Short lines around texts: the site's name, menus with a word in a line, tags, a headline said twice."""

from collections.abc import Iterator, Sequence

from assistant.records import Span
from assistant.segmenting.lines import CONTENT, Line, Look
from assistant.segmenting.part import LEAST_HEADLINE
from assistant.segmenting.rules import buttons, matter, outlets, stories
from assistant.segmenting.source_line import count_wide

LEAST_RUN = 3
"""So many labels below one another are a menu."""
LEAST_TAGS = 3
LEAST_LONG_MENU = 8
LINKS = frozenset({Look.NAVIGATION, Look.ADVERTISEMENT})
"""What a menu is made of."""
MOST_OF_TOP = 4
"""Lines above the menu of a page."""
LEAST_WORDS = 4
LONGEST_WORD = 10
HEAD_LINES = 40
"""So far from the top of a page its headline may stand a second time."""
LEAST_REPEATED = 8
MOST_BUTTONS = 5
"""So many buttons and blank lines may stand between a printed time and the outlet below it."""


def mark_menus(lines: Sequence[Line]) -> list[Line]:
    """Take what labels the page, and is no text of it, for navigation."""
    return _mark_tags(_mark_runs(_mark_repeated(_mark_site(_mark_top(_mark_head(_mark_printed(lines)))))))


def as_menu(line: Line) -> Line:
    """The line as navigation, unless it is blank."""
    return line if line.look is Look.BLANK else line._replace(look=Look.NAVIGATION)


def silence(line: Line) -> Line:
    """The line as navigation, and nothing in it as an outlet, an age or a headline."""
    return as_menu(line)._replace(outlet=None, age=None, title=None, relative=False)


def as_inset(line: Line, title: Span | None = None) -> Line:
    """The line as navigation in the text around it, and as the headline of another text, an item of its own.

    Args:
        line: between the paragraphs of an article.
        title: where in the dump its headline stands, if it is not the whole line.
    """
    own = line if line.look is Look.SOURCE else line._replace(look=Look.HEADLINE, title=title or line.title)
    return silence(line)._replace(inset=own)


def _mark_printed(lines: Sequence[Line]) -> list[Line]:
    """Take what a browser prints at the head of each page for none of its text, if it printed its foot as well."""
    if not any(buttons.PAGE_ADDRESS.fullmatch(line.text) for line in lines):
        return list(lines)
    return [silence(line) if buttons.PRINT_HEADER.fullmatch(line.text) else line for line in lines]


def _mark_head(lines: Sequence[Line]) -> list[Line]:
    """Take a line of several words, without a mark of sentences, beside a menu at the top of a page for one as well."""
    marked = list(lines)
    end = next((n for n, line in enumerate(lines) if line.look in (Look.BODY, Look.SOURCE)), 0)
    for number, line in enumerate(lines[:end]):
        beside = [lines[n].look for n in (number - 1, number + 1) if n >= 0]
        words = line.text.split()
        plain = len(words) >= LEAST_WORDS and not matter.NOT_IN_LABEL.search(line.text)
        if line.look is Look.HEADLINE and Look.NAVIGATION in beside and plain and max(map(len, words)) <= LONGEST_WORD:
            marked[number] = as_menu(line)
    return marked


def _mark_top(lines: Sequence[Line]) -> list[Line]:
    """Take the name of the site and a flash above the menu of a page for none of its article, which begins below."""
    marked = list(lines)
    menu = next((n for n in range(len(lines)) if _opens_menu(lines, n)), 0)
    top = [n for n in range(menu) if lines[n].look is not Look.BLANK]
    if not 0 < len(top) <= MOST_OF_TOP or any(lines[n].look in (Look.BODY, Look.SOURCE) for n in top):
        return marked
    body = next((n for n in range(menu, len(lines)) if lines[n].look is Look.BODY), menu)
    head = lines[menu:body]
    source = next((n for n, line in enumerate(head) if line.look is Look.SOURCE and not line.relative), 0)
    if any(line.look is Look.HEADLINE and count_wide(line.text) >= LEAST_HEADLINE for line in head[:source]):
        for number in top:
            marked[number] = as_menu(lines[number])
    return marked


def _opens_menu(lines: Sequence[Line], number: int) -> bool:
    """Whether a long menu begins here, a word in a line."""
    if lines[number].look not in LINKS:
        return False
    run = lines[number : number + LEAST_LONG_MENU]
    return len(run) == LEAST_LONG_MENU and all(line.look in LINKS for line in run)


def _mark_site(lines: Sequence[Line]) -> list[Line]:
    """Take the name of the site, above a menu or above a blank line and a headline, for no headline."""
    marked = list(lines)
    first = next((n for n, line in enumerate(lines) if line.look is not Look.BLANK), len(lines))
    if first == len(lines) or lines[first].look is not Look.HEADLINE:
        return marked
    below = [line.look for line in lines[first + 1 : first + 3]]
    if not outlets.SITE.fullmatch(lines[first].text.split("|")[0].strip()):
        headed = below == [Look.BLANK, Look.HEADLINE] and count_wide(lines[first + 2].text) >= LEAST_HEADLINE
        if is_label(lines[first]) and (headed or below[:1] == [Look.NAVIGATION]):
            marked[first] = as_menu(lines[first])
        return marked
    if below[:1] == [Look.NAVIGATION] or below == [Look.BLANK, Look.HEADLINE]:
        marked[first] = as_menu(lines[first])
    elif below[1:] == [Look.NAVIGATION] and len(lines[first + 1].text.split()) >= matter.LEAST_MENU:
        marked[first : first + 2] = map(as_menu, lines[first : first + 2])
    return marked


def _mark_repeated(lines: Sequence[Line]) -> list[Line]:
    """Take a headline that the page says again before its text begins for the title of the window, or of a post."""
    marked = list(lines)
    end = next((n for n, line in enumerate(lines[:HEAD_LINES]) if line.look is Look.BODY or line.relative), 0)
    said = [line.text for line in lines[:end] if line.look is Look.HEADLINE and len(line.text) >= LEAST_REPEATED]
    for number, line in enumerate(lines[:end]):
        if line.look is Look.HEADLINE and len(line.text) >= LEAST_REPEATED:
            said.remove(line.text)
            if any(matter.TITLE.fullmatch(line.text.replace(text, "\0", 1)) for text in said):
                marked[number] = as_menu(line)
    return marked


def _mark_runs(lines: Sequence[Line]) -> list[Line]:
    """Take labels below one another for a menu; inside a text, only where words of menus are among them."""
    marked = list(lines)
    bodies = [n for n, line in enumerate(lines) if line.look is Look.BODY]
    for run in _find_runs(lines):
        inside = bodies and bodies[0] < run[0] and run[-1] < bodies[-1]
        if not inside or any(lines[n].look is Look.NAVIGATION for n in run):
            for number in run:
                if not _is_outlet_below(lines, number):
                    marked[number] = as_menu(lines[number])
    return marked


def _is_outlet_below(lines: Sequence[Line], number: int) -> bool:
    """Whether the name of an outlet stands among the buttons right below a printed time."""
    if lines[number].look is not Look.HEADLINE or not outlets.OUTLET_NAME.fullmatch(lines[number].text):
        return False
    near = (lines[n] for n in range(number - 1, max(-1, number - 1 - MOST_BUTTONS), -1))
    above = next((line for line in near if line.look not in (Look.BLANK, Look.NAVIGATION)), None)
    return above is not None and above.look is Look.SOURCE and not (above.relative or above.outlet or above.title)


def _find_runs(lines: Sequence[Line]) -> Iterator[list[int]]:
    run: list[int] = []
    for number, line in enumerate((*lines, None)):
        if line is not None and (is_label(line) or line.look is Look.NAVIGATION):
            if not outlets.RANK.fullmatch(line.text) and not buttons.POST.fullmatch(line.text):
                run.append(number)
                continue
        elif line is not None and line.look is Look.BLANK:
            continue
        # the name of an outlet may close the run and belong to what follows
        if run and lines[run[-1]].look is Look.HEADLINE and _opens(lines, run[-1], line):
            name = run.pop()
            if run and lines[run[-1]].text == lines[name].text:  # its logo, and its name
                run.pop()
        if len(run) >= LEAST_RUN:
            yield run
        run = []


def _opens(lines: Sequence[Line], last: int, after: Line | None) -> bool:
    """Whether the last label of a run belongs to what stands below it."""
    if after is None:
        return False
    return after.look is Look.SOURCE or (
        after.look is Look.HEADLINE and bool(outlets.OUTLET_NAME.fullmatch(lines[last].text))
    )


def is_label(line: Line) -> bool:
    """Whether a line could be a word of a menu: short, without figures and without the marks of sentences."""
    if line.look is not Look.HEADLINE or matter.NOT_IN_LABEL.search(line.text):
        return False
    return count_wide(line.text) <= stories.LABEL_CHARACTERS and len(line.text) <= matter.LABEL_LETTERS


def is_word(line: Line) -> bool:
    """Whether a line behind the last paragraph is too short for a headline, and holds no figure that could be news."""
    if line.look is not Look.HEADLINE or matter.NOT_IN_LABEL.search(line.text) or line.text.startswith("("):
        return False
    return count_wide(line.text) < LEAST_HEADLINE


def _mark_tags(lines: Sequence[Line]) -> list[Line]:
    """Take short words behind a text, blanks between them, for its tags."""
    marked = list(lines)
    above = Look.BLANK
    for number, line in enumerate(lines):
        words = line.text.split() if above is Look.BODY and line.look is Look.HEADLINE else []
        if len(words) >= LEAST_TAGS and _closes(lines, number):
            short = all(
                len(word) <= stories.LABEL_CHARACTERS and not matter.NOT_IN_LABEL.search(word) for word in words
            )
            marked[number] = as_menu(line) if short else line
        if line.look is not Look.BLANK:
            above = marked[number].look
    return marked


def _closes(lines: Sequence[Line], number: int) -> bool:
    """Whether no text follows directly."""
    return number + 1 == len(lines) or lines[number + 1].look not in CONTENT | {Look.SOURCE}
