"""Lemma tables: builds lemmas.tsv from the training data and WordNet, looks lemmas up in it, and measures it.

  python3 lemmas.py --train train.jsonl --wordnet /usr/share/wordnet --out lemmas.tsv [PREDICTIONS.jsonl GOLD.jsonl ...]

A lemma is found in this order, the same in Swift (Sources/Linguistics/Annotation/Lemmatizer.swift):

  1. the table's lemma of the form with its XPOS; then of the form in lower case, unless the word is a name (NNP, NNPS);
  2. a word that is not inflected (its XPOS is not in CLASS) is its own lemma, in lower case unless it is a name, a
     symbol, punctuation or foreign;
  3. the table's lemma of the form in lower case with the XPOS's class (VBN is of class VBD);
  4. behind a hyphen, the lemma of the last part;
  5. the rule of the class with the longest suffix of the form in lower case.

lemmas.tsv is sorted by bytes, so that it can be searched where it lies. A line has three columns set apart by tabs:

  tag form lemma              a word
  -tag suffix replacement     a rule: the suffix of a form becomes the replacement; an empty suffix fits all forms

The rules are learnt as a tree of suffixes from the inflected forms of WordNet's words and of the training data; of
words the table has only those that the rules do not get right.
"""
import argparse
import bisect
import collections
import json
import os
import re

CLASS = dict(VBD="VBD", VBN="VBD", VBG="VBG", VBZ="VBZ", NNS="NNS", NNPS="NNS",
             JJR="JJR", RBR="JJR", JJS="JJS", RBS="JJS")
NAMES = ("NNP", "NNPS")
AS_WRITTEN = ("PROPN", "SYM", "PUNCT", "X")   # the UPOS tags of words that keep their case
LONGEST = 8                                    # scalars of a rule's suffix
SUPPORT, GAIN = 3, 2                           # words that a rule needs, and how many more it must get right


class Lemmas:
    def __init__(self, words, rules):
        self.words, self.rules = words, rules   # (tag, form) -> lemma, (tag, suffix) -> replacement

    def __call__(self, form, upos, xpos):
        lower = form.lower()
        name = xpos in NAMES
        for key in ((xpos, form),) if name else ((xpos, form), (xpos, lower)):
            if key in self.words:
                return self.words[key]
        if xpos not in CLASS:
            return form if name or upos in AS_WRITTEN else lower
        if not name and (CLASS[xpos], lower) in self.words:
            return self.words[CLASS[xpos], lower]
        head, hyphen, tail = (form if name else lower).rpartition("-")
        if hyphen and head and tail:
            return head + hyphen + self(tail, upos, xpos)
        return self.apply(form if name else lower, CLASS[xpos])

    def apply(self, form, tag):
        for start in range(max(0, len(form) - LONGEST), len(form) + 1):
            replacement = self.rules.get((tag, form[start:]))
            if replacement is not None:
                return form[:start] + replacement or form
        return form


# What WordNet tells: lemmas with their frequencies, and irregular forms.

def wordnet(folder):
    lemmas, irregular = {}, collections.defaultdict(list)
    for kind, names in (("v", ["verb"]), ("n", ["noun"]), ("a", ["adj", "adv"])):
        lemmas[kind] = {}
        for name in names:
            with open(os.path.join(folder, "index." + name), encoding="utf-8") as lines:
                for line in lines:
                    fields = line.split()
                    if line[0] != " " and re.fullmatch("[a-z]+", fields[0]):
                        tagged = int(fields[5 + int(fields[3])])
                        lemmas[kind][fields[0]] = max(tagged, lemmas[kind].get(fields[0], 0))
            with open(os.path.join(folder, name + ".exc"), encoding="utf-8") as lines:
                for line in lines:
                    fields = line.split()
                    if len(fields) > 1 and re.fullmatch("[a-z]+", fields[0]) and "_" not in fields[1]:
                        irregular[kind, fields[1]].append(fields[0])
    return lemmas, irregular


