//! Codes, money, terms and contacts in words.

use schemars::JsonSchema;
use serde::Serialize;

use super::super::Views;
use super::super::when::month;
use crate::calendar::Month;
use crate::model::{Activity, Duration, Lot, Notice, Participation};

/// Where ANAC shows everything it knows of a CIG.
const BDNCP_CIG: &str = "https://dati.anticorruzione.it/superset/dashboard/dettaglio_cig/?cig=";

/// Where ANAC publishes a legal notice.
const PVL: &str = "https://pubblicitalegale.anticorruzione.it/bandi/";

/// A kind of code with its explanation, and the codes of that kind.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub(in crate::view) struct CodeView<'a> {
    /// What kind of code it is: `CIG`.
    pub(in crate::view) label: &'a str,
    /// What such a code is for, in a sentence.
    pub(in crate::view) explain: &'a str,
    /// The codes of that kind.
    pub(in crate::view) values: Vec<CodeValueView<'a>>,
}

/// A code: as shown, to be copied, and where to look it up.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub(in crate::view) struct CodeValueView<'a> {
    /// The code as shown, perhaps with words beside it.
    pub(in crate::view) text: String,
    /// What to copy; none where there is no code yet.
    pub(in crate::view) copy: Option<String>,
    /// Where to look it up.
    pub(in crate::view) links: Vec<LookUpView<'a>>,
}

/// Where a code can be looked up.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub(in crate::view) struct LookUpView<'a> {
    /// What one finds there.
    pub(in crate::view) label: &'a str,
    /// Its address on the web.
    pub(in crate::view) url: String,
}

/// An amount with its name.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub(in crate::view) struct AmountView<'a> {
    /// What is paid for, in words.
    pub(in crate::view) label: &'a str,
    /// `€ 172.131,15`, with what is said of VAT.
    pub(in crate::view) value: String,
}

/// A term with its values.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub(in crate::view) struct FactView<'a> {
    /// The term, in words.
    pub(in crate::view) label: &'a str,
    /// What is said of it, one entry a value.
    pub(in crate::view) values: Vec<ValueView>,
}

/// A value of a term.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub(in crate::view) struct ValueView {
    /// The value, in words.
    pub(in crate::view) text: String,
    /// Where it leads, on the web.
    pub(in crate::view) url: Option<String>,
}

/// How to take part.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub(in crate::view) struct HowView<'a> {
    /// The platform it runs on.
    pub(in crate::view) platform: Option<PlatformView<'a>>,
    /// How an application is handed in, in words.
    pub(in crate::view) channels: Vec<&'a str>,
    /// The certified mail to send it to.
    pub(in crate::view) pec: Option<&'a str>,
    /// The web address to apply at.
    pub(in crate::view) url: Option<&'a str>,
    /// The desk.
    pub(in crate::view) place: Option<&'a str>,
    /// When the desk is open.
    pub(in crate::view) hours: Option<&'a str>,
    /// What to write and enclose.
    pub(in crate::view) instructions: Option<&'a str>,
}

/// A procurement platform or portal.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub(in crate::view) struct PlatformView<'a> {
    /// Its name.
    pub(in crate::view) name: &'a str,
    /// Its address on the web.
    pub(in crate::view) url: Option<&'a str>,
    /// Whether one must have registered before, in words; none if nobody wrote it.
    pub(in crate::view) registration: Option<&'a str>,
    /// What to know about it.
    pub(in crate::view) note: Option<&'a str>,
}

/// A service asked for.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub(in crate::view) struct ActivityView<'a> {
    /// What.
    pub(in crate::view) title: &'a str,
    /// How much, as written: `628`.
    pub(in crate::view) quantity: Option<&'a str>,
    /// Of what: `ore`.
    pub(in crate::view) unit: Option<&'a str>,
    /// Over how long.
    pub(in crate::view) period: Option<&'a str>,
    /// What to know about it.
    pub(in crate::view) note: Option<&'a str>,
}

/// A lot.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub(in crate::view) struct LotView<'a> {
    /// Its number, as written.
    pub(in crate::view) number: Option<&'a str>,
    /// What.
    pub(in crate::view) title: &'a str,
    /// Its CIG.
    pub(in crate::view) cig: Option<String>,
    /// Its CPV code: `55523100-3`.
    pub(in crate::view) cpv: Option<String>,
    /// Its base: `€ 172.131,15`.
    pub(in crate::view) amount: Option<String>,
    /// Who won it.
    pub(in crate::view) awardee: Option<&'a str>,
    /// What was paid for it so far, without VAT: `€ 26.000,00`.
    pub(in crate::view) paid: Option<String>,
}

