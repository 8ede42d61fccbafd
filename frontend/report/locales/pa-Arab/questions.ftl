# Machine-made translation, awaiting a native reader's check.
# One page each. Keys: question-<id>, <field>-label, <field>-hint, <field>-<value>.
question-danger = کیہ ایس ویلے کوئی خطرے وچ اے؟
danger-hint = ہو سکدا اے کسے نوں سٹ لگ رہی ہووے، یا ایسے گھڑی کوئی جرم ہو رہیا ہووے۔
danger-yes = ہاں
danger-no = نہیں، میرے علم وچ نہیں

question-emergency = مہربانی کر کے ہنے 999 اُتے فون کرو
emergency-lead = جے تسیں حفاظت نال فون کر سکدے او، تے ہنے کرو۔ ایس فارم نال کوئی تہاڈے کول نہیں آوے گا۔
emergency-silent = تسیں بول نہیں سکدے؟ موبائل فون توں 999 اُتے فون کرو، لائن اُتے رہو، تے جدوں کہیا جاوے تے 55 دباؤ۔
emergency-sms-note = ایہہ صرف تاں چلدا اے جے تسیں پہلاں ناں درج کروایا ہووے۔ اوہدے لئی 999 اُتے ”register“ لکھ کے میسج بھیجو۔
emergency-textphone-note = جے تسیں فون اُتے سن یا بول نہیں سکدے۔
emergency-bsl = { "\u2066" }999 BSL{ "\u2069" }
emergency-bsl-note = برطانوی اشاریاں دی بولی وچ ویڈیو کال: ایپ ”{ "\u2066" }999 BSL{ "\u2069" }“، یا { "\u2066" }999bsl.co.uk{ "\u2069" }۔
emergency-then = فون کرن توں بعد، یا جے تسیں فون نہیں کر سکدے، تسیں باقی گل سانوں فیر وی دس سکدے او۔
emergency-label = کیہ تسیں 999 اُتے فون کیتا اے؟
emergency-called = ہاں، فون کیتا اے
emergency-cannot = نہیں، حفاظت نال فون نہیں ہو سکدا

question-helping = کیہ تسیں اپنے لئی دس رہے او، یا کسے ہور دی مدد کر رہے او؟
helping-hint = مہربانی کر کے نہ اپنا ناں لکھو، نہ اوہناں دا۔
helping-self = اپنے لئی
helping-helping = کسے ہور دی مدد لئی
helping-unsaid = نہ دسنا بہتر اے

question-about = ایہہ کس بارے اے؟
about-hint = جو وی ٹھیک لگے، سبھ چنو۔ پکا نہیں؟ ”مینوں پکا پتا نہیں“ چنو۔

question-story = کیہ ہویا؟
story-hint = سانوں دسو کہ تسیں کیہ ویکھیا یا سنیا، کس نے کیتا، تے کدوں۔ اپنے لفظاں وچ، کسے وی بولی وچ۔
story-careful-title = اپنے بارے نہ لکھو
story-careful = اپنا ناں، پتا، فون نمبر یا ای میل نہ لکھو۔ ”میرا کزن“ یا ”میری کھڑکی توں“ ورگے لفظاں وچ دھیان رکھو۔ اوہناں توں پتا لگ سکدا اے کہ تسیں کون او۔
story-room = تقریباً { $count } ہور اکھراں دی تھاں اے۔
story-room-over = ایہہ تقریباً { $count } اکھر ودھ لما اے۔

question-place = ایہہ کتھے اے؟
place-label = تھاں
place-hint = پوسٹ کوڈ، سڑک، دکان، نیڑے دی کوئی عمارت، یا ویب سائٹ۔ اپنا پتا نہیں۔
# What is said while a place is typed.
place-looks = لگدا اے ایہہ { $area } اے۔ تسیں ایہنوں تھلے بدل سکدے او۔
place-looks-kept = لگدا اے ایہہ { $area } اے۔ تسیں تھلے ہور علاقہ چنیا اے۔ اسیں تہاڈا چنیا علاقہ رکھدے آں۔
place-outside = لگدا اے ایہہ تھاں ویسٹ یارکشائر توں باہر اے۔ تسیں فیر وی سانوں بھیج سکدے او۔
place-outside-force = ایہہ { $force } دا علاقہ اے۔ تسیں فیر وی سانوں بھیج سکدے او۔
place-ask = کیہ تہاڈا مطلب ایہناں وچوں کوئی تھاں اے؟ جے نہیں، تے تھلے علاقہ چنو۔
place-near = { $place } دے نیڑے
district-label = ایہہ کس علاقے وچ اے؟
district-hint = جو وی ٹھیک لگے، سبھ چنو۔
district-bradford = بریڈفورڈ (Bradford)
district-calderdale = کالڈرڈیل (Calderdale)
district-kirklees = کرکلیز (Kirklees)
district-leeds = لیڈز (Leeds)
district-wakefield = ویکفیلڈ (Wakefield)
district-outside = ویسٹ یارکشائر توں باہر کدھرے
district-online = صرف انٹرنیٹ اُتے
district-unknown = مینوں پکا پتا نہیں

