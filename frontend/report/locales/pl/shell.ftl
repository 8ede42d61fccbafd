# Machine-made translation, awaiting a native reader's check.
# What stands around every page.
languages = Język i wielkość
print-large = Duży druk
print-usual = Zwykły druk
language-failed = Nie udało się teraz zmienić języka. Wpisany tekst nadal tu jest.
page-title = Zgłoszenie przestępstwa
skip-link = Przejdź do strony
mark-alt = Dwa szczyty domów z wąskim przejściem między nimi
exit = Opuść tę stronę
exit-hint = lub naciśnij klawisz Shift 3 razy
exit-two-more = Shift: naciśnij jeszcze 2 razy, aby wyjść.
exit-one-more = Shift: naciśnij jeszcze 1 raz, aby wyjść.
exit-now = Opuszczanie tej strony.
exit-expired = To było za wolno. Nadal jesteś na tej stronie.
footer-title = Więcej o tej usłudze. Każda strona otwiera się w nowej karcie.
footer-protects = Jak to chroni zgłaszających
footer-other-ways = Pomoc i inne sposoby zgłoszenia
footer-safe = Twoje bezpieczeństwo
footer-leaving = Jak bezpiecznie opuścić stronę
footer-forms = W innej formie
footer-easy = Łatwy tekst
footer-paper = Formularz na papierze
footer-about = O tej usłudze
footer-results = Co z tego wynikło
footer-privacy = Informacje o ludziach
footer-accessibility = Formularz dla każdego
footer-emergency = To nie jest telefon alarmowy. Jeśli ktoś jest w niebezpieczeństwie, proszę dzwonić pod 999.
new-tab = (otwiera się w nowej karcie)
back = Wstecz
continue = Dalej
optional = (nieobowiązkowe)
call = Zadzwoń: { $number }
go-to-form = Przejdź do formularza
# How long a report waits before officers can see it, wherever a page says so.
window-seconds = { $count ->
    [one] jednej sekundy
   *[other] { $count } sekund
  }
window-minutes = { $count ->
    [one] jednej minuty
   *[other] { $count } minut
  }
