# Machine-made translation, awaiting a native reader's check.
# “How this protects you”: made of the settings this server runs with.
protects-title = Jak to chroni zgłaszających
protects-lead = Ta strona mówi, co robimy i czego nie możemy obiecać. Powstaje z ustawień, z którymi działa ta usługa.
protects-seal-title = Słowa są zapieczętowane
protects-seal-browser = Słowa są pieczętowane na tym urządzeniu przed wysłaniem. Nasz serwer ma potem tylko zapieczętowaną skrzynkę i nie ma do niej klucza.
protects-seal-officers = Otworzyć ją mogą tylko funkcjonariusze jednego zespołu, który nazywa się „triage”. Mają klucze na swoich komputerach.
protects-seal-report = Inne zespoły i urzędy gmin nigdy nie widzą tych słów. Widzą nowy raport, który pisze funkcjonariusz.
protects-seal-plain = Jeśli przeglądarka nie uruchamia skryptów, nasz serwer pieczętuje słowa w swojej pamięci, gdy przyjdą, nic więcej nie zapisuje i wymazuje to, co przeczytał. Tak samo robi ze zdjęciami, gdy usunie z nich ukryte zapiski. Strona mówi o tym przed wysłaniem.
protects-seal-size = Każde zgłoszenie po zapieczętowaniu ma ten sam rozmiar, krótkie czy długie, do pewnej granicy. Bardzo długie są wysyłane w kilku częściach.
protects-seal-files = Zdjęcia i pliki idą obok jako jedna zapieczętowana skrzynka w jednym z czterech rozmiarów. Widać tylko jej rozmiar.
protects-reply-title = Jeśli wracasz po odpowiedź
protects-reply-key = Hasło tworzy to urządzenie, a odpowiedzi są dla niego zapieczętowane. To jedyny klucz. Nikt nie może go odnaleźć, my też nie.
protects-reply-store = Z tego, co przechowujemy, nikt nie pozna, do którego zgłoszenia należy hasło.
protects-reply-same = Kto szuka odpowiedzi, zawsze dostaje osiem zapieczętowanych skrzynek tego samego rozmiaru, niezależnie od tego, czy odpowiedź czeka.
protects-reply-plain = Jeśli przeglądarka nie uruchamia skryptów, hasło tworzy i odpowiedzi otwiera nasz serwer w swojej pamięci i nic nie zapisuje.
protects-who-title = Kto ręczy za klucze
protects-who = Przed zapieczętowaniem przeglądarka sprawdza, czy klucze podpisali wszyscy z tej listy:
protects-who-else = Jeśli brakuje choć jednego podpisu, nic nie jest wysyłane.
protects-time-title = Kiedy wysłano
protects-time-window = Zgłoszenia czekają do { $window } i są mieszane z innymi, jeśli są. Zapisujemy dzień, w którym zgłoszenie przyszło, nie godzinę. Gdy czeka, funkcjonariusze widzą, od ilu minut: nasz serwer to pamięta i nigdzie nie zapisuje.
protects-time-hour = W zapieczętowanej skrzynce jest godzina z urządzenia. Widzą ją tylko funkcjonariusze.
protects-time-disk = Dokładny czas, kiedy przyszły pliki, można odczytać z naszego dysku do następnej nocy. Potem zostaje tylko dzień.
protects-time-files = Zdjęcia i pliki leżą w magazynie, który zapisuje, w której sekundzie każdy z nich przyszedł. Następnej nocy je mieszamy i ten zapis znika. Do tego czasu widzi go ten, kto prowadzi magazyn.
protects-keep-title = Jak długo to trzymamy
protects-keep-intake = Zapieczętowana skrzynka, tak jak przyszła, i pliki obok niej: { $days ->
    [one] { $days } dzień.
   *[other] { $days } dni.
  }
protects-keep-records = To, co funkcjonariusz zachował do pracy: { $days ->
    [one] { $days } dzień po ostatniej decyzji.
   *[other] { $days } dni po ostatniej decyzji.
  }
protects-keep-records-unset = To, co funkcjonariusz zachował do pracy: nie ustalono jeszcze, jak długo.
protects-keep-reports = Raporty dla innych zespołów: sprawdzane ponownie i usuwane, jeśli są niepotrzebne, najpóźniej po { $years ->
    [one] { $years } roku.
   *[other] { $years } latach.
  }
