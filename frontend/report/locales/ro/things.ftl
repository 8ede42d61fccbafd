# Machine-made translation, awaiting a native reader's check.
# People, vehicles and online accounts: a page each, for several of them. Keys: <thing>-…, <thing>_<detail>-label.
question-people = Cine este implicat?
person-lead = Scrieți doar ce știți și lăsați restul gol. Nu scrieți despre dumneavoastră.
person-nth = Persoana { $number }
person-more = Mai multe despre această persoană
person-add = Adăugați altă persoană
person-remove = Scoateți această persoană
person-full = Numărul de persoane pentru care este loc aici: { $count }. Despre alții scrieți acolo unde ne spuneți ce s-a întâmplat.
person_name-label = Nume
person_nickname-label = Poreclă
person_address-label = Unde locuiește sau unde poate fi găsită
person_role-label = Ce face în această treabă
person_role-hint = De exemplu: vinde, conduce mașina, strânge banii, dă ordine.
person_age-label = Cam ce vârstă are
person_build-label = Cât de înaltă, slabă sau grasă este
person_hair-label = Părul și barba
person_marks-label = Cicatrici, tatuaje, ochelari
person_clothing-label = Haine
person_phone-label = Număr de telefon
person_work-label = Unde muncește
person_associates-label = Cu cine este des

question-vehicles = Este vreo mașină, o dubă sau o motocicletă?
vehicle-lead = Scrieți doar ce știți și lăsați restul gol. Nu mașina dumneavoastră.
vehicle-nth = Vehiculul { $number }
vehicle-more = Mai multe despre acest vehicul
vehicle-add = Adăugați alt vehicul
vehicle-remove = Scoateți acest vehicul
vehicle-full = Numărul de vehicule pentru care este loc aici: { $count }. Despre altele scrieți acolo unde ne spuneți ce s-a întâmplat.
vehicle_registration-label = Numărul de înmatriculare sau o parte din el
vehicle_make-label = Marcă
vehicle_make-hint = De exemplu: Ford.
vehicle_model-label = Model
vehicle_colour-label = Culoare
vehicle_use-label = La ce se folosește
vehicle_kept-label = Unde se ține

question-accounts = Este vreun cont sau o pagină pe internet?
account-lead = Scrieți doar ce știți și lăsați restul gol. Nu contul dumneavoastră.
account-nth = Contul { $number }
account-add = Adăugați alt cont
account-remove = Scoateți acest cont
account-full = Numărul de conturi pentru care este loc aici: { $count }. Despre altele scrieți acolo unde ne spuneți ce s-a întâmplat.
account_platform-label = Pagină de internet sau aplicație
account_username-label = Numele contului
account_link-label = Link

thing-change = Schimbați
thing-removed = S-a scos: { $what }.
error-entry-too-long = { $what }: textul este prea lung. Scurtați-l
