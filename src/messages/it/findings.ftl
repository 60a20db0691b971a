# Ciò che si dice a chi scrive: che cosa non va, senza punto finale, e che cosa sarebbe giusto.
error = errore
warning = avvertimento
help-word = aiuto

## File
file-too-large = il file è di { $size } MB: un testo non è così grande
file-too-large-hint = è forse un allegato? dagli il suo nome vero e attaccalo a un avviso con `allegati:`
not-utf8 = qui c'è un carattere che non è UTF-8 (byte { $byte })
not-utf8-hint = salva il file con codifica «UTF-8»: nei programmi di scrittura è fra le opzioni di «Salva con nome»
name-not-utf8 = il nome del file contiene caratteri illeggibili
name-not-utf8-hint = rinominalo con lettere, cifre e trattini
not-a-file = non è un file né una cartella
not-a-file-hint = toglilo dalla cartella dei contenuti
symlink = è un collegamento a un altro file, e i collegamenti non si seguono
symlink-hint = copia qui il file vero
file-outside = `{ $path }` esce dalla cartella dei contenuti
file-outside-hint = metti il file accanto all'avviso e scrivi solo il suo nome
too-many = in questo file c'è dell'altro da correggere: comincia da ciò che precede

## Intestazione
front-matter-missing = manca l'intestazione
front-matter-hint = la prima riga del file deve essere `---`; poi le chiavi, e un'altra riga `---`
front-matter-unclosed = l'intestazione non è chiusa
front-matter-close-hint = dopo l'ultima chiave metti una riga con solo `---`
yaml-syntax = l'intestazione non si legge qui ({ $detail })
yaml-tab = qui c'è un carattere di tabulazione
yaml-tab-hint = usa spazi per far rientrare le righe: due per livello
yaml-indentation = il rientro di questa riga non torna con quelle sopra
yaml-open-bracket = una parentesi è rimasta aperta: manca `{ $bracket }`
yaml-open-quote = le virgolette aperte qui non si chiudono
yaml-colon = qui i due punti non si capiscono
yaml-colon-hint = se fanno parte del testo, metti tutto il valore fra virgolette: `titolo: "Concorso: istruttore"`
yaml-character = il carattere `{ $character }` qui ha un significato speciale
yaml-hint = una chiave per riga, `chiave: valore`; se il valore contiene `:` o `#`, o comincia con un segno, mettilo fra virgolette
yaml-alias = ancore e rimandi (`&nome`, `*nome`) non sono accettati
yaml-alias-hint = scrivi il valore per esteso; se un testo comincia con `&` o `*`, mettilo fra virgolette
yaml-tag = le etichette di tipo (`!nome`) non sono accettate
yaml-second-document = l'intestazione contiene due documenti
yaml-key-not-text = una chiave deve essere una parola
yaml-too-deep = l'intestazione ha troppi livelli o troppe voci
key-unknown = la chiave `{ $key }` non esiste
key-nearest = forse `{ $key }`?
key-known = le chiavi qui sono: { $keys }
key-double = la chiave `{ $key }` c'è già
key-double-alias = `{ $alias }` è lo stesso che `{ $key }`, che c'è già
key-double-hint = tieni una sola delle due; per più voci usa un elenco, con un `-` per riga
key-missing = manca la chiave `{ $key }`
key-example = per esempio: `{ $line }`
key-group = sotto `{ $key }:`, rientrate, ci vanno le sue chiavi: { $keys }
quotes-needed = `{ $value }` senza virgolette non è un testo per tutti i programmi
quotes-zeros = `{ $value }` senza virgolette perde gli zeri iniziali in altri programmi
quotes-hint = scrivi `"{ $value }"`

