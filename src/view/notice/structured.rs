//! A notice for machines that read pages: JSON-LD with schema.org's words.

use serde_json::{Map, Value, json};

use super::super::Views;
use crate::calendar::Moment;
use crate::model::Notice;

impl<'a> Views<'a> {
    /// The page, the act and the way to it as one JSON-LD graph
    /// (<https://schema.org>), safe inside a `script` element: it holds no
    /// `<`.
    pub(super) fn structured(&self, notice: &'a Notice) -> String {
        let url = self.site.web(&notice.address());
        let graph = json!({
            "@context": "https://schema.org",
            "@graph": [self.web_page(notice, &url), self.act(notice, &url), self.way(notice, &url)],
        });
        graph.to_string().replace('<', "\\u003c")
    }

    fn web_page(&self, notice: &'a Notice, url: &str) -> Value {
        let settings = &self.site.settings;
        let filing = &notice.filing;
        let mut page = json!({
            "@type": "WebPage",
            "@id": url,
            "url": url,
            "name": notice.heading.title.value,
            "inLanguage": settings.language.tag(),
            "datePublished": filing.published_on().map(Moment::iso),
            "dateModified": self.site.updated(notice).iso(),
            "isPartOf": {"@type": "WebSite", "name": settings.title, "url": format!("{}/", settings.base_url)},
            "publisher": {
                "@type": "GovernmentOrganization",
                "name": settings.body.name,
                "taxID": settings.body.tax_code.as_str(),
                "email": settings.body.pec,
                "address": settings.body.address,
            },
            "breadcrumb": {"@id": format!("{url}#percorso")},
            "mainEntity": {"@id": format!("{url}#atto")},
        });
        if let Some(page) = page.as_object_mut().filter(|_| !filing.is_dated) {
            page.shift_remove("datePublished");
        }
        if let Some(licence) = settings.licence.as_ref().and_then(|licence| licence.url.as_deref()) {
            page["license"] = licence.into();
        }
        page
    }

    fn act(&self, notice: &'a Notice, url: &str) -> Value {
        let heading = &notice.heading;
        let mut act = Map::new();
        let mut put = |key: &str, value: Value| {
            act.insert(key.to_owned(), value);
        };
        put("@type", "DigitalDocument".into());
        put("@id", format!("{url}#atto").into());
        put("url", url.into());
        put("name", heading.title.value.as_str().into());
        let creator = self.site.body_of(notice);
        put("creator", json!({"@type": "GovernmentOrganization", "name": creator}));
        put("genre", self.labels.of(heading.kind).into());
        put("creativeWorkStatus", self.state_text(notice).into());
        if let Some(about) = heading.summary.as_deref().or(heading.subject.as_deref()) {
            put("description", about.into());
        }
        let codes = notice.cigs().into_iter().map(|cig| ("CIG", cig.value.to_string()));
        let codes = codes.chain(notice.codes.cup.iter().map(|cup| ("CUP", cup.to_string())));
        let codes: Vec<Value> =
            codes.map(|(name, value)| json!({"@type": "PropertyValue", "propertyID": name, "value": value})).collect();
        if !codes.is_empty() {
            put("identifier", codes.into());
        }
        // The deadline by which to apply: what schema.org has for "no longer of use".
        let closing = notice.deadlines.iter().filter(|deadline| deadline.kind.closes());
        if let Some(deadline) = closing.max_by_key(|deadline| deadline.when.value.ends()) {
            put("expires", deadline.when.value.iso().into());
        }
        let documents = self.media(notice);
        if !documents.is_empty() {
            put("associatedMedia", documents.into());
        }
        Value::Object(act)
    }

    fn media(&self, notice: &'a Notice) -> Vec<Value> {
        let one = |attachment: &'a crate::model::Attachment| {
            let document = self.site.document(notice, attachment);
            let url = document.web(self.site);
            let mut media = json!({"@type": "MediaObject", "name": attachment.title, "contentUrl": url});
            if let Some(file) = document.file {
                media["contentSize"] = file.size.to_string().into();
                media["sha256"] = file.hash().into();
            }
            if let Some(format) = document.format {
                media["encodingFormat"] = format.media_type().into();
            }
            media
        };
        notice.attachments.iter().map(one).collect()
    }

    fn way(&self, notice: &'a Notice, url: &str) -> Value {
        let above = notice.filing.sections.first().map(|id| self.way_to(*id)).unwrap_or_default();
        let steps = above.iter().map(|step| (step.title, self.site.web(&step.url)));
        let steps = steps.chain([(notice.heading.title.value.as_str(), url.to_owned())]);
        let items: Vec<Value> = steps
            .enumerate()
            .map(|(at, (name, item))| json!({"@type": "ListItem", "position": at + 1, "name": name, "item": item}))
            .collect();
        json!({"@type": "BreadcrumbList", "@id": format!("{url}#percorso"), "itemListElement": items})
    }
}
