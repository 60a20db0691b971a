/* What a page can do once scripts run: copy, share, print, refine a list, take the rating one step at a time. */
(() => {
	const words = document.currentScript.dataset;
	const all = (selector, then) => document.querySelectorAll(selector).forEach(then);
	const say = (text) => { document.getElementById("at-said").textContent = text; };

	async function copy(button, text) {
		const before = (button.dataset.before ??= button.dataset.label);
		let said = words.copied;
		try { await navigator.clipboard.writeText(text); } catch { said = words.failed; }
		button.dataset.label = said;
		say(`${said}: ${text}`);
		setTimeout(() => { button.dataset.label = before; }, 2500);
	}

	/* Without a clipboard (a page that is not secure) there is nothing to offer. */
	if (!navigator.clipboard) all("[data-copy]", (button) => button.remove());
	if (!navigator.clipboard && !navigator.share) all("[data-share]", (button) => button.parentElement.remove());
	document.documentElement.classList.add("js");

	document.addEventListener("click", (event) => {
		const button = event.target.closest("button");
		if (!button) return;
		const { copy: text, share, print } = button.dataset;
		if (text !== undefined) copy(button, text);
		else if (print !== undefined) window.print();
		else if (share !== undefined) {
			if (navigator.share) navigator.share({ title: share, url: location.href }).catch(() => {});
			else copy(button, location.href);
		}
	});
	/* On paper nothing stays folded. */
	let folded = [];
	addEventListener("beforeprint", () => {
		folded = [...document.querySelectorAll("details:not([open])")];
		folded.forEach((box) => { box.open = true; });
	});
	addEventListener("afterprint", () => folded.forEach((box) => { box.open = false; }));

	/* Accents and capitals do not count, nor blanks inside a code. */
	const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
	all(".refine", (box) => {
		const field = box.querySelector("input"), said = box.querySelector("[role=status]");
		const cards = [...box.parentElement.querySelectorAll(".cards > li")].map((card) => [card, plain(card.textContent)]);
		const refine = () => {
			const sought = plain(field.value).split(/\s+/).filter(Boolean), whole = sought.join("");
			let shown = 0;
			for (const [card, text] of cards) {
				card.hidden = !(sought.every((part) => text.includes(part)) || (whole.length > 5 && text.includes(whole)));
				shown += !card.hidden;
			}
			const { none, one, many } = box.dataset;
			said.textContent = sought.length ? (shown ? (shown > 1 ? many : one) : none).replace("%n", shown) : "";
		};
		field.addEventListener("input", refine);
	});

	all(".feedback-form", (form) => {
		const said = form.nextElementSibling, details = form.elements.testo, left = form.querySelector(".left-chars");
		const answers = [...form.elements.risposta];
		const step = (number, focus) => {
			form.dataset.step = number;
			said.textContent = "";
			if (!focus) return;
			const fields = [...form.querySelectorAll(`.step-${number} input`)].filter((field) => field.offsetParent);
			(fields.find((field) => field.checked) ?? fields[0])?.focus();
		};
		const count = () => { left.textContent = left.dataset.text.replace("%n", details.maxLength - details.value.length); };
		step(1);
		count();
		details.addEventListener("input", count);
		form.addEventListener("change", ({ target }) => {
			if (target.name !== "voto") return;
			answers.forEach((answer) => { answer.checked = false; });
			step(1);
		});
		form.addEventListener("click", ({ target }) => {
			const number = target.closest("button")?.dataset.step;
			if (!number) return;
			if (number === "2" && !answers.some((answer) => answer.checked)) said.textContent = said.dataset.choose;
			else step(number, true);
		});
		form.addEventListener("submit", async (event) => {
			const early = form.dataset.step === "1";
			if (early || form.dataset.mode === "ricevitore") event.preventDefault();
			/* Enter in the first step goes on, it does not send. */
			if (early) form.querySelector("[data-step='2']").click();
			if (early || form.dataset.mode !== "ricevitore") return;
			const button = form.querySelector("[type=submit]");
			button.disabled = true;
			try {
				const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), headers: { Accept: "application/json" } });
				if (!answer.ok) throw answer.status;
				form.hidden = true;
				said.textContent = said.dataset.thanks;
			} catch {
				said.textContent = said.dataset.error;
			}
			button.disabled = false;
		});
	});
})();
