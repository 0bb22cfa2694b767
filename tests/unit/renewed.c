#include "renewed.h"

#include "measured.h"

struct scorecard *renewed_card(struct filed *filed, const char *id, const struct terms *terms)
{
	struct scorecard *card = filed_card(filed, id, 60);
	struct card_facts *facts = filed_facts(filed, card);
	struct card_contract *contract = ARENA_NEW(&filed->arena, struct card_contract);

	*contract = (struct card_contract){
		.start = DATE_NONE,
		.end = day_or_none(terms->end),
		.send_by = day_or_none(terms->send_by),
	};
	card->contract = contract;
	facts->renewal = terms->renewal;
	facts->notice_earliest = day_or_none(terms->opens);
	facts->send_by = day_or_none(terms->send_by);
	facts->next_term_end = day_or_none(terms->next);
	facts->missed = terms->missed;
	facts->cost_of_missing = filed_money(terms->missing);
	facts->spend = filed_money(terms->spend);
	return card;
}