## Valori
value-not-group = `{ $name }` vuole delle chiavi sotto di sé, rientrate
value-group-keys = le chiavi sono: { $keys }
value-not-list = qui ci vuole un elenco
value-list-hint = vai a capo e metti un `-` davanti a ogni voce
value-not-text = qui ci vuole un testo, non un elenco né altre chiavi
value-text-hint = scrivi il testo sulla stessa riga della chiave
value-not-yes-no = `{ $value }` non è né sì né no
value-yes-no-hint = scrivi `sì` oppure `no`
value-not-number = `{ $value }` non è un numero che vada bene qui
value-number-hint = un numero intero da { $from } a { $to }
value-unknown = `{ $value }` non è fra le voci previste
value-nearest = forse `{ $word }`?
value-words = si può scrivere: { $words }
date-shape = `{ $value }` non è una data
date-day = il giorno `{ $value }` non esiste
date-year = l'anno di `{ $value }` non è di quattro cifre fra il 1990 e il 2100
date-hour = l'ora di `{ $value }` non esiste
date-hint = scrivi `26/05/2023`, `26/05/2023 ore 12:00` o `26 maggio 2023 ore 12`
amount-shape = `{ $value }` non è un importo
amount-hint = scrivi `172.131,15`: punti per le migliaia, virgola per i centesimi
id-shape = un nome permanente ha solo lettere minuscole, cifre e trattini
id-hint = per esempio `patti-di-collaborazione`
language-shape = la lingua si scrive con due lettere
language-hint = `en` per l'inglese, `de` per il tedesco, `fr` per il francese, `sl` per lo sloveno
address-not-web = `{ $value }` non è un indirizzo web
address-web-hint = comincia con `https://` e non contiene spazi
address-not-email = `{ $value }` non è un indirizzo e-mail
address-email-hint = ha la forma `protocollo@pec.comune.esempio.it`
alias-shape = `{ $value }` non è un indirizzo di questo sito
alias-hint = comincia con `/`, per esempio `/vecchio-sito/bando-mense/`

## Codici
cig-shape = `{ $value }` non è un CIG: sono dieci lettere e cifre
cig-shape-hint = se il CIG non c'è ancora, scrivi `cig_mancante:` con il perché
cig-zeros = dieci zeri non sono un CIG
cig-zeros-hint = togli `cig:` e scrivi `cig_mancante:` con il perché: per esempio «si acquisisce dopo la scelta dell'affidatario»
cig-check = le cifre di controllo di `{ $value }` non tornano
cig-check-hint = una lettera o una cifra è sbagliata: ricopialo dall'atto o dalla piattaforma
cup-shape = `{ $value }` non è un CUP
cup-hint = quindici caratteri: una lettera, due cifre, una lettera, undici cifre, come `I98I21000110001`
cpv-shape = `{ $value }` non è un codice CPV
cpv-shape-hint = otto cifre, un trattino e la cifra di controllo, come `85312300-2`
cpv-unknown = il codice CPV `{ $value }` non esiste nel vocabolario
cpv-unknown-hint = cercalo nel vocabolario comune per gli appalti (regolamento CE 213/2008)
cpv-check = la cifra di controllo di `{ $value }` è sbagliata
simog-shape = `{ $value }` non è un numero gara SIMOG
simog-hint = sono sette cifre, come `9030232`
mepa-shape = `{ $value }` non è un numero del MePA
mepa-hint = scrivi la sigla e il numero: `RdO 3534973`, `TD 3534973`, `OdA 3534973` o `gara 3534973`
uuid-shape = `{ $value }` non è un identificativo della piattaforma
uuid-hint = ha la forma `0c1a2b3c-4d5e-4f70-8192-a3b4c5d6e7f8`
ipa-shape = `{ $value }` non è un codice IPA
choice-shape = `{ $value }` non è un numero della lista dell'ANAC
choice-hint = i numeri della scelta del contraente vanno da 1 a 39, non tutti: 1 è la procedura aperta, 23 l'affidamento diretto, 33 la negoziata sotto soglia
ipa-hint = è il codice dell'ente su indicepa.gov.it, come `c_l407`
tax-code-shape = `{ $value }` non è il codice fiscale di un ente o di un'impresa
tax-code-check = la cifra di controllo di `{ $value }` non torna
tax-code-zeros = a `{ $value }` mancano gli zeri iniziali
tax-code-hint = sono undici cifre; fra virgolette, perché non si perdano gli zeri
tax-code-person = `{ $value }` è il codice fiscale di una persona
tax-code-person-hint = toglilo: qui si scrivono solo imprese ed enti

