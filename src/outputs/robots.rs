//! `robots.txt`: everything may be indexed, since art. 9 of d.lgs. 33/2013
//! forbids every filter that keeps search engines out. So nothing stands in
//! it but where the pages are listed; feeds and calendars are announced by
//! the pages they belong to, and none of the latter is a page to find.

use super::{Ground, Made, Press};
use crate::edition::Artifact;
use crate::plan::{Address, Job};

fn address() -> Address {
    Address::file("robots.txt")
}

pub(super) fn plan(_: &Ground<'_>) -> Vec<Job> {
    vec![Job::file(address())]
}

pub(super) fn make(press: &Press<'_>) -> Made {
    let map = press.site.web(&super::sitemap::address());
    let text = format!("User-agent: *\nAllow: /\n\nSitemap: {map}\n");
    Ok(vec![Artifact::new(&address(), text)])
}
