# Machine-made translation, awaiting a native reader's check.
# Other ways to report: names and when to use them.
helpline-emergency = ہنگامی نمبر
helpline-emergency-when = کوئی خطرے میں ہے، یا ابھی کوئی جرم ہو رہا ہے۔
helpline-textphone_999 = ٹیکسٹ فون یا Relay UK
helpline-textphone_999-when = ہنگامی حالت، جب آپ فون پر سن یا بول نہیں سکتے۔
helpline-emergency_sms = 999 پر میسج
helpline-emergency_sms-when = ہنگامی حالت، جب آپ فون پر سن یا بول نہیں سکتے۔ پہلے نام درج کرانا ضروری ہے: 999 پر ”register“ لکھ کر میسج بھیجیں۔
helpline-nonemergency = پولیس، جب جلدی نہ ہو
helpline-nonemergency-when = وہ جرم جو ہو چکا ہے۔ آپ ان کی ویب سائٹ پر { "\u2066" }101 Live Chat{ "\u2069" } بھی استعمال کر سکتے ہیں۔ وہ آپ کا نام پوچھ سکتے ہیں۔
helpline-textphone_101 = ٹیکسٹ فون یا Relay UK، جب جلدی نہ ہو
helpline-textphone_101-when = وہ جرم جو ہو چکا ہے، جب آپ فون پر سن یا بول نہیں سکتے۔
helpline-crimestoppers = Crimestoppers
helpline-crimestoppers-when = ایک الگ خیراتی ادارہ۔ آپ اپنا نام نہیں دیتے۔ اگر آپ پولیس یا ہمیں نہیں بتانا چاہتے تو یہ طریقہ چنیں۔
helpline-fearless = Fearless
helpline-fearless-when = نوجوانوں کے لیے۔ اسے Crimestoppers چلاتا ہے۔ آپ اپنا نام نہیں دیتے۔
helpline-report_fraud = Report Fraud
helpline-report_fraud-when = دھوکے میں آپ کے پیسے گئے، یا کوئی آپ کے کمپیوٹر یا اکاؤنٹ میں گھس گیا۔
helpline-anti_terror = دہشت گردی کے خلاف ہاٹ لائن
helpline-anti_terror-when = کوئی ایسی بات جو دہشت گردی ہو سکتی ہے۔
helpline-nspcc = NSPCC کی ہیلپ لائن
helpline-nspcc-when = آپ بڑے ہیں اور کسی بچے کے لیے فکر مند ہیں۔
other-ways-lead = یہ فارم استعمال کرنا ضروری نہیں۔ آپ کے لیے یہ طریقے بھی ہیں۔
other-ways-note = اپنے فون سے کال کرنے پر آپ کا نمبر نظر آ سکتا ہے۔ اس بارے میں ان سروسز کے اپنے اصول ہیں۔
