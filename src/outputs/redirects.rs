//! A page at every old address that leads to the new one.

use tera::Value;

use super::{Ground, Made, Press};
use crate::plan::{Address, Job, Origin, What};
use crate::view::RedirectView;

pub(super) fn plan(ground: &Ground<'_>) -> Vec<Job> {
    let notices = ground.site.notices.iter().enumerate();
    let mut notices: Vec<_> = notices.filter(|(_, notice)| !notice.filing.draft).collect();
    // Of two that want one address, the first by path keeps it.
    notices.sort_by_key(|(_, notice)| &notice.filing.path);
    let jobs = notices.into_iter().flat_map(|(at, notice)| {
        let aliases = notice.filing.aliases.iter().enumerate();
        aliases.map(move |(which, alias)| {
            let address = Address::typed(&alias.value);
            Job::new(address, What::Signpost).of(Origin::Alias(at, which)).with(notice)
        })
    });
    jobs.collect()
}

pub(super) fn make(press: &Press<'_>) -> Made {
    let views = press.views();
    let redirects = press.plan.online().filter_map(|job| match job.origin {
        Origin::Alias(at, _) => Some((&job.address, &*press.site.notices[at])),
        _ => None,
    });
    let page = |(address, notice): (&Address, &crate::model::Notice)| {
        let mut frame = views.page("redirect", &notice.heading.title.value, address.clone());
        let path = notice.address();
        let to = press.site.web(&path);
        frame.canonical.clone_from(&to);
        let redirect = RedirectView { to, path: path.into() };
        press.page("redirect.html", &frame, Some(("redirect", Value::from_serializable(&redirect))))
    };
    redirects.map(page).collect()
}
