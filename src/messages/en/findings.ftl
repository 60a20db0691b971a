# What is said to whoever writes: what is wrong, without a full stop, and what would be right.
error = error
warning = warning
help-word = help

## Files
file-too-large = the file has { $size } MB: no text is that large
file-too-large-hint = is it an attachment? give it its true name and attach it to a notice with `allegati:`
not-utf8 = there is a character here that is not UTF-8 (byte { $byte })
not-utf8-hint = save the file in the encoding “UTF-8”: word processors offer it under “Save as”
name-not-utf8 = the file's name has unreadable characters
name-not-utf8-hint = rename it with letters, digits and dashes
not-a-file = this is neither a file nor a folder
not-a-file-hint = take it out of the content folder
symlink = this is a link to another file, and links are not followed
symlink-hint = copy the true file here
file-outside = `{ $path }` leads out of the content folder
file-outside-hint = put the file beside the notice and write just its name
too-many = there is more to mend in this file: begin with what comes before

## Front matter
front-matter-missing = the front matter is missing
front-matter-hint = the first line of the file must be `---`; then the keys, and another line `---`
front-matter-unclosed = the front matter is not closed
front-matter-close-hint = put a line with just `---` after the last key
yaml-syntax = the front matter cannot be read here ({ $detail })
yaml-tab = there is a tab character here
yaml-tab-hint = indent lines with spaces: two a level
yaml-indentation = the indentation of this line does not fit the lines above
yaml-open-bracket = a bracket was left open: `{ $bracket }` is missing
yaml-open-quote = the quotes opened here are not closed
yaml-colon = this colon is not understood
yaml-colon-hint = if it belongs to the text, quote the whole value: `titolo: "Concorso: istruttore"`
yaml-character = the character `{ $character }` has a special meaning here
yaml-hint = one key a line, `key: value`; quote a value that contains `:` or `#` or starts with a sign
yaml-alias = anchors and aliases (`&name`, `*name`) are not accepted
yaml-alias-hint = write the value out; quote a text that starts with `&` or `*`
yaml-tag = type tags (`!name`) are not accepted
yaml-second-document = the front matter holds two documents
yaml-key-not-text = a key must be a word
yaml-too-deep = the front matter has too many levels or values
key-unknown = there is no key `{ $key }`
key-nearest = did you mean `{ $key }`?
key-known = the keys here are: { $keys }
key-double = the key `{ $key }` is already there
key-double-alias = `{ $alias }` is the same as `{ $key }`, which is already there
key-double-hint = keep one of the two; for several values use a list, with a `-` on each line
key-missing = the key `{ $key }` is missing
key-example = for example: `{ $line }`
key-group = under `{ $key }:`, indented, go its keys: { $keys }
quotes-needed = `{ $value }` without quotes is not a text for every program
quotes-zeros = `{ $value }` without quotes loses its leading zeros in other programs
quotes-hint = write `"{ $value }"`

## Values
value-not-group = `{ $name }` wants keys below it, indented
value-group-keys = the keys are: { $keys }
value-not-list = a list is wanted here
value-list-hint = start a new line and put a `-` before each item
value-not-text = a text is wanted here, not a list or further keys
value-text-hint = write the text on the same line as the key
value-not-yes-no = `{ $value }` is neither yes nor no
value-yes-no-hint = write `sì` or `no`
value-not-number = `{ $value }` is not a number that fits here
value-number-hint = a whole number from { $from } to { $to }
value-unknown = `{ $value }` is not one of the words expected
value-nearest = did you mean `{ $word }`?
value-words = you can write: { $words }
date-shape = `{ $value }` is not a date
date-day = the day `{ $value }` does not exist
date-year = the year of `{ $value }` is not four digits between 1990 and 2100
date-hour = the hour of `{ $value }` does not exist
date-hint = write `26/05/2023`, `26/05/2023 ore 12:00` or `2023-05-26T12:00`
amount-shape = `{ $value }` is not an amount
amount-hint = write `172.131,15` or `172131.15`
id-shape = a permanent name has only small letters, digits and dashes
id-hint = for example `patti-di-collaborazione`
language-shape = a language is written with two letters
language-hint = `en` for English, `de` for German, `fr` for French, `sl` for Slovene
address-not-web = `{ $value }` is not a web address
address-web-hint = it starts with `https://` and has no spaces
address-not-email = `{ $value }` is not an e-mail address
address-email-hint = it looks like `protocollo@pec.comune.esempio.it`
alias-shape = `{ $value }` is not an address of this site
alias-hint = it starts with `/`, for example `/old-site/call/`

