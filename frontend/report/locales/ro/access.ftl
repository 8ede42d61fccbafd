# Machine-made translation, awaiting a native reader's check.
# Who can use these pages, and how: the accessibility statement.
access-title = Un formular pentru toți
access-lead = Această pagină spune cum puteți folosi formularul, ce s-a încercat și ce nu merge încă.
access-can-title = Ce puteți face
access-can-zoom = Să măriți pagina de patru ori. Nu se taie nimic.
access-can-keys = Să o folosiți doar cu tastatura.
access-can-read = Să o ascultați cu un cititor de ecran.
access-can-contrast = Să o citiți la soare și pe întuneric. Literele se văd cu un contrast de cel puțin 7 la 1.
access-can-scripts = Să o folosiți fără scripturi.
access-other-title = În altă formă
access-tested-title = Ce s-a încercat
access-tested-rules = Un program (axe-core) verifică paginile în toate limbile, după regulile WCAG 2.2 (AA, și AAA pentru contrast). Nu găsește nimic greșit.
access-tested-sizes = Paginile sunt încercate pe ecrane de 320 și 1280 de puncte, și cu tastatura.
access-tested-not = Nu le-a încercat încă nimeni care are nevoie de un astfel de ajutor, și nimeni din afară.
access-known-title = Ce nu merge încă
access-known-bsl = Nu există filme în limbajul semnelor britanic.
access-known-braille = Nu există text în Braille.
access-known-languages = Aceste limbi au fost traduse de un calculator și nu le-a verificat niciun vorbitor nativ: { $languages }.
access-known-tab = Fiecare pagină are același nume în filă, ca nimeni să nu vadă de acolo despre ce este pagina.
access-tell-title = Spuneți-ne
access-tell = Vă încurcă ceva? Spuneți-ne aici:
access-tell-unset = Vă încurcă ceva? Încă nu este dată nicio adresă aici. Puteți suna la poliție, la 101, sau puteți alege alt mod de a anunța.
access-tell-further = Dacă răspunsul nostru nu ajută, vă poate ajuta Equality Advisory and Support Service: equalityadvisoryservice.com.
