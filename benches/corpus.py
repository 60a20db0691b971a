#!/usr/bin/env python3
"""Writes a site of N invented notices, for measurements and trials.

    corpus.py N OUTDIR [--seed TEXT] [--until DATE] [--theme NAME]

OUTDIR/content holds `sito.yaml` and one folder a notice, as an editor would
write them: two to nine hundred words, headings, lists, tables, links, codes
whose check digits add up, deadlines (some extended), attachments. Nothing in
it should make `trasparente` complain.

The same arguments give the same bytes. Every notice draws from a stream of
random numbers of its own, so notice 17 is the same in a site of a hundred and
in one of fifty thousand. Only the standard library is used.

`--theme minimo` also copies `theme/`, which stands beside this script, to
OUTDIR/themes/minimo.
"""
import argparse
import json
import random
import re
import shutil
import sys
import unicodedata
from datetime import date, datetime, time, timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent

# ---- the calendar ------------------------------------------------------------

FIXED_HOLIDAYS = {(1, 1), (1, 6), (4, 25), (5, 1), (6, 2), (8, 15), (11, 1), (12, 8), (12, 25), (12, 26)}


def easter(year):
    """Easter Sunday, by Gauss's rule with the two Gregorian exceptions; right from 1900 to 2099."""
    d = (19 * (year % 19) + 24) % 30
    e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + 5) % 7
    if (d, e) == (29, 6) or ((d, e) == (28, 6) and year % 19 > 10):
        e -= 7
    return date(year, 3, 22) + timedelta(days=d + e)


def is_closed(day):
    """Whether Italian offices are closed: Sundays, national holidays, Easter Monday, and Saint Francis from 2026."""
    return (day.weekday() == 6 or (day.month, day.day) in FIXED_HOLIDAYS
            or day == easter(day.year) + timedelta(days=1)
            or (day.year >= 2026 and (day.month, day.day) == (10, 4)))


def working(moment):
    """The same hour of the first day, from this one on, on which offices are open."""
    while is_closed(moment.date()):
        moment += timedelta(days=1)
    return moment


# ---- codes -------------------------------------------------------------------

def cig(number, year):
    """The CIG of notice `number`: of SIMOG's form until 2023, of the PCP's after; different for every number below 9,999,991."""
    if year < 2024:
        seven = 1 + number * 7_654_321 % 9_999_991
        return f"{seven:07d}{seven * 211 % 4091:03X}"
    return lettered_cig("B", 1 + number * 7_654_321 % 0xFFFFFD)


def lettered_cig(letter, number):
    """A CIG that starts with a letter from A to U; `number` takes six hexadecimal digits."""
    rank = ord(letter) - ord("A") + 1
    return f"{letter}{number:06X}{(number + rank) * 211 % 4091:03X}"


def cup(r, year):
    return f"{r.choice('BCDEFGHIJ')}{r.randint(1, 99):02d}{r.choice('BCDEFGHIJ')}{year % 100:02d}{r.randint(0, 99_999_999):08d}{r.randint(1, 9)}"


# ---- YAML --------------------------------------------------------------------

def quoted(text):
    """A double-quoted YAML scalar: what JSON calls a string is one."""
    return json.dumps(text, ensure_ascii=False)


def minute(moment):
    return moment.strftime("%Y-%m-%dT%H:%M")


def euro(amount):
    return f"{amount:,.2f}".translate(str.maketrans(",.", ".,"))


def front_matter(n):
    """The front matter of a notice: `n` holds texts, `datetime`s, lists, and what is absent is empty."""
    lines = ["---", f"titolo: {quoted(n['title'])}", f"sommario: {quoted(n['summary'])}", f"tipo: {n['kind']}",
             f"pubblicato: {minute(n['published'])}", f"aggiornato: {minute(n['updated'])}"]
    if n["codes"]:
        lines += ["codici:", *(f"  {name}: {quoted(code)}" for name, code in n["codes"].items())]
    lines.append(f"importo: {euro(n['amount'])}")
    if n["deadlines"]:
        lines.append("scadenze:")
    for deadline in n["deadlines"]:
        lines += [f"  - tipo: {deadline['kind']}", f"    data: {minute(deadline['at'])}"]
        if deadline["changes"]:
            lines.append("    proroghe:")
        for change in deadline["changes"]:
            lines += [f"      - tipo: {change['kind']}", f"        pubblicata: {minute(change['published'])}",
                      f"        precedente: {minute(change['previous'])}", f"        motivo: {quoted(change['reason'])}"]
    lines += n.get("more", [])
    if n["attachments"]:
        lines.append("allegati:")
    for attachment in n["attachments"]:
        lines += [f"  - indirizzo: {attachment['url']}", f"    titolo: {quoted(attachment['title'])}"]
    lines += ["argomenti: [" + ", ".join(map(quoted, n["topics"])) + "]", "---", ""]
    return "\n".join(lines) + "\n"


