/*
 * The parts of the completions that no table fills. Included by completion.c only.
 */
#ifndef CMD_COMPLETION_FRAMES_H
#define CMD_COMPLETION_FRAMES_H

/* clang-format off */
static const char bash_head[] =
	"# bash completion for partner and its commands\n"
	"\n"
	"_partner_commands='";

static const char bash_options[] =
	"'\n"
	"\n"
	"# sets `words` to the options of a command\n"
	"_partner_options()\n"
	"{\n"
	"\tcase $1 in\n";

static const char bash_arguments[] =
	"\tesac\n"
	"}\n"
	"\n"
	"# sets `words` to what may follow an option: none for a file or any text\n"
	"_partner_arguments()\n"
	"{\n"
	"\tcase $1 in\n";

static const char bash_tail[] =
	"\t*) return 1 ;;\n"
	"\tesac\n"
	"}\n"
	"\n"
	"# sets `words` for the first words of the driver, and `command`\n"
	"_partner_driver()\n"
	"{\n"
	"\tcommand=${COMP_WORDS[1]}\n"
	"\tif ((COMP_CWORD == 1)); then\n"
	"\t\twords=\"$_partner_commands help --help --version\"\n"
	"\telif [[ $command == help ]]; then\n"
	"\t\twords=$_partner_commands\n"
	"\tfi\n"
	"}\n"
	"\n"
	"_partner()\n"
	"{\n"
	"\tlocal program=${COMP_WORDS[0]##*/} words=\n"
	"\tlocal command=${program#partner-}\n"
	"\tlocal current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} equals=\n"
	"\n"
	"\t# bash takes --option=word for three words\n"
	"\tif [[ $current == = ]]; then\n"
	"\t\tcurrent= equals='='\n"
	"\telif [[ $before == = ]]; then\n"
	"\t\tbefore=${COMP_WORDS[COMP_CWORD - 2]} equals='='\n"
	"\tfi\n"
	"\t[[ $program == partner ]] && _partner_driver\n"
	"\tif [[ ! $words ]] && ! _partner_arguments \"$command $before$equals\" &&\n"
	"\t\t[[ ! $equals && $current == -* ]]; then\n"
	"\t\t_partner_options \"$command\"\n"
	"\tfi\n"
	"\tCOMPREPLY=()\n"
	"\t[[ $words ]] && COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
	"\tif ((${#COMPREPLY[@]} == 1)) && [[ ${COMPREPLY[0]} == *= ]]; then\n"
	"\t\tcompopt -o nospace 2>/dev/null\n"
	"\tfi\n"
	"}\n"
	"\n"
	"# where there is no reply, bash completes file names\n"
	"complete -o default -F _partner partner ";

static const char zsh_head[] =
	"\n"
	"\n"
	"# the options and operands of a command\n"
	"_partner_options()\n"
	"{\n"
	"\tcase $1 in\n";

static const char zsh_commands[] =
	"\t*)\n"
	"\t\t_files\n"
	"\t\t;;\n"
	"\tesac\n"
	"}\n"
	"\n"
	"_partner_commands()\n"
	"{\n"
	"\tlocal -a commands=(\n";

static const char zsh_tail[] =
	"\t\t'help:open the manual of a command'\n"
	"\t)\n"
	"\t_describe command commands\n"
	"}\n"
	"\n"
	"_partner()\n"
	"{\n"
	"\tif [[ $service != partner ]]; then\n"
	"\t\t_partner_options ${service#partner-}\n"
	"\telif (( CURRENT == 2 )); then\n"
	"\t\t_partner_commands\n"
	"\telif [[ $words[2] == help ]]; then\n"
	"\t\t(( CURRENT == 3 )) && _partner_commands\n"
	"\telse\n"
	"\t\tlocal command=$words[2]\n"
	"\t\tshift words\n"
	"\t\t(( CURRENT-- ))\n"
	"\t\t_partner_options $command\n"
	"\tfi\n"
	"}\n"
	"\n"
	"_partner \"$@\"\n";

static const char fish_head[] =
	"# fish completion for partner and its commands\n"
	"\n"
	"complete -c partner -f\n"
	"complete -c partner -n __fish_use_subcommand -s h -l help -d 'list the commands'\n"
	"complete -c partner -n __fish_use_subcommand -s V -l version -d 'print the version'\n"
	"complete -c partner -n __fish_use_subcommand -a help -d 'open the manual of a command'\n"
	"complete -c partner -n '__fish_seen_subcommand_from help' -a '";
/* clang-format on */

#endif
