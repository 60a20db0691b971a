# What each rule asks, in a line without a full stop, and why, with an example.

## Files and front matter
rule-testo-utf8 = Texts are saved in UTF-8, and file names can be read
explain-testo-utf8 =
    UTF-8 is how texts are saved today, accented letters included. A file saved in another way would
    show odd signs in the place of “è” and “à”: so it is not read at all.
    In your editor choose “Save as” and the encoding “UTF-8”: in Windows Notepad the choice is at the
    bottom, beside the button “Save”.
    Line and column point at the first character that is wrong.
    If it is the name of a file that cannot be read, rename it with letters, digits and dashes.

rule-file-troppo-grande = A text (the files `.md` and `sito.yaml`) is not over 2 MB
explain-file-troppo-grande =
    A notice is a text: 2 MB are about a thousand pages. A larger `.md` file is nearly always another
    document under a wrong name, and reading it would slow down every build.
    If it is a document, give it its true name (`relazione.pdf`) and attach it to a notice:
      allegati:
        - file: relazione.pdf
          titolo: Relazione annuale
    If it is a long table, save it as a `.csv` file and attach it: attachments have no such limit.

rule-intestazione = Every notice and every `_sezione.md` starts with its keys between two `---` lines
explain-intestazione =
    The front matter tells the program what the notice is, since when it holds and when it ends. The
    first line of the file must be `---`, with nothing before it; after the keys comes another line
    `---`; the text follows.
      ---
      titolo: Orario estivo degli uffici
      tipo: documento
      pubblicato: 08/06/2026
      ---

      Dal 15 giugno gli uffici aprono alle 8.
    Every `.md` file inside `content` is read as a notice: keep your own notes elsewhere.

rule-yaml = The front matter is made of lines `key: value`, indented with spaces
explain-yaml =
    The front matter is written in YAML, one key a line. What people stumble over most:
    - a colon followed by a blank inside a value. Wrong: `titolo: Mense: gara aperta`.
      Right: `titolo: "Mense: gara aperta"`. The same goes for a blank followed by `#`;
    - the tab key for indenting: use spaces, two a level;
    - quotes or brackets that are opened and not closed.
    Anchors and aliases (`&name`, `*name`), type tags (`!name`) and a second document in the same file
    are not accepted: quote a text that starts with one of those signs.
    Twelve levels and fifty thousand values are accepted: no real notice comes near.

rule-chiave-sconosciuta = Keys are those of the guide, written as in the guide
explain-chiave-sconosciuta =
    A mistyped key must not pass in silence: a `scadenza` the program does not understand would be a
    deadline nobody sees. So it stops, and suggests the nearest key.
    Wrong:
      Titolo: Refezione scolastica
      scadenza: 26/02/2026
    Right:
      titolo: Refezione scolastica
      scadenze:
        - tipo: presentazione-offerte
          data: 26/02/2026 ore 12
    Keys are in small letters; each has an English name too. `trasparente guide` lists them all.

rule-chiave-doppia = Every key stands once
explain-chiave-doppia =
    Of two equal keys nobody can tell which one counts, and programs choose differently. The same goes
    for a key written once in Italian and once in English (`titolo` and `title`).
    Several values go in a list under one key. Wrong:
      collegati: esito-refezione-2026
      collegati: chiarimenti-refezione-2026
    Right:
      collegati:
        - esito-refezione-2026
        - chiarimenti-refezione-2026

rule-chiave-mancante = Required keys are there and are not empty
explain-chiave-mancante =
    The law wants complete information. A notice always has `titolo`, `tipo` and `pubblicato`; a
    deadline has `tipo` and `data`; a change of deadline says its `motivo`. A key with nothing after
    the colon counts as missing.
    An attachment has a `titolo` and one place it comes from: `file`, if it lies beside the notice, or
    `indirizzo`, if it is elsewhere. Wrong, because both are there:
      allegati:
        - file: bando.pdf
          indirizzo: https://www.esempio.it/bando.pdf
          titolo: Bando di gara
    `trasparente guide` marks the required keys.

