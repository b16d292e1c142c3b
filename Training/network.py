"""The language model: word pieces, a small BERT encoder, and heads for tags, entities and a biaffine parse.

Shapes in comments: B sentences, T pieces, W words (W+1 with the root in front), d = 384.
"""
import json
import unicodedata

import numpy as np
import torch
import torch.nn.functional as F
from safetensors import safe_open
from safetensors.torch import load_file, save_file
from torch import nn


def is_punctuation(c):
    o = ord(c)
    return 33 <= o <= 47 or 58 <= o <= 64 or 91 <= o <= 96 or 123 <= o <= 126 or unicodedata.category(c)[0] == "P"


class WordPiece:
    """BERT's uncased tokeniser (Devlin et al. 2019) applied to one word at a time."""
    MOST = 16   # pieces a word

    def __init__(self, path):
        with open(path, encoding="utf-8") as lines:
            self.vocabulary = {line.rstrip("\n"): i for i, line in enumerate(lines)}
        self.cls, self.sep, self.unk, self.mask = (self.vocabulary[x] for x in ("[CLS]", "[SEP]", "[UNK]", "[MASK]"))
        self.cache = {}

    def __call__(self, word):
        if word not in self.cache:
            self.cache[word] = self.split(word) or [self.unk]
        return self.cache[word]

    def split(self, word):
        text = unicodedata.normalize("NFD", word.lower())
        text = "".join(c for c in text if unicodedata.category(c) != "Mn" and unicodedata.category(c)[0] != "C")
        tokens, current = [], ""
        for c in text:
            if c.isspace() or is_punctuation(c) or 0x4E00 <= ord(c) <= 0x9FFF:
                tokens += [current] * bool(current) + [c] * (not c.isspace())
                current = ""
            else:
                current += c
        pieces = []
        for token in tokens + [current] * bool(current):
            found, start = [], 0
            while start < len(token):
                end = len(token)
                while end > start and ("##" * bool(start) + token[start:end]) not in self.vocabulary:
                    end -= 1
                if end == start:
                    found = [self.unk]
                    break
                found.append(self.vocabulary["##" * bool(start) + token[start:end]])
                start = end
            pieces += found
        return pieces[:self.MOST]


SHAPES = 16


def shape(word, position):
    """How a word is written, 1 to 15, since the encoder sees lower case only; 0 is for [CLS] and [SEP]."""
    letters = [c for c in word if c.isalpha()]
    digits = sum(c.isdigit() for c in word)
    if not letters:
        return 1 if digits == len(word) else 2 if digits else 3
    if digits:
        return 4 if letters[0].isupper() else 5
    if all(c.islower() for c in letters):
        return 6 if len(letters) == len(word) else 7
    if all(c.isupper() for c in letters):
        if len(letters) == 1:
            return 8 if len(word) == 1 else 9
        return 10 if len(letters) == len(word) else 11
    if letters[0].isupper() and all(c.islower() for c in letters[1:]):
        return (12 if position == 0 else 13) if len(letters) == len(word) else 14
    return 15


