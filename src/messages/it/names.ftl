## Caratteri che non si vedono, lettere che sembrano altre, nomi e indirizzi

hidden-character = c'è un carattere che non si vede: { $name ->
    [lre] un segno che fa leggere da sinistra a destra
    [rle] un segno che fa leggere da destra a sinistra
    [pdf] un segno che chiude un cambio di verso
    [lro] un segno che obbliga a leggere da sinistra a destra
    [rlo] un segno che rovescia il testo da destra a sinistra
    [lri] un segno che isola un testo da sinistra a destra
    [rli] un segno che isola un testo da destra a sinistra
    [fsi] un segno che isola un testo
    [pdi] un segno che chiude un testo isolato
    [lrm] un segno di verso da sinistra a destra
    [rlm] un segno di verso da destra a sinistra
    [alm] un segno di verso per l'arabo
    [annotation] un segno di annotazione fra le righe
    [tag] un'etichetta nascosta
    [deprecated] un segno di formato che non si usa più
    [shy] un trattino che non si vede
    [zwsp] uno spazio di larghezza zero
    [zwnj] un segno che separa due lettere
    [zwj] un segno che unisce due lettere
    [wj] un segno che unisce due parole
    [bom] uno spazio di larghezza zero
    [line] un separatore di riga
    [paragraph] un separatore di capoverso
    [filler] uno spazio di riempimento
    [selector] un segno che cambia l'aspetto del precedente
    [control] un carattere di controllo
   *[other] un segno invisibile
    } ({ $code })
hidden-hint = cancella il testo attorno e riscrivilo a mano: copiando e incollando da altri programmi il carattere torna
hidden-in-name = nel nome del file o di una cartella c'è un carattere che non si vede: { $name ->
    [shy] un trattino che non si vede
    [zwsp] uno spazio di larghezza zero
    [bom] uno spazio di larghezza zero
    [line] un separatore di riga
    [paragraph] un separatore di capoverso
    [control] un carattere di controllo
    [rlo] un segno che rovescia il testo da destra a sinistra
   *[other] un segno invisibile
    } ({ $code })
hidden-in-name-hint = rinomina il file o la cartella scrivendo il nome da capo
says-nothing = il valore è fatto solo di caratteri che non si vedono
says-nothing-hint = scrivi un testo che si legga, oppure togli la riga
odd-letter = forse `{ $word }`? la «{ $letter }» è una lettera { $script ->
    [cyrillic] cirillica
    [greek] greca
    [armenian] armena
    [wide] di larghezza doppia
   *[other] di un altro alfabeto
    } ({ $code }): riscrivila a mano
odd-blank = forse `{ $word }`? lo spazio dopo «{ $before }» è unificatore o insolito ({ $code }): riscrivilo a mano
odd-hidden = forse `{ $word }`? dopo «{ $before }» c'è un carattere che non si vede: { $name ->
    [zwsp] uno spazio di larghezza zero
    [bom] uno spazio di larghezza zero
    [shy] un trattino che non si vede
   *[other] un segno invisibile
    } ({ $code }); riscrivi la parola a mano
odd-accent = forse `{ $word }`? la «{ $letter }» è scritta in due caratteri, la lettera e l'accento: riscrivi il nome a mano

address-empty = l'indirizzo ha una parte vuota
address-long-name = il nome è di { $bytes } byte: nessun disco ne tiene più di { $most }
address-long-path = l'indirizzo intero è di { $bytes } byte: i sistemi ne tengono al massimo { $most }
address-character = in un indirizzo non può stare `{ $character }`
address-device = `{ $name }` è un nome che Windows riserva a un dispositivo
address-edge = `{ $name }` comincia o finisce con uno spazio o finisce con un punto, che alcuni sistemi tolgono
address-ours = `{ $name }` è un nome che il programma usa mentre scrive
id-long = il nome permanente è di { $bytes } caratteri: al massimo { $most }
id-long-hint = scrivi nell'intestazione un nome breve, per esempio `id: mense-2026`
id-short-hint = al massimo { $most } caratteri: qui sono { $length }
id-none = dal nome `{ $name }` non si ricava un nome permanente: non ha lettere né cifre
id-none-hint = scrivilo nell'intestazione, per esempio `id: mense-2026`
office-none = il nome dell'ufficio `{ $name }` non ha lettere né cifre
office-long = il nome dell'ufficio darebbe un indirizzo di { $bytes } caratteri: al massimo { $most }
office-hint = scrivi il nome come lo cercherebbe un cittadino, per esempio `Ufficio Contratti`
file-name-long = il nome con cui il file andrebbe in linea (`{ $name }`) è di { $bytes } caratteri
file-name-long-hint = rinomina il file con un nome breve, di lettere e cifre, e scrivilo così anche qui
file-name-ours = `{ $name }` è il nome di un file che il programma mette accanto alla pagina
file-name-in-dossier = `{ $name }` è il nome di un file che il programma mette nel fascicolo ZIP
attachment-twin = due file si chiamano `{ $name }` e `{ $other }`: su molti sistemi maiuscole e minuscole sono lo stesso
alias-impossible-hint = scrivi il vecchio indirizzo com'era, oppure togli la riga
theme-name-of-asset = dai un altro nome a `{ $name }`
address-no-host = `{ $value }` non comincia con un nome di server
address-no-host-hint = per esempio `https://voti.comune.esempio.it/invia`, con lettere senza accenti, cifre, punti e trattini
name-twice = due file si chiamano `{ $name }`: in uno la lettera e l'accento sono due caratteri
