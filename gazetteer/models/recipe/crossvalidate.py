#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Measures the tagger on documents that it did not learn from.

usage: crossvalidate.py [OPTIONS] -- CORPUS.jsonl...

Learns five times from four fifths of the documents (SHA-1 of the id, modulo
5), or with --leave corpus from all corpora but one, maps what was left out and
judges it with `geomention eval` (F by the centre rule). The uses that count
are chosen for each corpus; nothing else is.

  --program FILE    build/geomention; its data lie beside it
  --words FILE      table of clusters, as `geomention train tagger` takes it
  --partial FILE    documents that tell uses only; repeatable
  -g FILE           gazetteer to learn and to map with; repeatable
  --map-with LIST   gazetteers to map with: 'same' as learned, 'world'; both
  --leave fold|corpus
  --text LIST       plain, lower, upper: how the texts are written
  --seed N
  --work FOLDER     keeps models and predictions there
"""
import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys

GROUPS = {"literal": "literal", "coercion": "literal",
          "metonymic": "metonymic", "mixed": "metonymic",
          "non_literal_modifier": "adjectival",
          "literal_modifier": "adjectival", "demonym": "adjectival",
          "language": "adjectival", "embedded_non_lit": "embedded",
          "embedded_literal": "embedded"}
USES = ("literal", "metonymic", "adjectival", "embedded")
CHOICES = [USES, USES[:3], USES[:2] + USES[3:], USES[:2]]


def arguments():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--program", default="build/geomention")
    parser.add_argument("--words", default="gazetteer/models/words.tsv.zst")
    parser.add_argument("--partial", action="append", default=[])
    parser.add_argument("-g", dest="gazetteers", action="append", default=[])
    parser.add_argument("--map-with", default="same,world")
    parser.add_argument("--leave", choices=("fold", "corpus"), default="fold")
    parser.add_argument("--text", default="plain,lower,upper")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--work", default="crossvalidation")
    parser.add_argument("--ci", default="1000")
    parser.add_argument("corpora", nargs="+")
    return parser.parse_args()


def read(paths):
    for path in paths:
        with open(path, encoding="utf-8") as file:
            for line in file:
                document = json.loads(line)
                document["id"] = str(document["id"])
                yield document


def part_of(document, leave):
    if leave == "corpus":
        return document["corpus"]
    digest = hashlib.sha1(document["id"].encode()).hexdigest()
    return str(int(digest, 16) % 5)


def rewritten(text, how):
    """The text in small or great letters, of the same length."""
    if how == "plain":
        return text
    change = str.lower if how == "lower" else str.upper
    return "".join(new if len(new := change(letter)) == 1 else letter
                   for letter in text)


def program_with(options, folder, model):
    """A copy of the program that finds another tagger beside it."""
    os.makedirs(folder, exist_ok=True)
    source = os.path.dirname(os.path.abspath(options.program))
    for name in os.listdir(source):
        link = os.path.join(folder, name)
        if name.endswith((".gaz", ".gmm")) or ".so" in name:
            if not os.path.lexists(link):
                os.symlink(os.path.join(source, name), link)
    shutil.copy(options.program, os.path.join(folder, "geomention"))
    tagger = os.path.join(folder, "tagger.gmm")
    if os.path.lexists(tagger):
        os.remove(tagger)
    os.symlink(os.path.abspath(model), tagger)
    return os.path.join(folder, "geomention")


def write_lines(path, items):
    with open(path, "w", encoding="utf-8") as file:
        for item in items:
            file.write(json.dumps(item) + "\n")


def layers(gazetteers):
    return [word for path in gazetteers for word in ("-g", path)]


def learn(options, documents, part, model):
    lesson = model + ".jsonl"
    write_lines(lesson, (d for d in documents
                         if part_of(d, options.leave) != part))
    partial = [word for path in options.partial
               for word in ("--partial", path)]
    subprocess.run([options.program, "train", "tagger", "-q", "-o", model,
                    "--seed", options.seed, "--words", options.words] +
                   layers(options.gazetteers or ["world"]) + partial +
                   [lesson], check=True)


def map_documents(program, gazetteers, documents, how, given=False):
    texts = [{"id": d["corpus"] + " " + d["id"],
              "text": rewritten(d["text"], how)} for d in documents]
    for text, document in zip(texts, documents):
        if given:
            text["mentions"] = [{"start": t["start"], "end": t["end"]}
                                for t in document["toponyms"]]
    lines = "".join(json.dumps(text) + "\n" for text in texts)
    done = subprocess.run([program, "map", "-q", "--input-format", "jsonl",
                           "-f", "jsonl", "--use", "all", "--unresolved"] +
                          layers(gazetteers) + ["-"],
                          input=lines.encode(), check=True,
                          stdout=subprocess.PIPE)
    for line in done.stdout.splitlines():
        found = json.loads(line)
        corpus, name = found["id"].split(" ", 1)
        yield corpus, name, found["mentions"]


def evaluate(options, gold, found, uses, more):
    guess = os.path.join(options.work, "found.jsonl")
    write_lines(guess, ({"id": name, "mentions": [m for m in mentions
                                                  if m["use"] in uses]}
                        for name, mentions in found))
    figures = subprocess.run([options.program, "eval", "-q", "-f", "json",
                              "--predictions", guess, gold] + more,
                             check=True, stdout=subprocess.PIPE).stdout
    return json.loads(figures)["all"]["near"]


def judge(options, corpus, found, documents, how):
    """The best F over the choices of uses, with that choice."""
    gold = os.path.join(options.work, "gold.jsonl")
    write_lines(gold, (dict(d, text=rewritten(d["text"], how),
                            toponyms=[dict(t, phrase=rewritten(t["phrase"],
                                                               how))
                                      for t in d["toponyms"]])
                       for d in documents if d["corpus"] == corpus))
    here = [(name, mentions) for where, name, mentions in found
            if where == corpus]
    best = max(CHOICES, key=lambda uses: evaluate(options, gold, here, uses,
                                                  [])["f"])
    return evaluate(options, gold, here, best, ["--ci", options.ci]), best


def uses_right(given, documents):
    """How often the use of an annotated place is found, where it is told."""
    told = {(d["corpus"], d["id"], t["start"], t["end"]):
            GROUPS.get((t.get("type") or "").lower(), "other")
            for d in documents for t in d["toponyms"]
            if d["corpus"] == "gwn"}
    right = sum(told.get((corpus, name, m["start"], m["end"])) == m["use"]
                for corpus, name, mentions in given for m in mentions)
    return right, len(told)


def main():
    options = arguments()
    os.makedirs(options.work, exist_ok=True)
    documents = list(read(options.corpora))
    corpora = list(dict.fromkeys(d["corpus"] for d in documents))
    parts = sorted({part_of(d, options.leave) for d in documents})
    runs = [(how, which) for which in options.map_with.split(",")
            for how in options.text.split(",")]
    found = {run: [] for run in runs}
    given = []
    for part in parts:
        model = os.path.join(options.work, "%s-%s.gmm" % (options.leave, part))
        if not os.path.exists(model):
            learn(options, documents, part, model)
        program = program_with(options, os.path.join(options.work, "bin"),
                               model)
        left_out = [d for d in documents
                    if part_of(d, options.leave) == part]
        for how, which in runs:
            gazetteers = options.gazetteers if which == "same" else []
            found[how, which] += map_documents(program, gazetteers, left_out,
                                               how)
        given += map_documents(program, options.gazetteers, left_out, "plain",
                               True)
    for run in runs:
        total = 0
        line = "%-6s %-6s" % run
        for corpus in corpora:
            near, uses = judge(options, corpus, found[run], documents, run[0])
            total += near["f"] / len(corpora)
            line += "  %s %.4f" % (corpus, near["f"])
            if "ci95" in near:
                line += " [%.3f-%.3f]" % tuple(near["ci95"])
            line += " (%s)" % "".join(use[0] for use in uses)
        print(line + "  mean %.4f" % total, flush=True)
    right, all_of_them = uses_right(given, documents)
    if all_of_them:
        print("uses of annotated places: %d of %d right, %.4f" %
              (right, all_of_them, right / all_of_them))


if __name__ == "__main__":
    sys.exit(main())
