//! A data set as a workbook (XLSX) for people who open tables in a
//! spreadsheet: dates are dates, amounts are numbers, texts are texts even
//! where they look like formulas, and the last sheet says what the columns
//! mean.

use chrono::{Datelike, NaiveDate, Timelike};
use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::Press;
use crate::data::{Column, NOTICES, Shape, TABLES, Table, Value};
use crate::model::Notice;
use crate::site::Dataset;
use crate::view::Labels;

/// How many rows a sheet may have below its header.
const ROWS: usize = 1_048_575;

/// How long a text may be in a cell, in UTF-16.
const LENGTH: usize = 32_767;

/// The workbook of a data set: the whole site's has every table.
pub(super) fn workbook(press: &Press<'_>, set: Dataset, notices: &[&Notice]) -> Vec<u8> {
    let tables: &[&'static Table] = if set.of.is_none() { &TABLES } else { &[&NOTICES] };
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(press, set));
    let formats = Formats::new();
    tables
        .iter()
        .try_for_each(|table| sheet(press, workbook.add_worksheet(), table, notices, &formats))
        .and_then(|()| legend(press.labels, workbook.add_worksheet(), tables, &formats))
        .and_then(|()| workbook.save_to_buffer())
        .expect("names are short, rows counted, texts cut, dates looked at, and memory takes all")
}

/// Its date is the data's: the same data make the same file.
fn properties(press: &Press<'_>, set: Dataset) -> DocProperties {
    let site = press.site;
    let title = set.of.map_or(&site.settings.title, |id| &site.tree.get(id).title);
    let date = site.dataset_updated(set).map(|moment| moment.date).and_then(date);
    let date = date.or_else(|| ExcelDateTime::from_ymd(2000, 1, 1).ok());
    let properties = DocProperties::new().set_title(cut(title)).set_author(cut(&site.settings.body.name));
    match date {
        Some(date) => properties.set_creation_datetime(&date),
        None => properties,
    }
}

/// How cells look.
struct Formats {
    header: Format,
    day: Format,
    instant: Format,
    euro: Format,
    wrapped: Format,
}

impl Formats {
    fn new() -> Self {
        let top = Format::new().set_align(FormatAlign::Top);
        Self {
            header: Format::new().set_bold().set_background_color(Color::RGB(0x00E6_ECF2)),
            day: Format::new().set_num_format("dd/mm/yyyy"),
            instant: Format::new().set_num_format("dd/mm/yyyy hh:mm"),
            euro: Format::new().set_num_format("#,##0.00"),
            wrapped: top.set_text_wrap(),
        }
    }
}

fn sheet(
    press: &Press<'_>,
    sheet: &mut Worksheet,
    table: &'static Table,
    notices: &[&Notice],
    formats: &Formats,
) -> Result<(), XlsxError> {
    sheet.set_name(table.name)?;
    for (column, at) in table.columns.iter().zip(0..) {
        sheet.set_column_width(at, width(column))?;
        sheet.write_string_with_format(0, at, column.name, &formats.header)?;
    }
    let mut last = 1;
    let rows = notices.iter().flat_map(|notice| table.rows_of(press.site, notice));
    for (row, number) in rows.take(ROWS).zip(1..) {
        for (value, at) in row.iter().zip(0..) {
            cell(sheet, number, at, value, formats)?;
        }
        last = number;
    }
    let end = table.columns.iter().zip(0..).map(|(_, at)| at).last().unwrap_or(0);
    sheet.set_freeze_panes(1, 0)?.autofilter(0, 0, last, end)?;
    Ok(())
}