def attachment_url(slug, file):
    return f"https://documenti.example.it/{slug}/{file}"


def site_yaml(theme):
    return f"""\
ente:
  nome: Comune di Montefiore
  tipo: comune
  ipa: c_z999
  codice_fiscale: "00000010009"
  indirizzo: Piazza del Municipio 1, 00000 Montefiore (RM)
  pec: protocollo@pec.example.it
  sito: https://www.example.it/
indirizzo_base: https://trasparenza.example.it
tema: {theme}
rpct:
  nome: Segretario comunale
  pec: protocollo@pec.example.it
collegamenti:
  accessibilita: https://www.example.it/accessibilita/
  privacy: https://www.example.it/privacy/
  note_legali: https://www.example.it/note-legali/
licenza:
  nome: CC BY 4.0
  indirizzo: https://creativecommons.org/licenses/by/4.0/deed.it
"""


def write_site(root, theme):
    """Writes everything but the notices."""
    (root / "content").mkdir(parents=True, exist_ok=True)
    put(root / "content/sito.yaml", site_yaml(theme))
    if theme == "minimo":
        shutil.copytree(HERE / "theme", root / "themes/minimo", dirs_exist_ok=True)


def put(path, text):
    path.write_text(text, encoding="utf-8", newline="\n")


def write_notice(root, section, slug, text):
    folder = root / "content" / section / slug
    folder.mkdir(parents=True, exist_ok=True)
    put(folder / "index.md", text)


def slugify(text):
    plain = unicodedata.normalize("NFKD", text.replace("'", " ")).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


# ---- what notices are about --------------------------------------------------

SERVICES = [
    "ristorazione nelle scuole", "trasporto degli alunni", "pulizia delle sedi civiche", "custodia del canile intercomunale",
    "manutenzione degli impianti termici", "spazzamento meccanico delle strade", "conduzione del centro estivo",
    "sorveglianza delle mostre del museo", "supporto alla riscossione dei tributi minori", "gestione della biblioteca",
    "assistenza sistemistica e sicurezza informatica", "telesoccorso per chi vive solo", "rilegatura degli atti di stato civile",
    "sfalcio dei cigli stradali", "stampa e recapito degli avvisi di pagamento", "cassa e tesoreria",
]
WORKS = [
    "asfaltatura della strada dei Mulini", "rifacimento della copertura della palestra", "consolidamento del ponte sul rio Secco",
    "efficientamento energetico della scuola media", "adeguamento antincendio del teatro", "restauro della torre dell'orologio",
    "rinnovo della rete fognaria di valle", "messa in sicurezza del versante nord", "ampliamento del cimitero del capoluogo",
    "sostituzione dei serramenti dell'asilo", "realizzazione della pista ciclabile lungofiume", "rinaturazione dell'argine destro",
]
SUPPLIES = [
    "arredi per le aule della scuola primaria", "uno scuolabus a trazione elettrica", "sale per la viabilità invernale",
    "personal computer e schermi", "divise per la polizia locale", "libri per la biblioteca", "giochi per i parchi pubblici",
    "gasolio da riscaldamento", "lampade a led per gli impianti sportivi", "carta riciclata in risme", "attrezzature per la cucina centrale",
    "farmaci da banco per la farmacia comunale",
]
POSTS = [
    "istruttore amministrativo contabile", "funzionario tecnico", "agente di polizia locale", "educatore di asilo nido",
    "operaio specializzato con patente C", "assistente sociale", "bibliotecario", "istruttore informatico",
]
GRANTS = [
    "le associazioni sportive dilettantistiche", "le botteghe del centro storico", "le manifestazioni culturali estive",
    "l'acquisto di biciclette a pedalata assistita", "il recupero delle facciate", "le società agricole di montagna",
    "i progetti educativi delle scuole dell'infanzia", "il volontariato di protezione civile",
]
ASSETS = [
    "un terreno in località Prati Bassi", "l'ex scuola di Colle Alto", "un autocarro dismesso", "il chiosco del parco fluviale",
    "due posti auto coperti in via della Stazione", "il legname del lotto boschivo 12",
]
ACTS = [
    "il piano degli indicatori di bilancio", "la relazione annuale sulla trasparenza", "il registro delle richieste di accesso",
    "l'elenco degli immobili posseduti", "i canoni riscossi nell'anno", "i tempi medi dei pagamenti", "gli obiettivi di accessibilità",
    "la programmazione triennale delle opere", "la dotazione organica", "i premi collegati ai risultati",
    "la carta dei servizi cimiteriali", "il catalogo delle banche dati", "il contratto integrativo del personale",
]
PLACES = [
    "Colle Alto", "Prati Bassi", "Borgo San Rocco", "Ponte della Pieve", "Villa Serena", "Fonte Chiara", "Castel Ginepro",
    "Poggio Lungo", "Riva dei Salici", "Costa d'Ulivo", "Campo Ghiaia",
]
TOPICS = [
    "lavori pubblici", "servizi scolastici", "cultura", "ambiente", "sport", "informatica", "personale", "patrimonio",
    "commercio", "servizi sociali", "PNRR", "tributi",
]

