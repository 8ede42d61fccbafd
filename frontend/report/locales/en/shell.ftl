# What stands around every page.
languages = Language and size
print-large = Large print
print-usual = Usual print
language-failed = We could not change the language now. What you wrote is still here.
page-title = Tell us about crime
skip-link = Skip to the page
mark-alt = Two gables with a narrow way between
exit = Exit this page
exit-hint = or press the Shift key 3 times
exit-two-more = Shift: press 2 more times to leave.
exit-one-more = Shift: press 1 more time to leave.
exit-now = Leaving this page.
exit-expired = That was too slow. You have not left this page.
footer-title = More about this service. Each page opens in a new tab.
footer-protects = How this protects you
footer-other-ways = Help and other ways to report
footer-safe = Your safety
footer-leaving = Leaving this page safely
footer-forms = In another form
footer-easy = Easy to read
footer-paper = Paper form
footer-about = About this service
footer-results = What came of it
footer-privacy = Information about people
footer-accessibility = A form for everybody
footer-emergency = This is not an emergency service. If someone is in danger, call 999.
new-tab = (opens a new tab)
back = Back
continue = Continue
optional = (optional)
call = Call { $number }
go-to-form = Go to the form
# How long a report waits before officers can see it, wherever a page says so.
window-seconds = { $count ->
    [one] one second
   *[other] { $count } seconds
  }
window-minutes = { $count ->
    [one] one minute
   *[other] { $count } minutes
  }
