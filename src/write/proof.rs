//! The manifest of an edition: every file with its SHA-256, its size and
//! since when it is on line, and the commit all of it was built from. Whoever
//! keeps a copy can prove what was published when.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::Digest;
use crate::edition::{Content, Edition, Proof};
use crate::model::hex;

/// The manifest, as it stands in the file.
#[derive(Serialize, Deserialize)]
struct Manifest {
    /// What wrote it.
    programma: String,
    /// The commit of the repository the content is in; none without one.
    commit: Option<String>,
    /// Whether files of the content folder were changed after that commit.
    modifiche_non_registrate: bool,
    /// When the newest of the files came on line.
    modificata: String,
    /// The files, by path; this one is not among them.
    #[serde(skip_serializing)]
    file: Vec<Line>,
}

/// A file of the edition.
#[derive(Serialize, Deserialize)]
struct Line {
    /// From the root of the site.
    percorso: String,
    /// The SHA-256 of what it holds, in hexadecimal (FIPS 180-4).
    sha256: String,
    /// How many bytes.
    byte: u64,
    /// Since when it is on line as it is: ISO 8601, in Rome.
    dal: String,
}

/// The manifest of an edition. A file that holds what the former manifest
/// says keeps its date; `archives` tells what was found in each of them, since
/// they are known by nothing but what was written.
pub(super) fn text(
    former: Option<&str>,
    edition: &Edition,
    proof: &Proof,
    archives: &BTreeMap<&str, Digest>,
) -> String {
    let former: Option<Manifest> = former.and_then(|text| serde_json::from_str(text).ok());
    let since: HashMap<&str, &Line> =
        former.iter().flat_map(|manifest| &manifest.file).map(|line| (line.percorso.as_str(), line)).collect();
    let now = proof.now.iso();
    let files: Vec<(&str, &Content)> = edition.files().collect();
    let lines: Vec<Line> = files
        .into_par_iter()
        .with_max_len(64)
        .filter_map(|(path, content)| {
            let (sha256, size) = match content {
                Content::Bytes(bytes) => (Sha256::digest(&bytes[..]).into(), bytes.len() as u64),
                Content::Copy { size, sha256, .. } => (*sha256, *size),
                Content::Archive(_) => *archives.get(path)?,
            };
            let sha256 = hex(&sha256);
            let known = since.get(path).filter(|line| line.sha256 == sha256 && line.byte == size);
            let dal = known.map_or_else(|| now.clone(), |line| line.dal.clone());
            Some(Line { percorso: path.to_owned(), sha256, byte: size, dal })
        })
        .collect();
    // Offsets differ between summer and winter: the newest is found by its place in time.
    let newest =
        lines.iter().map(|line| line.dal.as_str()).max_by_key(|dal| chrono::DateTime::parse_from_rfc3339(dal).ok());
    let manifest = Manifest {
        programma: concat!("trasparente ", env!("CARGO_PKG_VERSION")).to_owned(),
        commit: proof.commit.as_ref().map(|commit| commit.id.clone()),
        modifiche_non_registrate: proof.commit.as_ref().is_some_and(|commit| commit.changed_since),
        modificata: newest.unwrap_or(&now).to_owned(),
        file: lines,
    };
    written(&manifest)
}

/// One file a line: a change of the site is a change of a few lines.
fn written(manifest: &Manifest) -> String {
    let head = serde_json::to_string_pretty(manifest).expect("texts are JSON");
    let mut text = head.trim_end_matches(['\n', '}']).to_owned() + ",\n  \"file\": [";
    for (at, line) in manifest.file.iter().enumerate() {
        text.push_str(if at == 0 { "\n    " } else { ",\n    " });
        text.push_str(&serde_json::to_string(line).expect("texts and numbers are JSON"));
    }
    text + "\n  ]\n}\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_manifest_is_json_with_one_file_a_line() {
        let line = |path: &str| Line {
            percorso: path.to_owned(),
            sha256: hex(&[0; 32]),
            byte: 3,
            dal: "2026-11-23T10:00:00+01:00".to_owned(),
        };
        let manifest = Manifest {
            programma: "trasparente".to_owned(),
            commit: None,
            modifiche_non_registrate: false,
            modificata: "2026-11-23T10:00:00+01:00".to_owned(),
            file: vec![line("a"), line("b/\"file\": []")],
        };
        let text = written(&manifest);
        let read: Manifest = serde_json::from_str(&text).expect("it is JSON");
        assert_eq!(read.file.len(), 2);
        assert_eq!(read.file[1].percorso, "b/\"file\": []");
        assert_eq!(text.lines().filter(|line| line.contains("percorso")).count(), 2);
    }
}