# What is written about each family of notices: sentences, headings, items of lists, columns of tables.
# In braces: {cosa} what the notice is about, {giorno} a day, {euro} and {poco} amounts, {n} a small number,
# {mesi} months, {atto} the number of an act, {luogo} a place, {anno} the year of publication.
TENDER = {
    "sentences": [
        "Con determinazione n. {atto} del {giorno} il settore competente ha avviato la procedura che riguarda {cosa}.",
        "La base d'asta ammonta a {euro} euro al netto dell'IVA; gli oneri per la sicurezza, che non si possono ribassare, sono pari a {poco} euro.",
        "Il contratto dura {mesi} mesi dal verbale di avvio e può essere prorogato una sola volta, per non più di {n} mesi.",
        "Le offerte si presentano soltanto in via telematica: plichi cartacei e messaggi di posta elettronica non saranno presi in considerazione.",
        "Il lotto {n} comprende le prestazioni descritte nel capitolato, con consegna alla sede di {luogo}.",
        "L'aggiudicazione avviene con il criterio del **miglior rapporto fra qualità e prezzo**, con non più di {n} punti per il prezzo.",
        "Chi desidera visitare i luoghi si prenota scrivendo all'ufficio, che risponde entro due giorni lavorativi.",
        "Le imprese costituite da poco dimostrano la capacità tecnica con i servizi svolti nei mesi in cui sono state attive.",
        "Il subappalto è consentito nei limiti di legge, purché dichiarato al momento dell'offerta.",
        "La commissione è nominata dopo la scadenza, e i curricula dei componenti si leggono in questa pagina.",
        "Se due offerte ottengono lo stesso punteggio si procede per sorteggio in seduta pubblica.",
        "La spesa trova copertura al capitolo {atto} del bilancio {anno}, come attestato il {giorno} dal servizio finanziario.",
        "Il costo della manodopera, stimato in {poco} euro, è calcolato sul contratto collettivo indicato negli atti.",
        "Restano fermi i *criteri ambientali minimi* previsti per la categoria merceologica.",
        "Le penali per ogni giorno di ritardo sono pari allo 0,6 per mille dell'importo contrattuale & non superano il dieci per cento.",
        "La garanzia definitiva si riduce alla metà per le micro, piccole e medie imprese.",
    ],
    "headings": ["Oggetto dell'appalto", "Valore e durata", "Chi può partecipare", "Come presentare l'offerta", "Come si sceglie l'offerta",
                 "Quesiti e risposte", "Visita dei luoghi", "Garanzie", "Sedute pubbliche", "Subappalto", "Esecuzione", "Ricorsi"],
    "items": ["domanda di partecipazione firmata digitalmente", "documento di gara unico europeo", "ricevuta del contributo dovuto ad ANAC",
              "cauzione provvisoria di {poco} euro", "relazione tecnica di non più di {n} pagine", "patto di integrità sottoscritto",
              "fatturato medio annuo di almeno {euro} euro", "certificazione di qualità in corso di validità",
              "elenco dei servizi analoghi svolti negli ultimi tre anni", "iscrizione al registro delle imprese per l'attività richiesta",
              "contratto di avvalimento, per chi se ne serve", "offerta economica con il ribasso in cifre e in lettere"],
}
COMPETITION = {
    "sentences": [
        "È indetta una selezione per coprire {n} posti di {cosa}, a tempo pieno e indeterminato.",
        "La domanda si compila sul portale unico del reclutamento, al quale si accede con l'identità digitale.",
        "Il diario delle prove è pubblicato in questa pagina almeno {n} giorni prima e vale come notifica ai candidati.",
        "La commissione, nominata con atto n. {atto} del {giorno}, rende noti i criteri di valutazione prima delle prove scritte.",
        "La prova scritta si svolge a {luogo} e dura {n} minuti più il tempo aggiuntivo riconosciuto a chi ne ha diritto.",
        "Supera la prova chi ottiene almeno **ventuno trentesimi**.",
        "La graduatoria finale resta efficace per due anni e può essere usata anche da altri enti, previo accordo.",
        "Il trattamento economico annuo lordo è pari a {poco} euro, oltre alla tredicesima mensilità.",
        "È garantita la parità fra donne e uomini nell'accesso al lavoro.",
        "La tassa di concorso, di dieci euro, si versa attraverso il sistema *pagoPA* e non è rimborsabile.",
        "Le tracce delle prove scritte sono pubblicate al termine della procedura.",
        "L'amministrazione può prorogare, riaprire o revocare la selezione con provvedimento motivato.",
    ],
    "headings": ["Posti a concorso", "Requisiti", "Domanda", "Prove d'esame", "Materie", "Titoli valutabili", "Calendario", "Commissione",
                 "Graduatoria", "Assunzione", "Dati personali", "Informazioni"],
    "items": ["cittadinanza italiana o di uno Stato dell'Unione europea", "diploma di scuola secondaria di secondo grado", "patente di categoria B",
              "godimento dei diritti civili e politici", "conoscenza della lingua inglese", "ordinamento degli enti locali",
              "elementi di diritto amministrativo", "contabilità pubblica", "norme sulla trasparenza e sull'anticorruzione",
              "uso dei programmi di ufficio più diffusi", "ricevuta del versamento di dieci euro", "titoli di preferenza, per chi li possiede"],
}
GRANT = {
    "sentences": [
        "Il Comune sostiene {cosa} con una dotazione complessiva di {euro} euro per l'anno {anno}.",
        "Il contributo copre fino a {n} centesimi per ogni euro di spesa ammessa e non supera {poco} euro per domanda.",
        "Le domande sono esaminate da una commissione interna entro {n} giorni dalla chiusura dell'avviso.",
        "Sono ammesse le spese sostenute dal {giorno} e documentate con fatture quietanzate.",
        "Il regolamento approvato con deliberazione n. {atto} stabilisce i criteri di riparto.",
        "Il beneficio è erogato in due quote: la prima all'avvio, la seconda **dopo la rendicontazione**.",
        "Chi rinuncia lo comunica per posta elettronica certificata, così che le somme vadano ai successivi in elenco.",
        "Il provvedimento di concessione indica importo, norma, ufficio responsabile e modalità di scelta del beneficiario.",
        "Le iniziative si svolgono nel territorio comunale, di preferenza a {luogo}.",
        "Gli aiuti alle imprese rispettano il regime *de minimis* e sono annotati nel registro nazionale.",
        "I controlli a campione riguardano almeno il dieci per cento delle domande accolte.",
    ],
    "headings": ["Finalità", "Risorse", "Chi può chiedere il contributo", "Spese ammesse", "Domanda", "Valutazione", "Erogazione", "Rendiconto",
                 "Controlli", "Revoca", "Dati personali", "Informazioni"],
    "items": ["atto costitutivo e statuto", "relazione sull'attività svolta nell'anno precedente", "preventivo firmato delle spese",
              "dichiarazione sugli aiuti già ricevuti", "programma dell'iniziativa", "sede operativa a {luogo}", "regolarità contributiva",
              "spesa prevista di almeno {poco} euro", "impegno a esporre il logo del Comune", "rendiconto entro {n} giorni dalla conclusione"],
}
ACT = {
    "sentences": [
        "Con l'atto n. {atto} del {giorno} è stato approvato il documento che riguarda {cosa}.",
        "I valori dell'anno {anno} sono messi a confronto con quelli dei due anni precedenti.",
        "La somma complessiva ammonta a {euro} euro, di cui {poco} euro per spese in conto capitale.",
        "Il documento è pubblicato in formato aperto e può essere riutilizzato citando la fonte.",
        "Le tabelle che seguono riassumono i dati per ufficio e per periodo.",
        "L'ufficio di {luogo} cura la raccolta dei dati e risponde della loro completezza.",
        "L'aggiornamento avviene ogni {n} mesi, o prima se i dati cambiano in misura rilevante.",
        "Il parere dell'organo di revisione, reso il {giorno}, è **favorevole** ed è unito agli atti.",
        "Gli scostamenti superiori a {n} punti percentuali sono motivati nelle note.",
        "Il nucleo di valutazione ha verificato la coerenza fra obiettivi e risultati.",
        "Chiunque può chiedere chiarimenti o segnalare mancanze al *responsabile della trasparenza*.",
        "I termini del procedimento sono quelli fissati dal regolamento comunale, art. {n}.",
    ],
    "headings": ["Contenuto", "Dati di sintesi", "Confronto con gli anni precedenti", "Metodo", "Note alle tabelle", "Uffici interessati",
                 "Pareri", "Aggiornamenti", "Riutilizzo dei dati", "Obiettivi", "Risultati", "Prossimi passi"],
    "items": ["ufficio tecnico: {n} procedimenti conclusi", "servizi demografici: {n} procedimenti conclusi", "entrate accertate per {euro} euro",
              "spese impegnate per {euro} euro", "residui attivi per {poco} euro", "tempo medio di {n} giorni", "scostamento di {n} punti",
              "sede di {luogo}", "deliberazione n. {atto} del {giorno}", "indicatore riferito al {giorno}"],
}

