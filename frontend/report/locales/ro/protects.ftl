# Machine-made translation, awaiting a native reader's check.
# “How this protects you”: made of the settings this server runs with.
protects-title = Cum vă protejează asta
protects-lead = Această pagină spune ce facem și ce nu putem promite. Este făcută din setările cu care merge acest serviciu.
protects-seal-title = Cuvintele sunt sigilate
protects-seal-browser = Cuvintele sunt sigilate pe dispozitivul dumneavoastră înainte să fie trimise. Apoi serverul nostru are doar cutia sigilată și nu are cheie ca să o deschidă.
protects-seal-officers = Doar ofițerii unui singur birou, numit triage, vă pot deschide cuvintele. Ei au cheile pe calculatoarele lor.
protects-seal-report = Alte echipe și primăriile nu văd niciodată cuvintele dumneavoastră. Ele văd un raport nou, scris de un ofițer.
protects-seal-plain = Dacă browserul nu pornește scripturi, serverul nostru sigilează cuvintele în memoria lui când ajung, nu scrie nimic altceva și șterge ce a citit. La fel face și cu pozele, după ce le scoate însemnările ascunse. Pagina vă spune asta înainte să trimiteți.
protects-seal-size = Orice mesaj sigilat are aceeași mărime, scurt sau lung, până la o limită. Cele foarte lungi se trimit în mai multe părți.
protects-seal-files = Pozele și fișierele merg alături, într-o singură cutie sigilată, de una din patru mărimi. Se vede doar mărimea ei.
protects-reply-title = Dacă reveniți după un răspuns
protects-reply-key = Dispozitivul dumneavoastră face fraza, iar ce deschide ea este sigilat pentru ea. Este singura cheie. Nimeni nu o poate găsi din nou, nici măcar noi.
protects-reply-store = Din ce păstrăm, nimeni nu poate spune de care mesaj ține o frază.
protects-reply-same = Oricine caută un răspuns primește opt cutii sigilate de aceeași mărime, fie că așteaptă un răspuns, fie că nu.
protects-reply-plain = Dacă browserul nu pornește scripturi, serverul nostru face fraza și deschide răspunsurile în memoria lui și nu scrie nimic.
protects-who-title = Cine garantează pentru chei
protects-who = Înainte de sigilare, browserul verifică dacă toți aceștia au semnat cheile:
protects-who-else = Dacă lipsește o semnătură, nu se trimite nimic.
protects-time-title = Când ați trimis
protects-time-window = Mesajele așteaptă până la { $window } și se amestecă cu altele, dacă sunt. Păstrăm ziua în care a venit un mesaj, nu ora. Cât așteaptă, ofițerii văd de câte minute: serverul nostru ține minte asta și nu o scrie nicăieri.
protects-time-hour = În cutia sigilată este ora de pe dispozitivul dumneavoastră. O văd doar ofițerii.
protects-time-disk = Ora exactă la care au venit fișierele se poate vedea pe discul nostru până în noaptea următoare. Apoi rămâne doar ziua.
protects-time-files = Pozele și fișierele stau într-un depozit care notează secunda în care a venit fiecare. În noaptea următoare le amestecăm și asta dispare. Până atunci, cine administrează depozitul o poate vedea.
protects-keep-title = Cât timp păstrăm
protects-keep-intake = Cutia sigilată, așa cum a venit, și fișierele de lângă ea: { $days ->
    [one] o zi.
    [few] { $days } zile.
   *[other] { $days } de zile.
  }
protects-keep-records = Ce a păstrat un ofițer ca să lucreze: { $days ->
    [one] o zi după ultima hotărâre.
    [few] { $days } zile după ultima hotărâre.
   *[other] { $days } de zile după ultima hotărâre.
  }
protects-keep-records-unset = Ce a păstrat un ofițer ca să lucreze: încă nu este stabilit cât timp.
protects-keep-reports = Rapoartele către alte echipe: sunt verificate din nou, și șterse dacă nu mai trebuie, după cel mult { $years ->
    [one] un an.
    [few] { $years } ani.
   *[other] { $years } de ani.
  }
