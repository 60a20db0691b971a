<!doctype html>
<html lang="it">
<head>
<meta charset="utf-8">
<title>Pagina spostata</title>
<meta http-equiv="refresh" content="0; url=https://trasparenza.comune.prova.example/atti/refezione-2026/">
<link rel="canonical" href="https://trasparenza.comune.prova.example/atti/refezione-2026/">
</head>
<body class="redirect"><p>/bandi/mense.asp: Questa pagina ha un nuovo indirizzo: <a href="/atti/refezione-2026/">https://trasparenza.comune.prova.example/atti/refezione-2026/</a></p></body>
</html>