TENDERED = [(SERVICES, "il servizio di {}"), (WORKS, "i lavori di {}"), (SUPPLIES, "la fornitura di {}")]

# Kinds of notice: the title, the family of texts, what it can be about, and its deadlines in the order of the
# days they fall on. The one marked with `!` is always there.
KINDS = {
    "bando-gara": ("Procedura aperta per {}", TENDER, TENDERED, ["sopralluogo", "richiesta-chiarimenti", "presentazione-offerte!", "seduta-pubblica"]),
    "lettera-invito": ("Procedura negoziata per {}", TENDER, TENDERED, ["richiesta-chiarimenti", "presentazione-offerte!", "apertura-buste"]),
    "manifestazione-interesse": ("Indagine di mercato per {}", TENDER, TENDERED, ["richiesta-chiarimenti", "manifestazione-interesse!"]),
    "avviso-preinformazione": ("Preinformazione su {}", TENDER, TENDERED, []),
    "affidamento-diretto": ("Affidamento diretto: {}", TENDER, TENDERED, []),
    "esito": ("Esito della gara per {}", TENDER, TENDERED, []),
    "concorso-pubblico": ("Concorso per {}", COMPETITION, [(POSTS, "{}")], ["presentazione-domande!", "prova-scritta", "prova-orale"]),
    "mobilita": ("Mobilità volontaria per {}", COMPETITION, [(POSTS, "{}")], ["presentazione-domande!", "prova-orale"]),
    "selezione-incarico": ("Incarico esterno a supporto del profilo di {}", COMPETITION, [(POSTS, "{}")], ["presentazione-domande!"]),
    "contributi": ("Contributi per {}", GRANT, [(GRANTS, "{}")], ["richiesta-chiarimenti", "presentazione-domande!"]),
    "alienazione": ("Asta pubblica: {}", GRANT, [(ASSETS, "{}")], ["sopralluogo", "presentazione-offerte!", "seduta-pubblica"]),
    "provvedimento": ("Provvedimento su {}", ACT, [(ACTS, "{}")], []),
    "documento": ("Pubblicazione di dati: {}", ACT, [(ACTS, "{}")], []),
}

