# What the program says to whoever uses it.
cli-about = Publishes “Amministrazione trasparente”: from a folder of Markdown notices to an accessible site with feeds.
cli-after = To begin: `trasparente init`, then `trasparente new`, and `trasparente serve` to see the site while you write.
help-usage = Usage
usage = trasparente COMMAND [OPTIONS]
usage-options = [OPTIONS]
help-commands = Commands
help-options = Options
help-kinds = Kinds of notice
cmd-build = Builds the site and writes it
cmd-check = Checks the content and writes nothing
cmd-serve = Shows the site in the browser while it is written
cmd-new = Makes a notice ready to fill in, as a draft
cmd-init = Makes an empty site for a body
cmd-explain = Explains a rule, or lists them all
cmd-guide = Prints the editors' guide (in Italian), as Markdown
arg-help = Shows this help
arg-version = Shows the version
arg-lang = The language of messages: it or en
arg-content = The content folder: content, if left out
arg-themes = The folder of the body's themes: themes, if left out
arg-out = The folder to write the site to: public, if left out
arg-as-of = The moment to see the site at, such as “26/05/2026 ore 12”: now, if left out
arg-strict = Warnings stop publication too
arg-format = How to show what is wrong: human, if left out
arg-quiet = Shows only what is wrong
arg-threads = How many jobs at once: as many as there are processors, if left out
arg-port = The port to answer on: 8000, if left out
arg-rule = The rule's name
arg-kind = The kind of notice
arg-section = The section, such as bandi-gara-contratti/procedure
arg-title = The notice's title
arg-name = The folder's name, which makes the address: from the title, if left out
arg-guide-themes = Prints the page for who writes a theme instead
arg-init-folder = The folder to make it in: this one, if left out
val-folder = FOLDER
val-moment = DATE
val-number = N
val-rule = RULE
val-kind = KIND
val-section = SECTION
val-text = TEXT
val-name = NAME
ask-body = Name of the body
ask-ipa = IPA code
ask-tax-code = Tax code of the body
ask-address = Address of the seat
ask-pec = Certified mail (PEC)
ask-url = Address of the site to publish (https://…)
ask-kind = Kind of notice (such as bando-gara, concorso-pubblico, contributi, documento)
ask-section = Section (such as bandi-gara-contratti/procedure)
ask-title = Title
cli-unknown-argument = there is no option `{ $word }`
cli-unknown-command = there is no command `{ $word }`
cli-invalid-value = `{ $value }` does not fit { $argument }
cli-missing-value = { $argument } wants a value
cli-twice = { $argument } is there twice
cli-other = the command is not understood ({ $detail })
cli-try = try: { $words }
cli-see-help = All commands: trasparente --help
cli-as-of = `{ $value }` is not a date for --as-of: write “2026-05-26T12:00”
cli-missing-flag = { $flag } is missing
cannot-read = cannot read { $path }: { $cause }
cannot-write = cannot write { $path }: { $cause }
cause-not-found = it is not there
cause-exists = it is there already, and is not overwritten
cause-permission = permission is missing
cause-full = the disk is full
cause-read-only = the disk is read-only
cause-not-a-folder = it is not a folder
cause-a-folder = it is a folder
output-not-empty = the folder { $path } is not empty and was not written by this program: name another with --out, or empty it
output-stranger = { $path } is there already and was not written by this program: move it, because a file of the site goes there
output-symlink = { $path } is a link: take it away, because it could lead out of the site's folder
output-locked = another build is writing to { $path }: wait until it is done
progress-parse = Reading { $count } files…
progress-check = Checking { $count } notices…
progress-render = Making the pages of { $count } notices…
progress-write = Writing { $count } files…
summary-findings = { $errors ->
    [0] No error
    [one] 1 error
   *[other] { $errors } errors
}, { $warnings ->
    [0] no warning
    [one] 1 warning
   *[other] { $warnings } warnings
}{ $excused ->
    [0] .
    [one] {"; "}1 excused with a reason.
   *[other] {"; "}{ $excused } excused with a reason.
}
summary-built = { $notices ->
    [one] Published 1 notice
   *[other] Published { $notices } notices
} as { $pages } pages in { $folder }, in { $seconds } seconds.
summary-written = Files: { $written } written, { $unchanged } unchanged, { $removed } removed.
summary-next = The site will change by itself: { $when }. Build it again then.
summary-no-next = No deadline to come: the site will not change by itself.
summary-nothing-published = Nothing was published: the site on line stays as it is. ({ $seconds } seconds)
summary-checked = { $notices ->
    [one] Checked 1 notice
   *[other] Checked { $notices } notices
} in { $seconds } seconds: all can be published.
rule-unknown = there is no rule `{ $name }`: did you mean `{ $near }`?
rule-unknown-list = there is no rule `{ $name }`: `trasparente explain` lists them all
explain-source = Where it comes from
explain-excusable = A notice may be excused from it with `consenti:` and a reason.
explain-not-excusable = No notice can be excused from it.
new-kind = `{ $value }` is not a kind of notice: did you mean { $near }?
new-section = `{ $value }` is not a section: did you mean `{ $near }`?
new-name = `{ $value }` does not do as a name: only small letters, digits and dashes; give one with --name
new-done = Made { $path }. It is a draft: open it, fill it in and take out the line `bozza: sì`.
init-done = Made the site in { $folder }. Complete content/sito.yaml, then make the first notice with `trasparente new`.
serve-ready = The site is at { $address } (Ctrl+C to stop)
serve-built = Updated: { $pages } pages in { $milliseconds } ms.
serve-kept = There is something to mend: the last good version stays in view. ({ $milliseconds } ms)
serve-broken = There is something to mend: this is the last good version of the site.
serve-warnings = The site is up to date; to look at:
serve-port = cannot answer on port { $port } ({ $cause }): name another with --port
