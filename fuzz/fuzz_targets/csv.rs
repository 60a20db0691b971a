//! Cells of tables: read again they say what was written, and no spreadsheet
//! takes one for a formula.
#![no_main]

use libfuzzer_sys::fuzz_target;
use trasparente::data::harmless;

fuzz_target!(|cells: Vec<&str>| {
    let cells: Vec<_> = cells.into_iter().map(harmless).collect();
    if cells.is_empty() {
        return;
    }
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(cells.iter().map(|cell| cell.as_ref())).expect("memory takes it");
    let written = writer.into_inner().expect("memory takes it");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(written.as_slice());
    let read = reader.records().next().expect("one was written").expect("it can be read");
    assert_eq!(read.iter().collect::<Vec<_>>(), cells.iter().map(|cell| cell.as_ref()).collect::<Vec<_>>());
    for cell in &cells {
        // Italian spreadsheets begin a cell after a semicolon, others a line within quotes.
        for part in cell.split([';', '\n', '\r']) {
            assert!(!part.starts_with(['=', '+', '-', '@', '\t']), "{cell:?} could be a formula");
        }
    }
});