PROCEDURES = "bandi-gara-contratti/procedure"
SECTIONS = [  # path, weight, kinds
    (PROCEDURES, 50, ["bando-gara", "bando-gara", "bando-gara", "lettera-invito", "manifestazione-interesse", "affidamento-diretto", "esito"]),
    ("bandi-gara-contratti/atti-programmazione", 4, ["avviso-preinformazione", "documento"]),
    ("bandi-gara-contratti/atti-carattere-generale", 4, ["provvedimento", "documento"]),
    ("bandi-gara-contratti/link-bdncp", 3, ["affidamento-diretto"]),
    ("bandi-concorso/bandi-di-concorso", 12, ["concorso-pubblico", "mobilita"]),
    ("consulenti-collaboratori/titolari-incarichi-collaborazione-consulenza", 7, ["selezione-incarico"]),
    ("sovvenzioni-contributi/criteri-modalita", 2, ["contributi", "provvedimento"]),
    ("sovvenzioni-contributi/atti-concessione", 8, ["contributi", "contributi", "provvedimento"]),
    ("provvedimenti/provvedimenti-organi-indirizzo-politico", 4, ["provvedimento"]),
    ("provvedimenti/provvedimenti-dirigenti", 6, ["provvedimento"]),
    ("beni-immobili/patrimonio-immobiliare", 3, ["alienazione", "alienazione", "documento"]),
    ("beni-immobili/canoni-locazione", 1, ["documento", "alienazione"]),
    ("opere-pubbliche/atti-programmazione-opere", 2, ["provvedimento"]),
    ("opere-pubbliche/tempi-costi-indicatori", 1, ["documento"]),
    ("bilanci/bilancio-preventivo-consuntivo", 2, ["provvedimento", "documento"]),
    ("bilanci/piano-indicatori", 1, ["documento"]),
    ("pagamenti/dati-pagamenti", 2, ["documento"]),
    ("pagamenti/indicatore-tempestivita", 1, ["documento"]),
    ("personale/contrattazione-integrativa", 1, ["documento"]),
    ("personale/tassi-assenza", 1, ["documento"]),
    ("personale/dotazione-organica", 1, ["documento"]),
    ("performance/piano-performance", 1, ["documento"]),
    ("performance/relazione-performance", 1, ["documento"]),
    ("controlli-rilievi/corte-dei-conti", 1, ["documento"]),
    ("servizi-erogati/carta-servizi", 1, ["documento"]),
    ("disposizioni-generali/atti-generali", 2, ["provvedimento"]),
    ("informazioni-ambientali/info-ambientali", 1, ["documento"]),
    ("altri-contenuti/prevenzione-corruzione", 2, ["documento", "provvedimento"]),
    ("altri-contenuti/accesso-civico", 1, ["documento"]),
    ("altri-contenuti/accessibilita-catalogo", 1, ["documento"]),
]
PROCUREMENT = {"bando-gara", "lettera-invito", "manifestazione-interesse", "avviso-preinformazione", "affidamento-diretto", "esito"}
REASONS = ["Rettifica del capitolato", "Richiesta motivata di più operatori", "Interruzione del portale durante gli ultimi due giorni",
           "Quesiti ancora in esame", "Integrazione della documentazione pubblicata"]
