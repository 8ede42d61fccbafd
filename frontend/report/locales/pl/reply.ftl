# Machine-made translation, awaiting a native reader's check.
# Coming back for a reply: two questions, the phrase, and the page where replies are read.
question-reply = Czy chcesz tu wrócić po odpowiedź?
reply-hint = Funkcjonariusz może chcieć odpowiedzieć albo o coś zapytać. Oba wybory są dobre. Żaden nie mówi nam, kto pisze.
reply-phrase = Tak, z tajnym hasłem
reply-phrase-hint = Dostajesz osiem słów do zapisania. Z nimi można tu wrócić i przeczytać odpowiedź.
reply-none = Nie
reply-none-hint = Nie trzeba nic przechowywać. Nikt nie może odpisać.
question-safe = Czy odpowiedź funkcjonariusza będzie dla Ciebie bezpieczna?
safe-hint = Funkcjonariusz widzi to, zanim napisze. Odpowiedź można przeczytać tylko tutaj, po wpisaniu hasła.
safe-yes = Tak
safe-no = Nie albo nie wiem
error-reply-unknown = Proszę wybrać „Tak” lub „Nie”: czy chcesz tu wrócić
error-safe-unknown = Proszę wybrać „Tak” lub „Nie”: czy odpowiedź jest bezpieczna

phrase-title = Proszę zapisać hasło
phrase-lead = To jedyny klucz do odpowiedzi. Pokazujemy je teraz i nigdy więcej. Nikt nie może go odnaleźć, my też nie.
phrase-making = To urządzenie tworzy hasło.
phrase-failed = Urządzenie nie mogło utworzyć hasła. Proszę spróbować jeszcze raz albo wrócić i wybrać „Nie”.
phrase-same = Słowa i cyfry otwierają te same odpowiedzi. Wystarczy jedno z nich.
phrase-as-words = Pokaż słowa
phrase-as-digits = Pokaż cyfry
phrase-care-paper = Proszę zapisać je na papierze. Nie robić zdjęcia. Nie zapisywać w telefonie ani komputerze.
phrase-care-hide = Proszę dobrze je schować. Kto je znajdzie, może czytać odpowiedzi i pisać do nas w Twoim imieniu.
phrase-slip-title = Wydrukuj je na kartce
phrase-slip-careful = Drukarka może zachować kopię. Przeglądarka może wydrukować na brzegu adres tej strony: proszę najpierw wyłączyć „Nagłówki i stopki”.
phrase-slip-bare = Drukuj tylko hasło
phrase-slip-about = Odpowiedź można przeczytać tu:
phrase-slip-print = Drukuj kartkę
phrase-next = Hasło jest zapisane
phrase-plain = To hasło utworzył w swojej pamięci nasz serwer, bo nie robi tego przeglądarka. Nigdzie go nie zapisuje.
typed-title = Sprawdźmy, co jest zapisane
typed-lead = Proszę przepisać te dwa z kartki. Mogą to być słowa albo cyfry.
typed-ask = Numer { $number } z ośmiu
typed-wrong = To, co wpisano jako numer { $number } z ośmiu, się nie zgadza. Proszę spojrzeć na kartkę i spróbować jeszcze raz.
typed-again = Pokaż hasło jeszcze raz

replies-title = Przeczytaj odpowiedź
replies-lead = Czy przy wysyłaniu zgłoszenia zapisano hasło? Proszę je tu wpisać, żeby zobaczyć, czy funkcjonariusz odpowiedział.
replies-label = Hasło
replies-hint = Osiem słów albo osiem grup po cztery cyfry. Wielkie litery, spacje i przecinki nie mają znaczenia.
phrase-typing = Na telefonie proszę wpisać cyfry, w prywatnym oknie. Klawiatura telefonu zapamiętuje słowa i może je pokazać następnej osobie.
replies-open = Szukaj odpowiedzi
replies-plain = Przeglądarka nie otwiera odpowiedzi na tym urządzeniu. Dlatego nasz serwer czyta hasło i odpowiedzi w swojej pamięci za każdym razem, gdy wysyłasz tę stronę dalej. Nic nie zapisuje i wymazuje to, co przeczytał.
replies-plain-open = Szukaj bez otwierania na tym urządzeniu
replies-plain-details = Szukaj bez otwierania w przeglądarce
replies-count = Proszę wpisać wszystkie osiem słów albo wszystkie osiem grup po cztery cyfry
replies-group = Numer { $number } z ośmiu się nie zgadza. Proszę spojrzeć na kartkę i spróbować jeszcze raz
replies-together = Te osiem nie pasuje do siebie. Jedno może być błędne albo dwa zamieniły się miejscami
replies-looking = Szukamy odpowiedzi. Proszę nie zamykać tej strony.
replies-failed-title = Teraz nie udało się sprawdzić
replies-failed = Coś poszło źle po drodze do nas albo jest tu bardzo dużo osób. Hasło jest nadal na tej stronie. Proszę chwilę poczekać i spróbować jeszcze raz.
replies-clock = Czy data na tym urządzeniu jest dobra? Nasze klucze do niej nie pasują, więc nie możemy sprawdzić, kto napisał odpowiedzi. Proszę ustawić datę i spróbować jeszcze raz.
replies-found-title = Odpowiedzi
replies-none-title = Nie ma odpowiedzi
replies-none = Może nikt jeszcze nie odpowiedział, może odpowiedzi usunięto, a może tego hasła nigdy nie użyto. Nie wiemy, które z tych: dla nas wszystko to wygląda tak samo.
replies-written = Napisano: { $date }
replies-doubtful = Leży tu jeszcze coś. Nie pokazujemy tego, bo nie wiemy, czy napisał to funkcjonariusz.
replies-days = Odpowiedź jest usuwana { $days ->
    [one] { $days } dzień po nadejściu.
   *[other] { $days } dni po nadejściu.
  }
replies-delete = Usuń tę odpowiedź
replies-delete-all = Usuń wszystkie odpowiedzi
replies-deleted = Usunięto.
replies-not-deleted = Teraz nie udało się usunąć. Proszę spróbować jeszcze raz.
replies-more-title = Powiedz nam więcej albo odpowiedz
replies-more = Co chcesz nam powiedzieć?
replies-more-hint = Trafi do tych samych funkcjonariuszy co zgłoszenie, tak samo zapieczętowane. Proszę nie pisać swojego nazwiska.
replies-more-send = Wyślij
replies-more-plain = Wyślij bez pieczętowania na tym urządzeniu
replies-finish = To wszystko
replies-finish-hint = To wymazuje z tej strony hasło oraz wszystko, co przeczytano i napisano.
replies-over-title = Ta strona jest znowu pusta
replies-over = Hasła i odpowiedzi nie ma już na tej stronie. Proszę teraz zamknąć tę kartę.
replies-again = Wpisz hasło jeszcze raz
footer-replies = Przeczytaj odpowiedź
