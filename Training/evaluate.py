"""Measures a checkpoint on the development sets with gold words.

  python3 evaluate.py --data DIR --vocabulary vocab.txt MODEL.safetensors

Lemmas are not the network's business: see lemmas.py.
"""
import argparse
import collections
import json

import torch

from decode import bio_transitions, tree, viterbi
from network import Model, WordPiece, batches, collate, encode


@torch.no_grad()
def predict(model, sentences, dtype=torch.float32):
    """Fills predictions, p_upos and so on, into each sentence."""
    model.eval()
    follows, start = bio_transitions(model.labels["ner"])
    root = model.labels["deprel"].index("root")
    for indices in batches(sentences, 4000):
        chosen = [sentences[i] for i in indices]
        batch = collate(chosen)
        with torch.autocast("cpu", torch.bfloat16, enabled=dtype == torch.bfloat16):
            out = model(batch)
        arcs = torch.log_softmax(out["arc"], -1).double().numpy()
        heads = torch.zeros(len(chosen), arcs.shape[1], dtype=torch.long)
        for row, s in enumerate(chosen):
            n = len(s["forms"])
            heads[row, :n] = torch.from_numpy(tree(arcs[row, :n, :n + 1]))
        with torch.autocast("cpu", torch.bfloat16, enabled=dtype == torch.bfloat16):
            rel = model.deprel(out, heads).float()
        rel[..., root] = torch.where(heads == 0, 1e9, -1e9)
        rel = rel.argmax(-1)
        best = {k: out[k].argmax(-1) for k in model.TAGS + ("kind",)}
        ner = torch.log_softmax(out["ner"].float(), -1).double().numpy()
        for row, s in enumerate(chosen):
            n = len(s["forms"])
            s["p_head"] = heads[row, :n].tolist()
            s["p_deprel"] = [model.labels["deprel"][j] for j in rel[row, :n]]
            s["p_ner"] = [model.labels["ner"][j] for j in viterbi(ner[row, :n], follows, start)]
            for k, v in best.items():
                s["p_" + k] = [model.labels[k][j] for j in v[row, :n]]


def spans(tags):
    result, current = set(), None
    for i, tag in enumerate(list(tags) + ["O"]):
        if current and tag != "I-" + current[1]:
            result.add((current[0], i, current[1]))
            current = None
        if tag.startswith("B-"):
            current = (i, tag[2:])
    return result


def accuracy(sentences):
    """Percentages: attachment (universal relations), tags, kinds where gold has them, entities' F1 against silver."""
    c = collections.Counter()
    for s in sentences:
        for i in range(len(s["forms"])):
            attached = s["p_head"][i] == s["head"][i]
            c["words"] += 1
            c["uas"] += attached
            c["las"] += attached and s["p_deprel"][i].split(":")[0] == s["deprel"][i].split(":")[0]
            c["las_sub"] += attached and s["p_deprel"][i] == s["deprel"][i]
            for k in ("upos", "xpos", "feats"):
                c[k] += s["p_" + k][i] == s[k][i]
            if s["kind"][i]:
                c["kinds"] += 1
                c["kind"] += s["p_kind"][i] == s["kind"][i]
        gold, found = spans(s["ner"]), spans(s["p_ner"])
        c["right"] += len(gold & found)
        c["both"] += len(gold) + len(found)
    figures = {k: round(100 * c[k] / c["words"], 2) for k in ("uas", "las", "las_sub", "upos", "xpos", "feats")}
    if c["kinds"]:
        figures["kind"] = round(100 * c["kind"] / c["kinds"], 2)
    return figures | {"silver_ner": round(200 * c["right"] / max(1, c["both"]), 2)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("--data", required=True)
    parser.add_argument("--vocabulary", required=True)
    options = parser.parse_args()
    model, pieces = Model.load(options.model), WordPiece(options.vocabulary)
    for name in ("ewt_dev", "gum_dev"):
        with open("%s/%s.jsonl" % (options.data, name), encoding="utf-8") as lines:
            sentences = [encode(json.loads(line), pieces) for line in lines]
        predict(model, sentences)
        print(name, accuracy(sentences))


if __name__ == "__main__":
    main()
