/**
 * SHA-256 (FIPS 180-4): the digest of policies, and what findings are recognised by.
 */
#ifndef PARTNER_SHA256_H
#define PARTNER_SHA256_H

#include <stddef.h>
#include <stdint.h>

#define SHA256_BYTES 32
#define SHA256_HEX (2 * SHA256_BYTES + 1) /* characters of a printed digest with its NUL */

/** A digest in the making. */
struct sha256 {
	uint32_t state[8];
	uint64_t length; /**< bytes added so far */
	unsigned char block[64];
};

void sha256_begin(struct sha256 *sha);

/** Adds bytes; any number of calls give what one call with all of them would. */
void sha256_add(struct sha256 *sha, const void *bytes, size_t length);

/** Writes the digest as lower-case hexadecimal and a NUL; returns `hex`. Begin anew after it. */
char *sha256_end(struct sha256 *sha, char hex[SHA256_HEX]);

/** All of it at once. */
char *sha256_of(const void *bytes, size_t length, char hex[SHA256_HEX]);

#endif
