# Machine-made translation, awaiting a native reader's check.
# One page each. Keys: question-<id>, <field>-label, <field>-hint, <field>-<value>.
question-danger = Este cineva în pericol chiar acum?
danger-hint = Cineva poate fi rănit sau chiar acum poate avea loc o infracțiune.
danger-yes = Da
danger-no = Nu, din câte știu

question-emergency = Vă rugăm să sunați acum la 999
emergency-lead = Dacă puteți suna în siguranță, sunați acum. Acest formular nu trimite pe nimeni la dumneavoastră.
emergency-silent = Nu puteți vorbi? Sunați la 999 de pe un telefon mobil, rămâneți pe linie și apăsați 55 când vi se cere.
emergency-sms-note = Merge doar dacă v-ați înscris înainte. Ca să vă înscrieți, trimiteți un SMS cu „register” la 999.
emergency-textphone-note = Dacă nu auziți sau nu puteți vorbi la telefon.
emergency-bsl = 999 BSL
emergency-bsl-note = Un apel video în limbajul semnelor britanic: aplicația „999 BSL” sau 999bsl.co.uk.
emergency-then = După ce ați sunat, sau dacă nu puteți suna, ne puteți spune și restul.
emergency-label = Ați sunat la 999?
emergency-called = Da, am sunat
emergency-cannot = Nu, nu pot suna în siguranță

question-helping = Ne spuneți pentru dumneavoastră sau ajutați pe altcineva?
helping-hint = Vă rugăm să nu scrieți numele dumneavoastră sau al celuilalt.
helping-self = Pentru mine
helping-helping = Ajut pe altcineva
helping-unsaid = Prefer să nu spun

question-about = Despre ce este vorba?
about-hint = Alegeți tot ce se potrivește. Dacă nu știți bine, alegeți „Nu știu sigur”.

question-story = Ce s-a întâmplat?
story-hint = Spuneți-ne ce ați văzut sau auzit, cine a făcut și când. Scrieți cu cuvintele dumneavoastră, în orice limbă.
story-careful-title = Nu scrieți despre dumneavoastră
story-careful = Nu scrieți numele, adresa, numărul de telefon sau e-mailul dumneavoastră. Aveți grijă la cuvinte ca „vărul meu” sau „de la fereastra mea”. Ele pot arăta cine sunteți.
story-room = Litere pentru care mai este loc, cam: { $count }.
story-room-over = Textul este prea lung. Litere în plus, cam: { $count }.

question-place = Unde este?
place-label = Un loc
place-hint = Un cod poștal, o stradă, un magazin, o clădire din apropiere sau o pagină de internet. Nu adresa dumneavoastră.
# What is said while a place is typed.
place-looks = Pare a fi { $area }. Puteți schimba mai jos.
place-looks-kept = Pare a fi { $area }. Ați ales altă zonă mai jos. Păstrăm ce ați ales.
place-outside = Pare un loc din afara West Yorkshire. Ni-l puteți trimite oricum.
place-outside-force = Este în zona { $force }. Ni-l puteți trimite oricum.
place-ask = Vă gândiți la unul dintre acestea? Dacă nu, alegeți zona mai jos.
place-near = lângă { $place }
district-label = În ce zonă este?
district-hint = Alegeți tot ce se potrivește.
district-bradford = Bradford
district-calderdale = Calderdale
district-kirklees = Kirklees
district-leeds = Leeds
district-wakefield = Wakefield
district-online = Doar pe internet
district-outside = Undeva în afara West Yorkshire
district-unknown = Nu știu sigur

question-when = Când se întâmplă?
when-label = Încă se întâmplă?
when-hint = Alegeți tot ce se potrivește.
when-now = Se întâmplă acum sau în zilele acestea
when-regularly = Se întâmplă mereu
when-once = S-a întâmplat o dată
when-planned = Se va întâmpla
when-unknown = Nu știu
times-label = În ce zile și la ce ore?
times-hint = De exemplu: aproape în fiecare vineri, după ce se întunecă, din primăvară. Dacă doar dumneavoastră ați putea ști ora exactă, nu o scrieți.

question-drugs = Ce știți despre droguri?
drugs_kind-label = Ce droguri sunt?
drugs_kind-hint = Orice nume știți pentru ele.
drugs_sold-label = Cum se vând?
drugs_sold-hint = Alegeți tot ce se potrivește.
drugs_sold-home = Dintr-o casă
drugs_sold-street = Pe stradă, în parc sau pe o alee
drugs_sold-vehicle = Dintr-o mașină, de pe o bicicletă, motocicletă sau trotinetă
drugs_sold-shop = Dintr-un magazin sau altă firmă
drugs_sold-phone = Prin telefon sau într-o aplicație
drugs_sold-unknown = Nu știu
drugs_kept-label = Unde se țin?
drugs_kept-hint = O casă, o magazie, o mașină sau un gard viu. Dacă doar dumneavoastră ați putea ști locul exact, nu îl scrieți.
drugs_line-label = Ce număr de telefon sau nume folosesc cumpărătorii?
drugs_line-hint = Unii vânzători îi dau telefonului un nume.

question-weapons = Ce știți despre arme?
weapon_kind-label = Ce fel de arme sunt?
weapon_kind-hint = Alegeți tot ce se potrivește.
weapon_kind-gun = O armă de foc
weapon_kind-blade = Un cuțit sau altă lamă
weapon_kind-other = Altceva
weapon_kind-unknown = Nu știu
weapon_kept-label = Unde se țin?
weapon_kept-hint = O casă, o mașină sau un gard viu. Dacă doar dumneavoastră ați putea ști locul exact, nu îl scrieți.
weapon_who-label = Cine le poartă?
weapon_who-hint = Un nume, o poreclă sau cum arată.

question-risk = Cine este în pericol?
risk_who-label = Cine sunt?
risk_who-hint = Alegeți tot ce se potrivește.
risk_who-child = Copii sau tineri sub 18 ani
risk_who-adult = Adulți
risk_who-unknown = Nu știu
risk_count-label = Câți oameni sunt în pericol?
risk_count-one = Unul
risk_count-few = Între doi și cinci
risk_count-many = Mai mult de cinci
risk_count-unknown = Nu știu
risk_needs-label = Sunt răniți sau au nevoie de ceva?
risk_needs-hint = De exemplu: rănit, bolnav, flămând, încuiat, sau vorbește altă limbă.

question-premises = Este ceva din acestea în clădire?
premises-hint = Îl ajută pe cel care merge acolo să îi apere pe toți. Alegeți tot ce se potrivește.
premises-dogs = Câini
premises-children = Copii
premises-doors = Uși și ferestre foarte întărite sau blocate
premises-cameras = Camere de filmat
premises-unknown = Nu știu

question-knows = De unde știți?
knows-label = Cum ați aflat
knows-hint = Ne ajută să înțelegem. Nu trebuie să spuneți.
knows-saw = Am văzut sau am auzit eu
knows-told = Mi-a spus cineva
knows-online = Am văzut pe internet
knows-unsaid = Prefer să nu spun
others-label = Cine ar mai putea ști asta?
others-hint = Ne spune cât de atenți să fim cu ce dăm mai departe. Dacă știu puțini oameni, poate arăta spre dumneavoastră.
others-only-me = Doar eu
others-few = Puțini oameni
others-many = Mulți oameni
others-unknown = Nu știu
