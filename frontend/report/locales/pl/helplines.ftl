# Machine-made translation, awaiting a native reader's check.
# Other ways to report: names and when to use them.
helpline-emergency = Telefon alarmowy
helpline-emergency-when = Ktoś jest w niebezpieczeństwie albo właśnie trwa przestępstwo.
helpline-textphone_999 = Telefon tekstowy lub Relay UK
helpline-textphone_999-when = Nagły wypadek, gdy ktoś nie słyszy lub nie może mówić przez telefon.
helpline-emergency_sms = SMS na numer 999
helpline-emergency_sms-when = Nagły wypadek, gdy ktoś nie słyszy lub nie może mówić przez telefon. Najpierw trzeba się zapisać: proszę wysłać SMS ze słowem „register” na numer 999.
helpline-nonemergency = Policja, gdy to nic pilnego
helpline-nonemergency-when = Przestępstwo, które już się skończyło. Na stronie policji jest też czat „101 Live Chat”. Mogą zapytać o nazwisko.
helpline-textphone_101 = Telefon tekstowy lub Relay UK, gdy to nic pilnego
helpline-textphone_101-when = Przestępstwo, które już się skończyło, gdy ktoś nie słyszy lub nie może mówić przez telefon.
helpline-crimestoppers = Crimestoppers
helpline-crimestoppers-when = Niezależna organizacja. Nie podaje się nazwiska. Dla tych, którzy wolą nie mówić policji ani nam.
helpline-fearless = Fearless
helpline-fearless-when = Dla młodych ludzi. Prowadzi to Crimestoppers. Nie podaje się nazwiska.
helpline-report_fraud = Report Fraud
helpline-report_fraud-when = Pieniądze stracone przez oszustwo albo włamanie do komputera lub konta.
helpline-anti_terror = Infolinia antyterrorystyczna
helpline-anti_terror-when = Coś, co może być terroryzmem.
helpline-nspcc = Infolinia NSPCC
helpline-nspcc-when = Dla dorosłych, którzy martwią się o dziecko.
other-ways-lead = Nie trzeba używać tego formularza. Są też te drogi.
other-ways-note = Telefon z własnego numeru może pokazać ten numer. Te usługi mają w tej sprawie własne zasady.
