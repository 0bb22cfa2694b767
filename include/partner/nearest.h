/**
 * The word somebody probably meant: for unknown fields, choices, ids, options and commands.
 */
#ifndef PARTNER_NEAREST_H
#define PARTNER_NEAREST_H

#include <stddef.h>

#define NEAREST_EDITS 2    /* a word further away than this is another word */
#define NEAREST_LONGEST 64 /* bytes; for longer words nothing is nearest */

/**
 * The candidate with the fewest edits from `word` (`length` bytes, any bytes), the first one
 * of equals. An edit inserts, removes or replaces a byte, or swaps two neighbours that are
 * not edited again: the optimal string alignment distance (Boytsov 2011, "Indexing methods
 * for approximate dictionary searching"). At most NEAREST_EDITS, and fewer than `length`, so
 * that not everything resembles a short word. NULL when there is none.
 */
const char *nearest_word(const char *word, size_t length, const char *const *candidates, size_t n);

#endif
