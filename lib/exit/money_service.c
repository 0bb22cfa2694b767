/* What service costs until it has moved: the partner's, and two at a time (E3). */
#include "money.h"

static const char no_last_day[] = "the last day of the contract is not known";
static const char no_cutover[] = "the end of the cutover is not known";
static const char stressed[] = "the partner does not help";

static void from_value(const struct money_book *book, struct plan_money *line)
{
	const struct contract *contract = book->leaving->contract;

	money_from(book, line, "contract.value", &contract->head, &contract->value.leaf);
}

/* For no days nothing need be known. */
static bool is_idle(const struct leaving *leaving, int32_t after, int32_t until)
{
	return until <= after && !charge_currency(leaving);
}

static void put_due(struct money_book *book, struct plan_money line, int32_t after, int32_t until)
{
	struct exact due;

	if (is_idle(book->leaving, after, until)) {
		money_put_absent(book, line, "no charge on no days");
	} else if (!charge_due(book->leaving, after, until, &due)) {
		money_put_missing(book, line, charge_lacks(book->leaving));
	} else {
		basis_due(&book->basis, book->leaving, after, until);
		if (book->leaving->contract->prepaid.list.n && !due.whole && !due.numerator)
			buffer_puts(&book->basis, ", at least 0");
		money_put_exact(book, line, &due, money_mixed);
	}
}

void money_put_transition(struct money_book *book)
{
	const struct leaving *leaving = book->leaving;
	struct plan_money line =
		money_line(book, "transition-service", MONEY_OUT, leaving->service_end);

	from_value(book, &line);
	if (leaving->last_day == DATE_NONE)
		money_put_missing(book, line, no_last_day);
	else
		put_due(book, line, leaving->last_day, leaving->service_end);
}

/* If they extend the contract for the days that are lacking. */
void money_put_bridge(struct money_book *book)
{
	const struct leaving *leaving = book->leaving;
	struct plan_money line = money_line(book, "bridge", MONEY_OUT, leaving->cutover);
	int32_t after = leaving->transition_end, until;
	struct exact rate;

	from_value(book, &line);
	if (leaving->mode == PLAN_STRESSED) {
		money_put_absent(book, line, stressed);
		return;
	}
	if (leaving->shortfall == DATE_NONE || after == DATE_NONE) {
		money_put_missing(book, line, no_cutover);
		return;
	}
	until = date_clamp((int64_t)after + leaving->shortfall);
	if (is_idle(leaving, after, until)) {
		money_put_absent(book, line, "no charge on no days");
	} else if (!charge_rate(leaving, after, until, &rate)) {
		money_put_missing(book, line, charge_lacks(leaving));
	} else {
		basis_rate(&book->basis, leaving, after, until);
		money_put_exact(book, line, &rate, money_mixed);
	}
}

/* ---- help with the change ---- */

static void put_days(struct money_book *book, struct plan_money line, int64_t days)
{
	const struct transition *transition = &book->leaving->contract->transition;
	int64_t included = transition->included_days.value;
	int64_t extra = days > included ? days - included : 0;
	struct exact sum = {0};

	buffer_printf(&book->basis, "(%lld − %lld) business days × ", (long long)days,
		(long long)included);
	money_put(&book->basis, transition->day_rate.money);
	if (!extra)
		buffer_puts(&book->basis, ", at least 0");
	exact_add(&sum, transition->day_rate.money, extra, 1);
	money_put_exact(book, line, &sum, money_mixed);
}

void money_put_assistance(struct money_book *book)
{
	const struct leaving *leaving = book->leaving;
	const struct transition *transition = &leaving->contract->transition;
	const struct step *transfer = schedule_find(&leaving->schedule, "knowledge-transfer");
	struct plan_money line = money_line(
		book, "transition-assistance", MONEY_OUT, transfer ? transfer->end : DATE_NONE);

	money_from(book, &line, "contract.transition.day_rate", &transition->head,
		&transition->day_rate.leaf);
	if (leaving->mode == PLAN_STRESSED)
		money_put_absent(book, line, stressed);
	else if (!leaving->schedule.sound)
		money_put_missing(book, line, "the days of knowledge-transfer are not known");
	else if (!transfer)
		money_put_absent(book, line, "knowledge-transfer is dropped");
	else if (transfer->done != DATE_NONE)
		money_put_absent(book, line, "knowledge-transfer is done");
	else if (!HAS(transition->day_rate))
		money_put_missing(book, line, "contract.transition.day_rate is not given");
	else if (!HAS(transition->included_days))
		money_put_missing(book, line, "contract.transition.included_days is not given");
	else
		put_days(book, line,
			calendar_count(&leaving->view->calendar, transfer->start, transfer->end));
}

/* ---- two at a time ---- */

/* Days before D are past, also when the migration has begun earlier. */
static int64_t parallel_days(const struct leaving *leaving, const struct step *migration)
{
	int32_t from =
		migration->start > leaving->view->as_of ? migration->start : leaving->view->as_of;

	return leaving->cutover < from ? 0 : (int64_t)leaving->cutover - from + 1;
}

void money_put_parallel(struct money_book *book)
{
	const struct leaving *leaving = book->leaving;
	const struct money_field *overlap = &leaving->exit->monthly_overlap;
	const struct step *migration = schedule_find(&leaving->schedule, "migration");
	struct plan_money line = money_line(book, "parallel-running", MONEY_OUT, leaving->cutover);
	struct charge_piece piece = {overlap->money, 0, 12, CHARGE_YEAR};
	struct exact sum = {0};

	money_from(book, &line, "exit.monthly_overlap", &leaving->exit->head, &overlap->leaf);
	if (!HAS(*overlap)) {
		money_put_missing(book, line, "exit.monthly_overlap is not given");
	} else if (!migration || leaving->cutover == DATE_NONE) {
		money_put_missing(
			book, line, migration ? no_cutover : "the start of migration is not known");
	} else {
		piece.days = parallel_days(leaving, migration);
		basis_piece(&book->basis, &piece);
		exact_add(&sum, piece.amount, piece.days * piece.times, piece.divisor);
		money_put_exact(book, line, &sum, money_mixed);
	}
}

/* ---- staying instead ---- */

void money_put_ride_out(struct money_book *book)
{
	const struct leaving *leaving = book->leaving;
	struct plan_money line = money_line(book, "ride-out", MONEY_INFO, DATE_NONE);

	from_value(book, &line);
	if (leaving->natural_end == DATE_NONE)
		money_put_missing(book, line, "the end of the term is not known");
	else
		put_due(book, line, leaving->view->as_of, leaving->natural_end);
}
