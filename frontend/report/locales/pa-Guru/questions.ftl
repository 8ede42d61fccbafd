# Machine-made translation, awaiting a native reader's check.
# One page each. Keys: question-<id>, <field>-label, <field>-hint, <field>-<value>.
question-danger = ਕੀ ਇਸ ਵੇਲੇ ਕੋਈ ਖ਼ਤਰੇ ਵਿੱਚ ਹੈ?
danger-hint = ਹੋ ਸਕਦਾ ਹੈ ਕਿਸੇ ਨੂੰ ਸੱਟ ਲੱਗ ਰਹੀ ਹੋਵੇ, ਜਾਂ ਇਸੇ ਘੜੀ ਕੋਈ ਜੁਰਮ ਹੋ ਰਿਹਾ ਹੋਵੇ।
danger-yes = ਹਾਂ
danger-no = ਨਹੀਂ, ਮੈਨੂੰ ਪਤਾ ਨਹੀਂ ਕਿ ਕੋਈ ਹੈ

question-emergency = ਕਿਰਪਾ ਕਰਕੇ ਹੁਣੇ 999 ਉੱਤੇ ਫ਼ੋਨ ਕਰੋ
emergency-lead = ਜੇ ਤੁਸੀਂ ਬਚਾਅ ਨਾਲ ਫ਼ੋਨ ਕਰ ਸਕਦੇ ਹੋ, ਤਾਂ ਹੁਣੇ ਕਰੋ। ਇਸ ਫਾਰਮ ਨਾਲ ਕੋਈ ਤੁਹਾਡੇ ਕੋਲ ਨਹੀਂ ਆਵੇਗਾ।
emergency-silent = ਤੁਸੀਂ ਬੋਲ ਨਹੀਂ ਸਕਦੇ? ਮੋਬਾਈਲ ਫ਼ੋਨ ਤੋਂ 999 ਉੱਤੇ ਫ਼ੋਨ ਕਰੋ, ਲਾਈਨ ਉੱਤੇ ਰਹੋ, ਅਤੇ ਜਦੋਂ ਕਿਹਾ ਜਾਵੇ ਤਾਂ 55 ਦਬਾਓ।
emergency-sms-note = ਇਹ ਸਿਰਫ਼ ਤਾਂ ਚੱਲਦਾ ਹੈ ਜੇ ਤੁਸੀਂ ਪਹਿਲਾਂ ਨਾਂ ਦਰਜ ਕਰਵਾਇਆ ਹੋਵੇ। ਉਸ ਲਈ 999 ਉੱਤੇ “register” ਲਿਖ ਕੇ ਮੈਸੇਜ ਭੇਜੋ।
emergency-textphone-note = ਜੇ ਤੁਸੀਂ ਫ਼ੋਨ ਉੱਤੇ ਸੁਣ ਜਾਂ ਬੋਲ ਨਹੀਂ ਸਕਦੇ।
emergency-bsl = 999 BSL
emergency-bsl-note = ਬਰਤਾਨਵੀ ਇਸ਼ਾਰਿਆਂ ਦੀ ਭਾਸ਼ਾ ਵਿੱਚ ਵੀਡੀਓ ਕਾਲ: ਐਪ “999 BSL”, ਜਾਂ 999bsl.co.uk।
emergency-then = ਫ਼ੋਨ ਕਰਨ ਤੋਂ ਬਾਅਦ, ਜਾਂ ਜੇ ਤੁਸੀਂ ਫ਼ੋਨ ਨਹੀਂ ਕਰ ਸਕਦੇ, ਤੁਸੀਂ ਬਾਕੀ ਗੱਲ ਸਾਨੂੰ ਫਿਰ ਵੀ ਦੱਸ ਸਕਦੇ ਹੋ।
emergency-label = ਕੀ ਤੁਸੀਂ 999 ਉੱਤੇ ਫ਼ੋਨ ਕੀਤਾ ਹੈ?
emergency-called = ਹਾਂ, ਫ਼ੋਨ ਕੀਤਾ ਹੈ
emergency-cannot = ਨਹੀਂ, ਬਚਾਅ ਨਾਲ ਫ਼ੋਨ ਨਹੀਂ ਹੋ ਸਕਦਾ

