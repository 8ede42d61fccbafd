# Machine-made translation, awaiting a native reader's check.
# error-<field>-<rule>: each says what to do.
error-prefix = Błąd:
error-title = Jest problem
error-danger-missing = Proszę wybrać „Tak” lub „Nie”: czy ktoś jest w niebezpieczeństwie
error-danger-unknown = Proszę wybrać „Tak” lub „Nie”: czy ktoś jest w niebezpieczeństwie
error-emergency-unknown = Proszę wybrać jedną z dwóch odpowiedzi o telefonie pod 999
error-about-missing = Proszę wybrać, czego to dotyczy. Można wybrać „Nie mam pewności”
error-about-unknown = Proszę wybrać z listy, czego to dotyczy
error-about-other-way = Na razie nie możemy tu przyjmować zgłoszeń o korupcji. Proszę wybrać inną drogę albo usunąć to zaznaczenie
error-story-missing = Proszę napisać, co się stało
error-story-too-long = Opis jest za długi. Proszę go skrócić
error-place-too-long = Opis miejsca jest za długi. Proszę go skrócić
error-district-unknown = Proszę wybrać rejon z listy
error-knows-unknown = Proszę wybrać z listy, skąd to wiadomo
