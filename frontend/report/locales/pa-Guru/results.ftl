# Machine-made translation, awaiting a native reader's check.
# What came of it: the monthly sheets.
results-title = ਇਸ ਤੋਂ ਕੀ ਨਿਕਲਿਆ
results-lead = ਲੋਕਾਂ ਦੇ ਦੱਸੇ ਜੁਰਮਾਂ ਬਾਰੇ ਪੁਲਿਸ ਅਤੇ ਉਸ ਦੇ ਸਾਥੀਆਂ ਨੇ ਕੀ ਕੀਤਾ, ਮਹੀਨੇ ਦਰ ਮਹੀਨੇ।
results-read-title = ਇਸ ਨੂੰ ਕਿਵੇਂ ਪੜ੍ਹਨਾ ਹੈ
results-read-cases = ਇਹ ਗਿਣਤੀ ਮਾਮਲਿਆਂ ਦੀ ਹੈ, ਲੋਕਾਂ ਦੀ ਨਹੀਂ। ਇੱਕ ਮਾਮਲੇ ਵਿੱਚ ਪੰਜ ਗ੍ਰਿਫ਼ਤਾਰੀਆਂ ਇੱਕੋ ਮਾਮਲਾ ਹਨ।
results-read-month = ਗਿਣਤੀ ਦੱਸਦੀ ਹੈ ਕਿ ਉਸ ਮਹੀਨੇ ਵਿੱਚ ਕੀ ਹੋਇਆ। ਇੱਕ ਮਾਮਲਾ ਦੋ ਕਤਾਰਾਂ ਵਿੱਚ ਆ ਸਕਦਾ ਹੈ।
results-read-small = { $least } ਤੋਂ ਘੱਟ ਗਿਣਤੀ ਕਦੇ ਨਹੀਂ ਦਿਖਾਈ ਜਾਂਦੀ, ਤਾਂ ਜੋ ਕੋਈ ਉਸ ਤੋਂ ਇੱਕ ਮਾਮਲਾ ਨਾ ਪਛਾਣ ਸਕੇ। ਜੋ ਨਹੀਂ ਦਿਖਾਇਆ ਗਿਆ, ਹੋ ਸਕਦਾ ਹੈ ਕੋਈ ਵੀ ਨਾ ਹੋਵੇ।
results-read-counted = ਹਰ ਜ਼ਿਲ੍ਹੇ ਦਾ ਇੱਕ ਅਫ਼ਸਰ ਆਪਣੇ ਕੰਪਿਊਟਰ ਉੱਤੇ ਗਿਣਦਾ ਹੈ। ਸਾਡਾ ਸਰਵਰ ਉਹ ਕਦੇ ਨਹੀਂ ਪੜ੍ਹਦਾ ਜੋ ਲੋਕਾਂ ਨੇ ਸਾਨੂੰ ਦੱਸਿਆ।
results-read-signed = ਹਰ ਸੂਚੀ ਉੱਤੇ ਗਿਣਨ ਵਾਲਿਆਂ ਦੇ ਦਸਤਖ਼ਤ ਹੁੰਦੇ ਹਨ। ਕੋਈ ਪ੍ਰੋਗਰਾਮ ਇਸ ਨੂੰ /api/sheets ਉੱਤੇ ਪਰਖ ਸਕਦਾ ਹੈ।
results-none = ਹਾਲੇ ਦਿਖਾਉਣ ਲਈ ਕੁਝ ਨਹੀਂ ਹੈ।
results-failed = ਅਸੀਂ ਇਹ ਹੁਣ ਨਹੀਂ ਦਿਖਾ ਸਕਦੇ। ਇੱਕ ਮਿੰਟ ਬਾਅਦ ਫਿਰ ਕੋਸ਼ਿਸ਼ ਕਰੋ।
results-small = ਸਾਰੀਆਂ ਗਿਣਤੀਆਂ ਦਿਖਾਉਣ ਲਈ ਬਹੁਤ ਛੋਟੀਆਂ ਹਨ।
results-about = ਇਹ ਕਿਸ ਬਾਰੇ ਸੀ
results-came = ਕੀ ਨਿਕਲਿਆ
results-cases = ਮਾਮਲੇ

result-no_further_action = ਹੁਣ ਹੋਰ ਕੁਝ ਨਹੀਂ ਹੋ ਸਕਦਾ
result-developed = ਹੁਣ ਵੱਧ ਪਤਾ ਹੈ
result-passed_to_partner = ਇੱਕ ਸਾਥੀ ਸੰਸਥਾ ਇਸ ਉੱਤੇ ਕੰਮ ਕਰ ਰਹੀ ਹੈ
result-disrupted = ਇਸ ਨੂੰ ਰੋਕਿਆ ਜਾਂ ਔਖਾ ਕੀਤਾ ਗਿਆ
result-warrant = ਇੱਕ ਇਮਾਰਤ ਦੀ ਤਲਾਸ਼ੀ ਲਈ ਗਈ
result-arrest = ਕਿਸੇ ਨੂੰ ਗ੍ਰਿਫ਼ਤਾਰ ਕੀਤਾ ਗਿਆ
result-seizure = ਨਸ਼ੇ, ਪੈਸੇ ਜਾਂ ਮਾਲ ਜ਼ਬਤ ਕੀਤਾ ਗਿਆ
result-safeguarding_referral = ਕਿਸੇ ਨੂੰ ਸੁਰੱਖਿਅਤ ਰਹਿਣ ਲਈ ਮਦਦ ਮਿਲ ਰਹੀ ਹੈ
result-closure_order = ਇੱਕ ਇਮਾਰਤ ਬੰਦ ਕੀਤੀ ਗਈ
result-civil_action = ਅਦਾਲਤ ਨੇ ਹੁਕਮ ਦਿੱਤਾ
result-diversion = ਕਿਸੇ ਨੂੰ ਜੁਰਮ ਤੋਂ ਨਿਕਲਣ ਵਿੱਚ ਮਦਦ ਦਿੱਤੀ ਗਈ
result-community_reassurance = ਉੱਥੇ ਰਹਿਣ ਵਾਲਿਆਂ ਨੂੰ ਮਿਲਿਆ ਗਿਆ

month-1 = ਜਨਵਰੀ { $year }
month-2 = ਫ਼ਰਵਰੀ { $year }
month-3 = ਮਾਰਚ { $year }
month-4 = ਅਪ੍ਰੈਲ { $year }
month-5 = ਮਈ { $year }
month-6 = ਜੂਨ { $year }
month-7 = ਜੁਲਾਈ { $year }
month-8 = ਅਗਸਤ { $year }
month-9 = ਸਤੰਬਰ { $year }
month-10 = ਅਕਤੂਬਰ { $year }
month-11 = ਨਵੰਬਰ { $year }
month-12 = ਦਸੰਬਰ { $year }
