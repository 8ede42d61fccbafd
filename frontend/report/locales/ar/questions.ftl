# Machine-made translation, awaiting a native reader's check.
# One page each. Keys: question-<id>, <field>-label, <field>-hint, <field>-<value>.
question-danger = هل أحد في خطر الآن؟
danger-hint = قد يتأذى أحد، أو قد تكون جريمة تحدث في هذه اللحظة.
danger-yes = نعم
danger-no = لا، حسب ما أعرف

question-emergency = اتصل الآن بالرقم 999 من فضلك
emergency-lead = إذا كنت تستطيع الاتصال بأمان، فاتصل الآن. هذا النموذج لا يُحضر أحدًا إليك.
emergency-silent = لا تستطيع الكلام؟ اتصل بالرقم 999 من هاتف محمول، وابقَ على الخط، واضغط 55 عندما يُطلب منك ذلك.
emergency-sms-note = هذا يعمل فقط إذا سجّلت من قبل. لتسجّل، أرسل كلمة «register» في رسالة نصية إلى 999.
emergency-textphone-note = إذا كنت لا تستطيع السمع أو الكلام في الهاتف.
emergency-bsl = { "\u2066" }999 BSL{ "\u2069" }
emergency-bsl-note = مكالمة فيديو بلغة الإشارة البريطانية: تطبيق «{ "\u2066" }999 BSL{ "\u2069" }»، أو { "\u2066" }999bsl.co.uk{ "\u2069" }.
emergency-then = بعد أن تتصل، أو إذا كنت لا تستطيع الاتصال، يمكنك أن تخبرنا بالباقي.
emergency-label = هل اتصلت بالرقم 999؟
emergency-called = نعم، اتصلت
emergency-cannot = لا، لا أستطيع الاتصال بأمان

question-helping = هل تخبرنا أنت بما تعرفه، أم تساعد شخصًا آخر ليخبرنا؟
helping-hint = لا تكتب اسمك أو اسمه من فضلك.
helping-self = أنا أخبركم بما أعرفه
helping-helping = أساعد شخصًا آخر
helping-unsaid = أفضّل ألا أقول

question-about = ما الموضوع؟
about-hint = اختر كل ما يناسب. لا تعرف بالضبط؟ اختر «لست متأكدًا».

question-story = ماذا حدث؟
story-hint = أخبرنا بما رأيت أو سمعت، ومن فعله، ومتى. اكتب بكلماتك، وبأي لغة.
story-careful-title = لا تكتب ما يدل عليك
story-careful = لا تكتب اسمك أو عنوانك أو رقم هاتفك أو بريدك الإلكتروني. انتبه إلى كلمات مثل «ابن عمي» أو «من نافذتي». قد تدل عليك.
story-room = بقي مكان لحروف أخرى عددها نحو { $count }.
story-room-over = هذا طويل جدًا. الحروف الزائدة نحو { $count }.

question-place = أين هذا؟
place-label = مكان
place-hint = رمز بريدي أو شارع أو محل أو مبنى قريب أو موقع على الإنترنت. لا تكتب عنوانك أنت.
# What is said while a place is typed.
place-looks = يبدو أن هذا في { $area }. يمكنك تغييره في الأسفل.
place-looks-kept = يبدو أن هذا في { $area }. أنت اخترت منطقة أخرى في الأسفل. نُبقي ما اخترته.
place-outside = يبدو أن هذا المكان خارج West Yorkshire. يمكنك أن ترسله إلينا مع ذلك.
place-outside-force = هذا في منطقة { $force }. يمكنك أن ترسله إلينا مع ذلك.
place-ask = هل تقصد أحد هذه الأماكن؟ إن لم يكن كذلك، فاختر المنطقة في الأسفل.
place-near = قرب { $place }
district-label = في أي منطقة هذا؟
district-hint = اختر كل ما يناسب.
district-bradford = برادفورد (Bradford)
district-calderdale = كالدرديل (Calderdale)
district-kirklees = كيركليز (Kirklees)
district-leeds = ليدز (Leeds)
district-wakefield = ويكفيلد (Wakefield)
district-online = على الإنترنت فقط
district-outside = في مكان خارج West Yorkshire
district-unknown = لست متأكدًا

