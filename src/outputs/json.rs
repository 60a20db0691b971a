//! The home page, the sections' and the lists' as JSON, beside the HTML and
//! page by page like it; the notices' own are made with their pages.

use rayon::prelude::*;
use serde::Serialize;

use super::{Ground, Made, Press, lists as list_pages, sections as section_pages};
use crate::data::{HomeData, Items, ListData, ListRef, SectionData, SectionRef};
use crate::edition::Artifact;
use crate::model::Extra;
use crate::plan::{Address, Job};
use crate::sections::SectionId;
use crate::site::Site;

/// The pages that have their data beside them, those of notices left out.
fn pages(site: &Site) -> impl Iterator<Item = Address> {
    let sections = section_pages::all(site).into_iter().map(|(id, page, _)| site.section_address(id, page));
    let lists = list_pages::all(site).into_iter().map(|(of, list, page, _)| site.list_address(of, list, page));
    std::iter::once(Address::HOME).chain(sections).chain(lists)
}

pub(super) fn plan(ground: &Ground<'_>) -> Vec<Job> {
    pages(ground.site).filter_map(|page| ground.site.json_address(&page)).map(Job::file).collect()
}

pub(super) fn make(press: &Press<'_>) -> Made {
    let site = press.site;
    if !site.makes(Extra::Json) {
        return Ok(Vec::new());
    }
    let home = artifact(press, &Address::HOME, &HomeData::of(site, lists(press, None)));
    let sections = section_pages::all(site).into_par_iter().filter_map(|(id, page, _)| section(press, id, page));
    let lists = list_pages::all(site).into_par_iter().filter_map(|(of, list, page, _)| {
        let address = |page| site.list_address(of, list, page);
        let data = ListData {
            titolo: press.views().list_heading(list),
            url: site.web(&address(1)),
            sezione: of.map(|id| SectionRef::of(site, id)),
            items: Items::of(site, site.in_list(list).into_iter(), page, address),
        };
        artifact(press, &address(page), &data)
    });
    let mut made: Vec<Artifact> = home.into_iter().collect();
    made.par_extend(sections);
    made.par_extend(lists);
    Ok(made)
}

fn section(press: &Press<'_>, id: SectionId, page: usize) -> Option<Artifact> {
    let site = press.site;
    let address = |page| site.section_address(id, page);
    let items = Items::of(site, site.in_section(id), page, address);
    artifact(press, &address(page), &SectionData::of(site, id, lists(press, Some(id)), items))
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

/// The JSON beside a page.
fn artifact(press: &Press<'_>, page: &Address, data: &impl Serialize) -> Option<Artifact> {
    let address = press.site.json_address(page)?;
    let mut bytes = Vec::new();
    append(data, &mut bytes);
    Some(Artifact::new(&address, bytes))
}

/// Writes a value and the end of its line to the end of a block.
pub(super) fn append(data: &impl Serialize, block: &mut Vec<u8>) {
    serde_json::to_writer(&mut *block, data).expect("plain structs with texts for keys, into memory");
    block.push(b'\n');
}
