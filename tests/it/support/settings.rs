//! The `sito.yaml` of every example and of every site the tests make.

/// A sound `sito.yaml` of an invented municipality.
pub(crate) const SETTINGS: &str = r#"ente:
  nome: Comune di Esempio
  tipo: comune
  ipa: c_x999
  codice_fiscale: "80188230587"
  indirizzo: Piazza del Municipio 1, 00000 Esempio (EX)
  pec: protocollo@pec.comune.esempio.it
indirizzo_base: https://trasparenza.comune.esempio.it
rpct:
  nome: Segretario generale
collegamenti:
  accessibilita: https://form.agid.gov.it/view/esempio
  privacy: https://www.comune.esempio.it/privacy
  note_legali: https://www.comune.esempio.it/note-legali
"#;
