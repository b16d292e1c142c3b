"""Expressions of documents, and the values that the ranker of antecedents sees.

This is Sources/Extraction/Mentions/ReferringExpression*.swift and Sources/Extraction/Coreference/{AntecedentFeatures,
DiscourseEntity,SyntacticPath,LearntResolver}.swift once more; names and order are the same.
"""
import collections
import random
import re

import numpy as np

PRONOUNS = {
    "i": "i me my mine myself", "we": "we us our ours ourselves 's", "you": "you your yours yourself yourselves",
    "he": "he him his himself", "she": "she her hers herself", "it": "it its itself",
    "they": "they them their theirs themselves themself", "this": "this", "that": "that", "these": "these",
    "those": "those", "who": "who whom whose", "which": "which", "what": "what", "one": "one ones oneself",
    "some": "someone somebody anyone anybody everyone everybody nobody",
    "thing": "something anything everything nothing", "here": "here", "there": "there", "now": "now then",
    "other": "other others another", "each": "each", "all": "all both"}
PRONOUN = {word: (number, name) for number, (name, words) in enumerate(PRONOUNS.items()) for word in words.split()}
DETERMINERS = ("none the a this that these those possessive no some any every each all both other another such same"
               " which what numeral many few most").split()
DETERMINER = {name: i for i, name in enumerate(DETERMINERS) if name not in ("none", "possessive", "numeral")}
DETERMINER["an"] = DETERMINER["a"]
DEFINITE = {DETERMINER[name] for name in ("the", "this", "that", "these", "those")}
RELATIONS = ("acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated"
             " expl fixed flat goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum"
             " root vocative xcomp nmod:poss nsubj:pass").split()
RELATION = {name: i for i, name in enumerate(RELATIONS)}
KINDS = "person place organization object event abstract time animal plant substance".split()
NAMES = ("CARDINAL DATE EVENT FAC GPE LANGUAGE LAW LOC MONEY NORP ORDINAL ORG PERCENT PERSON PRODUCT QUANTITY TIME"
         " WORK_OF_ART").split()
QUANTITIES = {NAMES.index(n) + 1 for n in "CARDINAL DATE TIME MONEY QUANTITY PERCENT ORDINAL".split()}
GOVERNORS = "NOUN VERB ADJ ADV PROPN PRON AUX NUM DET X".split()
TYPES = 8 + len(PRONOUNS)
SENTENCES = [0, 1, 2, 3, 5, 8, 14, 30]
DISTANCES = [1, 2, 3, 4, 6, 9, 13, 19, 27, 40, 80, 160]

EXPRESSION = [
    ("type", TYPES), ("determiner", len(DETERMINERS)), ("relation", len(RELATIONS)), ("kind", len(KINDS)),
    ("entityType", len(NAMES) + 1), ("number", 3), ("modifiers", 4), ("modification", 8), ("length", 6),
    ("seenLemma", 5), ("coordination", 2), ("quoted", 2), ("placeInSentence", 5), ("writing", 4), ("governor", 12),
    ("documentLength", 4), ("seenPhrase", 3), ("placeInText", 5)]
PAIR = [
    ("sentences", len(SENTENCES) + 1), ("expressions", len(DISTANCES) + 1), ("types", TYPES * TYPES), ("heads", 16),
    ("phrases", 8), ("modifiers", 8), ("numbers", 9), ("kinds", len(KINDS) ** 2), ("entityTypes", 12), ("path", 24),
    ("quotation", 8), ("speaker", 16), ("entitySize", 6), ("entityAgreement", 64), ("entityHeads", 16),
    ("entityNumber", 12), ("entityNames", 8), ("agreementRank", 6), ("matchRank", 6),
    ("relations", len(RELATIONS) * 8), ("sentencesByClass", (len(SENTENCES) + 1) * 12)]

FARTHEST, MOST, MATCHES = 40, 56, 5


def step(number, steps):
    return next((i for i, s in enumerate(steps) if number <= s), len(steps))


# ---------------------------------------------------------------- reading

