/* Texts as YAML. */
#include "partner/utf8.h"
#include "partner/yaml.h"

static bool is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

static bool is_alphanumeric(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || is_digit(byte);
}

/* Whether two words of letters are the same but for their case. */
static bool is_word(const char *text, const char *word)
{
	while (*word && (*text | 0x20) == *word) {
		text++;
		word++;
	}
	return *text == *word;
}

/* Whether a reader could take it for a number, a day, a truth or nothing. */
static bool has_other_use(const char *text)
{
	static const char *const words[] = {
		"null", "true", "false", "yes", "no", "on", "off", "y", "n"};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (is_word(text, words[i]))
			return true;
	return is_digit(text[0]);
}

/* Whether the text means itself without quotes, in blocks and in braces. */
static bool is_plain(const char *text, size_t length)
{
	if (length == 0 || !is_alphanumeric(text[0]) || text[length - 1] == ' ')
		return false;
	for (size_t i = 0; i < length; i++) {
		bool colon_within = text[i] == ':' && is_alphanumeric(text[i + 1]);
		bool harmless = text[i] && strchr(" ._/+-()%'", text[i]);

		if (!is_alphanumeric(text[i]) && !colon_within && !harmless)
			return false;
	}
	return !has_other_use(text);
}

/* Code points that YAML does not allow, or takes for the end of a line. */
static bool needs_escape(uint32_t code)
{
	return code < 0x20 || (code >= 0x7f && code < 0xa0) || code == 0x2028 || code == 0x2029 ||
		code == 0xfeff || code == 0xfffe || code == 0xffff;
}

static void put_quoted(struct buffer *buffer, const char *text, size_t length)
{
	size_t bytes;

	buffer_putc(buffer, '"');
	for (size_t at = 0; at < length; at += bytes) {
		uint32_t code = utf8_decode(text + at, length - at, &bytes);

		if (needs_escape(code)) {
			buffer_printf(buffer, "\\u%04X", (unsigned)code);
			continue;
		}
		if (code == '"' || code == '\\')
			buffer_putc(buffer, '\\');
		buffer_add(buffer, text + at, bytes);
	}
	buffer_putc(buffer, '"');
}

void yaml_put_text(struct buffer *buffer, const char *text, size_t length)
{
	if (is_plain(text, length))
		buffer_add(buffer, text, length);
	else
		put_quoted(buffer, text, length);
}