question-when = ایہہ کدوں ہوندا اے؟
when-label = کیہ ایہہ حالے وی ہو رہیا اے؟
when-hint = جو وی ٹھیک لگے، سبھ چنو۔
when-now = ہنے، یا ایہناں دناں وچ ہو رہیا اے
when-regularly = مڑ مڑ ہوندا اے
when-once = اک وار ہویا
when-planned = اگے ہون والا اے
when-unknown = مینوں نہیں پتا
times-label = کیہڑے دن تے کس ویلے؟
times-hint = جیویں: بہار توں، بہتے جمعے نوں ہنیرا ہون توں بعد۔ جے ٹھیک ویلا صرف تسیں ای جان سکدے او، تے اوہ نہ لکھو۔

question-drugs = تسیں نشیاں بارے کیہ جاندے او؟
drugs_kind-label = کیہڑے نشے نیں؟
drugs_kind-hint = اوہناں دا جو وی ناں تسیں جاندے او۔
drugs_sold-label = اوہ کیویں ویچے جاندے نیں؟
drugs_sold-hint = جو وی ٹھیک لگے، سبھ چنو۔
drugs_sold-home = کسے گھر توں
drugs_sold-street = سڑک، پارک یا گلی وچ
drugs_sold-vehicle = کار، سائیکل یا سکوٹر توں
drugs_sold-shop = دکان یا ہور کاروبار توں
drugs_sold-phone = فون اُتے یا کسے ایپ وچ
drugs_sold-unknown = مینوں نہیں پتا
drugs_kept-label = اوہ کتھے رکھے جاندے نیں؟
drugs_kept-hint = گھر، شیڈ، کار یا جھاڑی۔ جے ٹھیک تھاں صرف تسیں ای جان سکدے او، تے اوہ نہ لکھو۔
drugs_line-label = خریدن والے کیہڑا فون نمبر یا ناں ورتدے نیں؟
drugs_line-hint = کجھ ویچن والے اپنے فون نوں اک ناں دیندے نیں۔

question-weapons = تسیں ہتھیاراں بارے کیہ جاندے او؟
weapon_kind-label = اوہ کس قسم دے نیں؟
weapon_kind-hint = جو وی ٹھیک لگے، سبھ چنو۔
weapon_kind-gun = بندوق
weapon_kind-blade = چاقو یا ہور تیز دھار چیز
weapon_kind-other = کجھ ہور
weapon_kind-unknown = مینوں نہیں پتا
weapon_kept-label = اوہ کتھے رکھے جاندے نیں؟
weapon_kept-hint = گھر، کار یا جھاڑی۔ جے ٹھیک تھاں صرف تسیں ای جان سکدے او، تے اوہ نہ لکھو۔
weapon_who-label = اوہ کس کول ہوندے نیں؟
weapon_who-hint = ناں، نک نیم، یا اوہ کیہو جیہے دسدے نیں۔

question-risk = کون خطرے وچ اے؟
risk_who-label = اوہ کون نیں؟
risk_who-hint = جو وی ٹھیک لگے، سبھ چنو۔
risk_who-child = بچے یا 18 سال توں گھٹ عمر دے لوک
risk_who-adult = وڈے
risk_who-unknown = مینوں نہیں پتا
risk_count-label = کنے لوک خطرے وچ نیں؟
risk_count-one = اک
risk_count-few = دو توں پنج
risk_count-many = پنج توں ودھ
risk_count-unknown = مینوں نہیں پتا
risk_needs-label = کیہ اوہناں نوں سٹ لگی اے، یا کسے چیز دی لوڑ اے؟
risk_needs-hint = جیویں: زخمی، بیمار، بھکھے، تالے وچ بند، یا ہور بولی بولدے نیں۔

question-premises = کیہ عمارت وچ ایہناں وچوں کجھ اے؟
premises-hint = ایس نال اوتھے جان والیاں نوں سبھ نوں بچا کے رکھن وچ مدد ملدی اے۔ جو وی ٹھیک لگے، سبھ چنو۔
premises-dogs = کتے
premises-children = بچے
premises-doors = بہت پکے یا بند کیتے بوہے تے کھڑکیاں
premises-cameras = کیمرے
premises-unknown = مینوں نہیں پتا

question-knows = تہانوں ایہدا کیویں پتا اے؟
knows-label = تہانوں کیویں پتا اے
knows-hint = ایس نال سانوں سمجھن وچ مدد ملدی اے۔ دسنا ضروری نہیں۔
knows-saw = میں آپ ویکھیا یا سنیا
knows-told = کسے نے مینوں دسیا
knows-online = میں انٹرنیٹ اُتے ویکھیا
knows-unsaid = نہ دسنا بہتر اے
others-label = ہور کون ایہہ جان سکدا اے؟
others-hint = ایس توں سانوں پتا لگدا اے کہ اگے دسن ویلے کنا دھیان رکھیے۔ جے گھٹ لوک جاندے نیں، تے گل تہاڈے ول اشارہ کر سکدی اے۔
others-only-me = صرف میں
others-few = کجھ لوک
others-many = بہت سارے لوک
others-unknown = مینوں نہیں پتا
