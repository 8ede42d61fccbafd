# Machine-made translation, awaiting a native reader's check.
# Who can use these pages, and how: the accessibility statement.
access-title = Formularz dla każdego
access-lead = Ta strona mówi, jak można używać tego formularza, co sprawdzono i co jeszcze nie działa.
access-can-title = Co możesz zrobić
access-can-zoom = Powiększyć stronę czterokrotnie. Nic nie zostanie ucięte.
access-can-keys = Używać jej samą klawiaturą.
access-can-read = Słuchać jej przez czytnik ekranu.
access-can-contrast = Czytać ją w słońcu i w ciemności. Kontrast liter wynosi co najmniej 7 do 1.
access-can-scripts = Używać jej bez skryptów.
access-other-title = W innej formie
access-tested-title = Co sprawdzono
access-tested-rules = Program (axe-core) sprawdza strony we wszystkich językach według zasad WCAG 2.2 (AA, a dla kontrastu AAA). Nie znajduje błędów.
access-tested-sizes = Strony są wypróbowane na ekranach o szerokości 320 i 1280 punktów oraz klawiaturą.
access-tested-not = Nie sprawdził jej jeszcze nikt, kto potrzebuje takiej pomocy, ani nikt z zewnątrz.
access-known-title = Co jeszcze nie działa
access-known-bsl = Nie ma filmów w brytyjskim języku migowym.
access-known-braille = Nie ma wersji w brajlu.
access-known-languages = Te języki przetłumaczył komputer i nie sprawdził ich nikt, dla kogo są językiem ojczystym: { $languages }.
access-known-tab = Każda strona ma na karcie tę samą nazwę, aby nikt nie widział po niej, o czym jest strona.
access-tell-title = Powiedz nam
access-tell = Czy coś ci przeszkadza? Powiedz nam tutaj:
access-tell-unset = Czy coś ci przeszkadza? Nie podano tu jeszcze adresu. Możesz zadzwonić na policję pod 101 albo wybrać inny sposób zgłoszenia.
access-tell-further = Jeśli nasza odpowiedź nie pomoże, może pomóc Equality Advisory and Support Service: equalityadvisoryservice.com.