question-helping = ਕੀ ਤੁਸੀਂ ਆਪਣੇ ਲਈ ਦੱਸ ਰਹੇ ਹੋ, ਜਾਂ ਕਿਸੇ ਹੋਰ ਦੀ ਮਦਦ ਕਰ ਰਹੇ ਹੋ?
helping-hint = ਕਿਰਪਾ ਕਰਕੇ ਨਾ ਆਪਣਾ ਨਾਂ ਲਿਖੋ, ਨਾ ਉਨ੍ਹਾਂ ਦਾ।
helping-self = ਆਪਣੇ ਲਈ
helping-helping = ਕਿਸੇ ਹੋਰ ਦੀ ਮਦਦ ਲਈ
helping-unsaid = ਨਾ ਦੱਸਣਾ ਬਿਹਤਰ ਹੈ

question-about = ਇਹ ਕਿਸ ਬਾਰੇ ਹੈ?
about-hint = ਜੋ ਵੀ ਠੀਕ ਲੱਗੇ, ਸਭ ਚੁਣੋ। ਪੱਕਾ ਨਹੀਂ? “ਮੈਨੂੰ ਪੱਕਾ ਪਤਾ ਨਹੀਂ” ਚੁਣੋ।

question-story = ਕੀ ਹੋਇਆ?
story-hint = ਸਾਨੂੰ ਦੱਸੋ ਕਿ ਤੁਸੀਂ ਕੀ ਦੇਖਿਆ ਜਾਂ ਸੁਣਿਆ, ਕਿਸ ਨੇ ਕੀਤਾ, ਅਤੇ ਕਦੋਂ। ਆਪਣੇ ਸ਼ਬਦਾਂ ਵਿੱਚ, ਕਿਸੇ ਵੀ ਭਾਸ਼ਾ ਵਿੱਚ।
story-careful-title = ਆਪਣੇ ਬਾਰੇ ਨਾ ਲਿਖੋ
story-careful = ਆਪਣਾ ਨਾਂ, ਪਤਾ, ਫ਼ੋਨ ਨੰਬਰ ਜਾਂ ਈਮੇਲ ਨਾ ਲਿਖੋ। “ਮੇਰਾ ਕਜ਼ਨ” ਜਾਂ “ਮੇਰੀ ਖਿੜਕੀ ਤੋਂ” ਵਰਗੇ ਸ਼ਬਦਾਂ ਵਿੱਚ ਧਿਆਨ ਰੱਖੋ। ਉਨ੍ਹਾਂ ਤੋਂ ਪਤਾ ਲੱਗ ਸਕਦਾ ਹੈ ਕਿ ਤੁਸੀਂ ਕੌਣ ਹੋ।
story-room = ਲਗਭਗ { $count } ਹੋਰ ਅੱਖਰਾਂ ਦੀ ਥਾਂ ਹੈ।
story-room-over = ਇਹ ਲਗਭਗ { $count } ਅੱਖਰ ਵੱਧ ਲੰਮਾ ਹੈ।