## Codes
cig-shape = `{ $value }` is not a CIG: ten letters and digits
cig-shape-hint = if there is no CIG yet, write `cig_mancante:` and why
cig-zeros = ten zeros are not a CIG
cig-zeros-hint = drop `cig:` and write `cig_mancante:` and why
cig-check = the check digits of `{ $value }` do not add up
cig-check-hint = a letter or digit is wrong: copy it again from the act or the platform
cup-shape = `{ $value }` is not a CUP
cup-hint = fifteen characters: a letter, two digits, a letter, eleven digits, like `I98I21000110001`
cpv-shape = `{ $value }` is not a CPV code
cpv-shape-hint = eight digits, a dash and the check digit, like `85312300-2`
cpv-unknown = the CPV code `{ $value }` is not in the vocabulary
cpv-unknown-hint = look it up in the common procurement vocabulary (regulation EC 213/2008)
cpv-check = the check digit of `{ $value }` is wrong
simog-shape = `{ $value }` is not a SIMOG tender number
simog-hint = seven digits, like `9030232`
mepa-shape = `{ $value }` is not a MePA number
mepa-hint = write the kind and the number: `RdO 3534973`, `TD 3534973`, `OdA 3534973` or `gara 3534973`
uuid-shape = `{ $value }` is not an identifier of the platform
uuid-hint = it looks like `0c1a2b3c-4d5e-4f70-8192-a3b4c5d6e7f8`
ipa-shape = `{ $value }` is not an IPA code
choice-shape = `{ $value }` is not a number of ANAC's list
choice-hint = the numbers of the choice of contractor go from 1 to 39, not all of them: 1 is the open procedure, 23 the direct award, 33 the negotiated one below threshold
ipa-hint = the body's code on indicepa.gov.it, like `c_l407`
tax-code-shape = `{ $value }` is not the tax code of a body or company
tax-code-check = the check digit of `{ $value }` does not add up
tax-code-zeros = `{ $value }` lost its leading zeros
tax-code-hint = eleven digits; quoted, so that no zero is lost
tax-code-person = `{ $value }` is the tax code of a person
tax-code-person-hint = take it out: only companies and bodies are written here

## Text
html-in-text = no HTML can be written here (`{ $tag }`)
html-text-hint = take out the `<` and `>`; write an address without them
html-in-body = no HTML can be written here (`{ $tag }`)
html-body-hint = use Markdown: **bold** with two asterisks, lists with `-`, tables with `|`; if you mean the sign, write `\<`
link-scheme = `{ $scheme }:` links are not accepted
link-no-scheme = it is not clear where this link leads
link-scheme-hint = use an address `https://…`, `mailto:…`, `tel:…`, or a file or page of this site
image-elsewhere = the image is on another site
image-elsewhere-hint = save it beside the notice: nobody else should watch your readers
image-no-text = image without a text alternative
image-text-hint = say between the square brackets what it shows: `![Map of the building](map.png)`
heading-first-level = the page has its main heading already
heading-first-hint = in the text start with two hashes: `## Heading`
heading-skipped = from level { $before } to level { $level }: one was skipped
heading-skipped-hint = write `{ $marks } Heading`
heading-empty = empty heading
heading-empty-hint = write the heading after the hashes, or take the line out
click-here = the link “{ $text }” does not say where it leads
click-here-hint = make the link of the name of what opens: `[Tender rules](rules.pdf)`
placeholder = a text to be replaced was left
placeholder-hint = write what is missing, or take the sentence out
link-dead = this link leads nowhere
link-dead-hint = for another notice write the path of its file, for a section `/section/subsection/`
link-not-online = `{ $path }` is not on line yet
link-not-online-hint = publish it, or take the link out while it is a draft or dated in the future
anchor-dead = there is no place `#{ $anchor }` on that page
anchor-hint = the place is the heading in small letters, with dashes for spaces
image-format = `{ $name }` is not an image
image-format-hint = png, jpg, gif and webp are

