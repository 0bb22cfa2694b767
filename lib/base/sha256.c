/* SHA-256, written from FIPS 180-4; names of the small functions are those of its section 4.1. */
#include "partner/sha256.h"

#include <string.h>

#define LENGTH_AT 56 /* where the last block holds the length in bits */

/* The first 32 bits of the fractions of the cube roots of the first 64 primes. */
static const uint32_t constants[64] = {0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b,
	0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3,
	0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6,
	0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d,
	0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85,
	0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
	0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585,
	0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
	0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa,
	0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static uint32_t rotate(uint32_t x, int by)
{
	return x >> by | x << (32 - by);
}

static uint32_t big_sigma0(uint32_t x)
{
	return rotate(x, 2) ^ rotate(x, 13) ^ rotate(x, 22);
}

static uint32_t big_sigma1(uint32_t x)
{
	return rotate(x, 6) ^ rotate(x, 11) ^ rotate(x, 25);
}

static uint32_t small_sigma0(uint32_t x)
{
	return rotate(x, 7) ^ rotate(x, 18) ^ x >> 3;
}

static uint32_t small_sigma1(uint32_t x)
{
	return rotate(x, 17) ^ rotate(x, 19) ^ x >> 10;
}

static uint32_t choose(uint32_t x, uint32_t y, uint32_t z)
{
	return (x & y) ^ (~x & z);
}

static uint32_t majority(uint32_t x, uint32_t y, uint32_t z)
{
	return (x & y) ^ (x & z) ^ (y & z);
}

static uint32_t big_endian(const unsigned char *bytes)
{
	return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 |
		bytes[3];
}

static void schedule(const unsigned char *block, uint32_t words[64])
{
	for (int t = 0; t < 16; t++)
		words[t] = big_endian(block + 4 * t);
	for (int t = 16; t < 64; t++) {
		words[t] = small_sigma1(words[t - 2]) + words[t - 7] + small_sigma0(words[t - 15]) +
			words[t - 16];
	}
}

/* Section 6.2.2; v[0] to v[7] are its a to h. */
static void absorb(uint32_t state[8], const unsigned char *block)
{
	uint32_t words[64];
	uint32_t v[8];
	schedule(block, words);
	memcpy(v, state, sizeof(v));
	for (int t = 0; t < 64; t++) {
		uint32_t first = v[7] + big_sigma1(v[4]) + choose(v[4], v[5], v[6]) + constants[t] +
			words[t];
		uint32_t second = big_sigma0(v[0]) + majority(v[0], v[1], v[2]);
		memmove(v + 1, v, 7 * sizeof(v[0]));
		v[4] += first;
		v[0] = first + second;
	}
	for (int i = 0; i < 8; i++)
		state[i] += v[i];
}

void sha256_begin(struct sha256 *sha)
{
	/* The first 32 bits of the fractions of the square roots of the first 8 primes. */
	static const uint32_t initial[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
		0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
	memcpy(sha->state, initial, sizeof(initial));
	sha->length = 0;
}

void sha256_add(struct sha256 *sha, const void *bytes, size_t length)
{
	const unsigned char *from = bytes;
	while (length) {
		size_t filled = sha->length % sizeof(sha->block);
		size_t part = sizeof(sha->block) - filled;
		if (part > length)
			part = length;
		memcpy(sha->block + filled, from, part);
		if (filled + part == sizeof(sha->block))
			absorb(sha->state, sha->block);
		sha->length += part;
		from += part;
		length -= part;
	}
}

/* Section 5.1.1: a one bit, zeros, and the length in bits. */
static void pad(struct sha256 *sha)
{
	static const unsigned char one_and_zeros[64] = {0x80};
	uint64_t bits = sha->length * 8;
	size_t filled = sha->length % sizeof(sha->block);
	size_t more =
		filled < LENGTH_AT ? LENGTH_AT - filled : LENGTH_AT + sizeof(sha->block) - filled;
	unsigned char length[8];
	for (int i = 0; i < 8; i++)
		length[i] = (unsigned char)(bits >> (56 - 8 * i));
	sha256_add(sha, one_and_zeros, more);
	sha256_add(sha, length, sizeof(length));
}

char *sha256_end(struct sha256 *sha, char hex[SHA256_HEX])
{
	static const char digits[] = "0123456789abcdef";
	pad(sha);
	for (int i = 0; i < 2 * SHA256_BYTES; i++)
		hex[i] = digits[sha->state[i / 8] >> (28 - 4 * (i % 8)) & 0xF];
	hex[2 * SHA256_BYTES] = '\0';
	return hex;
}

char *sha256_of(const void *bytes, size_t length, char hex[SHA256_HEX])
{
	struct sha256 sha;
	sha256_begin(&sha);
	sha256_add(&sha, bytes, length);
	return sha256_end(&sha, hex);
}
