# Machine-made translation, awaiting a native reader's check.
# What happens to information about people.
privacy-title = Informații despre oameni
privacy-lead = Ce ne spuneți este despre oameni. Această pagină spune ce se întâmplă cu asta și ce puteți cere.
privacy-who-title = Cine răspunde
privacy-who = Aceștia răspund pentru ce se trimite aici, și pe ei îi puteți întreba:
privacy-who-unset = Încă nu este numit nimeni aici. Până atunci, întrebați poliția la 101.
privacy-what-title = Ce păstrăm
privacy-what-words = Ce scrieți. Este despre alți oameni și poate fi despre lucruri care nu privesc pe nimeni, ca sănătatea sau credința.
privacy-what-files = Poze și fișiere, dacă trimiteți. Și în ele se pot vedea alți oameni.
privacy-what-around = Ziua în care a venit. În cutia sigilată este și ora de pe dispozitivul dumneavoastră, și limba în care ați citit formularul.
privacy-what-not = Nu cine sunteți. Nu vă întrebăm numele. Nu notăm adresa de internet. Nu folosim cookie-uri.
privacy-why-title = De ce și după ce lege
privacy-why-crime = Ca să oprim infracțiunile, să aflăm cine le-a făcut și să apărăm oamenii. Aceasta este munca poliției prin lege (Data Protection Act 2018, part 3).
privacy-why-others = Primăriile și alții folosesc ce primesc pentru munca lor pentru oameni (UK GDPR, article 6).
privacy-share-title = Cine vede
privacy-share-officers = Ofițerii unui singur birou, numit triage, vă citesc cuvintele.
privacy-share-teams = Alte echipe, și de la primării, primesc un raport nou, scris de un ofițer. El nu cuprinde ce ar putea arăta spre dumneavoastră.
privacy-share-law = Un tribunal ne poate obliga să dăm ce păstrăm.
privacy-share-nobody = Nu se vinde nimic. Nimic nu se folosește pentru reclame.
privacy-rights-title = Ce puteți cere
privacy-rights-ask = Oricine poate întreba ce se păstrează despre el și poate cere să fie corectat sau șters. Întrebați-i pe cei numiți mai sus.
privacy-rights-limits = Poliția poate refuza sau poate să nu spună nimic, dacă asta apără oameni sau dacă altfel nu s-ar putea rezolva o infracțiune.
privacy-rights-unknown = Nu știm cine ce a trimis. De aceea nu putem găsi mesajul dumneavoastră pentru dumneavoastră și nu îl putem da înapoi după ce a fost trimis.
privacy-rights-machine = Niciun calculator nu hotărăște despre cineva. Oamenii hotărăsc.
privacy-complain-title = Dacă ceva din asta vă nemulțumește
privacy-complain = Puteți face plângere la Information Commissioner’s Office (biroul care apără datele oamenilor), ico.org.uk.