## Site and sections
section-unknown = `{ $name }` is not a section of “Amministrazione trasparente”
section-none = this file is in no section
section-none-hint = move it to the folder of its section, such as `bandi-gara-contratti/procedure`
section-nearest = did you mean `{ $path }`?
section-list = the sections are those of the law; add your own in `sito.yaml` under `sezioni: aggiungi:`
section-taken = the section `{ $path }` is there already
section-reserved = `{ $id }` is a name the site uses for something else
section-taken-hint = give it another `id`
section-required = the section `{ $name }` cannot be hidden: the law wants it
section-required-hint = if there is nothing to publish, say so in `_sezione.md` with `vuota:` and why
site-missing = the file that says who publishes is missing
site-missing-hint = make it with `trasparente init`
base-url-path = the site's address must not have a path
base-url-host = the site's address is not the name of a server
base-url-hint = just `https://` and the site's name, for example `https://trasparenza.comune.esempio.it`

## Between notices
id-taken = the id `{ $id }` already belongs to `{ $other }`
id-taken-hint = give one of the two another `id:`; the one published first keeps its own
cig-taken = the CIG `{ $cig }` is already in `{ $other }`
cig-taken-hint = if the two notices belong together, write `collegati: [{ $id }]` here
alias-taken = the address `{ $alias }` already belongs to “{ $other }”
alias-clash = the address `{ $path }` is already needed
alias-taken-hint = an address leads to one place: take the alias out of one of the two
related-unknown = there is no notice with the id `{ $id }`
related-hint = a notice's id is the name of its file, unless it says another
path-clash = two things want the address `{ $path }`: { $first } and { $second }
deadline-early = the deadline passed before the notice is published
deadline-early-hint = check the year of the deadline and the date of `pubblicato`
update-early = it was updated before it was published
update-early-hint = check the dates of `pubblicato` and `aggiornato`
l190-missing = the data of L. 190/2012 lack the lot with CIG `{ $cig }`: the notice does not tell everything
l190-without-cig = the data of L. 190/2012 lack this procedure: it has no CIG
l190-missing-hint = to have it in the data of { $year }, write { $keys }
update-stale = the file was changed on { $day }, after the date of its update
update-stale-hint = if the change matters to readers, write `aggiornato: { $day }`
holiday-hint = if an act sets the deadline, say so with `consenti:`; otherwise move it to the next working day
clock-skipped = this hour does not exist: that night the clock goes from 2 to 3
clock-twice = this hour comes twice: that night the clock goes back from 3 to 2; the second counts
clock-hint = choose an hour outside of 2 to 3

## Attachments
attachment-missing = the file `{ $name }` is not there
attachment-missing-hint = put it into the folder `{ $folder }` under the same name, capitals included
attachment-empty = the file `{ $name }` is empty
attachment-empty-hint = copy it again: perhaps the upload broke off
attachment-no-source = the attachment has neither `file:` nor `indirizzo:`
attachment-two-sources = the attachment has both `file:` and `indirizzo:`
attachment-source-hint = write `file:` and the file's name, or `indirizzo:` if it is elsewhere
attachment-format-unknown = the format of `{ $name }` is not published
attachment-runs = `{ $name }` is a page or drawing that could hold programs
attachment-runs-hint = open it and save it again as a true document, for example PDF
attachment-active-vocabulary-hint = it uses the vocabulary of pages, drawings, formulas or transformations: save the data alone
attachment-active-style-hint = it asks for a style sheet: take away the line that begins with `<?xml-stylesheet`
attachment-active-doctype-hint = it declares a document type: take away the line that begins with `<!DOCTYPE`, and leave the data alone
attachment-active-address-hint = it holds an address that is a program, such as `javascript:`: take it away
attachment-active-opening-hint = it begins like a web page: make `<?xml version="1.0" encoding="UTF-8"?>` its first line
attachment-mixed = inside `{ $name }` there is a web page too
attachment-mixed-hint = save it again from the program it comes from: a document has to hold nothing but itself
attachment-program = `{ $name }` is a program
attachment-program-hint = it looks like { $kind ->
        [windows] a program for Windows
        [linux] a program for Linux
        [macos] a program for macOS
        [java] a Java program
        [android] a program for Android
        [webassembly] a WebAssembly program
       *[script] a program for the command line
    }: attach the document, not the program