class Token:
    def __init__(self, columns):
        self.form, self.lemma, self.upos = columns[1], columns[2].lower(), columns[3]
        self.lower = self.form.lower()
        self.features = dict(f.split("=") for f in columns[5].split("|") if "=" in f)
        self.head, self.deprel = int(columns[6]) - 1, columns[7]
        self.relation = self.deprel.split(":")[0]
        misc = dict(f.split("=", 1) for f in columns[9].split("|") if "=" in f)
        self.kind, self.entity = misc.get("Kind", "abstract"), misc.get("NER", "O")[2:]
        self.brackets = misc.get("Entity", "")


class Sentence:
    def __init__(self, rows, comments):
        self.tokens = [Token(row) for row in rows]
        self.starts_paragraph = any(c.startswith("# newpar") for c in comments)
        self.speaker = next((c.split("=", 1)[1].strip() for c in comments if c.startswith("# speaker")), None)
        self.children = [[] for _ in rows]
        for word, token in enumerate(self.tokens):
            if token.head >= 0:
                self.children[token.head].append(word)

    def subtree(self, word):
        found = [word]
        for child in found:
            found += self.children[child]
        return found


def sentences(path):
    """Documents as lists of sentences."""
    result = []
    with open(path, encoding="utf-8") as file:
        for block in file.read().split("\n\n"):
            lines = block.strip("\n").split("\n")
            comments = [line for line in lines if line.startswith("#")]
            rows = [line.split("\t") for line in lines if line and line[0] != "#"]
            rows = [row for row in rows if row[0].isdigit()]
            if any(c.startswith("# newdoc") for c in comments):
                result.append([])
            if rows:
                result[-1].append(Sentence(rows, comments))
    return result


def mentions(sentence):
    """Gold mentions: cluster, first and last word."""
    opened, found = collections.defaultdict(list), []
    for word, token in enumerate(sentence.tokens):
        for start, single, end in re.findall(r"\(([^()]+)(\)?)|([^()]+)\)", token.brackets):
            if start:
                cluster = start.split("-")[0].split("[")[0]
                opened[cluster].append(word)
                if single:
                    found.append((cluster, opened[cluster].pop(), word))
            else:
                cluster = end.split("[")[0]
                if opened[cluster]:
                    found.append((cluster, opened[cluster].pop(), word))
    return found


# ---------------------------------------------------------------- expressions

SKIPPED = set("flat fixed goeswith punct case cc mark det reparandum discourse cop aux".split())
OUTSIDE = set("case punct mark parataxis discourse dislocated vocative reparandum cop aux advcl expl orphan".split())
OUTSIDE_PREDICATE = set("advmod nsubj csubj obl obj ccomp xcomp".split())


