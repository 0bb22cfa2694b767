#include "filed.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "measured.h"
#include "partner/write.h"

/* So many items a list may have. */
#define FILED_MOST 64

static const struct card_band bands[] = {{"A", 85}, {"B", 70}, {"C", 55}, {"D", 40}, {"F", 0}};

/* ---- the portfolio ---- */

void filed_open_at(struct filed *filed, const char *as_of, const char *since, int keep)
{
	const struct portfolio_options options = {
		.as_of = as_of ? day(as_of) : DATE_NONE,
		.since = since ? day(since) : DATE_NONE,
		.keep = keep,
	};

	*filed = (struct filed){0};
	portfolio_open(&filed->portfolio, &options);
}

void filed_open(struct filed *filed)
{
	filed_open_at(filed, NULL, NULL, KEEP_LINES);
}

void filed_done(struct filed *filed)
{
	portfolio_close(&filed->portfolio);
}

void filed_close(struct filed *filed)
{
	portfolio_free(&filed->portfolio);
	arena_free(&filed->arena);
}

/* ---- cards ---- */

struct card_policy *filed_policy(struct filed *filed, struct scorecard *card)
{
	struct card_policy *policy = (struct card_policy *)card->policy;

	if (policy)
		return policy;
	policy = ARENA_NEW(&filed->arena, struct card_policy);
	*policy = (struct card_policy){
		.id = "default",
		.digest = "d1",
		.exit_below = 40,
		.talk_below = 55,
		.bands = {bands, COUNT_OF(bands)},
	};
	card->policy = policy;
	return policy;
}

static const char *upper(struct arena *arena, const char *id)
{
	char *name = arena_copy(arena, id, strlen(id));

	for (char *c = name; *c; c++)
		if (*c >= 'a' && *c <= 'z')
			*c = (char)(*c - 'a' + 'A');
	return name;
}

static void put_score(struct scorecard *card, double score)
{
	card->score = score;
	card->low = score < 5 ? 0 : score - 5;
	card->high = score > 95 ? 100 : score + 5;
	card->floor = card->low;
	card->ceiling = card->high;
	card->graded = !isnan(score);
	card->grade = "-";
	for (size_t i = 0; card->graded && i < COUNT_OF(bands); i++) {
		if (score < bands[i].from)
			continue;
		card->grade = bands[i].grade;
		break;
	}
}

struct scorecard *filed_card(struct filed *filed, const char *id, double score)
{
	struct scorecard *card = ARENA_NEW(&filed->arena, struct scorecard);
	struct result_source *source = ARENA_NEW(&filed->arena, struct result_source);

	*source = (struct result_source){
		.path = arena_printf(&filed->arena, "partners/%s.yaml", id),
		.line = 1,
	};
	*card = (struct scorecard){
		.partner = id,
		.name = upper(&filed->arena, id),
		.kind = "vendor",
		.side = SIDE_PARTNER,
		.as_of = day("2026-06-30"),
		.ended = DATE_NONE,
		.source = source,
		.calibration = ARENA_NEW(&filed->arena, struct card_calibration),
		.coverage = 0.9,
		.tolerance = NAN,
		.standing = STANDING_KEEP,
		.reason = "nothing calls for a change",
		.phase = PHASE_STEADY,
		.slope = NAN,
	};
	put_score(card, score);
	filed_policy(filed, card);
	return card;
}

struct card_facts *filed_facts(struct filed *filed, struct scorecard *card)
{
	struct card_facts *facts = (struct card_facts *)card->facts;

	if (facts)
		return facts;
	facts = ARENA_NEW(&filed->arena, struct card_facts);
	*facts = (struct card_facts){
		.notice_earliest = DATE_NONE,
		.send_by = DATE_NONE,
		.days_left = NAN,
		.next_term_end = DATE_NONE,
		.alternative_tested = DATE_NONE,
		.praised = DATE_NONE,
	};
	card->facts = facts;
	return facts;
}

/* ---- lists ---- */

/* Room for one more at the end of a list, zeroed. Lists are made for the most at once, so that
 * what was appended before can still be changed. */
static void *append(struct arena *arena, struct array *list, size_t size)
{
	assert_true(list->n < FILED_MOST);
	if (!list->n)
		list->items = arena_array(arena, FILED_MOST, size);
	return (char *)list->items + list->n++ * size;
}

struct card_sign *filed_sign(
	struct filed *filed, struct scorecard *card, const char *id, enum sign_level level)
{
	struct card_sign *sign = append(&filed->arena, &card->signs, sizeof(*sign));