## Testo
html-in-text = qui non si può scrivere HTML (`{ $tag }`)
html-text-hint = togli i segni `<` e `>`; se è un indirizzo, scrivilo senza
html-in-body = qui non si può scrivere HTML (`{ $tag }`)
html-body-hint = usa Markdown: **grassetto** con due asterischi, elenchi con `-`, tabelle con `|`; se il segno è voluto, scrivi `\<`
link-scheme = i collegamenti `{ $scheme }:` non sono accettati
link-no-scheme = non si capisce dove porti questo collegamento
link-scheme-hint = usa un indirizzo `https://…`, `mailto:…`, `tel:…`, o un file o una pagina di questo sito
image-elsewhere = l'immagine sta su un altro sito
image-elsewhere-hint = salvala accanto all'avviso: chi legge non deve essere seguito da altri
image-no-text = immagine senza testo alternativo
image-text-hint = scrivi fra le parentesi quadre che cosa mostra: `![Planimetria della sede](sede.png)`
heading-first-level = il titolo principale della pagina c'è già
heading-first-hint = nel testo comincia da due cancelletti: `## Titolo`
heading-skipped = dal livello { $before } si salta al livello { $level }
heading-skipped-hint = scrivi `{ $marks } Titolo`
heading-empty = titolo vuoto
heading-empty-hint = scrivi il titolo dopo i cancelletti, o togli la riga
click-here = il collegamento «{ $text }» non dice dove porta
click-here-hint = metti nel collegamento il nome di ciò che si apre: `[Disciplinare di gara](disciplinare.pdf)`
placeholder = è rimasto un testo da sostituire
placeholder-hint = scrivi ciò che manca, o togli la frase
link-dead = questo collegamento non porta da nessuna parte
link-dead-hint = per un altro avviso scrivi il percorso del suo file, per una sezione `/sezione/sottosezione/`
link-not-online = `{ $path }` non è ancora in linea
link-not-online-hint = pubblicalo, o togli il collegamento finché è una bozza o ha una data futura
anchor-dead = nella pagina non c'è il punto `#{ $anchor }`
anchor-hint = il punto è il titolo in minuscolo, con trattini al posto degli spazi
image-format = `{ $name }` non è un'immagine
image-format-hint = vanno bene png, jpg, gif e webp

## Sito e sezioni
section-unknown = `{ $name }` non è una sezione di «Amministrazione trasparente»
section-none = questo file non sta in nessuna sezione
section-none-hint = spostalo nella cartella della sua sezione, per esempio `bandi-gara-contratti/procedure`
section-nearest = forse `{ $path }`?
section-list = le sezioni sono quelle della legge; se ne serve una in più, aggiungila in `sito.yaml` sotto `sezioni: aggiungi:`
section-taken = la sezione `{ $path }` c'è già
section-reserved = `{ $id }` è un nome che il sito usa già per altro
section-taken-hint = dalle un altro `id`
section-required = la sezione `{ $name }` non si può nascondere: la legge la vuole
section-required-hint = se non c'è nulla da pubblicare, dillo in `_sezione.md` con `vuota:` e il perché
site-missing = manca il file che dice chi pubblica
site-missing-hint = crealo con `trasparente init`
base-url-path = l'indirizzo del sito non deve avere un percorso
base-url-host = l'indirizzo del sito non è il nome di un server
base-url-hint = solo `https://` e il nome del sito, per esempio `https://trasparenza.comune.esempio.it`