rule-valore = Every value has the shape its key asks for
explain-valore =
    Some keys want a word of a list (`tipo`, `procedura`, `criterio`), others a text on a line, `sì` or
    `no`, a whole number, a list, or further keys indented below them.
    In the words of a list capitals do not matter, and a blank counts as a dash.
    Wrong:
      tipo: gara d'appalto
      destinatari: le ditte del settore
    Right:
      tipo: bando-gara
      destinatari: imprese
    The permanent name (`id`) has a shape too: small letters, digits and dashes.

rule-virgolette = Numbers and words such as “sì” and “no” are quoted where they are text
explain-virgolette =
    Without quotes other programs read `2026` as a number, `no` as a truth value and `0012345` as
    12345. In quotes it is text for all of them, and the zeros stay.
    Wrong:
      titolo: 2026
      protocollo: 0012345
    Right:
      titolo: "2026"
      protocollo: "0012345"
    This matters only where that is the whole text: `titolo: 2 lotti` is fine as it is. Dates, amounts,
    numbers, and codes that do not start with a zero need no quotes.

## Values
rule-data = Dates exist and are written in a way that is known
explain-data =
    Whether people are in time depends on a date: a doubtful one is not guessed.
    These are fine, with or without an hour:
      26/05/2026            26.05.2026 ore 23:59      26-5-2026
      26 maggio 2026        martedì 26 maggio 2026, alle ore 12.30
      2026-05-26            2026-05-26T12:00
    The year has four digits, between 1990 and 2100. The hour is that of Italy. The minute written is
    still in time; without an hour the whole day counts; `ore 24:00` is the end of that day.
    Wrong: `31/02/2026` (no such day), `26/05/26` (a year of two digits), `ore 25`, `fine mese`.

rule-importo = Amounts are in euro, written like `172.131,15`
explain-importo =
    Amounts are read as in Italy: the dot separates thousands, the comma cents.
    `€ 1.000`, `1000 euro` and `172131.15` (a dot and two digits at the end are cents) are fine too.
    Wrong:
      importo: 1,000.50
      importo: circa 40.000
      importo: 12,345
    Right:
      importo: 1.000,50
    Amounts are not negative, have two decimals at most and do not exceed a hundred thousand million.
    What else there is to say (VAT, “about”) goes in `iva` or `nota`, under `importo`.

## Codes
rule-cig = Every CIG has ten characters and its check digits add up
explain-cig =
    The CIG ties the notice to ANAC's data: with one wrong digit it leads to another tender or to none.
    The check digits are verified with the method ANAC publishes, also for the SmartCIG that start with
    X, Y or Z. Blanks and small letters do not matter. If there is no CIG yet, say why.
    Wrong:
      codici:
        cig: "0000000000"
    Right:
      codici:
        cig_mancante: Il CIG si acquisisce dopo la scelta dell'affidatario
    If the check fails, copy the code again from the act or the platform.

rule-cup = Every CUP has the shape of a CUP: fifteen characters
explain-cup =
    The CUP tells which public investment is financed, and whoever follows the money searches for it as
    it is. It has a letter, two digits, a letter and eleven digits; blanks and small letters do not
    matter.
    Wrong:
      codici:
        cup: J91B2600001
    Right:
      codici:
        cup: J91B26000010004
    Several go in a list. Only the shape is checked here: copy it with care.

rule-cpv = Every CPV code exists and its check digit is right
explain-cpv =
    With the CPV a company finds the calls that concern it anywhere in Europe: a code that does not
    exist keeps it out. Eight digits, a dash and the check digit, which may be left out.
    Wrong:
      codici:
        cpv: 55523100-8
    Right:
      codici:
        cpv: 55523100-3
    The codes are those of the common procurement vocabulary (regulation EC 213/2008): the page shows
    what they stand for.

rule-identificativo = The other identifiers (SIMOG, MePA, BDNCP, legal publicity, IPA) have their shape
explain-identificativo =
    These are the numbers by which other portals know the same procedure or the same body.
    - `simog`: seven digits, like `9030232`;
    - `mepa`: the kind and the number, like `RdO 3534973`, `TD 3534973`, `OdA 3534973` or
      `gara 3534973`; the number alone is not enough, because nobody knows what it counts;
    - `bdncp` and `pvl`: 36 characters, like `0c1a2b3c-4d5e-4f70-8192-a3b4c5d6e7f8`, to be copied whole
      from the platform;
    - `ipa`: the body's code on indicepa.gov.it, like `c_l407`.

