# Che cosa chiede ogni regola, in una riga senza punto finale, e perché, con un esempio.

## File e intestazione
rule-testo-utf8 = I testi sono salvati in UTF-8, e i nomi dei file si leggono
explain-testo-utf8 =
    UTF-8 è il modo in cui oggi si salvano i testi, lettere accentate comprese. Un file salvato
    in altro modo mostrerebbe segni strani al posto di «è» e «à»: per questo non viene letto.
    Nel programma di scrittura scegli «Salva con nome» e la codifica «UTF-8»: nel Blocco note di
    Windows la scelta è in basso, accanto al pulsante «Salva».
    La riga e la colonna indicano il primo carattere che non va.
    Se è il nome di un file a non leggersi, rinominalo con lettere, cifre e trattini.

rule-file-troppo-grande = Un testo (i file `.md` e `sito.yaml`) non supera i 2 MB
explain-file-troppo-grande =
    Un avviso è un testo: 2 MB sono circa mille pagine. Un file `.md` più grande è quasi sempre
    un altro documento con il nome sbagliato, e leggerlo rallenterebbe ogni pubblicazione.
    Se è un documento, dagli il suo nome vero (`relazione.pdf`) e attaccalo a un avviso:
      allegati:
        - file: relazione.pdf
          titolo: Relazione annuale
    Se è una lunga tabella, salvala come file `.csv` e allegala: gli allegati non hanno questo limite.

rule-intestazione = Ogni avviso e ogni `_sezione.md` comincia con le sue chiavi fra due righe `---`
explain-intestazione =
    L'intestazione dice al programma che cosa è l'avviso, da quando vale e quando scade. La prima
    riga del file deve essere `---`, senza nulla davanti; dopo le chiavi ci vuole un'altra riga
    `---`; il testo viene dopo.
      ---
      titolo: Orario estivo degli uffici
      tipo: documento
      pubblicato: 08/06/2026
      ---

      Dal 15 giugno gli uffici aprono alle 8.
    Ogni file `.md` dentro `content` è letto come un avviso: gli appunti tienili altrove.

rule-yaml = L'intestazione è fatta di righe `chiave: valore`, rientrate con spazi
explain-yaml =
    L'intestazione si scrive in YAML, una chiave per riga. Gli inciampi più comuni:
    - i due punti seguiti da uno spazio dentro un valore. Male: `titolo: Mense: gara aperta`.
      Bene: `titolo: "Mense: gara aperta"`. Lo stesso vale per uno spazio seguito da `#`;
    - il tasto Tab per far rientrare le righe: si usano spazi, due per livello;
    - virgolette o parentesi aperte e non chiuse.
    Ancore e rimandi (`&nome`, `*nome`), etichette di tipo (`!nome`) e un secondo documento nello
    stesso file non si accettano: se un testo comincia con uno di quei segni, va fra virgolette.
    Si accettano dodici livelli e cinquantamila voci: nessun avviso vero ci arriva.

rule-chiave-sconosciuta = Le chiavi sono quelle della guida, scritte come nella guida
explain-chiave-sconosciuta =
    Una chiave scritta male non può passare in silenzio: una `scadenza` che il programma non capisce
    sarebbe un termine che il cittadino non vede. Per questo ci si ferma e si propone la più vicina.
    Male:
      Titolo: Refezione scolastica
      scadenza: 26/02/2026
    Bene:
      titolo: Refezione scolastica
      scadenze:
        - tipo: presentazione-offerte
          data: 26/02/2026 ore 12
    Le chiavi sono in minuscolo; ognuna ha anche un nome inglese. L'elenco è in `trasparente guide`.

rule-chiave-doppia = Ogni chiave compare una volta sola
explain-chiave-doppia =
    Di due chiavi uguali non si può sapere quale valga, e programmi diversi scelgono diversamente.
    Vale anche se una è scritta in italiano e l'altra in inglese (`titolo` e `title`).
    Per più voci si usa un elenco sotto una sola chiave. Male:
      collegati: esito-refezione-2026
      collegati: chiarimenti-refezione-2026
    Bene:
      collegati:
        - esito-refezione-2026
        - chiarimenti-refezione-2026

