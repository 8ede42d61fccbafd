# Machine-made translation, awaiting a native reader's check.
# One page each. Keys: question-<id>, <field>-label, <field>-hint, <field>-<value>.
question-danger = کیا اس وقت کوئی خطرے میں ہے؟
danger-hint = ہو سکتا ہے کسی کو چوٹ لگ رہی ہو، یا اسی لمحے کوئی جرم ہو رہا ہو۔
danger-yes = ہاں
danger-no = نہیں، میرے علم میں نہیں

question-emergency = مہربانی کر کے ابھی 999 پر کال کریں
emergency-lead = اگر آپ حفاظت سے کال کر سکتے ہیں تو ابھی کریں۔ اس فارم سے کوئی آپ کے پاس نہیں آئے گا۔
emergency-silent = آپ بول نہیں سکتے؟ موبائل فون سے 999 پر کال کریں، لائن پر رہیں، اور جب کہا جائے تو 55 دبائیں۔
emergency-sms-note = یہ صرف تب چلتا ہے جب آپ نے پہلے سے نام درج کرایا ہو۔ اس کے لیے 999 پر ”register“ لکھ کر میسج بھیجیں۔
emergency-textphone-note = اگر آپ فون پر سن یا بول نہیں سکتے۔
emergency-bsl = { "\u2066" }999 BSL{ "\u2069" }
emergency-bsl-note = برطانوی اشاروں کی زبان میں ویڈیو کال: ایپ ”{ "\u2066" }999 BSL{ "\u2069" }“، یا { "\u2066" }999bsl.co.uk{ "\u2069" }۔
emergency-then = کال کرنے کے بعد، یا اگر آپ کال نہیں کر سکتے، تب بھی آپ ہمیں باقی بات بتا سکتے ہیں۔
emergency-label = کیا آپ نے 999 پر کال کی ہے؟
emergency-called = ہاں، کال کی ہے
emergency-cannot = نہیں، حفاظت سے کال نہیں ہو سکتی

question-helping = کیا آپ اپنے لیے بتا رہے ہیں، یا کسی اور کی مدد کر رہے ہیں؟
helping-hint = مہربانی کر کے نہ اپنا نام لکھیں نہ ان کا۔
helping-self = اپنے لیے
helping-helping = کسی اور کی مدد کے لیے
helping-unsaid = نہ بتانا بہتر ہے

question-about = یہ کس بارے میں ہے؟
about-hint = جو بھی ٹھیک لگے، سب چنیں۔ یقین نہیں؟ ”مجھے یقین نہیں“ چنیں۔

question-story = کیا ہوا؟
story-hint = ہمیں بتائیں کہ آپ نے کیا دیکھا یا سنا، کس نے کیا، اور کب۔ اپنے الفاظ میں، کسی بھی زبان میں۔
story-careful-title = اپنے بارے میں نہ لکھیں
story-careful = اپنا نام، پتا، فون نمبر یا ای میل نہ لکھیں۔ ”میرا کزن“ یا ”میری کھڑکی سے“ جیسے الفاظ میں احتیاط کریں۔ ان سے پتا چل سکتا ہے کہ آپ کون ہیں۔
story-room = تقریباً { $count } اور حروف کی جگہ ہے۔
story-room-over = یہ تقریباً { $count } حروف زیادہ لمبا ہے۔

question-place = یہ کہاں ہے؟
place-label = جگہ
place-hint = پوسٹ کوڈ، سڑک، دکان، قریب کی عمارت، یا ویب سائٹ۔ اپنا پتا نہیں۔
place-looks = لگتا ہے یہ { $area } ہے۔ آپ اسے نیچے بدل سکتے ہیں۔
place-looks-kept = لگتا ہے یہ { $area } ہے۔ آپ نے نیچے دوسرا علاقہ چنا ہے۔ ہم آپ کا چنا ہوا علاقہ رکھتے ہیں۔
place-outside = لگتا ہے یہ جگہ ویسٹ یارکشائر سے باہر ہے۔ آپ پھر بھی ہمیں بھیج سکتے ہیں۔
place-outside-force = یہ { $force } کا علاقہ ہے۔ آپ پھر بھی ہمیں بھیج سکتے ہیں۔
place-ask = کیا آپ کا مطلب ان میں سے کوئی جگہ ہے؟ اگر نہیں تو نیچے علاقہ چنیں۔
place-near = { $place } کے قریب
district-label = یہ کس علاقے میں ہے؟
district-hint = جو بھی ٹھیک لگے، سب چنیں۔
district-bradford = بریڈفورڈ (Bradford)
district-calderdale = کالڈرڈیل (Calderdale)
district-kirklees = کرکلیز (Kirklees)
district-leeds = لیڈز (Leeds)
district-wakefield = ویکفیلڈ (Wakefield)
district-outside = ویسٹ یارکشائر سے باہر کہیں
district-online = صرف انٹرنیٹ پر
district-unknown = مجھے یقین نہیں

