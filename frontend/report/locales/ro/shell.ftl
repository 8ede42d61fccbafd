# Machine-made translation, awaiting a native reader's check.
# What stands around every page.
languages = Limbă și mărime
print-large = Litere mari
print-usual = Litere obișnuite
language-failed = Nu am putut schimba limba acum. Ce ați scris este încă aici.
page-title = Spuneți-ne despre o infracțiune
skip-link = Săriți la pagină
mark-alt = Două case cu o trecere îngustă între ele
exit = Ieșiți din pagină
exit-hint = sau apăsați tasta Shift de 3 ori
exit-two-more = Shift: apăsați încă de 2 ori ca să ieșiți.
exit-one-more = Shift: apăsați încă o dată ca să ieșiți.
exit-now = Ieșim din această pagină.
exit-expired = A fost prea încet. Nu ați ieșit din această pagină.
footer-title = Mai multe despre acest serviciu. Fiecare pagină se deschide într-o filă nouă.
footer-protects = Cum vă protejează asta
footer-other-ways = Ajutor și alte moduri de a anunța
footer-safe = Siguranța dumneavoastră
footer-leaving = Cum ieșiți din pagină în siguranță
footer-forms = În altă formă
footer-easy = Ușor de citit
footer-paper = Formular pe hârtie
footer-about = Despre acest serviciu
footer-results = Ce a ieșit din asta
footer-privacy = Informații despre oameni
footer-accessibility = Un formular pentru toți
footer-emergency = Acesta nu este un serviciu de urgență. Dacă cineva este în pericol, sunați la 999.
new-tab = (se deschide o filă nouă)
back = Înapoi
continue = Continuați
optional = (nu este obligatoriu)
call = Sunați la { $number }
go-to-form = Mergeți la formular
# How long a report waits before officers can see it, wherever a page says so.
window-seconds = { $count ->
    [one] o secundă
    [few] { $count } secunde
   *[other] { $count } de secunde
  }
window-minutes = { $count ->
    [one] un minut
    [few] { $count } minute
   *[other] { $count } de minute
  }