## Fra un avviso e l'altro
id-taken = l'id `{ $id }` è già di `{ $other }`
id-taken-hint = dai a uno dei due un `id:` diverso; quello già pubblicato tiene il suo
cig-taken = il CIG `{ $cig }` è già in `{ $other }`
cig-taken-hint = se i due avvisi vanno insieme, scrivi qui `collegati: [{ $id }]`
alias-taken = l'indirizzo `{ $alias }` è già di «{ $other }»
alias-clash = l'indirizzo `{ $path }` serve già ad altro
alias-taken-hint = un indirizzo porta in un posto solo: togli l'alias da uno dei due
related-unknown = non c'è nessun avviso con id `{ $id }`
related-hint = l'id di un avviso è il nome del suo file, se non ne ha scritto un altro
path-clash = due cose vogliono l'indirizzo `{ $path }`: { $first } e { $second }
deadline-early = il termine è passato prima che l'avviso sia pubblicato
deadline-early-hint = controlla l'anno del termine e la data di `pubblicato`
update-early = è aggiornato prima di essere pubblicato
update-early-hint = controlla le date di `pubblicato` e `aggiornato`
l190-missing = nei dati della L. 190/2012 manca il lotto con CIG `{ $cig }`: l'avviso non dice tutto
l190-without-cig = nei dati della L. 190/2012 manca questa procedura: non ha un CIG
l190-missing-hint = per metterlo nei dati del { $year } scrivi { $keys }
update-stale = il file è stato cambiato il { $day }, dopo la data di aggiornamento
update-stale-hint = se il cambiamento conta per chi legge, scrivi `aggiornato: { $day }`
holiday-hint = se il termine lo fissa un atto, dillo con `consenti:`; altrimenti spostalo al primo giorno lavorativo
clock-skipped = questa ora non esiste: quella notte l'orologio passa dalle 2 alle 3
clock-twice = questa ora c'è due volte: quella notte l'orologio torna dalle 3 alle 2; vale la seconda
clock-hint = scegli un'ora fuori dall'intervallo fra le 2 e le 3

## Allegati
attachment-missing = il file `{ $name }` non c'è
attachment-missing-hint = mettilo nella cartella `{ $folder }`, con lo stesso nome, maiuscole comprese
attachment-empty = il file `{ $name }` è vuoto
attachment-empty-hint = ricopialo: forse il caricamento si è interrotto
attachment-no-source = l'allegato non ha né `file:` né `indirizzo:`
attachment-two-sources = l'allegato ha sia `file:` sia `indirizzo:`
attachment-source-hint = scrivi `file:` con il nome del file, oppure `indirizzo:` se sta altrove
attachment-format-unknown = il formato di `{ $name }` non si pubblica
attachment-runs = `{ $name }` è una pagina o un disegno che potrebbe contenere programmi
attachment-runs-hint = aprilo e salvalo di nuovo come documento vero e proprio, per esempio PDF
attachment-active-vocabulary-hint = usa il vocabolario di pagine, disegni, formule o trasformazioni: salva i soli dati
attachment-active-style-hint = chiede un foglio di stile: togli la riga che comincia con `<?xml-stylesheet`
attachment-active-doctype-hint = dichiara un tipo di documento: togli la riga che comincia con `<!DOCTYPE`, e lascia i soli dati
attachment-active-address-hint = contiene un indirizzo che è un programma, come `javascript:`: toglilo
attachment-active-opening-hint = comincia come una pagina web: fa' che la prima riga sia `<?xml version="1.0" encoding="UTF-8"?>`
attachment-mixed = dentro `{ $name }` c'è anche una pagina web
attachment-mixed-hint = salvalo di nuovo dal programma da cui viene: come documento deve contenere soltanto sé stesso
attachment-program = `{ $name }` è un programma
attachment-program-hint = sembra { $kind ->
        [windows] un programma per Windows
        [linux] un programma per Linux
        [macos] un programma per macOS
        [java] un programma Java
        [android] un programma per Android
        [webassembly] un programma WebAssembly
       *[script] un programma da riga di comando
    }: allega il documento, non il programma
