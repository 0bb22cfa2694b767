/**
 * Writes partner files to measure with: generate DIR COUNT [SEED]
 *
 * DIR/000/p000000.yaml and so on, a thousand to a folder, about 6 KB each, and
 * DIR/people.yaml. File i depends on SEED and i alone: the same bytes on every machine,
 * whatever COUNT is. The files are valid and give partner-check nothing to say.
 */
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "records.h"

/** First quarter that a contract may start in: the third of 2023. */
#define FIRST_QUARTER ((2023 - 1970) * 4 + 2)

#define MAX_ROOT 4000

enum presence {
	OF_PARTNERS = 1, /* not in a file of kind self */
	OF_SELF = 2,
	OF_BOTH = OF_PARTNERS | OF_SELF,
};

/** A list of the file: low to high items; percent of the files have it, or all complete ones. */
struct section {
	const char *key;
	void (*write)(struct gen *, unsigned i);
	enum presence presence;
	bool flow;
	unsigned percent;
	bool demanded; /* of a complete partner */
	unsigned low, high;
};

/** In the order of the file: what is referred to stands before what refers to it. */
static const struct section SECTIONS[] = {
	{"people", write_person, OF_BOTH, true, 100, true, 3, 5},
	{"goals", write_goal, OF_BOTH, false, 100, true, 2, 3},
	{"milestones", write_milestone, OF_BOTH, false, 100, true, 2, 4},
	{"incidents", write_incident, OF_BOTH, false, 55, false, 1, 3},
	{"touchpoints", write_touchpoint, OF_BOTH, true, 100, true, 3, 8},
	{"exchanges", write_exchange, OF_PARTNERS, true, 40, false, 3, 6},
	{"costs", write_cost, OF_PARTNERS, true, 40, true, 3, 5},
	{"feedback", write_feedback, OF_BOTH, true, 60, false, 1, 3},
	{"conversations", write_conversation, OF_BOTH, true, 30, false, 1, 2},
	{"ratings", write_rating, OF_BOTH, false, 100, true, 2, 4},
	{"metrics", write_metric, OF_BOTH, false, 20, false, 1, 2},
	{"disputes", write_dispute, OF_PARTNERS, false, 8, false, 1, 1},
	{"exceptions", write_exception, OF_PARTNERS, true, 8, false, 1, 1},
	{"documents", write_document, OF_PARTNERS, true, 20, true, 2, 3},
	{"invoices", write_invoice, OF_PARTNERS, true, 20, false, 2, 5},
	{"relies_on", write_supplier, OF_PARTNERS, true, 20, false, 1, 2},
};

static void write_section(struct gen *g, const struct section *section)
{
	unsigned n = between(g, section->low, section->high);

	g->items = n;
	g->flow = section->flow;
	fprintf(g->out, "%s:\n", section->key);
	for (unsigned i = 0; i < n; i++) {
		item_begin(g);
		section->write(g, i);
		item_end(g);
	}
}

static void write_sections(struct gen *g)
{
	enum presence presence = strcmp(g->kind, "self") == 0 ? OF_SELF : OF_PARTNERS;

	for (unsigned i = 0; i < LENGTH(SECTIONS); i++) {
		bool drawn = chance(g, SECTIONS[i].percent);

		if (!(SECTIONS[i].presence & presence))
			continue;
		if (drawn || (g->complete && SECTIONS[i].demanded))
			write_section(g, &SECTIONS[i]);
	}
}

static void write_service_levels(struct gen *g)
{
	fputs("  service_levels:\n", g->out);
	for (unsigned i = 0; i < LENGTH(LEVELS); i++)
		fprintf(g->out, "    - {severity: %u, acknowledge: %s, resolve: %s}\n", i + 1,
			LEVELS[i].acknowledge, LEVELS[i].resolve);
	fputs("  credits: {rate: 5%, cap: 20%}\n", g->out);
}

/** The term: years from the start; a manual one is long enough to be running still. */
static void write_term(struct gen *g)
{
	unsigned draw = below(g, 10);
	const char *renewal = draw < 7 ? "auto" : draw < 9 ? "manual" : "evergreen";
	unsigned years = draw < 7 ? between(g, 1, 4) : 5;

	fprintf(g->out, "  start: %s\n", date_text(g->start).s);
	if (draw < 9)
		fprintf(g->out, "  end: %s\n",
			date_text(quarter_day(g->start_quarter + 4 * years) - 1).s);
	fprintf(g->out, "  renewal: %s\n", renewal);
	if (draw < 7)
		fputs("  renewal_term: 12mo\n", g->out);
	if (draw < 7 && years == 4)
		fprintf(g->out, "  earlier_ends: [%s]\n",
			date_text(quarter_day(g->start_quarter + 4) - 1).s);
}

