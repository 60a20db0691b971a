# Ciò che dice il programma a chi lo usa.
cli-about = Pubblica «Amministrazione trasparente»: da una cartella di avvisi in Markdown a un sito accessibile, con i feed.
cli-after = Per cominciare: `trasparente init`, poi `trasparente new`, e `trasparente serve` per vedere il sito mentre si scrive.
help-usage = Uso
usage = trasparente COMANDO [OPZIONI]
usage-options = [OPZIONI]
help-commands = Comandi
help-options = Opzioni
help-kinds = Tipi di avviso
cmd-build = Costruisce il sito e lo scrive
cmd-check = Controlla i contenuti senza scrivere nulla
cmd-serve = Mostra il sito nel browser mentre lo si scrive
cmd-new = Crea un avviso pronto da compilare, come bozza
cmd-init = Crea un sito vuoto per un ente
cmd-explain = Spiega una regola, o le elenca tutte
cmd-guide = Stampa la guida per chi pubblica, in Markdown
arg-help = Mostra questo aiuto
arg-version = Mostra la versione
arg-lang = La lingua dei messaggi: it o en
arg-content = La cartella dei contenuti: se manca, content
arg-themes = La cartella dei temi dell'ente: se manca, themes
arg-out = La cartella in cui scrivere il sito: se manca, public
arg-as-of = Il momento a cui vedere il sito, per esempio «26/05/2026 ore 12»: se manca, adesso
arg-strict = Anche gli avvertimenti fermano la pubblicazione
arg-format = Come mostrare ciò che non va: se manca, human
arg-quiet = Mostra solo ciò che non va
arg-threads = Quanti lavori insieme: se manca, quanti sono i processori
arg-port = La porta su cui rispondere: se manca, 8000
arg-rule = Il nome della regola
arg-kind = Il tipo di avviso
arg-section = La sezione, per esempio bandi-gara-contratti/procedure
arg-title = Il titolo dell'avviso
arg-name = Il nome della cartella, che fa l'indirizzo: se manca, dal titolo
arg-guide-themes = Stampa invece la pagina per chi scrive un tema (in inglese)
arg-init-folder = La cartella in cui crearlo: se manca, questa
val-folder = CARTELLA
val-moment = DATA
val-number = N
val-rule = REGOLA
val-kind = TIPO
val-section = SEZIONE
val-text = TESTO
val-name = NOME
ask-body = Nome dell'ente
ask-ipa = Codice IPA
ask-tax-code = Codice fiscale dell'ente
ask-address = Indirizzo della sede
ask-pec = Indirizzo PEC
ask-url = Indirizzo del sito che si pubblica (https://…)
ask-kind = Tipo di avviso (per esempio bando-gara, concorso-pubblico, contributi, documento)
ask-section = Sezione (per esempio bandi-gara-contratti/procedure)
ask-title = Titolo
cli-unknown-argument = l'opzione `{ $word }` non esiste
cli-unknown-command = il comando `{ $word }` non esiste
cli-invalid-value = `{ $value }` non va bene per { $argument }
cli-missing-value = { $argument } vuole un valore
cli-twice = { $argument } c'è due volte
cli-other = il comando non si capisce ({ $detail })
cli-try = prova con: { $words }
cli-see-help = Tutti i comandi: trasparente --help
cli-as-of = `{ $value }` non è una data per --as-of: scrivi «26/05/2026 ore 12»
cli-missing-flag = manca { $flag }
cannot-read = non riesco a leggere { $path }: { $cause }
cannot-write = non riesco a scrivere { $path }: { $cause }
cause-not-found = non c'è
cause-exists = c'è già, e non si sovrascrive
cause-permission = manca il permesso
cause-full = il disco è pieno
cause-read-only = il disco è in sola lettura
cause-not-a-folder = non è una cartella
cause-a-folder = è una cartella
output-not-empty = la cartella { $path } non è vuota e non l'ha scritta questo programma: indicane un'altra con --out, o svuotala
output-stranger = { $path } c'è già e non l'ha scritto questo programma: spostalo, perché lì va un file del sito
output-symlink = { $path } è un collegamento: toglilo, perché potrebbe portare fuori dalla cartella del sito
output-locked = un'altra costruzione sta scrivendo in { $path }: aspetta che finisca
progress-parse = Leggo { $count } file…
progress-check = Controllo { $count } avvisi…
progress-render = Compongo le pagine di { $count } avvisi…
progress-write = Scrivo { $count } file…
summary-findings = { $errors ->
    [0] Nessun errore
    [one] 1 errore
   *[other] { $errors } errori
}, { $warnings ->
    [0] nessun avvertimento
    [one] 1 avvertimento
   *[other] { $warnings } avvertimenti
}{ $excused ->
    [0] .
    [one] {"; "}1 dispensato con un motivo.
   *[other] {"; "}{ $excused } dispensati con un motivo.
}
summary-built = { $notices ->
    [one] Pubblicato 1 avviso
   *[other] Pubblicati { $notices } avvisi
} in { $pages } pagine nella cartella { $folder }, in { $seconds } secondi.
summary-written = File: { $written } scritti, { $unchanged } invariati, { $removed } tolti.
summary-next = Il sito cambierà da sé: { $when }. Ricostruiscilo allora.
summary-no-next = Nessuna scadenza futura: il sito non cambierà da sé.
summary-nothing-published = Non è stato pubblicato nulla: il sito in linea resta com'è. ({ $seconds } secondi)
summary-checked = { $notices ->
    [one] Controllato 1 avviso
   *[other] Controllati { $notices } avvisi
} in { $seconds } secondi: tutto si può pubblicare.
rule-unknown = la regola `{ $name }` non esiste: forse `{ $near }`?
rule-unknown-list = la regola `{ $name }` non esiste: `trasparente explain` le elenca tutte
explain-source = Da dove viene
explain-excusable = Un avviso può esserne dispensato con `consenti:`, scrivendo il motivo.
explain-not-excusable = Nessun avviso può esserne dispensato.
new-kind = `{ $value }` non è un tipo di avviso: forse { $near }?
new-section = `{ $value }` non è una sezione: forse `{ $near }`?
new-name = `{ $value }` non va bene come nome: solo lettere minuscole, cifre e trattini; indicane uno con --name
new-done = Creato { $path }. È una bozza: aprilo, compilalo e togli la riga `bozza: sì`.
init-done = Creato il sito in { $folder }. Completa content/sito.yaml, poi crea il primo avviso con `trasparente new`.
serve-ready = Il sito è su { $address } (Ctrl+C per smettere)
serve-built = Aggiornato: { $pages } pagine in { $milliseconds } ms.
serve-kept = C'è qualcosa da correggere: resta in vista l'ultima versione buona. ({ $milliseconds } ms)
serve-broken = C'è qualcosa da correggere: questa è l'ultima versione buona del sito.
serve-warnings = Il sito è aggiornato; da guardare:
serve-port = non posso rispondere sulla porta { $port } ({ $cause }): indicane un'altra con --port
