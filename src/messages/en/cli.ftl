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
arg-theme = The theme, instead of the one in sito.yaml
arg-themes = The folder of the body's themes: themes, if left out
arg-out = The folder to write the site to: public, if left out
arg-future = Publish even if the moment of --as-of is still to come
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
ask-accessibility = Address of the accessibility declaration (enter if there is none yet)
ask-privacy = Address of the privacy notice (enter if there is none yet)
ask-kind = Kind of notice (such as bando-gara, concorso-pubblico, contributi, documento)
ask-section = Section (such as bandi-gara-contratti/procedure)
ask-title = Title
cli-unknown-argument = there is no option `{ $word }`
cli-unknown-command = there is no command `{ $word }`
cli-invalid-value = `{ $value }` does not fit { $argument }
cli-missing-value = { $argument } wants a value
cli-twice = { $argument } is there twice
cli-no-threads = the system gives no more threads: too many processes are running, or a limit is too low (`ulimit -u`)
cli-other = the command is not understood
cli-try = try: { $words }
cli-see-help = All commands: trasparente --help
cli-as-of = `{ $value }` is not a date for --as-of: write “2026-05-26T12:00”
cli-missing-flag = { $flag } is missing
cannot-read = cannot read { $path }: { $cause }
cannot-write = cannot write { $path }: { $cause }
cause-not-found = it is not there
cause-exists = it is there already, and is not overwritten
cause-permission = permission is missing
cause-link = it is a link, and links are not followed
cause-special = it is neither a file nor a folder
cause-address-taken = another program uses it already
cause-no-address = this machine has no such address
cause-memory = there is no memory left
cause-not-empty = the folder is not empty
cause-another-disk = it is on another disk
cause-busy = another program keeps it busy
cause-number = the system answers with error { $number }
cause-unknown = the system does not say why
cause-full = the disk is full
cause-read-only = the disk is read-only
cause-not-a-folder = it is not a folder
cause-a-folder = it is a folder
cause-name = the disk does not accept such a name (too long, or with characters it does not allow)
document-changed = { $path } changed while the site was being built: nothing was published, run the command again
output-half = of { $of } changed files { $placed } were already in their place, whole; the others are the former ones: remove the obstacle and run the command again to complete the site
build-future = { $path } holds the published site, and --as-of is in the future ({ $when }): citizens would read what does not hold yet. To look at it, write the site elsewhere with --out; to publish it all the same, add --future
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
summary-drafts = { $drafts ->
    [one] Not on line: 1 draft. Take out its line `bozza: sì` to publish it.
   *[other] Not on line: { $drafts } drafts. Take out their line `bozza: sì` to publish them.
}
summary-later = { $later ->
    [one] Not on line yet: 1 notice with a date to come.
   *[other] Not on line yet: { $later } notices with a date to come.
}
summary-written = Files: { $written } written, { $unchanged } unchanged, { $removed } removed.
summary-next = The site will change by itself: { $when }. Build it again then.
summary-no-next = No deadline to come: the site will not change by itself.
summary-history-shallow = The dates of update were not compared with git: only the latest commits are here. `git fetch --unshallow` fetches the whole history, or `fetch-depth: 0` where an automation does.
summary-history-reftable = The dates of update were not compared with git: the repository keeps its references as `reftable`, which cannot be read here. `git refs migrate --ref-format=files` makes them files again.
summary-history-partial = Not all dates of update were compared with git: objects are missing from the repository. It is likely a partial clone: one without `--filter` is needed.
summary-history-unreadable = Not all dates of update were compared with git: the repository cannot be read. `git fsck` says what is wrong with it.
summary-history-long = Not all dates of update were compared with git: the repository is too large, and only part of it was looked at.
summary-history-texts = What notices said before is not known: the former texts are missing from the repository. It is likely a partial clone: one without `--filter` is needed.
summary-history-lost = Without that history feeds may repeat what they told before, and a deadline written anew is not announced.
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
init-done-here = The site was made in this folder. Complete content/sito.yaml, then make the first notice with `trasparente new`.
init-done = The site was made in the folder { $folder }. Complete content/sito.yaml, then make the first notice with `trasparente new`.
serve-ready = The site is at { $address } (Ctrl+C to stop)
serve-built = Updated: { $pages } pages in { $milliseconds } ms.
serve-kept = There is something to mend: the last good version stays in view. ({ $milliseconds } ms)
serve-broken = There is something to mend: this is the last good version of the site.
serve-warnings = The site is up to date; to look at:
serve-port = cannot answer on port { $port } ({ $cause }): name another with --port
cmd-feedback = Receives the ratings of pages and counts them
cmd-feedback-serve = Receives the ratings of pages and keeps them
cmd-feedback-report = Prints the figures of the ratings received
usage-feedback = trasparente feedback COMMAND [OPTIONS]
val-file = FILE
val-address = ADDRESS
arg-db = The file of ratings (SQLite): valutazioni.sqlite, if left out
arg-feedback-port = The port to receive on: 8787, if left out
arg-address = The network address to receive on: 127.0.0.1, that is this machine only, if left out
arg-proxy = A web server of this machine stands in front and names who writes with X-Forwarded-For; without, all visitors who come through it count as one
arg-from = The first day, such as 2026-11-01: from the beginning, if left out
arg-to = The last day, included: until today, if left out
arg-feedback-format = How to write the figures: testo, if left out
arg-by = A row for each page (pagina), month (mese) or day (giorno); two do as well, such as mese,pagina: pagina, if left out
feedback-serve-after = It accepts only what comes from the pages of the site (`indirizzo_base` of content/sito.yaml). It keeps stars, answer, text, page and minute; not who writes. It takes out of the text what looks like personal data. For monitors: GET /salute.
feedback-report-after = Pages are those the form named: whether the site has them is not known here. Days are those of Rome.
    
    CSV (RFC 4180, UTF-8), a row for each page or period: periodo, pagina, risposte, media, voto_1 to voto_5 (how many times), difficolta_1 to difficolta_5 (the answers of who gives 1 to 3 stars, in the order of the form), pregi_1 to pregi_5 (of who gives 4 or 5), testi (one a line).
    
    JSON: formato (1), dal, al, per, domande (the words), righe (periodo, pagina, risposte, media, voti, difficolta, pregi, testi), totale.