rule-chiave-mancante = Le chiavi obbligatorie ci sono e non sono vuote
explain-chiave-mancante =
    La legge vuole informazioni complete. Un avviso ha sempre `titolo`, `tipo` e `pubblicato`;
    una scadenza ha `tipo` e `data`; una proroga dice il `motivo`. Una chiave senza nulla dopo i
    due punti è come se mancasse.
    Un allegato ha un `titolo` e una sola provenienza: `file`, se è accanto all'avviso, oppure
    `indirizzo`, se sta altrove. Male, perché ci sono tutti e due:
      allegati:
        - file: bando.pdf
          indirizzo: https://www.esempio.it/bando.pdf
          titolo: Bando di gara
    In `trasparente guide` le chiavi obbligatorie sono segnate.

rule-valore = Ogni valore ha la forma che la sua chiave chiede
explain-valore =
    Alcune chiavi vogliono una parola di un elenco (`tipo`, `procedura`, `criterio`), altre un testo su
    una riga, `sì` o `no`, un numero intero, un elenco, o altre chiavi rientrate sotto di sé.
    Per le parole di un elenco le maiuscole non contano, e uno spazio vale un trattino.
    Male:
      tipo: gara d'appalto
      destinatari: le ditte del settore
    Bene:
      tipo: bando-gara
      destinatari: imprese
    Anche il nome permanente (`id`) ha una forma: lettere minuscole, cifre e trattini.

rule-virgolette = Numeri e parole come «sì» e «no» stanno fra virgolette, quando sono un testo
explain-virgolette =
    Senza virgolette altri programmi leggono `2026` come un numero, `no` come un valore logico e
    `0012345` come 12345. Fra virgolette è un testo per tutti, e gli zeri restano.
    Male:
      titolo: 2026
      protocollo: 0012345
    Bene:
      titolo: "2026"
      protocollo: "0012345"
    Serve solo quando il testo è tutto lì: `titolo: 2 lotti` va bene com'è. Date, importi, numeri e
    codici che non cominciano con zero non vogliono virgolette.

