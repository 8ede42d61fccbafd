# Machine-made translation, awaiting a native reader's check.
# People, vehicles and online accounts: a page each, for several of them. Keys: <thing>-…, <thing>_<detail>-label.
question-people = ਇਸ ਵਿੱਚ ਕੌਣ ਸ਼ਾਮਲ ਹੈ?
person-lead = ਸਿਰਫ਼ ਉਹ ਲਿਖੋ ਜੋ ਤੁਸੀਂ ਜਾਣਦੇ ਹੋ, ਬਾਕੀ ਖ਼ਾਲੀ ਛੱਡ ਦਿਓ। ਆਪਣੇ ਬਾਰੇ ਨਾ ਲਿਖੋ।
person-nth = ਬੰਦਾ { $number }
person-more = ਇਸ ਬੰਦੇ ਬਾਰੇ ਹੋਰ
person-add = ਇੱਕ ਹੋਰ ਬੰਦਾ ਜੋੜੋ
person-remove = ਇਸ ਬੰਦੇ ਨੂੰ ਕੱਢ ਦਿਓ
person-full = ਇੱਥੇ { $count } ਲੋਕਾਂ ਦੀ ਥਾਂ ਹੈ। ਬਾਕੀਆਂ ਬਾਰੇ ਉੱਥੇ ਲਿਖੋ ਜਿੱਥੇ ਤੁਸੀਂ ਦੱਸਦੇ ਹੋ ਕਿ ਕੀ ਹੋਇਆ।
person_name-label = ਨਾਂ
person_nickname-label = ਕੱਚਾ ਨਾਂ
person_address-label = ਉਹ ਕਿੱਥੇ ਰਹਿੰਦੇ ਹਨ, ਜਾਂ ਕਿੱਥੇ ਮਿਲ ਸਕਦੇ ਹਨ
person_role-label = ਉਹ ਇਸ ਵਿੱਚ ਕੀ ਕਰਦੇ ਹਨ
person_role-hint = ਜਿਵੇਂ: ਵੇਚਦੇ ਹਨ, ਗੱਡੀ ਚਲਾਉਂਦੇ ਹਨ, ਪੈਸੇ ਲੈਂਦੇ ਹਨ, ਹੁਕਮ ਦਿੰਦੇ ਹਨ।
person_age-label = ਲਗਭਗ ਕਿੰਨੀ ਉਮਰ
person_build-label = ਕਿੰਨੇ ਲੰਮੇ, ਪਤਲੇ ਜਾਂ ਭਾਰੇ
person_hair-label = ਵਾਲ ਅਤੇ ਦਾੜ੍ਹੀ
person_marks-label = ਦਾਗ਼, ਟੈਟੂ, ਐਨਕ
person_clothing-label = ਕੱਪੜੇ
person_phone-label = ਫ਼ੋਨ ਨੰਬਰ
person_work-label = ਉਹ ਕਿੱਥੇ ਕੰਮ ਕਰਦੇ ਹਨ
person_associates-label = ਉਹ ਅਕਸਰ ਕਿਸ ਨਾਲ ਹੁੰਦੇ ਹਨ

question-vehicles = ਕੀ ਕੋਈ ਕਾਰ, ਵੈਨ ਜਾਂ ਮੋਟਰਸਾਈਕਲ ਹੈ?
vehicle-lead = ਸਿਰਫ਼ ਉਹ ਲਿਖੋ ਜੋ ਤੁਸੀਂ ਜਾਣਦੇ ਹੋ, ਬਾਕੀ ਖ਼ਾਲੀ ਛੱਡ ਦਿਓ। ਆਪਣੀ ਗੱਡੀ ਨਹੀਂ।
vehicle-nth = ਗੱਡੀ { $number }
vehicle-more = ਇਸ ਗੱਡੀ ਬਾਰੇ ਹੋਰ
vehicle-add = ਇੱਕ ਹੋਰ ਗੱਡੀ ਜੋੜੋ
vehicle-remove = ਇਸ ਗੱਡੀ ਨੂੰ ਕੱਢ ਦਿਓ
vehicle-full = ਇੱਥੇ { $count } ਗੱਡੀਆਂ ਦੀ ਥਾਂ ਹੈ। ਬਾਕੀਆਂ ਬਾਰੇ ਉੱਥੇ ਲਿਖੋ ਜਿੱਥੇ ਤੁਸੀਂ ਦੱਸਦੇ ਹੋ ਕਿ ਕੀ ਹੋਇਆ।
vehicle_registration-label = ਨੰਬਰ ਪਲੇਟ, ਜਾਂ ਉਸ ਦਾ ਕੁਝ ਹਿੱਸਾ
vehicle_make-label = ਕੰਪਨੀ
vehicle_make-hint = ਜਿਵੇਂ: ਫੋਰਡ (Ford)।
vehicle_model-label = ਮਾਡਲ
vehicle_colour-label = ਰੰਗ
vehicle_use-label = ਇਹ ਕਿਸ ਕੰਮ ਲਈ ਵਰਤੀ ਜਾਂਦੀ ਹੈ
vehicle_kept-label = ਇਹ ਕਿੱਥੇ ਖੜ੍ਹੀ ਹੁੰਦੀ ਹੈ

question-accounts = ਕੀ ਇੰਟਰਨੈੱਟ ਉੱਤੇ ਕੋਈ ਖਾਤਾ ਜਾਂ ਪੰਨਾ ਹੈ?
account-lead = ਸਿਰਫ਼ ਉਹ ਲਿਖੋ ਜੋ ਤੁਸੀਂ ਜਾਣਦੇ ਹੋ, ਬਾਕੀ ਖ਼ਾਲੀ ਛੱਡ ਦਿਓ। ਆਪਣਾ ਖਾਤਾ ਨਹੀਂ।
account-nth = ਖਾਤਾ { $number }
account-add = ਇੱਕ ਹੋਰ ਖਾਤਾ ਜੋੜੋ
account-remove = ਇਸ ਖਾਤੇ ਨੂੰ ਕੱਢ ਦਿਓ
account-full = ਇੱਥੇ { $count } ਖਾਤਿਆਂ ਦੀ ਥਾਂ ਹੈ। ਬਾਕੀਆਂ ਬਾਰੇ ਉੱਥੇ ਲਿਖੋ ਜਿੱਥੇ ਤੁਸੀਂ ਦੱਸਦੇ ਹੋ ਕਿ ਕੀ ਹੋਇਆ।
account_platform-label = ਵੈੱਬਸਾਈਟ ਜਾਂ ਐਪ
account_username-label = ਖਾਤੇ ਦਾ ਨਾਂ
account_link-label = ਲਿੰਕ

thing-change = ਬਦਲੋ
thing-removed = { $what } ਨੂੰ ਕੱਢ ਦਿੱਤਾ ਗਿਆ।
error-entry-too-long = { $what }: ਇਹ ਬਹੁਤ ਲੰਮਾ ਹੈ। ਇਸ ਨੂੰ ਛੋਟਾ ਕਰੋ
