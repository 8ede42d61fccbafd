# Machine-made translation, awaiting a native reader's check.
# Coming back for a reply: two questions, the phrase, and the page where replies are read.
question-reply = Vreți să reveniți ca să citiți un răspuns?
reply-hint = Poate un ofițer vrea să vă răspundă sau să vă întrebe ceva. Amândouă alegerile sunt bune. Niciuna nu ne spune cine sunteți.
reply-phrase = Da, cu o frază secretă
reply-phrase-hint = Primiți opt cuvinte pe care să le scrieți pe hârtie. Cu ele puteți reveni aici ca să citiți un răspuns.
reply-none = Nu
reply-none-hint = Nu aveți nimic de păstrat. Nimeni nu vă poate răspunde.
question-safe = Este sigur pentru dumneavoastră dacă un ofițer răspunde?
safe-hint = Ofițerul vede răspunsul dumneavoastră înainte să scrie. Un răspuns ajunge la dumneavoastră doar când reveniți aici și scrieți fraza.
safe-yes = Da
safe-no = Nu, sau nu știu sigur
error-reply-unknown = Alegeți „Da” sau „Nu” ca să spuneți dacă vreți să reveniți
error-safe-unknown = Alegeți „Da” sau „Nu” ca să spuneți dacă un răspuns este sigur

phrase-title = Scrieți fraza pe hârtie
phrase-lead = Este singura cheie pentru răspunsurile dumneavoastră. O arătăm acum și niciodată din nou. Nimeni nu o poate găsi iar pentru dumneavoastră, nici măcar noi.
phrase-making = Dispozitivul face acum fraza.
phrase-failed = Dispozitivul nu a putut face o frază. Încercați din nou sau mergeți înapoi și alegeți „Nu”.
phrase-same = Cuvintele și numerele deschid aceleași răspunsuri. Aveți nevoie doar de unele dintre ele.
phrase-as-words = Arată cuvintele
phrase-as-digits = Arată numerele
phrase-care-paper = Scrieți-o pe hârtie. Nu îi faceți poză. Nu o păstrați pe un telefon sau calculator.
phrase-care-hide = Ascundeți-o bine. Cine o găsește vă poate citi răspunsurile și ne poate scrie ca și cum ar fi dumneavoastră.
phrase-slip-title = Tipăriți-o pe un bilet
phrase-slip-careful = O imprimantă poate păstra o copie. Browserul poate tipări pe margine adresa acestei pagini: opriți întâi „Anteturi și subsoluri” (Headers and footers).
phrase-slip-bare = Tipărește doar fraza
phrase-slip-about = Pentru a citi un răspuns:
phrase-slip-print = Tipăriți biletul
phrase-next = Am scris-o
phrase-plain = Serverul nostru a făcut această frază în memoria lui, pentru că browserul dumneavoastră nu face asta. Nu o scrie nicăieri.

typed-title = Verificați ce ați scris
typed-lead = Scrieți aici aceste două de pe hârtie. Puteți scrie cuvinte sau numere.
typed-ask = Numărul { $number } din cele opt
typed-wrong = Ce ați scris pentru numărul { $number } din cele opt nu este corect. Uitați-vă pe hârtie și încercați din nou.
typed-again = Arată-mi fraza din nou

replies-title = Citiți un răspuns
replies-lead = Ați scris pe hârtie o frază când ați trimis un mesaj? Scrieți-o aici ca să vedeți dacă a răspuns un ofițer.
replies-label = Fraza dumneavoastră
replies-hint = Opt cuvinte sau opt grupuri de câte patru cifre. Literele mari, spațiile și virgulele nu contează.
phrase-typing = Pe telefon, scrieți cifrele, într-o fereastră privată. Tastatura telefonului ține minte cuvintele și le poate arăta următoarei persoane.
replies-open = Căutați un răspuns
replies-plain = Browserul dumneavoastră nu deschide răspunsurile. De aceea serverul nostru citește fraza și răspunsurile în memoria lui, de fiecare dată când trimiteți asta mai departe. Nu scrie nimic și șterge ce a citit.
replies-plain-open = Căutați fără deschidere pe acest dispozitiv
replies-plain-details = Căutați fără deschidere în browser
replies-count = Scrieți toate cele opt cuvinte sau toate cele opt grupuri de câte patru cifre
replies-group = Numărul { $number } din cele opt nu este corect. Uitați-vă pe hârtie și încercați din nou
replies-together = Acestea opt nu se potrivesc între ele. Poate unul este greșit sau două și-au schimbat locul
replies-looking = Căutăm răspunsuri. Vă rugăm să țineți pagina deschisă.
replies-failed-title = Nu am putut căuta acum
replies-failed = Ceva nu a mers pe drumul până la noi sau sunt foarte mulți oameni aici. Fraza este încă pe această pagină. Așteptați puțin, apoi încercați din nou.
replies-clock = Este corectă data de pe acest dispozitiv? Cheile noastre nu se potrivesc cu ea, așa că nu putem verifica cine a scris răspunsurile. Potriviți data și încercați din nou.
replies-found-title = Răspunsurile dumneavoastră
replies-none-title = Nu este niciun răspuns
replies-none = Poate încă nu a răspuns nimeni, poate răspunsurile au fost șterse sau poate această frază nu a fost folosită niciodată. Nu putem ști care: pentru noi toate arată la fel.
replies-written = Scris la { $date }
replies-doubtful = Aici este altceva. Nu arătăm ce este, pentru că nu putem ști dacă a scris un ofițer.
replies-days = { $days ->
    [one] Un răspuns este șters la o zi după ce a venit.
    [few] Un răspuns este șters la { $days } zile după ce a venit.
   *[other] Un răspuns este șters la { $days } de zile după ce a venit.
  }
replies-delete = Ștergeți acest răspuns
replies-delete-all = Ștergeți toate răspunsurile
replies-deleted = S-a șters.
replies-not-deleted = Nu l-am putut șterge acum. Vă rugăm să încercați din nou.
replies-more-title = Spuneți-ne mai mult sau răspundeți
replies-more = Ce vreți să ne spuneți?
replies-more-hint = Ajunge la aceiași ofițeri ca mesajul dumneavoastră, sigilat în același fel. Nu scrieți numele dumneavoastră.
replies-more-send = Trimiteți
replies-more-plain = Trimiteți fără sigilare pe acest dispozitiv
replies-finish = Am terminat
replies-finish-hint = Șterge de pe această pagină fraza și tot ce ați citit și ați scris.
replies-over-title = Pagina este din nou goală
replies-over = Fraza și răspunsurile nu mai sunt pe această pagină. Închideți acum această filă.
replies-again = Scrieți din nou o frază
footer-replies = Citiți un răspuns
