// Opens pages in Chromium and looks at them: node tests/browser/pages.mjs SCRATCH PAGE…. Pages
// named hostile* have to show the script that is a name in them. The last line is PASSED FAILED.
import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { broken } from "./broken.mjs";
import { openPage, rules, says } from "./look.mjs";

const { launch } = await import(
	"../../build/browser/node_modules/puppeteer-core/lib/esm/puppeteer/puppeteer-core.js");
const [scratch, ...pages] = process.argv.slice(2);
const name = "<script>alert(1)</script>";
const views = ["light", "dark"].flatMap((scheme) =>
	[1280, 390].map((width) => ({ scheme, width })));
const unsure = new Map(); // what axe could not tell, and where
let passed = 0;
let failed = 0;

function count(holds, what, details = []) {
	if (holds) {
		passed++;
		return;
	}
	failed++;
	console.log(`FAILED ${what}`);
	for (const detail of details.slice(0, 10))
		console.log(`  ${detail}`);
	if (details.length > 10)
		console.log(`  ${details.length - 10} more`);
}

async function lookAt(browser, file, view) {
	const opened = await openPage(browser, file, view);
	const asked = basename(file).startsWith("hostile") ? { ...rules, says: says(name) } : rules;

	for (const [rule, look] of Object.entries(asked)) {
		const left = [];
		const faults = await look(opened, left);

		count(faults.length === 0, `${rule}: ${basename(file)}, ${view.scheme}, ${view.width}`, faults);
		for (const item of left)
			unsure.set(item, (unsure.get(item) ?? 0) + 1);
	}
	await opened.page.close();
}

// The rule has to see what is wrong.
async function lookForFault(browser, rule, html, what) {
	const file = `${scratch}/broken-${what}.html`;

	writeFileSync(file, html);
	const opened = await openPage(browser, file, { scheme: "light", width: 390 });
	const look = rule === "says" ? says(name) : rules[rule];

	count((await look(opened, [])).length > 0, `nobody saw what is wrong in ${file}`);
	await opened.page.close();
}

async function lookForFaults(browser, sound) {
	for (const rule of Object.keys(rules))
		count(rule in broken, `no page is broken for the rule ${rule}`);
	for (const [rule, breaks] of Object.entries(broken))
		for (const [i, spoil] of breaks.entries()) {
			const html = spoil(sound);

			count(html !== sound, `nothing to break for ${rule}`);
			await lookForFault(browser, rule, html, `${rule}-${i + 1}`);
		}
	await lookForFault(browser, "says", sound, "says-1");
}

const browser = await launch({
	executablePath: process.env.CHROMIUM,
	args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
	protocolTimeout: 600000,
});
for (const page of pages)
	for (const view of views)
		await lookAt(browser, page, view);
await lookForFaults(browser, readFileSync(pages[0], "utf8"));
await browser.close();
for (const [item, times] of unsure)
	console.log(`axe cannot tell (${times} times): ${item}`);
console.log(`${passed} ${failed}`);
