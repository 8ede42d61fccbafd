# Machine-made translation, awaiting a native reader's check.
# "Could this give you away?": said while somebody writes, about words found. Keys: giveaway-<kind>.
hints-title = V-ar putea da de gol?
hints-keep = Păstrați
giveaway-name = Pare numele dumneavoastră. Nu trebuie să îl dați.
giveaway-address = Spune unde locuiți. Scrieți „în apropiere” sau nu scrieți deloc.
giveaway-phone = Dacă este numărul dumneavoastră, scoateți-l. Dacă este al lor, păstrați-l.
giveaway-email = Dacă este e-mailul dumneavoastră, scoateți-l. Dacă este al lor, păstrați-l.
giveaway-plate = Dacă este mașina dumneavoastră, scoateți numărul. Dacă este a lor, păstrați-l.
giveaway-postcode = Dacă este codul dumneavoastră poștal, scoateți-l. Dacă este al locului unde se întâmplă, păstrați-l.
giveaway-secret = Dacă știu puțini oameni asta, cineva ar putea ghici că ați fost dumneavoastră.
giveaway-work = Spune unde lucrați sau ce lucrați. Ar putea arăta spre dumneavoastră?
giveaway-ties = Spune cine sunteți pentru cineva. Scrieți „un bărbat” sau „o rudă a lui”.
giveaway-vantage = Spune unde erați. Cine altcineva ar fi putut vedea de acolo?
giveaway-time = Dacă erau puțini oameni acolo în acel moment, scrieți „seara”, dacă ajunge atât.
