//! The home page, the sections' and the lists' as JSON, beside the HTML and
//! page by page like it; the notices' own are made with their pages.

use rayon::prelude::*;
use serde::Serialize;

use super::{Made, Press};
use crate::data::{HomeData, Items, ListData, ListRef, SectionData, SectionRef};
use crate::edition::Artifact;
use crate::model::{Extra, List};
use crate::sections::SectionId;

pub(super) fn make(press: &Press<'_>) -> Made {
    let site = press.site;
    if !site.makes(Extra::Json) {
        return Ok(Vec::new());
    }
    let mut made = vec![artifact("/", &HomeData::of(site, lists(press, None)))];
    let sections: Vec<SectionId> = site.tree.ids().collect();
    let sections = sections
        .into_par_iter()
        .flat_map_iter(|id| (1..=site.list_pages(site.in_section(id).len())).map(move |page| section(press, id, page)));
    made.par_extend(sections);
    let all: Vec<(Option<SectionId>, &List)> = site.all_lists().collect();
    let all = all.into_par_iter().flat_map_iter(|(of, list)| {
        let notices = site.in_list(list);
        let pages = 1..=site.list_pages(notices.len());
        let pages = pages.map(|page| {
            let address = |page| site.list_address(of, list, page);
            let data = ListData {
                titolo: press.views().list_heading(list),
                url: site.web(&address(1)),
                sezione: of.map(|id| SectionRef::of(site, id)),
                items: Items::of(site, notices.iter().copied(), page, address),
            };
            artifact(&address(page), &data)
        });
        pages.collect::<Vec<Artifact>>()
    });
    made.par_extend(all);
    Ok(made)
}

fn section(press: &Press<'_>, id: SectionId, page: usize) -> Artifact {
    let site = press.site;
    let address = |page| site.section_address(id, page);
    let items = Items::of(site, site.in_section(id), page, address);
    artifact(&address(page), &SectionData::of(site, id, lists(press, Some(id)), items))
}

/// The lists of a section, or of the whole site, to go to.
fn lists(press: &Press<'_>, of: Option<SectionId>) -> Vec<ListRef> {
    let site = press.site;
    let lists = site.lists(of).iter();
    lists
        .map(|list| {
            let address = site.list_address(of, list, 1);
            ListRef {
                titolo: press.views().list_heading(list),
                totale: list.len(),
                url: site.web(&address),
                json: site.json_address(&address).map(|json| site.web(&json)),
            }
        })
        .collect()
}

/// The JSON beside the page of an address.
fn artifact(page: &str, data: &impl Serialize) -> Artifact {
    let mut bytes = Vec::new();
    append(data, &mut bytes);
    Artifact::new(format!("{}index.json", &page[1..]), bytes, "json")
}

/// Writes a value and the end of its line to the end of a block.
pub(super) fn append(data: &impl Serialize, block: &mut Vec<u8>) {
    serde_json::to_writer(&mut *block, data).expect("plain structs with texts for keys, into memory");
    block.push(b'\n');
}
