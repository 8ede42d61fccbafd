# Machine-made translation, awaiting a native reader's check.
# The same in the fewest words: one idea a line.
easy-title = ਸੌਖੇ ਸ਼ਬਦਾਂ ਵਿੱਚ
easy-lead = ਸਾਨੂੰ ਜੁਰਮ ਬਾਰੇ ਕਿਵੇਂ ਦੱਸੀਏ।
easy-danger = ਕੀ ਕੋਈ ਹੁਣ ਖ਼ਤਰੇ ਵਿੱਚ ਹੈ? 999 ਉੱਤੇ ਫ਼ੋਨ ਕਰੋ।
easy-tell = ਤੁਸੀਂ ਇੱਥੇ ਸਾਨੂੰ ਜੁਰਮ ਬਾਰੇ ਦੱਸ ਸਕਦੇ ਹੋ।
easy-no-name = ਤੁਸੀਂ ਇਹ ਨਹੀਂ ਦੱਸਦੇ ਕਿ ਤੁਸੀਂ ਕੌਣ ਹੋ।
easy-sealed = ਤੁਹਾਡੇ ਸ਼ਬਦ ਤਾਲੇ ਵਾਲੇ ਡੱਬੇ ਵਿੱਚ ਜਾਂਦੇ ਹਨ।
easy-officers = ਸਿਰਫ਼ ਕੁਝ ਪੁਲਿਸ ਅਫ਼ਸਰ ਇਹ ਡੱਬਾ ਖੋਲ੍ਹ ਸਕਦੇ ਹਨ।
easy-care = ਆਪਣਾ ਨਾਂ ਨਾ ਲਿਖੋ। ਆਪਣਾ ਪਤਾ ਨਾ ਲਿਖੋ।
easy-skip = ਤੁਸੀਂ ਬਹੁਤੇ ਸਵਾਲ ਛੱਡ ਸਕਦੇ ਹੋ।
easy-language = ਤੁਸੀਂ ਕਿਸੇ ਵੀ ਭਾਸ਼ਾ ਵਿੱਚ ਲਿਖ ਸਕਦੇ ਹੋ।
easy-help = ਜਿਸ ਉੱਤੇ ਤੁਹਾਨੂੰ ਭਰੋਸਾ ਹੈ, ਉਹ ਤੁਹਾਡੀ ਮਦਦ ਕਰ ਸਕਦਾ ਹੈ।
easy-leave = ਤੁਸੀਂ ਛੇਤੀ ਨਿਕਲ ਸਕਦੇ ਹੋ। “ਇਹ ਪੰਨਾ ਛੱਡੋ” ਚੁਣੋ।
easy-history = ਤੁਹਾਡਾ ਫ਼ੋਨ ਯਾਦ ਰੱਖ ਸਕਦਾ ਹੈ ਕਿ ਤੁਸੀਂ ਇੱਥੇ ਆਏ ਸੀ।
easy-instead = ਤੁਸੀਂ ਫ਼ੋਨ ਵੀ ਕਰ ਸਕਦੇ ਹੋ।
