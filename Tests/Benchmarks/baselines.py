#!/usr/bin/env python3
"""What a user would pick instead, beside tungngo in one run: accuracy and questions per second of processor time.

    pip install scikit-learn numpy scipy bm25s pyyaml
    python3 Tests/Benchmarks/baselines.py TUNGNGO [FOLDER]

TUNGNGO is the program in release mode. Without FOLDER our own catalogue is asked, every fifth sample of an intent kept back as a question;
else FOLDER holds `intents/*.yaml` and `questions.jsonl` (`{"text","intent","accept"?}`), and
beside it, where there are any, `noisy/*.jsonl` with the same questions typed otherwise. One question at a time on one core, folding included.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import unicodedata

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(name, "1")

try:
    import bm25s
    import numpy as np
    import yaml
    from scipy import sparse
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.svm import LinearSVC
except ModuleNotFoundError as missing:
    sys.exit(f"The baselines were not measured: {missing}. python3 -m pip install scikit-learn numpy scipy bm25s pyyaml")


def fold(text):
    text = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    text = "".join(c for c in text if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", text))


class LinearSVM:
    name = "TF-IDF(word 1-2, char 2-5) + LinearSVC"

    def __init__(self, texts, intents):
        self.word = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, token_pattern=r"\S+")
        self.char = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True)
        rows = sparse.hstack([self.word.fit_transform(texts), self.char.fit_transform(texts)]).tocsr()
        self.model = LinearSVC(C=1.0, random_state=0).fit(rows, intents)

    def top(self, text):
        row = sparse.hstack([self.word.transform([text]), self.char.transform([text])]).tocsr()
        return [self.model.classes_[i] for i in np.argsort(-np.ravel(self.model.decision_function(row)))[:3]]


class BM25:
    name = "BM25, nearest sample"

    def __init__(self, texts, intents):
        self.intents = intents
        self.index = bm25s.BM25(k1=1.2, b=0.75)
        self.index.index([t.split() or ["_"] for t in texts], show_progress=False)

    def top(self, text):
        known = [w for w in text.split() if w in self.index.vocab_dict]
        order = np.argsort(-self.index.get_scores(known), kind="stable") if known else range(len(self.intents))
        return list(dict.fromkeys(self.intents[i] for i in order))[:3]


def keep_back(source, folder):
    """Our own catalogue for measuring: every fifth sample of an intent becomes a question."""
    (folder / "intents").mkdir()
    questions = []
    for path in sorted(source.glob("*.yaml")):
        content = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
        for intent in content.get("intents", []):
            samples = intent.get("questions", [])
            questions += [{"text": text, "intent": intent["id"]} for text in samples[4::5]]
            intent["questions"] = [text for place, text in enumerate(samples) if place % 5 != 4]
        (folder / "intents" / path.name).write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    lines = (json.dumps(row, ensure_ascii=False) for row in questions)
    (folder / "questions.jsonl").write_text("\n".join(lines), encoding="utf-8")


def main():
    if len(sys.argv) == 3:
        return measure(sys.argv[1], pathlib.Path(sys.argv[2]))
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        keep_back(pathlib.Path("intents"), pathlib.Path(folder))
        measure(sys.argv[1], pathlib.Path(folder))


def measure(program, folder):
    pairs = []
    for path in sorted((folder / "intents").glob("*.yaml")):
        for intent in (yaml.safe_load(path.read_text(encoding="utf-8")) or {}).get("intents", []):
            texts = dict.fromkeys([intent.get("title") or intent["id"], *intent.get("questions", [])])
            pairs += [(fold(text), intent["id"]) for text in texts]
    files = [folder / "questions.jsonl", *sorted((folder / "noisy").glob("*.jsonl"))]
    models = [kind([t for t, _ in pairs], [i for _, i in pairs]) for kind in (LinearSVM, BM25)]
    for path in files:
        lines = path.read_text(encoding="utf-8").splitlines()
        rows = [row for row in map(json.loads, filter(str.strip, lines)) if row["intent"] is not None]
        arguments = [program, "eval", "--json", "--intents", str(folder / "intents"), str(path)]
        ours = json.loads(subprocess.run(arguments, check=True, capture_output=True, text=True).stdout)
        print(f"{path.name}: {len(rows)} questions")
        print(f"  tungngo: top-1 {ours['top1']:.3f}, top-3 {ours['top3']:.3f}, {ours['questions_per_second']:,.0f} questions/s")
        for model in models:
            start = time.process_time()
            tops = [model.top(fold(row["text"])) for row in rows]
            speed = len(rows) / (time.process_time() - start)
            right = [{row["intent"], *(row.get("accept") or [])} for row in rows]
            first = np.mean([top[0] in ids for top, ids in zip(tops, right)])
            three = np.mean([bool(ids & set(top)) for top, ids in zip(tops, right)])
            ratio = ours["questions_per_second"] / speed
            print(f"  {model.name}: top-1 {first:.3f}, top-3 {three:.3f}, {speed:,.0f} questions/s; tungngo is {ratio:.0f} times as fast")


main()