class Expression:
    def __init__(self, number, place, sentence, head, coordination, clause, quoted):
        self.id, self.sentence, self.head = number, place, head
        self.coordination, self.clause, self.quoted = coordination, clause, quoted
        self.first, self.last = span(sentence, head, coordination)
        tokens, token = sentence.tokens, sentence.tokens[head]
        self.form, self.name = token.lower, token.upos == "PROPN"
        self.lemma = token.lower if self.name else token.lemma
        self.relative = token.features.get("PronType") == "Rel"
        pronoun = PRONOUN.get(token.lower) if token.upos in ("PRON", "DET", "ADV") else None
        if pronoun and pronoun[1] == "that" and self.relative:
            pronoun = PRONOUN["which"]
        self.pronoun = pronoun[1] if pronoun else None
        others = ["PROPN", "NOUN", "NUM", "ADJ", "PRON"]
        self.type = (1 if clause else 2 + pronoun[0] if pronoun else
                     2 + len(PRONOUNS) + (others.index(token.upos) if token.upos in others else len(others)))
        self.relation = RELATION.get(token.deprel, RELATION.get(token.relation, RELATION["dep"]))
        self.subject = token.relation == "nsubj"
        self.kind = KINDS.index(token.kind)
        self.entity = NAMES.index(token.entity) + 1 if token.entity in NAMES else 0
        self.number = 2 if coordination else {"Sing": 1, "Plur": 2}.get(token.features.get("Number"), 0)
        self.capital = token.form[0].isupper()
        self.describe(sentence, [head])
        words = [t.lower for t in tokens[self.first:self.last + 1] if t.upos not in ("DET", "PUNCT")]
        if words and words[-1] in ("'s", "’s"):
            words.pop()
        self.core = " ".join(words)

    def describe(self, sentence, name):
        tokens = sentence.tokens
        self.determiner, self.modification, self.modifiers = 0, 0, set()
        for child in sentence.children[self.head]:
            t = tokens[child]
            if t.relation == "det":
                self.determiner = DETERMINER.get(t.lower, self.determiner)
            elif t.deprel == "nmod:poss":
                self.determiner = DETERMINERS.index("possessive")
                if t.upos != "PRON":
                    self.modifiers.add(t.lemma)
            elif t.relation in ("nummod", "amod", "compound", "nmod", "flat"):
                self.modifiers.add(t.lemma)
                if t.relation == "nummod":
                    self.determiner = self.determiner or DETERMINERS.index("numeral")
                elif t.relation == "amod":
                    self.determiner = self.determiner or DETERMINER.get(t.lower, 0)
            if t.relation == "acl":
                self.modification |= 4
            if t.relation == "nmod" and child > self.head:
                self.modification |= 2
            if t.relation == "appos":
                self.modification |= 1
            if t.relation in ("flat", "compound") and t.upos in ("PROPN", "NUM", "NOUN"):
                name = name + [child]
        self.name_words = [tokens[w].lower for w in sorted(name)]
        initials = "".join(tokens[w].form[0] for w in sorted(name) if tokens[w].form[0].isupper())
        self.initials = initials if len(name) > 1 else ""

    @property
    def plain(self):
        return self.form.replace(".", "").upper()

    def keys(self):
        """What it is found again by, however far back."""
        if self.clause:
            return []
        if self.pronoun:
            return ["#" + self.pronoun] if self.pronoun in ("i", "we", "you", "he", "she") else []
        if not self.name:
            return [self.lemma]
        return ([self.lemma] + [w for w in self.name_words if w != self.lemma]
                + ([self.initials.lower()] if self.initials else []))

    def takes_clauses(self):
        if self.pronoun:
            return self.pronoun in ("this", "that", "it", "which", "these", "those")
        return not self.name and KINDS[self.kind] in ("event", "abstract") and self.determiner in DEFINITE


def candidate(sentence, word):
    """Whether a word heads a clause (True) or a phrase (False) that may corefer; None for neither."""
    t = sentence.tokens[word]
    has = lambda relation: any(sentence.tokens[c].relation == relation for c in sentence.children[word])
    if t.relation in SKIPPED and not (t.upos == "PRON" and t.relation == "det"):
        return None
    if t.upos in ("NOUN", "PROPN", "PRON", "SYM", "DET"):
        return False
    if t.upos == "NUM":
        return None if t.relation == "nummod" else False
    if t.upos == "ADJ":
        if t.relation in ("nsubj", "obj", "obl", "nmod") or t.entity == "NORP" or has("det") and not has("cop"):
            return False
        heads = ("root", "ccomp", "conj", "parataxis", "advcl", "csubj")
        return True if has("cop") and t.relation in heads else None
    if t.upos == "ADV":
        return False if t.lower in ("here", "there", "then", "now") else None
    return True if t.upos == "VERB" and t.relation not in ("amod", "compound") else None


def span(sentence, head, coordination):
    tokens, words = sentence.tokens, [head]
    predicate = any(tokens[c].relation == "cop" for c in sentence.children[head])
    for child in sentence.children[head]:
        relation = tokens[child].relation
        if relation in ("cc", "conj"):
            if not coordination:
                continue
        elif relation in OUTSIDE or predicate and relation in OUTSIDE_PREDICATE:
            continue
        words += sentence.subtree(child)
    first, last = min(words), max(words)
    while first < head and tokens[first].upos == "PUNCT":
        first += 1
    while last > head and tokens[last].upos == "PUNCT":
        last -= 1
    return first, last


def quoted_words(document):
    opened = False
    for sentence in document:
        if sentence.starts_paragraph:
            opened = False
        row = []
        for t in sentence.tokens:
            before = opened
            if t.form == '"':
                opened = not opened
            else:
                opened = (opened or t.form in ("“", "``", "«")) and t.form not in ("”", "''", "»")
            row.append(before or opened)
        yield row


