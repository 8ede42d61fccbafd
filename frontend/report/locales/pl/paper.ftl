# Machine-made translation, awaiting a native reader's check.
# The same questions on paper.
paper-title = Formularz na papierze
paper-lead = Te same pytania, do wydrukowania i wypełnienia ręcznie.
paper-safe-title = Zanim go użyjesz
paper-safe-form = Formularz na tej stronie internetowej chroni cię lepiej. Użyj go, jeśli możesz.
paper-safe-printer = Drukarka może zapamiętać to, co wydrukowała. Nie drukuj tego w pracy ani w szkole.
paper-safe-writing = Ktoś może znać twoje pismo. Pisz wielkimi literami. Na papierze zostają też odciski palców.
paper-safe-name = Nie pisz swojego nazwiska ani adresu. Na kopercie też nie.
paper-safe-seal = Papier nie jest zapieczętowany tak jak formularz. Kto go otworzy, może go przeczytać.
paper-where-title = Dokąd go wysłać
paper-where = Wyślij go pocztą lub oddaj tutaj. Kamery mogą cię przy tym zobaczyć.
paper-where-unset = Nie ma jeszcze miejsca, do którego można go wysłać. Może ci pomóc przygotować się do wypełnienia formularza albo do rozmowy z Crimestoppers.
paper-print = Aby wydrukować, użyj polecenia „Drukuj” w menu przeglądarki. Drukują się tylko pytania.
paper-skip = Napisz, co wiesz. Resztę pomiń.
paper-only = Tylko jeśli zaznaczono: { $choices }
