//! Codes, money, terms and the ways to take part.

use super::values::{code, each, email, euro, group, text, url};
use crate::codes::{
    Cig, CigError, ContractorChoice, Cpv, CpvError, Cup, IpaCode, Mepa, SimogNumber, TaxCode, TaxCodeError, Uuid,
};
use crate::messages::Msg;
use crate::model::{
    Activity, CigPending, Codes, Contacts, ContractingBody, Duration, Lot, Money, Participation, Platform, Pnrr,
};
use crate::rules;
use crate::source::{Span, Spanned};
use crate::yaml::{Fields, Node, Reader, Yaml};

/// The identifiers.
pub(super) fn codes(fields: &Fields<'_>, reader: &mut Reader) -> Codes {
    Codes {
        cig: each(fields.get("cig"), reader, cig),
        cig_pending: text(fields.get("cig_mancante"), reader).map(|reason| CigPending { reason }),
        cup: each(fields.get("cup"), reader, |node, reader| shaped(node, reader, &rules::CUP, "cup-shape", Cup::parse)),
        cpv: each(fields.get("cpv"), reader, cpv),
        simog: fields.get("simog").and_then(|node| identifier(node, reader, "simog-shape", SimogNumber::parse)),
        mepa: fields.get("mepa").and_then(|node| identifier(node, reader, "mepa-shape", Mepa::parse)),
        bdncp: fields.get("bdncp").and_then(|node| identifier(node, reader, "uuid-shape", Uuid::parse)),
        pvl: fields.get("pvl").and_then(|node| identifier(node, reader, "uuid-shape", Uuid::parse)),
        protocol: code(fields.get("protocollo"), reader),
    }
}

/// A CIG whose check digits add up.
fn cig(node: &Node<'_>, reader: &mut Reader) -> Option<Spanned<Cig>> {
    let (typed, _) = reader.scalar(node)?;
    let zeros = !typed.is_empty() && typed.bytes().all(|b| b == b'0');
    let code = if zeros { Spanned { value: typed.to_owned(), span: node.span } } else { reader.code(node)? };
    let (key, hint) = match Cig::parse(&code.value) {
        Ok(value) => return Some(Spanned { value, span: code.span }),
        Err(CigError::Shape) => ("cig-shape", "cig-shape-hint"),
        Err(CigError::Zeros) => ("cig-zeros", "cig-zeros-hint"),
        Err(CigError::Check) => ("cig-check", "cig-check-hint"),
    };
    reader.report(&rules::CIG, code.span, Msg::new(key).with("value", &code.value)).hint(Msg::new(hint));
    None
}

fn cpv(node: &Node<'_>, reader: &mut Reader) -> Option<Cpv> {
    let code = reader.code(node)?;
    let (key, hint) = match Cpv::parse(&code.value) {
        Ok(cpv) => return Some(cpv),
        Err(CpvError::Shape) => ("cpv-shape", Msg::new("cpv-shape-hint")),
        Err(CpvError::Unknown) => ("cpv-unknown", Msg::new("cpv-unknown-hint")),
        Err(CpvError::Check(right)) => {
            let digits: String = code.value.chars().take(8).collect();
            ("cpv-check", Msg::new("value-nearest").with("word", format!("{digits}-{right}")))
        }
    };
    reader.report(&rules::CPV, code.span, Msg::new(key).with("value", &code.value)).hint(hint);
    None
}

fn identifier<T>(node: &Node<'_>, reader: &mut Reader, key: &'static str, parse: fn(&str) -> Option<T>) -> Option<T> {
    shaped(node, reader, &rules::IDENTIFIER, key, parse)
}

fn shaped<T>(
    node: &Node<'_>,
    reader: &mut Reader,
    rule: &'static rules::Rule,
    key: &'static str,
    parse: fn(&str) -> Option<T>,
) -> Option<T> {
    let code = reader.code(node)?;
    let parsed = parse(&code.value);
    if parsed.is_none() {
        let hint = match key {
            "cup-shape" => "cup-hint",
            "simog-shape" => "simog-hint",
            "mepa-shape" => "mepa-hint",
            "ipa-shape" => "ipa-hint",
            "choice-shape" => "choice-hint",
            _ => "uuid-hint",
        };
        reader.report(rule, code.span, Msg::new(key).with("value", &code.value)).hint(Msg::new(hint));
    }
    parsed
}

/// How the contractor was chosen, by its number in ANAC's list.
pub(super) fn choice(node: &Node<'_>, reader: &mut Reader) -> Option<ContractorChoice> {
    identifier(node, reader, "choice-shape", ContractorChoice::parse)
}

/// A code of the index of public administrations.
pub(super) fn ipa(node: &Node<'_>, reader: &mut Reader) -> Option<IpaCode> {
    identifier(node, reader, "ipa-shape", IpaCode::parse)
}

/// The tax code of a body or company.
pub(super) fn tax_code(node: &Node<'_>, reader: &mut Reader) -> Option<TaxCode> {
    let code = reader.code(node)?;
    let text = code.value.as_str();
    let (key, hint) = match TaxCode::parse(text) {
        Ok(code) => return Some(code),
        Err(TaxCodeError::Shape) => ("tax-code-shape", Msg::new("tax-code-hint")),
        Err(TaxCodeError::Check) => ("tax-code-check", Msg::new("tax-code-hint")),
        Err(TaxCodeError::LostZeros(whole)) => {
            ("tax-code-zeros", Msg::new("value-nearest").with("word", format!("\"{whole}\"")))
        }
        Err(TaxCodeError::Person) => ("tax-code-person", Msg::new("tax-code-person-hint")),
    };
    reader.report(&rules::TAX_CODE, node.span, Msg::new(key).with("value", text)).hint(hint);
    None
}

