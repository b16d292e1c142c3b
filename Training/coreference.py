"""Trains the ranker of antecedents on GUM.

  python3 coreference.py --gold en_gum-train.conllu --predicted train.conllu --out coreference.bin

`--predicted` is `actant annotate --from conllu` of the gold file: trees, tags, names and kinds are those that the ranker
will see, but better than on new text, since the parser has learnt from these very sentences; kinds, which suffer most,
are therefore made wrong at random for one word in seven. Coreference comes from gold.

For each expression the network scores every possible antecedent and the expression's being new; the loss is minus the
log of the share of all right antecedents (mention ranking, Denis and Baldridge 2008; Lee et al. 2017). The expressions
and the values of the templates are those of Sources/Extraction/{Mentions,Coreference}.
"""
import argparse
import copy
import random

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

import coreference_features as features

HIDDEN, ABOVE = 64, 32
NEWNESS = 0.6   # taken from the score of being new: losses count links, figures count chains


def rows(templates):
    """The first row of each template in the tables, and the number of all."""
    starts = np.cumsum([0] + [size for _, size in templates])
    return torch.from_numpy(starts[:-1]), int(starts[-1])


EXPRESSION, EXPRESSIONS = rows(features.EXPRESSION)
PAIR, PAIRS = rows(features.PAIR)


class Ranker(nn.Module):
    def __init__(self):
        super().__init__()
        self.pairs = nn.Embedding(PAIRS, HIDDEN)
        self.antecedents, self.anaphors = nn.Embedding(EXPRESSIONS, HIDDEN), nn.Embedding(EXPRESSIONS, HIDDEN)
        self.bias = nn.Parameter(torch.zeros(HIDDEN))
        self.second, self.output = nn.Linear(HIDDEN, ABOVE), nn.Linear(ABOVE, 1)
        self.new, self.new_bias = nn.Embedding(EXPRESSIONS, ABOVE), nn.Parameter(torch.zeros(ABOVE))
        self.new_output = nn.Linear(ABOVE, 1)
        for table in (self.pairs, self.antecedents, self.anaphors, self.new):
            nn.init.normal_(table.weight, 0, 0.05)

    def forward(self, expressions, anaphors, antecedents, pairs, mask):
        """Scores [B, 1 + K] of being new and of K antecedents.

        expressions [M, E] are the values of all expressions of a document, anaphors [B] and antecedents [B, K] numbers
        of expressions, pairs [B, K, P] the values of pairs."""
        rows = expressions + EXPRESSION
        old, now = self.antecedents(rows).sum(1), self.anaphors(rows[anaphors]).sum(1) + self.bias
        hidden = torch.relu(old[antecedents] + now[:, None] + self.pairs(pairs + PAIR).sum(2))
        scores = self.output(torch.relu(self.second(self.drop(hidden))))[..., 0].masked_fill(~mask, -1e9)
        new = torch.relu(self.new(rows[anaphors]).sum(1) + self.new_bias)
        return torch.cat([self.new_output(self.drop(new)), scores], 1)

    def drop(self, x):
        return F.dropout(x, 0.3, self.training)


def batch(part):
    """Numbers of anaphors, antecedents, values of pairs, which of them there are, and which are right."""
    most = max(1, max(len(e.antecedents) for e in part))
    antecedents, mask = np.zeros((len(part), most), np.int64), np.zeros((len(part), most), bool)
    pairs, right = np.zeros((len(part), most, len(features.PAIR)), np.int64), np.zeros((len(part), most + 1), bool)
    for row, e in enumerate(part):
        n = len(e.antecedents)
        antecedents[row, :n], mask[row, :n], right[row, 1:n + 1] = e.antecedents, True, e.right
        right[row, 0] = not any(e.right)
        if n:
            pairs[row, :n] = e.values
    return (torch.tensor([e.anaphor for e in part]),) + tuple(map(torch.from_numpy, (antecedents, pairs, mask, right)))


def train(documents, epochs, rate, seed):
    torch.manual_seed(seed)
    order = random.Random(seed)
    model = Ranker()
    average = copy.deepcopy(model)
    optimizer = torch.optim.AdamW(model.parameters(), lr=rate, weight_decay=1e-4)
    parts = [(d, d.examples[i:i + 128]) for d in documents for i in range(0, len(d.examples), 128)]
    steps, step = epochs * len(parts), 0
    for epoch in range(epochs):
        model.train()
        order.shuffle(parts)
        total = 0.0
        for document, part in parts:
            for group in optimizer.param_groups:
                group["lr"] = rate * min(1, (step + 1) / 50) * (1 - step / steps)
            anaphors, antecedents, pairs, mask, right = batch(part)
            scores = torch.log_softmax(model(document.values, anaphors, antecedents, pairs, mask), 1)
            loss = -torch.logsumexp(scores.masked_fill(~right, -1e9), 1).mean()
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimizer.step()
            step, total = step + 1, total + loss.item()
            share = min(0.998, (1 + step) / (10 + step))
            with torch.no_grad():
                for old, new in zip(average.parameters(), model.parameters()):
                    old.mul_(share).add_(new, alpha=1 - share)
        print("epoch %d: loss %.4f" % (epoch + 1, total / len(parts)), flush=True)
    return average.eval()


def export(model, path):
    """Writes the tables as 16-bit integers, each table with its unit; biases are the last rows."""
    t = {name: p.detach().numpy() for name, p in model.named_parameters()}

    def output(name, less=0.0):
        bias = np.zeros((1, ABOVE), np.float32)
        bias[0, 0] = t[name + ".bias"][0] - less
        return np.vstack([t[name + ".weight"], bias])

    tables = [("pairs", t["pairs.weight"]), ("antecedents", t["antecedents.weight"]),
              ("anaphors", np.vstack([t["anaphors.weight"], t["bias"]])),
              ("second", np.vstack([t["second.weight"].T, t["second.bias"]])), ("output", output("output")),
              ("new", np.vstack([t["new.weight"], t["new_bias"]])), ("new-output", output("new_output", NEWNESS))]
    lines, numbers = ["actant antecedents 1"], b""
    lines += ["expression %s %d" % template for template in features.EXPRESSION]
    lines += ["pair %s %d" % template for template in features.PAIR]
    for name, table in tables:
        unit = float("%.6g" % (np.abs(table).max() / 32767))
        lines.append("table %s %d %d %r" % (name, *table.shape, unit))
        numbers += np.clip(np.rint(table / unit), -32767, 32767).astype("<i2").tobytes()
    with open(path, "wb") as file:
        file.write("\n".join(lines + ["", ""]).encode() + numbers)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", required=True)
    parser.add_argument("--predicted", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--copies", type=int, default=3, help="of each document, with other kinds wrong")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--hold", type=int, help="leave every fifth document out, from this one on (0 to 4)")
    options = parser.parse_args()
    torch.set_num_threads(1)
    documents = []
    for copy_number in range(options.copies):
        read = features.documents(options.gold, options.predicted, wrong_kinds=0.15, seed=7 + copy_number)
        documents += [d for number, d in enumerate(read) if options.hold is None or number % 5 != options.hold]
    for document in documents:
        document.values = torch.tensor(document.expression_values())
        document.examples = document.training_examples()
    print("%d documents, %d expressions, %d pairs" % (
        len(documents), sum(len(d.expressions) for d in documents),
        sum(len(e.antecedents) for d in documents for e in d.examples)), flush=True)
    export(train(documents, options.epochs, options.rate, options.seed), options.out)


if __name__ == "__main__":
    main()
