/*
 * The style of all pages: one accent, rules between rows only, no boxes, no shadows. Colours are
 * tokens; every pair of text and ground has a contrast of 4.5 at least, lines have 3, hairlines
 * carry no meaning.
 */
#include "html_style.h"

#include <stddef.h>

#define LIGHT                                                                           \
	"color-scheme: light;\n"                                                        \
	"--ground: #fdfcf9; --panel: #f3f1eb;\n"                                        \
	"--text: #1c1b19; --minor: #5c5953;\n"                                          \
	"--accent: #0b5a8a;\n"                                                          \
	"--critical: #a3241a; --warning: #7d5200;\n"                                    \
	"--axis: #8a867d; --hair: #d9d5cb;\n"                                           \
	"--heat-1: #f3f1eb; --heat-2: #d8e3ea; --heat-3: #b3cddd; --heat-4: #86b1cb;\n" \
	"--heat-5: #0b5a8a; --on-heat-5: #fff;\n"

#define DARK                                                                            \
	"color-scheme: dark;\n"                                                         \
	"--ground: #15161a; --panel: #1f2127;\n"                                        \
	"--text: #ecebe7; --minor: #a9a69e;\n"                                          \
	"--accent: #7cc0ee;\n"                                                          \
	"--critical: #ff9b8c; --warning: #e5b75a;\n"                                    \
	"--axis: #77746d; --hair: #3a3c43;\n"                                           \
	"--heat-1: #1f2127; --heat-2: #20333f; --heat-3: #27495d; --heat-4: #2f6380;\n" \
	"--heat-5: #7cc0ee; --on-heat-5: #15161a;\n"

/* clang-format off */
static const char prose[] =
":root {\n" LIGHT "}\n"
"@media screen and (prefers-color-scheme: dark) {\n:root {\n" DARK "}\n}\n"
"* { box-sizing: border-box; }\n"
"html { background: var(--ground); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }\n"
"body { margin: 0; color: var(--text); background: var(--ground);\n"
"font: 1rem/1.5 Charter, \"Bitstream Charter\", Cambria, Georgia, serif;\n"
"overflow-wrap: anywhere; }\n"
"main { max-width: 68rem; margin: 0 auto; padding: 3rem 1.5rem 4rem; }\n"
"article + article { margin-top: 6rem; }\n"
/* prose */
"h1, h2, h3 { line-height: 1.25; font-weight: 700; text-wrap: balance; }\n"
"h1 { font-size: 2rem; margin: 0 0 0.25rem; }\n"
"h2 { font-size: 1.375rem; margin: 56px 0 0.5rem; }\n"
"h3 { font-size: 1.125rem; margin: 1.75rem 0 0.5rem; }\n"
"p, ul, ol { max-width: 38rem; margin: 0 0 0.75rem; }\n"
"p.minor { max-width: none; }\n"
"h1 + .minor { font: 0.875rem/1.45 system-ui, sans-serif; }\n"
"ul, ol { padding-left: 1.25rem; }\n"
"li { margin: 0.25rem 0; }\n"
".minor, .place, caption, figcaption { color: var(--minor); }\n"
".critical { color: var(--critical); font-weight: 700; }\n"
".warning { color: var(--warning); font-weight: 700; }\n"
".place { font: 0.84375rem/1.5 system-ui, sans-serif; }\n"
".whole { white-space: nowrap; }\n"
"a { color: var(--accent); text-underline-offset: 0.15em; }\n"
"a .place { color: inherit; }\n"
".verdict { max-width: none; font-size: 1.125rem; font-weight: 700; }\n"
/* parts of a section, and what is folded */
"section { margin-top: 2.5rem; padding-top: 1.25rem; border-top: 1px solid var(--axis); }\n"
"section h3 { margin: 0 0 0.25rem; }\n"
"section h3 + .minor { font: 0.875rem/1.45 system-ui, sans-serif; }\n"
"section .figures { margin: 1.25rem 0; }\n"
/* where there are many, those out of sight are laid out when they are scrolled to */
"@media screen {\nsection:nth-of-type(n + 13) { content-visibility: auto;\n"
"contain-intrinsic-size: auto 60rem; overflow-clip-margin: 1rem; }\n}\n"
"summary { width: fit-content; padding: 0.25rem 0.25rem 0.25rem 0; cursor: pointer;\n"
"font: 0.84375rem/1.5 system-ui, sans-serif; color: var(--accent); }\n"
"details { margin: 0.75rem 0 1.5rem; }\n"
"details .scroll { margin-bottom: 0; }\n";