attachment-other-format = `{ $name }` non è del formato che dice il suo nome
attachment-rename-hint = sembra un file `{ $told }`: rinominalo `{ $renamed }`, o salvalo di nuovo nel formato `{ $ending }`
attachment-other-hint = sembra un file `{ $told }`, che non si pubblica: salvalo di nuovo nel formato `{ $ending }`
attachment-no-mark-hint = dentro non c'è ciò che il nome promette: esportalo di nuovo, o dagli il nome giusto
attachment-cut-short = il file `{ $name }` è incompleto
attachment-locked = `{ $name }` si apre soltanto con una password
attachment-locked-hint = salvalo di nuovo senza password, o come PDF
attachment-too-long = `{ $name }` è troppo grande per essere controllato
attachment-too-long-hint = dividilo in file più piccoli di 20 MB, o mettilo in un archivio `zip`
attachment-not-text = `{ $name }` non è un testo
attachment-not-text-hint = nella riga { $line } c'è un carattere che nei testi non si usa: salvalo di nuovo come testo in UTF-8
attachment-escape = in `{ $name }` la codifica del testo cambia a metà
attachment-escape-hint = il segno che la cambia è nella riga { $line }: salvalo di nuovo come testo in UTF-8
attachment-not-utf8 = `{ $name }` non è scritto in UTF-8
attachment-not-utf8-hint = il primo carattere che non va è nella riga { $line }: salvalo di nuovo in UTF-8
attachment-encoding-hint = la prima riga dichiara un'altra codifica: salvalo di nuovo in UTF-8, con `encoding="UTF-8"` nella prima riga
attachment-not-xml = `{ $name }` non è XML ben scritto
attachment-not-xml-hint = l'errore è nella riga { $line }: esportalo di nuovo dal programma da cui viene
attachment-not-json = `{ $name }` non è JSON ben scritto
attachment-not-json-hint = l'errore è nella riga { $line }: esportalo di nuovo dal programma da cui viene
attachment-not-geographic = `{ $name }` è JSON, ma non contiene dati geografici
attachment-not-geographic-hint = rinominalo `{ $renamed }`, o esportalo di nuovo come GeoJSON
attachment-formats-hint = esportalo in un formato ammesso: { $words }
attachment-same-name = due allegati diversi si chiamano `{ $name }`
attachment-same-name-hint = dai a uno dei due un altro nome
attachment-unused = il file `{ $name }` non è allegato a nessun avviso
attachment-unused-hint = aggiungi `file: { $name }` agli allegati dell'avviso, o togli il file

## Dispense
excuse-unknown = la regola `{ $rule }` non esiste
excuse-not-excusable = dalla regola `{ $rule }` non si può essere dispensati
excuse-mend-hint = correggi ciò che la regola segnala
excuse-idle = la dispensa dalla regola `{ $rule }` non serve più
excuse-idle-hint = toglila

## Temi
theme-hint = che cosa riceve un tema è scritto in docs/themes.md: lo stampa anche `trasparente guide --themes`
theme-name = il nome di un tema ha solo lettere minuscole, cifre e trattini
theme-name-hint = è il nome di una cartella dentro `themes`
theme-unknown = il tema `{ $name }` non c'è: manca la cartella `{ $folder }`
theme-unreadable = il tema `{ $name }` non si legge ({ $detail })
theme-unknown-hint = scrivi `tema: base`, o crea la cartella; `--themes` dice dove sono i temi
theme-no-manifest = manca `theme.yaml`
theme-manifest = `theme.yaml` non si legge ({ $detail })
theme-interface = il tema è scritto per l'interfaccia { $theirs }, il programma ha la { $ours }
theme-template = un modello non si legge: { $detail }
theme-template-missing = manca il modello
theme-variable = il modello chiede `{ $name }`, che non gli viene dato
theme-render = la pagina `{ $page }` non si compone: { $detail }

