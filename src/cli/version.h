/* SPDX-License-Identifier: MIT */
/* The version, and those of what the program stands on. */
#ifndef CLI_VERSION_H
#define CLI_VERSION_H

void version_print(void);

#endif
