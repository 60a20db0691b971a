//! The data sets of art. 1, c. 32, L. 190/2012, in the XML of ANAC (XSD 1.3),
//! and the index that lists them; only where the body keeps them on line.

use std::io;

use chrono::NaiveDate;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::plain::{plain, short};
use super::{Ground, Made, Press};
use crate::edition::Artifact;
use crate::model::{Euro, GroupRole};
use crate::plan::{Address, Job, L190_INDEX, OpenData, What};
use crate::site::{Bidder, BidderId, Bidders, L190File, L190Lot};

/// How long names and subjects may be.
const LONG: usize = 250;

/// Where ANAC publishes its schemas.
const SCHEMAS: &str = "http://dati.anticorruzione.it/schema/";

type Xml = Writer<Vec<u8>>;

pub(super) fn plan(ground: &Ground<'_>) -> Vec<Job> {
    let mut files: Vec<Address> = ground.site.l190_files().iter().map(L190File::address).collect();
    if !files.is_empty() {
        files.push(L190_INDEX.clone());
    }
    files.into_iter().map(|file| Job::new(file, What::Data(OpenData::L190))).collect()
}

pub(super) fn make(press: &Press<'_>) -> Made {
    let files = press.site.l190_files();
    let mut made: Vec<Artifact> =
        files.iter().map(|file| artifact(&file.address(), |xml| dataset(press, file, xml))).collect();
    if !files.is_empty() {
        made.push(artifact(&L190_INDEX, |xml| index(press, &files, xml)));
    }
    Ok(made)
}

fn artifact(address: &Address, write: impl FnOnce(&mut Xml) -> io::Result<()>) -> Artifact {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
    let written =
        xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None))).and_then(|()| write(&mut xml));
    written.expect("memory takes every byte");
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    Artifact::new(address, bytes)
}

fn index(press: &Press<'_>, files: &[L190File<'_>], xml: &mut Xml) -> io::Result<()> {
    let site = press.site;
    let first = files.iter().map(|file| file.published).min().unwrap_or_default();
    let last = files.iter().map(|file| file.updated).max().unwrap_or_default();
    let year = files.iter().map(|file| file.year).max().unwrap_or_default();
    let schema = format!("{SCHEMAS}datasetIndiceAppaltiL190.xsd");
    let root = xml.create_element("indici").with_attributes([
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ("xsi:noNamespaceSchemaLocation", schema.as_str()),
    ]);
    root.write_inner_content(|xml| {
        xml.create_element("metadata").write_inner_content(|xml| {
            let labels = press.labels;
            element(xml, "titolo", &format!("{} – {}", labels.text("l190-index-title"), site.settings.body.name))?;
            element(xml, "abstract", labels.text("l190-about"))?;
            element(xml, "dataPubblicazioneIndice", &day(first))?;
            element(xml, "entePubblicatore", &site.settings.body.name)?;
            element(xml, "dataUltimoAggiornamentoIndice", &day(last))?;
            element(xml, "annoRiferimento", &year.to_string())?;
            element(xml, "urlFile", &site.web(&L190_INDEX))?;
            element(xml, "licenza", &licence(press))
        })?;
        xml.create_element("indice").write_inner_content(|xml| {
            for (at, file) in files.iter().enumerate() {
                let id = format!("dataset-{}", at + 1);
                xml.create_element("dataset").with_attribute(("id", id.as_str())).write_inner_content(|xml| {
                    element(xml, "linkDataset", &site.web(&file.address()))?;
                    element(xml, "dataUltimoAggiornamento", &day(file.updated))
                })?;
            }
            Ok(())
        })?;
        Ok(())
    })?;
    Ok(())
}

