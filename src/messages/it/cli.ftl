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
arg-theme = Il tema, al posto di quello di sito.yaml
arg-themes = La cartella dei temi dell'ente: se manca, themes
arg-out = La cartella in cui scrivere il sito: se manca, public
arg-future = Pubblica anche se il momento di --as-of deve ancora venire
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
ask-accessibility = Indirizzo della dichiarazione di accessibilità (invio se non c'è ancora)
ask-privacy = Indirizzo dell'informativa sulla privacy (invio se non c'è ancora)
ask-kind = Tipo di avviso (per esempio bando-gara, concorso-pubblico, contributi, documento)
ask-section = Sezione (per esempio bandi-gara-contratti/procedure)
ask-title = Titolo
cli-unknown-argument = l'opzione `{ $word }` non esiste
cli-unknown-command = il comando `{ $word }` non esiste
cli-invalid-value = `{ $value }` non va bene per { $argument }
cli-missing-value = { $argument } vuole un valore
cli-twice = { $argument } c'è due volte
cli-no-threads = il sistema non dà altri fili di esecuzione: troppi processi aperti, o un limite troppo basso (`ulimit -u`)
cli-other = il comando non si capisce
cli-try = prova con: { $words }
cli-see-help = Tutti i comandi: trasparente --help
cli-as-of = `{ $value }` non è una data per --as-of: scrivi «26/05/2026 ore 12»
cli-missing-flag = manca { $flag }
cannot-read = non riesco a leggere { $path }: { $cause }
cannot-write = non riesco a scrivere { $path }: { $cause }
cause-not-found = non c'è
cause-exists = c'è già, e non si sovrascrive
cause-permission = manca il permesso
cause-link = è un collegamento, e i collegamenti non si seguono
cause-special = non è un file né una cartella
cause-address-taken = un altro programma la usa già
cause-no-address = questa macchina non ha quell'indirizzo
cause-memory = manca la memoria
cause-not-empty = la cartella non è vuota
cause-another-disk = è su un altro disco
cause-busy = un altro programma lo tiene occupato
cause-number = il sistema risponde con l'errore { $number }
cause-unknown = il sistema non dice perché
cause-full = il disco è pieno
cause-read-only = il disco è in sola lettura
cause-not-a-folder = non è una cartella
cause-a-folder = è una cartella
cause-name = il disco non accetta un nome così (troppo lungo, o con caratteri che non ammette)
document-changed = { $path } è cambiato mentre il sito si costruiva: non è stato pubblicato nulla, ripeti il comando
output-half = di { $of } file cambiati { $placed } erano già al loro posto, interi; gli altri sono quelli di prima: tolto l'impedimento, ripeti il comando e il sito si completa
build-future = in { $path } c'è il sito pubblicato, e --as-of è nel futuro ({ $when }): i cittadini leggerebbero ciò che non vale ancora. Per guardarlo, scrivi il sito altrove con --out; per pubblicarlo lo stesso, aggiungi --future
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
summary-drafts = { $drafts ->
    [one] Non in linea: 1 bozza. Si pubblica togliendo la riga `bozza: sì`.
   *[other] Non in linea: { $drafts } bozze. Si pubblicano togliendo la riga `bozza: sì`.
}
summary-later = { $later ->
    [one] Non ancora in linea: 1 avviso con una data futura.
   *[other] Non ancora in linea: { $later } avvisi con una data futura.
}
summary-written = File: { $written } scritti, { $unchanged } invariati, { $removed } tolti.
summary-next = Il sito cambierà da sé: { $when }. Ricostruiscilo allora.
summary-no-next = Nessuna scadenza futura: il sito non cambierà da sé.
summary-history-shallow = Le date di aggiornamento non sono state confrontate con git: qui ci sono solo gli ultimi commit. Si scarica la storia intera con `git fetch --unshallow`, o con `fetch-depth: 0` se lo fa un'automazione.
summary-history-reftable = Le date di aggiornamento non sono state confrontate con git: il repository tiene i riferimenti come `reftable`, che non so leggere. Tornano file con `git refs migrate --ref-format=files`.
summary-history-partial = Non tutte le date di aggiornamento sono state confrontate con git: nel repository mancano degli oggetti. Di solito è un clone parziale: ne serve uno senza `--filter`.
summary-history-unreadable = Non tutte le date di aggiornamento sono state confrontate con git: non riesco a leggere il repository. Che cos'ha lo dice `git fsck`.
summary-history-long = Non tutte le date di aggiornamento sono state confrontate con git: il repository è troppo grande, e ne ho guardato solo una parte.
summary-history-texts = Che cosa dicevano prima gli avvisi non si sa: nel repository mancano i testi di una volta. Di solito è un clone parziale: ne serve uno senza `--filter`.
summary-history-lost = Senza quella storia i feed possono ripetere ciò che hanno già detto, e un termine riscritto non viene annunciato.
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
init-done-here = Creato il sito in questa cartella. Completa content/sito.yaml, poi crea il primo avviso con `trasparente new`.
init-done = Creato il sito nella cartella { $folder }. Completa content/sito.yaml, poi crea il primo avviso con `trasparente new`.
serve-ready = Il sito è su { $address } (Ctrl+C per smettere)
serve-built = Aggiornato: { $pages } pagine in { $milliseconds } ms.
serve-kept = C'è qualcosa da correggere: resta in vista l'ultima versione buona. ({ $milliseconds } ms)
serve-broken = C'è qualcosa da correggere: questa è l'ultima versione buona del sito.
serve-warnings = Il sito è aggiornato; da guardare:
serve-port = non posso rispondere sulla porta { $port } ({ $cause }): indicane un'altra con --port
cmd-feedback = Riceve le valutazioni delle pagine e ne fa il conto
cmd-feedback-serve = Riceve le valutazioni delle pagine e le conserva
cmd-feedback-report = Stampa i conti delle valutazioni ricevute
usage-feedback = trasparente feedback COMANDO [OPZIONI]
val-file = FILE
val-address = INDIRIZZO
arg-db = Il file delle valutazioni (SQLite): se manca, valutazioni.sqlite
arg-feedback-port = La porta su cui ricevere: se manca, 8787
arg-address = L'indirizzo di rete su cui ricevere: se manca, 127.0.0.1, cioè solo da questa macchina
arg-proxy = Davanti c'è un server web di questa macchina, che dice chi scrive con X-Forwarded-For; senza, tutti i visitatori che passano di lì contano come uno
arg-from = Il primo giorno, per esempio 01/11/2026: se manca, dall'inizio
arg-to = L'ultimo giorno, compreso: se manca, fino a oggi
arg-feedback-format = Come scrivere i conti: se manca, testo
arg-by = Una riga per pagina, per mese o per giorno; anche due, per esempio mese,pagina: se manca, pagina
feedback-serve-after = Accetta solo ciò che arriva dalle pagine del sito (`indirizzo_base` di content/sito.yaml). Conserva voto, risposta, testo, pagina e minuto; non chi scrive. Dal testo toglie ciò che sembra un dato personale. Per i controlli automatici: GET /salute.
feedback-report-after = Le pagine sono quelle che il modulo ha dichiarato: qui non si sa se il sito le ha. I giorni sono quelli di Roma.
    
    CSV (RFC 4180, UTF-8), una riga per pagina o periodo: periodo, pagina, risposte, media, da voto_1 a voto_5 (quante volte), da difficolta_1 a difficolta_5 (le risposte a chi dà da 1 a 3 stelle, nell'ordine del modulo), da pregi_1 a pregi_5 (a chi ne dà 4 o 5), testi (uno per riga).
    
    JSON: formato (1), dal, al, per, domande (le parole), righe (periodo, pagina, risposte, media, voti, difficolta, pregi, testi), totale.
feedback-ready = Ricevo le valutazioni di { $site } su { $address } e le conservo in { $path } (Ctrl+C per smettere)
feedback-well-again = Le valutazioni si conservano di nuovo.
feedback-no-site = non c'è { $path }: indica la cartella dei contenuti con --content
feedback-base-url = i browser non scrivono così l'indirizzo del sito, { $address }: in `indirizzo_base` scrivi il nome senza accenti, nella forma xn--…
feedback-listen = non posso ricevere su { $address } ({ $cause }): indica altro con --address o --port
feedback-no-folder = la cartella { $path } non c'è: creala, o indica un altro file con --db
feedback-no-file = il file { $path } non c'è: indica quello delle valutazioni con --db
feedback-is-folder = { $path } è una cartella: con --db indica un file
feedback-not-a-database = { $path } non è un file di valutazioni (né un database SQLite): indicane un altro con --db
feedback-link = { $path } è un collegamento (o lo è un file accanto, con lo stesso nome e -wal o -shm), e i collegamenti non si seguono: con --db indica il file vero
feedback-special = { $path } non è un file (o non lo è un file accanto, con lo stesso nome e -wal o -shm): toglilo, o indica un altro file con --db
feedback-replaced = mentre scrivevo, al posto di { $path } (o del file accanto, con -wal in fondo al nome) ne è stato messo un altro: la valutazione non è stata accettata
feedback-not-ours = { $path } non è un file di valutazioni: indicane un altro con --db
feedback-newer = { $path } è di una versione più recente di questo programma (la { $version }): aggiorna il programma
feedback-damaged = { $path } è rovinato: rimetti al suo posto una copia ({ $cause })
feedback-busy = un altro programma tiene occupato { $path }: chiudilo e riprova
feedback-full = non c'è più posto per scrivere in { $path }
feedback-read-only = non ho il permesso di scrivere in { $path }
feedback-cannot-open = non riesco ad aprire { $path }: controlla che questo utente possa leggere e scrivere lì ({ $cause })
feedback-disk = il disco dà un errore su { $path } ({ $cause })
feedback-database = non riesco a usare { $path }: { $cause }
feedback-date = `{ $value }` non è una data per { $flag }: scrivi «23/11/2026»
feedback-backwards = il giorno di --to viene prima di quello di --from
figures-ever = Valutazioni ricevute
figures-since = Valutazioni ricevute dal { $from }
figures-until = Valutazioni ricevute fino al { $to }
figures-between = Valutazioni ricevute dal { $from } al { $to }
figures-none = Nessuna.
figures-total = { $count ->
    [one] 1 valutazione
   *[other] { $count } valutazioni
}, in media { $mean } su 5.
figures-stars = { $count ->
    [one] 1 stella
   *[other] { $count } stelle
}
figures-count = risposte
figures-mean = media
figures-page = pagina
figures-period = periodo
figures-texts = Che cosa hanno scritto