rule-codice-fiscale = Tax codes are of bodies or companies, and the check digit adds up
explain-codice-fiscale =
    A tax code of eleven digits says without doubt which body or company is meant. One of sixteen
    characters is a person's: personal data is not published here, and it must be taken out.
    Spreadsheets drop leading zeros: the error shows the whole code to put back.
    Wrong:
      codice_fiscale: 743110157
    Right:
      codice_fiscale: "00743110157"
    The quotes protect the zeros. If the check fails, copy the code again from its source.

rule-indirizzo = Web addresses, e-mail addresses and those of the old site are written in full
explain-indirizzo =
    Half an address leads readers to a page that is not there, or certified mail to nobody.
    Wrong:
      indirizzo: www.acquistinretepa.it
      pec: protocollo at pec.comune.esempio.it
      alias: vecchio-sito/bando
    Right:
      indirizzo: https://www.acquistinretepa.it
      pec: protocollo@pec.comune.esempio.it
      alias: /vecchio-sito/bando/
    In `sito.yaml`, `indirizzo_base` is just `https://` and the site's name, with nothing after it.

## Text
rule-html-nel-testo = No HTML is written in texts
explain-html-nel-testo =
    What is written must not make a reader's computer do anything: so the signs `<` and `>` of HTML do
    not pass, neither in the text nor in the keys. They come in by pasting from a web page or a word
    processor.
    Wrong:  Offerte entro le <b>ore 12</b>
    Right:  Offerte entro le **ore 12**
    Lists, tables and links are made in Markdown. “Importo < 40.000 euro” is fine, because a blank
    follows the sign; where you need the sign before a letter, write `\<` in the text.