/// A way to reach somebody.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub(in crate::view) struct ContactLine<'a> {
    /// What it is, in words: `Telefono`.
    pub(in crate::view) label: &'a str,
    /// As people read it.
    pub(in crate::view) text: String,
    /// `tel:` or `mailto:`; none for what cannot be called or written to.
    pub(in crate::view) url: Option<String>,
}

impl<'a> Views<'a> {
    pub(super) fn codes(&self, notice: &'a Notice) -> Vec<CodeView<'a>> {
        let codes = &notice.codes;
        let code = |text: String, links: Vec<LookUpView<'a>>| CodeValueView { copy: Some(text.clone()), text, links };
        let plain = |text: String| code(text, Vec::new());
        let link = |key: &'static str, url: String| vec![LookUpView { label: self.labels.text(key), url }];
        let mut cigs: Vec<CodeValueView<'a>> = codes
            .cig
            .iter()
            .map(|cig| code(cig.value.to_string(), link("code-link-bdncp", format!("{BDNCP_CIG}{}", cig.value))))
            .collect();
        cigs.extend(codes.cig_pending.as_ref().map(|pending| CodeValueView {
            text: format!("{}: {}", self.labels.text("code-cig-pending"), pending.reason),
            ..CodeValueView::default()
        }));
        let cpvs = codes.cpv.iter().map(|cpv| CodeValueView {
            text: format!("{cpv} – {}", cpv.label()),
            copy: Some(cpv.to_string()),
            links: Vec::new(),
        });
        let pvl = |pvl: &crate::codes::Uuid| code(pvl.to_string(), link("code-link-pvl", format!("{PVL}{pvl}")));
        let kinds = [
            ("code-cig", "code-cig-explain", cigs),
            ("code-cup", "code-cup-explain", codes.cup.iter().map(|cup| plain(cup.to_string())).collect()),
            ("code-cpv", "code-cpv-explain", cpvs.collect()),
            ("code-simog", "code-simog-explain", codes.simog.iter().map(|simog| plain(simog.to_string())).collect()),
            ("code-mepa", "code-mepa-explain", codes.mepa.iter().map(|mepa| plain(mepa.to_string())).collect()),
            ("code-bdncp", "code-bdncp-explain", codes.bdncp.iter().map(|bdncp| plain(bdncp.to_string())).collect()),
            ("code-pvl", "code-pvl-explain", codes.pvl.iter().map(pvl).collect()),
            ("code-protocol", "code-protocol-explain", codes.protocol.iter().cloned().map(plain).collect()),
        ];
        kinds
            .into_iter()
            .filter(|(.., values)| !values.is_empty())
            .map(|(label, explain, values)| CodeView {
                label: self.labels.text(label),
                explain: self.labels.text(explain),
                values,
            })
            .collect()
    }

    pub(super) fn amounts(&self, notice: &'a Notice) -> Vec<AmountView<'a>> {
        let money = &notice.money;
        let amounts = [
            ("amount-base", money.base),
            ("amount-safety", money.safety),
            ("amount-labour", money.labour),
            ("amount-award", money.award),
            ("amount-paid", money.paid),
        ];
        amounts
            .into_iter()
            .filter_map(|(key, euro)| {
                let value = match (key, money.vat) {
                    ("amount-base", Some(vat)) => format!("€ {} ({})", euro?, self.labels.of(vat)),
                    _ => format!("€ {}", euro?),
                };
                Some(AmountView { label: self.labels.text(key), value })
            })
            .collect()
    }

    pub(super) fn facts(&self, notice: &'a Notice) -> Vec<FactView<'a>> {
        let terms = &notice.terms;
        let word = |text: &str| vec![text.to_owned()];
        let listed = [
            ("fact-contract", terms.contract.map(|item| word(self.labels.of(item)))),
            ("fact-procedure", terms.procedure.map(|item| word(self.labels.of(item)))),
            ("fact-criterion", terms.criterion.map(|item| word(self.labels.of(item)))),
            ("fact-place", Some(terms.places.clone())),
            ("fact-delivery", terms.delivery.map(|item| word(self.labels.of(item)))),
            ("fact-duration", terms.duration.as_ref().map(|duration| self.duration(duration))),
            ("fact-funding", terms.funding.as_deref().map(word)),
            (
                "fact-pnrr",
                terms.pnrr.as_ref().map(|pnrr| {
                    vec![match &pnrr.title {
                        Some(title) => format!("{}: {title}", pnrr.code()),
                        None => pnrr.code(),
                    }]
                }),
            ),
            ("fact-audience", Some(terms.audience.iter().map(|item| self.labels.of(*item).to_owned()).collect())),
            ("fact-topics", Some(terms.topics.clone())),
        ];
        let mut facts: Vec<FactView<'a>> = listed
            .into_iter()
            .filter_map(|(key, values)| Some((key, values.filter(|values| !values.is_empty())?)))
            .map(|(key, values)| FactView {
                label: self.labels.text(key),
                values: values.into_iter().map(|text| ValueView { text, url: None }).collect(),
            })
            .collect();
        facts.extend(self.contracting_body(notice));
        facts
    }

    fn duration(&self, duration: &Duration) -> Vec<String> {
        let language = self.labels.language();
        let labelled = |key: &'static str, text: String| format!("{} {text}", self.labels.text(key));
        [
            duration.months.map(|months| format!("{months} {}", self.labels.text("duration-months"))),
            duration.from.as_ref().map(|from| labelled("duration-from", from.clone())),
            duration.start.map(|day| labelled("duration-start", month(Month::Day(day), language))),
            duration.by.map(|by| labelled("duration-by", month(by, language))),
            duration.note.clone(),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn contracting_body(&self, notice: &'a Notice) -> Vec<FactView<'a>> {
        let Some(body) = &notice.people.body else { return Vec::new() };
        let name = match &body.role {
            Some(role) => format!("{} ({role})", body.name),
            None => body.name.clone(),
        };
        let fact = |key: &'static str, text: String, url: Option<String>| FactView {
            label: self.labels.text(key),
            values: vec![ValueView { text, url }],
        };
        let mut facts = vec![fact("fact-body", name, body.url.clone())];
        facts.extend(body.territory.clone().map(|territory| fact("fact-territory", territory, None)));
        facts.extend(body.tax_code.as_ref().map(|code| fact("fact-body-tax-code", code.to_string(), None)));
        facts.extend(body.ipa.as_ref().map(|code| fact("fact-body-ipa", code.to_string(), None)));
        facts
    }

    pub(super) fn how(&self, notice: &'a Notice) -> Option<HowView<'a>> {
        let Participation { platform, channels, pec, url, place, hours, instructions } = &notice.participation;
        let said = platform.is_some()
            || !channels.is_empty()
            || pec.is_some()
            || url.is_some()
            || place.is_some()
            || instructions.is_some();
        said.then(|| HowView {
            platform: platform.as_ref().map(|platform| PlatformView {
                name: &platform.name,
                url: platform.url.as_deref(),
                registration: platform.registration.map(|needed| {
                    self.labels.text(if needed { "registration-needed" } else { "registration-not-needed" })
                }),
                note: platform.note.as_deref(),
            }),
            channels: channels.iter().map(|channel| self.labels.of(*channel)).collect(),
            pec: pec.as_deref(),
            url: url.as_deref(),
            place: place.as_deref(),
            hours: hours.as_deref(),
            instructions: instructions.as_deref(),
        })
    }

    pub(super) fn lot(lot: &'a Lot) -> LotView<'a> {
        LotView {
            number: lot.number.as_deref(),
            title: &lot.title,
            cig: lot.cig.as_ref().map(|cig| cig.value.to_string()),
            cpv: lot.cpv.map(|cpv| cpv.to_string()),
            amount: lot.amount.map(|euro| format!("€ {euro}")),
            awardee: lot.awardee.as_deref(),
            paid: lot.paid.map(|euro| format!("€ {euro}")),
        }
    }

    pub(super) fn contacts(&self, notice: &'a Notice) -> Vec<ContactLine<'a>> {
        let people = &notice.people;
        let contacts = &people.contacts;
        let mail = |address: &String| Some(format!("mailto:{address}"));
        let lines = [
            ("contact-manager", people.manager.as_ref(), None),
            ("contact-office", people.office.as_ref(), None),
            ("contact-phone", contacts.phone.as_ref(), contacts.phone.as_ref().map(|phone| telephone(phone))),
            ("contact-email", contacts.email.as_ref(), contacts.email.as_ref().and_then(mail)),
            ("contact-pec", contacts.pec.as_ref(), contacts.pec.as_ref().and_then(mail)),
            ("contact-hours", contacts.hours.as_ref(), None),
            ("contact-address", contacts.address.as_ref(), None),
        ];
        lines
            .into_iter()
            .filter_map(|(key, text, url)| Some(ContactLine { label: self.labels.text(key), text: text?.clone(), url }))
            .collect()
    }
}

fn telephone(phone: &str) -> String {
    let digits: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    format!("tel:{digits}")
}

pub(super) fn activity(activity: &Activity) -> ActivityView<'_> {
    ActivityView {
        title: &activity.title,
        quantity: activity.quantity.as_deref(),
        unit: activity.unit.as_deref(),
        period: activity.period.as_deref(),
        note: activity.note.as_deref(),
    }
}