class Layer(nn.Module):
    def __init__(self, d, heads, inner):
        super().__init__()
        self.heads = heads
        self.qkv, self.out, self.ln1 = nn.Linear(d, 3 * d), nn.Linear(d, d), nn.LayerNorm(d, eps=1e-12)
        self.up, self.down, self.ln2 = nn.Linear(d, inner), nn.Linear(inner, d), nn.LayerNorm(d, eps=1e-12)

    def forward(self, x, mask, drop):
        b, t, d = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4)
        # Written out: torch's fused attention on CPU takes a third of a training step in its backward pass.
        a = (q * (d // self.heads) ** -0.5) @ k.transpose(-1, -2)
        if mask is not None:
            a = a.masked_fill(~mask, -1e4)
        a = torch.softmax(a.float(), -1).to(v.dtype) @ v
        x = self.ln1(x + F.dropout(self.out(a.transpose(1, 2).reshape(b, t, d)), drop, self.training))
        return self.ln2(x + F.dropout(self.down(F.gelu(self.up(x))), drop, self.training))


class Encoder(nn.Module):
    def __init__(self, layers, d=384, heads=12, inner=1536, vocabulary=30522, positions=512):
        super().__init__()
        self.words = nn.Embedding(vocabulary, d)
        self.words.weight.requires_grad = False   # frozen, so that words unseen in training stay comparable
        self.positions = nn.Embedding(positions, d)
        self.shapes = nn.Embedding(SHAPES, d)
        nn.init.zeros_(self.shapes.weight)
        self.ln = nn.LayerNorm(d, eps=1e-12)
        self.layers = nn.ModuleList(Layer(d, heads, inner) for _ in range(layers))

    @torch.no_grad()
    def load_bert(self, path, keep):
        """Takes embeddings and the named layers from a BERT checkpoint."""
        w = {k.removeprefix("bert."): v for k, v in load_file(path).items()}
        self.words.weight.copy_(w["embeddings.word_embeddings.weight"])
        self.positions.weight.copy_(w["embeddings.position_embeddings.weight"]
                                    + w["embeddings.token_type_embeddings.weight"][0])
        for kind in ("weight", "bias"):
            getattr(self.ln, kind).copy_(w["embeddings.LayerNorm." + kind])
            for layer, number in zip(self.layers, keep):
                get = lambda name: w["encoder.layer.%d.%s.%s" % (number, name, kind)]
                getattr(layer.qkv, kind).copy_(torch.cat([get("attention.self." + n) for n in ("query", "key", "value")]))
                for ours, theirs in (("out", "attention.output.dense"), ("ln1", "attention.output.LayerNorm"),
                                     ("up", "intermediate.dense"), ("down", "output.dense"), ("ln2", "output.LayerNorm")):
                    getattr(getattr(layer, ours), kind).copy_(get(theirs))

    def forward(self, ids, shapes, mask, drop):
        x = self.words(ids) + self.positions.weight[:ids.shape[1]] + self.shapes(shapes)
        x = F.dropout(self.ln(x), drop, self.training)
        m = None if bool(mask.all()) else mask[:, None, None, :]
        outputs = []
        for layer in self.layers:
            x = layer(x, m, drop)
            outputs.append(x)
        return outputs


class Model(nn.Module):
    """`labels` holds a list a head: upos xpos feats (tags), ner kind (entities), deprel."""
    TAGS, ENTITIES = ("upos", "xpos", "feats"), ("ner", "kind")

    def __init__(self, layers, labels, d=384, hidden=256, arc=256, rel=96):
        super().__init__()
        self.config = dict(layers=layers, d=d, hidden=hidden, arc=arc, rel=rel)
        self.labels = labels
        self.encoder = Encoder(layers, d)
        self.mix = nn.Parameter(torch.zeros(3, layers))   # which layers tags, parse and entities look at
        with torch.no_grad():
            self.mix[:, -1] = 1.0
        self.tag_hidden, self.entity_hidden = nn.Linear(d, hidden), nn.Linear(d, hidden)
        self.heads = nn.ModuleDict({k: nn.Linear(hidden, len(labels[k])) for k in self.TAGS + self.ENTITIES})
        self.arc_dep, self.arc_head = nn.Linear(d, arc), nn.Linear(d, arc)
        self.arc_w = nn.Parameter(torch.randn(arc, arc) / arc)   # [dependent, head]
        self.arc_b = nn.Parameter(torch.zeros(arc))              # scores the head alone
        self.rel_dep, self.rel_head = nn.Linear(d, rel), nn.Linear(d, rel)
        relations = len(labels["deprel"])
        self.rel_w = nn.Parameter(torch.randn(rel, relations * rel) / rel)
        self.rel_out = nn.Linear(2 * rel, relations)

    def forward(self, batch, drop=0.1, parse_drop=0.33, tag_drop=0.2):
        layers = self.encoder(batch["ids"], batch["shapes"], batch["mask"], drop)
        first, last = batch["first"], batch["last"]               # [B, W+1]; place 0 is [CLS], the root
        rows = torch.arange(first.shape[0])[:, None]
        words = [(x[rows, first] + x[rows, last]) * 0.5 for x in layers]
        mix = torch.softmax(self.mix, -1).to(words[0].dtype)
        tags, parse, entities = (sum(m * w for m, w in zip(row, words)) for row in mix)
        dropped = lambda x, p: F.dropout(F.gelu(x), p, self.training)
        t, e = dropped(self.tag_hidden(tags[:, 1:]), tag_drop), dropped(self.entity_hidden(entities[:, 1:]), tag_drop)
        out = {k: self.heads[k](t) for k in self.TAGS} | {k: self.heads[k](e) for k in self.ENTITIES}
        dep, head = dropped(self.arc_dep(parse[:, 1:]), parse_drop), dropped(self.arc_head(parse), parse_drop)
        scores = (dep @ self.arc_w) @ head.transpose(1, 2) + (head @ self.arc_b)[:, None, :]
        out["arc"] = scores.float().masked_fill(~batch["word_mask"][:, None, :], -1e9)   # [B, W, W+1]
        out["rel_dep"] = dropped(self.rel_dep(parse[:, 1:]), parse_drop)
        out["rel_head"] = dropped(self.rel_head(parse), parse_drop)
        return out

    def deprel(self, out, heads):
        """Label scores [B, W, R], given one head a word."""
        h, d = out["rel_head"][torch.arange(heads.shape[0])[:, None], heads], out["rel_dep"]
        b, n, k = d.shape
        return ((d @ self.rel_w).view(b, n, -1, k) @ h[..., None]).squeeze(-1) + self.rel_out(torch.cat([d, h], -1))

    def save(self, path):
        save_file({k: v.contiguous() for k, v in self.state_dict().items()}, path,
                  metadata={"config": json.dumps(self.config), "labels": json.dumps(self.labels, ensure_ascii=False)})

    @staticmethod
    def load(path):
        with safe_open(path, "pt") as file:
            metadata = file.metadata()
        model = Model(labels=json.loads(metadata["labels"]), **json.loads(metadata["config"]))
        model.load_state_dict({k: v.float() for k, v in load_file(path).items()})
        return model


POSITIONS = 512


def encode(s, pieces):
    """Adds to a sentence its pieces: ids, shapes, first and last piece of each word (place 0 is [CLS])."""
    ids, shapes, first, last = [pieces.cls], [0], [0], [0]
    for i, word in enumerate(s["forms"]):
        p = pieces(word)
        if len(ids) + len(p) > POSITIONS - 1:   # too long: the rest of the words share the last place
            p = [pieces.unk] if len(ids) < POSITIONS - 1 else []
        first.append(len(ids) if p else len(ids) - 1)
        ids += p
        last.append(len(ids) - 1)
        shapes += [shape(word, i)] * len(p)
    s["ids"], s["shapes"], s["first"], s["last"] = ids + [pieces.sep], shapes + [0], first, last
    return s


def collate(sentences):
    b, t = len(sentences), max(len(s["ids"]) for s in sentences)
    w = max(len(s["first"]) for s in sentences)
    ids, shapes, mask = np.zeros((b, t), np.int64), np.zeros((b, t), np.int64), np.zeros((b, t), bool)
    first, last, word_mask = np.zeros((b, w), np.int64), np.zeros((b, w), np.int64), np.zeros((b, w), bool)
    for i, s in enumerate(sentences):
        n, m = len(s["ids"]), len(s["first"])
        ids[i, :n], shapes[i, :n], mask[i, :n] = s["ids"], s["shapes"], True
        first[i, :m], last[i, :m], word_mask[i, :m] = s["first"], s["last"], True
    return {k: torch.from_numpy(v) for k, v in
            dict(ids=ids, shapes=shapes, mask=mask, first=first, last=last, word_mask=word_mask).items()}


def batches(sentences, pieces, rng=None):
    """Indices of sentences of like length together, at most so many pieces a batch, padding counted."""
    key = [len(s["ids"]) + (rng.uniform(-2, 2) if rng else 0) for s in sentences]
    result, current, longest = [], [], 0
    for i in sorted(range(len(sentences)), key=key.__getitem__):
        longest = max(longest, len(sentences[i]["ids"]))
        if current and longest * (len(current) + 1) > pieces:
            result.append(current)
            current, longest = [], len(sentences[i]["ids"])
        current.append(i)
    if current:
        result.append(current)
    if rng:
        rng.shuffle(result)
    return result
