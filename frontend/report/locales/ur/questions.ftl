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
district-label = یہ کس علاقے میں ہے؟
district-hint = جو بھی ٹھیک لگے، سب چنیں۔
district-bradford = بریڈفورڈ (Bradford)
district-calderdale = کالڈرڈیل (Calderdale)
district-kirklees = کرکلیز (Kirklees)
district-leeds = لیڈز (Leeds)
district-wakefield = ویکفیلڈ (Wakefield)
district-outside = ویسٹ یارکشائر سے باہر کہیں
district-unknown = مجھے یقین نہیں

question-knows = آپ کو اس کا کیسے پتا ہے؟
knows-hint = اس سے ہمیں سمجھنے میں مدد ملتی ہے۔ بتانا ضروری نہیں۔
knows-saw = خود دیکھا یا سنا
knows-told = کسی نے مجھے بتایا
knows-online = انٹرنیٹ پر دیکھا
knows-unsaid = نہ بتانا بہتر ہے
