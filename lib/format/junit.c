/* JUnit: XML as most build servers read it. The sums of a suite stand before its cases, which
 * therefore wait until the next file begins. */
#include <string.h>

#include "partner/date.h"
#include "partner/escape.h"
#include "partner/findings.h"

static void put_attribute(struct buffer *xml, const char *name, const char *value)
{
	buffer_printf(xml, " %s=\"", name);
	escape_puts_xml(xml, value);
	buffer_putc(xml, '"');
}

static void put_sum(struct buffer *xml, const char *name, size_t sum)
{
	buffer_printf(xml, " %s=\"%zu\"", name, sum);
}

void junit_begin(struct junit *junit, struct buffer *out, const char *tool)
{
	*junit = (struct junit){.out = out};
	buffer_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites");
	put_attribute(out, "name", tool);
	buffer_puts(out, ">\n");
}

/* ---- suites ---- */

static bool is_open_for(const struct junit *junit, const char *path)
{
	size_t length = strlen(path);

	return junit->open && junit->path.length == length &&
		!memcmp(junit->path.data, path, length);
}

static void begin_case(struct junit *junit)
{
	buffer_puts(&junit->cases, "    <testcase classname=\"");
	escape_put_xml(&junit->cases, junit->path.data, junit->path.length);
	buffer_putc(&junit->cases, '"');
	junit->tests++;
}

static void add_passed_case(struct junit *junit)
{
	begin_case(junit);
	put_attribute(&junit->cases, "name", "no findings");
	buffer_puts(&junit->cases, "/>\n");
}

static void close_suite(struct junit *junit)
{
	if (!junit->open)
		return;
	if (!junit->tests)
		add_passed_case(junit);
	buffer_puts(junit->out, "  <testsuite name=\"");
	escape_put_xml(junit->out, junit->path.data, junit->path.length);
	buffer_putc(junit->out, '"');
	put_sum(junit->out, "tests", junit->tests);
	put_sum(junit->out, "failures", junit->failures);
	put_sum(junit->out, "errors", junit->errors);
	put_sum(junit->out, "skipped", junit->skipped);
	buffer_puts(junit->out, ">\n");
	buffer_add(junit->out, junit->cases.data, junit->cases.length);
	buffer_puts(junit->out, "  </testsuite>\n");
	buffer_clear(&junit->path);
	buffer_clear(&junit->cases);
	junit->tests = junit->failures = junit->errors = junit->skipped = 0;
	junit->open = false;
}

void junit_add_file(struct junit *junit, const char *path)
{
	if (is_open_for(junit, path))
		return;
	close_suite(junit);
	buffer_puts(&junit->path, path);
	junit->open = true;
}

/* ---- cases ---- */

/* `<failure message="…" type="error"/>` */
static void put_outcome(
	struct buffer *cases, const char *element, const char *text, const char *type)
{
	buffer_printf(cases, "      <%s", element);
	put_attribute(cases, "message", text);
	put_attribute(cases, "type", type);
	buffer_puts(cases, "/>\n");
}

static void put_said(struct buffer *cases, const char *text)
{
	buffer_puts(cases, "      <system-out>");
	escape_puts_xml(cases, text);
	buffer_puts(cases, "</system-out>\n");
}

static void put_skipped(struct buffer *cases, const struct finding *finding)
{
	buffer_puts(cases, "      <skipped message=\"muted until ");
	date_put(cases, finding->muted_until);
	buffer_puts(cases, "\"/>\n");
	put_said(cases, finding->text);
}

static void begin_finding(struct junit *junit, const struct finding *finding)
{
	begin_case(junit);
	buffer_printf(&junit->cases, " name=\"%s", finding->rule->id);
	if (finding->at.line)
		buffer_printf(&junit->cases, " %u:%u", (unsigned)finding->at.line,
			(unsigned)finding->at.column);
	buffer_puts(&junit->cases, "\">\n");
}

void junit_add(struct junit *junit, const struct finding *finding, bool fails)
{
	struct buffer *cases = &junit->cases;

	junit_add_file(junit, finding->path);
	begin_finding(junit, finding);
	if (finding->muted_until != DATE_NONE) {
		junit->skipped++;
		put_skipped(cases, finding);
	} else if (fails) {
		junit->failures++;
		put_outcome(cases, "failure", finding->text, finding->rule->name);
	} else {
		put_said(cases, finding->text);
	}
	buffer_puts(cases, "    </testcase>\n");
}

void junit_add_gap(struct junit *junit, const struct file_gap *gap, bool fails)
{
	struct buffer *cases = &junit->cases;

	junit_add_file(junit, gap->path);
	begin_case(junit);
	put_attribute(cases, "name", gap->name);
	buffer_puts(cases, ">\n");
	if (gap->unreadable) {
		junit->errors++;
		put_outcome(cases, "error", gap->text, gap->name);
	} else if (fails) {
		junit->failures++;
		put_outcome(cases, "failure", gap->text, gap->name);
	} else {
		put_said(cases, gap->text);
	}
	buffer_puts(cases, "    </testcase>\n");
}

void junit_end(struct junit *junit)
{
	close_suite(junit);
	buffer_puts(junit->out, "</testsuites>\n");
	buffer_free(&junit->path);
	buffer_free(&junit->cases);
}
