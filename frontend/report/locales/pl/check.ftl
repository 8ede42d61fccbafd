# Machine-made translation, awaiting a native reader's check.
# The check page, with scripts and without.
check-title = Sprawdzenie odpowiedzi
check-lead = Proszę przeczytać jeszcze raz. Proszę usunąć wszystko, co mogłoby zdradzić, kto pisze.
check-change = Zmień
check-change-what = odpowiedź na: { $question }
check-empty = Brak odpowiedzi
check-seal-note = Po wybraniu „Wyślij” słowa są pieczętowane na tym urządzeniu. Potem mogą je otworzyć tylko funkcjonariusze.
check-send = Wyślij

plain-title = Te słowa nie będą zapieczętowane na tym urządzeniu
plain-why = Ta przeglądarka nie pieczętuje. Dlatego nasz serwer może przeczytać słowa przy każdym wysłaniu tego formularza. Od razu pieczętuje je w swojej pamięci, nic więcej nie zapisuje i wymazuje to, co przeczytał. Potem mogą je otworzyć tylko funkcjonariusze.
plain-instead = Żeby pieczętować na tym urządzeniu, proszę włączyć skrypty dla tej strony i zacząć od początku. W przeglądarce Tor proszę użyć poziomu zabezpieczeń „Standard”.
plain-check = Sprawdź odpowiedzi
plain-languages = Aby przejść na inny język, proszę wybrać go tutaj. Wpisany tekst zostanie wysłany w ten sam sposób i nie zniknie.
plain-send = Wyślij bez pieczętowania na tym urządzeniu
plain-details = Wyślij bez pieczętowania w przeglądarce
plain-parts-missing = To jest potrzebne tylko wtedy, gdy część strony się nie wczytała.
