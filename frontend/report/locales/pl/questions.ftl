# Machine-made translation, awaiting a native reader's check.
# One page each. Keys: question-<id>, <field>-label, <field>-hint, <field>-<value>.
question-danger = Czy ktoś jest teraz w niebezpieczeństwie?
danger-hint = Komuś może dziać się krzywda albo właśnie trwa przestępstwo.
danger-yes = Tak
danger-no = Nie, nic o tym nie wiem

question-emergency = Proszę zadzwonić teraz pod 999
emergency-lead = Jeśli można bezpiecznie zadzwonić, proszę zrobić to teraz. Po wysłaniu tego formularza nikt nie przyjedzie.
emergency-silent = Nie można mówić? Proszę zadzwonić pod 999 z telefonu komórkowego, nie rozłączać się i nacisnąć 55, kiedy o to poproszą.
emergency-sms-note = Działa tylko po wcześniejszym zapisaniu się. Żeby się zapisać, proszę wysłać SMS ze słowem „register” na numer 999.
emergency-textphone-note = Dla osób, które nie słyszą lub nie mogą mówić przez telefon.
emergency-bsl = 999 BSL
emergency-bsl-note = Rozmowa wideo w brytyjskim języku migowym: aplikacja „999 BSL” lub strona 999bsl.co.uk.
emergency-then = Po telefonie, albo jeśli nie można zadzwonić, nadal można napisać nam resztę.
emergency-label = Czy był telefon pod 999?
emergency-called = Tak, telefon już był
emergency-cannot = Nie, nie mogę bezpiecznie zadzwonić

question-helping = Czy to zgłoszenie we własnej sprawie, czy pomoc komuś innemu?
helping-hint = Proszę nie pisać nazwiska swojego ani tej osoby.
helping-self = We własnej sprawie
helping-helping = Pomagam komuś innemu
helping-unsaid = Wolę nie mówić

question-about = Czego to dotyczy?
about-hint = Proszę zaznaczyć wszystko, co pasuje. Nie wiadomo? Można wybrać „Nie mam pewności”.

question-story = Co się stało?
story-hint = Proszę napisać, co było widać lub słychać, kto to zrobił i kiedy. Własnymi słowami, w dowolnym języku.
story-careful-title = Proszę nie pisać o sobie
story-careful = Proszę nie podawać swojego nazwiska, adresu, telefonu ani e-maila. Ostrożnie ze słowami takimi jak „mój kuzyn” albo „z mojego okna”. Mogą zdradzić, kto pisze.
story-room = Zostało miejsce na około { $count } liter.
story-room-over = Tekst jest za długi o około { $count } liter.

question-place = Gdzie to jest?
place-label = Miejsce
place-hint = Kod pocztowy, ulica, sklep, budynek w pobliżu albo strona internetowa. Nie własny adres.
# Co strona mówi, gdy ktoś wpisuje miejsce.
place-looks = To chyba rejon: { $area }. Możesz to zmienić poniżej.
place-looks-kept = To chyba rejon: { $area }. Poniżej wybrano inny rejon. Zostawiamy ten wybór.
place-outside = To chyba miejsce poza West Yorkshire. Mimo to możesz to do nas wysłać.
place-outside-force = Ten rejon należy do: { $force }. Mimo to możesz to do nas wysłać.
place-ask = Czy chodzi o jedno z tych miejsc? Jeśli nie, wybierz rejon poniżej.
place-near = w pobliżu: { $place }
district-label = Jaki to rejon?
district-hint = Proszę zaznaczyć wszystko, co pasuje.
district-bradford = Bradford
district-calderdale = Calderdale
district-kirklees = Kirklees
district-leeds = Leeds
district-wakefield = Wakefield
district-outside = Gdzieś poza West Yorkshire
district-online = Tylko w internecie
district-unknown = Nie mam pewności

