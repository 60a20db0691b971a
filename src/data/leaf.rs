//! The leaves of what machines are given: words, dates, amounts, each with
//! what a description of the data says of it.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use crate::calendar::{Instant, Moment};
use crate::chronicle::State;
use crate::model::{DeclaredState, Euro};
use crate::vocabulary::{Vocabulary, words};

/// A word of a closed list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word<V>(pub(super) V);

impl<V: Vocabulary> Serialize for Word<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.word())
    }
}

impl<V: Vocabulary> JsonSchema for Word<V> {
    fn schema_name() -> Cow<'static, str> {
        V::PREFIX.into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string", "enum": words::<V>()})
    }
}

/// What one can do with a notice, as a word.
#[derive(Debug, Clone, Copy)]
pub(super) struct StateWord(pub(super) State);

impl StateWord {
    /// Every word there is.
    pub(super) fn all() -> Vec<&'static str> {
        let computed = [State::Upcoming, State::Open, State::Closing, State::Closed, State::Published];
        let declared = DeclaredState::ALL.iter().map(|state| State::Declared(*state));
        computed.into_iter().chain(declared).map(State::word).collect()
    }
}

impl Serialize for StateWord {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.word())
    }
}

impl JsonSchema for StateWord {
    fn schema_name() -> Cow<'static, str> {
        "StatoParola".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string", "enum": Self::all()})
    }
}

/// A day, perhaps with an hour, as an act writes it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Date(pub(super) Moment);

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0.iso())
    }
}

impl JsonSchema for Date {
    fn schema_name() -> Cow<'static, str> {
        "Data".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "Una data come la scrive l’atto (ISO 8601): il solo giorno, oppure giorno e ora con lo scarto da UTC.",
            "pattern": "^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}:\\d{2}[+-]\\d{2}:\\d{2})?$",
            "examples": ["2026-10-12", "2026-11-24T12:00:00+01:00"],
        })
    }
}

/// An instant, on the clock in Rome.
#[derive(Debug, Clone, Copy)]
pub(super) struct At(pub(super) Instant);

impl Serialize for At {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0.iso())
    }
}

impl JsonSchema for At {
    fn schema_name() -> Cow<'static, str> {
        "Istante".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string", "format": "date-time"})
    }
}

/// An amount in euro, to the cent, as a number.
#[derive(Debug, Clone, Copy)]
pub(super) struct Amount(pub(super) Euro);

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.0.number())
    }
}

impl JsonSchema for Amount {
    fn schema_name() -> Cow<'static, str> {
        "Euro".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "number",
            "minimum": 0,
            "description": "Una somma in euro, con i centesimi.",
            "examples": [172_131.15],
        })
    }
}