DOCUMENTS = ["Avviso integrale", "Disciplinare", "Capitolato", "Schema di contratto", "Modello di domanda", "Relazione illustrativa",
             "Determinazione", "Tabelle dei dati", "Elenco dei prezzi", "Planimetrie", "Verbale", "Risposte ai quesiti"]
LINKS = [("le regole del portale delle gare", "https://portale.example.it/guida?capitolo={n}&lingua=it"), ("il sito di ANAC", "https://www.anticorruzione.it/"),
         ("il decreto legislativo 33 del 2013", "https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2013-03-14;33"),
         ("gli atti di carattere generale", "/bandi-gara-contratti/atti-carattere-generale/"), ("come chiedere l'accesso civico", "/altri-contenuti/accesso-civico/"),
         ("il portale unico del reclutamento", "https://www.inpa.gov.it/")]
MONTHS = "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre".split()
AWARDEES = ["Aurora Servizi S.r.l.", "Cooperativa Il Ponte", "Costruzioni Valle Verde S.p.A.", "Consorzio Tre Colli", "Officine Riunite S.n.c."]
YEARS_BACK = 1_740  # days that publications are spread over: under five years, after which acts leave the site


# ---- a notice ----------------------------------------------------------------

def publication(i, until):
    """When notice `i` comes out: days are spread evenly for any number of notices, by multiples of the golden ratio."""
    spread = (i * 0x9E37_79B9_7F4A_7C15 & 0xFFFF_FFFF_FFFF_FFFF) * YEARS_BACK >> 64
    day = until - timedelta(days=spread)
    while is_closed(day):
        day -= timedelta(days=1)
    return datetime.combine(day, time(8 + i % 10, i * 7 % 60))


