# Machine-made translation, awaiting a native reader's check.
# Sending, sent, and everything that can go wrong on the way.
sending-title = Wysyłanie
sending-seal = Pieczętujemy słowa na tym urządzeniu. Proszę nie zamykać tej strony.
sending-send = Słowa są zapieczętowane. Są w drodze. Proszę nie zamykać tej strony.

sent-title = Dziękujemy. Mamy to.
sent-lead = Zgłoszenie dotarło, zapieczętowane. Na tej stronie już go nie ma.
sent-plain-lead = Zgłoszenie dotarło, a nasz serwer je zapieczętował. Na tej stronie go nie ma.
sent-plain-title = Teraz proszę zamknąć tę kartę
sent-plain-back = Przeglądarka może jeszcze pamiętać poprzednią stronę. Dopóki karta jest otwarta, osoba, która się cofnie, może zobaczyć pytanie, czy wysłać tę stronę jeszcze raz. Jeśli to zrobi, zobaczy te słowa.
sent-plain-closed = Zwykłe okno może ponownie otworzyć zamkniętą kartę. Jeśli ktoś może zajrzeć do tego telefonu lub komputera, proszę wyczyścić też historię przeglądarki.
sent-next-title = Co będzie dalej
sent-next-wait = Zgłoszenie czeka do { $window } i jest mieszane z innymi, jeśli są. Dzięki temu trudno poznać, które kiedy przyszło.
sent-next-read = Potem funkcjonariusz może je otworzyć. Nie możemy powiedzieć, kiedy dokładnie.
sent-next-clean = Funkcjonariusz pisze nowy raport bez tego, co mogłoby wskazać osobę, która napisała. Tylko ten raport trafia do ludzi pracujących w tym rejonie.
sent-contact-title = Nikt nie może się skontaktować
sent-contact = Nie wiemy, kto napisał, więc nie możemy do nikogo napisać. Kto zapisał hasło, może tu wrócić za kilka dni i przeczytać odpowiedź. Jeśli pojawi się coś nowego, proszę wysłać kolejne zgłoszenie.
sent-safe-title = Proszę dbać o swoje bezpieczeństwo
sent-safe-tell = Proszę nie mówić innym o tym zgłoszeniu.
sent-safe-history = Jeśli ktoś może zajrzeć do tego telefonu lub komputera, proszę wyczyścić historię przeglądarki. Potem proszę zamknąć tę kartę.
sent-safe-do-not-ask = Proszę nie próbować samodzielnie dowiedzieć się więcej.
sent-leave = Opuść tę stronę

kept = Wpisany tekst nadal tu jest. Nie został wysłany.
kept-waiting = Wpisany tekst nadal tu jest. Proszę nie zamykać tej strony.
other-ways-title = Inne sposoby zgłoszenia
other-ways-all = Wszystkie inne sposoby zgłoszenia
try-again = Spróbuj jeszcze raz
try-now = Spróbuj teraz
go-back = Wróć do odpowiedzi

fail-script-title = Część tej strony się nie wczytała
fail-script = Brakuje części, która pieczętuje słowa. Nic nie zostało wysłane.
reload = Wczytaj stronę jeszcze raz
fail-module-title = Nie możemy teraz zapieczętować słów
fail-module = Część tej strony, która pieczętuje słowa, nie wczytała się. Nie wysyłamy niczego bez pieczęci, chyba że ktoś sam tak wybierze.
fail-directory-title = Nie możemy tego teraz wysłać
fail-directory = Przed zapieczętowaniem strona sprawdza, dla kogo pieczętuje. To sprawdzenie się nie udało. Dlatego nic nie wysłaliśmy.
fail-clock-title = Czy data na tym urządzeniu jest dobra?
fail-clock = To urządzenie mówi, że dziś jest { $date }. Nasze klucze nie pasują do tej daty.
fail-clock-server = Myślimy, że dziś jest { $date }. Czy to się zgadza?
fail-clock-yes = Tak, to dzisiejsza data. Wyślij
fail-clock-set = Jeśli nie, proszę ustawić datę na tym urządzeniu i spróbować jeszcze raz.
fail-busy-title = Teraz wysyła bardzo wiele osób
fail-busy = Zgłoszenie czeka na tym urządzeniu. Ta strona wyśle je sama.
fail-offline-title = Nie możemy połączyć się z naszym serwerem
fail-offline = Być może nie ma internetu. Ta strona wyśle zgłoszenie sama, gdy będzie mogła.
wait-seconds = Sekundy do następnej próby: { $count }.
wait-minutes = Następna próba: mniej więcej za { $count } min.
wait-trying = Próbujemy teraz.
fail-refused-title = Nasz serwer tego nie przyjął
fail-refused = Coś jest nie tak po naszej stronie albo po drodze do nas. Nic nie zostało zapisane.

fail-closed-title = Nie możemy teraz przyjmować zgłoszeń
fail-closed = Klucze, które chronią słowa, nie są w porządku, więc ich nie przyjmujemy.
fail-full-title = Nie możemy tego przyjąć w tej chwili
fail-full = { $seconds ->
    [one] Proszę poczekać jedną sekundę, a potem wybrać „Spróbuj jeszcze raz”.
    [few] Proszę poczekać { $seconds } sekundy, a potem wybrać „Spróbuj jeszcze raz”.
   *[other] Proszę poczekać { $seconds } sekund, a potem wybrać „Spróbuj jeszcze raz”.
  }
fail-full-unread = { $seconds ->
    [one] Nic nie zostało wysłane. Proszę poczekać jedną sekundę. Potem proszę użyć przycisku Wstecz w przeglądarce. Tekst powinien tam nadal być. Proszę wysłać go jeszcze raz.
    [few] Nic nie zostało wysłane. Proszę poczekać { $seconds } sekundy. Potem proszę użyć przycisku Wstecz w przeglądarce. Tekst powinien tam nadal być. Proszę wysłać go jeszcze raz.
   *[other] Nic nie zostało wysłane. Proszę poczekać { $seconds } sekund. Potem proszę użyć przycisku Wstecz w przeglądarce. Tekst powinien tam nadal być. Proszę wysłać go jeszcze raz.
  }
fail-full-minutes = { $minutes ->
    [few] Proszę poczekać { $minutes } minuty, a potem wybrać „Spróbuj jeszcze raz”.
   *[other] Proszę poczekać { $minutes } minut, a potem wybrać „Spróbuj jeszcze raz”.
  }
fail-full-unread-minutes = { $minutes ->
    [few] Nic nie zostało wysłane. Proszę poczekać { $minutes } minuty. Potem proszę użyć przycisku Wstecz w przeglądarce. Tekst powinien tam nadal być. Proszę wysłać go jeszcze raz.
   *[other] Nic nie zostało wysłane. Proszę poczekać { $minutes } minut. Potem proszę użyć przycisku Wstecz w przeglądarce. Tekst powinien tam nadal być. Proszę wysłać go jeszcze raz.
  }
fail-too-big-title = To jest za długie
fail-too-big = Nie mogliśmy przyjąć całości. Proszę użyć przycisku Wstecz w przeglądarce. Tekst powinien tam nadal być. Potem proszę go skrócić.
fail-form-title = Nie mogliśmy tego odczytać
fail-form = Coś poszło nie tak po drodze do nas. Proszę użyć przycisku Wstecz w przeglądarce i wysłać jeszcze raz.

lost-title = Tu nie ma żadnej strony
lost = Link może być stary albo w adresie jest błąd. Nic, co się tu działo, nie zostało nikomu wysłane.
lost-form = Przejdź do formularza