question-place = ਇਹ ਕਿੱਥੇ ਹੈ?
place-label = ਥਾਂ
place-hint = ਪੋਸਟਕੋਡ, ਸੜਕ, ਦੁਕਾਨ, ਨੇੜੇ ਦੀ ਕੋਈ ਇਮਾਰਤ, ਜਾਂ ਵੈੱਬਸਾਈਟ। ਆਪਣਾ ਪਤਾ ਨਹੀਂ।
# What is said while a place is typed.
place-looks = ਲੱਗਦਾ ਹੈ ਇਹ { $area } ਹੈ। ਤੁਸੀਂ ਇਸ ਨੂੰ ਹੇਠਾਂ ਬਦਲ ਸਕਦੇ ਹੋ।
place-looks-kept = ਲੱਗਦਾ ਹੈ ਇਹ { $area } ਹੈ। ਤੁਸੀਂ ਹੇਠਾਂ ਹੋਰ ਇਲਾਕਾ ਚੁਣਿਆ ਹੈ। ਅਸੀਂ ਤੁਹਾਡਾ ਚੁਣਿਆ ਇਲਾਕਾ ਰੱਖਦੇ ਹਾਂ।
place-outside = ਲੱਗਦਾ ਹੈ ਇਹ ਥਾਂ ਵੈਸਟ ਯੌਰਕਸ਼ਰ ਤੋਂ ਬਾਹਰ ਹੈ। ਤੁਸੀਂ ਫਿਰ ਵੀ ਸਾਨੂੰ ਭੇਜ ਸਕਦੇ ਹੋ।
place-outside-force = ਇਹ { $force } ਦਾ ਇਲਾਕਾ ਹੈ। ਤੁਸੀਂ ਫਿਰ ਵੀ ਸਾਨੂੰ ਭੇਜ ਸਕਦੇ ਹੋ।
place-ask = ਕੀ ਤੁਹਾਡਾ ਮਤਲਬ ਇਨ੍ਹਾਂ ਵਿੱਚੋਂ ਕੋਈ ਥਾਂ ਹੈ? ਜੇ ਨਹੀਂ, ਤਾਂ ਹੇਠਾਂ ਇਲਾਕਾ ਚੁਣੋ।
place-near = { $place } ਦੇ ਨੇੜੇ
district-label = ਇਹ ਕਿਸ ਇਲਾਕੇ ਵਿੱਚ ਹੈ?
district-hint = ਜੋ ਵੀ ਠੀਕ ਲੱਗੇ, ਸਭ ਚੁਣੋ।
district-bradford = ਬ੍ਰੈਡਫੋਰਡ (Bradford)
district-calderdale = ਕੈਲਡਰਡੇਲ (Calderdale)
district-kirklees = ਕਰਕਲੀਜ਼ (Kirklees)
district-leeds = ਲੀਡਜ਼ (Leeds)
district-wakefield = ਵੇਕਫੀਲਡ (Wakefield)
district-outside = ਵੈਸਟ ਯੌਰਕਸ਼ਰ ਤੋਂ ਬਾਹਰ ਕਿਤੇ
district-online = ਸਿਰਫ਼ ਇੰਟਰਨੈੱਟ ਉੱਤੇ
district-unknown = ਮੈਨੂੰ ਪੱਕਾ ਪਤਾ ਨਹੀਂ

question-when = ਇਹ ਕਦੋਂ ਹੁੰਦਾ ਹੈ?
when-label = ਕੀ ਇਹ ਹਾਲੇ ਵੀ ਹੋ ਰਿਹਾ ਹੈ?
when-hint = ਜੋ ਵੀ ਠੀਕ ਲੱਗੇ, ਸਭ ਚੁਣੋ।
when-now = ਹੁਣੇ, ਜਾਂ ਇਨ੍ਹਾਂ ਦਿਨਾਂ ਵਿੱਚ ਹੋ ਰਿਹਾ ਹੈ
when-regularly = ਵਾਰ-ਵਾਰ ਹੁੰਦਾ ਹੈ
when-once = ਇੱਕ ਵਾਰ ਹੋਇਆ
when-planned = ਅੱਗੇ ਹੋਣ ਵਾਲਾ ਹੈ
when-unknown = ਮੈਨੂੰ ਨਹੀਂ ਪਤਾ
times-label = ਕਿਹੜੇ ਦਿਨ ਅਤੇ ਕਿਸ ਵੇਲੇ?
times-hint = ਜਿਵੇਂ: ਬਸੰਤ ਤੋਂ, ਬਹੁਤੇ ਸ਼ੁੱਕਰਵਾਰ ਹਨੇਰਾ ਹੋਣ ਤੋਂ ਬਾਅਦ। ਜੇ ਪੱਕਾ ਸਮਾਂ ਸਿਰਫ਼ ਤੁਸੀਂ ਹੀ ਜਾਣ ਸਕਦੇ ਹੋ, ਤਾਂ ਉਹ ਨਾ ਲਿਖੋ।

