"""From scores to structures: maximum spanning trees (Chu-Liu/Edmonds, one root) and BIO tags (Viterbi)."""
import numpy as np

NEVER = -1e9


def cycle_in(head):
    state = [0] * len(head)
    state[0] = 2
    for i in range(1, len(head)):
        path, v = [], i
        while state[v] == 0:
            state[v] = 1
            path.append(v)
            v = head[v]
        if state[v] == 1:
            return path[path.index(v):]
        for u in path:
            state[u] = 2
    return None


def arborescence(scores):
    """scores[d, h]: head h for d; row 0, the root, unused. Returns the heads."""
    scores = scores.copy()
    np.fill_diagonal(scores, NEVER)
    head = scores.argmax(1)
    head[0] = 0
    cycle = cycle_in(head.tolist())
    if cycle is None:
        return head
    inside = np.zeros(len(head), bool)
    inside[cycle] = True
    rest = np.flatnonzero(~inside)
    m = len(rest)
    contracted = np.full((m + 1, m + 1), NEVER)
    contracted[:m, :m] = scores[np.ix_(rest, rest)]
    into = scores[np.ix_(cycle, rest)] - scores[cycle, head[cycle]][:, None]
    contracted[m, :m], enter = into.max(0), into.argmax(0)
    out = scores[np.ix_(rest, cycle)]
    contracted[:m, m], leave = out.max(1), out.argmax(1)
    sub = arborescence(contracted)
    for i in range(1, m):
        head[rest[i]] = cycle[leave[i]] if sub[i] == m else rest[sub[i]]
    head[cycle[enter[sub[m]]]] = rest[sub[m]]
    return head


def tree(arc):
    """arc[d, h] for n words, h = 0 the root: n heads (0 is the root), exactly one word under the root."""
    n = arc.shape[0]
    full = np.full((n + 1, n + 1), NEVER)
    full[1:] = arc
    np.fill_diagonal(full, NEVER)
    head = arborescence(full)
    roots = np.flatnonzero(head[1:] == 0) + 1
    if len(roots) == 1:
        return head[1:]
    best = None
    for r in roots if len(roots) else [int(full[1:, 0].argmax()) + 1]:
        forced = full.copy()
        forced[1:, 0], forced[r, 0] = NEVER, 1e6
        h = arborescence(forced)
        total = sum(full[i, h[i]] for i in range(1, n + 1))
        if best is None or total > best[0]:
            best = (total, h)
    return best[1][1:]


def bio_transitions(labels):
    """Scores of label i followed by label j, and of starting with one: I-X follows B-X and I-X only."""
    follows = np.array([[NEVER if j.startswith("I-") and i[2:] != j[2:] else 0 for j in labels] for i in labels])
    return follows, np.array([NEVER if j.startswith("I-") else 0 for j in labels])


def viterbi(scores, follows, start):
    if not len(scores):
        return []
    best, back = scores[0] + start, []
    for row in scores[1:]:
        total = best[:, None] + follows
        back.append(total.argmax(0))
        best = total.max(0) + row
    path = [int(best.argmax())]
    for b in reversed(back):
        path.append(int(b[path[-1]]))
    return path[::-1]