## Valori
rule-data = Le date esistono e sono scritte in un modo riconosciuto
explain-data =
    Da una data dipende che un cittadino arrivi in tempo: una data dubbia non si indovina.
    Vanno bene, con o senza ora:
      26/05/2026            26.05.2026 ore 23:59      26-5-2026
      26 maggio 2026        martedì 26 maggio 2026, alle ore 12.30
      2026-05-26            2026-05-26T12:00
    L'anno ha quattro cifre, fra 1990 e 2100. L'ora è quella italiana. Il minuto scritto è ancora in
    tempo; senza ora vale tutto il giorno; `ore 24:00` è la fine di quel giorno.
    Male: `31/02/2026` (quel giorno non c'è), `26/05/26` (anno di due cifre), `ore 25`, `fine mese`.

rule-importo = Gli importi sono in euro, scritti come `172.131,15`
explain-importo =
    Gli importi si leggono come in Italia: il punto separa le migliaia, la virgola i centesimi.
    Vanno bene anche `€ 1.000`, `1000 euro`, `172131.15` (punto e due cifre in fondo sono centesimi).
    Male:
      importo: 1,000.50
      importo: circa 40.000
      importo: 12,345
    Bene:
      importo: 1.000,50
    Gli importi non sono negativi, hanno al massimo due decimali e non superano i cento miliardi.
    Le precisazioni («IVA esclusa», «circa») vanno in `iva` o in `nota`, sotto `importo`.

## Codici
rule-cig = Ogni CIG ha dieci caratteri e le sue cifre di controllo tornano
explain-cig =
    Il CIG lega l'avviso ai dati di ANAC: con una cifra sbagliata porta a un'altra gara o a nessuna.
    Le cifre di controllo si verificano con il metodo pubblicato da ANAC, anche per gli SmartCIG che
    cominciano con X, Y o Z. Spazi e minuscole non contano. Se il CIG non c'è ancora, si dice perché.
    Male:
      codici:
        cig: "0000000000"
    Bene:
      codici:
        cig_mancante: Il CIG si acquisisce dopo la scelta dell'affidatario
    Se il controllo non torna, ricopia il codice dall'atto o dalla piattaforma.

rule-cup = Ogni CUP ha la forma di un CUP: quindici caratteri
explain-cup =
    Il CUP dice quale investimento pubblico si finanzia, e chi segue la spesa lo cerca così com'è.
    È fatto di una lettera, due cifre, una lettera e undici cifre; spazi e minuscole non contano.
    Male:
      codici:
        cup: J91B2600001
    Bene:
      codici:
        cup: J91B26000010004
    Più CUP si scrivono in elenco. Qui si controlla solo la forma: ricopialo con attenzione.

rule-cpv = Ogni codice CPV esiste e la sua cifra di controllo è giusta
explain-cpv =
    Con il CPV un'impresa trova in tutta Europa i bandi che la riguardano: un codice inesistente la
    tiene fuori. Otto cifre, un trattino e la cifra di controllo, che si può anche tralasciare.
    Male:
      codici:
        cpv: 55523100-8
    Bene:
      codici:
        cpv: 55523100-3
    I codici sono quelli del vocabolario comune per gli appalti (regolamento CE 213/2008): la pagina
    ne mostra anche la descrizione.

rule-identificativo = Gli altri identificativi (SIMOG, MePA, BDNCP, pubblicità legale, IPA) hanno la loro forma
explain-identificativo =
    Sono i numeri con cui altri portali riconoscono la stessa procedura o lo stesso ente.
    - `simog`: sette cifre, come `9030232`;
    - `mepa`: la sigla e il numero, come `RdO 3534973`, `TD 3534973`, `OdA 3534973` o `gara 3534973`;
      il numero da solo non basta, perché non si sa che cosa conti;
    - `bdncp` e `pvl`: 36 caratteri, come `0c1a2b3c-4d5e-4f70-8192-a3b4c5d6e7f8`, da copiare interi
      dalla piattaforma;
    - `ipa`: il codice dell'ente su indicepa.gov.it, come `c_l407`.

rule-codice-fiscale = I codici fiscali sono di enti o imprese, e la cifra di controllo torna
explain-codice-fiscale =
    Un codice fiscale di undici cifre dice senza equivoci di quale ente o impresa si parla. Quello di
    sedici caratteri è di una persona: qui i dati delle persone non si pubblicano, e va tolto.
    I fogli di calcolo tolgono gli zeri iniziali: l'errore mostra il codice intero da rimettere.
    Male:
      codice_fiscale: 743110157
    Bene:
      codice_fiscale: "00743110157"
    Le virgolette proteggono gli zeri. Se il controllo non torna, ricopialo dalla fonte.

rule-indirizzo = Gli indirizzi web, e-mail e quelli del vecchio sito sono scritti per intero
explain-indirizzo =
    Un indirizzo scritto a metà porta chi legge a una pagina che non c'è, o la PEC a nessuno.
    Male:
      indirizzo: www.acquistinretepa.it
      pec: protocollo at pec.comune.esempio.it
      alias: vecchio-sito/bando
    Bene:
      indirizzo: https://www.acquistinretepa.it
      pec: protocollo@pec.comune.esempio.it
      alias: /vecchio-sito/bando/
    In `sito.yaml`, `indirizzo_base` è solo `https://` e il nome del sito, senza altro dopo.

## Testo
rule-html-nel-testo = Nei testi non si scrive HTML
explain-html-nel-testo =
    Ciò che si scrive non deve poter far eseguire nulla a chi legge: per questo i segni `<` e `>`
    dell'HTML non passano, né nel testo né nelle chiavi. Capita incollando da una pagina web o da un
    programma di scrittura.
    Male:  Offerte entro le <b>ore 12</b>
    Bene:  Offerte entro le **ore 12**
    Elenchi, tabelle e collegamenti si fanno in Markdown. «Importo < 40.000 euro» va bene, perché dopo
    il segno c'è uno spazio; se il segno serve davanti a una lettera, nel testo scrivi `\<`.

rule-collegamento-pericoloso = I collegamenti portano al web, a un'e-mail, a un telefono o a questo sito; le immagini sono di questo sito
explain-collegamento-pericoloso =
    Si accettano `https://`, `http://`, `mailto:`, `tel:`, le pagine e i file di questo sito. Tutto il
    resto (`javascript:`, `file:`, `data:`, indirizzi che cominciano con `//`) potrebbe eseguire
    qualcosa o non dice dove porta.
    Male:  il [modello di domanda](file:///C:/Documenti/modello.odt)
    Bene:  il [modello di domanda](modello.odt), con il file accanto all'avviso
    Le immagini prese da un altro sito dicono a quel sito chi sta leggendo: salvale accanto all'avviso.

rule-immagine-descritta = Ogni immagine ha un testo che dice che cosa mostra
explain-immagine-descritta =
    Chi non vede l'immagine ascolta il testo fra le parentesi quadre: deve dire ciò che l'immagine
    fa capire, non che è un'immagine. Lo chiede la legge sull'accessibilità.
    Male:  ecco ![](pianta.png)
    Bene:  ecco ![Pianta del piano terra: cinque aule a nord, la palestra a est](pianta.png)
    Un'immagine che contiene un testo o una tabella va sostituita con il testo o la tabella.

rule-livelli-dei-titoli = I titoli del testo cominciano da `##`, non saltano livelli e non sono vuoti
explain-livelli-dei-titoli =
    Chi usa un lettore di schermo si muove fra i titoli come in un indice: un livello saltato sembra
    una parte mancante. Il titolo principale della pagina c'è già: è `titolo:`.
    Male:
      # Oggetto
      #### Importo
    Bene:
      ## Oggetto
      ### Importo
    I cancelletti dicono l'ordine delle parti, non la grandezza: per mettere in risalto una frase usa
    il **grassetto**.

## Sito e sezioni
rule-sezione-sconosciuta = Ogni cartella di avvisi è una sezione della legge o dell'ente
explain-sezione-sconosciuta =
    Le sezioni di «Amministrazione trasparente» sono quelle dell'allegato A del d.lgs. 33/2013, con gli
    stessi nomi in ogni ente: così chi cerca, persona o programma, sa dove guardare.
    L'avviso va nella cartella della sua sezione; sotto si ammettono cartelle con l'anno, di quattro
    cifre:
      content/bandi-gara-contratti/procedure/2026/refezione.md
    Un avviso in `content` fuori da ogni sezione, o in una sezione nascosta, non ha dove comparire.
    Se serve davvero una sezione in più, si aggiunge in `sito.yaml`:
      sezioni:
        aggiungi:
          - id: patti-collaborazione
            titolo: Patti di collaborazione
            sotto: altri-contenuti

rule-indirizzo-impossibile = Ogni indirizzo può stare su un disco e in un collegamento
explain-indirizzo-impossibile =
    I nomi degli avvisi, degli allegati, degli uffici e delle sezioni, e i vecchi indirizzi, diventano
    nomi di file e di cartelle. Ogni sistema ne rifiuta qualcuno: i troppo lunghi, quelli che Windows
    tiene per sé (`con`, `aux`), quelli che finiscono con un punto, due che cambiano solo per le
    maiuscole. Un nome così fermerebbe la pubblicazione a metà: perciò si dice prima di scrivere.
    Un nome breve, di lettere e cifre, va sempre bene.

rule-carattere-nascosto = Non ci sono caratteri che non si vedono, dove potrebbero ingannare
explain-carattere-nascosto =
    Alcuni caratteri non si vedono e cambiano ciò che si legge: rovesciano il testo, nascondono
    parole, fanno sembrare uguali due codici diversi. Arrivano di solito copiando e incollando da
    altri programmi. Nei testi si rifiutano quelli che cambiano il verso della scrittura (i segni di
    verso passano dove c'è davvero un testo da destra a sinistra); nei codici, negli indirizzi e nei
    nomi dei file tutti. Un testo fatto solo di caratteri che non si vedono conta come vuoto. Si
    rimedia riscrivendo la parola a mano.

rule-id-doppio = Due avvisi non hanno lo stesso nome permanente, né due pagine lo stesso indirizzo
explain-id-doppio =
    Ogni avviso ha un indirizzo suo, `/atti/<id>/`, che non cambia mai: lo citano atti, motori di
    ricerca e lettori di feed. L'`id`, se non è scritto, è il nome del file (o della cartella, se il
    file è `index.md`): due `avviso.md` in sezioni diverse si scontrano.
    Dai un altro nome, più preciso, a quello non ancora pubblicato, oppure scrivi il suo `id`:
      id: avviso-mobilita-istruttore-2026
    Quello già in linea tiene il suo. La regola vale anche per un vecchio indirizzo (`alias`) o un
    file che cada sopra una pagina del sito.

## Fra un avviso e l'altro
rule-cig-doppio = Due avvisi con lo stesso CIG si nominano in `collegati`
explain-cig-doppio =
    Un CIG indica una sola gara o un solo lotto. Se compare in due avvisi che non si nominano, di
    solito è un errore di copia; se invece vanno insieme (il bando e il suo esito), basta che uno dei
    due nomini l'altro:
      collegati: [refezione-scolastica-2026]
    Se è giusto così e il collegamento non ha senso, l'avviso segnalato lo dice:
      consenti:
        - regola: cig-doppio
          motivo: Il CIG è quello dell'accordo quadro, ripreso in ogni ordine

rule-alias-occupato = Un vecchio indirizzo porta in un posto solo, che non è già una pagina del sito
explain-alias-occupato =
    Con `alias` chi segue un collegamento del vecchio sito arriva all'avviso giusto. Se due avvisi
    vogliono lo stesso indirizzo, o se quell'indirizzo è già una sezione o un altro avviso, non si può
    sapere dove mandare chi arriva.
    Male, in due avvisi diversi:
      alias: /vecchio-sito/bandi/
    Bene, ognuno con il suo:
      alias: /vecchio-sito/bandi/refezione-2026/
    Tieni l'alias nell'avviso che la vecchia pagina mostrava, e toglilo dall'altro.

rule-collegato-sconosciuto = Gli avvisi nominati in `collegati` esistono
explain-collegato-sconosciuto =
    Dalla pagina di un avviso si arriva a quelli collegati: bando, chiarimenti, esito. Si scrive il
    loro `id`, cioè il nome del file senza `.md` (o della cartella, se il file è `index.md`), se
    l'avviso non ne ha scritto un altro.
    Male:
      collegati: [../esiti/esito-refezione.md]
    Bene:
      collegati: [esito-refezione]
    Basta scriverlo in uno dei due: il collegamento compare in entrambe le pagine.

rule-scadenza-prima-della-pubblicazione = Nessuna scadenza è già passata quando l'avviso viene pubblicato
explain-scadenza-prima-della-pubblicazione =
    Un termine già passato non può essere rispettato: quasi sempre è sbagliato l'anno, o la data di
    `pubblicato`. Si guardano tutte le scadenze, come valgono adesso.
    Male:
      pubblicato: 12/01/2026
      scadenze:
        - tipo: presentazione-offerte
          data: 26/02/2025 ore 12
    Se si pubblica adesso un atto di allora, si può dire:
      consenti:
        - regola: scadenza-prima-della-pubblicazione
          motivo: Bando del 2019, pubblicato ora per completare l'archivio

rule-aggiornato-prima-di-pubblicato = La data di `aggiornato` non viene prima di quella di `pubblicato`
explain-aggiornato-prima-di-pubblicato =
    La legge vuole che si sappia quando un'informazione è stata aggiornata. Un aggiornamento che viene
    prima della pubblicazione è una delle due date sbagliata.
    Male:
      pubblicato: 12/01/2026
      aggiornato: 10/01/2026
    Bene:
      pubblicato: 12/01/2026
      aggiornato: 20/01/2026
    Se l'avviso non è mai stato aggiornato, togli `aggiornato`: vale la data di `pubblicato`.

rule-collegamento-interrotto = I collegamenti dentro il sito portano da qualche parte
explain-collegamento-interrotto =
    Un collegamento rotto è un documento che il cittadino non trova. Si controllano i collegamenti ad
    altri avvisi, alle sezioni, ai file e ai titoli della pagina (non quelli ad altri siti).
    - Un altro avviso: il percorso del suo file, `[L'esito](../esiti/esito-refezione.md)`;
    - una sezione: `[Singole procedure](/bandi-gara-contratti/procedure/)`;
    - un file: il suo nome, con le maiuscole giuste, `[Il modello](modello.odt)`;
    - un titolo: `[Come partecipare](#come-partecipare)`, in minuscolo e con i trattini.
    Un avviso in bozza o con data futura non è ancora in linea: collegalo quando lo sarà.

## Allegati
rule-allegato-mancante = I file nominati in `allegati` ci sono
explain-allegato-mancante =
    Un avviso senza i suoi documenti non è completo. Il file va nella cartella dell'avviso, e il nome
    si scrive identico, maiuscole e spazi compresi: «Bando.PDF» e «bando.pdf» sono due file diversi.
      allegati:
        - file: bando.pdf
          titolo: Bando di gara
    Se il documento sta su un altro sito, usa `indirizzo:` al posto di `file:`.
    Per una cartella vicina va bene un percorso: `file: ../moduli/modello.odt`.

rule-allegato-vuoto = I file allegati o collegati nel testo non sono vuoti
explain-allegato-vuoto =
    Un file di zero byte si apre con un errore: di solito il caricamento si è interrotto, o la copia
    dal disco di rete non è finita. Ricopialo e aprilo prima di pubblicare.
    Vale per i file di `allegati` e per quelli raggiunti da un collegamento o da un'immagine del testo.

rule-allegato-fuori = I file allegati o collegati stanno dentro la cartella dei contenuti
explain-allegato-fuori =
    Il programma legge solo dentro `content`: così un percorso sbagliato non può pubblicare per caso
    un documento di un'altra cartella del computer.
    Male:
      - file: C:\Gare\bando.pdf
      - file: /gare/bando.pdf
      - file: ../../../../Gare/bando.pdf
    Bene, dopo aver copiato il documento accanto all'avviso:
      - file: bando.pdf

rule-allegato-formato = I file pubblicati sono di un formato ammesso, e sono davvero ciò che dice il loro nome
explain-allegato-formato =
    La legge vuole formati che tutti possano aprire; nulla che si esegua viene pubblicato. Si ammettono
    pdf, odt, ods, odp, docx, xlsx, pptx, doc, xls, rtf, txt, csv, json, xml, p7m, tsd, zip, 7z, png,
    jpg, jpeg, gif, webp, tiff, epub, dwg, dxf, kml, geojson, gpkg, mp3, mp4. Pagine web, disegni svg e
    programmi si pubblicano come PDF o non si pubblicano. Come immagini del testo: png, jpg, gif, webp.
    Si guarda anche dentro il file: un documento di Word rinominato in `.pdf` non passa. Non basta
    cambiare il nome: esportalo di nuovo dal programma che l'ha fatto.
    In un avviso due file diversi non hanno lo stesso nome, nemmeno se stanno in cartelle diverse.

rule-collegamento-simbolico = Nella cartella dei contenuti non ci sono collegamenti al posto dei file
explain-collegamento-simbolico =
    Un collegamento (symlink) sembra un file ma porta altrove, anche fuori dalla cartella dei
    contenuti: potrebbe pubblicare ciò che non si voleva, e su un altro computer non porta a nulla.
    Togli il collegamento e copia al suo posto il file vero. Per usare lo stesso documento in più
    avvisi basta il percorso:
      allegati:
        - file: ../regolamenti/regolamento-contratti.pdf
          titolo: Regolamento dei contratti

## Sito e tema
rule-sito = `sito.yaml` c'è, e cambia le sezioni solo dove si può
explain-sito =
    `content/sito.yaml` dice chi pubblica: la legge vuole che si sappia da dove vengono i dati. Se
    manca, crealo con `trasparente init`.
    Una sezione aggiunta non può avere il percorso di una che c'è già: dalle un altro `id`.
    Si possono nascondere solo le sezioni facoltative e quelle che riguardano altri enti:
      sezioni:
        nascondi: [strutture-sanitarie-private]
    Se in una sezione obbligatoria non c'è nulla da pubblicare, lo si dice nel suo `_sezione.md`:
      vuota: Il Comune non controlla società

rule-tema = Il tema c'è, si legge, e chiede solo ciò che una pagina riceve
explain-tema =
    Il tema è l'aspetto del sito: una cartella di `themes/`, oppure `base`, che è dentro il programma.
    Viene controllato tutto prima di comporre le pagine, perché un modello sbagliato non lasci buchi
    nel sito: ci vogliono un `theme.yaml` con l'interfaccia di questo programma e modelli che si
    leggono e che chiedono solo valori esistenti.
    Chi scrive gli avvisi può tornare al tema di partenza, in `sito.yaml`:
      tema: base
    Il resto è per chi cura il tema: il contratto con il programma è in CONTRIBUTING.

rule-consenti = Ogni dispensa nomina una regola che la ammette
explain-consenti =
    Con `consenti` un avviso dice perché una regola lì non vale. Ma ciò che impedisce di leggere un
    file, o metterebbe a rischio chi legge, va corretto e basta; e una regola scritta male non
    dispensa da nulla.
    Male:
      consenti:
        - regola: scadenza-festivo
          motivo: Lo dice il bando
    Bene:
      consenti:
        - regola: scadenza-festiva
          motivo: Il termine è fissato dal bando regionale
    `trasparente guide` elenca le regole e dice quali si possono dispensare.

## Avvertimenti
rule-allegato-non-usato = Ogni file della cartella dei contenuti è allegato a un avviso o collegato da un testo
explain-allegato-non-usato =
    Un file che nessun avviso nomina non viene pubblicato: forse è stato dimenticato. Aggiungilo agli
    allegati, collegalo dal testo, oppure toglilo:
      allegati:
        - file: verbale.pdf
          titolo: Verbale della seduta
    I file il cui nome comincia con un punto o finisce con `~` si ignorano. La segnalazione riguarda un
    file e non un avviso: la dispensa, se serve, si scrive in `sito.yaml` e vale per tutto il sito:
      consenti:
        - regola: allegato-non-usato
          motivo: Gli originali restano accanto agli avvisi per l'archivio

rule-clicca-qui = Il testo di un collegamento dice dove porta
explain-clicca-qui =
    Chi ascolta una pagina sente i collegamenti uno dopo l'altro, senza la frase intorno: «qui, qui,
    scarica» non dice nulla.
    Male:  per il disciplinare [clicca qui](disciplinare.pdf)
    Bene:  leggi il [disciplinare di gara](disciplinare.pdf)
    Sono segnalati i testi vuoti e quelli come «clicca qui», «link», «scarica», «leggi tutto».
    Se il testo deve restare com'è, l'avviso lo dice:
      consenti:
        - regola: clicca-qui
          motivo: Il testo è riportato alla lettera dall'atto
    Per il testo di una sezione (`_sezione.md`) la dispensa si scrive in `sito.yaml`.

rule-testo-segnaposto = Negli avvisi da pubblicare non restano testi da sostituire
explain-testo-segnaposto =
    Da un modello restano spesso parole che andavano sostituite: siti veri pubblicano «[testo da
    cancellare]». Si cercano, in tutto il file, segni come «[da completare», «[inserire», «[xxx»,
    «[…]», «(scrivi qui» e «lorem ipsum». Le bozze non si guardano: lì possono restare.
    Male:  L'importo è di [da completare] euro.
    Bene:  scrivi l'importo, o togli la frase. In una citazione le parole omesse si segnano con (…).
    Se quelle parole sono giuste, l'avviso lo dice:
      consenti:
        - regola: testo-segnaposto
          motivo: I puntini fra parentesi sono nell'atto originale

rule-aggiornamento-git = La data di aggiornamento non è più vecchia dell'ultimo cambiamento registrato
explain-aggiornamento-git =
    Se i contenuti sono in git, si sa quando ogni file è stato cambiato l'ultima volta: se è dopo la
    data di `aggiornato` (o di `pubblicato`, se manca), chi legge crede che l'avviso sia fermo.
      aggiornato: 20/01/2026
    Si guarda il file dell'avviso, non i suoi allegati, e solo i cambiamenti già registrati. Senza git
    la regola tace; se la storia c'è e non si può leggere, o ce n'è solo l'ultima parte, lo dice il
    riepilogo.
    Per una correzione che non conta per chi legge:
      consenti:
        - regola: aggiornamento-git
          motivo: Corretto solo un errore di battitura

rule-scadenza-festiva = Le scadenze non cadono di domenica o in un giorno festivo
explain-scadenza-festiva =
    In un giorno festivo l'ufficio è chiuso: chi ha un problema all'ultimo momento non trova nessuno, e
    per la legge molti termini slittano da sé al primo giorno non festivo. Si guardano le domeniche e
    le feste nazionali, compreso il 4 ottobre dal 2026; non i sabati né il santo patrono. La validità
    di una graduatoria è esclusa.
    Male:  `data: 15/08/2026 ore 12`
    Bene:  `data: 17/08/2026 ore 12`
    Se il giorno lo fissa un atto che non puoi cambiare:
      consenti:
        - regola: scadenza-festiva
          motivo: Il termine è fissato dal bando regionale

rule-ora-del-cambio = Le scadenze non cadono nell'ora in cui cambia l'ora legale
explain-ora-del-cambio =
    L'ultima domenica di marzo l'orologio salta dalle 2 alle 3: le 2:30 non esistono. L'ultima domenica
    di ottobre torna dalle 3 alle 2: le 2:30 ci sono due volte, e vale la seconda, perché nessuno resti
    escluso. Un termine in quell'ora fa litigare.
    Male:  `data: 25/10/2026 ore 2:30`
    Bene:  `data: 26/10/2026 ore 12`
    Se l'ora la fissa un atto che non puoi cambiare:
      consenti:
        - regola: ora-del-cambio
          motivo: L'ora è scritta nel bando già pubblicato

rule-sicurezza-scade = Ciò che dice security.txt vale ancora, e per non più di un anno
explain-sicurezza-scade =
    In `/.well-known/security.txt` chi trova una falla del sito legge a chi segnalarla. La data di
    `scade:` dice fino a quando ci si può fidare: dopo, chi segnala deve cercare altrove. Lo standard
    la vuole entro un anno, perché qualcuno rilegga i contatti prima che cambino.
    Male:  `scade: 31/12/2030`
    Bene:  `scade: 30/06/2027`
    Quando scade, controlla i contatti in `sicurezza:` di `content/sito.yaml` e sposta la data.

rule-collegamenti-di-legge = Ogni pagina porta alla dichiarazione di accessibilità e all'informativa sulla privacy
explain-collegamenti-di-legge =
    La legge vuole che da ogni pagina si arrivi alla dichiarazione di accessibilità, che si compila sul sito
    di AgID, e all'informativa sulla privacy dell'ente. Finché non ci sono, il sito si pubblica lo stesso,
    senza il collegamento: meglio di uno che non porta da nessuna parte.
      collegamenti:
        accessibilita: https://form.agid.gov.it/view/il-tuo-codice
        privacy: https://www.comune.esempio.it/privacy
    Se per il tuo ente non serve, in `sito.yaml`:
      consenti:
        - regola: collegamenti-di-legge
          motivo: il sito è chiuso al pubblico, è una prova

rule-l190-incompleto = Di ogni contratto fino al 2023 si dice quello che la L. 190/2012 vuole, se i suoi dati restano in linea
explain-l190-incompleto =
    Con `l190: sì` in sito.yaml restano in linea, in /dati/l190/, i dati che la legge voleva fino al
    2023: per ogni CIG l'oggetto, come è stato scelto il contraente, chi è stato invitato, chi ha
    vinto, per quanto, e quanto è stato pagato. Se di un lotto manca qualcosa, quel lotto resta fuori:
    scrivere dieci zeri al posto del CIG o 0,00 al posto di una somma vorrebbe dire pubblicare un dato
    falso. Il suggerimento dice quali chiavi mancano. Per esempio:
      procedura: negoziata
      scelta_contraente: 33
      importo:
        aggiudicazione: 331.296,00
        liquidato: 331.296,00
      partecipanti:
        - nome: Autolinee Esempio S.r.l.
          codice_fiscale: "99990002992"
    Se l'informazione non c'è e non ci sarà:
      consenti:
        - regola: l190-incompleto
          motivo: La fonte non riporta i CIG dei lotti

rule-consenti-inutile = Le dispense scritte negli avvisi servono ancora
explain-consenti-inutile =
    Una dispensa che non serve più nasconderebbe un errore futuro: se la scadenza non è più festiva,
    nessuno si accorgerebbe che lo è diventata di nuovo. Togli la voce indicata:
      consenti:
        - regola: scadenza-festiva
          motivo: Il termine è fissato dal bando regionale
    Se era l'unica, togli anche la riga `consenti:`. Le dispense di `sito.yaml` possono restare, perché
    valgono anche per gli avvisi che verranno.

rule-date-contraddittorie = Le date di un avviso possono essere vere tutte insieme
explain-date-contraddittorie =
    Se due date si escludono, una è sbagliata, e chi legge non sa quale. Una proroga sposta il termine
    più avanti; le proroghe sono in ordine di tempo, e dopo la pubblicazione; si apre prima di chiudere;
    le buste e le prove vengono dopo il termine per partecipare.
    Male:
      scadenze:
        - tipo: presentazione-offerte
          data: 26/05/2026 ore 12
          proroghe:
            - precedente: 30/06/2026 ore 12
              motivo: anomalie della piattaforma
    Bene:
      scadenze:
        - tipo: presentazione-offerte
          data: 30/06/2026 ore 12
          proroghe:
            - precedente: 26/05/2026 ore 12
              motivo: anomalie della piattaforma

rule-termine-riscritto = Un termine cambiato dice che è cambiato, e perché
explain-termine-riscritto =
    Chi si è segnato il termine di prima deve sapere che non vale più, e perché. Se i contenuti sono in
    git, si sa che cosa c'era scritto: quando la data di una scadenza cambia senza una riga sotto
    `proroghe`, il sito lo dice da sé a chi lo segue («Termine cambiato»), ma non ne sa il motivo.
      scadenze:
        - tipo: presentazione-offerte
          data: 29/01/2027 ore 12
          proroghe:
            - tipo: proroga
              precedente: 18/12/2026 ore 12
              motivo: Guasto della piattaforma
    Per la correzione di una svista, scrivi `tipo: rettifica`. Se per chi legge non conta:
      consenti:
        - regola: termine-riscritto
          motivo: la data era giusta nel bando, sbagliata solo qui

rule-aggiornato-nel-futuro = La data di `aggiornato` non è un giorno che deve ancora venire
explain-aggiornato-nel-futuro =
    La pagina direbbe di essere aggiornata a un giorno che non c'è ancora stato: quasi sempre è
    sbagliato l'anno. Si guarda il momento in cui il sito si costruisce (o quello di --as-of).
    Male:
      aggiornato: 12/01/2029
    Bene:
      aggiornato: 12/01/2026