def doubles(lemma):
    """Whether the last consonant doubles before -ed and -ing, as far as one syllable tells."""
    return (re.fullmatch("[^aeiou]*(qu)?[aeiou][^aeiouwxy]", lemma) is not None)


def sibilant(lemma):
    return re.search("(s|x|z|ch|sh)$", lemma) is not None


def with_s(lemma):
    if sibilant(lemma) or re.search("[^aeiou]o$", lemma):
        return lemma + "es"
    return lemma[:-1] + "ies" if re.search("[^aeiou]y$", lemma) else lemma + "s"


def with_vowel(lemma, ending, irregular):
    """-ed, -er, -est, -ing, or the form with a doubled consonant that WordNet lists."""
    doubled = lemma + lemma[-1] + ending
    if doubled in irregular or doubles(lemma):
        return doubled
    if ending == "ing":
        if lemma.endswith("ie"):
            return lemma[:-2] + "ying"
        return lemma[:-1] + "ing" if re.search("[^eoy]e$", lemma) else lemma + "ing"
    if lemma.endswith("e"):
        return lemma + ending[1:]
    return lemma[:-1] + "i" + ending if re.search("[^aeiou]y$", lemma) else lemma + ending


def tag_of_irregular(kind, form, lemma):
    if kind == "v":
        return "VBG" if form.endswith("ing") and not lemma.endswith("ing") else "VBZ" if form.endswith("s") else "VBD"
    return "NNS" if kind == "n" else "JJS" if form.endswith("st") else "JJR"


def inflected(folder):
    """{(tag, form): lemma}; the more frequent lemma has the form."""
    lemmas, irregular = wordnet(folder)
    result = {}

    def put(tag, form, lemma, rank):
        if rank > result.get((tag, form), ("", (-1, 0, 0)))[1]:
            result[tag, form] = (lemma, rank)

    for kind, known in lemmas.items():
        for lemma, count in known.items():
            forms = irregular[kind, lemma]
            for form in forms:
                put(tag_of_irregular(kind, form, lemma), form, lemma, (count, 1, -len(lemma)))
            rank = (count, 0, -len(lemma))
            if kind == "n":
                put("NNS", with_s(lemma), lemma, rank)
                if not lemma.endswith("s"):
                    put("NNS", lemma, lemma, (-1, 1, 0))   # "sheep", unless it is another noun's plural
            elif kind == "v":
                put("VBZ", with_s(lemma), lemma, rank)
                put("VBG", with_vowel(lemma, "ing", forms), lemma, rank)
                if not any(tag_of_irregular(kind, f, lemma) == "VBD" and not f.endswith("ed") for f in forms):
                    put("VBD", with_vowel(lemma, "ed", forms), lemma, rank)
            elif len(re.findall("[aeiouy]+", lemma)) <= 2:
                put("JJR", with_vowel(lemma, "er", forms), lemma, rank)
                put("JJS", with_vowel(lemma, "est", forms), lemma, rank)
    return {key: lemma for key, (lemma, _) in result.items()}


# Learning rules.

def edit(form, lemma):
    """What the form loses at its end and gets instead."""
    same = len(os.path.commonprefix((form, lemma)))
    return form[same:], lemma[same:]


def learn(pairs):
    """pairs: [(form, lemma)] of one class. {suffix: replacement}."""
    rules = {}

    def grow(suffix, pairs, inherited):
        edits = collections.Counter(edit(*p) for p in pairs)
        fitting = [(n, e) for e, n in edits.items() if suffix.endswith(e[0])]
        if fitting:
            most, best = max(fitting, key=lambda f: (f[0], f[1]))
            if inherited is None or most >= SUPPORT and most - edits[inherited] >= GAIN:
                inherited = best
                rules[suffix] = suffix[:len(suffix) - len(best[0])] + best[1]
        if len(suffix) < LONGEST:
            longer = collections.defaultdict(list)
            for pair in pairs:
                if len(pair[0]) > len(suffix) + 1:   # something must be left to stand before the suffix
                    longer[pair[0][-len(suffix) - 1:]].append(pair)
            for s in sorted(longer):
                grow(s, longer[s], inherited)

    grow("", pairs, ("", ""))
    return rules