fn dataset(press: &Press<'_>, file: &L190File<'_>, xml: &mut Xml) -> io::Result<()> {
    let site = press.site;
    let schema = format!("legge190_1_0 {SCHEMAS}datasetAppaltiL190.xsd");
    let root = xml.create_element("legge190:pubblicazione").with_attributes([
        ("xmlns:legge190", "legge190_1_0"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ("xsi:schemaLocation", schema.as_str()),
    ]);
    root.write_inner_content(|xml| {
        xml.create_element("metadata").write_inner_content(|xml| {
            element(xml, "titolo", &title(press, file))?;
            element(xml, "abstract", press.labels.text("l190-about"))?;
            element(xml, "dataPubblicazioneDataset", &day(file.published))?;
            element(xml, "entePubblicatore", &site.settings.body.name)?;
            element(xml, "dataUltimoAggiornamentoDataset", &day(file.updated))?;
            element(xml, "annoRiferimento", &file.year.to_string())?;
            element(xml, "urlFile", &site.web(&file.address()))?;
            element(xml, "licenza", &licence(press))
        })?;
        xml.create_element("data").write_inner_content(|xml| file.lots.iter().try_for_each(|one| lot(one, xml)))?;
        Ok(())
    })?;
    Ok(())
}

/// What a file is called: its year, and its part if it is not the first.
pub(super) fn title(press: &Press<'_>, file: &L190File<'_>) -> String {
    let part = match file.part {
        1 => String::new(),
        part => format!(" ({part})"),
    };
    format!("{} {}{part} – {}", press.labels.text("l190-title"), file.year, press.site.settings.body.name)
}

fn licence(press: &Press<'_>) -> String {
    let licence = press.site.settings.licence.as_ref();
    let named = licence.map(|licence| match &licence.url {
        Some(url) => format!("{} – {url}", licence.name),
        None => licence.name.clone(),
    });
    named.unwrap_or_else(|| press.labels.text("l190-no-licence").to_owned())
}

fn lot(lot: &L190Lot<'_>, xml: &mut Xml) -> io::Result<()> {
    xml.create_element("lotto").write_inner_content(|xml| {
        element(xml, "cig", lot.cig.as_str())?;
        xml.create_element("strutturaProponente").write_inner_content(|xml| {
            let (code, name) = lot.proposer;
            element(xml, "codiceFiscaleProp", code.as_str())?;
            element(xml, "denominazione", &short(name, LONG))
        })?;
        element(xml, "oggetto", &short(&lot.subject, LONG))?;
        element(xml, "sceltaContraente", lot.choice.as_str())?;
        bidders(&lot.participants, ("partecipanti", "raggruppamento", "partecipante"), xml)?;
        bidders(&lot.winners, ("aggiudicatari", "aggiudicatarioRaggruppamento", "aggiudicatario"), xml)?;
        element(xml, "importoAggiudicazione", &amount(lot.award))?;
        xml.create_element("tempiCompletamento").write_inner_content(|xml| {
            lot.start.map_or(Ok(()), |start| element(xml, "dataInizio", &day(start)))?;
            lot.end.map_or(Ok(()), |end| element(xml, "dataUltimazione", &day(end)))
        })?;
        element(xml, "importoSommeLiquidate", &amount(lot.paid))
    })?;
    Ok(())
}

fn bidders(bidders: &Bidders<'_>, (all, grouping, single): (&str, &str, &str), xml: &mut Xml) -> io::Result<()> {
    xml.create_element(all).write_inner_content(|xml| {
        for members in &bidders.groups {
            xml.create_element(grouping).write_inner_content(|xml| {
                for (member, role) in members {
                    xml.create_element("membro").write_inner_content(|xml| {
                        bidder(member, xml)?;
                        element(xml, "ruolo", role_of(*role))
                    })?;
                }
                Ok(())
            })?;
        }
        for one in &bidders.singles {
            xml.create_element(single).write_inner_content(|xml| bidder(one, xml))?;
        }
        Ok(())
    })?;
    Ok(())
}

fn bidder(bidder: &Bidder<'_>, xml: &mut Xml) -> io::Result<()> {
    match bidder.id {
        BidderId::Italian(code) => element(xml, "codiceFiscale", code.as_str())?,
        BidderId::Foreign(code) => element(xml, "identificativoFiscaleEstero", code)?,
    }
    element(xml, "ragioneSociale", &short(bidder.name, LONG))
}

/// The role in the words of the schema.
fn role_of(role: GroupRole) -> &'static str {
    match role {
        GroupRole::Mandator => "01-MANDANTE",
        GroupRole::Mandatary => "02-MANDATARIA",
        GroupRole::Associate => "03-ASSOCIATA",
        GroupRole::Lead => "04-CAPOGRUPPO",
        GroupRole::Member => "05-CONSORZIATA",
    }
}

fn element(xml: &mut Xml, name: &str, text: &str) -> io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(&plain(text)))?;
    Ok(())
}

fn day(day: NaiveDate) -> String {
    day.format("%Y-%m-%d").to_string()
}

/// With two decimals and a dot.
fn amount(euro: Euro) -> String {
    format!("{}.{:02}", euro.cents() / 100, euro.cents() % 100)
}