static const char tables[] =
/* figures */
".figures { display: flex; flex-wrap: wrap; gap: 1.25rem 2rem; margin: 1.75rem 0; }\n"
".figures div { max-width: 18rem; }\n"
".figures dd { margin: 0; font-size: 1.75rem; line-height: 1.2; font-weight: 700; }\n"
".figures dt { font: 0.84375rem/1.5 system-ui, sans-serif; color: var(--minor); }\n"
".figures div { display: flex; flex-direction: column-reverse; justify-content: flex-end; }\n"
".figures .picture { display: flex; align-items: center; min-height: 2.1rem; }\n"
/* tables */
".scroll { overflow-x: auto; margin: 0.75rem 0 1.5rem; }\n"
"p + :is(.scroll, figure) { margin-top: 1.75rem; }\n"
"table { width: 100%; border-collapse: collapse;\n"
"font: 0.875rem/1.45 system-ui, sans-serif; font-variant-numeric: tabular-nums; }\n"
"caption, figcaption { font: 0.84375rem/1.5 system-ui, sans-serif; text-align: left; }\n"
/* as wide as what it says, however narrow the table; in sight while the table is scrolled */
"caption { width: max-content; max-width: min(38rem, 100vw - 3rem); padding-bottom: 0.375rem;\n"
"position: sticky; left: 0; }\n"
"th, td { padding: 0.5rem 0.75rem 0.5rem 0; text-align: left; vertical-align: top;\n"
"font-weight: 400; border-bottom: 1px solid var(--hair); }\n"
"th:last-child, td:last-child { padding-right: 0; }\n"
"thead th { color: var(--minor); border-bottom-color: var(--axis); vertical-align: bottom; }\n"
".word, .number, .mark { white-space: nowrap; overflow-wrap: normal; }\n"
".prose { min-width: 9rem; white-space: normal; overflow-wrap: anywhere; }\n"
"th.number, td.number { text-align: right; }\n"
"td .place, th .minor, td .minor { display: block; font-size: 0.8125rem; }\n"
/* names of strangers, who may be called anything */
".word.prose { max-width: 20rem; }\n"
"th.word .minor { max-width: 18rem; white-space: normal; overflow-wrap: anywhere; }\n"
"td.picture { vertical-align: middle; }\n"
".compact { width: auto; }\n"
".compact :is(th, td) { padding-right: 2rem; }\n"
".compact :is(th, td):last-child { padding-right: 0; }\n"
/* pictures stand close to their figures; the last column takes what is left */
".pictures :is(th, td) { padding-right: 2rem; }\n"
".pictures :is(th, td):last-child { width: 100%; padding-right: 0; }\n"
/* maps: names stay in sight while their row is scrolled */
".map th, .map td { padding: 0.375rem 0.625rem; border: solid var(--ground); border-width: 0 0 2px 2px; }\n"
".map th:first-child { padding-left: 0; border-left: 0; }\n"
/* columns as wide as each other, and names take the rest */
".map .number { width: 12%; }\n"
".marks { width: auto; }\n"
"thead .mark bdi { display: inline-block; writing-mode: vertical-rl; rotate: 180deg;\n"
"max-height: 13rem; white-space: normal; line-height: 1.2; vertical-align: bottom; }\n"
":is(th, td).mark { min-width: 2.125rem; padding-left: 0; padding-right: 0;\n"
"text-align: center; }\n"
":is(.map, .marks) :is(tbody th, th:first-child) { position: sticky; left: 0; z-index: 1;\n"
"background: var(--ground); }\n"
".heat-1 { background: var(--heat-1); }\n"
".heat-2 { background: var(--heat-2); }\n"
".heat-3 { background: var(--heat-3); }\n"
".heat-4 { background: var(--heat-4); }\n"
".heat-5 { background: var(--heat-5); font-weight: 700; }\n"
"[class*=heat-], [class*=heat-] :is(a, .minor) { color: var(--text); }\n"
".heat-5, .heat-5 :is(a, .minor) { color: var(--on-heat-5); }\n";

