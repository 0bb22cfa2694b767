/**
 * Word tables of the generator of partner files. A word that stands twice in a table
 * comes up twice as often. Nothing here needs quoting in YAML, not even in a flow map.
 */
#ifndef TESTS_BENCH_WORDS_H
#define TESTS_BENCH_WORDS_H

struct person {
	const char *id;
	const char *name;
	const char *role;
};

/** Our own people, as people.yaml lists them: neighbours never share a role. */
static const struct person OUR_PEOPLE[] = {
	{"dana", "Dana Okafor", "procurement"},
	{"ravi", "Ravi Menon", "engineering"},
	{"ines", "Ines Duarte", "operations"},
	{"tomas", "Tomas Hruska", "finance"},
	{"greta", "Greta Lindqvist", "executive"},
	{"amir", "Amir Haddad", "sales"},
	{"joan", "Joan Whitfield", "marketing"},
	{"kofi", "Kofi Asante", "support"},
	{"lucia", "Lucia Ferri", "legal"},
	{"peter", "Peter Novak", "procurement"},
	{"mei", "Mei Tanaka", "engineering"},
	{"oscar", "Oscar Nyberg", "operations"},
	{"farah", "Farah Aziz", "finance"},
	{"simon", "Simon Kessler", "executive"},
	{"olga", "Olga Petrova", "sales"},
	{"hugo", "Hugo Marchand", "support"},
};

/** The only one of them who signs for a partnership: see write_person. */
#define SPONSOR 4

/* Partners' people: the id is FIRST-LAST, so equal ids always mean equal names. */
static const char *const FIRST_NAMES[] = {"alice", "bruno", "carla", "david", "elena", "felix",
	"gina", "henry", "irene", "jonas", "karen", "louis", "maria", "nils", "paula", "quentin",
	"rosa", "stefan", "tara", "ulrich", "vera", "walter", "xenia", "yusuf", "zoe"};
static const char *const LAST_NAMES[] = {"abbott", "brandt", "costa", "dupont", "engel", "fischer",
	"garcia", "hansen", "ivanov", "jensen", "keller", "lopez", "moreau", "nolan", "olsen",
	"peters", "rossi", "santos", "turner", "vogel", "weber", "young", "zeller"};
static const char *const ROLES[] = {
	"executive", "operations", "engineering", "sales", "support", "customer-success", "legal"};

static const char *const KINDS[] = {
	"vendor", "vendor", "vendor", "services", "services", "channel", "technology"};
static const char *const TIERS[] = {
	"strategic", "preferred", "preferred", "approved", "approved", "approved", "trial"};
static const char *const CRITICALITIES[] = {
	"critical", "important", "important", "routine", "routine"};
static const char *const CURRENCIES[] = {"USD", "USD", "USD", "EUR", "EUR", "GBP", "JPY"};
static const char *const CADENCES[] = {"2w", "1mo", "1mo", "6w", "3mo"};
static const char *const SIDES[] = {"us", "partner"};

static const char *const NAME_HEADS[] = {"Amber", "Blue", "Cedar", "Delta", "Eastern", "Falcon",
	"Granite", "Harbour", "Indigo", "Juniper", "Keystone", "Lakeside", "Meridian", "Northern",
	"Orchard", "Pioneer"};
static const char *const NAME_BODIES[] = {"Cloud", "Data", "Freight", "Network", "Payment", "Power",
	"Print", "Security", "Signal", "Storage", "Support", "Training"};
static const char *const NAME_TAILS[] = {"Partners", "Services", "Systems", "Works", "Group"};
static const char *const TAGS[] = {"cloud", "emea", "payments", "hardware", "logistics", "saas",
	"regulated", "apac", "licences", "consulting"};
static const char *const PROBLEMS[] = {
	"Our own data centre cannot grow with the orders of the winter season",
	"Customers in the south wait three days for a technician of ours",
	"Card payments fail in countries where we have no acquirer",
	"Nobody in the team may sign off the audit that our clients ask for",
	"Building the mobile client ourselves would take two years",
	"The small accounts get no visit because our sales force is too small"};

