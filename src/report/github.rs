//! Annotations of a GitHub workflow, shown beside the lines of a pull
//! request.

use super::Findings;
use crate::characters::escaped;

pub(super) fn render(findings: &Findings<'_>) -> String {
    findings
        .located()
        .map(|found| {
            let position = found.start.map(|(line, column)| format!(",line={line},col={column}")).unwrap_or_default();
            let message = match &found.hint {
                Some(hint) => format!("{}\n{hint}", found.message),
                None => found.message.clone(),
            };
            format!(
                "::{} file={}{position},title={}::{}\n",
                found.level(),
                property(&escaped(&found.path)),
                found.rule.name,
                data(&message)
            )
        })
        .collect()
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
