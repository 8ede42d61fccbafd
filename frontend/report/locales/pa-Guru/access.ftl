# Machine-made translation, awaiting a native reader's check.
# Who can use these pages, and how: the accessibility statement.
access-title = ਸਭ ਲਈ ਫਾਰਮ
access-lead = ਇਹ ਪੰਨਾ ਦੱਸਦਾ ਹੈ ਕਿ ਤੁਸੀਂ ਇਹ ਫਾਰਮ ਕਿਵੇਂ ਵਰਤ ਸਕਦੇ ਹੋ, ਕੀ ਪਰਖਿਆ ਗਿਆ, ਅਤੇ ਕੀ ਹਾਲੇ ਨਹੀਂ ਚੱਲਦਾ।
access-can-title = ਤੁਸੀਂ ਕੀ ਕਰ ਸਕਦੇ ਹੋ
access-can-zoom = ਪੰਨੇ ਨੂੰ ਚਾਰ ਗੁਣਾ ਵੱਡਾ ਕਰੋ। ਕੁਝ ਕੱਟਿਆ ਨਹੀਂ ਜਾਂਦਾ।
access-can-keys = ਇਸ ਨੂੰ ਸਿਰਫ਼ ਕੀਬੋਰਡ ਨਾਲ ਵਰਤੋ।
access-can-read = ਇਸ ਨੂੰ ਸਕ੍ਰੀਨ ਰੀਡਰ ਤੋਂ ਸੁਣੋ।
access-can-contrast = ਇਸ ਨੂੰ ਧੁੱਪ ਵਿੱਚ ਅਤੇ ਹਨੇਰੇ ਵਿੱਚ ਪੜ੍ਹੋ। ਅੱਖਰਾਂ ਦਾ ਫ਼ਰਕ ਘੱਟੋ-ਘੱਟ 7 ਅਤੇ 1 ਦਾ ਹੈ।
access-can-scripts = ਇਸ ਨੂੰ ਸਕ੍ਰਿਪਟਾਂ ਤੋਂ ਬਿਨਾਂ ਵਰਤੋ।
access-other-title = ਕਿਸੇ ਹੋਰ ਰੂਪ ਵਿੱਚ
access-tested-title = ਕੀ ਪਰਖਿਆ ਗਿਆ
access-tested-rules = ਇੱਕ ਪ੍ਰੋਗਰਾਮ (axe-core) ਹਰ ਭਾਸ਼ਾ ਵਿੱਚ ਪੰਨਿਆਂ ਨੂੰ WCAG 2.2 ਦੇ ਨਿਯਮਾਂ ਨਾਲ ਦੇਖਦਾ ਹੈ (AA, ਅਤੇ ਅੱਖਰਾਂ ਦੇ ਫ਼ਰਕ ਲਈ AAA)। ਉਸ ਨੂੰ ਕੁਝ ਗ਼ਲਤ ਨਹੀਂ ਲੱਭਦਾ।
access-tested-sizes = ਪੰਨੇ 320 ਅਤੇ 1280 ਬਿੰਦੀਆਂ ਦੀਆਂ ਸਕ੍ਰੀਨਾਂ ਉੱਤੇ, ਅਤੇ ਕੀਬੋਰਡ ਨਾਲ ਪਰਖੇ ਜਾਂਦੇ ਹਨ।
access-tested-not = ਹਾਲੇ ਕਿਸੇ ਅਜਿਹੇ ਬੰਦੇ ਨੇ ਇਹ ਨਹੀਂ ਪਰਖਿਆ ਜਿਸ ਨੂੰ ਅਜਿਹੀ ਮਦਦ ਚਾਹੀਦੀ ਹੈ, ਅਤੇ ਨਾ ਬਾਹਰੋਂ ਕਿਸੇ ਨੇ।
access-known-title = ਕੀ ਹਾਲੇ ਨਹੀਂ ਚੱਲਦਾ
access-known-bsl = ਬਰਤਾਨਵੀ ਇਸ਼ਾਰਿਆਂ ਦੀ ਭਾਸ਼ਾ ਵਿੱਚ ਵੀਡੀਓ ਨਹੀਂ ਹਨ।
access-known-braille = ਬ੍ਰੇਲ ਨਹੀਂ ਹੈ।
access-known-languages = ਇਨ੍ਹਾਂ ਭਾਸ਼ਾਵਾਂ ਦਾ ਅਨੁਵਾਦ ਕੰਪਿਊਟਰ ਨੇ ਕੀਤਾ ਹੈ, ਅਤੇ ਇਹ ਭਾਸ਼ਾ ਬੋਲਣ ਵਾਲੇ ਕਿਸੇ ਨੇ ਹਾਲੇ ਨਹੀਂ ਜਾਂਚਿਆ: { $languages }।
access-known-tab = ਟੈਬ ਵਿੱਚ ਹਰ ਪੰਨੇ ਦਾ ਨਾਂ ਇੱਕੋ ਹੈ, ਤਾਂ ਜੋ ਕੋਈ ਉਸ ਤੋਂ ਨਾ ਦੇਖੇ ਕਿ ਪੰਨਾ ਕਿਸ ਬਾਰੇ ਹੈ।
access-tell-title = ਸਾਨੂੰ ਦੱਸੋ
access-tell = ਕੀ ਕੋਈ ਚੀਜ਼ ਤੁਹਾਡੇ ਰਾਹ ਵਿੱਚ ਆਉਂਦੀ ਹੈ? ਸਾਨੂੰ ਇੱਥੇ ਦੱਸੋ:
access-tell-unset = ਕੀ ਕੋਈ ਚੀਜ਼ ਤੁਹਾਡੇ ਰਾਹ ਵਿੱਚ ਆਉਂਦੀ ਹੈ? ਹਾਲੇ ਇੱਥੇ ਕੋਈ ਪਤਾ ਨਹੀਂ ਦਿੱਤਾ ਗਿਆ। ਤੁਸੀਂ 101 ਉੱਤੇ ਪੁਲਿਸ ਨੂੰ ਫ਼ੋਨ ਕਰ ਸਕਦੇ ਹੋ, ਜਾਂ ਦੱਸਣ ਦਾ ਕੋਈ ਹੋਰ ਤਰੀਕਾ ਵਰਤ ਸਕਦੇ ਹੋ।
access-tell-further = ਜੇ ਸਾਡੇ ਜਵਾਬ ਨਾਲ ਮਦਦ ਨਾ ਮਿਲੇ, ਤਾਂ Equality Advisory and Support Service (ਬਰਾਬਰੀ ਬਾਰੇ ਸਲਾਹ ਦੇਣ ਵਾਲੀ ਸੇਵਾ) ਮਦਦ ਕਰ ਸਕਦੀ ਹੈ: equalityadvisoryservice.com।