protects-collect-title = Czego nie zbieramy
protects-collect-name = Nigdy nie pytamy o nazwisko, e-mail, wiek ani płeć.
protects-collect-cookies = Żadnych plików cookie. Ta strona niczego nie zapisuje na urządzeniu. Przeglądarka może jednak zachować historię.
protects-collect-others = Ta strona nie wczytuje niczego z innych stron internetowych.
protects-collect-place = Gdy wpisujesz miejsce, rejon znajduje samo to urządzenie. Żaden serwis map się o tym nie dowie, a my dopiero wtedy, gdy to wyślesz.
protects-collect-hints = Podczas pisania to urządzenie samo szuka słów, które mogą zdradzić, kto pisze. My nie widzimy, co znajdzie.
protects-collect-logs = Nie zapisujemy adresu internetowego, przeglądarki ani czasu wizyty. Żeby zatrzymać zalew wiadomości, serwer trzyma w pamięci zaszyfrowaną postać części adresu, najwyżej przez godzinę. Nigdy nie jest ona zapisywana.
protects-tor-title = Korzystanie z sieci Tor
protects-tor-onion = Ta usługa ma adres „onion” dla przeglądarki Tor:
protects-tor-none = Ta usługa nie ma jeszcze adresu „onion”. Przeglądarka Tor działa też ze zwykłym adresem.
protects-languages-title = Języki
protects-languages = Ten formularz można czytać w językach: { $languages }. Pisać można w każdym języku.
protects-not-title = Czego nie możemy obiecać
protects-not-page = Gdyby ktoś przejął nasz serwer, mógłby przysłać złą stronę, która czyta wpisywany tekst. Inni mogą sprawdzać naszą stronę, ale w internecie nie da się tego wykluczyć.
protects-not-watch = Ktoś, kto prowadzi nasz serwer i patrzy na niego na żywo, mógłby zobaczyć, kiedy przychodzi zgłoszenie i z jakiego adresu internetowego. My tego nie zapisujemy.
protects-not-reply = Ktoś, kto prowadzi nasz serwer i patrzy na niego na żywo, mógłby zobaczyć, z jakiego adresu internetowego ktoś szuka odpowiedzi lub ją usuwa. My tego nie zapisujemy. Kto znajdzie hasło, może przeczytać odpowiedzi.
protects-not-network = Dostawca internetu, praca lub szkoła mogą zobaczyć tę wizytę. Po ilości pobranych danych mogą się domyślić, że wybrano hasło albo dodano zdjęcie.
protects-not-alarm = Jeśli funkcjonariusze nie odbiorą zgłoszenia po kilku minutach, mogą dostać e-mail, że coś czeka. Nie ma w nim, co. Ale policja przechowuje dane o swoich e-mailach, a one pokazują mniej więcej, kiedy przyszło zgłoszenie.
protects-not-device = Jeśli ktoś podgląda to urządzenie albo nim steruje, może zobaczyć wpisywany tekst.
protects-not-words = To, co się pisze, może zdradzić, kto pisze. Mogą na to wskazać język, okolica lub sposób pisania.
protects-not-officer = Funkcjonariusz, który łamie zasady, mógłby skopiować każde zgłoszenie, które może otworzyć: te, które czekają, i te, nad którymi pracuje jego grupa.
protects-not-corruption = Nie umiemy jeszcze przyjmować zgłoszeń o policji lub innych urzędnikach tak, żeby nie zobaczyli ich inni funkcjonariusze. Dlatego ich nie przyjmujemy.
protects-not-trace = Prawo pozwala zażądać od policji, by spróbowała ustalić, kto wysłał zgłoszenie, przede wszystkim gdy zagrożone jest życie. My nie trzymamy adresu ani godziny. Ale policja może przeczytać te słowa, a my nie mamy wpływu na inne zapisy, na przykład u dostawcy internetu.
protects-check-title = Można to sprawdzić
protects-check = Ta strona jest taka sama dla wszystkich, co do bajta. Jej skrypty mają sumę kontrolną, żeby inni mogli je porównać.
protects-sources-title = Skąd mamy listę miejsc
protects-sources = Formularz zna miejsca i kody pocztowe z tych źródeł.