## Festivi
holiday-sunday = il termine cade di domenica
holiday-new-year = il termine cade a Capodanno
holiday-epiphany = il termine cade all'Epifania
holiday-easter = il termine cade a Pasqua
holiday-easter-monday = il termine cade il Lunedì dell'Angelo
holiday-liberation = il termine cade il 25 aprile, festa della Liberazione
holiday-labour = il termine cade il Primo maggio
holiday-republic = il termine cade il 2 giugno, festa della Repubblica
holiday-assumption = il termine cade a Ferragosto
holiday-francis = il termine cade il 4 ottobre, festa di san Francesco
holiday-all-saints = il termine cade a Ognissanti
holiday-immaculate = il termine cade l'8 dicembre, Immacolata Concezione
holiday-christmas = il termine cade a Natale
holiday-stephen = il termine cade a Santo Stefano
feedback-without = `valutazione` non dice dove mandare le risposte: manca `{ $key }`
feedback-without-hint = aggiungi `{ $key }`, oppure scrivi `invio: nessuno`
search-failed = non è stato possibile preparare la ricerca: { $detail }
search-failed-hint = riprova; se succede ancora, pubblica intanto con `senza: [ricerca]` in sito.yaml
theme-not-a-name = `{ $name }` non è il nome di un tema
theme-not-a-name-hint = scrivi solo il nome di una cartella di `themes/`, senza barre; `--themes` dice dove sono i temi
theme-link = la cartella del tema `{ $name }` è un collegamento, e i collegamenti non si seguono
theme-link-hint = copia qui la cartella vera
style-deep = nel foglio di stile più di 64 parentesi restano aperte una dentro l'altra
style-deep-hint = qui manca probabilmente una parentesi chiusa: cercala fra le righe precedenti
style-failed = il foglio di stile manda in errore il programma che lo riduce
style-failed-hint = cerca che cosa c'è di strano, oppure chiamalo `{ $name }`: si pubblica com'è
page-deep = nella pagina `{ $page }` più di 200 elementi restano aperti uno dentro l'altro: non si può ridurre
page-unminified = la pagina `{ $page }` manda in errore il programma che riduce le pagine
page-unminified-hint = guarda il testo o il modello da cui viene la pagina, oppure togli `minifica: pagine` da `sito.yaml`
theme-endless = la pagina `{ $page }` non finisce più: il modello ripete troppe volte (il limite è di due milioni di passi)
theme-endless-hint = guarda i cicli (`for`) uno dentro l'altro, `range` e i pezzi che ne richiamano altri: qui se ne è raggiunto il limite
theme-huge = la pagina `{ $page }` cresce troppo (il limite è di 64 MB, e di 1 MB per ogni testo che il modello compone)
theme-huge-hint = guarda i testi che si allungano a ogni giro di un ciclo, e le liste scritte dentro altre liste
theme-templates-many = il tema ha più di 1000 modelli
theme-templates-deep = i modelli si richiamano uno dentro l'altro (`include`, `extends`) per più di 30 livelli, o in cerchio
theme-alternatives-many = il modello ha più di 200 `elif`
theme-extends = il tema estende `{ $name }`, che non c'è
theme-packages = il tema `{ $name }` usa pacchetti che non sono installati: manca { $first } ({ $count } file in tutto)
theme-packages-hint = installali con `npm ci --prefix { $folder }`
theme-file-missing = manca `assets/{ $name }`
theme-file-kind = `{ $name }` non è un file adatto: serve { $endings }
theme-colour = `{ $key }: { $value }` non è un colore
theme-colour-hint = un colore si scrive con sei cifre esadecimali, fra virgolette: "#0066cc"
theme-contrast = il colore `{ $key }` { $value } su { $ground } ha un contrasto di { $ratio } a 1: ne servono 4,5 (WCAG 2.2, criterio 1.4.3)
theme-contrast-hint = la tonalità più vicina che si legge è { $better }
istat-shape = `{ $value }` non è un codice ISTAT di comune
istat-hint = sono sei cifre, fra virgolette perché lo zero davanti non si perda: `"026086"`
degrees-shape = `{ $value }` non è un numero di gradi fra -{ $most } e { $most }
degrees-hint = si scrive con il punto e fra virgolette: `"45.6669"`
ocds-prefix-shape = `{ $value }` non è un prefisso OCDS
ocds-prefix-hint = è `ocds-` e sei lettere o cifre, come `ocds-213czf`: lo assegna l'Open Contracting Partnership a chi si registra
security-contact = `{ $value }` non è un'e-mail, una pagina web o un telefono
security-contact-hint = per esempio `sicurezza@comune.esempio.it`, `https://www.comune.esempio.it/segnala` o `"+39 0000 123456"`
security-https = `{ $value }` non è al sicuro da chi ascolta
security-https-hint = in security.txt le pagine cominciano con `https://`
security-language = `{ $value }` non è il codice di una lingua
security-language-hint = per esempio `it`, `en`, `de-AT`
security-expired = `{ $file }` è scaduto: chi trova una falla non sa se i contatti valgono ancora
security-expired-hint = controlla i contatti e sposta `scade:` in avanti, di non più di un anno
security-far = `{ $file }` scade fra più di un anno, e intanto i contatti possono cambiare
security-far-hint = scrivi in `scade:` una data entro un anno, e segnati di rivederla
