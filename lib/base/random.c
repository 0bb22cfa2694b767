/* Random numbers: xoshiro256**, seeded by splitmix64. */
#include "partner/random.h"

static uint64_t splitmix(uint64_t *state)
{
	uint64_t mixed = *state += 0x9e3779b97f4a7c15;

	mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
	mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
	return mixed ^ (mixed >> 31);
}

/* The stream is mixed before it is added: neighbours would else share most of their states. */
void random_seed(struct random *random, uint64_t seed, uint64_t stream)
{
	uint64_t state = seed;

	if (stream)
		state += splitmix(&stream);
	for (int i = 0; i < 4; i++)
		random->state[i] = splitmix(&state);
}

static uint64_t rotate_left(uint64_t bits, int by)
{
	return bits << by | bits >> (64 - by);
}

uint64_t random_bits(struct random *random)
{
	uint64_t *s = random->state;
	uint64_t bits = rotate_left(s[1] * 5, 7) * 9;
	uint64_t shifted = s[1] << 17;

	s[2] ^= s[0];
	s[3] ^= s[1];
	s[1] ^= s[2];
	s[0] ^= s[3];
	s[2] ^= shifted;
	s[3] = rotate_left(s[3], 45);
	return bits;
}

double random_share(struct random *random)
{
	return (double)(random_bits(random) >> 11) * 0x1p-53;
}

double random_between(struct random *random, double low, double high)
{
	return low + (high - low) * random_share(random);
}
