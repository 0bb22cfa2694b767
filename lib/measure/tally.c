#include <math.h>

#include "take.h"

static void add(struct tally *tally, double value, double weight)
{
	tally->sum += value * weight;
	tally->weight += weight;
	tally->squares += weight * weight;
	tally->n++;
	if (value >= 1)
		tally->k++;
}

/* Weights whose squares are too large or too small for a double still lie within 1 to n. */
static double effective_n(const struct tally *tally)
{
	double n = tally->weight * tally->weight / tally->squares;

	return fmin(fmax(n, 1), (double)tally->n);
}

void tally_finish(const struct tally *tally, enum measure_status empty, struct measurement *result)
{
	result->n = tally->n;
	result->k = tally->k;
	result->weight = tally->weight;
	result->empty = empty;
	if (tally->weight > 0) {
		result->status = MEASURE_MEASURED;
		result->mean = tally->sum / tally->weight;
		result->value = result->mean;
		result->effective_n = effective_n(tally);
	} else {
		result->status = empty;
		result->value = NAN;
	}
}

void tally_record(struct tally *tally, const struct question *question, struct measurement *result,
	const struct used_record *used)
{
	add(tally, used->value, used->weight);
	if (question->arena) {
		result->used[result->n_used] = *used;
		result->used[result->n_used++].named_by = used->head;
	}
}

void use_room(const struct question *question, struct measurement *result, size_t most)
{
	if (question->arena)
		result->used = arena_array(question->arena, most, sizeof(struct used_record));
}

void use_record(const struct question *question, struct measurement *result,
	const struct record *record, const struct head *head, double value, const char *word)
{
	if (question->arena)
		result->used[result->n_used++] = (struct used_record){.record = record,
			.head = head,
			.named_by = head,
			.value = value,
			.word = word};
}

struct used_record *last_used(const struct measurement *result)
{
	return result->used ? &result->used[result->n_used - 1] : NULL;
}
