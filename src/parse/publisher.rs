//! Who publishes: the body, its officer, names with addresses.

use super::call::{ipa, tax_code};
use super::fields;
use super::values::{code, email, group, text, url};
use crate::messages::Msg;
use crate::model::{Contact, Named, PublicBody, Territory};
use crate::rules;
use crate::yaml::{Fields, Node, Reader};

pub(super) fn publisher(fields: &Fields<'_>, reader: &mut Reader) -> Option<PublicBody> {
    let name = text(fields.get("nome"), reader);
    let kind = fields.get("tipo").and_then(|node| reader.word(node));
    let ipa = fields.get("ipa").and_then(|node| ipa(node, reader));
    let istat = fields.get("istat").and_then(|node| istat(node, reader));
    let territory = group(fields.get("territorio"), &fields::TERRITORY, reader, territory).map(Box::new);
    let tax_code = fields.get("codice_fiscale").and_then(|node| tax_code(node, reader));
    let address = text(fields.get("indirizzo"), reader);
    let pec = email(fields.get("pec"), reader);
    let mail = email(fields.get("email"), reader);
    let phone = code(fields.get("telefono"), reader);
    let website = url(fields.get("sito"), reader);
    let parent = group(fields.get("superiore"), &fields::NAMED, reader, named).flatten();
    Some(PublicBody {
        name: name?,
        kind,
        ipa: ipa?,
        istat,
        territory,
        tax_code: tax_code?,
        address: address?,
        pec: pec?,
        email: mail,
        phone,
        website,
        parent,
    })
}

/// Six digits.
fn istat(node: &Node<'_>, reader: &mut Reader) -> Option<String> {
    let code = reader.code(node)?;
    let good = code.value.len() == 6 && code.value.bytes().all(|b| b.is_ascii_digit());
    if !good {
        let msg = Msg::new("istat-shape").with("value", &code.value);
        reader.report(&rules::VALUE, code.span, msg).hint(Msg::new("istat-hint"));
    }
    good.then_some(code.value)
}

fn territory(fields: &Fields<'_>, reader: &mut Reader) -> Territory {
    let degrees = |key, most: f64, reader: &mut Reader| {
        let code = fields.get(key).and_then(|node| reader.code(node))?;
        let value = code.value.replace(',', ".");
        let good = value.parse::<f64>().is_ok_and(|degrees| degrees.abs() <= most)
            && value.bytes().all(|b| b.is_ascii_digit() || b"-.".contains(&b));
        if !good {
            let msg = Msg::new("degrees-shape").with("value", &code.value).with("most", most.to_string());
            reader.report(&rules::VALUE, code.span, msg).hint(Msg::new("degrees-hint"));
        }
        good.then_some(value)
    };
    Territory {
        municipality: text(fields.get("comune"), reader),
        province: text(fields.get("provincia"), reader),
        region: text(fields.get("regione"), reader),
        latitude: degrees("latitudine", 90.0, reader),
        longitude: degrees("longitudine", 180.0, reader),
    }
}

pub(super) fn contact(fields: &Fields<'_>, reader: &mut Reader) -> Option<Contact> {
    let name = text(fields.get("nome"), reader);
    let mail = email(fields.get("email"), reader);
    let pec = email(fields.get("pec"), reader);
    let phone = code(fields.get("telefono"), reader);
    Some(Contact { name: name?, email: mail, pec, phone })
}

pub(super) fn named(fields: &Fields<'_>, reader: &mut Reader) -> Option<Named> {
    let name = text(fields.get("nome"), reader);
    let url = url(fields.get("indirizzo"), reader);
    Some(Named { name: name?, url })
}
