/* Which of two grades is the worse one. */
#include "partner/change.h"

#include <string.h>

#include "partner/policy.h"

/* Where a grade stands, the best first; -1 where it is none of the policy's. */
static int band_of(const struct rules *rules, const char *grade)
{
	int place = 0;

	EACH (struct grade_band, band, rules->grades) {
		if (strcmp(band->grade.text, grade) == 0)
			return place;
		place++;
	}
	return -1;
}

/* Whether the rules (may be NULL) know both grades; then also which is worse. */
static bool tells(const struct rules *rules, const char *from, const char *to, bool *worse)
{
	int before = rules ? band_of(rules, from) : -1;
	int now = rules ? band_of(rules, to) : -1;

	*worse = now > before;
	return before >= 0 && now >= 0;
}

static bool is_letter(const char *grade)
{
	return grade[0] >= 'A' && grade[0] <= 'Z' && !grade[1];
}

bool change_grade_worse(const struct change *change)
{
	const struct change_end *from = change->from, *to = change->to;
	bool worse;

	if (!from || !to || !from->graded)
		return false;
	if (!to->graded)
		return true;
	if (tells(change->cards[1]->rules, from->grade, to->grade, &worse) ||
		tells(change->cards[0]->rules, from->grade, to->grade, &worse))
		return worse;
	if (is_letter(from->grade) && is_letter(to->grade))
		return to->grade[0] > from->grade[0];
	return to->score < from->score;
}
