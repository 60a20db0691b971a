//! What an editor can get wrong, by name: one row a rule.
//!
//! The names are what people quote, silence (`consenti:`) and ask about
//! (`trasparente explain`), so they are Italian and never change meaning.
//! The words for each rule stand in the catalogue under `rule-<name>` (one
//! line) and `explain-<name>` (why, and how to do it right).

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is published.
    Error,
    /// The site is published all the same, unless asked to be strict.
    Warning,
}

/// A named requirement on content.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// The name people quote.
    pub name: &'static str,
    /// Whether breaking it stops publication.
    pub severity: Severity,
    /// Whether a notice may be excused from it, with a written reason.
    pub excusable: bool,
    /// The law, standard or observation behind it.
    pub source: &'static str,
}

/// Breaks the reading of a file or the safety of the site: never excused.
const fn error(name: &'static str, source: &'static str) -> Rule {
    Rule { name, severity: Severity::Error, excusable: false, source }
}

/// Stops publication, but there are honest exceptions.
const fn excusable(name: &'static str, source: &'static str) -> Rule {
    Rule { name, severity: Severity::Error, excusable: true, source }
}

/// Shown, and publication goes on.
const fn warning(name: &'static str, source: &'static str) -> Rule {
    Rule { name, severity: Severity::Warning, excusable: true, source }
}

