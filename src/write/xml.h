/* SPDX-License-Identifier: MIT */
/*
 * Text and numbers in XML and HTML. What comes out is valid in both, whatever
 * goes in: a bad byte, or a character that XML 1.0 has no place for, becomes
 * U+FFFD.
 */
#ifndef WRITE_XML_H
#define WRITE_XML_H

#include "base/buffer.h"

/* Between tags, or between double quotes. */
void gmi_xml_text(struct gmi_buffer *out, const char *text, size_t length);
void gmi_xml_string(struct gmi_buffer *out, const char *text);

/*
 * The same of text that is shown on one line: without controls, and without
 * marks that turn the direction of what follows.
 */
void gmi_xml_label(struct gmi_buffer *out, const char *text);

/* An attribute with a blank before it: ` cx="12.5"`, one decimal at most. */
void gmi_xml_number(struct gmi_buffer *out, const char *name, double value);

#endif
