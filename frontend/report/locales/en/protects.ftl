# “How this protects you”: made of the settings this server runs with.
protects-title = How this protects you
protects-lead = This page says what we do, and what we cannot promise. It is made from the settings this service runs with.
protects-seal-title = Your words are sealed
protects-seal-browser = Your words are sealed on your device before they are sent. Then our server only ever holds the sealed box, and it has no key to open it.
protects-seal-officers = Only officers of one desk, called triage, can open your words. They have the keys on their own computers.
protects-seal-report = Other teams and councils never see your own words. They see a new report that an officer writes.
protects-seal-plain = If your browser does not run scripts, our server seals your words in its memory when they arrive, writes nothing else down, and wipes what it read. The page tells you before you send.
protects-seal-size = Every report is the same size when sealed, short or long, up to a limit. Very long ones are sent as several.
protects-who-title = Who vouches for the keys
protects-who = Before sealing, your browser checks that all of these have signed the keys:
protects-who-else = If one signature is missing, nothing is sent.
protects-time-title = When you sent it
protects-time-window = { $minutes ->
    [one] Reports wait up to a minute and are mixed with any others. We keep the day a report came, not the time.
   *[other] Reports wait up to { $minutes } minutes and are mixed with any others. We keep the day a report came, not the time.
  }
protects-time-hour = Inside the sealed box stands the hour on your device. Only the officers see it.
protects-keep-title = How long we keep it
protects-keep-intake = The sealed box as it arrived: { $days } days.
protects-keep-records = What an officer kept to work on: { $days } days after the last decision.
protects-keep-reports = Reports to other teams: looked at again, and removed if not needed, after { $years } years at most.
protects-keep-unset = No time limits are set on this service yet.
protects-collect-title = What we do not collect
protects-collect-name = We never ask for your name, email, age or gender.
protects-collect-cookies = No cookies. This page stores nothing on your device. Your browser may still keep its history.
protects-collect-others = This page loads nothing from any other website.
protects-collect-logs = We do not write down your internet address, your browser, or when you came. To stop floods, the server keeps a scrambled form of part of your address in memory for an hour at most. It is never stored.
protects-tor-title = Using Tor
protects-tor-onion = You can reach this service at its onion address with Tor Browser:
protects-tor-none = This service has no onion address yet. Tor Browser still works with the normal address.
protects-languages-title = Languages
protects-languages = You can read this form in: { $languages }. You can write in any language.
protects-not-title = What we cannot promise
protects-not-page = If someone took over our server, they could send you a bad page that reads what you type. Others can check our page for that, but the web cannot rule it out.
protects-not-watch = Someone who runs our server and watches it live could see when a report arrives, and from what internet address. We do not write this down.
protects-not-network = Your internet provider, your work or your school can see that you visited.
protects-not-device = If someone watches or controls your device, they can see what you type.
protects-not-words = People can show who they are by what they write. Your language, your area or your way of writing can point to you.
protects-not-officer = An officer who breaks the rules could copy the reports they can open that day.
protects-not-corruption = We cannot yet take reports about the police or other officials in a way that keeps them from other officers. So we do not take them.
protects-not-trace = The police can be asked by law to try to find out who sent a report, above all where a life is at risk. We keep no address and no time of day. But they can read what you wrote, and we do not control other records, such as your internet provider’s.
protects-check-title = Check it yourself
protects-check = This page is the same for everyone, byte for byte. Its scripts carry a checksum, so that others can compare them.
