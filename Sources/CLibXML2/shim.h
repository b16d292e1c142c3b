#include <iconv.h>
#include <libxml/xmlversion.h>
// Debian's libxml2 shows ICU's types in a struct that is not used here; they clash with those inside Foundation.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

// libxml2 keeps its allocator in mutable C globals, which Swift cannot import safely.
static inline void actant_xml_free(void *memory) { xmlFree(memory); }