question-when = متى يحدث هذا؟
when-label = هل ما زال يحدث؟
when-hint = اختر كل ما يناسب.
when-now = يحدث الآن، أو في هذه الأيام
when-regularly = يحدث مرة بعد مرة
when-once = حدث مرة واحدة
when-planned = سوف يحدث
when-unknown = لا أعرف
times-label = في أي أيام وأوقات؟
times-hint = مثلًا: أكثر أيام الجمعة بعد المغرب، منذ الربيع. إذا كنت أنت وحدك من يمكن أن يعرف الوقت بالضبط، فلا تكتبه.

question-drugs = ماذا تعرف عن المخدرات؟
drugs_kind-label = أي مخدرات هي؟
drugs_kind-hint = أي اسم تعرفه لها.
drugs_sold-label = كيف تباع؟
drugs_sold-hint = اختر كل ما يناسب.
drugs_sold-home = من بيت
drugs_sold-street = في الشارع أو حديقة أو زقاق
drugs_sold-vehicle = من سيارة أو دراجة أو سكوتر
drugs_sold-shop = من محل أو مكان عمل آخر
drugs_sold-phone = بالهاتف أو في تطبيق
drugs_sold-unknown = لا أعرف
drugs_kept-label = أين يحفظونها؟
drugs_kept-hint = بيت أو كوخ أو سيارة أو بين الأشجار. إذا كنت أنت وحدك من يمكن أن يعرف المكان بالضبط، فلا تكتبه.
drugs_line-label = أي رقم هاتف أو اسم يستعمله المشترون؟
drugs_line-hint = بعض البائعين يعطون هاتفهم اسمًا.

question-weapons = ماذا تعرف عن الأسلحة؟
weapon_kind-label = ما نوعها؟
weapon_kind-hint = اختر كل ما يناسب.
weapon_kind-gun = سلاح ناري
weapon_kind-blade = سكين أو سلاح حاد آخر
weapon_kind-other = شيء آخر
weapon_kind-unknown = لا أعرف
weapon_kept-label = أين يحفظونها؟
weapon_kept-hint = بيت أو سيارة أو بين الأشجار. إذا كنت أنت وحدك من يمكن أن يعرف المكان بالضبط، فلا تكتبه.
weapon_who-label = من يحملها؟
weapon_who-hint = اسم أو لقب أو شكله.

question-risk = من في خطر؟
risk_who-label = من هم؟
risk_who-hint = اختر كل ما يناسب.
risk_who-child = أطفال أو صغار تحت 18 سنة
risk_who-adult = كبار
risk_who-unknown = لا أعرف
risk_count-label = كم شخصًا في خطر؟
risk_count-one = واحد
risk_count-few = من اثنين إلى خمسة
risk_count-many = أكثر من خمسة
risk_count-unknown = لا أعرف
risk_needs-label = هل هم مصابون، أو يحتاجون إلى شيء؟
risk_needs-hint = مثلًا: مجروح، مريض، جائع، محبوس، أو يتكلم لغة أخرى.

question-premises = هل في المبنى شيء من هذا؟
premises-hint = هذا يساعد من يذهب إلى هناك على حماية الجميع. اختر كل ما يناسب.
premises-dogs = كلاب
premises-children = أطفال
premises-doors = أبواب أو نوافذ مقوّاة جدًا أو مسدودة
premises-cameras = كاميرات
premises-unknown = لا أعرف

question-knows = كيف تعرف هذا؟
knows-label = كيف عرفت
knows-hint = هذا يساعدنا على الفهم. ليس من الضروري أن تقول.
knows-saw = رأيته أو سمعته بنفسي
knows-told = أخبرني به شخص
knows-online = رأيته على الإنترنت
knows-unsaid = أفضّل ألا أقول
others-label = من غيرك قد يعرف هذا؟
others-hint = هذا يقول لنا كم نحذر فيما ننقله. إذا كان من يعرفه قليلين، فقد يدل عليك.
others-only-me = أنا فقط
others-few = ناس قليلون
others-many = ناس كثيرون
others-unknown = لا أعرف
