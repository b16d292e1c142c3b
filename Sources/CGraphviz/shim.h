#include <graphviz/gvc.h>

// Graphviz keeps its kinds of graph in mutable C globals, which Swift cannot import safely.
static inline Agraph_t *actant_agopen_directed(const char *name) {
  return agopen((char *)name, Agdirected, NULL);
}