question-when = Kiedy to się dzieje?
when-label = Czy to trwa?
when-hint = Proszę zaznaczyć wszystko, co pasuje.
when-now = Dzieje się teraz albo w tych dniach
when-regularly = Dzieje się wciąż od nowa
when-once = Było to raz
when-planned = Dopiero się stanie
when-unknown = Nie wiem
times-label = W jakie dni i o jakich porach?
times-hint = Na przykład: prawie w każdy piątek po zmroku, od wiosny. Jeśli tylko jedna osoba może znać dokładną godzinę, proszę jej nie pisać.

question-drugs = Co wiadomo o narkotykach?
drugs_kind-label = Jakie to narkotyki?
drugs_kind-hint = Każda nazwa, jaką się zna.
drugs_sold-label = Jak są sprzedawane?
drugs_sold-hint = Proszę zaznaczyć wszystko, co pasuje.
drugs_sold-home = Z mieszkania lub domu
drugs_sold-street = Na ulicy, w parku lub w zaułku
drugs_sold-vehicle = Z auta, roweru lub skutera
drugs_sold-shop = Ze sklepu lub innej firmy
drugs_sold-phone = Przez telefon lub aplikację
drugs_sold-unknown = Nie wiem
drugs_kept-label = Gdzie są trzymane?
drugs_kept-hint = Dom, szopa, auto lub żywopłot. Jeśli tylko jedna osoba może znać dokładne miejsce, proszę go nie pisać.
drugs_line-label = Jakiego numeru telefonu lub nazwy używają kupujący?
drugs_line-hint = Niektórzy dilerzy nadają swojemu telefonowi nazwę.

question-weapons = Co wiadomo o broni?
weapon_kind-label = Jaka to broń?
weapon_kind-hint = Proszę zaznaczyć wszystko, co pasuje.
weapon_kind-gun = Broń palna
weapon_kind-blade = Nóż lub inne ostrze
weapon_kind-other = Coś innego
weapon_kind-unknown = Nie wiem
weapon_kept-label = Gdzie jest trzymana?
weapon_kept-hint = Dom, auto lub żywopłot. Jeśli tylko jedna osoba może znać dokładne miejsce, proszę go nie pisać.
weapon_who-label = Kto ją nosi?
weapon_who-hint = Nazwisko, przezwisko albo jak ta osoba wygląda.

question-risk = Kto jest zagrożony?
risk_who-label = Kim są te osoby?
risk_who-hint = Proszę zaznaczyć wszystko, co pasuje.
risk_who-child = Dzieci lub młodzież poniżej 18 lat
risk_who-adult = Dorośli
risk_who-unknown = Nie wiem
risk_count-label = Ile osób jest zagrożonych?
risk_count-one = Jedna
risk_count-few = Od dwóch do pięciu
risk_count-many = Więcej niż pięć
risk_count-unknown = Nie wiem
risk_needs-label = Czy są ranne albo czegoś potrzebują?
risk_needs-hint = Na przykład: ranne, chore, głodne, zamknięte lub mówią innym językiem.

question-premises = Czy w budynku jest coś z tej listy?
premises-hint = Ten, kto tam pójdzie, może dzięki temu zadbać o bezpieczeństwo wszystkich. Proszę zaznaczyć wszystko, co pasuje.
premises-dogs = Psy
premises-children = Dzieci
premises-doors = Bardzo mocne lub zastawione drzwi i okna
premises-cameras = Kamery
premises-unknown = Nie wiem

question-knows = Skąd to wiadomo?
knows-label = Skąd to wiadomo
knows-hint = To pomaga nam zrozumieć. Nie trzeba odpowiadać.
knows-saw = Sam(a) to widzę lub słyszę
knows-told = Ktoś mi powiedział
knows-online = Z internetu
knows-unsaid = Wolę nie mówić
others-label = Kto jeszcze mógłby to wiedzieć?
others-hint = To mówi nam, jak ostrożnie przekazywać to dalej. Jeśli wie o tym niewiele osób, mogłoby to wskazać, kto napisał.
others-only-me = Tylko ja
others-few = Kilka osób
others-many = Wiele osób
others-unknown = Nie wiem
