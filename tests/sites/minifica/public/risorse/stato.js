/* What is true now, on the clock in Rome. */
(() => {
	const page = document, script = page.currentScript, word = (name) => script.getAttribute("data-" + name);
	const all = (what, then) => page.querySelectorAll(what).forEach(then);
	const rome = (at, form) => new Intl.DateTimeFormat("sv", { timeZone: "Europe/Rome", ...form }).format(at * 1e3);
	const day = (at) => Date.parse(rome(at)) / 864e5;
	const hour = (at) => rome(at, { hour: "2-digit", minute: "2-digit" });
	let other; // than when the page was made
	const put = (node, text) => { if (node && node.textContent != text) node.textContent = text, other = 1; };

	function renew() {
		const now = Date.now() / 1e3;
		const say = (verb, at, days = day(at) - day(now)) =>
			word(verb + (days > 1 ? "-days" : days ? "-tomorrow" : "-today")).replace("%n", days).replace("%h", hour(at));
		all("[data-closes]", (box) => {
			const { opens, closes } = box.dataset, over = now >= closes, early = now < opens,
				state = over ? "scaduto" : early ? "in-programma" : closes - now > word("closing") * 86400 ? "in-corso" : "in-scadenza",
				label = box.querySelector(".state");
			if (label) label.dataset.state = state;
			put(label, word(state));
			put(box.querySelector(".left"), over ? word("over") : early ? say("opens", opens) : say("closes", closes - 60));
			if (over && box.closest("[data-live]")) box.hidden = true;
		});
		all("[data-open]", (box) => put(box, box.dataset.open.split(",").filter((at) => at > now).length));
		let next = "next";
		all("[data-at]", (item) => {
			const phase = item.dataset.phase = item.dataset.at > now ? next : "past";
			if (phase == next) next = "future";
			put(item.querySelector(".phase"), word(phase));
		});
		all(".as-of", (line) => { line.hidden = other; });
	}
	renew();
	setInterval(renew, 6e4);
	page.addEventListener("visibilitychange", renew);
})();