def head(seed, i, until):
    """What other notices and the address need to know of notice `i`."""
    r = random.Random(f"{seed}/{i}/head")
    published = publication(i, until)
    section, _, kinds = r.choices(SECTIONS, [weight for _, weight, _ in SECTIONS])[0]
    if section == PROCEDURES and published.year < 2024:
        section = "bandi-gara-contratti/procedure-fino-2023"
    kind = r.choice(kinds)
    words, family, subjects, stages = KINDS[kind]
    things, phrase = r.choice(subjects)
    subject = phrase.format(r.choice(things))
    title = f"{words.format(subject)} – {r.choice(PLACES)}, pratica {i + 1}/{published.year}"
    slug = f"{slugify(title)[:52].strip('-')}-{i:06d}"
    return {"i": i, "title": title, "slug": slug, "section": section, "kind": kind, "subject": subject, "published": published, "family": family, "stages": stages}


def filled(r, sentence, n):
    """The sentence with its blanks filled in."""
    year = n["published"].year
    return sentence.format(
        cosa=n["subject"], giorno=f"{r.randint(2, 28)} {r.choice(MONTHS)} {year}", euro=euro(r.uniform(8e3, 6e6)), poco=euro(r.uniform(4e2, 7e4)),
        n=r.randint(2, 40), mesi=r.choice([6, 12, 24, 36, 48]), atto=r.randint(10, 2_400), luogo=r.choice(PLACES), anno=year)


def deadlines(r, n, until):
    """None to three deadlines, each after the one before it, 15 % of them extended once or twice."""
    always = [stage for stage in n["stages"] if stage.endswith("!")]
    if not always:
        return []
    others = [stage for stage in n["stages"] if not stage.endswith("!")]
    chosen = {*always, *r.sample(others, r.randint(0, min(2, len(others))))}
    day, result = n["published"].date() + timedelta(days=r.randint(8, 40)), []
    for stage in (stage for stage in n["stages"] if stage in chosen):
        at = working(datetime.combine(day, r.choice([time(10), time(12), time(12, 30), time(13), time(18), time(23, 59)])))
        changes = []
        for _ in range(r.choice([1, 1, 2]) if r.random() < .15 else 0):
            kind = r.choice(["proroga", "proroga", "rettifica", "riapertura"])
            told_on = at.date() + timedelta(days=r.randint(1, 3) if kind == "riapertura" else -r.randint(2, 4))
            told = datetime.combine(told_on, time(r.randint(9, 16)))
            # Nobody moves a deadline again before having moved it.
            told = max([told, *(change["published"] for change in changes)])
            later = working(at + timedelta(days=r.randint(6, 21)))
            reason = r.choice(REASONS)
            if told_on <= until:
                changes.append({"kind": kind, "published": told, "previous": at, "reason": reason})
                at = later
        result.append({"kind": stage.rstrip("!"), "at": at, "changes": changes})
        day = at.date() + timedelta(days=r.randint(2, 12))
    return result


def codes(r, n):
    """A CIG for most procurement notices, and the identifiers that go with it."""
    found, year = {}, n["published"].year
    if n["kind"] in PROCUREMENT - {"avviso-preinformazione"}:
        if n["kind"] != "affidamento-diretto" or r.random() < .9:
            found["cig"] = cig(n["i"], year)
        else:
            found["cig_mancante"] = "Il codice è acquisito dopo l'affidamento"
    if r.random() < .35:
        found["cup"] = cup(r, year)
    if n["kind"] in PROCUREMENT and r.random() < .40:
        found["simog"] = f"{r.randint(1_000_000, 9_999_999)}"
    if n["kind"] in PROCUREMENT and r.random() < .25:
        found["mepa"] = f"{r.choice(['RdO', 'TD'])} {r.randint(1_000_000, 9_999_999)}"
    return found


def outcome(r, n):
    """Who was awarded the contract, where that is what the notice says."""
    if n["kind"] not in ("esito", "affidamento-diretto"):
        return []
    return ["aggiudicatari:", f"  - nome: {quoted(r.choice(AWARDEES))}", f"    importo: {euro(n['amount'] * r.uniform(.75, .98))}"]


