/**
 * Random numbers that are the same everywhere: integer arithmetic, a state of one's own.
 */
#ifndef PARTNER_RANDOM_H
#define PARTNER_RANDOM_H

#include <stdint.h>

/** xoshiro256** by David Blackman and Sebastiano Vigna: https://prng.di.unimi.it; not all 0. */
struct random {
	uint64_t state[4];
};

/**
 * Starts stream `stream` of `seed`. Streams of one seed do not overlap in practice, so work that
 * is split gives each part a stream of its own. The state is filled by splitmix64 (Steele, Lea &
 * Flood 2014), as the authors of xoshiro advise.
 */
void random_seed(struct random *random, uint64_t seed, uint64_t stream);

/** The next 64 bits. */
uint64_t random_bits(struct random *random);

/** From 0 to just below 1, in steps of 2^-53, all equally likely. Exact: no rounding. */
double random_share(struct random *random);

/** From `low` to `high`, uniform. */
double random_between(struct random *random, double low, double high);

#endif