static void write_prices(struct gen *g)
{
	unsigned value = between(g, 20, 900) * 1000;
	unsigned commitment = between(g, 10, 50) * 1000;
	long paid_to = quarter_day(g->start_quarter + 4) - 1;

	fprintf(g->out, "  value: %s\n  per: year\n", money_text(g, value).s);
	fprintf(g->out, "  prepaid:\n    - {from: %s, to: %s, amount: %s}\n", date_text(g->start).s,
		date_text(paid_to).s, money_text(g, value).s);
	fprintf(g->out, "  commitment: %s\n", money_text(g, commitment).s);
	fprintf(g->out, "  spent: %s\n", money_text(g, commitment / 10 * below(g, 10)).s);
}

static void write_contract(struct gen *g)
{
	fputs("contract:\n", g->out);
	write_term(g);
	fprintf(g->out,
		"  notice: {period: 3mo, opens: 180d, method: registered letter, delivery: %ubd}\n",
		between(g, 1, 5));
	write_prices(g);
	fprintf(g->out, "  termination: {convenience: %s, refund: 80%%, fee: %s}\n",
		g->index % 2 ? "true" : "false", money_text(g, between(g, 1, 20) * 500).s);
	fprintf(g->out, "  transition: {period: 90d, included_days: 10, day_rate: %s}\n",
		money_text(g, between(g, 6, 15) * 100).s);
	fputs("  retrieval: 60d\n", g->out);
	if (strcmp(g->kind, "channel") != 0)
		write_service_levels(g);
	fprintf(g->out, "  signed: [%s, %s]\n", OUR_PEOPLE[SPONSOR].name,
		name_of(their_id(g, 0)).s);
}

static void write_plan(struct gen *g)
{
	long agreed = g->start + between(g, 5, 60);

	fprintf(g->out, "plan:\n  agreed: %s\n  review_every: 6mo\n", date_text(agreed).s);
	fprintf(g->out, "  reviewed: [%s, %s]\n", date_text((agreed + g->last) / 2).s,
		date_text(g->last - between(g, 1, 60)).s);
	fprintf(g->out, "  link: https://wiki.example.com/p%06u/plan\n", g->index);
}

static void write_alternatives(struct gen *g)
{
	static const char *const EASE[] = {"easy", "difficult", "highly-complex"};

	fputs("  alternatives:\n", g->out);
	fprintf(g->out, "    - name: %s %s\n", NAME_HEADS[(g->index + 5) % LENGTH(NAME_HEADS)],
		NAME_BODIES[(g->index + 7) % LENGTH(NAME_BODIES)]);
	fputs("      kind: replacement\n", g->out);
	fprintf(g->out, "      substitutability: %s\n", PICK(g, EASE));
	fprintf(g->out, "      lead: %ud\n", between(g, 30, 120));
	fprintf(g->out, "      tested: %s\n", date_text(g->last - between(g, 20, 200)).s);
	fprintf(g->out, "      cost: %s\n", money_text(g, between(g, 5, 90) * 1000).s);
}

static void write_exit(struct gen *g)
{
	const char *owner = our_person(g, 1)->id;

	fputs("exit:\n  functions:\n", g->out);
	fputs("    - {id: orders, title: Take orders, critical: true, rto: 4h, rpo: 1h}\n", g->out);
	write_alternatives(g);
	fprintf(g->out, "  data:\n    - {id: records, title: Customer records, format: CSV, ");
	fprintf(g->out, "location: %s, ", PICK(g, LOCATIONS));
	fprintf(g->out, "owner: %s, volume_gb: %u}\n", owner, between(g, 1, 900));
	fprintf(g->out, "  access:\n    - {id: sso, holder: partner, kind: integration, ");
	fprintf(g->out, "owner: %s}\n", owner);
	fprintf(g->out, "  knowledge:\n    - {topic: Nightly import, holder: %s, successor: %s}\n",
		their_id(g, 1).s, owner);
	fprintf(g->out,
		"  tasks:\n    - {id: inform-auditor, title: Tell the auditor, "
		"after: [gate], takes: 3d, owner: %s}\n",
		owner);
	fputs("  reentry: {conditions: [Two quarters without delay], review: 180d}\n", g->out);
	fprintf(g->out, "  approved: %s\n", date_text(g->last - between(g, 10, 200)).s);
}

