# Machine-made translation, awaiting a native reader's check.
# What came of it: the monthly sheets.
results-title = Ce a ieșit din asta
results-lead = Ce au făcut poliția și partenerii ei despre infracțiunile de care le-au spus oamenii, lună de lună.
results-read-title = Cum se citește
results-read-cases = Numerele arată cazuri, nu oameni. Cinci arestări într-un caz înseamnă un caz.
results-read-month = Un număr arată ce s-a întâmplat în luna aceea. Un caz poate sta pe două rânduri.
results-read-small = Un număr sub { $least } nu este arătat niciodată, ca nimeni să nu recunoască un caz după el. Ce nu se arată poate fi și niciunul.
results-read-counted = Numără un polițist din fiecare district, pe calculatorul lui. Serverul nostru nu citește niciodată ce ne-au spus oamenii.
results-read-signed = Fiecare listă este semnată de cei care au numărat. Un program poate verifica asta la /api/sheets.
results-none = Nu este încă nimic de arătat.
results-failed = Nu putem arăta asta acum. Încercați din nou peste un minut.
results-small = Toate numerele sunt prea mici ca să fie arătate.
results-about = Despre ce era vorba
results-came = Ce a ieșit
results-cases = Cazuri

result-no_further_action = Nu se mai poate face nimic
result-developed = Acum se știe mai mult
result-passed_to_partner = Se ocupă un partener
result-disrupted = A fost oprit sau îngreunat
result-warrant = A fost percheziționată o clădire
result-arrest = Cineva a fost arestat
result-seizure = Au fost luate droguri, bani sau mărfuri
result-safeguarding_referral = Cineva primește ajutor ca să fie în siguranță
result-closure_order = O clădire a fost închisă
result-civil_action = O instanță a dat un ordin
result-diversion = Cineva a fost ajutat să iasă din infracțiuni
result-community_reassurance = Oamenii care locuiesc acolo au fost vizitați

month-1 = ianuarie { $year }
month-2 = februarie { $year }
month-3 = martie { $year }
month-4 = aprilie { $year }
month-5 = mai { $year }
month-6 = iunie { $year }
month-7 = iulie { $year }
month-8 = august { $year }
month-9 = septembrie { $year }
month-10 = octombrie { $year }
month-11 = noiembrie { $year }
month-12 = decembrie { $year }
