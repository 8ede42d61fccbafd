# Machine-made translation, awaiting a native reader's check.
# What came of it: the monthly sheets.
results-title = Co z tego wynikło
results-lead = Co policja i jej partnerzy zrobili, gdy ludzie powiedzieli im o przestępstwach, miesiąc po miesiącu.
results-read-title = Jak to czytać
results-read-cases = Liczby to sprawy, nie ludzie. Pięć zatrzymań w jednej sprawie to jedna sprawa.
results-read-month = Liczba mówi, co stało się w danym miesiącu. Jedna sprawa może stać w dwóch wierszach.
results-read-small = Liczby poniżej { $least } nigdy nie pokazujemy, aby nikt nie rozpoznał po niej jednej sprawy. Tego, czego nie widać, mogło nie być wcale.
results-read-counted = Liczy funkcjonariusz z każdego okręgu, na swoim komputerze. Nasz serwer nigdy nie czyta tego, co ludzie nam powiedzieli.
results-read-signed = Każdą listę podpisują ci, którzy liczyli. Program może to sprawdzić pod adresem /api/sheets.
results-none = Nie ma jeszcze nic do pokazania.
results-failed = Nie możemy tego teraz pokazać. Spróbuj ponownie za minutę.
results-small = Wszystkie liczby są za małe, aby je pokazać.
results-about = Czego dotyczyło
results-came = Co z tego wynikło
results-cases = Sprawy

result-no_further_action = Nic więcej nie da się zrobić
result-developed = Teraz wiadomo więcej
result-passed_to_partner = Zajmuje się tym partner
result-disrupted = Powstrzymano to lub utrudniono
result-warrant = Przeszukano budynek
result-arrest = Kogoś zatrzymano
result-seizure = Zabrano narkotyki, pieniądze lub towar
result-safeguarding_referral = Ktoś dostaje pomoc, aby był bezpieczny
result-closure_order = Zamknięto budynek
result-civil_action = Sąd coś nakazał
result-diversion = Komuś pomożono zerwać z przestępczością
result-community_reassurance = Odwiedzono ludzi, którzy tam mieszkają

month-1 = styczeń { $year }
month-2 = luty { $year }
month-3 = marzec { $year }
month-4 = kwiecień { $year }
month-5 = maj { $year }
month-6 = czerwiec { $year }
month-7 = lipiec { $year }
month-8 = sierpień { $year }
month-9 = wrzesień { $year }
month-10 = październik { $year }
month-11 = listopad { $year }
month-12 = grudzień { $year }
