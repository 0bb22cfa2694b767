// Pages that are broken in one way each: a rule that does not see it would prove nothing.
const free = (html) => html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "");
const add = (html, more) => html.replace("<article>", `<article>${more}`);

export const broken = {
	readable: [
		(html) => html.replace(' lang="en"', ""),
		(html) => add(free(html), '<p style="color: #ccc; background: #fff">pale</p>'),
	],
	alone: [
		(html) => add(free(html), '<img alt="" src="https://example.invalid/pixel.png">'),
		(html) => free(html).replace("<style>", "<style>@import 'other.css';"),
	],
	silent: [
		(html) => add(html, '<img alt="" src="https://example.invalid/pixel.png">'),
		(html) => html.replace("<style>", "<style>p { margin: 0; }"),
	],
	inert: [
		(html) => add(free(html), "<script>alert(1)</script>"),
		(html) => add(html, "<script>alert(1)</script>"),
		(html) => add(html, '<p onclick="alert(1)">press me</p>'),
	],
	narrow: [(html) => add(free(html), '<p style="width: 3000px; max-width: none">wide</p>')],
	charted: [
		(html) => html.replace('<svg role="img"', "<svg"),
		(html) => html.replace(/(<svg role="img"[^>]*><title>)[^<]*/, "$1 "),
	],
	inside: [
		(html) => add(free(html), '<p style="position: absolute; left: -300px">lost</p>'),
		(html) => html.replace(/<text([^>]*) x="[^"]*"/, '<text$1 x="5000"'),
	],
	apart: [(html) => free(html).replace("<table", '<table style="table-layout: fixed; width: 50px"')],
};