attachment-other-format = `{ $name }` is not of the format its name says
attachment-rename-hint = it looks like a `{ $told }` file: rename it `{ $renamed }`, or save it again as `{ $ending }`
attachment-other-hint = it looks like a `{ $told }` file, which is not published: save it again as `{ $ending }`
attachment-no-mark-hint = it does not hold what its name promises: export it again, or give it the right name
attachment-cut-short = the file `{ $name }` is not complete
attachment-locked = `{ $name }` opens with a password only
attachment-locked-hint = save it again without a password, or as PDF
attachment-too-long = `{ $name }` is too large to be looked through
attachment-too-long-hint = divide it into files smaller than 20 MB, or put it into a `zip` archive
attachment-not-text = `{ $name }` is not a text
attachment-not-text-hint = on line { $line } is a character texts do not use: save it again as text in UTF-8
attachment-escape = in `{ $name }` the encoding of the text changes half way
attachment-escape-hint = what changes it is on line { $line }: save it again as text in UTF-8
attachment-not-utf8 = `{ $name }` is not written in UTF-8
attachment-not-utf8-hint = the first character that is wrong is on line { $line }: save it again in UTF-8
attachment-encoding-hint = its first line declares another encoding: save it again in UTF-8, with `encoding="UTF-8"` in the first line
attachment-not-xml = `{ $name }` is not well-formed XML
attachment-not-xml-hint = the error is on line { $line }: export it again from the program it comes from
attachment-not-json = `{ $name }` is not well-formed JSON
attachment-not-json-hint = the error is on line { $line }: export it again from the program it comes from
attachment-not-geographic = `{ $name }` is JSON, but holds no geographic data
attachment-not-geographic-hint = rename it `{ $renamed }`, or export it again as GeoJSON
attachment-formats-hint = export it to a format that is accepted: { $words }
attachment-same-name = two different attachments are called `{ $name }`
attachment-same-name-hint = give one of the two another name
attachment-unused = the file `{ $name }` is not attached to any notice
attachment-unused-hint = add `file: { $name }` to the attachments of the notice, or take the file away

## Excuses
excuse-unknown = there is no rule `{ $rule }`
excuse-not-excusable = nobody can be excused from the rule `{ $rule }`
excuse-mend-hint = mend what the rule reports
excuse-idle = the excuse from the rule `{ $rule }` is no longer needed
excuse-idle-hint = take it out

## Themes
theme-hint = what themes are given is told in docs/themes.md: `trasparente guide --themes` prints it too
theme-name = a theme's name has only small letters, digits and dashes
theme-name-hint = it is the name of a folder in `themes`
theme-unknown = there is no theme `{ $name }`: the folder `{ $folder }` is missing
theme-unreadable = the theme `{ $name }` cannot be read ({ $detail })
theme-unknown-hint = write `tema: base`, or make the folder; `--themes` says where themes are
theme-no-manifest = `theme.yaml` is missing
theme-manifest = `theme.yaml` cannot be read ({ $detail })
theme-interface = the theme is written for interface { $theirs }, the program has { $ours }
theme-template = a template cannot be read: { $detail }
theme-template-missing = the template is missing
theme-variable = the template asks for `{ $name }`, which it is not given
theme-render = the page `{ $page }` cannot be made: { $detail }

