"""Reading of CoNLL-U treebanks, with the entity brackets that GUM keeps in MISC."""
import re


def read(path, source):
    """Yields one dict a sentence. Lines of multiword tokens and empty nodes are dropped; `space` says whether white
    space follows a word, `paragraph` whether the sentence opens one."""
    document, paragraph = None, True
    with open(path, encoding="utf-8") as file:
        blocks = file.read().split("\n\n")
    for block in blocks:
        s = dict(id=None, source=source, document=None, paragraph=False, text=None, forms=[], space=[], upos=[],
                 xpos=[], feats=[], lemma=[], head=[], deprel=[], misc=[], multiword=[])
        last_of_multiword, space_after_multiword = 0, True
        for line in block.split("\n"):
            if line.startswith("# newdoc"):
                document, paragraph = line.split("=", 1)[-1].strip(), True
            elif line.startswith("# newpar"):
                paragraph = True
            elif line.startswith("# sent_id ="):
                s["id"] = line.split("=", 1)[1].strip()
            elif line.startswith("# text ="):
                s["text"] = line.split("=", 1)[1].strip()
            if not line or line[0] == "#":
                continue
            c = line.split("\t")
            if "." in c[0]:
                continue
            spaced = "SpaceAfter=No" not in c[9]
            if "-" in c[0]:
                first, last_of_multiword = map(int, c[0].split("-"))
                space_after_multiword = spaced
                s["multiword"].append((first - 1, last_of_multiword, c[1]))
                continue
            i = int(c[0])
            if i <= last_of_multiword:
                spaced = i == last_of_multiword and space_after_multiword
            for key, value in zip(("forms", "lemma", "upos", "xpos", "feats"), c[1:6]):
                s[key].append(value)
            s["head"].append(int(c[6]))
            s["deprel"].append(c[7])
            s["space"].append(spaced)
            s["misc"].append(c[9])
        if s["forms"]:
            s["document"], s["paragraph"], paragraph = document, paragraph, False
            yield s


BRACKET = re.compile(r"\([^()]+\)|\([^()]+|[^()]+\)")


def mentions(s):
    """GUM's mentions in a sentence: (first word, end, entity type, cluster)."""
    found, opened = [], []
    for i, misc in enumerate(s["misc"]):
        field = re.search(r"(?:^|\|)Entity=([^|]+)", misc)
        for part in BRACKET.findall(field.group(1)) if field else []:
            if part[0] == "(":
                names = part.strip("()").split("-")
                if part[-1] == ")":
                    found.append((i, i + 1, names[1], names[0]))
                else:
                    opened.append((names[0], names[1], i))
            else:
                cluster = part.strip(")").split("-")[0]
                for k in range(len(opened) - 1, -1, -1):
                    if opened[k][0] == cluster:
                        found.append((opened[k][2], i + 1, opened[k][1], cluster))
                        del opened[k]
                        break
    return found


def head_of(s, first, end):
    """The word of a range whose governor lies outside of it; the first one of several."""
    return next((i for i in range(first, end) if not first < s["head"][i] <= end), first)