def expressions(document):
    found = []
    for place, (sentence, quoted) in enumerate(zip(document, quoted_words(document))):
        for word in range(len(sentence.tokens)):
            clause = candidate(sentence, word)
            if clause is None:
                continue
            several = not clause and any(
                sentence.tokens[c].relation == "conj" and sentence.tokens[c].upos in ("NOUN", "PROPN", "PRON", "NUM")
                for c in sentence.children[word])
            for coordination in [True, False] if several else [False]:
                found.append(Expression(len(found), place, sentence, word, coordination, clause, quoted[word]))
    return found


# ---------------------------------------------------------------- entities

class Entity:
    """What has been said of one thing up to some place."""

    def __init__(self):
        self.size, self.number, self.has_name, self.pronouns = 0, 0, False, set()
        self.lemmas, self.cores, self.names, self.initials, self.modifiers = set(), set(), set(), set(), set()

    def add(self, e):
        self.size += 1
        self.number |= e.number
        if e.pronoun:
            self.pronouns.add(e.pronoun)
        elif not e.clause:
            self.lemmas.add(e.lemma)
            self.cores.add(e.core)
            self.modifiers |= e.modifiers
            if e.name:
                self.has_name = True
                self.names.add(e.form)
                self.initials |= {e.initials} - {""}

    def agreement(self):
        groups = [{"he"}, {"she"}, {"it", "this", "that"}, {"they"}, {"i"}, {"we", "you"}]
        return sum(1 << i for i, group in enumerate(groups) if group & self.pronouns)

    def agrees(self, e, last):
        p, known = e.pronoun, self.pronouns
        if p in ("he", "she"):
            others = {"it", "they", "we", "you", "i", "she" if p == "he" else "he"}
            return not known & others and last.number != 2 and (last.kind == 0 or p in known) and not last.clause
        if p == "it":
            return not known & {"he", "she", "they", "i", "we", "you"} and last.number != 2 and last.kind != 0
        if p == "they":
            return not known & {"he", "she", "it", "i", "you"} and (last.number == 2 or last.kind == 2)
        if p in ("i", "we", "you"):
            return last.pronoun == p
        return True if p else e.lemma in self.lemmas


# ---------------------------------------------------------------- pairs

PATHS = ("otherSentence sameHead apposition possessor complement compoundPart conjunct subjectOf dependent predicate"
         " possessed compoundWhole whole objectOfSubject sibling relativePronoun withinClause within around"
         " possessorOfObject belowSubject parataxis complementOf other").split()


def path(a, e, sentence):
    """How an antecedent and an anaphor stand to each other in the tree."""
    if a.sentence != e.sentence:
        return "otherSentence"
    if a.head == e.head:
        return "sameHead"
    tokens = sentence.tokens
    old, new = tokens[a.head], tokens[e.head]
    if new.head == a.head:
        if new.deprel == "nmod:poss":
            return "possessor"
        return {"appos": "apposition", "nmod": "complement", "compound": "compoundPart", "conj": "conjunct",
                "nsubj": "subjectOf", "csubj": "subjectOf", "parataxis": "parataxis"}.get(new.relation, "dependent")
    if old.head == e.head:
        if old.deprel == "nmod:poss":
            return "possessed"
        return {"nsubj": "predicate", "csubj": "predicate", "compound": "compoundWhole",
                "nmod": "complementOf"}.get(old.relation, "whole")
    if old.head == new.head:
        return "objectOfSubject" if a.subject and new.relation in ("obj", "iobj", "obl") else "sibling"
    above, word = [], e.head
    while word >= 0:
        above.append(word)
        word = tokens[word].head
    if a.head in above:
        steps = above.index(a.head)
        if any(tokens[w].relation == "acl" for w in above[:steps]):
            return "relativePronoun" if e.relative and steps <= 2 else "withinClause"
        return "within"
    word = a.head
    while word >= 0 and word != e.head:
        word = tokens[word].head
    if word == e.head:
        return "around"
    if new.head >= 0 and tokens[new.head].head == old.head and a.subject:
        return "possessorOfObject"
    return "belowSubject" if a.subject and old.head in above else "other"


