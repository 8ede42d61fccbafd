# Machine-made translation, awaiting a native reader's check.
# The first thing a reporter reads.
start-title = Spuneți-ne ce știți.
start-title-second = Nu întrebăm cine sunteți.
start-lead = Ați văzut ceva sau ați auzit despre o infracțiune? Ne puteți spune aici. Fără nume. Fără cont. Nimic de instalat.
start-danger-title = Este cineva în pericol acum?
start-danger = Sunați la 999. Acest formular nu este pentru urgențe. Nu este citit imediat.
start-does-title = Ce facem ca să fiți în siguranță
start-does-no-name = Nu vă cerem numele, numărul de telefon sau e-mailul.
start-does-seal = Cuvintele sunt sigilate, ca o scrisoare într-o cutie încuiată. O pot deschide doar ofițerii de la celălalt capăt. Dacă browserul nu poate sigila, pagina vă spune înainte să trimiteți ceva.
start-does-no-cookies = Fără cookie-uri, fără reclame, fără urmărire.
start-does-not-title = Ce nu putem face
start-does-not-visit = Nu putem ascunde că ați venit aici. Cineva care se ocupă de internetul dumneavoastră, sau care se uită la telefonul ori calculatorul dumneavoastră, poate vedea asta.
start-does-not-words = Nu putem ascunde cine sunteți dacă propriile cuvinte vă dau de gol.
start-does-not-reply = Nu vă putem scrie. Dacă vreți un răspuns, reveniți dumneavoastră aici după el.
start-time = Durează cam 5 minute. Puteți sări peste cele mai multe întrebări.
start-button = Începeți
start-replies = Ați mai trimis un mesaj? Citiți un răspuns
