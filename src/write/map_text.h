/* SPDX-License-Identifier: MIT */
/* How wide text is on a picture whose fonts are not known. */
#ifndef WRITE_MAP_TEXT_H
#define WRITE_MAP_TEXT_H

/* The fonts asked for, those of Armenian and Georgian among them. */
extern const char GMI_MAP_FONTS[];

/*
 * The width of a line of valid UTF-8 at a size of letters: a little more than
 * most fonts take.
 */
double gmi_map_text_width(const char *text, double size);

#endif
