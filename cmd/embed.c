/*
 * embed NAME <TEXT: prints C that holds the text, at build time. Its bytes become NAME_yaml,
 * closed by a NUL, their number NAME_size, and their SHA-256 NAME_digest.
 */
#include <stdio.h>

#include "partner/sha256.h"

#define A_LINE 12 /* bytes */

static void put_bytes(const unsigned char *bytes, size_t n)
{
	for (size_t i = 0; i < n; i++)
		printf("%s'\\x%02x',", i % A_LINE ? " " : "\n\t", bytes[i]);
}

int main(int argc, char **argv)
{
	unsigned char bytes[64 * A_LINE];
	char digest[SHA256_HEX];
	struct sha256 sha;
	size_t n;

	if (argc != 2)
		return 2;
	printf("#include <stddef.h>\n\n");
	printf("extern const char %s_yaml[], %s_digest[];\n", argv[1], argv[1]);
	printf("extern const size_t %s_size;\n\n", argv[1]);
	printf("const char %s_yaml[] = {", argv[1]);
	sha256_begin(&sha);
	while ((n = fread(bytes, 1, sizeof(bytes), stdin)) > 0) {
		sha256_add(&sha, bytes, n);
		put_bytes(bytes, n);
	}
	printf(" 0};\nconst size_t %s_size = sizeof(%s_yaml) - 1;\n", argv[1], argv[1]);
	printf("const char %s_digest[] = \"%s\";\n", argv[1], sha256_end(&sha, digest));
	return ferror(stdin) || fflush(stdout) == EOF;
}
