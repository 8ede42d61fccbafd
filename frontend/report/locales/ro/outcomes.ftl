# Machine-made translation, awaiting a native reader's check.
# Sending, sent, and everything that can go wrong on the way.
sending-title = Se trimite
sending-seal = Sigilăm cuvintele pe acest dispozitiv. Vă rugăm să țineți pagina deschisă.
sending-send = Cuvintele sunt sigilate. Sunt pe drum. Vă rugăm să țineți pagina deschisă.

sent-title = Vă mulțumim. A ajuns la noi.
sent-lead = Mesajul a ajuns, sigilat. Nu mai este pe această pagină.
sent-plain-lead = Mesajul a ajuns și serverul nostru l-a sigilat. Nu este pe această pagină.
sent-plain-title = Acum închideți această filă
sent-plain-back = Browserul poate păstra încă pagina de dinainte. Cât timp fila este deschisă, cineva care apasă Înapoi poate fi întrebat dacă trimite iar acea pagină. Dacă o face, vă vede cuvintele.
sent-plain-closed = O fereastră obișnuită poate deschide din nou o filă închisă. Dacă cineva s-ar putea uita la acest telefon sau calculator, ștergeți și istoricul browserului.
sent-next-title = Ce urmează
sent-next-wait = Mesajul așteaptă până la { $window } și se amestecă cu altele, dacă sunt. Așa este greu de spus care a venit când.
sent-next-read = Apoi îl poate deschide un ofițer. Nu putem spune exact când.
sent-next-clean = Ofițerul scrie un raport nou, fără ce ar putea arăta spre dumneavoastră. Doar acela ajunge la cei care lucrează în zonă.
sent-contact-title = Nimeni nu vă poate contacta
sent-contact = Nu știm cine sunteți, așa că nu vă putem scrie. Dacă ați scris pe hârtie o frază, puteți reveni aici peste câteva zile ca să citiți un răspuns. Dacă aflați ceva nou, trimiteți alt mesaj.
sent-safe-title = Aveți grijă de dumneavoastră
sent-safe-tell = Nu le spuneți altora că ați trimis asta.
sent-safe-history = Dacă cineva s-ar putea uita la acest telefon sau calculator, ștergeți istoricul browserului. Apoi închideți această filă.
sent-safe-do-not-ask = Nu încercați să aflați mai multe pe cont propriu.
sent-leave = Ieșiți din această pagină

kept = Ce ați scris este încă aici. Nu a fost trimis.
kept-waiting = Ce ați scris este încă aici. Vă rugăm să țineți pagina deschisă.
other-ways-title = Alte moduri de a anunța
other-ways-all = Toate celelalte moduri de a anunța
try-again = Încercați din nou
try-now = Încercați acum
go-back = Înapoi la răspunsuri

fail-script-title = O parte din pagină nu s-a încărcat
fail-script = Lipsește partea care sigilează cuvintele. Nu s-a trimis nimic.
reload = Încărcați pagina din nou
fail-module-title = Nu putem sigila cuvintele acum
fail-module = Partea din pagină care sigilează cuvintele nu s-a încărcat. Nu trimitem nimic nesigilat dacă nu alegeți dumneavoastră asta.
fail-directory-title = Nu putem trimite acum
fail-directory = Înainte de sigilare, pagina verifică pentru cine sigilează. Verificarea nu a reușit. De aceea nu am trimis nimic.
fail-clock-title = Este corectă data de pe acest dispozitiv?
fail-clock = Acest dispozitiv spune că astăzi este { $date }. Cheile noastre nu se potrivesc cu această dată.
fail-clock-server = Noi credem că astăzi este { $date }. Este corect?
fail-clock-yes = Da, aceasta este data de azi. Trimiteți
fail-clock-set = Dacă nu, potriviți data pe acest dispozitiv și încercați din nou.
fail-busy-title = Foarte mulți oameni trimit acum
fail-busy = Mesajul așteaptă pe acest dispozitiv. Pagina îl trimite singură.
fail-offline-title = Nu putem ajunge la serverul nostru
fail-offline = Poate nu aveți internet. Pagina trimite mesajul singură când poate.
wait-seconds = Secunde până la următoarea încercare: { $count }.
wait-minutes = Minute până la următoarea încercare, cam: { $count }.
wait-trying = Încercăm acum.
fail-refused-title = Serverul nostru nu l-a primit
fail-refused = Ceva nu merge la noi sau pe drumul până la noi. Nu s-a păstrat nimic.

fail-closed-title = Nu putem primi mesaje acum
fail-closed = Cheile care vă apără cuvintele nu sunt în regulă, așa că nu le primim.
fail-full-title = Nu putem primi asta chiar acum
fail-full = { $seconds ->
    [one] Vă rugăm să așteptați o secundă, apoi alegeți „Încercați din nou”.
    [few] Vă rugăm să așteptați { $seconds } secunde, apoi alegeți „Încercați din nou”.
   *[other] Vă rugăm să așteptați { $seconds } de secunde, apoi alegeți „Încercați din nou”.
  }
fail-full-minutes = { $minutes ->
    [one] Vă rugăm să așteptați un minut, apoi alegeți „Încercați din nou”.
    [few] Vă rugăm să așteptați { $minutes } minute, apoi alegeți „Încercați din nou”.
   *[other] Vă rugăm să așteptați { $minutes } de minute, apoi alegeți „Încercați din nou”.
  }
fail-full-unread = { $seconds ->
    [one] Nu s-a trimis nimic. Vă rugăm să așteptați o secundă. Apoi folosiți butonul Înapoi al browserului. Cuvintele ar trebui să fie încă acolo. Trimiteți-le din nou.
    [few] Nu s-a trimis nimic. Vă rugăm să așteptați { $seconds } secunde. Apoi folosiți butonul Înapoi al browserului. Cuvintele ar trebui să fie încă acolo. Trimiteți-le din nou.
   *[other] Nu s-a trimis nimic. Vă rugăm să așteptați { $seconds } de secunde. Apoi folosiți butonul Înapoi al browserului. Cuvintele ar trebui să fie încă acolo. Trimiteți-le din nou.
  }
fail-full-unread-minutes = { $minutes ->
    [one] Nu s-a trimis nimic. Vă rugăm să așteptați un minut. Apoi folosiți butonul Înapoi al browserului. Cuvintele ar trebui să fie încă acolo. Trimiteți-le din nou.
    [few] Nu s-a trimis nimic. Vă rugăm să așteptați { $minutes } minute. Apoi folosiți butonul Înapoi al browserului. Cuvintele ar trebui să fie încă acolo. Trimiteți-le din nou.
   *[other] Nu s-a trimis nimic. Vă rugăm să așteptați { $minutes } de minute. Apoi folosiți butonul Înapoi al browserului. Cuvintele ar trebui să fie încă acolo. Trimiteți-le din nou.
  }
fail-too-big-title = Este prea lung
fail-too-big = Nu am putut primi tot. Folosiți butonul Înapoi al browserului. Cuvintele ar trebui să fie încă acolo. Apoi scurtați-le.
fail-form-title = Nu am putut citi asta
fail-form = Ceva nu a mers pe drumul până la noi. Folosiți butonul Înapoi al browserului și trimiteți din nou.

lost-title = Aici nu este nicio pagină
lost = Poate linkul este vechi sau adresa este scrisă greșit. Nimic din ce ați făcut aici nu a fost trimis cuiva.
lost-form = Mergeți la formular
