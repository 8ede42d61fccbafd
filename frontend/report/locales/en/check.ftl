# The check page, with scripts and without.
check-title = Check your answers
check-lead = Read it once more. Take out anything that could show who you are.
check-change = Change
check-change-what = your answer to: { $question }
check-empty = No answer
check-seal-note = When you choose “Send”, your words are sealed on this device. After that only the officers can open them.
check-send = Send

plain-title = Your words will not be sealed on this device
plain-why = Your browser is not doing the sealing. So our server can read your words each time you send this form on. It seals them at once in its memory, writes nothing else down, and wipes what it read. After that only the officers can open them.
plain-instead = To seal on this device, switch scripts on for this page and begin again at the start. In Tor Browser, use the “Standard” security level.
plain-check = Check your answers
plain-languages = To go on in another language, choose it here. What you typed is sent in the same way and stays.
plain-send = Send without sealing on this device
plain-details = Send without sealing in your browser
plain-parts-missing = You only need this if part of the page did not load.
