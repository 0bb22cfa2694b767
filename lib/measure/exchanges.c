#include <math.h>
#include <string.h>

#include "take.h"

#define EXCHANGE_MONTHS 24
#define FEW_EXCHANGES 4

/* The last rate on or before D; 0 when there is none. */
static double last_rate(const struct view *view, uint16_t currency)
{
	const char *code = currency_code(currency);
	int32_t newest = DATE_NONE;
	double rate = 0;

	EACH (struct currency_rate, row, view->rules->rates) {
		bool dated = HAS(row->on);

		if (strcmp(row->currency.text, code) != 0 ||
			(dated && row->on.date > view->as_of) ||
			(dated ? row->on.date : DATE_NONE) < newest)
			continue;
		newest = dated ? row->on.date : DATE_NONE;
		rate = row->rate.value;
	}
	return rate;
}

bool money_convert(const struct view *view, struct money money, double *units)
{
	const struct text_field *to = &view->rules->currency;
	double rate;

	if (!HAS(*to))
		return false;
	rate = strcmp(currency_code(money.currency), to->text) != 0
		? last_rate(view, money.currency)
		: 1;
	*units = money_units(money) * rate;
	return rate > 0;
}

/* How what was exchanged can be added up. */
struct traffic {
	int32_t before; /* what was exchanged by then is too old */
	int64_t n;
	bool by_money;              /* every one has a value, and all are comparable */
	bool convert;               /* the values are of several currencies */
	bool lacks_rate;            /* one of which cannot be converted: that is why not by_money */
	uint16_t currency;          /* of the first */
	size_t n_without;           /* a value */
	const struct head *without; /* the last of these */
};

static bool takes_part(const struct view *view, const struct exchange *exchange, int32_t before)
{
	return view_by(view, exchange->date) && HAS(exchange->direction) &&
		exchange->date.date > before && view_counts(view, &exchange->head);
}

bool exchange_takes_part(const struct view *view, const struct exchange *exchange)
{
	return takes_part(view, exchange, view_months_back(view, EXCHANGE_MONTHS));
}

static void survey(const struct view *view, struct traffic *traffic)
{
	double total = 0, units;

	traffic->before = view_months_back(view, EXCHANGE_MONTHS);
	traffic->by_money = true;
	EACH (struct exchange, exchange, view->partner->exchanges) {
		if (!takes_part(view, exchange, traffic->before))
			continue;
		traffic->n++;
		if (!HAS(exchange->value)) {
			traffic->by_money = false;
			traffic->without = &exchange->head;
			traffic->n_without++;
			continue;
		}
		if (!traffic->currency)
			traffic->currency = exchange->value.money.currency;
		traffic->convert |= traffic->currency != exchange->value.money.currency;
		total += (double)exchange->value.money.minor;
	}
	traffic->by_money &= total > 0;
	EACH (struct exchange, exchange, view->partner->exchanges)
		if (traffic->by_money && traffic->convert &&
			takes_part(view, exchange, traffic->before))
			traffic->lacks_rate |= !money_convert(view, exchange->value.money, &units);
	traffic->by_money &= !traffic->lacks_rate;
}

bool exchanges_lack_rate(const struct view *view)
{
	struct traffic traffic = {0};

	survey(view, &traffic);
	return traffic.n >= FEW_EXCHANGES && traffic.lacks_rate;
}

static double amount(
	const struct view *view, const struct exchange *exchange, const struct traffic *traffic)
{
	double units = 0;

	if (!traffic->by_money)
		return HAS(exchange->count) ? exchange->count.value : 1;
	if (!traffic->convert)
		return money_units(exchange->value.money);
	money_convert(view, exchange->value.money, &units);
	return units;
}

static struct give_and_take add_up(const struct view *view, const struct traffic *traffic)
{
	struct give_and_take sums = {.n = traffic->n};

	EACH (struct exchange, exchange, view->partner->exchanges) {
		if (!takes_part(view, exchange, traffic->before))
			continue;
		if (exchange->direction.value == DIRECTION_GIVEN)
			sums.given += amount(view, exchange, traffic);
		else
			sums.received += amount(view, exchange, traffic);
	}
	return sums;
}

struct give_and_take exchanges_balance(const struct view *view)
{
	struct traffic traffic = {0};

	survey(view, &traffic);
	return add_up(view, &traffic);
}

static bool may_have_none(const struct partner *partner)
{
	int kind = WORD_OR(partner->kind, KIND_VENDOR);

	return kind == KIND_VENDOR || kind == KIND_SERVICES || kind == KIND_SELF;
}

static void list_exchanges(
	const struct question *question, const struct traffic *traffic, struct measurement *result)
{
	const struct view *view = question->view;

	use_room(question, result, view->partner->exchanges.list.n);
	EACH (struct exchange, exchange, view->partner->exchanges)
		if (takes_part(view, exchange, traffic->before))
			use_record(question, result, &exchange_record, &exchange->head,
				amount(view, exchange, traffic),
				exchange->direction.value == DIRECTION_GIVEN ? "given"
									     : "received");
}

/* R16: how much of the traffic this side gave, up to half of it. */
void take_reciprocity(const struct question *question, struct measurement *result)
{
	const struct view *view = question->view;
	struct traffic traffic = {0};
	struct give_and_take sums;
	double own;

	survey(view, &traffic);
	result->n = traffic.n;
	result->status = !traffic.n && may_have_none(view->partner) ? MEASURE_NOT_APPLICABLE
								    : MEASURE_NO_DATA;
	if (traffic.n < FEW_EXCHANGES)
		return;
	sums = add_up(view, &traffic);
	if (sums.given + sums.received <= 0)
		return;
	own = view->side == SIDE_PARTNER ? sums.received : sums.given;
	result->status = MEASURE_MEASURED;
	result->weight = sums.given + sums.received;
	result->mean = 2 * own / result->weight;
	result->value = fmin(1, result->mean);
	result->ordered = traffic.convert || traffic.lacks_rate;
	result->pivot = traffic.n_without == 1 ? traffic.without : NULL;
	if (question->arena)
		list_exchanges(question, &traffic, result);
}

static bool is_own(const struct view *view, const struct head *head)
{
	const struct exchange *exchange = (const struct exchange *)(const void *)head;

	return (exchange->direction.value == DIRECTION_GIVEN) == (view->side != SIDE_PARTNER);
}

/* What is most of the whole is taken again, as little else than rounding errors would be left. */
bool spare_exchange(const struct view *view, const struct head *head,
	const struct used_record *used, struct measurement *taken)
{
	double own;

	if (!used || taken->ordered || head == taken->pivot || taken->n <= FEW_EXCHANGES ||
		!(used->value <= taken->weight / 2))
		return false;
	own = taken->mean * taken->weight / 2 - (is_own(view, head) ? used->value : 0);
	taken->n--;
	taken->weight -= used->value;
	taken->mean = 2 * own / taken->weight;
	taken->value = fmin(1, fmax(0, taken->mean));
	return true;
}
