//! The documents, copied beside the pages that name them.

use super::{Made, Press};
use crate::edition::{Artifact, Content};

pub(super) fn make(press: &Press<'_>) -> Made {
    let mut made = Vec::new();
    for (address, path) in press.site.published_files() {
        let Some(file) = press.site.files.get(path) else { continue };
        let content = Content::Copy { from: file.origin.clone(), size: file.size, sha256: file.sha256 };
        made.push(Artifact {
            path: address.trim_start_matches('/').to_owned(),
            content,
            origin: path.to_owned().into(),
        });
    }
    Ok(made)
}
