/* Money and paper: costs, invoices, documents, and whom the partner relies on. */
#include "partner/partner.h"

#include "tables.h"

static const char *const cost_kind_words[] = {
	[COST_SUBSCRIPTION] = "subscription",
	[COST_SERVICES] = "services",
	[COST_STAFF] = "staff",
	[COST_INTEGRATION] = "integration",
	[COST_MIGRATION] = "migration",
	[COST_EXIT] = "exit",
	[COST_OTHER] = "other",
	NULL,
};

static const char *const cost_per_words[] = {
	[COST_ONCE] = "once",
	[COST_PER_MONTH] = "month",
	[COST_PER_QUARTER] = "quarter",
	[COST_PER_YEAR] = "year",
	NULL,
};

static const char *const document_kind_words[] = {
	[DOCUMENT_ATTESTATION] = "attestation",
	[DOCUMENT_INSURANCE] = "insurance",
	[DOCUMENT_NDA] = "nda",
	[DOCUMENT_DATA_PROCESSING] = "data-processing",
	[DOCUMENT_AUDIT] = "audit",
	[DOCUMENT_LICENCE] = "licence",
	[DOCUMENT_OTHER] = "other",
	NULL,
};

static const struct field cost_fields[] = {
	F_WORD("kind", struct cost, kind, cost_kind_words, "what the money is for"),
	F_DATE("from", struct cost, from, "first day of the cost"),
	F_DATE("to", struct cost, to, "last day of the cost; leave it out while it runs on"),
	F_MONEY("forecast", struct cost, forecast,
		"what was expected, for each period of per; write it ahead of time"),
	F_MONEY("actual", struct cost, actual, "what it came to, for each period of per"),
	F_WORD("per", struct cost, per, cost_per_words,
		"the period that the amounts are for; once when it is not said"),
	F_TEXT("note", struct cost, note, "anything else worth knowing about the cost"),
};
const struct record cost_record =
	RECORD("cost", struct cost, cost_fields, NULL, "something that the partnership costs");

static const struct field invoice_fields[] = {
	F_ID("id", struct invoice, id, "number of the invoice"),
	F_DATE("date", struct invoice, date, "day of the invoice"),
	F_DATE("due", struct invoice, due, "day by which we were to pay"),
	F_MONEY("amount", struct invoice, amount, "what it asks for"),
	F_DATE("paid", struct invoice, paid, "day on which we paid"),
	F_FLAG("disputed", struct invoice, disputed, "true while we hold it to be wrong"),
	F_TEXT("note", struct invoice, note, "anything else worth knowing about the invoice"),
};
const struct record invoice_record = RECORD(
	"invoice", struct invoice, invoice_fields, "id", "something that the partner billed us");

static const struct field document_fields[] = {
	F_ID("id", struct document, id, "short name of the document, unique in this file"),
	F_WORD("kind", struct document, kind, document_kind_words, "what it is"),
	F_TEXT("title", struct document, title, "what it says on the cover"),
	F_DATE("issued", struct document, issued, "day on which it was issued"),
	F_DATE("expires", struct document, expires, "last day on which it holds"),
	F_DATES("reviewed", struct document, reviewed, "days on which one of us read it"),
	F_ID("by", struct document, by, "id of the person who looks after it"),
	F_TEXT("link", struct document, link, "where it can be read"),
	F_TEXT("note", struct document, note, "anything else worth knowing about the document"),
};
const struct record document_record = RECORD(
	"document", struct document, document_fields, "id", "a paper that the partnership needs");

static const struct field reliance_fields[] = {
	F_TEXT("name", struct reliance, name, "name of the firm or service"),
	F_TEXT("for", struct reliance, for_what, "what the partner uses it for"),
	F_TEXT("location", struct reliance, location, "where it does its work"),
	F_FLAG("critical", struct reliance, critical,
		"true when our service would stop without it"),
	F_DATE("from", struct reliance, from, "first day on which the partner relied on it"),
	F_DATE("to", struct reliance, to, "last day on which the partner relied on it"),
	F_TEXT("note", struct reliance, note, "anything else worth knowing about it"),
};
const struct record reliance_record = RECORD("reliance", struct reliance, reliance_fields, NULL,
	"somebody whom the partner needs to serve us");
