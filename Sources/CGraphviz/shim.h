#include <graphviz/gvc.h>

// Graphviz takes strings that it only reads as `char *`; these say that they are constant.

static inline int actant_set_attribute(Agraph_t *graph, const char *name, const char *value) {
  return agsafeset(graph, (char *)name, (char *)value, "");
}

static inline const char *actant_attribute(Agraph_t *graph, const char *name) {
  return agget(graph, (char *)name);
}
