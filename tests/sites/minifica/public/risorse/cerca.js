/* Looks things up in the index, which is fetched when somebody first asks for something. States are not in the index:
   it says on which day a call opens and closes, and the clock does the rest. */
const form = document.getElementById("cerca"), words = form.dataset;
const box = document.querySelector(".results"), said = document.getElementById("cerca-conta");
const list = document.getElementById("cerca-risultati"), more = document.getElementById("cerca-altri");
const model = document.getElementById("cerca-voce");
const field = (name) => form.elements[name];
const PAGE = 6;

let engine;
function ready() {
	engine ??= fetch("/cerca/impronta.txt", { cache: "no-cache" }).then(async (answer) => {
		/* Each index has a folder of its own, named after what it was made from. */
		const module = await import(`/cerca/${(await answer.text()).slice(0, 12)}/pagefind.js`);
		/* One file less to fetch: the engine is quick enough without a thread of its own. */
		await module.options({ noWorker: true });
		await module.init();
		return module;
	});
	engine.catch(() => { engine = undefined; });
	return engine;
}

/* A code is one word, however it was typed: "b47c 1d2e-3f" is B47C1D2E3F. */
function sought(text) {
	const whole = text.replace(/[\s.\-–]/g, "");
	const isCode = /^[0-9a-z]+$/i.test(whole) && /\d/.test(whole) && [10, 15].includes(whole.length);
	return isCode ? whole : text.trim();
}

const rome = (at) => new Intl.DateTimeFormat("sv", { timeZone: "Europe/Rome" }).format(at);

/* The filters of a state, and which of what they find is in that state at this minute. */
async function phase(module, state) {
	if (!state) return { filters: {}, fits: () => true };
	if (state === "conclusi") return { filters: { concluso: "si" }, fits: () => true };
	const { chiude = {}, apre = {} } = await module.filters();
	const now = Date.now() / 1e3, today = rome(Date.now());
	const soon = form.dataset.closing * 86400;
	const day = (days, test) => ({ any: Object.keys(days).filter(test) });
	if (state === "in-programma") return { filters: { apre: day(apre, (one) => one >= today) }, fits: (meta) => meta.apre > now };
	if (state === "scaduti") return { filters: { chiude: day(chiude, (one) => one <= today) }, fits: (meta) => meta.chiude <= now };
	const last = state === "in-scadenza" ? rome(Date.now() + soon * 1e3) : "9999";
	return {
		filters: { chiude: day(chiude, (one) => one >= today && one <= last) },
		fits: ({ apre: opens, chiude: closes }) => closes > now && !(opens > now) && (state === "aperti" || closes - now <= soon),
	};
}

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/* Puts a text into a node, the words that were looked for marked. Never as HTML. */
function marked(node, text, stems) {
	for (const part of text.split(/([\p{L}\p{N}]+)/u)) {
		const hit = stems.some((stem) => plain(part).startsWith(stem));
		node.append(hit ? Object.assign(document.createElement("mark"), { textContent: part }) : part);
	}
}

/* What is shown and not searched stands behind the address. */
function unpacked({ url, meta: { title } }) {
	const at = url.indexOf("#");
	return { url: url.slice(0, at), meta: { title, ...JSON.parse(url.slice(at + 1)) } };
}

function entry({ url, meta }, stems) {
	const item = model.content.cloneNode(true);
	const part = (name) => item.querySelector(`[data-part="${name}"]`);
	const put = (name, text) => { text ? part(name).textContent = text : part(name).remove(); };
	const link = part("title");
	link.href = url;
	link.textContent = "";
	marked(link, meta.title, stems);
	if (meta.sommario) marked(part("excerpt"), meta.sommario, stems);
	else part("excerpt").remove();
	put("kind", meta.tipo);
	put("cig", meta.cig && `CIG ${meta.cig}`);
	put("section", meta.sezione);
	put("date", meta.pubblicato);
	const when = item.querySelector(".card-when");
	if (meta.chiude) {
		const card = item.querySelector(".card");
		card.dataset.closes = meta.chiude;
		if (meta.apre) card.dataset.opens = meta.apre;
		put("deadline-label", meta.scadenza);
		put("deadline", meta.quando);
	} else if (meta.stato) {
		put("state", meta.stato);
		part("deadline-label").remove();
		part("deadline").remove();
	} else when.remove();
	return item;
}

let turn = 0, results = [], shown = 0, left = 0, fits, stems;

async function page(focus) {
	const mine = turn, before = list.children.length;
	while (shown < results.length && list.children.length < before + PAGE) {
		const some = await Promise.all(results.slice(shown, shown + PAGE).map(async (one) => unpacked(await one.data())));
		if (mine !== turn) return;
		for (const data of some) {
			if (list.children.length >= before + PAGE) break;
			shown += 1;
			if (fits(data.meta)) list.append(entry(data, stems));
			else left -= 1;
		}
	}
	/* The script that keeps states true looks at what is new. */
	document.dispatchEvent(new Event("visibilitychange"));
	more.hidden = shown >= results.length;
	said.textContent = (left ? (left > 1 ? words.many : words.one) : words.none).replace("%n", left);
	if (focus) list.children[before]?.querySelector("a").focus();
}

async function search() {
	const mine = ++turn, text = field("q").value, chosen = ["tipo", "sezione", "anno"].filter((name) => field(name).value);
	const state = field("stato").value, query = sought(text);
	const address = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
	history.replaceState(null, "", address.size ? `?${address}` : location.pathname);
	box.hidden = !query && !chosen.length && !state;
	if (box.hidden) return;
	const patience = setTimeout(() => { said.textContent = words.wait; }, 400);
	try {
		const module = await ready();
		const { filters, fits: inState } = await phase(module, state);
		const nothing = Object.values(filters).some((one) => one.any && !one.any.length);
		for (const name of chosen) filters[name] = field(name).value;
		const found = nothing ? { results: [] } : await module.search(query || null, { filters });
		if (mine !== turn) return;
		[results, shown, left, fits] = [found.results, 0, found.results.length, inState];
		stems = plain(query).split(/\s+/).filter((word) => word.length > 2).map((word) => word.slice(0, Math.max(3, word.length - 2)));
		list.replaceChildren();
		await page();
	} catch {
		if (mine === turn) said.textContent = words.error;
	} finally {
		clearTimeout(patience);
	}
}

let typing;
form.addEventListener("input", () => { clearTimeout(typing); typing = setTimeout(search, 250); });
form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(typing); search(); });
more.addEventListener("click", () => page(true));

const asked = new URLSearchParams(location.search);
for (const name of ["q", "stato", "tipo", "sezione", "anno"]) if (asked.get(name)) field(name).value = asked.get(name);
if ([...asked.values()].some(Boolean)) search();
