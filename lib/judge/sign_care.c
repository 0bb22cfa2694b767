/* Signs of how the partnership is looked after: contacts, words, give and take. */
#include <math.h>

#include "card_lines.h"
#include "partner/rate.h"
#include "sign_words.h"

/* Of touchpoints, when the file does not say. */
static const struct duration usual_cadence = {3, DURATION_MONTHS};
/* So many cadences of silence are too much. */
#define SILENT_CADENCES 2
/* What they said before that is history. */
#define FEEDBACK_MONTHS 24

/* ---- attention ---- */

/* Small factors are worth a decimal. */
static int factor_decimals(double factor)
{
	return factor < 5;
}

/* What is at least so much is rounded down. */
static void put_least(struct buffer *buffer, double factor)
{
	int decimals = factor_decimals(factor);
	double unit = decimals ? 10 : 1;

	buffer_puts(buffer, "at least ");
	buffer_put_fixed(buffer, floor(factor * unit) / unit, decimals);
}

static void put_p(struct buffer *buffer, double p)
{
	buffer_puts(buffer, p < 0.001 ? "p < " : "p ");
	buffer_put_fixed(buffer, p < 0.001 ? 0.001 : p, 3);
}

static void put_attention(
	struct sign_case *sign, const struct measurement *taken, const struct rate_ratio *rates)
{
	struct buffer *text = &sign->text;
	bool all = isinf(rates->ratio);

	if (all)
		buffer_printf(text, "all %lld", (long long)taken->n);
	else
		buffer_printf(text, "%lld of %lld", (long long)taken->k, (long long)taken->n);
	buffer_puts(text, " contacts within ");
	words_put_span(text, sign->view->rules->renewal_window.duration);
	buffer_puts(text, " of a term end, ");
	if (!all) {
		buffer_put_fixed(text, rates->ratio, factor_decimals(rates->ratio));
		buffer_puts(text, " times the usual rate (");
	}
	put_least(text, rates->range.low);
	buffer_puts(text, all ? " times the usual rate, " : "), ");
	put_p(text, rates->p);
	buffer_puts(text, ", consistent with attention for renewals only");
}

/* Those near a renewal first. */
static void cite_contacts(struct sign_case *sign, const struct measurement *taken)
{
	struct findings found = {0};

	for (size_t i = 0; i < taken->n_used; i++) {
		const struct used_record *used = &taken->used[i];
		const struct touchpoint *touchpoint = (const struct touchpoint *)used->head;

		findings_add(sign, &found,
			(struct finding){.record = used->record,
				.head = used->head,
				.date = touchpoint->date.date,
				.rank = used->value > 0 ? 0 : 1});
	}
	findings_cite(sign, &found);
}

bool sign_renewal_only_attention(struct sign_case *sign)
{
	const struct sign_rule *rule = sign->rule;
	const struct question question = {.view = sign->view, .arena = sign->arena};
	struct measurement taken;
	struct rate_ratio rates;

	/* The sign has its own least number of contacts, which may be less than the measure's. */
	measure_take_anyway(measure_find("steady-attention"), &question, &taken);
	if (taken.inside <= 0 || taken.outside <= 0 || !taken.n || taken.n < rule->n.value)
		return false;
	rates = rate_compare((struct rate_count){(int64_t)taken.k, taken.inside},
		(struct rate_count){taken.n - (int64_t)taken.k, taken.outside},
		sign->view->rules->confidence.value);
	if (rates.ratio < rule->ratio.value || rates.p >= rule->p.value)
		return false;
	cite_contacts(sign, &taken);
	put_attention(sign, &taken, &rates);
	return true;
}

/* ---- their voice ---- */

static const struct feedback *newest_feedback(const struct view *view)
{
	const struct feedback *newest = NULL;

	EACH (struct feedback, feedback, view->partner->feedback)
		if (feedback_is_theirs(view, feedback) &&
			(!newest || feedback->date.date >= newest->date.date))
			newest = feedback;
	return newest;
}

static bool is_unanswered(const struct sign_case *sign, const struct feedback *feedback)
{
	const struct view *view = sign->view;

	return feedback_is_theirs(view, feedback) && !view_by(view, feedback->answered) &&
		feedback->date.date <= view_back(view, sign->rule->answer.duration) &&
		feedback->date.date > view_months_back(view, FEEDBACK_MONTHS);
}

static void add_feedback(
	struct sign_case *sign, struct findings *found, const struct feedback *feedback)
{
	findings_add(sign, found,
		(struct finding){.record = &feedback_record,
			.head = &feedback->head,
			.date = feedback->date.date,
			.rank = feedback->date.date});
}

/* Long enough together, and nothing heard in that time. */
static bool is_silent(const struct sign_case *sign, const struct feedback *newest)
{
	int32_t since = view_since(sign->view);
	int32_t day = view_back(sign->view, sign->rule->silence.duration);

	return since != DATE_NONE && since <= day && (!newest || newest->date.date <= day);
}

