//! A page at every old address that leads to the new one.

use tera::Value;

use super::{Made, Press};
use crate::view::RedirectView;

pub(super) fn make(press: &Press<'_>) -> Made {
    let views = press.views();
    let mut made = Vec::new();
    for notice in press.site.current() {
        for alias in &notice.filing.aliases {
            let inner = alias.value.trim_matches('/');
            let is_file = inner.rsplit('/').next().is_some_and(|name| name.contains('.'));
            let url = if is_file { format!("/{inner}") } else { format!("/{inner}/") };
            let mut frame = views.page("redirect", &notice.heading.title.value, url);
            let path = notice.address();
            let to = format!("{}{path}", press.site.settings.base_url);
            frame.canonical.clone_from(&to);
            let mut page = press.page(
                "redirect.html",
                &frame,
                Some(("redirect", Value::from_serializable(&RedirectView { to, path }))),
            )?;
            if is_file {
                inner.clone_into(&mut page.path);
            }
            page.origin = format!("alias {}", alias.value).into();
            made.push(page);
        }
    }
    Ok(made)
}
