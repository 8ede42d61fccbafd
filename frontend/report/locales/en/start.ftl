# The first thing a reporter reads.
start-title = Tell us what you know.
start-title-second = We do not ask who you are.
start-lead = Have you seen something, or heard about a crime? You can tell us here. No name. No account. Nothing to install.
start-danger-title = Is someone in danger now?
start-danger = Call 999. This form is not for emergencies. It is not read straight away.
start-does-title = What we do to keep you safe
start-does-no-name = We do not ask for your name, phone number or email.
start-does-seal = Your words are sealed, like a letter in a locked box. Only officers at the other end can open it. If your browser cannot seal, the page tells you before you send anything.
start-does-no-cookies = No cookies, no adverts, no tracking.
start-does-not-title = What we cannot do
start-does-not-visit = We cannot hide that you came here. Someone who looks after your internet, or looks at your phone or computer, may see that.
start-does-not-words = We cannot hide who you are if your own words give it away.
start-does-not-reply = We cannot write to you. If you want a reply, you come back here for it.
start-time = It takes about 5 minutes. You can skip most questions.
start-replies = Did you send a report before? Read a reply
start-button = Start
