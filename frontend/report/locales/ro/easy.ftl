# Machine-made translation, awaiting a native reader's check.
# The same in the fewest words: one idea a line.
easy-title = Ușor de citit
easy-lead = Cum ne spuneți despre o infracțiune.
easy-danger = Este cineva în pericol acum? Sunați la 999.
easy-tell = Aici ne puteți spune despre o infracțiune.
easy-no-name = Nu spuneți cine sunteți.
easy-sealed = Cuvintele intră într-o cutie încuiată.
easy-officers = Doar unii polițiști pot deschide cutia.
easy-care = Nu scrieți numele. Nu scrieți adresa.
easy-skip = Puteți sări peste cele mai multe întrebări.
easy-language = Puteți scrie în orice limbă.
easy-help = Vă poate ajuta cineva în care aveți încredere.
easy-leave = Puteți ieși repede. Alegeți „Ieșiți din pagină”.
easy-history = Telefonul poate ține minte că ați fost aici.
easy-instead = Puteți și să sunați.
