"""Makes the folder english.model, which the Swift program reads, from a checkpoint.

  python3 export.py MODEL.safetensors --vocabulary vocab.txt --train train.jsonl --wordnet /usr/share/wordnet --out english.model

weights.safetensors  the parameters under their names in network.py: matrices in half precision, vectors in single
                     (they are few and add up). Metadata: `config` and `labels` as train.py writes them, `encoder`
                     with what the shapes do not tell (heads), each JSON. `Model.load` reads the file as well.
vocabulary.txt       word pieces, one a line; the line number from 0 is the piece's number.
lemmas.tsv           see lemmas.py.
"""
import argparse
import json
import os
import shutil

import torch
from safetensors.torch import save_file

import lemmas
from network import Model

LIMIT = 40_000_000   # bytes, the whole folder


def half(name, tensor):
    tensor = tensor.detach().float().contiguous()
    if tensor.dim() < 2 or name == "mix":
        return tensor
    if tensor.abs().max() > 60000:
        raise SystemExit("%s does not fit half precision" % name)
    return tensor.half()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("--vocabulary", required=True, help="vocab.txt of the encoder the checkpoint began from")
    parser.add_argument("--train", required=True, help="train.jsonl of prepare.py, for the lemma tables")
    parser.add_argument("--wordnet", default="/usr/share/wordnet", help="folder of WordNet's dictionary files")
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    torch.set_num_threads(1)
    os.makedirs(options.out, exist_ok=True)
    model = Model.load(options.model)
    encoder = {"heads": model.encoder.layers[0].heads}
    save_file({name: half(name, tensor) for name, tensor in model.state_dict().items()},
              os.path.join(options.out, "weights.safetensors"),
              metadata={"config": json.dumps(model.config), "encoder": json.dumps(encoder),
                        "labels": json.dumps(model.labels, ensure_ascii=False)})
    shutil.copyfile(options.vocabulary, os.path.join(options.out, "vocabulary.txt"))
    lemmas.write(os.path.join(options.out, "lemmas.tsv"), lemmas.build(options.train, options.wordnet))
    total = 0
    for name in ("weights.safetensors", "vocabulary.txt", "lemmas.tsv"):
        size = os.path.getsize(os.path.join(options.out, name))
        os.chmod(os.path.join(options.out, name), 0o644)
        total += size
        print("%-20s %10d bytes" % (name, size))
    if total > LIMIT:
        print("%d bytes in all: over the limit of %d" % (total, LIMIT))


if __name__ == "__main__":
    main()
