# Sending, sent, and everything that can go wrong on the way.
sending-title = Sending
sending-seal = We are sealing your words on this device. Please keep this page open.
sending-send = Your words are sealed. They are on their way. Please keep this page open.

sent-title = Thank you. We have it.
sent-lead = Your report arrived, sealed. It is gone from this page.
sent-plain-lead = Your report arrived, and our server sealed it. It is not on this page.
sent-plain-title = Now close this tab
sent-plain-back = Your browser may still hold the page before this one. Until the tab is closed, someone who goes Back may be asked to send that page again. If they do, they see your words.
sent-plain-closed = A normal window can open a closed tab again. If someone may look at this phone or computer, clear its browser history too.
sent-next-title = What happens next
sent-next-wait = Your report waits up to { $window } and is mixed with any others. That makes it hard to tell which one came when.
sent-next-read = Then an officer can open it. We cannot say exactly when.
sent-next-clean = The officer writes a new report that leaves out what could point to you. Only that goes to the people who work in the area.
sent-contact-title = Nobody can contact you
sent-contact = We do not know who you are, so we cannot write to you. If you wrote down a phrase, you can come back here in some days and read a reply. If you learn something new, send another report.
sent-safe-title = Keep yourself safe
sent-safe-tell = Do not tell others that you sent this.
sent-safe-history = If someone may look at this phone or computer, clear its browser history. Then close this tab.
sent-safe-do-not-ask = Do not try to find out more yourself.
sent-leave = Leave this page

kept = What you wrote is still here. It has not been sent.
kept-waiting = What you wrote is still here. Please keep this page open.
other-ways-title = Other ways to report
other-ways-all = All other ways to report
try-again = Try again
try-now = Try now
go-back = Go back to your answers

fail-script-title = Part of this page did not load
fail-script = The part that seals your words is missing. Nothing has been sent.
reload = Load the page again
fail-module-title = We cannot seal your words right now
fail-module = The part of this page that seals your words did not load. We do not send anything unsealed unless you choose to.
fail-directory-title = We cannot send this right now
fail-directory = Before sealing, this page checks whom it seals to. That check failed. So we did not send anything.
fail-clock-title = Is the date on this device right?
fail-clock = This device says today is { $date }. Our keys do not fit that date.
fail-clock-server = We think today is { $date }. Is that right?
fail-clock-yes = Yes, that is today’s date. Send
fail-clock-set = If not, set the date on this device and try again.
fail-busy-title = Very many people are sending right now
fail-busy = Your report waits on this device. This page sends it by itself.
fail-offline-title = We cannot reach our server
fail-offline = You may be offline. This page sends your report by itself when it can.
wait-seconds = Next try in { $count } seconds.
wait-minutes = Next try in about { $count } minutes.
wait-trying = Trying now.
fail-refused-title = Our server did not take this
fail-refused = Something is wrong on our side, or on the way to us. Nothing was stored.

fail-closed-title = We cannot take reports right now
fail-closed = The keys that protect your words are not in order, so we do not take them.
fail-full-title = We cannot take this just now
fail-full = { $seconds ->
    [one] Please wait one second, then choose “Try again”.
   *[other] Please wait { $seconds } seconds, then choose “Try again”.
  }
fail-full-unread = { $seconds ->
    [one] Nothing was sent. Please wait one second. Then use your browser’s Back button. Your words should still be there. Send them again.
   *[other] Nothing was sent. Please wait { $seconds } seconds. Then use your browser’s Back button. Your words should still be there. Send them again.
  }
fail-full-minutes = Please wait { $minutes } minutes, then choose “Try again”.
fail-full-unread-minutes = Nothing was sent. Please wait { $minutes } minutes. Then use your browser’s Back button. Your words should still be there. Send them again.
fail-too-big-title = This is too long
fail-too-big = We could not take in all of it. Use your browser’s Back button. Your words should still be there. Then make them shorter.
fail-form-title = We could not read that
fail-form = Something went wrong on the way to us. Use your browser’s Back button and send it again.

lost-title = There is no page here
lost = The link may be old, or the address mistyped. Nothing you did here was sent to anyone.
lost-form = Go to the form
