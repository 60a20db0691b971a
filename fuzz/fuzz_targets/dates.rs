//! Dates, months and amounts as people type them.
#![no_main]

use libfuzzer_sys::fuzz_target;
use trasparente::calendar::{read_moment, read_month};
use trasparente::model::Euro;

fuzz_target!(|text: &str| {
    if let Ok(moment) = read_moment(text) {
        let written = moment.begins().iso();
        let again = read_moment(&written[..16]).unwrap_or_else(|_| panic!("{text:?} is written {written}"));
        assert_eq!(again.begins(), moment.begins(), "{text:?} is written {written}");
    }
    let _ = read_month(text);
    if let Ok(euro) = Euro::parse(text) {
        let written = euro.decimal().replace('.', ",");
        assert_eq!(Euro::parse(&written).map(Euro::cents), Ok(euro.cents()), "{text:?} is written {written}");
    }
});
