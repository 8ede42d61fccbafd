# Machine-made translation, awaiting a native reader's check.
# What stands around every page.
languages = ਭਾਸ਼ਾ ਅਤੇ ਅੱਖਰਾਂ ਦਾ ਆਕਾਰ
print-large = ਵੱਡੇ ਅੱਖਰ
print-usual = ਆਮ ਅੱਖਰ
language-failed = ਇਸ ਵੇਲੇ ਭਾਸ਼ਾ ਨਹੀਂ ਬਦਲੀ ਜਾ ਸਕੀ। ਤੁਹਾਡਾ ਲਿਖਿਆ ਹਾਲੇ ਇੱਥੇ ਹੀ ਹੈ।
page-title = ਜੁਰਮ ਬਾਰੇ ਸਾਨੂੰ ਦੱਸੋ
skip-link = ਪੰਨੇ ਉੱਤੇ ਜਾਓ
mark-alt = ਦੋ ਘਰਾਂ ਵਿਚਕਾਰ ਇੱਕ ਤੰਗ ਗਲੀ
exit = ਇਹ ਪੰਨਾ ਛੱਡੋ
exit-hint = ਜਾਂ Shift ਬਟਨ 3 ਵਾਰ ਦਬਾਓ
exit-two-more = Shift: ਨਿਕਲਣ ਲਈ 2 ਵਾਰ ਹੋਰ ਦਬਾਓ।
exit-one-more = Shift: ਨਿਕਲਣ ਲਈ 1 ਵਾਰ ਹੋਰ ਦਬਾਓ।
exit-now = ਇਸ ਪੰਨੇ ਤੋਂ ਨਿਕਲ ਰਹੇ ਹਾਂ।
exit-expired = ਬਹੁਤ ਦੇਰ ਹੋ ਗਈ। ਤੁਸੀਂ ਹਾਲੇ ਇਸੇ ਪੰਨੇ ਉੱਤੇ ਹੋ।
footer-title = ਇਸ ਸੇਵਾ ਬਾਰੇ ਹੋਰ। ਹਰ ਪੰਨਾ ਨਵੀਂ ਟੈਬ ਵਿੱਚ ਖੁੱਲ੍ਹਦਾ ਹੈ।
footer-protects = ਇਹ ਤੁਹਾਨੂੰ ਕਿਵੇਂ ਬਚਾਉਂਦਾ ਹੈ
footer-other-ways = ਮਦਦ ਅਤੇ ਦੱਸਣ ਦੇ ਹੋਰ ਤਰੀਕੇ
footer-safe = ਤੁਹਾਡੀ ਸੁਰੱਖਿਆ
footer-leaving = ਇਹ ਪੰਨਾ ਬਚਾਅ ਨਾਲ ਛੱਡਣਾ
footer-forms = ਕਿਸੇ ਹੋਰ ਰੂਪ ਵਿੱਚ
footer-easy = ਸੌਖੇ ਸ਼ਬਦਾਂ ਵਿੱਚ
footer-paper = ਕਾਗਜ਼ ਵਾਲਾ ਫਾਰਮ
footer-about = ਇਸ ਸੇਵਾ ਬਾਰੇ
footer-results = ਇਸ ਤੋਂ ਕੀ ਨਿਕਲਿਆ
footer-privacy = ਲੋਕਾਂ ਬਾਰੇ ਜਾਣਕਾਰੀ
footer-accessibility = ਸਭ ਲਈ ਫਾਰਮ
footer-emergency = ਇਹ ਐਮਰਜੈਂਸੀ ਸੇਵਾ ਨਹੀਂ ਹੈ। ਜੇ ਕੋਈ ਖ਼ਤਰੇ ਵਿੱਚ ਹੈ ਤਾਂ 999 ਉੱਤੇ ਫ਼ੋਨ ਕਰੋ।
new-tab = (ਨਵੀਂ ਟੈਬ ਵਿੱਚ ਖੁੱਲ੍ਹਦਾ ਹੈ)
back = ਪਿੱਛੇ
continue = ਅੱਗੇ
optional = (ਜ਼ਰੂਰੀ ਨਹੀਂ)
call = { $number } ਉੱਤੇ ਫ਼ੋਨ ਕਰੋ
go-to-form = ਫਾਰਮ ਉੱਤੇ ਜਾਓ
# How long a report waits before officers can see it, wherever a page says so.
# In Punjabi [one] is 0 as well as 1, so the one second is named by its number.
window-seconds = { $count ->
    [1] ਇੱਕ ਸਕਿੰਟ
   *[other] { $count } ਸਕਿੰਟ
  }
window-minutes = { $count ->
    [1] ਇੱਕ ਮਿੰਟ
   *[other] { $count } ਮਿੰਟ
  }
