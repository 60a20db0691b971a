//! `robots.txt`: everything may be indexed, since art. 9 of d.lgs. 33/2013
//! forbids every filter that keeps search engines out. So nothing stands in
//! it but where the pages are listed; feeds and calendars are announced by
//! the pages they belong to, and none of the latter is a page to find.

use super::{Made, Press};
use crate::edition::Artifact;

pub(super) fn make(press: &Press<'_>) -> Made {
    let text = format!("User-agent: *\nAllow: /\n\nSitemap: {}/sitemap.xml\n", press.site.settings.base_url);
    Ok(vec![Artifact::new("robots.txt", text, "robots")])
}
