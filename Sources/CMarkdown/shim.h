#include <cmark-gfm.h>

/* Debian ships cmark-gfm's extension library without a header or a .so link: the functions that
   Scarp calls are declared here and the versioned soname is linked (docs/dependencies.md). */
void cmark_gfm_core_extensions_ensure_registered(void);
uint16_t cmark_gfm_extensions_get_table_columns(cmark_node *node);
uint8_t *cmark_gfm_extensions_get_table_alignments(cmark_node *node);
int cmark_gfm_extensions_get_table_row_is_header(cmark_node *node);
cmark_syntax_extension *cmark_find_syntax_extension(const char *name);
int cmark_parser_attach_syntax_extension(cmark_parser *parser, cmark_syntax_extension *extension);
