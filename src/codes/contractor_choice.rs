//! How a contractor was chosen, in the closed list of ANAC's data sets.

use std::fmt;

/// A value of `sceltaContraente` (XSD 1.3 of the data sets of art. 1, c. 32,
/// L. 190/2012), with its number in front: `01-PROCEDURA APERTA`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ContractorChoice(&'static str);

impl ContractorChoice {
    /// Every value, mistakes of the list included: `PARTERNARIATO` and the
    /// apostrophe after it are what validators compare with.
    pub const ALL: [Self; 29] = [
        Self("01-PROCEDURA APERTA"),
        Self("02-PROCEDURA RISTRETTA"),
        Self("03-PROCEDURA NEGOZIATA PREVIA PUBBLICAZIONE"),
        Self("04-PROCEDURA NEGOZIATA SENZA PREVIA PUBBLICAZIONE"),
        Self("05-DIALOGO COMPETITIVO"),
        Self("06-PROCEDURA NEGOZIATA SENZA PREVIA INDIZIONE DI GARA (SETTORI SPECIALI)"),
        Self("07-SISTEMA DINAMICO DI ACQUISIZIONE"),
        Self("08-AFFIDAMENTO IN ECONOMIA - COTTIMO FIDUCIARIO"),
        Self("14-PROCEDURA SELETTIVA EX ART 238 C.7, D.LGS. 163/2006"),
        Self("17-AFFIDAMENTO DIRETTO EX ART. 5 DELLA LEGGE 381/91"),
        Self("21-PROCEDURA RISTRETTA DERIVANTE DA AVVISI CON CUI SI INDICE LA GARA"),
        Self("22-PROCEDURA NEGOZIATA CON PREVIA INDIZIONE DI GARA (SETTORI SPECIALI)"),
        Self("23-AFFIDAMENTO DIRETTO"),
        Self("24-AFFIDAMENTO DIRETTO A SOCIETA' IN HOUSE"),
        Self(
            "25-AFFIDAMENTO DIRETTO A SOCIETA' RAGGRUPPATE/CONSORZIATE O CONTROLLATE NELLE CONCESSIONI E NEI PARTENARIATI",
        ),
        Self("26-AFFIDAMENTO DIRETTO IN ADESIONE AD ACCORDO QUADRO/CONVENZIONE"),
        Self("27-CONFRONTO COMPETITIVO IN ADESIONE AD ACCORDO QUADRO/CONVENZIONE"),
        Self("28-PROCEDURA AI SENSI DEI REGOLAMENTI DEGLI ORGANI COSTITUZIONALI"),
        Self("29-PROCEDURA RISTRETTA SEMPLIFICATA"),
        Self("30-PROCEDURA DERIVANTE DA LEGGE REGIONALE"),
        Self("31-AFFIDAMENTO DIRETTO PER VARIANTE SUPERIORE AL 20% DELL'IMPORTO CONTRATTUALE"),
        Self("32-AFFIDAMENTO RISERVATO"),
        Self("33-PROCEDURA NEGOZIATA PER AFFIDAMENTI SOTTO SOGLIA"),
        Self(
            "34-PROCEDURA ART.16 COMMA 2-BIS DPR 380/2001 PER OPERE URBANIZZAZIONE A SCOMPUTO PRIMARIE SOTTO SOGLIA COMUNITARIA",
        ),
        Self("35-PARTERNARIATO PER L’INNOVAZIONE"),
        Self("36-AFFIDAMENTO DIRETTO PER LAVORI, SERVIZI O FORNITURE SUPPLEMENTARI"),
        Self("37-PROCEDURA COMPETITIVA CON NEGOZIAZIONE"),
        Self("38-PROCEDURA DISCIPLINATA DA REGOLAMENTO INTERNO PER SETTORI SPECIALI"),
        Self(
            "39-AFFIDAMENTO DIRETTO PER MODIFICHE CONTRATTUALI O VARIANTI PER LE QUALI È NECESSARIA UNA NUOVA PROCEDURA DI AFFIDAMENTO",
        ),
    ];

    /// Reads a value by its number; what follows a dash may be left out.
    pub fn parse(text: &str) -> Option<Self> {
        let number = text.split('-').next()?.trim();
        let number: u8 = number.parse().ok().filter(|_| number.len() <= 2)?;
        Self::ALL.into_iter().find(|choice| choice.number() == number)
    }

    /// Its number in the list.
    pub fn number(self) -> u8 {
        self.0.split('-').next().and_then(|number| number.parse().ok()).unwrap_or_default()
    }

    /// The value as the list has it.
    pub fn as_str(self) -> &'static str {
        self.0
    }

    /// Whether the contractor was asked alone.
    pub fn is_direct(self) -> bool {
        self.0.contains("AFFIDAMENTO DIRETTO")
    }
}

impl fmt::Display for ContractorChoice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read_by_their_numbers() {
        let number = |text: &str| ContractorChoice::parse(text).map(ContractorChoice::number);
        assert_eq!(number("1"), Some(1));
        assert_eq!(number("01"), Some(1));
        assert_eq!(number(" 33-procedura negoziata"), Some(33));
        for choice in ContractorChoice::ALL {
            assert_eq!(ContractorChoice::parse(choice.as_str()), Some(choice));
        }
        for text in ["", "9", "40", "001", "-1", "aperta", "1.0"] {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn the_list_is_in_order_and_without_doubles() {
        assert!(ContractorChoice::ALL.is_sorted_by(|a, b| a.number() < b.number()));
    }
}
