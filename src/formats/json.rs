//! Whether data is JSON, and geographic data of its kind.

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Error;

use super::Fault;

/// An object of geographic data, of which only the kind is looked at.
#[derive(Deserialize)]
struct Geographic {
    #[serde(rename = "type")]
    _kind: Kind,
}

/// What RFC 7946 knows.
#[derive(Deserialize)]
enum Kind {
    FeatureCollection,
    Feature,
    Point,
    MultiPoint,
    LineString,
    MultiLineString,
    Polygon,
    MultiPolygon,
    GeometryCollection,
}

/// What is wrong with data as JSON.
pub(super) fn fault(text: &[u8]) -> Option<Fault> {
    long(text).or_else(|| serde_json::from_slice::<IgnoredAny>(text).err().map(|error| told(&error)))
}

/// What is wrong with geographic data.
pub(super) fn geographic(text: &[u8]) -> Option<Fault> {
    match text.trim_ascii_start().first() {
        Some(b'{') => serde_json::from_slice::<Geographic>(text).err().map(|error| told(&error)),
        Some(b'[') => Some(Fault::NotGeographic),
        _ => Some(Fault::NotJson(1)),
    }
}

/// What is wrong with data too long to be read in full, by how it begins:
/// single words and numbers are JSON too, but nobody's data.
pub(super) fn long(head: &[u8]) -> Option<Fault> {
    (!matches!(head.trim_ascii_start().first(), Some(b'{' | b'['))).then_some(Fault::NotJson(1))
}

fn told(error: &Error) -> Fault {
    if error.is_data() { Fault::NotGeographic } else { Fault::NotJson(u32::try_from(error.line()).unwrap_or(u32::MAX)) }
}