static const char *const GOAL_KINDS[] = {
	"outcome", "outcome", "revenue", "leads", "adoption", "quality", "training", "sales"};
static const char *const GOAL_TITLES[] = {"Fewer tickets that are opened again",
	"Orders shipped within one day", "Active users of the shared portal",
	"Revenue from joint customers", "Qualified leads from the spring campaign",
	"Engineers certified on the platform", "Share of invoices without a correction",
	"Stores connected to the new network"};
static const char *const UNITS[] = {"%", "orders", "users", "points", "tickets", "people"};

static const char *const MILESTONE_TITLES[] = {"Second region in production",
	"Single sign-on for the portal", "Export of all records as CSV",
	"Migration of the old accounts", "Report on the recovery test", "Interface version 2",
	"Handbook for the service desk", "Encrypted backups off site"};
static const char *const MILESTONE_KINDS[] = {"delivery", "delivery", "delivery", "roadmap"};

static const char *const INCIDENT_TITLES[] = {"Login refused for a third of the users",
	"Nightly import stopped half way", "Shipment to the wrong warehouse",
	"Slow answers of the search service", "Invoices sent twice",
	"Certificate expired on the gateway", "Backup could not be restored"};
static const char *const CAUSES[] = {
	"partner", "partner", "partner", "us", "both", "third-party", "unknown"};
static const char *const SEVERITIES[] = {"1", "2", "2", "3", "3", "3", "4"};

/** What the contracts promise for severity 1 to 4; the times in minutes. */
static const struct level {
	const char *acknowledge;
	const char *resolve;
	unsigned acknowledge_min;
	unsigned resolve_min;
} LEVELS[] = {
	{"30min", "4h", 30, 240},
	{"1h", "8h", 60, 480},
	{"4h", "3d", 240, 4320},
	{"1d", "10d", 1440, 14400},
};

static const char *const TOUCHPOINT_KINDS[] = {"call", "call", "email", "visit", "review", "review",
	"escalation", "training", "negotiation", "social"};
static const char *const TOUCHPOINT_NOTES[] = {"went through the open tickets",
	"agreed the plan of the next quarter", "showed the roadmap of the coming year",
	"asked for a better price at higher volume", "looked at the results of the pilot",
	"introduced the new account manager"};

static const char *const DIRECTIONS[] = {"given", "received"};
static const char *const EXCHANGE_KINDS[] = {"lead", "referral", "revenue", "training", "marketing",
	"funding", "introduction", "feature"};
static const char *const COST_KINDS[] = {"subscription", "services", "staff", "integration"};

static const char *const FEEDBACK_ABOUT[] = {"us", "partner", "customers", "product"};
static const char *const FEEDBACK_TEXTS[] = {
	"The weekly report arrives on time, and its figures are right.",
	"Two of three questions were answered only after a reminder.",
	"Our customers praise the patience of the hotline.",
	"Decisions on our side take longer than the contract allows.",
	"The new release broke the import, and nobody told us before."};

static const char *const CONVERSATION_KINDS[] = {"define-relationship", "recovery", "praise"};
static const char *const SIGNS[] = {"goals-stale", "partner-voice-missing", "no-meetings",
	"blame-shifting", "secret-goals", "futures-over-present"};
static const char *const AGREEMENTS[] = {"a monthly review with both executives",
	"one named engineer for our tickets", "goals for both sides until the end of the quarter",
	"fewer projects at a time and each of them finished"};
static const char *const OUTCOMES[] = {"improving", "improving", "unchanged", "worse"};

static const char *const CRITERIA[] = {
	"value", "delivery", "support", "relationship", "people", "technology", "cost"};
static const char *const DOCUMENT_KINDS[] = {"attestation", "data-processing", "insurance", "nda"};
static const char *const LOCATIONS[] = {
	"Frankfurt", "Dublin", "Virginia", "Singapore", "Stockholm"};
static const char *const SUPPLIERS[] = {
	"Cobalt Hosting", "Mercury Mail", "Atlas Transport", "Quartz Payroll", "Lantern Analytics"};

#endif