fn cell(sheet: &mut Worksheet, row: u32, column: u16, value: &Value<'_>, formats: &Formats) -> Result<(), XlsxError> {
    match value {
        Value::Nothing => {}
        Value::Text(text) => {
            sheet.write_string(row, column, cut(text))?;
        }
        #[expect(clippy::cast_precision_loss, reason = "a spreadsheet knows no other numbers")]
        Value::Number(number) => {
            sheet.write_number(row, column, *number as f64)?;
        }
        Value::Euro(euro) => {
            sheet.write_number_with_format(row, column, euro.number(), &formats.euro)?;
        }
        Value::Truth(truth) => {
            sheet.write_boolean(row, column, *truth)?;
        }
        Value::Day(day) => match date(*day) {
            Some(day) => drop(sheet.write_datetime_with_format(row, column, day, &formats.day)?),
            // Spreadsheets know no day before 1900.
            None => drop(sheet.write_string(row, column, value.plain())?),
        },
        Value::At(instant) => {
            let rome = instant.in_rome();
            let clock = (u16::try_from(rome.hour()).ok(), u8::try_from(rome.minute()).ok());
            let at = match (date(rome.date_naive()), clock) {
                (Some(day), (Some(hour), Some(minute))) => day.and_hms(hour, minute, 0).ok(),
                _ => None,
            };
            match at {
                Some(at) => drop(sheet.write_datetime_with_format(row, column, at, &formats.instant)?),
                None => drop(sheet.write_string(row, column, value.plain())?),
            }
        }
    }
    Ok(())
}

/// What every column means, table by table.
fn legend(labels: &Labels, sheet: &mut Worksheet, tables: &[&Table], formats: &Formats) -> Result<(), XlsxError> {
    sheet.set_name(labels.text("data-legend"))?;
    let heads =
        ["data-legend-table", "data-legend-column", "data-legend-title", "data-legend-shape", "data-legend-about"];
    for ((key, width), at) in heads.into_iter().zip([14, 26, 32, 30, 90]).zip(0..) {
        sheet.set_column_width(at, width)?;
        sheet.write_string_with_format(0, at, labels.text(key), &formats.header)?;
    }
    let columns = tables.iter().flat_map(|table| table.columns.iter().map(move |column| (table, column)));
    for ((table, column), row) in columns.zip(1..) {
        let (title, about) = super::page::words_of(labels, column);
        let texts = [table.name, column.name, title, super::page::shape(labels, column.shape), about];
        for (text, at) in texts.into_iter().zip(0..) {
            sheet.write_string_with_format(row, at, cut(text), &formats.wrapped)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

/// Wide enough to read without dragging.
fn width(column: &Column) -> f64 {
    let least = match column.shape {
        Shape::Text => 32.0,
        Shape::Several => 28.0,
        Shape::Url => 48.0,
        Shape::Word(_) => 22.0,
        Shape::Code(_) | Shape::Codes(_) | Shape::Instant | Shape::Euro => 17.0,
        Shape::Day => 12.0,
        Shape::Number | Shape::Truth => 10.0,
    };
    let name = u32::try_from(column.name.len()).unwrap_or(30);
    // The header also holds the button of the filter.
    f64::max(least, f64::from(name) + 4.0)
}

fn date(day: NaiveDate) -> Option<ExcelDateTime> {
    let (month, date) = (u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
    ExcelDateTime::from_ymd(u16::try_from(day.year()).ok()?, month, date).ok()
}

/// A text a cell can hold.
fn cut(text: &str) -> String {
    if text.len() <= LENGTH {
        return text.to_owned();
    }
    let mut room = LENGTH - 1;
    let kept = text.chars().take_while(|c| {
        let fits = c.len_utf16() <= room;
        room = room.saturating_sub(c.len_utf16());
        fits
    });
    kept.chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_where_a_cell_ends() {
        assert_eq!(cut("però"), "però");
        let long = cut(&"𝔘".repeat(20_000));
        assert_eq!(long.encode_utf16().count(), LENGTH);
        assert!(long.ends_with("𝔘…"));
        assert_eq!(cut(&"è".repeat(LENGTH - 1)).chars().count(), LENGTH);
    }

    #[test]
    fn days_before_1900_are_told_as_texts() {
        let day = |y| NaiveDate::from_ymd_opt(y, 1, 1).expect("a day");
        assert!(date(day(1850)).is_none());
        assert!(date(day(2026)).is_some());
    }
}
