# Machine-made translation, awaiting a native reader's check.
# The safety page about leaving.
leaving-title = Cum ieșiți din pagină în siguranță
leaving-lead = Din fiecare pagină puteți ieși repede. Alegeți „Ieșiți din pagină”. Ajungeți la { $site }.
leaving-lead-keys = Puteți și să apăsați tasta Shift de 3 ori în 5 secunde.
leaving-does-title = Ce face
leaving-does-clear = Șterge ce ați scris.
leaving-does-tabs = Și paginile noastre din alte file pleacă.
leaving-does-replace = Ia locul acestei pagini, așa că butonul Înapoi nu se mai întoarce aici.
leaving-does-scripts = Toate trei au nevoie de scripturi.
leaving-plain-title = Dacă browserul nu pornește scripturi
leaving-plain-away = Linkul vă duce de aici și îi spune browserului să uite ce ați scris.
leaving-plain-back = Dacă ați ales deja „Verificați răspunsurile” sau altă limbă, browserul le poate păstra încă. Pe cineva care apasă Înapoi, browserul îl poate întreba dacă trimite iar acea pagină. Dacă o face, vă vede cuvintele. Închideți fila ca să opriți asta.
leaving-plain-closed = O fereastră obișnuită poate deschide din nou o filă închisă. Ștergeți și istoricul browserului, sau folosiți o fereastră privată și închideți-o.
leaving-does-not-title = Ce nu face
leaving-does-not-history = Nu șterge istoricul browserului. Vizita de aici se poate vedea acolo.
leaving-does-not-network = Nu ascunde vizita de compania de internet, de locul de muncă sau de școală.
leaving-does-not-sent = Nu oprește un mesaj pe care l-ați trimis deja.
leaving-safer-title = Cum veniți aici mai în siguranță
leaving-safer-device = Folosiți un telefon sau un calculator la care nu se uită nimeni altcineva.
leaving-safer-private = Folosiți o fereastră privată. Închideți-o când ați terminat.
leaving-safer-tor = Folosiți Tor Browser. Ascunde vizita și de rețeaua în care sunteți.
leaving-safer-history = Învățați cum se șterge istoricul browserului și ștergeți-l după vizită.

leave-title = Înainte să începeți: cum ieșiți repede
leave-more = Mai multe despre ieșirea în siguranță