def body(r, n, seed, until):
    """The text: headings from the second level down, none skipped."""
    family, target, parts, words = n["family"], r.randint(200, 900), [], 0
    headings = r.sample(family["headings"], len(family["headings"]))

    def add(part):
        nonlocal words
        words += len(part.split())
        parts.append(part)

    def paragraph(most):
        sentences = [filled(r, sentence, n) for sentence in r.sample(family["sentences"], r.randint(1, most))]
        if r.random() < .3:
            text, address = r.choice(LINKS)
            sentences.append(f"Per saperne di più: [{text}]({address.format(n=r.randint(1, 400))}).")
        add(" ".join(sentences))

    def items(mark):
        chosen = r.sample(family["items"], r.randint(3, 7))
        add("\n".join(f"{mark(k)} {filled(r, item, n)}{'.' if k == len(chosen) else ';'}" for k, item in enumerate(chosen, 1)))

    def table():
        rows = ["| N. | Voce | Importo (euro) | Sede |", "| ---: | --- | ---: | --- |"]
        if family is TENDER:
            rows[0] = "| Lotto | Descrizione | Base d'asta (euro) | CIG |"
        for k in range(1, r.randint(4, 9)):
            about = r.choice(SERVICES + SUPPLIES if family is TENDER else ACTS)
            last = lettered_cig("C", r.randint(1, 0xFFFFFF)) if family is TENDER else r.choice(PLACES)
            rows.append(f"| {k} | {about} | {euro(r.uniform(5e2, 8e5))} | {last} |")
        add("\n".join(rows))

    paragraph(3)
    under_heading = False
    while words < target:
        if headings and r.random() < .75:
            add(f"## {headings.pop()}")
            under_heading = True
        elif under_heading and r.random() < .3:
            add(f"### {r.choice(['Dettaglio', 'Precisazioni', 'Esempio', 'Casi particolari'])}: {r.choice(PLACES)}")
        paragraph(4)
        match r.choices(["numbers", "bullets", "table", "quotation", "nothing"], [25, 15, 15, 5, 40])[0]:
            case "numbers": items(lambda k: f"{k}.")
            case "bullets": items(lambda k: "-")
            case "table": table()
            case "quotation": add("> " + filled(r, r.choice(family["sentences"]), n))
    if n["i"] and r.random() < .1:
        before = head(seed, n["i"] - 1, until)
        add(f"Si veda anche [{before['title']}](/atti/{before['slug']}/).")
    return "\n\n".join(parts) + "\n"


def notice(seed, i, until):
    """Notice `i` in full."""
    n = head(seed, i, until)
    r = random.Random(f"{seed}/{i}/rest")
    n["summary"] = filled(r, r.choice(n["family"]["sentences"]), n).replace("*", "")
    n["codes"] = codes(r, n)
    n["amount"] = round(r.uniform(900, 4.5e6), 2)
    n["deadlines"] = deadlines(r, n, until)
    n["more"] = outcome(r, n)
    n["attachments"] = [{"url": attachment_url(n["slug"], f"{slugify(title)}-{k}.pdf"), "title": title}
                        for k, title in enumerate(r.sample(DOCUMENTS, r.randint(0, 6)), 1)]
    told = [change["published"] for deadline in n["deadlines"] for change in deadline["changes"]]
    touched = n["published"] + timedelta(days=r.randint(1, 90)) if r.random() < .4 else n["published"]
    n["updated"] = max(n["published"], *told, min(touched, datetime.combine(until, time(17))))
    n["topics"] = r.sample(TOPICS, r.randint(1, 4))
    n["body"] = body(r, n, seed, until)
    return n


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("n", type=int, help="how many notices")
    parser.add_argument("outdir", type=Path)
    parser.add_argument("--seed", default="montefiore")
    parser.add_argument("--until", type=date.fromisoformat, default=date(2026, 11, 14), help="the last day of publication (default 2026-11-14)")
    parser.add_argument("--theme", default="base", help="`tema` of sito.yaml (default base)")
    args = parser.parse_args()
    write_site(args.outdir, args.theme)
    size = 0
    for i in range(args.n):
        n = notice(args.seed, i, args.until)
        text = front_matter(n) + n["body"]
        size += len(text.encode())
        write_notice(args.outdir, n["section"], n["slug"], text)
    print(f"{args.n} notices, {size} bytes", file=sys.stderr)


if __name__ == "__main__":
    main()
