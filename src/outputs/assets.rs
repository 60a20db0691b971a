//! The theme's own files.

use super::{Made, Press};
use crate::edition::Artifact;
use crate::theme::ASSETS;

pub(super) fn make(press: &Press<'_>) -> Made {
    Ok(press.theme.assets().map(|(name, bytes)| Artifact::new(format!("{ASSETS}/{name}"), bytes, "tema")).collect())
}
