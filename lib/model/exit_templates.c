/* The tasks that every exit has. */
#include "partner/exit_templates.h"

#include <string.h>

/* clang-format off */
#define DAYS(n) {(n), DURATION_DAYS}
#define ALL(n, unit) {{(n), (unit)}, {(n), (unit)}, {(n), (unit)}, {(n), (unit)}}

/* Durations by kind: vendor, services, channel, technology. They are defaults of our own. */
static const struct exit_template templates[] = {
	{.id = "conversation", .title = "Define-the-relationship conversation", .business_start = true, .side = SIDE_US,
	 .takes = {DAYS(10), DAYS(15), DAYS(15), DAYS(15)}},
	{.id = "gate", .title = "Decide: recover or leave", .business_start = true, .side = SIDE_US,
	 .takes = ALL(5, DURATION_DAYS),
	 .after = {"conversation"}},
	{.id = "baseline", .title = "Freeze scope, data and access inventory", .side = SIDE_US,
	 .takes = ALL(5, DURATION_DAYS),
	 .after = {"gate"}},
	{.id = "announce-us", .title = "Tell our own teams", .side = SIDE_US,
	 .takes = ALL(1, DURATION_DAYS),
	 .after = {"gate"}},
	{.id = "notice-sent", .title = "Tell the partner, serve notice", .business_start = true, .side = SIDE_US,
	 .takes = ALL(1, DURATION_DAYS),
	 .after = {"announce-us"}},
	{.id = "notice-acknowledged", .title = "Notice acknowledged", .assisted = true, .side = SIDE_PARTNER,
	 .takes = ALL(10, DURATION_DAYS),
	 .after = {"notice-sent"}},
	{.id = "joint-plan", .title = "Agree a joint exit plan", .assisted = true, .side = SIDE_PARTNER,
	 .takes = ALL(20, DURATION_BUSINESS_DAYS),
	 .after = {"notice-acknowledged"}},
	{.id = "alternative-ready", .title = "Alternative contracted and ready", .side = SIDE_US,
	 .takes = {DAYS(45), DAYS(90), DAYS(30), DAYS(90)},
	 .after = {"gate"}},
	{.id = "trial-export", .title = "Trial export, inventory complete", .side = SIDE_US,
	 .takes = {DAYS(10), DAYS(15), DAYS(10), DAYS(15)},
	 .after = {"baseline", "alternative-ready"}},
	{.id = "knowledge-transfer", .title = "Knowledge transfer", .assisted = true, .side = SIDE_PARTNER,
	 .takes = {DAYS(10), DAYS(60), DAYS(15), DAYS(30)},
	 .after = {"joint-plan"},
	 .also_kind = "services", .also_after = "name-successors"},
	{.id = "announce-customers", .title = "Tell customers", .side = SIDE_US,
	 .takes = ALL(1, DURATION_DAYS),
	 .after = {"notice-sent"}},
	{.id = "announce-public", .title = "Tell everybody else", .side = SIDE_US,
	 .takes = ALL(1, DURATION_DAYS),
	 .after = {"announce-customers"}},
	{.id = "migration", .title = "Migration in waves", .side = SIDE_US,
	 .takes = {DAYS(30), DAYS(45), DAYS(90), DAYS(90)},
	 .after = {"trial-export", "announce-customers"}},
	{.id = "parallel-run", .title = "Parallel run", .side = SIDE_US,
	 .takes = {DAYS(14), DAYS(30), DAYS(0), DAYS(30)},
	 .after = {"migration"}},
	{.id = "go-no-go", .title = "Go or no-go", .side = SIDE_US,
	 .takes = ALL(1, DURATION_DAYS),
	 .after = {"parallel-run", "knowledge-transfer"}},
	{.id = "cutover", .title = "Cutover", .side = SIDE_US,
	 .takes = ALL(1, DURATION_DAYS),
	 .after = {"go-no-go"}},
	{.id = "rollback-window", .title = "Rollback window", .side = SIDE_US,
	 .takes = {DAYS(14), DAYS(14), DAYS(0), DAYS(30)},
	 .after = {"cutover"}},
	{.id = "revoke-access", .title = "End the partner's access to us", .side = SIDE_US,
	 .takes = ALL(1, DURATION_DAYS),
	 .after = {"rollback-window"}},
	{.id = "final-export", .title = "Final export verified", .side = SIDE_US,
	 .takes = ALL(5, DURATION_DAYS),
	 .after = {"cutover"}},
	{.id = "deletion", .title = "Data deleted at the partner", .side = SIDE_PARTNER,
	 .takes = ALL(20, DURATION_DAYS),
	 .after = {"parallel-run", "final-export", "rollback-window"}},
	{.id = "certificate", .title = "Deletion certified", .side = SIDE_PARTNER,
	 .takes = ALL(10, DURATION_DAYS),
	 .after = {"deletion"}},
	{.id = "final-account", .title = "Final account: refund, credits, fees", .side = SIDE_US,
	 .takes = {DAYS(45), DAYS(60), DAYS(90), DAYS(45)},
	 .after = {"certificate"},
	 .also_kind = "channel", .also_after = "honour-open-deals"},
	{.id = "closure", .title = "Close the contract and our access to them", .side = SIDE_US,
	 .takes = ALL(5, DURATION_DAYS),
	 .after = {"final-account", "revoke-access"}},
	{.id = "lessons", .title = "Lessons learnt", .side = SIDE_US,
	 .takes = ALL(5, DURATION_DAYS),
	 .after = {"closure"}},
	{.id = "reentry-review", .title = "Are they ready? Are we?", .side = SIDE_US,
	 .takes = ALL(0, DURATION_DAYS),
	 .after = {"lessons"}},
	{.id = "close-deal-registration", .title = "No new deal registrations", .kind = "channel", .side = SIDE_US,
	 .takes = ALL(1, DURATION_DAYS),
	 .after = {"notice-sent"}},
	{.id = "honour-open-deals", .title = "Honour open deals", .kind = "channel", .side = SIDE_US,
	 .takes = ALL(30, DURATION_DAYS),
	 .after = {"close-deal-registration"}},
	{.id = "move-support", .title = "Move support contacts and delegated administration", .kind = "channel", .side = SIDE_US,
	 .takes = ALL(10, DURATION_DAYS),
	 .after = {"notice-sent"}},
	{.id = "stop-brand-use", .title = "Stop use of marks", .kind = "channel", .side = SIDE_PARTNER,
	 .takes = ALL(5, DURATION_DAYS),
	 .after = {"cutover"}},
	{.id = "name-successors", .title = "A named successor for each person", .kind = "services", .side = SIDE_US,
	 .takes = ALL(10, DURATION_DAYS),
	 .after = {"gate"}},
};
/* clang-format on */

const struct exit_template *exit_templates(size_t *n)
{
	*n = COUNT_OF(templates);
	return templates;
}

bool exit_template_is_for(const struct exit_template *template, int kind)
{
	return !template->kind || strcmp(partner_kind_words[kind], template->kind) == 0;
}
