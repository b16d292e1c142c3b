"""Makes the training and development files of the language model from the treebanks.

  python3 prepare.py --treebanks DIR --spacy DIR --out DIR

Writes train.jsonl, ewt_dev.jsonl and gum_dev.jsonl, a sentence a line. Two layers of entities:

  ner   BIO tags over names, dates and quantities in the 18 types of OntoNotes. Silver: the labels of en_core_web_md
        over the treebank's words, then corrected by GUM's gold annotation where both speak of the same words, then
        made consistent within each document (one name, one type).
  kind  GUM's gold entity type (person, place, organization, object, event, abstract, ...) on the head word of every
        mention, pronouns included; null where the treebank says nothing (all of EWT), so that no loss is taken there.
"""
import argparse
import collections
import json
import os

import conllu

TITLES = set("mr. mrs. ms. dr. prof. professor president senator sen. rep. representative governor gov. minister king "
             "queen prince princess lord lady sir pope st. saint justice judge chairman mayor general colonel captain "
             "capt. lieutenant lt. gen. col. sgt. sergeant mr mrs ms dr prof secretary chancellor".split())
LINKING = set("of the and & - de for".split())
GOLD_TYPE = dict(person="PERSON", organization="ORG", place="GPE")
# What en_core_web_md may have said of a span that GUM's type contradicts.
CONTRADICTS = dict(person={"ORG", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"},
                   organization={"PERSON", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT", "GPE"},
                   place={"PERSON", "PRODUCT", "WORK_OF_ART", "ORG"})
NAMES = {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART"}


def silver(sentences, nlp):
    from spacy.tokens import Doc
    docs = (Doc(nlp.vocab, words=s["forms"], spaces=s["space"]) for s in sentences)
    for s, d in zip(sentences, nlp.pipe(docs, batch_size=128)):
        yield {(e.start, e.end): e.label_ for e in d.ents}


def trimmed(s, first, end):
    """A mention's range without determiners, titles, possessive marks and punctuation at its ends."""
    while first < end and (s["upos"][first] == "DET" or s["forms"][first].lower() in TITLES):
        first += 1
    while end > first and s["upos"][end - 1] in ("PUNCT", "PART"):
        end -= 1
    return first, end


def is_name(s, first, end):
    return (first < end and s["upos"][first] == "PROPN" and s["upos"][end - 1] in ("PROPN", "NUM")
            and all(s["upos"][i] in ("PROPN", "NUM") or s["forms"][i].lower() in LINKING for i in range(first, end)))


def correct(s, spans, counts):
    """Applies GUM's gold types to silver spans, {(first, end): label}."""
    gold = {}
    for first, end, kind, _ in conllu.mentions(s):
        first, end = trimmed(s, first, end)
        if kind in GOLD_TYPE and is_name(s, first, end):
            gold.setdefault((first, end), kind)
    for (first, end), kind in sorted(gold.items(), key=lambda g: g[0][0] - g[0][1]):
        same = [k for k in ((first, end), (first - 1, end)) if k in spans]
        for key in same:
            if spans[key] in CONTRADICTS[kind]:
                spans[key] = GOLD_TYPE[kind]
                counts["relabelled"] += 1
        if not same and not any(first < b and a < end for a, b in spans):
            spans[first, end] = GOLD_TYPE[kind]
            counts["added"] += 1


def agree(sentences, all_spans, counts):
    """Gives a name that occurs several times in a document the label it has most often there."""
    votes = collections.defaultdict(collections.Counter)
    name = lambda s, span: (s["document"], " ".join(s["forms"][span[0]:span[1]]).removeprefix("the ").removeprefix("The "))
    for s, spans in zip(sentences, all_spans):
        for span, label in spans.items():
            if label in NAMES:
                votes[name(s, span)][label] += 1
    for s, spans in zip(sentences, all_spans):
        for span, label in spans.items():
            if label in NAMES:
                (best, most), = votes[name(s, span)].most_common(1)
                if best != label and most > votes[name(s, span)][label]:
                    spans[span] = best
                    counts["made consistent"] += 1


def bio(length, spans):
    tags = ["O"] * length
    for (first, end), label in spans.items():
        tags[first:end] = ["B-" + label] + ["I-" + label] * (end - first - 1)
    return tags


def kinds(s):
    result = [None] * len(s["forms"])
    for first, end, kind, _ in sorted(conllu.mentions(s), key=lambda m: m[1] - m[0]):
        result[conllu.head_of(s, first, end)] = kind   # the largest mention of a head comes last and stays
    return result


def write(path, sentences):
    with open(path, "w", encoding="utf-8") as file:
        for s in sentences:
            file.write(json.dumps({k: v for k, v in s.items() if k != "misc"}, ensure_ascii=False) + "\n")
    print("%-16s %6d sentences %7d words" % (os.path.basename(path), len(sentences), sum(len(s["forms"]) for s in sentences)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--treebanks", required=True, help="folder of en_ewt-*.conllu and en_gum-*.conllu")
    parser.add_argument("--spacy", required=True, help="folder of the en_core_web_md pipeline")
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    sets = {}
    for bank in ("ewt", "gum"):
        for part in ("train", "dev"):
            sentences = list(conllu.read("%s/en_%s-%s.conllu" % (options.treebanks, bank, part), bank))
            for s in sentences:
                s["kind"] = kinds(s) if bank == "gum" else [None] * len(s["forms"])
            sets[bank, part] = sentences
    import spacy
    nlp = spacy.load(options.spacy, exclude=["tagger", "parser", "attribute_ruler", "lemmatizer", "senter"])
    counts, labels = collections.Counter(), collections.Counter()
    for sentences in sets.values():
        spans = list(silver(sentences, nlp))
        for s, found in zip(sentences, spans):
            if s["source"] == "gum":
                correct(s, found, counts)
        agree(sentences, spans, counts)
        for s, found in zip(sentences, spans):
            s["ner"] = bio(len(s["forms"]), found)
            labels.update(found.values())
    print(dict(counts), dict(labels))
    write(options.out + "/train.jsonl", sets["ewt", "train"] + sets["gum", "train"])
    write(options.out + "/ewt_dev.jsonl", sets["ewt", "dev"])
    write(options.out + "/gum_dev.jsonl", sets["gum", "dev"])


if __name__ == "__main__":
    main()
