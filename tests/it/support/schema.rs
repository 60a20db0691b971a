//! Just enough JSON Schema to hold what we write against what we say of it.

use serde_json::Value;

/// What is wrong with a value, by a schema of a document; the first fault.
pub(crate) fn fault(document: &Value, schema: &Value, value: &Value, at: &str) -> Option<String> {
    if let Some(reference) = schema["$ref"].as_str() {
        let target = document.pointer(reference.strip_prefix('#')?);
        return match target {
            Some(target) => fault(document, target, value, at),
            None => Some(format!("{at}: {reference} leads nowhere")),
        };
    }
    if let Some(choices) = schema["anyOf"].as_array() {
        let fits = choices.iter().any(|choice| fault(document, choice, value, at).is_none());
        return (!fits).then(|| format!("{at}: {value} is none of {choices:?}"));
    }
    if let Some(words) = schema["enum"].as_array()
        && !words.contains(value)
    {
        return Some(format!("{at}: {value} is no word of {words:?}"));
    }
    let kinds: Vec<&str> = match &schema["type"] {
        Value::String(kind) => vec![kind],
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_u64() => "integer",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let fits = kinds.is_empty() || kinds.contains(&kind) || (kind == "integer" && kinds.contains(&"number"));
    if !fits {
        return Some(format!("{at}: {value} is {kind} and not {kinds:?}"));
    }
    match value {
        Value::Array(items) => items
            .iter()
            .enumerate()
            .find_map(|(number, item)| fault(document, &schema["items"], item, &format!("{at}[{number}]"))),
        Value::Object(fields) => {
            let known = schema["properties"].as_object();
            let missing = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
            let missing = missing.into_iter().find(|name| !fields.contains_key(*name));
            missing.map(|name| format!("{at}: no {name}")).or_else(|| {
                fields.iter().find_map(|(name, inner)| match known.and_then(|known| known.get(name)) {
                    Some(schema) => fault(document, schema, inner, &format!("{at}.{name}")),
                    None => Some(format!("{at}: nobody said there is {name}")),
                })
            })
        }
        _ => None,
    }
}