question-when = یہ کب ہوتا ہے؟
when-label = کیا یہ اب بھی ہو رہا ہے؟
when-hint = جو بھی ٹھیک لگے، سب چنیں۔
when-now = ابھی، یا ان دنوں میں ہو رہا ہے
when-regularly = بار بار ہوتا ہے
when-once = ایک بار ہوا
when-planned = آگے ہونے والا ہے
when-unknown = مجھے معلوم نہیں
times-label = کن دنوں میں اور کس وقت؟
times-hint = مثال: بہار سے، اکثر جمعے کو اندھیرا ہونے کے بعد۔ اگر ٹھیک وقت صرف آپ ہی جان سکتے ہوں تو وہ نہ لکھیں۔

question-drugs = آپ منشیات کے بارے میں کیا جانتے ہیں؟
drugs_kind-label = کون سی منشیات ہیں؟
drugs_kind-hint = ان کا جو بھی نام آپ جانتے ہیں۔
drugs_sold-label = وہ کیسے بیچی جاتی ہیں؟
drugs_sold-hint = جو بھی ٹھیک لگے، سب چنیں۔
drugs_sold-home = کسی گھر سے
drugs_sold-street = سڑک، پارک یا گلی میں
drugs_sold-vehicle = گاڑی، سائیکل یا سکوٹر سے
drugs_sold-shop = دکان یا کسی اور کاروبار سے
drugs_sold-phone = فون پر یا کسی ایپ میں
drugs_sold-unknown = مجھے معلوم نہیں
drugs_kept-label = وہ کہاں رکھی جاتی ہیں؟
drugs_kept-hint = گھر، شیڈ، گاڑی یا جھاڑی۔ اگر ٹھیک جگہ صرف آپ ہی جان سکتے ہوں تو وہ نہ لکھیں۔
drugs_line-label = خریدنے والے کون سا فون نمبر یا نام استعمال کرتے ہیں؟
drugs_line-hint = کچھ بیچنے والے اپنے فون کو ایک نام دیتے ہیں۔

question-weapons = آپ ہتھیاروں کے بارے میں کیا جانتے ہیں؟
weapon_kind-label = وہ کس قسم کے ہیں؟
weapon_kind-hint = جو بھی ٹھیک لگے، سب چنیں۔
weapon_kind-gun = بندوق
weapon_kind-blade = چاقو یا کوئی اور تیز دھار چیز
weapon_kind-other = کچھ اور
weapon_kind-unknown = مجھے معلوم نہیں
weapon_kept-label = وہ کہاں رکھے جاتے ہیں؟
weapon_kept-hint = گھر، گاڑی یا جھاڑی۔ اگر ٹھیک جگہ صرف آپ ہی جان سکتے ہوں تو وہ نہ لکھیں۔
weapon_who-label = وہ کس کے پاس ہوتے ہیں؟
weapon_who-hint = نام، عرفی نام، یا وہ کیسے دکھتے ہیں۔

question-risk = کون خطرے میں ہے؟
risk_who-label = وہ کون ہیں؟
risk_who-hint = جو بھی ٹھیک لگے، سب چنیں۔
risk_who-child = بچے یا 18 سال سے کم عمر کے لوگ
risk_who-adult = بڑے
risk_who-unknown = مجھے معلوم نہیں
risk_count-label = کتنے لوگ خطرے میں ہیں؟
risk_count-one = ایک
risk_count-few = دو سے پانچ
risk_count-many = پانچ سے زیادہ
risk_count-unknown = مجھے معلوم نہیں
risk_needs-label = کیا وہ زخمی ہیں، یا انہیں کسی چیز کی ضرورت ہے؟
risk_needs-hint = مثال: زخمی، بیمار، بھوکے، بند کیے ہوئے، یا کوئی اور زبان بولتے ہیں۔

question-premises = کیا عمارت میں ان میں سے کچھ ہے؟
premises-hint = اس سے وہاں جانے والے کو سب کو محفوظ رکھنے میں مدد ملتی ہے۔ جو بھی ٹھیک لگے، سب چنیں۔
premises-dogs = کتے
premises-children = بچے
premises-doors = بہت مضبوط یا بند کیے ہوئے دروازے اور کھڑکیاں
premises-cameras = کیمرے
premises-unknown = مجھے معلوم نہیں

question-knows = آپ کو اس کا کیسے پتا ہے؟
knows-label = آپ کو کیسے پتا ہے
knows-hint = اس سے ہمیں سمجھنے میں مدد ملتی ہے۔ بتانا ضروری نہیں۔
knows-saw = خود دیکھا یا سنا
knows-told = کسی نے مجھے بتایا
knows-online = انٹرنیٹ پر دیکھا
knows-unsaid = نہ بتانا بہتر ہے
others-label = اور کون یہ جان سکتا ہے؟
others-hint = اس سے ہمیں پتا چلتا ہے کہ آگے بتانے میں کتنی احتیاط کریں۔ اگر کم لوگ جانتے ہوں تو بات آپ کی طرف اشارہ کر سکتی ہے۔
others-only-me = صرف میں
others-few = چند لوگ
others-many = بہت سے لوگ
others-unknown = مجھے معلوم نہیں
