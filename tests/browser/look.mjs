// What has to hold for a page in a browser. Each rule returns its faults, none when it holds.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const axe = readFileSync(
	new URL("../../build/browser/node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

// Opens a page, with all that is folded unfolded. What it asks for, says and runs is kept.
export async function openPage(browser, file, { scheme, width }) {
	const url = pathToFileURL(file).href;
	const page = await browser.newPage();
	const heard = { requests: [], messages: [], scripts: [] };

	page.setDefaultTimeout(300000);
	await page.setViewport({ width, height: 900 });
	await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
	await page.setRequestInterception(true);
	page.on("request", (request) => {
		if (request.url() === url)
			return request.continue();
		heard.requests.push(request.url());
		return request.abort();
	});
	page.on("console", (message) => heard.messages.push(message.text()));
	page.on("pageerror", (error) => heard.messages.push(String(error)));
	page.on("dialog", (dialog) => {
		heard.scripts.push(`a dialog: ${dialog.message()}`);
		return dialog.dismiss();
	});
	await page.evaluateOnNewDocument(() => {
		globalThis.blocked = [];
		addEventListener("securitypolicyviolation",
			(event) => blocked.push(`${event.violatedDirective} ${event.blockedURI}`));
	});
	await page.goto(url, { waitUntil: "load" });
	await page.evaluate(() => document.querySelectorAll("details").forEach((e) => (e.open = true)));
	heard.messages.push(...await page.evaluate(() => blocked));
	return { page, heard };
}

// Whether people can read it who see little, or nothing. What axe cannot tell is listed.
async function readable({ page }, unsure) {
	await page.evaluate(axe);
	const { violations, incomplete } = await page.evaluate(() =>
		globalThis.axe.run(document, { resultTypes: ["violations", "incomplete"] }).then((found) => {
			const brief = ({ id, help, nodes }) =>
				`${id}: ${help}; ${nodes.length}, first ${nodes[0].html.slice(0, 160)}`;
			const reasons = ({ id, nodes }) =>
				nodes.flatMap((node) => [...node.any, ...node.all, ...node.none])
					.map((check) => `${id}: ${check.message}`);
			return {
				violations: found.violations.map(brief),
				incomplete: found.incomplete.flatMap(reasons),
			};
		}));

	unsure.push(...incomplete);
	return violations;
}

function alone({ heard }) {
	return heard.requests;
}

function silent({ heard }) {
	return heard.messages;
}

async function inert({ page, heard }) {
	return [...heard.scripts, ...await page.evaluate(() =>
		[...document.querySelectorAll("*")]
			.filter((element) => element.localName === "script" ||
				[...element.attributes].some((attribute) => /^on/i.test(attribute.name)))
			.map((element) => element.outerHTML.slice(0, 160)))];
}

// Only what is wide scrolls, never the page.
function narrow({ page }) {
	return page.evaluate(() => [document.documentElement, document.body]
		.filter((element) => element.scrollWidth > innerWidth)
		.map((element) => `${element.localName} is ${element.scrollWidth} wide of ${innerWidth}`));
}

function charted({ page }) {
	return page.evaluate(() => [...document.querySelectorAll("svg")]
		.filter((svg) => !svg.parentElement.closest("svg"))
		.filter((svg) => svg.getAttribute("role") !== "img" ||
			!svg.querySelector(":scope > title")?.textContent.trim())
		.map((svg) => svg.outerHTML.slice(0, 160)));
}

// On the page, or in the part of it that scrolls; marks and words inside their charts.
function inside({ page }) {
	return page.evaluate(() => {
		const faults = [];
		const slack = 1.5;

		function bounds(element) {
			const chart = element.parentElement?.closest("svg");
			const scroll = element.parentElement?.closest(".scroll");
			if (chart)
				return chart.getBoundingClientRect();
			if (!scroll)
				return { left: 0, right: innerWidth };
			const left = scroll.getBoundingClientRect().left - scroll.scrollLeft;
			return { left, right: left + scroll.scrollWidth };
		}

		for (const element of document.body.querySelectorAll("*")) {
			const box = element.getBoundingClientRect();
			const { left, right } = bounds(element);
			if (box.width && box.height && (box.left < left - slack || box.right > right + slack))
				faults.push(`${Math.round(box.left)} to ${Math.round(box.right)}, not ` +
					`${Math.round(left)} to ${Math.round(right)}: ${element.outerHTML.slice(0, 160)}`);
		}
		return faults;
	});
}

// No cell reaches into the next one.
function apart({ page }) {
	return page.evaluate(() => [...document.querySelectorAll("th, td")]
		.filter((cell) => cell.scrollWidth > cell.clientWidth + 1)
		.map((cell) => `${cell.scrollWidth} wide of ${cell.clientWidth}: ${cell.outerHTML.slice(0, 160)}`));
}

export const rules = { readable, alone, silent, inert, narrow, charted, inside, apart };

// What strangers wrote stands there as they wrote it.
export function says(text) {
	return async ({ page }) => (await page.evaluate(() => document.body.textContent)).includes(text)
		? [] : [`there is no ${text}`];
}
