# Machine-made translation, awaiting a native reader's check.
# The same in the fewest words: one idea a line.
easy-title = Łatwy tekst
easy-lead = Jak powiedzieć nam o przestępstwie.
easy-danger = Czy ktoś jest teraz w niebezpieczeństwie? Zadzwoń pod 999.
easy-tell = Tutaj możesz powiedzieć nam o przestępstwie.
easy-no-name = Nie mówisz, kim jesteś.
easy-sealed = Twoje słowa trafiają do zamkniętej skrzynki.
easy-officers = Tylko niektórzy policjanci mogą otworzyć skrzynkę.
easy-care = Nie pisz swojego nazwiska. Nie pisz swojego adresu.
easy-skip = Większość pytań możesz pominąć.
easy-language = Możesz pisać w każdym języku.
easy-help = Może ci pomóc ktoś, komu ufasz.
easy-leave = Możesz szybko wyjść. Wybierz „Opuść tę stronę”.
easy-history = Twój telefon może pamiętać, że tu byłeś lub byłaś.
easy-instead = Możesz też zadzwonić.
