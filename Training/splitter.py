"""Trains the sentence splitter: does a sentence end between two words?

  python3 splitter.py --treebanks DIR --tokens tokens.txt --out sentences.bin

A linear classifier over hashed features of the words around each gap (logistic regression, Adam), which
Sources/Linguistics/Tokenization/SentenceSplitter.swift computes in the same way. Every paragraph is seen as it is and
joined with neighbours, then with abbreviations, dates and quotation marks varied (see `varied`).

The file: the letters "ASPL", the number of index bits as one byte, three zero bytes, then 2^bits weights as 16-bit
little-endian integers in units of 1/1024. A sentence ends where the sum of the weights is above zero.
"""
import argparse
import functools
import random
import re
import struct
import unicodedata

import torch

import conllu

BITS = 18
MASK = (1 << 64) - 1
PADDING = (1, 1, 1)
TERMINAL = ".!?…"


def lists(path):
    """The sections of tokens.txt."""
    found, section = {}, None
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if re.fullmatch(r"\[\w+\]", line):
            section = found.setdefault(line[1:-1], [])
        elif line and not line.startswith("# "):
            section.append(line)
    return found


# Words and their features

def folded(c):
    return ord(c) | 32 if "A" <= c <= "Z" else 0x27 if c in "’`´" else ord(c)


def kind(c):
    category = unicodedata.category(c)
    if category in ("Lu", "Lt"):
        return ord("X")
    if category[0] == "L":
        return ord("x")
    if category in ("Nd", "Nl"):
        return ord("0")
    if category[0] == "M" or category == "Cf" or 0x1F3FB <= ord(c) <= 0x1F3FF:
        return 0
    return ord(c)


def fnv(values):
    h = 0xCBF29CE484222325
    for v in values:
        h = ((h ^ v) * 0x100000001B3) & MASK
    return h


@functools.lru_cache(None)
def word_hashes(form):
    """Hashes of the form (digits as 0), its shape (runs of a kind as one, the first six) and its last three letters."""
    values = [ord("0") if kind(c) == ord("0") else folded(c) for c in form]
    shape = []
    for c in form:
        k = kind(c)
        if k and (not shape or shape[-1] != k):
            shape.append(k)
        if len(shape) == 6:
            break
    return fnv(values), fnv(shape), fnv(values[-3:])


def mix(values):
    h = 0x9E3779B97F4A7C15
    for v in values:
        h = ((h ^ v) * 0xFF51AFD7ED558CCD) & MASK
        h ^= h >> 32
    return h >> (64 - BITS)


