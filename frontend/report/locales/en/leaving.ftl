# The safety page about leaving.
leaving-title = Leaving this page safely
leaving-lead = On every page you can leave fast. Choose “Exit this page”. You go to { $site }.
leaving-lead-keys = You can also press the Shift key 3 times within 5 seconds.
leaving-does-title = What it does
leaving-does-clear = It clears what you typed.
leaving-does-tabs = Our pages in other tabs leave as well.
leaving-does-replace = It takes the place of this page, so the Back button does not come back here.
leaving-does-scripts = All three need scripts.
leaving-plain-title = If your browser runs no scripts
leaving-plain-away = The link takes you away and tells your browser to forget what you typed.
leaving-plain-back = If you had already chosen “Check your answers” or another language, your browser may still hold them. Someone who goes Back may be asked to send that page again. If they do, they see your words. Close the tab to stop this.
leaving-plain-closed = A normal window can open a closed tab again. Clear your browser history too, or use a private window and close it.
leaving-does-not-title = What it does not do
leaving-does-not-history = It does not clear your browser history. Your visit here can still be seen there.
leaving-does-not-network = It does not hide your visit from your internet provider, your work or your school.
leaving-does-not-sent = It does not stop a report you have already sent.
leaving-safer-title = Safer ways to visit
leaving-safer-device = Use a phone or computer that nobody else looks at.
leaving-safer-private = Use a private window. Close it when you are done.
leaving-safer-tor = Use Tor Browser. It also hides your visit from the network you are on.
leaving-safer-history = Learn how to clear your browser history, and do it after your visit.

leave-title = Before you start: how to leave fast
leave-more = More about leaving safely
