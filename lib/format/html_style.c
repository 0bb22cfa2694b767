/*
 * The style of all pages: one accent, rules between rows only, no boxes, no shadows. Colours are
 * tokens; every pair of text and ground has a contrast of 4.5 at least, lines have 3, hairlines
 * carry no meaning.
 */
#include "html_style.h"

#define LIGHT                                        \
	"color-scheme: light;\n"                     \
	"--ground: #fdfcf9; --panel: #f3f1eb;\n"     \
	"--text: #1c1b19; --minor: #5c5953;\n"       \
	"--accent: #0b5a8a;\n"                       \
	"--critical: #a3241a; --warning: #7d5200;\n" \
	"--axis: #8a867d; --hair: #d9d5cb;\n"

#define DARK                                         \
	"color-scheme: dark;\n"                      \
	"--ground: #15161a; --panel: #1f2127;\n"     \
	"--text: #ecebe7; --minor: #a9a69e;\n"       \
	"--accent: #7cc0ee;\n"                       \
	"--critical: #ff9b8c; --warning: #e5b75a;\n" \
	"--axis: #77746d; --hair: #3a3c43;\n"

/* clang-format off */
const char html_style[] =
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
"h1, h2, h3 { line-height: 1.25; font-weight: 700; }\n"
"h1 { font-size: 2rem; margin: 0 0 0.25rem; }\n"
"h2 { font-size: 1.375rem; margin: 56px 0 0.5rem; }\n"
"h3 { font-size: 1.125rem; margin: 1.75rem 0 0.5rem; }\n"
"p, ul, ol { max-width: 38rem; margin: 0 0 0.75rem; }\n"
"p.minor { max-width: none; }\n"
"ul, ol { padding-left: 1.25rem; }\n"
"li { margin: 0.25rem 0; }\n"
".minor, .place, caption, figcaption { color: var(--minor); }\n"
".critical { color: var(--critical); font-weight: 700; }\n"
".warning { color: var(--warning); font-weight: 700; }\n"
".place { font: 0.84375rem/1.5 system-ui, sans-serif; }\n"
".whole { white-space: nowrap; }\n"
".verdict { max-width: none; font-size: 1.125rem; font-weight: 700; }\n"
/* figures */
".figures { display: flex; flex-wrap: wrap; gap: 1.25rem 2rem; margin: 1.75rem 0; }\n"
".figures div { max-width: 18rem; }\n"
".figures dd { margin: 0; font-size: 1.75rem; line-height: 1.2; font-weight: 700; }\n"
".figures dt { font: 0.84375rem/1.5 system-ui, sans-serif; color: var(--minor); }\n"
".figures div { display: flex; flex-direction: column-reverse; justify-content: flex-end; }\n"
/* tables */
".scroll { overflow-x: auto; margin: 0.75rem 0 1.5rem; }\n"
"table { width: 100%; border-collapse: collapse;\n"
"font: 0.875rem/1.45 system-ui, sans-serif; font-variant-numeric: tabular-nums; }\n"
"caption, figcaption { font: 0.84375rem/1.5 system-ui, sans-serif; text-align: left; }\n"
"caption { padding-bottom: 0.375rem; }\n"
"th, td { padding: 0.5rem 0.75rem 0.5rem 0; text-align: left; vertical-align: top;\n"
"font-weight: 400; border-bottom: 1px solid var(--hair); }\n"
"th:last-child, td:last-child { padding-right: 0; }\n"
"thead th { color: var(--minor); border-bottom-color: var(--axis); vertical-align: bottom; }\n"
".prose { min-width: 9rem; }\n"
".word, .number { white-space: nowrap; overflow-wrap: normal; }\n"
"th.number, td.number { text-align: right; }\n"
"td .place, th .minor, td .minor { display: block; font-size: 0.8125rem; }\n"
/* charts */
"figure { margin: 0.75rem 0 1.5rem; }\n"
"svg { display: block; font: 12px/1 system-ui, sans-serif; font-variant-numeric: tabular-nums; }\n"
"svg text { fill: var(--text); paint-order: stroke; stroke: var(--ground); stroke-width: 3px; }\n"
"svg .minor { fill: var(--minor); }\n"
".grid { stroke: var(--hair); }\n"
".day { stroke: var(--text); stroke-dasharray: 2 3; }\n"
".bar { fill: var(--accent); }\n"
"svg .critical { fill: var(--critical); }\n"
".done { fill: var(--ground); stroke: var(--axis); }\n"
":focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }\n"
"@media (max-width: 40rem) {\n"
"main { padding: 1.5rem 1rem 3rem; }\n"
"h1 { font-size: 1.625rem; }\n"
"}\n"
"@page { margin: 16mm 14mm; }\n"
"@media print {\n"
":root { --ground: #fff; }\n"
"html { font-size: 10pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }\n"
"main { max-width: none; padding: 0; }\n"
"article + article { break-before: page; margin-top: 0; }\n"
"h2 { margin-top: 2rem; }\n"
"h1, h2, h3, caption { break-after: avoid; }\n"
"tr, thead, figcaption { break-inside: avoid; }\n"
"thead { break-after: avoid; }\n"
"tbody tr:first-child { break-before: avoid; }\n"
".scroll { overflow: visible; }\n"
"th, td { padding: 0.25rem 0.5rem 0.25rem 0; }\n"
".prose { min-width: 6rem; }\n"
"th .minor, td .minor { white-space: normal; }\n"
"svg { width: 100%; height: auto; }\n"
"}\n";
/* clang-format on */