feedback-ready = Receiving the ratings of { $site } on { $address } and keeping them in { $path } (Ctrl+C to stop)
feedback-well-again = Ratings are kept again.
feedback-no-site = there is no { $path }: name the content folder with --content
feedback-base-url = browsers do not write the site's address this way, { $address }: in `indirizzo_base` write the name without accents, as xn--…
feedback-listen = cannot receive on { $address } ({ $cause }): name another with --address or --port
feedback-no-folder = there is no folder { $path }: make it, or name another file with --db
feedback-no-file = there is no file { $path }: name the one of ratings with --db
feedback-is-folder = { $path } is a folder: name a file with --db
feedback-not-a-database = { $path } is no file of ratings (nor an SQLite database): name another with --db
feedback-link = { $path } is a link (or a file beside it is, with the same name and -wal or -shm), and links are not followed: name the true file with --db
feedback-special = { $path } is no file (or a file beside it is none, with the same name and -wal or -shm): take it away, or name another file with --db
feedback-replaced = while I was writing, another file was put in the place of { $path } (or of the file beside it, with -wal at the end of its name): the rating was not accepted
feedback-not-ours = { $path } is no file of ratings: name another with --db
feedback-newer = { $path } is of a newer version of this program ({ $version }): bring the program up to date
feedback-damaged = { $path } is damaged: put a copy in its place ({ $cause })
feedback-busy = another program holds { $path }: close it and try again
feedback-full = there is no room left to write to { $path }
feedback-read-only = there is no permission to write to { $path }
feedback-cannot-open = cannot open { $path }: see that this user may read and write there ({ $cause })
feedback-disk = the disk gives an error on { $path } ({ $cause })
feedback-database = cannot use { $path }: { $cause }
feedback-date = `{ $value }` is not a date for { $flag }: write “2026-11-23”
feedback-backwards = the day of --to is before that of --from
figures-ever = Ratings received
figures-since = Ratings received from { $from }
figures-until = Ratings received until { $to }
figures-between = Ratings received from { $from } to { $to }
figures-none = None.
figures-total = { $count ->
    [one] 1 rating
   *[other] { $count } ratings
}, { $mean } out of 5 on average.
figures-stars = { $count ->
    [one] 1 star
   *[other] { $count } stars
}
figures-count = ratings
figures-mean = mean
figures-page = page
figures-period = period
figures-texts = What they wrote