def build(train, folder):
    forms = inflected(folder)
    counts, cased, upos = (collections.defaultdict(collections.Counter) for _ in range(3))
    with open(train, encoding="utf-8") as lines:
        for sentence in map(json.loads, lines):
            for form, x, u, lemma in zip(sentence["forms"], sentence["xpos"], sentence["upos"], sentence["lemma"]):
                if lemma == "_" or "\t" in form + lemma:
                    continue
                cased[x, form][lemma] += 1
                upos[x, form][u] += 1
                if x not in NAMES:
                    counts[x, form.lower()][lemma] += 1
                    upos[x, form.lower()][u] += 1
    top = lambda counter: max(counter, key=lambda k: (counter[k], k))

    def told(x, form, counter):
        """The lemma that the treebanks give most often; a name on which they do not agree is its own lemma."""
        return form if x in NAMES and 3 * counter[form] >= sum(counter.values()) else top(counter)

    pairs = collections.defaultdict(dict)
    for (tag, form), lemma in forms.items():
        pairs[tag][form] = lemma
    for (x, form), c in {**counts, **{k: c for k, c in cased.items() if k[0] == "NNPS"}}.items():
        if x in CLASS:
            pairs[CLASS[x]][form] = top(c)
    result = Lemmas({}, {})
    for tag, known in pairs.items():
        for suffix, replacement in learn(sorted(known.items())).items():
            result.rules[tag, suffix] = replacement
    # Words, from the general to the particular, where what is there already is wrong.
    for (tag, form), lemma in sorted(forms.items()):
        if result(form, "", tag) != lemma:
            result.words[tag, form] = lemma
    for source in (counts, cased):
        for (x, form), c in sorted(source.items()):
            if source is cased and x not in NAMES and form == form.lower() and counts[x, form] == c:
                continue
            if result(form, top(upos[x, form]), x) != told(x, form, c):
                result.words[x, form] = told(x, form, c)
    return result


def write(path, lemmas):
    lines = ["%s\t%s\t%s" % (tag, form, lemma) for (tag, form), lemma in lemmas.words.items()]
    lines += ["-%s\t%s\t%s" % (tag, suffix, replacement) for (tag, suffix), replacement in lemmas.rules.items()]
    with open(path, "wb") as file:
        file.write(b"".join(sorted(line.encode() + b"\n" for line in lines)))


def read(path):
    words, rules = {}, {}
    with open(path, encoding="utf-8", newline="\n") as lines:
        for line in lines:
            tag, form, lemma = line.removesuffix("\n").split("\t")
            if tag.startswith("-") and len(tag) > 1 and tag[1:] in CLASS:
                rules[tag[1:], form] = lemma
            else:
                words[tag, form] = lemma
    return Lemmas(words, rules)


def measure(lemmas, predictions, gold):
    right = words = 0
    wrong = collections.Counter()
    with open(predictions, encoding="utf-8") as p, open(gold, encoding="utf-8") as g:
        for tags, sentence in zip(map(json.loads, p), map(json.loads, g)):
            for form, u, x, lemma in zip(sentence["forms"], tags["upos"], tags["xpos"], sentence["lemma"]):
                words += 1
                found = lemmas(form, u, x)
                if lemma in (found, "_"):
                    right += 1
                else:
                    wrong[form, x, found, lemma] += 1
    print("%s: %.2f" % (gold, 100 * right / words), wrong.most_common(8))
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--train", required=True)
    parser.add_argument("--wordnet", default="/usr/share/wordnet")
    parser.add_argument("--out", required=True)
    parser.add_argument("measure", nargs="*", help="pairs of files: tags as predicted, and the gold sentences")
    options = parser.parse_args()
    write(options.out, build(options.train, options.wordnet))
    lemmas = read(options.out)
    print("%d words, %d rules, %d bytes" % (len(lemmas.words), len(lemmas.rules), os.path.getsize(options.out)))
    for predictions, gold in zip(options.measure[::2], options.measure[1::2]):
        measure(lemmas, predictions, gold)


if __name__ == "__main__":
    main()