static void write_head(struct gen *g, bool ended)
{
	fprintf(g->out, "partner: p%06u\nname: ", g->index);
	fprintf(g->out, "%s ", PICK(g, NAME_HEADS));
	fprintf(g->out, "%s ", PICK(g, NAME_BODIES));
	fprintf(g->out, "%s\n", PICK(g, NAME_TAILS));
	fprintf(g->out, "kind: %s\ntier: %s\n", g->kind, g->tier);
	fprintf(g->out, "criticality: %s\n", PICK(g, CRITICALITIES));
	fprintf(g->out, "since: %s\n", date_text(g->start).s);
	if (ended)
		fprintf(g->out, "ended: %s\n", date_text(g->last).s);
	fprintf(g->out, "owner: %s\n", our_person(g, 0)->id);
	fprintf(g->out, "problem: %s\n", PICK(g, PROBLEMS));
	fprintf(g->out, "tags: [%s, ", TAGS[g->index % 5]);
	fprintf(g->out, "%s]\n", TAGS[between(g, 5, LENGTH(TAGS) - 1)]);
	fprintf(g->out, "cadence: %s\n", PICK(g, CADENCES));
}

/** Draws what the whole file hangs on. One file in a hundred is our own. */
static bool draw_partner(struct gen *g)
{
	bool self = g->index % 100 == 99;
	unsigned quarters = below(g, 10);
	bool ended = chance(g, 5) && quarters < 4 && !self;

	g->kind = self ? "self" : PICK(g, KINDS);
	g->tier = PICK(g, TIERS);
	g->currency = PICK(g, CURRENCIES);
	g->quality = between(g, 35, 98);
	g->complete = strcmp(g->tier, "strategic") == 0 || strcmp(g->tier, "preferred") == 0;
	g->start_quarter = FIRST_QUARTER + quarters;
	g->start = quarter_day(g->start_quarter);
	g->last = ended ? TODAY - between(g, 10, 300) : TODAY;
	return ended;
}

static void write_partner(struct gen *g)
{
	bool ended = draw_partner(g);

	write_head(g, ended);
	if (strcmp(g->kind, "self") != 0) {
		write_contract(g);
		if (g->complete || chance(g, 25))
			write_exit(g);
	}
	if (g->complete || chance(g, 50))
		write_plan(g);
	write_sections(g);
}

static void write_people(FILE *out)
{
	fputs("people:\n", out);
	for (unsigned i = 0; i < LENGTH(OUR_PEOPLE); i++)
		fprintf(out, "  - {id: %s, name: %s, role: %s, email: %s@us.example}\n",
			OUR_PEOPLE[i].id, OUR_PEOPLE[i].name, OUR_PEOPLE[i].role, OUR_PEOPLE[i].id);
}

_Noreturn static void fail(const char *path)
{
	fprintf(stderr, "generate: cannot write '%s': %s\n", path, strerror(errno));
	exit(2);
}

static FILE *open_output(const char *path)
{
	FILE *out = fopen(path, "w");

	if (!out)
		fail(path);
	return out;
}

static void close_output(FILE *out, const char *path)
{
	int faulty = ferror(out);

	if (fclose(out) != 0 || faulty)
		fail(path);
}

static void make_folder(const char *path)
{
	if (mkdir(path, 0777) != 0 && errno != EEXIST)
		fail(path);
}

static void generate_file(const char *path, unsigned index, uint64_t seed)
{
	struct gen g = {.index = index, .state = seed};

	/* far apart in the sequence, so that neighbours have nothing in common */
	g.state = random_next(&g) ^ index;
	g.state = random_next(&g);
	g.out = open_output(path);
	write_partner(&g);
	close_output(g.out, path);
}

static void generate_people(const char *path)
{
	FILE *out = open_output(path);

	write_people(out);
	close_output(out, path);
}

/** root is shorter than MAX_ROOT. */
static void generate(const char *root, unsigned count, uint64_t seed)
{
	char path[MAX_ROOT + 64];

	make_folder(root);
	snprintf(path, sizeof(path), "%s/people.yaml", root);
	generate_people(path);
	for (unsigned i = 0; i < count; i++) {
		if (i % 1000 == 0) {
			snprintf(path, sizeof(path), "%s/%03u", root, i / 1000);
			make_folder(path);
		}
		snprintf(path, sizeof(path), "%s/%03u/p%06u.yaml", root, i / 1000, i);
		generate_file(path, i, seed);
	}
}

int main(int argc, char **argv)
{
	unsigned long count = argc > 2 ? strtoul(argv[2], NULL, 10) : 0;

	if (argc < 3 || argc > 4 || count < 1 || count > 1000000 || strlen(argv[1]) >= MAX_ROOT) {
		fputs("usage: generate DIR COUNT [SEED], COUNT from 1 to 1000000\n", stderr);
		return 2;
	}
	generate(argv[1], (unsigned)count, argc > 3 ? strtoull(argv[3], NULL, 10) : 1);
	return 0;
}
