# Machine-made translation, awaiting a native reader's check.
# People, vehicles and online accounts: a page each, for several of them. Keys: <thing>-…, <thing>_<detail>-label.
question-people = Kto bierze w tym udział?
person-lead = Proszę napisać tylko to, co wiadomo, a resztę zostawić pustą. Nie o sobie.
person-nth = Osoba { $number }
person-more = Więcej o tej osobie
person-add = Dodaj kolejną osobę
person-remove = Usuń tę osobę
person-full = Tu jest miejsce na { $count } osoby. O innych proszę napisać tam, gdzie jest mowa o tym, co się stało.
person_name-label = Imię i nazwisko
person_nickname-label = Przezwisko
person_address-label = Gdzie mieszka albo gdzie można tę osobę znaleźć
person_role-label = Co robi w tej sprawie
person_role-hint = Na przykład: sprzedaje, prowadzi samochód, zbiera pieniądze, wydaje polecenia.
person_age-label = Wiek w przybliżeniu
person_build-label = Wzrost i budowa ciała
person_hair-label = Włosy i zarost
person_marks-label = Blizny, tatuaże, okulary
person_clothing-label = Ubranie
person_phone-label = Numer telefonu
person_work-label = Gdzie pracuje
person_associates-label = Z kim często bywa

question-vehicles = Czy jest jakiś samochód, furgonetka albo motor?
vehicle-lead = Proszę napisać tylko to, co wiadomo, a resztę zostawić pustą. Nie o własnym samochodzie.
vehicle-nth = Pojazd { $number }
vehicle-more = Więcej o tym pojeździe
vehicle-add = Dodaj kolejny pojazd
vehicle-remove = Usuń ten pojazd
vehicle-full = Tu jest miejsce na { $count } pojazdy. O innych proszę napisać tam, gdzie jest mowa o tym, co się stało.
vehicle_registration-label = Numer rejestracyjny albo jego część
vehicle_make-label = Marka
vehicle_make-hint = Na przykład: Ford.
vehicle_model-label = Model
vehicle_colour-label = Kolor
vehicle_use-label = Do czego służy
vehicle_kept-label = Gdzie stoi

question-accounts = Czy jest jakieś konto albo strona w internecie?
account-lead = Proszę napisać tylko to, co wiadomo, a resztę zostawić pustą. Nie o własnym koncie.
account-nth = Konto { $number }
account-add = Dodaj kolejne konto
account-remove = Usuń to konto
account-full = Tu jest miejsce na { $count } konta. O innych proszę napisać tam, gdzie jest mowa o tym, co się stało.
account_platform-label = Strona albo aplikacja
account_username-label = Nazwa konta
account_link-label = Link

thing-change = Zmień
thing-removed = Usunięto: { $what }.
error-entry-too-long = { $what } – ten tekst jest za długi. Proszę go skrócić
