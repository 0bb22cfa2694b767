/*
 * Memory for libyaml. It asks for four short strings for each scalar and gives three of them
 * back at once: 2 000 times for a file of 6 KB, a fifth of its time when malloc has to answer.
 * So each thread keeps a few short blocks at hand.
 *
 * On ELF a program that defines libyaml's functions of memory has libyaml call them. Every
 * block is one of malloc's: no harm is done where only some calls come here, or none, as with
 * other linkers. Nothing is kept without glibc, which tells the size of a block, and under
 * AddressSanitizer, which is to see each block by itself; then libyaml's own functions serve.
 */
#ifndef CMD_YAML_MEMORY_H
#define CMD_YAML_MEMORY_H

#include <stddef.h>

/* libyaml's own names, which its public header does not tell; as malloc, realloc, free. */
void *yaml_malloc(size_t size);
void *yaml_realloc(void *block, size_t size);
void yaml_free(void *block);

/* Frees what this thread keeps; threads other than the first do so when they end. */
void yaml_memory_release(void);

#endif