question-drugs = ਤੁਸੀਂ ਨਸ਼ਿਆਂ ਬਾਰੇ ਕੀ ਜਾਣਦੇ ਹੋ?
drugs_kind-label = ਕਿਹੜੇ ਨਸ਼ੇ ਹਨ?
drugs_kind-hint = ਉਨ੍ਹਾਂ ਦਾ ਜੋ ਵੀ ਨਾਂ ਤੁਸੀਂ ਜਾਣਦੇ ਹੋ।
drugs_sold-label = ਉਹ ਕਿਵੇਂ ਵੇਚੇ ਜਾਂਦੇ ਹਨ?
drugs_sold-hint = ਜੋ ਵੀ ਠੀਕ ਲੱਗੇ, ਸਭ ਚੁਣੋ।
drugs_sold-home = ਕਿਸੇ ਘਰ ਤੋਂ
drugs_sold-street = ਸੜਕ, ਪਾਰਕ ਜਾਂ ਗਲੀ ਵਿੱਚ
drugs_sold-vehicle = ਕਾਰ, ਸਾਈਕਲ ਜਾਂ ਸਕੂਟਰ ਤੋਂ
drugs_sold-shop = ਦੁਕਾਨ ਜਾਂ ਹੋਰ ਕਾਰੋਬਾਰ ਤੋਂ
drugs_sold-phone = ਫ਼ੋਨ ਉੱਤੇ ਜਾਂ ਕਿਸੇ ਐਪ ਵਿੱਚ
drugs_sold-unknown = ਮੈਨੂੰ ਨਹੀਂ ਪਤਾ
drugs_kept-label = ਉਹ ਕਿੱਥੇ ਰੱਖੇ ਜਾਂਦੇ ਹਨ?
drugs_kept-hint = ਘਰ, ਸ਼ੈੱਡ, ਕਾਰ ਜਾਂ ਝਾੜੀ। ਜੇ ਪੱਕੀ ਥਾਂ ਸਿਰਫ਼ ਤੁਸੀਂ ਹੀ ਜਾਣ ਸਕਦੇ ਹੋ, ਤਾਂ ਉਹ ਨਾ ਲਿਖੋ।
drugs_line-label = ਖ਼ਰੀਦਣ ਵਾਲੇ ਕਿਹੜਾ ਫ਼ੋਨ ਨੰਬਰ ਜਾਂ ਨਾਂ ਵਰਤਦੇ ਹਨ?
drugs_line-hint = ਕੁਝ ਵੇਚਣ ਵਾਲੇ ਆਪਣੇ ਫ਼ੋਨ ਨੂੰ ਇੱਕ ਨਾਂ ਦਿੰਦੇ ਹਨ।

question-weapons = ਤੁਸੀਂ ਹਥਿਆਰਾਂ ਬਾਰੇ ਕੀ ਜਾਣਦੇ ਹੋ?
weapon_kind-label = ਉਹ ਕਿਸ ਕਿਸਮ ਦੇ ਹਨ?
weapon_kind-hint = ਜੋ ਵੀ ਠੀਕ ਲੱਗੇ, ਸਭ ਚੁਣੋ।
weapon_kind-gun = ਬੰਦੂਕ
weapon_kind-blade = ਚਾਕੂ ਜਾਂ ਹੋਰ ਤਿੱਖੀ ਧਾਰ ਵਾਲੀ ਚੀਜ਼
weapon_kind-other = ਕੁਝ ਹੋਰ
weapon_kind-unknown = ਮੈਨੂੰ ਨਹੀਂ ਪਤਾ
weapon_kept-label = ਉਹ ਕਿੱਥੇ ਰੱਖੇ ਜਾਂਦੇ ਹਨ?
weapon_kept-hint = ਘਰ, ਕਾਰ ਜਾਂ ਝਾੜੀ। ਜੇ ਪੱਕੀ ਥਾਂ ਸਿਰਫ਼ ਤੁਸੀਂ ਹੀ ਜਾਣ ਸਕਦੇ ਹੋ, ਤਾਂ ਉਹ ਨਾ ਲਿਖੋ।
weapon_who-label = ਉਹ ਕਿਸ ਕੋਲ ਹੁੰਦੇ ਹਨ?
weapon_who-hint = ਨਾਂ, ਕੱਚਾ ਨਾਂ, ਜਾਂ ਉਹ ਕਿਹੋ ਜਿਹੇ ਦਿਸਦੇ ਹਨ।

