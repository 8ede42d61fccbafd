# Machine-made translation, awaiting a native reader's check.
# The same questions on paper.
paper-title = Formular pe hârtie
paper-lead = Aceleași întrebări, de tipărit și completat de mână.
paper-safe-title = Înainte să îl folosiți
paper-safe-form = Formularul de pe această pagină de internet vă apără mai bine. Folosiți-l dacă puteți.
paper-safe-printer = O imprimantă poate păstra ce a tipărit. Nu îl tipăriți la muncă sau la școală.
paper-safe-writing = Oamenii vă pot cunoaște scrisul. Scrieți cu litere mari, de tipar. Pe hârtie rămân și amprente.
paper-safe-name = Nu scrieți numele sau adresa dumneavoastră. Nici pe plic.
paper-safe-seal = Hârtia nu este sigilată ca formularul. Cine o deschide o poate citi.
paper-where-title = Unde se duce
paper-where = Trimiteți-l prin poștă sau duceți-l aici. Camerele vă pot vedea când faceți asta.
paper-where-unset = Încă nu există un loc unde să îl trimiteți. Vă poate ajuta să vă pregătiți pentru formular sau pentru un telefon la Crimestoppers.
paper-print = Ca să îl tipăriți, folosiți „Tipărire” din meniul browserului. Se tipăresc doar întrebările.
paper-skip = Scrieți ce știți. Restul îl puteți sări.
paper-only = Doar dacă ați bifat: { $choices }