def heads(a, e):
    if a.pronoun and e.pronoun:
        return 10 if a.form == e.form else 11 if a.pronoun == e.pronoun else 12
    if a.clause:
        return 13
    if e.pronoun:
        return 14
    if a.pronoun or e.clause:
        return 15
    tests = [a.form == e.form, a.lemma == e.lemma, e.name and a.name and bool(set(e.name_words) & set(a.name_words)),
             e.name and a.initials and e.plain == a.initials, a.name and e.initials and a.plain == e.initials,
             e.lemma in a.modifiers, a.lemma in e.modifiers,
             len(e.lemma) > 4 and len(a.lemma) > 4 and e.lemma[:5] == a.lemma[:5]]
    return next((i + 1 for i, test in enumerate(tests) if test), 9)


def phrases(a, e):
    if a.pronoun or e.pronoun or a.clause or e.clause:
        return 0
    if a.core == e.core:
        return 1
    if a.name and e.name:
        old, new = set(a.name_words), set(e.name_words)
        return 2 if new < old else 3 if old < new else 4 if old & new else 5
    old, new = " " + a.core, " " + e.core
    return 6 if new.endswith(old) or old.endswith(new) else 7


def modifiers(a, e):
    old, new = a.modifiers, e.modifiers
    if old == new:
        return 1 if new else 2
    if new < old:
        return 3 if new else 4
    return 5 if old < new else 6 if old & new else 7


def entity_types(a, e):
    known = (a.entity > 0) + 2 * (e.entity > 0)   # neither, the antecedent's, the anaphor's, both
    match = 1 if known == 3 and a.entity == e.entity else (0, 3, 2, 4)[known]
    return match + 5 * (e.entity in QUANTITIES)


def entity_heads(entity, e):
    if e.pronoun:
        known = 8 if e.pronoun in entity.pronouns else 9 if entity.pronouns else 10
        return known if entity.has_name else known + 3
    if e.clause:
        return 0
    if e.core in entity.cores:
        return 1
    if e.lemma in entity.lemmas:
        return 2 if e.modifiers <= entity.modifiers else 3
    if e.name and e.plain in entity.initials:
        return 4
    return 5 if e.name and entity.has_name else 6 if entity.lemmas else 7


ROLES = {"nsubj": 0, "nsubj:pass": 0, "obj": 1, "iobj": 1, "obl": 2, "nmod": 3, "nmod:poss": 4, "compound": 5,
         "appos": 6}
CLASSES = {"i": 0, "you": 1, "we": 2, "he": 3, "she": 3, "it": 4, "they": 5, "this": 6, "that": 6, "these": 6,
           "those": 6}


def anaphor_class(e):
    if e.pronoun:
        return CLASSES.get(e.pronoun, 7)
    if e.clause:
        return 8
    return 9 if e.name else 10 if e.determiner in DEFINITE or DETERMINERS[e.determiner] == "possessive" else 11


# ---------------------------------------------------------------- documents

Example = collections.namedtuple("Example", "anaphor antecedents values right")


