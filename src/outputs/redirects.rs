//! A page at every old address that leads to the new one.

use tera::Value;

use super::{Made, Press};
use crate::view::RedirectView;

/// The address of an alias: a folder's, unless it names a file.
pub(super) fn address(alias: &str) -> String {
    let inner = alias.trim_matches('/');
    let is_file = inner.rsplit('/').next().is_some_and(|name| name.contains('.'));
    if is_file { format!("/{inner}") } else { format!("/{inner}/") }
}

pub(super) fn make(press: &Press<'_>) -> Made {
    let views = press.views();
    let mut made = Vec::new();
    for notice in press.site.current() {
        for alias in &notice.filing.aliases {
            let url = address(&alias.value);
            let is_file = !url.ends_with('/');
            let mut frame = views.page("redirect", &notice.heading.title.value, url.clone());
            let path = notice.address();
            let to = format!("{}{path}", press.site.settings.base_url);
            frame.canonical.clone_from(&to);
            let mut page = press.page(
                "redirect.html",
                &frame,
                Some(("redirect", Value::from_serializable(&RedirectView { to, path }))),
            )?;
            if is_file {
                url[1..].clone_into(&mut page.path);
            }
            page.origin = format!("alias {}", alias.value).into();
            made.push(page);
        }
    }
    Ok(made)
}