def bucket(n):
    return n if n < 8 else 8 + min((n - 8) // 4, 6)


def features(words):
    """Yields (features, ends) for each gap with white space between the words [(form, spaced, ends)] of a block."""
    hashes = [PADDING] * 3 + [word_hashes(w[0]) for w in words] + [PADDING] * 3
    until, distance = [0] * len(words), 0
    for i in range(len(words) - 1, -1, -1):
        until[i] = distance
        distance = 0 if words[i][0][0] in TERMINAL else distance + 1
    since = bracket = quote = 0
    for i in range(len(words) - 1):
        form, spaced, ends = words[i]
        if form in ("(", "["):
            bracket = 1
        elif form in (")", "]"):
            bracket = 0
        elif form == '"':
            quote ^= 1
        elif form == "“":
            quote = 1
        elif form == "”":
            quote = 0
        since += 1
        if spaced:
            (_, s3, _), (f2, s2, _), (f1, s1, t1), (g1, h1, u1), (g2, h2, _), (g3, h3, _) = hashes[i + 1:i + 7]
            f3 = hashes[i + 1][0]
            state, before, after = bracket * 2 + quote, bucket(since), bucket(until[i + 1] + 1)
            yield [mix(v) for v in (
                (0,), (1, f1), (2, f2), (3, f3), (4, g1), (5, g2), (6, g3), (7, s1), (8, h1), (9, s2), (10, h2),
                (11, f1, g1), (12, f1, h1), (13, s1, g1), (14, s1, h1), (15, f2, f1), (16, g1, g2), (17, s2, s1, h1),
                (18, s1, h1, h2), (19, f2, s1, h1), (20, t1), (21, u1), (22, t1, h1), (23, s1, h1, g2),
                (24, before, h1, s1), (25, after, h1, s1), (26, state, f1, h1), (27, state, s1), (28, h1, h2, h3),
                (29, s3, s2, s1, h1), (30, before, after, h1), (31, before, g1), (32, t1, u1), (33, g1, g2, s1),
                (34, g1, h2, h3), (35, s3, f2, f1))], ends
        if form[0] in TERMINAL:
            since = 0


# Treebanks

def paragraphs(path, abbreviations):
    """Lists of words (form, spaced, ends). The full stop of an abbreviation at a sentence's end, which the treebanks
    set apart, is joined to it, since the tokenizer does not know of sentences yet."""
    found = []
    for s in conllu.read(path, ""):
        words = []
        for form, spaced in zip(s["forms"], s["space"]):
            if form == "." and words and not words[-1][1] and (
                    words[-1][0] in abbreviations or re.fullmatch(r"[^\W\d_](\.[^\W\d_])*", words[-1][0])
                    and words[-1][0] != "I"):
                words[-1] = [words[-1][0] + ".", spaced, 0]
            else:
                words.append([form, spaced, 0])
        words[-1][1:] = True, 1
        if s["paragraph"] or not found:
            found.append([])
        found[-1] += words
    return found


# Last words of sentences that a full stop alone would not tell from the middle of one.
FINAL = "U.S. U.N. D.C. a.m. a.m. p.m. p.m. Inc. Inc. Corp. Co. Jr. Va. Calif. Pa. Fla.".split()
BODIES = "U.S. U.S. U.N. U.K. E.U. U.A.E.".split()
MONTHS = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def is_before_name(words, i):
    """Whether a word is capitalised, and the next one of its sentence too, as in "White House"."""
    return (i < len(words) - 1 and words[i][1] and not words[i][2]
            and all(w[0].isalpha() and w[0].istitle() for w in words[i:i + 2]))


def varied(words, groups):
    """Abbreviations replaced by others of their list, half of the time; some sentences made to end with an
    abbreviation, a day of the month or another small number; "U.N.", "Gen." and the like before names; times and days;
    quotation marks and ellipses in the other style."""
    out = []
    titles = groups["Gen"]
    curly, ellipsis, quote = random.random() < 0.5, random.random() < 0.5, 0
    for i, (form, spaced, ends) in enumerate(words):
        if form == "." and ends and i > 2 and not words[i - 2][2] and random.random() < 0.08:
            last = random.choice((random.choice(FINAL), random.choice(MONTHS), ""))
            day = [[str(random.randint(1, 31)), False, 0], [".", True, 1]]
            out[-1:] = [[last, True, 1]] if last in FINAL else [[last, True, 0]] + day if last else day
            continue
        if form == '"':
            quote ^= 1
            form = "”“"[quote] if curly else form
        elif form in ("“", "”") and not curly:
            form = '"'
        elif form == "..." and ellipsis:
            form = "…"
        elif form in BODIES:
            form = random.choice(BODIES)
        elif random.random() < 0.06 and is_before_name(words, i):
            form = random.choice(BODIES) if random.random() < 0.6 else random.choice(titles) + "."
        elif form in DAYS and i > 0 and not words[i - 1][2] and random.random() < 0.15:
            out += [[str(random.randint(1, 12)), True, 0], [random.choice(("a.m.", "p.m.")), True, 0]]
        elif form[:-1] in groups and form[-1] == "." and random.random() < 0.5:
            form = random.choice(groups[form[:-1]]) + "."
        out.append([form, spaced, ends])
        if form in ("a.m.", "p.m.") and spaced and not ends and random.random() < 0.7:
            out.append([random.choice(DAYS + ["ET", "EST", "GMT"]), True, 0])
    return out


def blocks(found, groups, passes):
    for n in range(passes):
        order = found if n == 0 else random.sample(found, len(found))
        i = 0
        while i < len(order):
            size = 1 if n == 0 else random.choice((1, 2, 2, 3))
            block = sum(order[i:i + size], [])
            yield block if n == 0 else varied(block, groups)
            i += size


def score(weight, found):
    """Sentence F1 over paragraphs."""
    right = gold = system = 0
    for words in found:
        gaps = [i for i, w in enumerate(words[:-1]) if w[1]]
        rows = [r for r, _ in features(words)]
        sums = weight[torch.tensor(rows)].sum(1).tolist() if rows else []
        cuts = [[i for i, w in enumerate(words) if w[2]], [g for g, z in zip(gaps, sums) if z > 0] + [len(words) - 1]]
        a, b = (set(zip([-1] + c[:-1], c)) for c in cuts)
        right, gold, system = right + len(a & b), gold + len(a), system + len(b)
    return 200 * right / (gold + system)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--treebanks", "--tokens", "--out"):
        arguments.add_argument(name, required=True)
    arguments = arguments.parse_args()
    random.seed(1)
    torch.manual_seed(1)

    sections = lists(arguments.tokens)
    groups = {w: sections[name] for name in ("titles", "abbreviations") for w in sections[name]}
    read = lambda name: paragraphs(f"{arguments.treebanks}/{name}.conllu", groups)
    rows, ends = [], []
    for words in blocks(read("en_ewt-train") + read("en_gum-train"), groups, 4):
        for row, end in features(words):
            rows.append(row)
            ends.append(end)
    rows, ends = torch.tensor(rows, dtype=torch.int32), torch.tensor(ends, dtype=torch.float)
    weight = torch.nn.Parameter(torch.zeros(1 << BITS))
    optimizer = torch.optim.Adam([weight], lr=0.01)
    for epoch in range(3):
        order = torch.randperm(len(rows))
        for batch in order.split(4096):
            # A tenth of the features is left out, so that no single one is relied upon.
            kept = (torch.rand(len(batch), rows.shape[1]) > 0.1) / 0.9
            loss = torch.nn.functional.binary_cross_entropy_with_logits(
                (weight[rows[batch].long()] * kept).sum(1), ends[batch])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        for name in ("en_ewt-dev", "en_gum-dev"):
            print(epoch, name, "%.2f" % score(weight.detach(), read(name)), flush=True)
    with open(arguments.out, "wb") as file:
        file.write(b"ASPL" + bytes([BITS, 0, 0, 0]))
        for w in (weight.detach() * 1024).round().clamp(-32767, 32767).int().tolist():
            file.write(struct.pack("<h", w))


if __name__ == "__main__":
    main()
