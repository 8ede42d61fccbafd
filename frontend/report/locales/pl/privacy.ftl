# Machine-made translation, awaiting a native reader's check.
# What happens to information about people.
privacy-title = Informacje o ludziach
privacy-lead = To, co nam mówisz, dotyczy ludzi. Ta strona mówi, co się z tym dzieje i o co możesz prosić.
privacy-who-title = Kto za to odpowiada
privacy-who = Oto kto odpowiada za to, co się tu wysyła, i kogo możesz zapytać:
privacy-who-unset = Nikt nie jest tu jeszcze podany. Do tego czasu zapytaj policję pod numerem 101.
privacy-what-title = Co mamy
privacy-what-words = To, co napiszesz. Dotyczy to innych ludzi i może dotyczyć spraw prywatnych, takich jak zdrowie lub wiara.
privacy-what-files = Zdjęcia i pliki, jeśli jakieś wyślesz. Na nich też mogą być inni ludzie.
privacy-what-around = Dzień, w którym to przyszło. W zapieczętowanej skrzynce także godzinę na twoim urządzeniu i język, w którym czytasz formularz.
privacy-what-not = Nie to, kim jesteś. Nie pytamy o nazwisko. Nie zapisujemy twojego adresu internetowego. Nie ma plików cookie.
privacy-why-title = Po co i na jakiej podstawie
privacy-why-crime = Aby zapobiegać przestępstwom, ustalać sprawców i chronić ludzi. To praca policji według prawa (Data Protection Act 2018, part 3).
privacy-why-others = Samorządy i inni używają tego, co dostaną, w swojej pracy dla dobra publicznego (UK GDPR, article 6).
privacy-share-title = Kto to widzi
privacy-share-officers = Twoje słowa czytają policjanci jednego biura, zwanego triage.
privacy-share-teams = Inne zespoły, także w samorządach, dostają nowy raport, który pisze policjant. Pomija on to, co mogłoby wskazać na ciebie.
privacy-share-law = Sąd może nakazać nam wydanie tego, co mamy.
privacy-share-nobody = Niczego nie sprzedajemy. Niczego nie używa się do reklam.
privacy-rights-title = O co możesz prosić
privacy-rights-ask = Każdy może zapytać, co o nim mamy, i poprosić o poprawienie lub usunięcie. Zapytaj tych, którzy są podani wyżej.
privacy-rights-limits = Policja może odmówić albo nic nie powiedzieć, jeśli to chroni ludzi albo inaczej nie da się wyjaśnić przestępstwa.
privacy-rights-unknown = Nie wiemy, kto co wysłał. Dlatego nie możemy znaleźć dla ciebie twojego zgłoszenia ani go oddać po wysłaniu.
privacy-rights-machine = O nikim nie decyduje komputer. Decydują ludzie.
privacy-complain-title = Jeśli coś ci się nie podoba
privacy-complain = Możesz złożyć skargę do Information Commissioner’s Office, ico.org.uk.
