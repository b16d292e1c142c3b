#!/usr/bin/env python3
"""Fit the confidence of open information extraction tuples (needs numpy).

    confidence.py SHARED ACTANT OUT.tsv

SHARED  the folder with data/openie and tools, the scorers of CaRB and BenchIE
ACTANT  the program, which prints the tuples and what the model sees of them (--features)
OUT     Sources/Extraction/Resources/confidence.tsv

One logistic model a view. What it learns: for the complete view the share of a tuple's words that its
best gold tuple of CaRB has, gold tuples being given out once each; for the minimal view whether the tuple
is among BenchIE's. Printed are the figures of a five-fold cross-validation over sentences, so that no
sentence's confidences come from a model that has seen it: Brier score, area under CaRB's curve, and how
often the tuples of each tenth of confidence are right.
"""
import collections
import os
import subprocess
import sys
import tempfile
import zlib

import numpy

FOLDS = 5
RIDGE = {"complete": 3.0, "minimal": 3.0}
RAREST = 12  # features of fewer tuples are left out


def tuples(actant, view, sentences):
    """What the program prints for the sentences: rows of fields, and a dictionary of features for each."""
    command = [actant, "propositions", "--quiet", "--sentence-per-line", "--view", view, sentences]
    rows, features = (
        [line.split("\t") for line in subprocess.run(
            command + extra, check=True, capture_output=True, text=True).stdout.splitlines()]
        for extra in ([], ["--features"]))
    assert len(rows) == len(features)
    parsed = []
    for fields in features:
        pairs = (field.rsplit("=", 1) for field in fields)
        parsed.append({name: float(value) for name, value in pairs})
    return rows, parsed


def carb_labels(scorer, gold, rows):
    """The precision that the scorer gives each tuple; None outside of the gold file."""
    predicted = collections.defaultdict(list)
    for number, row in enumerate(rows):
        bag, args = scorer.bags(row[2], row[3:])
        predicted[scorer.key(row[0])].append((number, scorer.Tuple(1.0, bag, args, (row[2], row[3:]))))
    labels = [None] * len(rows)
    for key, golds in gold.items():
        found = predicted.get(key, [])
        pairs = sorted(
            ((-scorer.pair(g, t)[0], i, j) for i, g in enumerate(golds) for j, (_, t) in enumerate(found)))
        taken, given = set(), {}
        for score, i, j in pairs:
            if i not in taken and j not in given:
                taken.add(i)
                given[j] = -score
        for j, (number, _) in enumerate(found):
            labels[number] = given.get(j, 0.0)
    return labels


def benchie_labels(scorer, gold, rows):
    """Whether a tuple is in the gold file; None where its sentence is not."""
    numbers = {" ".join(sentence.split()): ident for ident, (sentence, _) in gold.items()}
    labels = []
    for row in rows:
        ident = numbers.get(" ".join(row[0].split()))
        triple = (row[3], row[2], " ".join(row[4:]))
        labels.append(None if ident is None else float(
            scorer.find(gold[ident][1], triple, False) is not None))
    return labels


def fit(matrix, labels, ridge):
    """Newton's method on the penalised likelihood; the last column, the bias, is not penalised."""
    weights = numpy.zeros(matrix.shape[1])
    penalty = numpy.full(matrix.shape[1], ridge)
    penalty[-1] = 1e-6
    for _ in range(30):
        guess = 1 / (1 + numpy.exp(-matrix @ weights))
        gradient = matrix.T @ (guess - labels) + penalty * weights
        curvature = (matrix * (guess * (1 - guess))[:, None]).T @ matrix + numpy.diag(penalty)
        step = numpy.linalg.solve(curvature, gradient)
        weights -= step
        if abs(step).max() < 1e-8:
            break
    return weights


def main():
    shared, actant, out = sys.argv[1:]
    sys.path.insert(0, os.path.join(shared, "tools"))
    import benchie_score
    import oie_score
    data = os.path.join(shared, "data", "openie")
    carb, _ = oie_score.read(os.path.join(data, "carb-dev.tsv"), False)
    benchie = benchie_score.read_gold(os.path.join(data, "benchie-dev.txt"))
    lines = ["# Weights of the logistic model of confidence, fitted by Training/confidence.py:",
             "# view, feature, weight."]
    for view in ("complete", "minimal"):
        rows, features = tuples(actant, view, os.path.join(data, "carb-dev-sentences.txt"))
        labels = (carb_labels(oie_score, carb, rows) if view == "complete"
                  else benchie_labels(benchie_score, benchie, rows))
        known = [n for n, label in enumerate(labels) if label is not None]
        counts = collections.Counter(name for n in known for name in features[n])
        names = sorted(name for name, count in counts.items() if count >= RAREST and name != "bias")
        names.append("bias")
        matrix = numpy.array([[features[n].get(name, 0.0) for name in names] for n in known])
        target = numpy.array([labels[n] for n in known])
        fold = numpy.array([zlib.crc32(rows[n][0].encode()) % FOLDS for n in known])
        guess = numpy.zeros(len(known))
        for held in range(FOLDS):
            weights = fit(matrix[fold != held], target[fold != held], RIDGE[view])
            guess[fold == held] = 1 / (1 + numpy.exp(-matrix[fold == held] @ weights))
        print(f"{view}: {len(known)} tuples, {len(names)} features, mean {target.mean():.3f}, Brier score "
              f"{((guess - target) ** 2).mean():.4f}, of the mean {((target - target.mean()) ** 2).mean():.4f}")
        for low in range(10):
            mask = (guess >= low / 10) & (guess < (low + 1) / 10)
            if mask.any():
                print(f"  {low / 10:.1f}  {mask.sum():5} tuples  confidence {guess[mask].mean():.3f}  "
                      f"right {target[mask].mean():.3f}")
        if view == "complete":
            with tempfile.NamedTemporaryFile("w", suffix=".tsv", encoding="utf-8") as file:
                for place, n in enumerate(known):
                    row = rows[n]
                    file.write("\t".join([row[0], f"{guess[place]:.3f}"] + row[2:]) + "\n")
                file.flush()
                predicted, _ = oie_score.read(file.name, True)
                result, _, _ = oie_score.score(carb, predicted)
                print("  CaRB, cross-validated: " + "  ".join(
                    f"{name} {100 * result[name]:.2f}"
                    for name in ("precision", "recall", "f1", "auc", "all_f1")))
        weights = fit(matrix, target, RIDGE[view])
        lines += [f"{view}\t{name}\t{weight:.3f}" for name, weight in zip(names, weights)]
    with open(out, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
