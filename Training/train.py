"""Trains the language model on what prepare.py wrote: first teachers of six layers, then a student of three.

  python3 train.py --data DIR --minilm DIR --out teacher.safetensors --layers 0,1,2,3,4,5 --epochs 10
  python3 train.py --data DIR --minilm DIR --out student.safetensors --layers 0,1,2 --epochs 12 --teacher teacher.safetensors
"""
import argparse
import collections
import json
import random
import time

import torch
import torch.nn.functional as F

from evaluate import accuracy, predict
from network import Model, WordPiece, batches, collate, encode

LEAST = dict(upos=1, xpos=2, feats=3, deprel=2)     # rarer labels are left out
WEIGHT = dict(upos=0.5, xpos=0.7, feats=0.5, ner=1.0, kind=0.7, arc=1.0, deprel=1.0)
IGNORED = -100


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def inventories(sentences):
    count = collections.defaultdict(collections.Counter)
    for s in sentences:
        for k in ("upos", "xpos", "feats", "deprel", "kind", "ner"):
            count[k].update(s[k])
    labels = {k: sorted(x for x, n in count[k].items() if n >= least) for k, least in LEAST.items()}
    labels["kind"] = sorted(x for x in count["kind"] if x)
    labels["ner"] = ["O"] + [p + t for t in sorted({x[2:] for x in count["ner"] if x != "O"}) for p in ("B-", "I-")]
    return labels


def targets(sentences, numbers):
    width = max(len(s["forms"]) for s in sentences)
    result = {}
    for k in ("upos", "xpos", "feats", "deprel", "ner", "kind", "head"):
        t = torch.full((len(sentences), width), IGNORED)
        for row, s in enumerate(sentences):
            t[row, :len(s["forms"])] = torch.tensor(s[k] if k == "head" else [numbers[k].get(x, IGNORED) for x in s[k]])
        result[k] = t
    return result


@torch.no_grad()
def scores_of(teachers, sentences, numbers):
    """The teachers' mean probabilities, as logarithms: the soft targets of distillation (Hinton et al. 2015)."""
    cache = [None] * len(sentences)
    for indices in batches(sentences, 3000):
        chosen = [sentences[i] for i in indices]
        gold = targets(chosen, numbers)["head"].clamp(min=0)
        mean = collections.Counter()
        for teacher in teachers:
            with torch.autocast("cpu", torch.bfloat16):
                out = teacher(collate(chosen))
                out["deprel"] = teacher.deprel(out, gold)
            for k in WEIGHT:
                mean[k] = mean[k] + torch.softmax(out[k].float(), -1) / len(teachers)
        for row, i in enumerate(indices):
            n = len(sentences[i]["forms"])
            cache[i] = {k: v[row, :n, :n + 1 if k == "arc" else None].clamp(min=1e-9).log().half() for k, v in mean.items()}
    return cache


def start_from(model, teacher, keep):
    """Heads and embeddings of the teacher, and the kept ones of its layers."""
    state = {k: v for k, v in teacher.state_dict().items() if not k.startswith("encoder.layers.") and k != "mix"}
    for i, number in enumerate(keep):
        prefix = "encoder.layers.%d." % number
        state.update({"encoder.layers.%d." % i + k.removeprefix(prefix): v
                      for k, v in teacher.state_dict().items() if k.startswith(prefix)})
    model.load_state_dict(state, strict=False)


