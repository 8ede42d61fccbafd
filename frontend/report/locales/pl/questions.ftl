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
district-label = Jaki to rejon?
district-hint = Proszę zaznaczyć wszystko, co pasuje.
district-bradford = Bradford
district-calderdale = Calderdale
district-kirklees = Kirklees
district-leeds = Leeds
district-wakefield = Wakefield
district-outside = Gdzieś poza West Yorkshire
district-unknown = Nie mam pewności

question-knows = Skąd to wiadomo?
knows-hint = To pomaga nam zrozumieć. Nie trzeba odpowiadać.
knows-saw = Sam(a) to widzę lub słyszę
knows-told = Ktoś mi powiedział
knows-online = Z internetu
knows-unsaid = Wolę nie mówić
