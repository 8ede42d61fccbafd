# Machine-made translation, awaiting a native reader's check.
# The safety page about leaving.
leaving-title = Jak bezpiecznie opuścić stronę
leaving-lead = Z każdej strony można szybko wyjść. Proszę wybrać „Opuść tę stronę”. Otworzy się { $site }.
leaving-lead-keys = Można też nacisnąć klawisz Shift 3 razy w ciągu 5 sekund.
leaving-does-title = Co to robi
leaving-does-clear = Czyści wpisany tekst.
leaving-does-tabs = Nasze strony w innych kartach też się zamykają.
leaving-does-replace = Nowa strona zajmuje miejsce tej, więc przycisk Wstecz tu nie wraca.
leaving-does-scripts = Wszystko to wymaga skryptów.
leaving-plain-title = Jeśli przeglądarka nie uruchamia skryptów
leaving-plain-away = Link prowadzi gdzie indziej i każe przeglądarce zapomnieć wpisany tekst.
leaving-plain-back = Jeśli wybrano już „Sprawdź odpowiedzi” albo inny język, przeglądarka może nadal pamiętać tekst. Osoba, która się cofnie, może zobaczyć pytanie, czy wysłać tę stronę jeszcze raz. Jeśli to zrobi, zobaczy te słowa. Proszę zamknąć kartę, żeby temu zapobiec.
leaving-plain-closed = Zwykłe okno może ponownie otworzyć zamkniętą kartę. Proszę wyczyścić też historię przeglądarki albo użyć okna prywatnego i je zamknąć.
leaving-does-not-title = Czego to nie robi
leaving-does-not-history = Nie czyści historii przeglądarki. Wizytę nadal można tam zobaczyć.
leaving-does-not-network = Nie ukrywa wizyty przed dostawcą internetu, pracą ani szkołą.
leaving-does-not-sent = Nie zatrzymuje zgłoszenia, które już wysłano.
leaving-safer-title = Bezpieczniejsze sposoby
leaving-safer-device = Proszę użyć telefonu lub komputera, do którego nikt inny nie zagląda.
leaving-safer-private = Proszę użyć okna prywatnego. Na koniec proszę je zamknąć.
leaving-safer-tor = Proszę użyć przeglądarki Tor. Ukrywa ona wizytę także przed siecią, z której się korzysta.
leaving-safer-history = Warto sprawdzić, jak wyczyścić historię przeglądarki, i zrobić to po wizycie.

leave-title = Zanim zaczniesz: jak szybko wyjść
leave-more = Więcej o bezpiecznym wychodzeniu