def optimizer(model, rate, head_rate, decay):
    """AdamW; the encoder's rate shrinks by `decay` a layer downwards."""
    groups, depth = collections.defaultdict(list), len(model.encoder.layers)
    for name, p in model.named_parameters():
        if not p.requires_grad:
            continue
        if name.startswith("encoder.layers."):
            r = rate * decay ** (depth - 1 - int(name.split(".")[2]))
        elif name.startswith("encoder.") and not name.startswith("encoder.shapes"):
            r = rate * decay ** depth
        else:
            r = head_rate * (5 if name == "mix" else 1)
        groups[r, 0.01 if p.dim() > 1 and name != "mix" else 0.0].append(p)
    return torch.optim.AdamW([dict(params=p, lr=r, weight_decay=w, base=r) for (r, w), p in groups.items()],
                             betas=(0.9, 0.98), eps=1e-8, fused=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--minilm", required=True, help="folder of model.safetensors and vocab.txt")
    parser.add_argument("--out", required=True)
    parser.add_argument("--layers", default="0,1,2,3,4,5", help="which layers of MiniLM, or of the teacher, to keep")
    parser.add_argument("--teacher", help="checkpoints set apart by commas; the student starts from the first one")
    parser.add_argument("--soft", type=float, default=0.7, help="share of the teacher's scores in the loss")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--pieces", type=int, default=900, help="pieces a batch")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--decay", type=float, default=0.9)
    parser.add_argument("--warmup", type=float, default=0.06)
    parser.add_argument("--masked", type=float, default=0.08, help="share of pieces hidden from the encoder")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    a = parser.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    rng = random.Random(a.seed)

    pieces = WordPiece(a.minilm + "/vocab.txt")
    train = read(a.data + "/train.jsonl")
    labels = inventories(train)
    numbers = {k: {x: i for i, x in enumerate(v)} for k, v in labels.items()}
    train = [s for s in (encode(s, pieces) for s in train) if len(s["ids"]) <= 160]
    dev = {name: [encode(s, pieces) for s in read("%s/%s.jsonl" % (a.data, name))] for name in ("ewt_dev", "gum_dev")}
    print("%d sentences, labels %s" % (len(train), {k: len(v) for k, v in labels.items()}))

    keep = [int(x) for x in a.layers.split(",")]
    model, cache = Model(len(keep), labels), None
    if a.teacher:
        teachers = [Model.load(path).eval() for path in a.teacher.split(",")]
        start_from(model, teachers[0], keep)
        cache = scores_of(teachers, train, numbers)
    else:
        model.encoder.load_bert(a.minilm + "/model.safetensors", keep)

    adam = optimizer(model, a.rate, a.head_rate, a.decay)
    trained = [p for group in adam.param_groups for p in group["params"]]
    steps = len(batches(train, a.pieces)) * a.epochs
    warm, step = int(steps * a.warmup), 0
    for epoch in range(1, a.epochs + 1):
        began, losses, count = time.time(), collections.Counter(), 0
        model.train()
        for indices in batches(train, a.pieces, rng):
            chosen = [train[i] for i in indices]
            batch, gold = collate(chosen), targets(chosen, numbers)
            hidden = (torch.rand(batch["ids"].shape) < a.masked) & (batch["shapes"] > 0)
            batch["ids"] = batch["ids"].masked_fill(hidden, pieces.mask)
            factor = step / warm if step < warm else max(0.02, (steps - step) / (steps - warm))
            for group in adam.param_groups:
                group["lr"] = group["base"] * factor
            with torch.autocast("cpu", torch.bfloat16):
                out = model(batch)
                out["deprel"] = model.deprel(out, gold["head"].clamp(min=0))
            valid, loss = gold["head"] >= 0, 0.0
            for k, weight in WEIGHT.items():
                y, z = gold["head" if k == "arc" else k][valid], out[k][valid].float()
                hard = F.cross_entropy(z, y, ignore_index=IGNORED, reduction="sum") / max(1, int((y != IGNORED).sum()))
                if cache:
                    q = torch.cat([F.pad(cache[i][k].float(), (0, z.shape[-1] - cache[i][k].shape[-1]), value=-1e4)
                                   for i in indices])
                    soft = F.kl_div(torch.log_softmax(z, -1), torch.softmax(q, -1), reduction="batchmean")
                    hard = (1 - a.soft) * hard + a.soft * soft
                losses[k] += hard.item()
                loss = loss + weight * hard
            adam.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(trained, 2.0)
            adam.step()
            step, count = step + 1, count + 1
            if step % 100 == 0 and epoch == 1:
                print("  step %d of %d, %.2f s each" % (step, steps, (time.time() - began) / count), flush=True)
        print("epoch %d: %.0f s, loss %s" % (epoch, time.time() - began, {k: round(v / count, 3) for k, v in losses.items()}))
        for name, sentences in dev.items():
            predict(model, sentences, torch.bfloat16)
            print("  %s %s" % (name, accuracy(sentences)), flush=True)
        model.save(a.out)


if __name__ == "__main__":
    main()
