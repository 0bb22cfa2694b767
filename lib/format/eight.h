/*
 * Eight bytes of a text at once, in a word. What is asked of them is answered in the high bit of
 * each byte, which holds where all eight are at most 0x7F: so ask the word itself, too, for a
 * greater one may carry into its neighbour. Private to lib/format.
 */
#ifndef FORMAT_EIGHT_H
#define FORMAT_EIGHT_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

static inline uint64_t eight_at(const char *text)
{
	uint64_t word;

	memcpy(&word, text, sizeof(word));
	return word;
}

/* `byte` in each of eight. */
static inline uint64_t eight_of(unsigned char byte)
{
	return UINT64_C(0x0101010101010101) * byte;
}

/* Which of them are `byte`, at most 0x80, or more. */
static inline uint64_t eight_from(unsigned char byte, uint64_t word)
{
	return word + eight_of((unsigned char)(0x80 - byte));
}

/* Which of them are not `byte`, at most 0x7F. */
static inline uint64_t eight_others_than(unsigned char byte, uint64_t word)
{
	return (word ^ eight_of(byte)) + eight_of(0x7F);
}

/* Whether that is so of any of them. */
static inline bool eight_any(uint64_t answers)
{
	return (answers & eight_of(0x80)) != 0;
}

#endif