protects-collect-title = Ce nu adunăm
protects-collect-name = Nu vă întrebăm niciodată numele, e-mailul, vârsta sau dacă sunteți bărbat ori femeie.
protects-collect-cookies = Fără cookie-uri. Această pagină nu păstrează nimic pe dispozitivul dumneavoastră. Browserul își poate păstra totuși istoricul.
protects-collect-others = Această pagină nu încarcă nimic de pe alte pagini de internet.
protects-collect-place = Când scrieți un loc, dispozitivul dumneavoastră găsește singur zona în care este. Niciun serviciu de hărți nu află, iar noi aflăm doar când trimiteți.
protects-collect-hints = Cât scrieți, dispozitivul dumneavoastră caută cuvinte care ar putea arăta cine sunteți. Noi nu vedem ce găsește.
protects-collect-logs = Nu notăm adresa de internet, browserul sau când ați venit. Ca să oprească un val de mesaje, serverul ține în memorie o formă amestecată a unei părți din adresă, cel mult o oră. Ea nu este păstrată niciodată.
protects-tor-title = Dacă folosiți Tor
protects-tor-onion = Puteți ajunge la acest serviciu la adresa lui onion, cu Tor Browser:
protects-tor-none = Acest serviciu nu are încă o adresă onion. Tor Browser merge totuși cu adresa obișnuită.
protects-languages-title = Limbi
protects-languages = Puteți citi acest formular în: { $languages }. Puteți scrie în orice limbă.
protects-not-title = Ce nu putem promite
protects-not-page = Dacă cineva ne-ar lua în stăpânire serverul, v-ar putea trimite o pagină rea, care citește ce scrieți. Alții ne pot verifica pagina, dar pe internet acest lucru nu poate fi exclus.
protects-not-watch = Cineva care conduce serverul nostru și îl urmărește în direct ar putea vedea când vine un mesaj și de la ce adresă de internet. Noi nu notăm asta.
protects-not-reply = Cineva care conduce serverul nostru și îl urmărește în direct ar putea vedea de la ce adresă de internet se caută sau se șterge un răspuns. Noi nu notăm asta. Cine vă găsește fraza vă poate citi răspunsurile.
protects-not-network = Compania de internet, locul de muncă sau școala pot vedea că ați fost aici. După cât se încarcă, pot ghici că ați ales o frază secretă sau ați adăugat o poză.
protects-not-alarm = Dacă ofițerii nu iau un mesaj după câteva minute, un e-mail le poate spune că ceva așteaptă. Nu spune ce. Dar poliția păstrează date despre e-mailurile ei, și ele arată cam când a venit mesajul.
protects-not-device = Dacă cineva vă urmărește sau vă controlează dispozitivul, poate vedea ce scrieți.
protects-not-words = Oamenii pot arăta cine sunt prin ce scriu. Limba, zona sau felul de a scrie pot arăta spre dumneavoastră.
protects-not-officer = Un ofițer care încalcă regulile ar putea copia orice mesaj pe care îl poate deschide: cele care așteaptă și cele la care lucrează grupul lui.
protects-not-corruption = Încă nu putem primi mesaje despre poliție sau alți funcționari astfel încât să nu ajungă la alți ofițeri. De aceea nu le primim.
protects-not-trace = Poliției i se poate cere prin lege să încerce să afle cine a trimis un mesaj, mai ales când o viață este în pericol. Noi nu păstrăm nicio adresă și nicio oră. Dar ei pot citi ce ați scris, iar noi nu controlăm alte date, cum sunt cele ale companiei de internet.
protects-check-title = Puteți verifica și dumneavoastră
protects-check = Această pagină este la fel pentru toți, până la ultimul semn. Scripturile ei au o sumă de control, ca alții să le poată compara.
protects-sources-title = De unde avem lista de locuri
protects-sources = Formularul cunoaște locurile și codurile poștale din aceste surse.