class Document:
    def __init__(self, predicted, gold):
        self.sentences, self.expressions = predicted, expressions(predicted)
        self.paragraphs, paragraph = [], 0
        for sentence in predicted:
            paragraph += sentence.starts_paragraph
            self.paragraphs.append(paragraph)
        self.clusters = self.align(gold)

    def align(self, gold):
        """The gold cluster of each expression: of a mention with the same head, the one of most like span first."""
        by_head = collections.defaultdict(list)
        for place, sentence in enumerate(gold):
            for cluster, first, last in mentions(sentence):
                head = next((w for w in range(first, last + 1) if not first <= sentence.tokens[w].head <= last), first)
                by_head[place, head].append((cluster, first, last))
        groups, clusters = collections.defaultdict(list), [None] * len(self.expressions)
        for e in self.expressions:
            groups[e.sentence, e.head].append(e)
        for key, group in groups.items():
            gold_here = by_head.get(key, [])
            pairs = sorted((abs(e.first - first) + abs(e.last - last), e.id, i)
                           for e in group for i, (_, first, last) in enumerate(gold_here))
            used = set()
            for _, number, i in pairs:
                if clusters[number] is None and i not in used:
                    used.add(i)
                    clusters[number] = gold_here[i][0]
        return clusters

    def expression_values(self):
        lemmas, cores, result = collections.Counter(), collections.Counter(), []
        place, sentence = 0, -1
        for e in self.expressions:
            if e.sentence != sentence:
                place, sentence = 0, e.sentence
            tokens = self.sentences[sentence].tokens
            governor = tokens[e.head].head
            upos = tokens[governor].upos
            result.append([
                e.type, e.determiner, e.relation, e.kind, e.entity, e.number, min(3, len(e.modifiers)), e.modification,
                step(e.last - e.first + 1, [1, 2, 3, 6, 12]), 0 if e.pronoun else step(lemmas[e.lemma], [0, 1, 3, 7]),
                int(e.coordination), int(e.quoted), step(place, [0, 1, 3, 7]), e.capital * 2 + e.name,
                10 if governor < 0 else GOVERNORS.index(upos) if upos in GOVERNORS else 11,
                step(len(self.expressions), [150, 300, 500]), 0 if e.pronoun else step(cores[e.core], [0, 1]),
                step(sentence, [0, 1, 4, 15])])
            lemmas[e.lemma] += 1
            cores[e.core] += 1
            place += 1
        return result

    def candidates(self, e, index):
        found = [j for j in range(e.id - 1, max(0, e.id - FARTHEST) - 1, -1)
                 if not self.expressions[j].clause
                 or e.takes_clauses() and e.sentence - self.expressions[j].sentence <= 2]
        for key in e.keys():
            found += [j for j in reversed(index[key][-MATCHES:]) if j not in found]
        return found[:MOST]

    def pair_values(self, e, candidates, entity_of):
        agreeing = matching = 0
        result = []
        for j in candidates:
            a, entity = self.expressions[j], entity_of[j]
            sentence, match = self.sentences[e.sentence], heads(a, e)
            near = step(e.sentence - a.sentence, SENTENCES)
            old, new = self.sentences[a.sentence].speaker, sentence.speaker
            names = 4 * entity.has_name
            if e.name:
                names = (1 if e.form in entity.names else 2) if entity.has_name else 3
            values = [
                near, step(e.id - a.id, DISTANCES), a.type * TYPES + e.type, match, phrases(a, e),
                modifiers(a, e) if match in (1, 2) else 0, a.number * 3 + e.number, a.kind * len(KINDS) + e.kind,
                entity_types(a, e), PATHS.index(path(a, e, sentence)),
                a.quoted * 4 + e.quoted * 2 + (self.paragraphs[a.sentence] == self.paragraphs[e.sentence]),
                (0 if not old or not new else 4 if old == new else 8) + {"i": 1, "we": 2, "you": 3}.get(e.pronoun, 0),
                step(entity.size, [1, 2, 3, 5, 10]), entity.agreement(), entity_heads(entity, e),
                entity.number * 3 + e.number, names, 0, 0,
                a.relation * 8 + ROLES.get(RELATIONS[e.relation], 7), near * 12 + anaphor_class(e)]
            if entity.agrees(e, a):
                values[17], agreeing = 1 + min(agreeing, 4), agreeing + 1
            if 1 <= match <= 5:
                values[18], matching = 1 + min(matching, 4), matching + 1
            result.append(values)
        return result

    def training_examples(self):
        """What the ranker has to choose from at each expression if all before it went right."""
        index, entities, entity_of, examples = collections.defaultdict(list), {}, [], []
        for e in self.expressions:
            cluster = self.clusters[e.id]
            if not e.clause:
                candidates = self.candidates(e, index)
                right = [cluster is not None and self.clusters[j] == cluster for j in candidates]
                values = np.array(self.pair_values(e, candidates, entity_of), np.int16)
                examples.append(Example(e.id, candidates, values, right))
            entity = Entity() if cluster is None else entities.setdefault(cluster, Entity())
            entity.add(e)
            entity_of.append(entity)
            for key in e.keys():
                index[key].append(e.id)
        return examples


def documents(gold_path, predicted_path, wrong_kinds=0.0, seed=7):
    """Documents of the predicted file with the clusters of the gold one; some kinds are made wrong."""
    chance = random.Random(seed)
    others = "abstract abstract abstract person object object event event place organization time".split()
    result = []
    for predicted, gold in zip(sentences(predicted_path), sentences(gold_path), strict=True):
        for sentence in predicted:
            for token in sentence.tokens:
                if chance.random() < wrong_kinds:
                    token.kind = chance.choice(others)
        result.append(Document(predicted, gold))
    return result
