//! What may be asked of a value, by its JSON Schema.

use serde_json::Value;

use super::reading::Step;

/// A place in a schema.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shape<'s> {
    /// The whole schema, where its definitions are.
    whole: &'s Value,
    at: &'s Value,
}

impl<'s> Shape<'s> {
    pub(super) fn new(whole: &'s Value) -> Self {
        Self { whole, at: whole }
    }

    /// Where some steps lead; nothing if that cannot be told, the number of
    /// the step that goes wrong if one does.
    pub(super) fn follow(self, steps: &[Step<'_>]) -> Result<Option<Self>, usize> {
        let mut here = self;
        for (number, step) in steps.iter().enumerate() {
            let next = match step {
                Step::Field(name) => here.field(name).map_err(|()| number)?,
                Step::Item => here.item(),
                Step::Slice => here.item().map(|_| here),
            };
            let Some(next) = next else { return Ok(None) };
            here = next;
        }
        Ok(Some(here))
    }

    /// What is behind a name.
    fn field(self, name: &str) -> Result<Option<Self>, ()> {
        let here = self.resolved();
        let rest = here.at.get("additionalProperties").filter(|rest| rest.is_object());
        match here.at.get("properties").and_then(|fields| fields.get(name)).or(rest) {
            Some(at) => Ok(Some(Self { at, ..here })),
            // Where the schema does not say what is there, anything may be.
            None if here.at.get("type").is_none() => Ok(None),
            None => Err(()),
        }
    }

    /// One of the things in a list.
    pub(super) fn item(self) -> Option<Self> {
        let here = self.resolved();
        here.at.get("items").map(|at| Self { at, ..here })
    }

    /// Past references, and past the choice between something and nothing.
    fn resolved(self) -> Self {
        let mut here = self;
        loop {
            let at = match (here.at.get("$ref").and_then(Value::as_str), here.at.get("anyOf").and_then(Value::as_array))
            {
                (Some(pointer), _) => here.whole.pointer(pointer.trim_start_matches('#')),
                (None, Some(choice)) => choice.iter().find(|one| one.get("type").is_none_or(|kind| kind != "null")),
                (None, None) => None,
            };
            let Some(at) = at else { return here };
            here.at = at;
        }
    }
}