static void put_silence(struct buffer *text, const struct feedback *newest)
{
	buffer_puts(text, "no feedback from them ");
	if (newest) {
		buffer_puts(text, "since ");
		date_put(text, newest->date.date);
	} else {
		buffer_puts(text, "on record");
	}
}

bool sign_partner_voice_missing(struct sign_case *sign)
{
	const struct feedback *newest = newest_feedback(sign->view);
	bool silent = is_silent(sign, newest);
	struct findings found = {0};
	size_t unanswered;

	EACH (struct feedback, feedback, sign->view->partner->feedback)
		if (is_unanswered(sign, feedback))
			add_feedback(sign, &found, feedback);
	unanswered = found.n;
	if (!unanswered && !silent)
		return false;
	if (silent) {
		put_silence(&sign->text, newest);
		if (newest && !is_unanswered(sign, newest))
			add_feedback(sign, &found, newest);
	}
	findings_cite(sign, &found);
	if (!found.n)
		sign_cite_file(sign);
	if (unanswered) {
		words_join(&sign->text, ", ");
		buffer_printf(&sign->text, "%zu unanswered since ", unanswered);
		date_put(&sign->text, found.items[0].date);
	}
	return true;
}

/* ---- give and take ---- */

static void put_balance(struct buffer *text, const struct give_and_take *sums)
{
	double all = sums->given + sums->received;
	bool we = sums->given > sums->received;
	int more = card_percent((we ? sums->given : sums->received) / all);

	buffer_printf(text, "%s, %d %% to %d %% over ",
		we ? "we give and they take" : "they give and we take", more, 100 - more);
	words_put_count(text, (size_t)sums->n, "exchange", "exchanges");
}

/* What the giving side gave first. */
static void cite_exchanges(
	struct sign_case *sign, const struct measurement *taken, enum direction giving)
{
	struct findings found = {0};

	for (size_t i = 0; i < taken->n_used; i++) {
		const struct used_record *used = &taken->used[i];
		const struct exchange *exchange = (const struct exchange *)used->head;

		findings_add(sign, &found,
			(struct finding){.record = used->record,
				.head = used->head,
				.date = exchange->date.date,
				.rank = exchange->direction.value != (int)giving});
	}
	findings_cite(sign, &found);
}

bool sign_one_way_street(struct sign_case *sign)
{
	const struct question question = {.view = sign->view, .arena = sign->arena};
	struct measurement taken;
	struct give_and_take sums;
	double balance;

	/* Who takes and does not give shows it from the first year on, too young as that is. */
	measure_take_anyway(measure_find("reciprocity"), &question, &taken);
	if (taken.status != MEASURE_MEASURED)
		return false;
	sums = exchanges_balance(sign->view);
	/* 1 − |given − received|/(given + received) */
	balance = 2 * fmin(sums.given, sums.received) / (sums.given + sums.received);
	if (balance >= sign->rule->below.value)
		return false;
	cite_exchanges(
		sign, &taken, sums.given > sums.received ? DIRECTION_GIVEN : DIRECTION_RECEIVED);
	put_balance(&sign->text, &sums);
	return true;
}

/* ---- meetings ---- */

static const struct touchpoint *last_touchpoint(const struct view *view)
{
	const struct touchpoint *last = NULL;

	EACH (struct touchpoint, touchpoint, view->partner->touchpoints)
		if (view_by(view, touchpoint->date) && view_counts(view, &touchpoint->head) &&
			(!last || touchpoint->date.date >= last->date.date))
			last = touchpoint;
	return last;
}

static void put_meetings(struct sign_case *sign, int32_t since, bool ever)
{
	const struct partner *partner = sign->view->partner;
	struct buffer *text = &sign->text;

	buffer_puts(text, ever ? "no contact since " : "no contact on record since ");
	date_put(text, since);
	buffer_puts(text, ", ");
	words_put_count(text, (size_t)(sign->view->as_of - since), "day", "days");
	if (HAS(partner->cadence)) {
		buffer_puts(text, " at a cadence of ");
		words_put_span(text, partner->cadence.duration);
	} else {
		buffer_puts(text, ", and no cadence agreed");
	}
}

bool sign_no_meetings(struct sign_case *sign)
{
	const struct view *view = sign->view;
	const struct partner *partner = view->partner;
	const struct touchpoint *last = last_touchpoint(view);
	int32_t since = last ? last->date.date : view_since(view);
	struct duration most = HAS(partner->cadence) ? partner->cadence.duration : usual_cadence;

	most.count *= SILENT_CADENCES;
	if (since == DATE_NONE || date_add(since, most, &view->calendar) >= view->as_of)
		return false;
	if (last)
		sign_cite(sign, &touchpoint_record, &last->head, since);
	else
		sign_cite_file(sign);
	put_meetings(sign, since, last != NULL);
	return true;
}