static const char charts[] =
"figure { margin: 0.75rem 0 1.5rem; }\n"
"figure .scroll { margin: 0 0 0.5rem; }\n"
"figure + details { margin-top: -0.75rem; }\n"
"svg { display: block; font: 12px/1 system-ui, sans-serif; font-variant-numeric: tabular-nums; }\n"
"svg text { fill: var(--text); paint-order: stroke; stroke: var(--ground); stroke-width: 3px; }\n"
"svg .minor { fill: var(--minor); }\n"
".grid { stroke: var(--hair); }\n"
".day { stroke: var(--text); stroke-dasharray: 2 3; }\n"
".bar { fill: var(--accent); }\n"
"svg .critical { fill: var(--critical); }\n"
".done { fill: var(--ground); stroke: var(--axis); }\n"
".axis { stroke: var(--axis); }\n"
".split { stroke: var(--axis); stroke-dasharray: 2 3; }\n"
".frame { fill: none; stroke: var(--hair); }\n"
".interval { stroke: var(--axis); stroke-width: 1.5px; }\n"
".dot { fill: var(--accent); stroke: var(--ground); paint-order: stroke; }\n"
".hole { fill: var(--ground); }\n"
".tick { fill: var(--text); stroke: var(--ground); paint-order: stroke; }\n"
".hollow { fill: var(--ground); stroke: var(--critical); stroke-width: 1.5px; }\n"
".band { fill: var(--hair); }\n"
".count { fill: var(--hair); stroke: var(--axis); }\n"
".spark { fill: none; stroke: var(--text); stroke-width: 1.5px; stroke-linejoin: round;\n"
"stroke-linecap: round; }\n";

static const char media[] =
":focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }\n"
"@media (max-width: 40rem) {\n"
"main { padding: 1.5rem 1rem 3rem; }\n"
"h1 { font-size: 1.625rem; }\n"
"caption { max-width: calc(100vw - 2rem); }\n"
"th.word { min-width: 4.5rem; white-space: normal; }\n"
".prose { min-width: 8rem; }\n"
".prose:not(:last-child) { min-width: 14rem; }\n"
":is(.compact, .pictures) :is(th, td) { padding-right: 1rem; }\n"
":is(.map, .marks, .compact) tbody th { min-width: 7rem; max-width: 9rem; white-space: normal;\n"
"overflow-wrap: anywhere; }\n"
"}\n"
"@page { margin: 16mm 14mm; }\n"
"@media print {\n"
":root { --ground: #fff; }\n"
"html { font-size: 10pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }\n"
"main { max-width: none; padding: 0; }\n"
"article + article { break-before: page; margin-top: 0; }\n"
"h2 { margin-top: 2rem; }\n"
"h1, h2, h3, caption { break-after: avoid; }\n"
"tr, thead, figcaption, .figures, .map, .marks, .pictures { break-inside: avoid; }\n"
"h3 + .minor, section .figures { break-after: avoid; }\n"
"thead { break-after: avoid; }\n"
"tbody tr:first-child { break-before: avoid; }\n"
".scroll { overflow: visible; }\n"
"th, td { padding: 0.25rem 0.5rem 0.25rem 0; }\n"
".prose { min-width: 6rem; }\n"
"th .minor, td .minor { white-space: normal; }\n"
"figure svg { max-width: 100%; height: auto; }\n"
"}\n"
/* on paper nothing can be unfolded */
"@supports selector(::details-content) {\n@media print {\n"
"summary { display: none; }\n"
"details::details-content { display: block; content-visibility: visible; }\n"
"}\n}\n";
/* clang-format on */

/* In pieces, since compilers need not take longer strings than 4095 bytes. */
const char *const html_style[] = {prose, tables, charts, media, NULL};
