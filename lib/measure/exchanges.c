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

struct give_and_take {
	double own, all;
	int64_t n;
	bool by_money;     /* every one has a value, and all are comparable */
	bool convert;      /* the values are of several currencies */
	bool lacks_rate;   /* one of which cannot be converted: that is why not by_money */
	uint16_t currency; /* of the first */
};

bool exchange_takes_part(const struct view *view, const struct exchange *exchange)
{
	return view_by(view, exchange->date) && HAS(exchange->direction) &&
		exchange->date.date > view_months_back(view, EXCHANGE_MONTHS) &&
		view_counts(view, &exchange->head);
}

static void survey(const struct view *view, struct give_and_take *sums)
{
	double total = 0, units;

	sums->by_money = true;
	EACH (struct exchange, exchange, view->partner->exchanges) {
		if (!exchange_takes_part(view, exchange))
			continue;
		sums->n++;
		if (!HAS(exchange->value)) {
			sums->by_money = false;
			continue;
		}
		if (!sums->currency)
			sums->currency = exchange->value.money.currency;
		sums->convert |= sums->currency != exchange->value.money.currency;
		total += (double)exchange->value.money.minor;
	}
	sums->by_money &= total > 0;
	EACH (struct exchange, exchange, view->partner->exchanges)
		if (sums->by_money && sums->convert && exchange_takes_part(view, exchange))
			sums->lacks_rate |= !money_convert(view, exchange->value.money, &units);
	sums->by_money &= !sums->lacks_rate;
}

bool exchanges_lack_rate(const struct view *view)
{
	struct give_and_take sums = {0};

	survey(view, &sums);
	return sums.n >= FEW_EXCHANGES && sums.lacks_rate;
}

static double amount(
	const struct view *view, const struct exchange *exchange, const struct give_and_take *sums)
{
	double units = 0;

	if (!sums->by_money)
		return HAS(exchange->count) ? exchange->count.value : 1;
	if (!sums->convert)
		return money_units(exchange->value.money);
	money_convert(view, exchange->value.money, &units);
	return units;
}

static bool may_have_none(const struct partner *partner)
{
	int kind = WORD_OR(partner->kind, KIND_VENDOR);

	return kind == KIND_VENDOR || kind == KIND_SERVICES || kind == KIND_SELF;
}

/* R16: how much of the traffic this side gave, up to half of it. */
void take_reciprocity(const struct question *question, struct measurement *result)
{
	const struct view *view = question->view;
	enum direction own = view->side == SIDE_PARTNER ? DIRECTION_RECEIVED : DIRECTION_GIVEN;
	struct give_and_take sums = {0};

	survey(view, &sums);
	result->n = sums.n;
	result->status =
		!sums.n && may_have_none(view->partner) ? MEASURE_NOT_APPLICABLE : MEASURE_NO_DATA;
	if (sums.n < FEW_EXCHANGES)
		return;
	use_room(question, result, view->partner->exchanges.list.n);
	EACH (struct exchange, exchange, view->partner->exchanges) {
		double units;
		bool is_own;

		if (!exchange_takes_part(view, exchange))
			continue;
		units = amount(view, exchange, &sums);
		is_own = exchange->direction.value == (int)own;
		sums.all += units;
		sums.own += is_own ? units : 0;
		use_record(question, result, &exchange_record, &exchange->head, units,
			exchange->direction.value == DIRECTION_GIVEN ? "given" : "received");
	}
	if (sums.all <= 0)
		return;
	result->status = MEASURE_MEASURED;
	result->value = fmin(1, 2 * sums.own / sums.all);
}
