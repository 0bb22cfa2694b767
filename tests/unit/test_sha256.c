/* SHA-256 against the examples of FIPS 180-4 and of NIST's validation suite (CAVP, SHAVS). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "partner/sha256.h"

static void assert_digest(const char *text, const char *expected)
{
	char hex[SHA256_HEX];
	assert_string_equal(sha256_of(text, strlen(text), hex), expected);
}

static void nothing_has_a_digest(void **state)
{
	(void)state;
	assert_digest("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

static void one_block(void **state)
{
	(void)state;
	assert_digest("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void two_blocks(void **state)
{
	(void)state;
	assert_digest("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
		"248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

static void three_blocks(void **state)
{
	(void)state;
	assert_digest("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
		      "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
		"cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
}

static void a_million_bytes_in_uneven_pieces(void **state)
{
	(void)state;
	char piece[997];
	char hex[SHA256_HEX];
	struct sha256 sha;
	memset(piece, 'a', sizeof(piece));
	sha256_begin(&sha);
	for (size_t left = 1000000; left;) {
		size_t part = left < sizeof(piece) ? left : sizeof(piece);
		sha256_add(&sha, piece, part);
		left -= part;
	}
	assert_string_equal(sha256_end(&sha, hex),
		"cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

/* The digest of all digests' hexadecimal, as an independent implementation makes it. */
static void every_length_up_to_three_blocks_and_more(void **state)
{
	(void)state;
	char bytes[200];
	char hex[SHA256_HEX];
	struct sha256 all;
	for (size_t i = 0; i < sizeof(bytes); i++)
		bytes[i] = (char)(i * 7);
	sha256_begin(&all);
	for (size_t length = 0; length <= sizeof(bytes); length++)
		sha256_add(&all, sha256_of(bytes, length, hex), SHA256_HEX - 1);
	assert_string_equal(sha256_end(&all, hex),
		"020088e9c26b95faf20594b4a5301fc5493cad4e2e0e002a0233825ae81dbd5f");
}

static void pieces_give_what_the_whole_gives(void **state)
{
	(void)state;
	char bytes[200];
	for (size_t i = 0; i < sizeof(bytes); i++)
		bytes[i] = (char)(i * 7);
	for (size_t length = 0; length <= sizeof(bytes); length++) {
		char whole[SHA256_HEX], pieces[SHA256_HEX];
		struct sha256 sha;
		sha256_of(bytes, length, whole);
		sha256_begin(&sha);
		sha256_add(&sha, bytes, length / 3);
		sha256_add(&sha, bytes + length / 3, length - length / 3);
		assert_string_equal(sha256_end(&sha, pieces), whole);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_has_a_digest),
		cmocka_unit_test(one_block),
		cmocka_unit_test(two_blocks),
		cmocka_unit_test(three_blocks),
		cmocka_unit_test(a_million_bytes_in_uneven_pieces),
		cmocka_unit_test(every_length_up_to_three_blocks_and_more),
		cmocka_unit_test(pieces_give_what_the_whole_gives),
	};
	return cmocka_run_group_tests_name("sha256", tests, NULL, NULL);
}
