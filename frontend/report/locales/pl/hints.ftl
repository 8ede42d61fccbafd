# Machine-made translation, awaiting a native reader's check.
# "Could this give you away?": said while somebody writes, about words found. Keys: giveaway-<kind>.
hints-title = Czy to może zdradzić, kto pisze?
hints-keep = Zostaw
giveaway-name = To wygląda na własne imię lub nazwisko. Nie trzeba go podawać.
giveaway-address = To mówi, gdzie mieszka osoba, która pisze. Można napisać „w pobliżu” albo to pominąć.
giveaway-phone = Jeśli to własny numer, proszę go usunąć. Jeśli ich numer, może zostać.
giveaway-email = Jeśli to własny e-mail, proszę go usunąć. Jeśli ich e-mail, może zostać.
giveaway-plate = Jeśli to własny pojazd, proszę to usunąć. Jeśli ich pojazd, może zostać.
giveaway-postcode = Jeśli to własny kod pocztowy, proszę go usunąć. Jeśli to miejsce zdarzenia, może zostać.
giveaway-secret = Jeśli mało kto o tym wie, ktoś może zgadnąć, kto to napisał.
giveaway-work = To mówi o własnej pracy lub zajęciu. Czy to może wskazać, kto pisze?
giveaway-ties = To mówi, kim dla kogoś jest osoba, która pisze. Można napisać „mężczyzna” albo „jego krewny”.
giveaway-vantage = To mówi, gdzie była osoba, która pisze. Kto jeszcze mógł to stamtąd widzieć?
giveaway-time = Jeśli w tej chwili było tam mało osób, można napisać „wieczorem”, jeśli to wystarczy.
