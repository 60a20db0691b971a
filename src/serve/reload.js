// Reloads the page when the preview shows something newer than what it was loaded with.
const shown = document.currentScript.dataset.versione;
const events = new EventSource("/__trasparente/eventi");
events.onmessage = (event) => { if (event.data !== shown) { events.close(); location.reload(); } };