macro_rules! rules {
    ($($(#[$doc:meta])* $constant:ident = $rule:expr;)*) => {
        $($(#[$doc])* pub static $constant: Rule = $rule;)*

        /// Every rule, in the order a file meets them.
        pub static RULES: &[&Rule] = &[$(&$constant),*];
    };
}

rules! {
    /// Content is UTF-8 text.
    UTF8 = error("testo-utf8", "CommonMark e YAML 1.2: i file sono testo Unicode");
    /// A text file has the size of a text.
    SIZE = error("file-troppo-grande", "un avviso è un testo: oltre 2 MB è quasi sempre un altro file");
    /// A notice opens with front matter between two `---` lines.
    FRONT_MATTER = error("intestazione", "guida degli editori");
    /// The front matter is YAML, without anchors and without depths.
    YAML = error("yaml", "YAML 1.2; ancore e rimandi sono rifiutati");
    /// Keys are those of the guide.
    UNKNOWN_KEY = error("chiave-sconosciuta", "guida degli editori");
    /// A key stands once.
    DUPLICATE_KEY = error("chiave-doppia", "YAML 1.2.2 §3.2.1.3");
    /// Required keys are there.
    MISSING_KEY = error("chiave-mancante", "art. 6, d.lgs. 33/2013 (completezza)");
    /// A value has the shape its key asks for.
    VALUE = error("valore", "guida degli editori");
    /// Numbers and yes/no words meant as text are quoted.
    QUOTES = error("virgolette", "YAML 1.1 e 1.2 leggono diversamente numeri, sì e no");
    /// Dates exist.
    DATE = error("data", "calendario gregoriano; ore di Europe/Rome");
    /// Amounts are euro.
    AMOUNT = error("importo", "guida degli editori");
    /// Check digits of a CIG add up.
    CIG = error("cig", "ANAC, algoritmo di validazione del CIG");
    /// A CUP has the shape of a CUP.
    CUP = error("cup", "CIPE, delibera 143/2002: tracciato del CUP");
    /// A CPV code exists and its check digit is right.
    CPV = error("cpv", "regolamento (CE) 213/2008");
    /// SIMOG, `MePA`, BDNCP, PVL, IPA: the other identifiers.
    IDENTIFIER = error("identificativo", "tracciati di SIMOG, MePA, PCP e IndicePA");
    /// Tax codes of bodies and companies check.
    TAX_CODE = error("codice-fiscale", "d.m. 23/12/1976: carattere di controllo");
    /// Web and e-mail addresses are addresses.
    ADDRESS = error("indirizzo", "RFC 3986, RFC 5321");
    /// No HTML in texts.
    HTML = error("html-nel-testo", "nulla di ciò che si scrive viene eseguito dal lettore");
    /// Links go to the web, to e-mail or to the site itself.
    UNSAFE_LINK = error("collegamento-pericoloso", "nulla di ciò che si scrive viene eseguito dal lettore");
    /// Images have a text alternative.
    IMAGE_TEXT = error("immagine-descritta", "WCAG 2.2, criterio 1.1.1");
    /// Headings start at the second level and skip none.
    HEADINGS = error("livelli-dei-titoli", "WCAG 2.2, criteri 1.3.1 e 2.4.6");
    /// A folder is a section of the law or of the body.
    UNKNOWN_SECTION = error("sezione-sconosciuta", "all. A, d.lgs. 33/2013; delibera ANAC 1310/2016");
    /// Two notices do not share an id, and so an address.
    SAME_ID = error("id-doppio", "ogni avviso ha un indirizzo suo, per sempre");
    /// Two notices do not share a CIG unless they name each other.
    SAME_CIG = excusable("cig-doppio", "un CIG indica una sola procedura o un solo lotto");
    /// An old address leads to one place.
    ALIAS_TAKEN = error("alias-occupato", "ogni indirizzo porta in un posto solo");
    /// Addresses can stand on a disk and in a link.
    IMPOSSIBLE_ADDRESS = error("indirizzo-impossibile", "RFC 3986; nomi di file di Linux, macOS e Windows");
    /// No characters nobody sees, where they could deceive.
    HIDDEN_CHARACTER = error("carattere-nascosto", "UAX #9, UTS #39: ciò che si legge è ciò che è scritto");
    /// Related notices exist.
    UNKNOWN_RELATED = error("collegato-sconosciuto", "guida degli editori");
    /// A deadline comes after the notice.
    EARLY_DEADLINE = excusable("scadenza-prima-della-pubblicazione", "un termine già passato non può essere rispettato");
    /// The update does not come before the publication.
    EARLY_UPDATE = error("aggiornato-prima-di-pubblicato", "art. 6, d.lgs. 33/2013 (aggiornamento)");
    /// Dates of a notice can all be right at once.
    DATES = excusable("date-contraddittorie", "art. 6, d.lgs. 33/2013 (esattezza)");
    /// Links within the site lead somewhere.
    DEAD_LINK = error("collegamento-interrotto", "art. 6, d.lgs. 33/2013 (facile accessibilità)");
    /// Attachments exist.
    ATTACHMENT_MISSING = error("allegato-mancante", "art. 6, d.lgs. 33/2013 (completezza)");
    /// Attachments hold something.
    ATTACHMENT_EMPTY = error("allegato-vuoto", "art. 6, d.lgs. 33/2013 (integrità)");
    /// Attachments lie inside the content folder.
    ATTACHMENT_OUTSIDE = error("allegato-fuori", "nulla si legge fuori dalla cartella dei contenuti");
    /// Attachments are documents, and what their name says.
    ATTACHMENT_FORMAT = error("allegato-formato", "art. 7, d.lgs. 33/2013; nulla di eseguibile si pubblica");
    /// No symbolic links in the content folder.
    SYMLINK = error("collegamento-simbolico", "nulla si legge fuori dalla cartella dei contenuti");
    /// `sito.yaml` says who publishes.
    SITE = error("sito", "art. 6, d.lgs. 33/2013 (indicazione della provenienza)");
    /// The theme asks only for what a page is given.
    THEME = error("tema", "contratto fra programma e temi");
    /// Excuses name a rule that can be excused.
    EXCUSE = error("consenti", "guida degli editori");
    /// Files nobody attached.
    ATTACHMENT_UNUSED = warning("allegato-non-usato", "un file dimenticato non è pubblicato");
    /// Link texts say where they lead.
    CLICK_HERE = warning("clicca-qui", "WCAG 2.2, criterio 2.4.4");
    /// Template text left over.
    PLACEHOLDER = warning("testo-segnaposto", "portali reali pubblicano «[testo da cancellare]»");
    /// The update date follows the last change.
    STALE_UPDATE = warning("aggiornamento-git", "art. 6, d.lgs. 33/2013 (aggiornamento)");
    /// A deadline that was moved says so.
    RETYPED_DEADLINE = warning("termine-riscritto", "art. 92, c. 2, d.lgs. 36/2023 (proroga dei termini)");
    /// Nobody has updated anything tomorrow.
    FUTURE_UPDATE = warning("aggiornato-nel-futuro", "art. 6, d.lgs. 33/2013 (aggiornamento)");
    /// Deadlines on working days.
    HOLIDAY = warning("scadenza-festiva", "art. 155 c.p.c., art. 2963 c.c.; l. 260/1949, l. 151/2025");
    /// Deadlines at an hour that exists once.
    CLOCK_CHANGE = warning("ora-del-cambio", "direttiva 2000/84/CE: ora legale");
    /// What `security.txt` says holds, for a year at most.
    SECURITY_EXPIRES = warning("sicurezza-scade", "RFC 9116, §2.5.5");
    /// Every page leads to the accessibility declaration and the privacy notice.
    LEGAL_LINKS = warning("collegamenti-di-legge", "art. 3-quater, d.lgs. 106/2018 (accessibilità); artt. 13 e 14, reg. UE 2016/679");
    /// What the data sets of L. 190/2012 tell of a contract is there.
    L190 = warning("l190-incompleto", "art. 1, c. 32, l. 190/2012; tracciato XSD 1.3 dell'ANAC");
    /// Excuses are needed.
    IDLE_EXCUSE = Rule {
        name: "consenti-inutile",
        severity: Severity::Warning,
        excusable: false,
        source: "guida degli editori",
    };
}

/// The rule of a name.
pub fn find(name: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::{Catalogue, Language};

    #[test]
    fn every_rule_is_explained_in_every_language() {
        for language in Language::ALL {
            let catalogue = Catalogue::new(language);
            for rule in RULES {
                for key in [format!("rule-{}", rule.name), format!("explain-{}", rule.name)] {
                    assert!(catalogue.find(&key).is_some(), "{key} is missing in {language:?}");
                }
            }
        }
    }

    #[test]
    fn names_are_unique() {
        let mut names: Vec<_> = RULES.iter().map(|rule| rule.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), RULES.len());
    }
}
