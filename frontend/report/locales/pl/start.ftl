# Machine-made translation, awaiting a native reader's check.
# The first thing a reporter reads.
start-title = Tu można powiedzieć, co się wie.
start-title-second = Nie pytamy, kto pisze.
start-lead = Widzi Pani lub Pan coś złego? Słyszy o przestępstwie? Można nam o tym napisać. Bez nazwiska. Bez konta. Bez instalowania.
start-danger-title = Czy ktoś jest teraz w niebezpieczeństwie?
start-danger = Proszę dzwonić pod 999. Ten formularz nie służy do nagłych wypadków. Nie czytamy go od razu.
start-does-title = Co robimy dla bezpieczeństwa
start-does-no-name = Nie pytamy o nazwisko, numer telefonu ani adres e-mail.
start-does-seal = Słowa są pieczętowane, jak list w skrzynce na klucz. Otworzyć ją mogą tylko funkcjonariusze po drugiej stronie. Jeśli przeglądarka nie umie pieczętować, strona powie o tym przed wysłaniem.
start-does-no-cookies = Żadnych plików cookie, reklam ani śledzenia.
start-does-not-title = Czego nie możemy zrobić
start-does-not-visit = Nie ukryjemy tej wizyty. Może ją zobaczyć ktoś, kto zajmuje się internetem w tym miejscu albo zagląda do telefonu lub komputera.
start-does-not-words = Nie ukryjemy, kto pisze, jeśli zdradzą to same słowa.
start-does-not-reply = Nie możemy do nikogo napisać. Po odpowiedź trzeba tu wrócić.
start-time = To trwa około 5 minut. Większość pytań można pominąć.
start-replies = Zgłoszenie już wysłane? Przeczytaj odpowiedź
start-button = Zaczynam
