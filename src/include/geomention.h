/* SPDX-License-Identifier: MIT */
/*
 * geomention: finds the places a text mentions and decides which places on
 * earth they are.
 *
 * A program opens a gazetteer, makes a mapper, and gives it documents:
 *
 *     gm_gazetteer *gazetteer;
 *     gm_mapper *mapper;
 *     gm_document *doc;
 *     gm_gazetteer_open(paths, count, &gazetteer, &err);
 *     gm_mapper_create(gazetteer, NULL, &mapper, &err);
 *     gm_document_create(&doc, &err);
 *     gm_document_set_text(doc, "a.txt", text, length, &err);
 *     gm_mapper_map(mapper, doc, &err);
 *     for (size_t i = 0; i < gm_document_mention_count(doc); i++)
 *         ... gm_document_mention_at(doc, i) ...
 *
 * Lifetimes: what comes out through a pointer is the caller's to free; what is
 * returned is borrowed from its parent and lives as long as the parent (for a
 * document: until its text is set again). A gazetteer outlives its mappers.
 * Threads: a gazetteer and a mapper are read-only once made and may be shared;
 * a document belongs to one thread at a time. The library has no globals.
 * Text is UTF-8, always (pointer, length), never assumed to end in NUL.
 */
#ifndef GEOMENTION_H
#define GEOMENTION_H

#include "geomention_document.h"
#include "geomention_gazetteer.h"

#endif
