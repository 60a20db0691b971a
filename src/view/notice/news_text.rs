//! A whole notice as HTML that needs no page around it: what feeds carry.

use super::super::Views;
use super::super::html::Html;
use super::course::awardee;
use crate::model::Notice;

/// Writes everything a notice's page says, in its order: what it is, dates,
/// codes, money, how to take part, text, documents, people.
pub(in crate::view) fn news_text<'a>(views: &Views<'a>, notice: &'a Notice, text: &str, html: &mut Html) {
    let labels = views.labels;
    let t = |key: &'static str| labels.text(key);
    let state = views.state_view(notice);
    html.raw("<p>");
    html.text(&format!("{} · {}", labels.of(notice.heading.kind), state.label));
    if !notice.filing.is_dated {
        html.text(&format!(" · {}", t("theme-published_unknown")));
    }
    html.raw("</p>");
    for said in [&notice.heading.summary, &notice.heading.subject].into_iter().flatten() {
        html.paragraph(said);
    }
    html.list(t("theme-deadlines"), |html| {
        for deadline in &notice.deadlines {
            let view = views.deadline(deadline);
            html.line(view.label, |html| {
                html.text(&view.when.text);
                for said in [view.note, view.place].into_iter().flatten() {
                    html.text(&format!(" – {said}"));
                }
                for change in &view.changes {
                    let before = change.previous.as_ref().map_or_else(|| t("theme-before_unknown"), |when| &when.text);
                    html.text(&format!(" ({}, {}: {before}; {})", change.label, t("theme-before"), change.reason));
                }
            });
        }
    });
    html.list(t("theme-amounts"), |html| {
        for amount in views.amounts(notice) {
            html.line(amount.label, |html| html.text(&amount.value));
        }
    });
    how(views, notice, html);
    html.list(t("theme-data"), |html| {
        for code in views.codes(notice) {
            let values: Vec<&str> = code.values.iter().map(|value| value.text.as_str()).collect();
            html.line(code.label, |html| html.text(&values.join(", ")));
        }
        for fact in views.facts(notice) {
            html.line(fact.label, |html| {
                for (at, value) in fact.values.iter().enumerate() {
                    if at > 0 {
                        html.raw(", ");
                    }
                    match &value.url {
                        Some(url) => html.link(url, &value.text),
                        None => html.text(&value.text),
                    }
                }
            });
        }
    });
    content(views, notice, html);
    html.raw(&views.whole_text(notice, text));
    course(views, notice, html);
    html.list(t("theme-attachments"), |html| {
        for document in views.documents(notice).iter().flat_map(|group| &group.items) {
            let url = if document.external { document.url.clone() } else { views.site.web(&document.url) };
            html.raw("<li>");
            html.link(&url, document.title);
            let about: Vec<&str> = document.format.iter().chain(&document.size).map(String::as_str).collect();
            if !about.is_empty() {
                html.text(&format!(" ({})", about.join(", ")));
            }
            html.raw("</li>");
        }
    });
    html.list(t("theme-contacts"), |html| {
        for contact in views.contacts(notice) {
            html.line(contact.label, |html| match &contact.url {
                Some(url) => html.link(url, &contact.text),
                None => html.text(&contact.text),
            });
        }
    });
}

/// How to take part.
fn how<'a>(views: &Views<'a>, notice: &'a Notice, html: &mut Html) {
    let Some(how) = views.how(notice) else { return };
    let t = |key: &'static str| views.labels.text(key);
    html.list(t("theme-how_to_take_part"), |html| {
        if let Some(platform) = &how.platform {
            html.line(t("theme-platform"), |html| {
                match platform.url {
                    Some(url) => html.link(url, platform.name),
                    None => html.text(platform.name),
                }
                for said in [platform.registration, platform.note].into_iter().flatten() {
                    html.text(&format!(" – {said}"));
                }
            });
        }
        if !how.channels.is_empty() {
            html.line(t("theme-channels"), |html| html.text(&how.channels.join(", ")));
        }
        if let Some(pec) = how.pec {
            html.line("PEC", |html| html.link(&format!("mailto:{pec}"), pec));
        }
        if let Some(url) = how.url {
            html.line(t("news-where"), |html| html.link(url, url));
        }
        let places =
            [("theme-place", how.place), ("contact-hours", how.hours), ("news-instructions", how.instructions)];
        for (key, said) in places.into_iter().filter_map(|(key, said)| Some((key, said?))) {
            html.line(t(key), |html| html.text(said));
        }
    });
}

/// What it asks for.
fn content<'a>(views: &Views<'a>, notice: &'a Notice, html: &mut Html) {
    let t = |key: &'static str| views.labels.text(key);
    let plain = |html: &mut Html, items: &[String]| {
        for item in items {
            html.raw("<li>");
            html.text(item);
            html.raw("</li>");
        }
    };
    html.list(t("theme-aims"), |html| plain(html, &notice.content.aims));
    html.list(t("theme-requirements"), |html| plain(html, &notice.content.requirements));
    html.list(t("theme-activities"), |html| {
        for activity in &notice.content.activities {
            let parts = [
                activity.quantity.as_deref(),
                activity.unit.as_deref(),
                activity.period.as_deref(),
                activity.note.as_deref(),
            ];
            let parts: Vec<&str> = parts.into_iter().flatten().collect();
            html.line(&activity.title, |html| html.text(&parts.join(" ")));
        }
    });
    html.list(t("theme-lots"), |html| {
        for lot in &notice.content.lots {
            let lot = Views::lot(lot);
            let parts = [lot.cig.map(|cig| format!("CIG {cig}")), lot.cpv.map(|cpv| format!("CPV {cpv}")), lot.amount];
            let paid = lot.paid.map(|paid| format!("{}: {paid}", t("theme-paid")));
            let parts = parts.into_iter().flatten().chain(lot.awardee.map(str::to_owned)).chain(paid);
            let parts: Vec<String> = parts.collect();
            let label = lot.number.map_or_else(|| lot.title.to_owned(), |number| format!("{number}. {}", lot.title));
            html.line(&label, |html| html.text(&parts.join(", ")));
        }
    });
}

/// What became of it.
fn course<'a>(views: &Views<'a>, notice: &'a Notice, html: &mut Html) {
    let t = |key: &'static str| views.labels.text(key);
    html.list(t("news-events"), |html| {
        for event in &notice.course.events {
            let event = views.event(event);
            html.line(event.label, |html| {
                html.text(&event.when.text);
                for said in [event.title, event.text, event.act].into_iter().flatten() {
                    html.text(&format!(" – {said}"));
                }
            });
        }
    });
    html.list(t("theme-participants"), |html| {
        for one in &notice.course.operators {
            let view = views.operator(one);
            let parts: Vec<&str> = [view.group, view.role, view.lot].into_iter().flatten().collect();
            html.line(view.name, |html| html.text(&parts.join(", ")));
        }
    });
    html.list(t("theme-awardees"), |html| {
        for one in &notice.course.awardees {
            let view = awardee(one);
            let parts: Vec<&str> = view.amount.as_deref().into_iter().chain(view.discount).chain(view.lot).collect();
            html.line(view.name, |html| html.text(&parts.join(", ")));
        }
    });
}