question-risk = ਕੌਣ ਖ਼ਤਰੇ ਵਿੱਚ ਹੈ?
risk_who-label = ਉਹ ਕੌਣ ਹਨ?
risk_who-hint = ਜੋ ਵੀ ਠੀਕ ਲੱਗੇ, ਸਭ ਚੁਣੋ।
risk_who-child = ਬੱਚੇ ਜਾਂ 18 ਸਾਲ ਤੋਂ ਘੱਟ ਉਮਰ ਦੇ ਲੋਕ
risk_who-adult = ਵੱਡੇ
risk_who-unknown = ਮੈਨੂੰ ਨਹੀਂ ਪਤਾ
risk_count-label = ਕਿੰਨੇ ਲੋਕ ਖ਼ਤਰੇ ਵਿੱਚ ਹਨ?
risk_count-one = ਇੱਕ
risk_count-few = ਦੋ ਤੋਂ ਪੰਜ
risk_count-many = ਪੰਜ ਤੋਂ ਵੱਧ
risk_count-unknown = ਮੈਨੂੰ ਨਹੀਂ ਪਤਾ
risk_needs-label = ਕੀ ਉਨ੍ਹਾਂ ਨੂੰ ਸੱਟ ਲੱਗੀ ਹੈ, ਜਾਂ ਕਿਸੇ ਚੀਜ਼ ਦੀ ਲੋੜ ਹੈ?
risk_needs-hint = ਜਿਵੇਂ: ਜ਼ਖ਼ਮੀ, ਬਿਮਾਰ, ਭੁੱਖੇ, ਤਾਲੇ ਵਿੱਚ ਬੰਦ, ਜਾਂ ਹੋਰ ਭਾਸ਼ਾ ਬੋਲਦੇ ਹਨ।

question-premises = ਕੀ ਇਮਾਰਤ ਵਿੱਚ ਇਨ੍ਹਾਂ ਵਿੱਚੋਂ ਕੁਝ ਹੈ?
premises-hint = ਇਸ ਨਾਲ ਉੱਥੇ ਜਾਣ ਵਾਲਿਆਂ ਨੂੰ ਸਭ ਨੂੰ ਬਚਾ ਕੇ ਰੱਖਣ ਵਿੱਚ ਮਦਦ ਮਿਲਦੀ ਹੈ। ਜੋ ਵੀ ਠੀਕ ਲੱਗੇ, ਸਭ ਚੁਣੋ।
premises-dogs = ਕੁੱਤੇ
premises-children = ਬੱਚੇ
premises-doors = ਬਹੁਤ ਮਜ਼ਬੂਤ ਜਾਂ ਬੰਦ ਕੀਤੇ ਦਰਵਾਜ਼ੇ ਅਤੇ ਖਿੜਕੀਆਂ
premises-cameras = ਕੈਮਰੇ
premises-unknown = ਮੈਨੂੰ ਨਹੀਂ ਪਤਾ

question-knows = ਤੁਹਾਨੂੰ ਇਸ ਦਾ ਕਿਵੇਂ ਪਤਾ ਹੈ?
knows-label = ਤੁਹਾਨੂੰ ਕਿਵੇਂ ਪਤਾ ਹੈ
knows-hint = ਇਸ ਨਾਲ ਸਾਨੂੰ ਸਮਝਣ ਵਿੱਚ ਮਦਦ ਮਿਲਦੀ ਹੈ। ਦੱਸਣਾ ਜ਼ਰੂਰੀ ਨਹੀਂ।
knows-saw = ਮੈਂ ਆਪ ਦੇਖਿਆ ਜਾਂ ਸੁਣਿਆ
knows-told = ਕਿਸੇ ਨੇ ਮੈਨੂੰ ਦੱਸਿਆ
knows-online = ਮੈਂ ਇੰਟਰਨੈੱਟ ਉੱਤੇ ਦੇਖਿਆ
knows-unsaid = ਨਾ ਦੱਸਣਾ ਬਿਹਤਰ ਹੈ
others-label = ਹੋਰ ਕੌਣ ਇਹ ਜਾਣ ਸਕਦਾ ਹੈ?
others-hint = ਇਸ ਤੋਂ ਸਾਨੂੰ ਪਤਾ ਲੱਗਦਾ ਹੈ ਕਿ ਅੱਗੇ ਦੱਸਣ ਵੇਲੇ ਕਿੰਨਾ ਧਿਆਨ ਰੱਖੀਏ। ਜੇ ਘੱਟ ਲੋਕ ਇਹ ਜਾਣਦੇ ਹਨ, ਤਾਂ ਗੱਲ ਤੁਹਾਡੇ ਵੱਲ ਇਸ਼ਾਰਾ ਕਰ ਸਕਦੀ ਹੈ।
others-only-me = ਸਿਰਫ਼ ਮੈਂ
others-few = ਕੁਝ ਲੋਕ
others-many = ਬਹੁਤ ਸਾਰੇ ਲੋਕ
others-unknown = ਮੈਨੂੰ ਨਹੀਂ ਪਤਾ
