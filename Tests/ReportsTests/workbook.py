"""Prints the cells of an XLSX workbook as JSON: {sheet: [[value, …], …]}; texts are strings, numbers and dates are numbers,
a date as {"date": days since 1899-12-30}, a formula as {"formula": …}. Nothing but Python's own library."""

import json
import re
import sys
import zipfile
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def value(cell, strings, dates):
    formula = cell.find(MAIN + "f")
    if formula is not None:
        return {"formula": formula.text}
    content = cell.find(MAIN + "v")
    if content is None:
        return ""
    if cell.get("t") == "s":
        return strings[int(content.text)]
    number = float(content.text)
    number = int(number) if number.is_integer() else number
    return {"date": number} if int(cell.get("s", "0")) in dates else number


def main():
    book = zipfile.ZipFile(sys.argv[1])
    read = lambda name: ElementTree.fromstring(book.read(name))
    strings = ["".join(part.text or "" for part in item.iter(MAIN + "t")) for item in read("xl/sharedStrings.xml")]
    styles = read("xl/styles.xml")
    formats = {int(f.get("numFmtId")): f.get("formatCode") for f in styles.iter(MAIN + "numFmt")}
    cells = styles.find(MAIN + "cellXfs")
    dates = {place for place, style in enumerate(cells) if "yy" in formats.get(int(style.get("numFmtId", "0")), "")}
    sheets = {}
    for place, sheet in enumerate(read("xl/workbook.xml").iter(MAIN + "sheet")):
        rows = {}
        for cell in read(f"xl/worksheets/sheet{place + 1}.xml").iter(MAIN + "c"):
            row = int(re.search(r"\d+", cell.get("r")).group())
            rows.setdefault(row, []).append(value(cell, strings, dates))
        sheets[sheet.get("name")] = [rows[row] for row in sorted(rows)]
    json.dump(sheets, sys.stdout, ensure_ascii=False)


main()
