// Reads a page of HTML as a browser would: node tests/tools/page.mjs FILE. It must be well formed,
// load and run nothing, and name what it draws. Status 1 when anything does not hold.
import { readFileSync } from "node:fs";

const { parse } = await import("../../build/node/node_modules/parse5/dist/index.js");
const [path] = process.argv.slice(2);
const faults = [];
const page = parse(readFileSync(path, "utf8"), {
	sourceCodeLocationInfo: true,
	onParseError: (error) => faults.push(`${error.startLine}: ${error.code}`),
});

function attribute(node, name) {
	return node.attrs?.find((attr) => attr.name === name)?.value;
}

function within(node, names) {
	return node && (names.includes(node.nodeName) || within(node.parentNode, names));
}

function look(node) {
	const foreign = ["script", "img", "link", "iframe", "object", "embed", "form", "base", "a"];

	if (foreign.includes(node.nodeName))
		faults.push(`there is a ${node.nodeName}`);
	for (const attr of node.attrs ?? [])
		if (/^on|^(src|href|action|style)$/.test(attr.name))
			faults.push(`${node.nodeName} has ${attr.name}`);
	if (node.nodeName === "svg" && attribute(node, "role") === "img" &&
		!node.childNodes.some((child) => child.nodeName === "title"))
		faults.push("a chart has no title");
	if (node.nodeName === "svg" && !within(node.parentNode, ["svg"]) &&
		attribute(node, "role") !== "img")
		faults.push("a chart is no image to those who hear it");
	if (node.nodeName === "table" && !node.childNodes.some((c) => c.nodeName === "caption"))
		faults.push("a table has no caption");
	for (const child of node.childNodes ?? [])
		look(child);
}

look(page);
for (const fault of faults)
	console.error(`${path}: ${fault}`);
process.exitCode = faults.length === 0 ? 0 : 1;
