//! The three forms of the graph.

use std::io;

use oxjsonld::JsonLdSerializer;
use oxrdf::{GraphName, Triple};
use oxrdfxml::RdfXmlSerializer;
use oxttl::TurtleSerializer;
use serde_json::{Map, Value};

use super::terms::{PREFIXES, RDF};

/// Why none of the writers can fail: they write to memory, and only what can
/// be written.
const WRITTEN: &str = "memory takes every byte and our vocabularies are known";

pub(super) fn rdf_xml(triples: &[Triple]) -> Vec<u8> {
    let write = || -> io::Result<Vec<u8>> {
        let mut form = RdfXmlSerializer::new();
        for (prefix, address) in PREFIXES {
            form = form.with_prefix(prefix, address).map_err(io::Error::other)?;
        }
        let mut writer = form.for_writer(Vec::new());
        for triple in triples {
            writer.serialize_triple(triple)?;
        }
        writer.finish()
    };
    ended(write().expect(WRITTEN))
}

pub(super) fn turtle(triples: &[Triple]) -> Vec<u8> {
    let write = || -> io::Result<Vec<u8>> {
        let mut form = TurtleSerializer::new();
        for (prefix, address) in PREFIXES {
            form = form.with_prefix(prefix, address).map_err(io::Error::other)?;
        }
        let mut writer = form.for_writer(Vec::new());
        for triple in triples {
            writer.serialize_triple(triple)?;
        }
        let text = String::from_utf8(writer.finish()?).map_err(io::Error::other)?;
        // The writer has its prefixes in no order at all.
        let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
        let prefixes = lines.iter().take_while(|line| line.starts_with("@prefix ")).count();
        lines[..prefixes].sort_unstable();
        Ok(lines.concat().into_bytes())
    };
    write().expect(WRITTEN)
}

/// The writer spells every address out; people read prefixes.
pub(super) fn json_ld(triples: &[Triple]) -> Vec<u8> {
    let write = || -> io::Result<Vec<u8>> {
        let mut form = JsonLdSerializer::new();
        for (prefix, address) in PREFIXES {
            form = form.with_prefix(prefix, address).map_err(io::Error::other)?;
        }
        let mut writer = form.for_writer(Vec::new());
        for triple in triples {
            writer.serialize_quad(triple.clone().in_graph(GraphName::DefaultGraph).as_ref())?;
        }
        let mut whole: Value = serde_json::from_slice(&writer.finish()?)?;
        if let Some(nodes) = whole.get_mut("@graph").and_then(Value::as_array_mut) {
            nodes.iter_mut().filter_map(Value::as_object_mut).for_each(shorten);
        }
        Ok(serde_json::to_vec_pretty(&whole)?)
    };
    ended(write().expect(WRITTEN))
}

/// Writes a node's properties and classes with prefixes, and a single value
/// without its list.
fn shorten(node: &mut Map<String, Value>) {
    let kind = format!("{}type", RDF.1);
    *node = std::mem::take(node)
        .into_iter()
        .map(|(key, value)| match value {
            Value::Array(classes) if key == kind => {
                let class = |class: &Value| class["@id"].as_str().map(|class| Value::String(prefixed(class)));
                ("@type".to_owned(), classes.iter().filter_map(class).collect())
            }
            Value::Array(mut values) => {
                values.iter_mut().for_each(shorten_datatype);
                let value = if values.len() == 1 { values.remove(0) } else { Value::Array(values) };
                (prefixed(&key), value)
            }
            value => (key, value),
        })
        .collect();
}

fn shorten_datatype(value: &mut Value) {
    if let Some(datatype) = value.get_mut("@type")
        && let Some(address) = datatype.as_str()
    {
        *datatype = Value::String(prefixed(address));
    }
}

fn prefixed(address: &str) -> String {
    let known = |(prefix, start): (&str, &str)| Some(format!("{prefix}:{}", address.strip_prefix(start)?));
    PREFIXES.into_iter().find_map(known).unwrap_or_else(|| address.to_owned())
}

/// A text file ends with its line.
fn ended(mut text: Vec<u8>) -> Vec<u8> {
    text.push(b'\n');
    text
}
