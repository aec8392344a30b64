/* SPDX-License-Identifier: MIT */
/* Why each place won, in words, after the table. */
#ifndef CLI_EXPLAIN_H
#define CLI_EXPLAIN_H

#include "include/geomention_io.h"

#include <stdio.h>

/* Writes the reasons for the mentions of a document that `write` takes. */
void explain_document(FILE *out, const gm_gazetteer *gazetteer,
                      const gm_document *doc, const gm_write_options *write);

#endif