	*sign = (struct card_sign){
		.sign = id,
		.level = (int)level,
		.source = "W1",
		.text = arena_printf(&filed->arena, "text of %s", id),
		.advice = "look into it",
		.muted = DATE_NONE,
		.newest = DATE_NONE,
	};
	return sign;
}

struct card_criterion *filed_criterion(
	struct filed *filed, struct scorecard *card, const char *id, double score)
{
	struct card_criterion *criterion =
		append(&filed->arena, &card->criteria, sizeof(*criterion));

	*criterion = (struct card_criterion){
		.criterion = id,
		.weight = 0.25,
		.score = score,
		.low = score,
		.high = score,
		.coverage = isnan(score) ? 0 : 1,
	};
	return criterion;
}

struct card_measure *filed_measure(
	struct filed *filed, struct card_criterion *criterion, const char *id, double points)
{
	struct card_measure *measure =
		append(&filed->arena, &criterion->measures, sizeof(*measure));

	*measure = (struct card_measure){
		.measure = id,
		.status = isnan(points) ? MEASURE_NO_DATA : MEASURE_MEASURED,
		.unit = "share",
		.value = points / 100,
		.low = NAN,
		.high = NAN,
		.n = isnan(points) ? 0 : 12,
		.points = points,
		.points_low = points,
		.points_high = points,
		.weight = 1,
	};
	return measure;
}

struct card_record *filed_record(
	struct filed *filed, struct card_measure *measure, const char *ref, double effect)
{
	struct card_record *record = append(&filed->arena, &measure->records, sizeof(*record));

	*record = (struct card_record){
		.ref = ref,
		.path = "partners/records.yaml",
		.line = 7,
		.value = NAN,
		.effect = effect,
		.points = effect,
	};
	return record;
}

struct card_vote *filed_vote(
	struct filed *filed, struct scorecard *card, const char *criterion, const char *rater)
{
	struct card_vote *vote = append(&filed->arena, &card->panel, sizeof(*vote));

	*vote = (struct card_vote){
		.criterion = criterion,
		.rater = rater,
		.ref = arena_printf(&filed->arena, "rating:#%zu", card->panel.n),
		.path = card->source->path,
		.line = 7,
		.raw = 3,
		.adjusted = 3,
		.weight = 1,
	};
	return vote;
}

struct card_event *filed_event(
	struct filed *filed, struct card_facts *facts, enum card_event_kind kind, const char *date)
{
	struct card_event *event = append(&filed->arena, &facts->events, sizeof(*event));

	*event = (struct card_event){
		.kind = (int)kind,
		.date = day(date),
		.key = day(date),
		.path = "partners/records.yaml",
		.line = 7,
	};
	return event;
}

/* ---- lines ---- */

const char *filed_line(struct filed *filed, const struct scorecard *card)
{
	struct buffer line = {0};

	write_json_line(&line, &scorecard_record, card);
	return buffer_keep(&line, &filed->arena);
}

void filed_add(struct filed *filed, const struct scorecard *card)
{
	const char *line = filed_line(filed, card);
	struct read_fault fault = {0};

	if (!portfolio_add(&filed->portfolio, line, strlen(line), &fault))
		fail_msg("%s: %s", card->partner, fault.message);
}

void filed_add_score(struct filed *filed, const char *id, double score, const char *as_of)
{
	struct scorecard *card = filed_card(filed, id, score);

	if (as_of)
		card->as_of = day(as_of);
	filed_add(filed, card);
}

struct money filed_money(const char *text)
{
	struct money money = {0};
	const char *hint;

	if (text)
		assert_int_equal(money_parse(text, strlen(text), &money, &hint), SCALAR_OK);
	return money;
}

void filed_put_money(struct buffer *text, struct money money)
{
	buffer_putc(text, ' ');
	if (money.currency)
		money_put(text, money);
	else
		buffer_puts(text, "unknown");
}

/* ---- members ---- */

const struct member *filed_member(const struct filed *filed, const char *id)
{
	const struct members *all = &filed->portfolio.all;

	for (size_t i = 0; i < all->n; i++)
		if (all->items[i]->side == SIDE_PARTNER && strcmp(all->items[i]->partner, id) == 0)
			return all->items[i];
	fail_msg("no member %s", id);
	return NULL;
}

const char *filed_ids(struct filed *filed, const struct members *members)
{
	struct buffer ids = {0};

	for (size_t i = 0; i < members->n; i++) {
		if (i)
			buffer_putc(&ids, ' ');
		buffer_puts(&ids, members->items[i]->partner);
	}
	return buffer_keep(&ids, &filed->arena);
}
