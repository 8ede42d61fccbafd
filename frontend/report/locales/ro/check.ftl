# Machine-made translation, awaiting a native reader's check.
# The check page, with scripts and without.
check-title = Verificați răspunsurile
check-lead = Citiți încă o dată. Ștergeți tot ce ar putea arăta cine sunteți.
check-change = Schimbați
check-change-what = răspunsul la: { $question }
check-empty = Niciun răspuns
check-seal-note = Când alegeți „Trimiteți”, cuvintele sunt sigilate pe acest dispozitiv. După aceea le pot deschide doar ofițerii.
check-send = Trimiteți

plain-title = Cuvintele nu vor fi sigilate pe acest dispozitiv
plain-why = Browserul dumneavoastră nu sigilează. De aceea serverul nostru poate citi cuvintele de fiecare dată când trimiteți formularul mai departe. Le sigilează imediat în memoria lui, nu scrie nimic altceva și șterge ce a citit. După aceea le pot deschide doar ofițerii.
plain-instead = Ca să sigilați pe acest dispozitiv, porniți scripturile pentru această pagină și luați-o de la început. În Tor Browser, folosiți nivelul de securitate „Standard”.
plain-check = Verificați răspunsurile
plain-languages = Ca să continuați în altă limbă, alegeți-o aici. Ce ați scris se trimite în același fel și rămâne.
plain-send = Trimiteți fără sigilare pe acest dispozitiv
plain-details = Trimiteți fără sigilare în browser
plain-parts-missing = Aveți nevoie de asta doar dacă o parte din pagină nu s-a încărcat.
