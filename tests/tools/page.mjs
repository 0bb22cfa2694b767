// Reads a page of HTML as a browser would: node tests/tools/page.mjs FILE. It must be well formed,
// with every tag written out, load and run nothing, lead nowhere but to itself and the web, name what
// it draws, and say it in a table as well. Status 1 when anything does not hold.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const { parse } = await import("../../build/node/node_modules/parse5/dist/index.js");
const [path] = process.argv.slice(2);
const faults = [];
const source = readFileSync(path, "utf8");
const page = parse(source, {
	sourceCodeLocationInfo: true,
	onParseError: (error) => faults.push(`${error.startLine}: ${error.code}`),
});

function want(holds, fault) {
	if (!holds)
		faults.push(fault);
}

function attribute(node, name) {
	return node.attrs?.find((attr) => attr.name === name)?.value;
}

function all(node, name) {
	const within = (node.childNodes ?? []).flatMap((child) => all(child, name));

	return name === "*" || node.nodeName === name ? [node, ...within] : within;
}

function text(node) {
	return node.value ?? (node.childNodes ?? []).map(text).join("");
}

function child(node, name) {
	return node.childNodes.find((one) => one.nodeName === name);
}

function next(node) {
	const siblings = node.parentNode.childNodes;

	return siblings.slice(siblings.indexOf(node) + 1).find((one) => one.tagName);
}

// Nothing is loaded but the one style, by a policy that stands before it.
function lookAtHead() {
	const styles = all(page, "style");
	const policies = all(page, "meta").filter((meta) => attribute(meta, "http-equiv") !== undefined);
	const policy = policies[0] && attribute(policies[0], "content");

	want(styles.length === 1 && policies.length === 1 &&
		attribute(policies[0], "http-equiv") === "Content-Security-Policy",
	`there are ${styles.length} styles and ${policies.length} policies`);
	if (faults.length > 0)
		return;
	const hash = createHash("sha256").update(text(styles[0])).digest("base64");
	const places = all(page, "*");

	want(policy.split("; ").includes("default-src 'none'"), "the policy lets things be loaded");
	want(policy.split("; ").includes(`style-src 'sha256-${hash}'`), "the policy keeps the style out");
	want(!/unsafe|https?:|\*/.test(policy), `the policy is lenient: ${policy}`);
	want(places.indexOf(policies[0]) < places.indexOf(styles[0]), "the policy comes too late");
	want(!/@import|url\(/.test(text(styles[0])), "the style loads something");
	want(attribute(all(page, "html")[0], "lang"), "the page has no language");
}

function within(node, name) {
	return node && (node.nodeName === name || within(node.parentNode, name));
}

// A browser closes what was left open, and puts in what is missing; here that is a fault.
function closed(node) {
	const empty = ["br", "hr", "meta", "wbr"];
	const at = node.sourceCodeLocation;

	return at && (at.endTag || empty.includes(node.nodeName) ||
		source.slice(at.startOffset, at.endOffset).endsWith("/>"));
}

function lookAt(node, ids) {
	const foreign = ["script", "img", "link", "iframe", "object", "embed", "form", "base", "image", "use"];
	const name = node.nodeName;
	const href = attribute(node, "href");

	want(!node.tagName || closed(node), `a ${name} is not opened or not closed`);
	want(!foreign.includes(name), `there is a ${name}`);
	for (const attr of node.attrs ?? [])
		want(!/^on|^(src|srcset|action|style|ping|background)$/.test(attr.name), `${name} has ${attr.name}`);
	if (href !== undefined) {
		want(name === "a" && /^(#|https?:\/\/)/.test(href), `${name} leads to ${href}`);
		want(!href.startsWith("#") || ids.has(href.slice(1)), `nothing is named ${href}`);
	}
	if (name === "svg" && !within(node.parentNode, "svg")) {
		want(attribute(node, "role") === "img", "a chart is no image to those who hear it");
		want(child(node, "title") && text(child(node, "title")).trim() !== "", "a chart has no title");
	}
	if (name === "figure")
		want(next(node) && all(next(node), "table").length > 0, "a figure has no table behind it");
	if (name === "table")
		want(child(node, "caption"), "a table has no caption");
	if (name === "th")
		want(/^(col|row)$/.test(attribute(node, "scope")), "a head of a table has no scope");
}

const nodes = all(page, "*");
const named = nodes.map((node) => attribute(node, "id")).filter((id) => id !== undefined);
const ids = new Set(named);

want(ids.size === named.length, "two things have one name");
lookAtHead();
for (const node of nodes)
	lookAt(node, ids);
for (const fault of faults)
	console.error(`${path}: ${fault}`);
process.exitCode = faults.length === 0 ? 0 : 1;