/// The money: a number alone is the base.
pub(super) fn money(node: &Node<'_>, reader: &mut Reader) -> Money {
    if matches!(node.value, Yaml::Scalar { .. }) {
        return Money { base: euro(Some(node), reader), ..Money::default() };
    }
    let read = |fields: &Fields<'_>, reader: &mut Reader| Money {
        base: euro(fields.get("base"), reader),
        vat: fields.get("iva").and_then(|node| reader.word(node)),
        safety: euro(fields.get("sicurezza"), reader),
        labour: euro(fields.get("manodopera"), reader),
        award: euro(fields.get("aggiudicazione"), reader),
        paid: euro(fields.get("liquidato"), reader),
        note: text(fields.get("nota"), reader),
    };
    group(Some(node), &super::fields::AMOUNT, reader, read).unwrap_or_default()
}

/// How long.
pub(super) fn duration(fields: &Fields<'_>, reader: &mut Reader) -> Duration {
    Duration {
        months: fields.get("mesi").and_then(|node| reader.number(node, 1..=1200)),
        from: text(fields.get("decorrenza"), reader),
        start: fields.get("inizio").and_then(|node| reader.moment(node)).map(|moment| moment.value.date),
        by: fields.get("entro").and_then(|node| reader.month(node)),
        note: text(fields.get("nota"), reader),
    }
}

/// The recovery plan.
pub(super) fn pnrr(fields: &Fields<'_>, reader: &mut Reader) -> Option<Pnrr> {
    let mission = fields.get("missione").and_then(|node| number_after('m', node, 7, reader));
    let component = fields.get("componente").and_then(|node| number_after('c', node, 4, reader));
    let investment = code(fields.get("investimento"), reader);
    let sub_investment = code(fields.get("sub_investimento"), reader);
    let title = text(fields.get("titolo"), reader);
    Some(Pnrr { mission: mission?, component, investment, sub_investment, title })
}

/// `5` or `M5`.
fn number_after(letter: char, node: &Node<'_>, most: u32, reader: &mut Reader) -> Option<u32> {
    let (text, _) = reader.scalar(node)?;
    let digits = text.trim().trim_start_matches([letter, letter.to_ascii_uppercase()]);
    match digits.parse().ok().filter(|number| (1..=most).contains(number)) {
        Some(number) => Some(number),
        None => reader.number(node, 1..=most),
    }
}

/// The platform.
pub(super) fn platform(fields: &Fields<'_>, reader: &mut Reader) -> Option<Platform> {
    let name = text(fields.get("nome"), reader);
    let url = url(fields.get("indirizzo"), reader);
    let registration = fields.get("registrazione").and_then(|node| reader.yes_no(node));
    let note = text(fields.get("nota"), reader);
    Some(Platform { name: name?, url, registration, note })
}

/// How an application is handed in.
pub(super) fn submission(fields: &Fields<'_>, reader: &mut Reader) -> Participation {
    Participation {
        platform: None,
        channels: each(fields.get("modo"), reader, |node, reader| reader.word(node)),
        pec: email(fields.get("pec"), reader),
        url: url(fields.get("indirizzo"), reader),
        place: text(fields.get("luogo"), reader),
        hours: text(fields.get("orari"), reader),
        instructions: text(fields.get("istruzioni"), reader),
    }
}

/// Who answers.
pub(super) fn contacts(fields: &Fields<'_>, reader: &mut Reader) -> Contacts {
    Contacts {
        phone: code(fields.get("telefono"), reader),
        email: email(fields.get("email"), reader),
        pec: email(fields.get("pec"), reader),
        hours: text(fields.get("orari"), reader),
        address: text(fields.get("indirizzo"), reader),
    }
}

/// The contracting body.
pub(super) fn body(fields: &Fields<'_>, reader: &mut Reader) -> Option<ContractingBody> {
    let name = text(fields.get("nome"), reader);
    let role = text(fields.get("ruolo"), reader);
    let territory = text(fields.get("ambito"), reader);
    let tax_code = fields.get("codice_fiscale").and_then(|node| tax_code(node, reader));
    let ipa = fields.get("ipa").and_then(|node| ipa(node, reader));
    let url = url(fields.get("indirizzo"), reader);
    Some(ContractingBody { name: name?, role, territory, tax_code, ipa, url })
}

/// A service asked for.
pub(super) fn activity(fields: &Fields<'_>, _: Span, reader: &mut Reader) -> Option<Activity> {
    let title = text(fields.get("titolo"), reader);
    let quantity = code(fields.get("quantita"), reader);
    let unit = text(fields.get("unita"), reader);
    let period = text(fields.get("periodo"), reader);
    let note = text(fields.get("nota"), reader);
    Some(Activity { title: title?, quantity, unit, period, note })
}

/// A lot.
pub(super) fn lot(fields: &Fields<'_>, _: Span, reader: &mut Reader) -> Option<Lot> {
    let number = code(fields.get("numero"), reader);
    let title = text(fields.get("titolo"), reader);
    let cig = fields.get("cig").and_then(|node| cig(node, reader));
    let cpv = fields.get("cpv").and_then(|node| cpv(node, reader));
    let amount = euro(fields.get("importo"), reader);
    let awardee = text(fields.get("aggiudicatario"), reader);
    let paid = euro(fields.get("liquidato"), reader);
    Some(Lot { number, title: title?, cig, cpv, amount, awardee, paid })
}