## Holidays
holiday-sunday = the deadline falls on a Sunday
holiday-new-year = the deadline falls on New Year's Day
holiday-epiphany = the deadline falls on Epiphany
holiday-easter = the deadline falls on Easter
holiday-easter-monday = the deadline falls on Easter Monday
holiday-liberation = the deadline falls on 25 April, Liberation Day
holiday-labour = the deadline falls on 1 May, Labour Day
holiday-republic = the deadline falls on 2 June, Republic Day
holiday-assumption = the deadline falls on 15 August, Assumption
holiday-francis = the deadline falls on 4 October, Saint Francis
holiday-all-saints = the deadline falls on All Saints' Day
holiday-immaculate = the deadline falls on 8 December, Immaculate Conception
holiday-christmas = the deadline falls on Christmas Day
holiday-stephen = the deadline falls on 26 December, Saint Stephen
feedback-without = `valutazione` does not say where answers go: `{ $key }` is missing
feedback-without-hint = add `{ $key }`, or write `invio: nessuno`
search-failed = the search could not be prepared: { $detail }
search-failed-hint = try again; if it happens again, publish meanwhile with `without: [ricerca]` in sito.yaml
theme-not-a-name = `{ $name }` is no name of a theme
theme-not-a-name-hint = write just the name of a folder in `themes/`, without slashes; `--themes` says where themes are
theme-link = the folder of the theme `{ $name }` is a link, and links are not followed
theme-link-hint = copy the true folder here
style-deep = more than 64 brackets of the style sheet are left open one within the other
style-deep-hint = a closing bracket is probably missing: look for it in the lines before
style-failed = the style sheet makes the program that shrinks it fail
style-failed-hint = look for what is odd in it, or name it `{ $name }`: it is published as it is
page-deep = on the page `{ $page }` more than 200 elements are left open one within the other: it cannot be shrunk
page-unminified = the page `{ $page }` makes the program that shrinks pages fail
page-unminified-hint = look at the text or template the page is made from, or take `minifica: pagine` out of `sito.yaml`
theme-endless = the page `{ $page }` does not end: the template repeats too often (the limit is two million steps)
theme-endless-hint = look at loops (`for`) within loops, `range` and pieces that call others: this is where the limit was reached
theme-huge = the page `{ $page }` grows too large (the limit is 64 MB, and 1 MB for each text a template puts together)
theme-huge-hint = look at texts that get longer in every round of a loop, and at lists written within lists
theme-templates-many = the theme has more than 1000 templates
theme-templates-deep = templates call each other (`include`, `extends`) more than 30 levels deep, or in a circle
theme-alternatives-many = the template has more than 200 `elif`
theme-extends = the theme extends `{ $name }`, which is not there
theme-packages = the theme `{ $name }` uses packages that are not installed: { $first } is missing ({ $count } files in all)
theme-packages-hint = install them with `npm ci --prefix { $folder }`
theme-file-missing = `assets/{ $name }` is missing
theme-file-kind = `{ $name }` is no suitable file: { $endings } is needed
theme-colour = `{ $key }: { $value }` is not a colour
theme-colour-hint = a colour is written with six hexadecimal digits, in quotes: "#0066cc"
theme-contrast = the colour `{ $key }` { $value } on { $ground } has a contrast of { $ratio } to 1: 4.5 are needed (WCAG 2.2, 1.4.3)
theme-contrast-hint = the nearest shade that can be read is { $better }
istat-shape = `{ $value }` is not the ISTAT code of a municipality
istat-hint = six digits, in quotes so that a leading zero is kept: `"026086"`
degrees-shape = `{ $value }` is not a number of degrees between -{ $most } and { $most }
degrees-hint = with a point and in quotes: `"45.6669"`
ocds-prefix-shape = `{ $value }` is not an OCDS prefix
ocds-prefix-hint = `ocds-` and six letters or digits, such as `ocds-213czf`: the Open Contracting Partnership gives it to whoever registers
security-contact = `{ $value }` is no e-mail, web page or telephone
security-contact-hint = such as `sicurezza@comune.esempio.it`, `https://www.comune.esempio.it/segnala` or `"+39 0000 123456"`
security-https = `{ $value }` is not safe from listeners
security-https-hint = in security.txt pages begin with `https://`
security-language = `{ $value }` is not the code of a language
security-language-hint = such as `it`, `en`, `de-AT`
security-expired = `{ $file }` has expired: whoever finds a hole does not know whether the contacts still hold
security-expired-hint = check the contacts and move `scade:` forward, by a year at most
security-far = `{ $file }` expires in more than a year, and contacts may change meanwhile
security-far-hint = write a date within a year in `scade:`, and note down to look at it again