rule-collegamento-pericoloso = Links lead to the web, to e-mail, to a telephone or to this site; images are of this site
explain-collegamento-pericoloso =
    Accepted are `https://`, `http://`, `mailto:`, `tel:`, and the pages and files of this site.
    Anything else (`javascript:`, `file:`, `data:`, addresses that start with `//`) could run something
    or does not say where it leads.
    Wrong:  il [modello di domanda](file:///C:/Documenti/modello.odt)
    Right:  il [modello di domanda](modello.odt), with the file beside the notice
    Images taken from another site tell that site who is reading: save them beside the notice.

rule-immagine-descritta = Every image has a text that says what it shows
explain-immagine-descritta =
    Whoever does not see the image listens to the text between the square brackets: it must say what the
    image tells, not that it is an image. The law on accessibility asks for it.
    Wrong:  ecco ![](pianta.png)
    Right:  ecco ![Pianta del piano terra: cinque aule a nord, la palestra a est](pianta.png)
    Replace an image that holds a text or a table with the text or the table.

rule-livelli-dei-titoli = Headings of the text start from `##`, skip no level and are not empty
explain-livelli-dei-titoli =
    Screen readers move among headings as in a table of contents: a skipped level looks like a missing
    part. The main heading of the page is there already: it is `titolo:`.
    Wrong:
      # Oggetto
      #### Importo
    Right:
      ## Oggetto
      ### Importo
    Hashes tell the order of the parts, not their size: to stress a sentence use **bold**.

## Site and sections
rule-sezione-sconosciuta = Every folder of notices is a section of the law or of the body
explain-sezione-sconosciuta =
    The sections of “Amministrazione trasparente” are those of annex A to d.lgs. 33/2013, with the same
    names in every body: so whoever searches, person or program, knows where to look.
    A notice goes in the folder of its section; folders named by a year of four digits may lie below:
      content/bandi-gara-contratti/procedure/2026/refezione.md
    A notice in `content` outside of any section, or in a hidden one, has nowhere to appear.
    If one more section is really needed, it is added in `sito.yaml`:
      sezioni:
        aggiungi:
          - id: patti-collaborazione
            titolo: Patti di collaborazione
            sotto: altri-contenuti

rule-indirizzo-impossibile = Every address can stand on a disk and in a link
explain-indirizzo-impossibile =
    The names of notices, attachments, offices and sections, and old addresses, become names of files
    and folders. Every system refuses some: those too long, those Windows keeps for itself (`con`,
    `aux`), those that end with a full stop, two that differ in capital letters only. Such a name
    would stop publication half way: so it is told before anything is written. A short name, of
    letters and digits, always does.

rule-carattere-nascosto = There are no characters nobody sees, where they could deceive
explain-carattere-nascosto =
    Some characters cannot be seen and change what is read: they turn the text round, hide words,
    make two different codes look the same. Mostly they come with a copy from another program. In
    texts those that change the direction of writing are refused (marks of direction pass where there
    is a text from right to left); in codes, addresses and names of files all of them. A text made of
    characters nobody sees counts as empty. Typing the word anew mends it.

rule-id-doppio = Two notices do not share a permanent name, nor two pages an address
explain-id-doppio =
    Every notice has an address of its own, `/atti/<id>/`, which never changes: acts, search engines and
    feed readers quote it. The `id`, unless it is written, is the name of the file (or of the folder, if
    the file is `index.md`): two `avviso.md` in different sections clash.
    Give another, more precise name to the one not yet published, or write its `id`:
      id: avviso-mobilita-istruttore-2026
    The one on line keeps its own. The rule also covers an old address (`alias`) or a file that falls on
    a page of the site.

## Between notices
rule-cig-doppio = Two notices with the same CIG name each other in `collegati`
explain-cig-doppio =
    A CIG stands for one tender or one lot. If it appears in two notices that do not name each other, it
    is usually a slip of copying; if they belong together (a call and its outcome), it is enough that
    one of the two names the other:
      collegati: [refezione-scolastica-2026]
    If it is right as it is and the link makes no sense, the notice reported says so:
      consenti:
        - regola: cig-doppio
          motivo: Il CIG è quello dell'accordo quadro, ripreso in ogni ordine

rule-alias-occupato = An old address leads to one place, which is not a page of the site already
explain-alias-occupato =
    With `alias`, whoever follows a link of the old site arrives at the right notice. If two notices
    want the same address, or that address is a section or another notice already, nobody can tell
    where to send whoever arrives.
    Wrong, in two different notices:
      alias: /vecchio-sito/bandi/
    Right, each with its own:
      alias: /vecchio-sito/bandi/refezione-2026/
    Keep the alias in the notice the old page showed, and take it out of the other.

rule-collegato-sconosciuto = The notices named in `collegati` exist
explain-collegato-sconosciuto =
    The page of a notice leads to those that belong with it: call, answers, outcome. Write their `id`,
    which is the name of the file without `.md` (or of the folder, if the file is `index.md`), unless
    the notice has written another.
    Wrong:
      collegati: [../esiti/esito-refezione.md]
    Right:
      collegati: [esito-refezione]
    It is enough to write it in one of the two: the link appears on both pages.

rule-scadenza-prima-della-pubblicazione = No deadline has passed already when the notice is published
explain-scadenza-prima-della-pubblicazione =
    A deadline that has passed cannot be met: nearly always the year is wrong, or the date of
    `pubblicato`. All deadlines are looked at, as they stand now.
    Wrong:
      pubblicato: 12/01/2026
      scadenze:
        - tipo: presentazione-offerte
          data: 26/02/2025 ore 12
    If an act of that time is published now, you can say so:
      consenti:
        - regola: scadenza-prima-della-pubblicazione
          motivo: Bando del 2019, pubblicato ora per completare l'archivio

rule-aggiornato-prima-di-pubblicato = The date of `aggiornato` does not come before that of `pubblicato`
explain-aggiornato-prima-di-pubblicato =
    The law wants people to know when information was updated. If the update comes before the
    publication, one of the two dates is wrong.
    Wrong:
      pubblicato: 12/01/2026
      aggiornato: 10/01/2026
    Right:
      pubblicato: 12/01/2026
      aggiornato: 20/01/2026
    If the notice was never updated, take `aggiornato` out: the date of `pubblicato` counts.

rule-collegamento-interrotto = Links within the site lead somewhere
explain-collegamento-interrotto =
    A broken link is a document people do not find. Links to other notices, to sections, to files and to
    headings of the page are checked (not those to other sites).
    - Another notice: the path of its file, `[L'esito](../esiti/esito-refezione.md)`;
    - a section: `[Singole procedure](/bandi-gara-contratti/procedure/)`;
    - a file: its name, with the right capitals, `[Il modello](modello.odt)`;
    - a heading: `[Come partecipare](#come-partecipare)`, in small letters and with dashes.
    A notice that is a draft or dated in the future is not on line yet: link to it when it is.

## Attachments
rule-allegato-mancante = The files named in `allegati` are there
explain-allegato-mancante =
    A notice without its documents is not complete. The file goes in the folder of the notice, and its
    name is written the same, capitals and blanks included: “Bando.PDF” and “bando.pdf” are two files.
      allegati:
        - file: bando.pdf
          titolo: Bando di gara
    If the document is on another site, use `indirizzo:` in the place of `file:`.
    For a folder nearby a path will do: `file: ../moduli/modello.odt`.

rule-allegato-vuoto = Files attached or linked in a text are not empty
explain-allegato-vuoto =
    A file of zero bytes opens with an error: usually the upload broke off, or the copy from a network
    disk did not finish. Copy it again and open it before you publish.
    This goes for the files in `allegati` and for those a link or an image of the text leads to.

rule-allegato-fuori = Files attached or linked lie inside the content folder
explain-allegato-fuori =
    The program reads only inside `content`: so a wrong path cannot publish a document from another
    folder of the computer by chance.
    Wrong:
      - file: C:\Gare\bando.pdf
      - file: /gare/bando.pdf
      - file: ../../../../Gare/bando.pdf
    Right, after copying the document beside the notice:
      - file: bando.pdf

rule-allegato-formato = Files published are of an accepted format, and truly what their name says
explain-allegato-formato =
    The law wants formats everybody can open; nothing that runs is published. Accepted are pdf, odt,
    ods, odp, docx, xlsx, pptx, doc, xls, rtf, txt, csv, json, xml, p7m, tsd, zip, 7z, png, jpg, jpeg,
    gif, webp, tiff, epub, dwg, dxf, kml, geojson, gpkg, mp3, mp4. Web pages, svg drawings and programs
    are published as PDF or not at all. As images of the text: png, jpg, gif, webp.
    The inside of the file is looked at too: a Word document renamed to `.pdf` does not pass. Changing
    the name is not enough: export it again from the program that made it.
    In a notice two different files do not have the same name, even if they lie in different folders.

rule-collegamento-simbolico = There are no links in the place of files in the content folder
explain-collegamento-simbolico =
    A link (symlink) looks like a file but leads elsewhere, even out of the content folder: it could
    publish what nobody meant to, and on another computer it leads nowhere.
    Take the link away and copy the true file in its place. To use the same document in several notices
    a path will do:
      allegati:
        - file: ../regolamenti/regolamento-contratti.pdf
          titolo: Regolamento dei contratti

## Site and theme
rule-sito = `sito.yaml` is there, and changes sections only where that is allowed
explain-sito =
    `content/sito.yaml` says who publishes: the law wants people to know where data comes from. If it is
    missing, make it with `trasparente init`.
    A section that is added cannot have the path of one that is there: give it another `id`.
    Only sections that are optional or concern other bodies can be hidden:
      sezioni:
        nascondi: [strutture-sanitarie-private]
    If there is nothing to publish in a required section, its `_sezione.md` says so:
      vuota: Il Comune non controlla società

rule-tema = The theme is there, can be read, and asks only for what a page is given
explain-tema =
    The theme is the look of the site: a folder of `themes/`, or `base`, which is part of the program.
    All of it is checked before any page is made, so that a wrong template leaves no holes in the site:
    it needs a `theme.yaml` with the interface of this program, and templates that can be read and ask
    only for values that exist.
    Whoever writes notices can go back to the first theme, in `sito.yaml`:
      tema: base
    The rest is for whoever looks after the theme: the contract with the program is in CONTRIBUTING.

rule-consenti = Every excuse names a rule that allows it
explain-consenti =
    With `consenti` a notice says why a rule does not apply there. But what keeps a file from being
    read, or would put readers at risk, must be mended; and a mistyped rule excuses from nothing.
    Wrong:
      consenti:
        - regola: scadenza-festivo
          motivo: Lo dice il bando
    Right:
      consenti:
        - regola: scadenza-festiva
          motivo: Il termine è fissato dal bando regionale
    `trasparente guide` lists the rules and says which can be excused.

## Warnings
rule-allegato-non-usato = Every file of the content folder is attached to a notice or linked from a text
explain-allegato-non-usato =
    A file no notice names is not published: perhaps it was forgotten. Add it to the attachments, link
    to it from the text, or take it away:
      allegati:
        - file: verbale.pdf
          titolo: Verbale della seduta
    Files whose name starts with a dot or ends with `~` are ignored. The report is about a file and not
    a notice: the excuse, if one is needed, is written in `sito.yaml` and covers the whole site:
      consenti:
        - regola: allegato-non-usato
          motivo: Gli originali restano accanto agli avvisi per l'archivio

rule-clicca-qui = The text of a link says where it leads
explain-clicca-qui =
    Whoever listens to a page hears its links one after the other, without the sentence around them:
    “here, here, download” says nothing.
    Wrong:  per il disciplinare [clicca qui](disciplinare.pdf)
    Right:  leggi il [disciplinare di gara](disciplinare.pdf)
    Reported are empty texts and those like “clicca qui”, “link”, “scarica”, “read more”.
    If the text must stay as it is, the notice says so:
      consenti:
        - regola: clicca-qui
          motivo: Il testo è riportato alla lettera dall'atto
    For the text of a section (`_sezione.md`) the excuse is written in `sito.yaml`.

rule-testo-segnaposto = No texts to be replaced are left in notices to be published
explain-testo-segnaposto =
    A template often leaves words behind that should have been replaced: real sites publish “[testo da
    cancellare]”. The whole file is searched for marks like “[da completare”, “[inserire”, “[xxx”,
    “[…]”, “(scrivi qui” and “lorem ipsum”. Drafts are not looked at: they may keep them.
    Wrong:  L'importo è di [da completare] euro.
    Right:  write the amount, or take the sentence out. In a quotation mark words left out with (…).
    If those words are right, the notice says so:
      consenti:
        - regola: testo-segnaposto
          motivo: I puntini fra parentesi sono nell'atto originale

rule-aggiornamento-git = The date of the update is not older than the last change recorded
explain-aggiornamento-git =
    If the content is in git, it is known when each file was last changed: if that is after the date of
    `aggiornato` (or of `pubblicato`, if there is none), readers think that nothing has happened.
      aggiornato: 20/01/2026
    The file of the notice counts, not its attachments, and only changes already recorded. Without git
    the rule is silent; if there is a history that cannot be read, or only its latest part is here, the
    summary says so.
    For a correction that does not matter to readers:
      consenti:
        - regola: aggiornamento-git
          motivo: Corretto solo un errore di battitura

rule-scadenza-festiva = Deadlines do not fall on a Sunday or a holiday
explain-scadenza-festiva =
    On a holiday the office is closed: whoever has a problem at the last moment finds nobody, and by law
    many terms move by themselves to the next day that is not a holiday. Sundays and national holidays
    count, 4 October included from 2026; not Saturdays, nor the patron saint. When a ranking expires is
    left out.
    Wrong:  `data: 15/08/2026 ore 12`
    Right:  `data: 17/08/2026 ore 12`
    If the day is set by an act you cannot change:
      consenti:
        - regola: scadenza-festiva
          motivo: Il termine è fissato dal bando regionale

rule-ora-del-cambio = Deadlines do not fall in the hour in which the clock changes
explain-ora-del-cambio =
    On the last Sunday of March the clock jumps from 2 to 3: there is no 2:30. On the last Sunday of
    October it goes back from 3 to 2: there are two 2:30, and the second counts, so that nobody is shut
    out. A deadline in that hour makes people quarrel.
    Wrong:  `data: 25/10/2026 ore 2:30`
    Right:  `data: 26/10/2026 ore 12`
    If the hour is set by an act you cannot change:
      consenti:
        - regola: ora-del-cambio
          motivo: L'ora è scritta nel bando già pubblicato

rule-sicurezza-scade = What security.txt says still holds, and for a year at most
explain-sicurezza-scade =
    In `/.well-known/security.txt` whoever finds a hole in the site reads whom to tell. The date of
    `scade:` says until when that can be trusted: later, they have to look elsewhere. The standard
    wants it within a year, so that somebody reads the contacts again before they change.
    Wrong:  `scade: 31/12/2030`
    Right:  `scade: 30/06/2027`
    When it expires, check the contacts in `sicurezza:` of `content/sito.yaml` and move the date.

rule-collegamenti-di-legge = Every page leads to the accessibility declaration and the privacy notice
explain-collegamenti-di-legge =
    The law wants every page to lead to the accessibility declaration, which is filled in on AgID's site,
    and to the body's privacy notice. Until they are there, the site is published all the same, without
    the link: better than one that leads nowhere.
      collegamenti:
        accessibilita: https://form.agid.gov.it/view/il-tuo-codice
        privacy: https://www.comune.esempio.it/privacy
    If your body does not need it, in `sito.yaml`:
      consenti:
        - regola: collegamenti-di-legge
          motivo: il sito è chiuso al pubblico, è una prova

rule-l190-incompleto = Every contract up to 2023 tells what L. 190/2012 asks for, if its data stay on line
explain-l190-incompleto =
    With `l190: sì` in sito.yaml the data the law asked for until 2023 stay on line in /dati/l190/: for
    each CIG what was bought, how the contractor was chosen, who was invited, who won, for how much,
    and what was paid. If something of a lot is missing, that lot is left out: ten zeros instead of the
    CIG, or 0.00 instead of a sum, would be false data. The hint says which keys are missing:
      procedura: negoziata
      scelta_contraente: 33
      importo:
        aggiudicazione: 331.296,00
        liquidato: 331.296,00
      partecipanti:
        - nome: Autolinee Esempio S.r.l.
          codice_fiscale: "99990002992"
    If the information is not there and never will be:
      consenti:
        - regola: l190-incompleto
          motivo: The source does not give the CIGs of the lots

rule-consenti-inutile = Excuses written in notices are still needed
explain-consenti-inutile =
    An excuse that is no longer needed would hide a mistake to come: if the deadline no longer falls on
    a holiday, nobody would notice that it does again. Take out the entry shown:
      consenti:
        - regola: scadenza-festiva
          motivo: Il termine è fissato dal bando regionale
    If it was the only one, take out the line `consenti:` too. Excuses in `sito.yaml` may stay, because
    they also cover notices to come.

rule-date-contraddittorie = The dates of a notice can all be true at once
explain-date-contraddittorie =
    If two dates exclude each other one is wrong, and readers cannot tell which. An extension moves a
    deadline later; extensions come in order of time, and after the publication; things open before
    they close; tenders are opened and tests held after the time to apply is over.
    Wrong:
      scadenze:
        - tipo: presentazione-offerte
          data: 26/05/2026 ore 12
          proroghe:
            - precedente: 30/06/2026 ore 12
              motivo: anomalie della piattaforma
    Right:
      scadenze:
        - tipo: presentazione-offerte
          data: 30/06/2026 ore 12
          proroghe:
            - precedente: 26/05/2026 ore 12
              motivo: anomalie della piattaforma

rule-termine-riscritto = A deadline that was moved says so, and why
explain-termine-riscritto =
    Whoever noted the former deadline has to know that it no longer holds, and why. If the content is
    in git, it is known what was written there: when the date of a deadline changes without a line under
    `proroghe`, the site itself tells whoever follows it (“Deadline changed”), but not why.
      scadenze:
        - tipo: presentazione-offerte
          data: 29/01/2027 ore 12
          proroghe:
            - tipo: proroga
              precedente: 18/12/2026 ore 12
              motivo: Guasto della piattaforma
    For a slip that was mended write `tipo: rettifica`. If it does not matter to readers:
      consenti:
        - regola: termine-riscritto
          motivo: la data era giusta nel bando, sbagliata solo qui

rule-aggiornato-nel-futuro = The date of `aggiornato` is not a day still to come
explain-aggiornato-nel-futuro =
    The page would say that it was updated on a day that has not come yet: nearly always the year is
    wrong. What counts is the moment the site is built at (or that of --as-of).
    Wrong:
      aggiornato: 12/01/2029
    Right:
      aggiornato: 12/01/2026
