# Machine-made translation, awaiting a native reader's check.
# People, vehicles and online accounts: a page each, for several of them. Keys: <thing>-…, <thing>_<detail>-label.
question-people = اس میں کون شامل ہے؟
person-lead = صرف وہ لکھیں جو آپ جانتے ہیں، باقی خالی چھوڑ دیں۔ اپنے بارے میں نہ لکھیں۔
person-nth = شخص { $number }
person-more = اس شخص کے بارے میں اور
person-add = ایک اور شخص شامل کریں
person-remove = اس شخص کو نکال دیں
person-full = یہاں { $count } لوگوں کی جگہ ہے۔ باقی کے بارے میں وہاں لکھیں جہاں آپ بتاتے ہیں کہ کیا ہوا۔
person_name-label = نام
person_nickname-label = عرفیت
person_address-label = وہ کہاں رہتے ہیں، یا کہاں مل سکتے ہیں
person_role-label = وہ اس میں کیا کرتے ہیں
person_role-hint = مثال: بیچتے ہیں، گاڑی چلاتے ہیں، پیسے لیتے ہیں، حکم دیتے ہیں۔
person_age-label = عمر تقریباً کتنی ہے
person_build-label = قد اور جسم: لمبے، دبلے یا بھاری
person_hair-label = بال اور داڑھی
person_marks-label = نشان، ٹیٹو، عینک
person_clothing-label = کپڑے
person_phone-label = فون نمبر
person_work-label = وہ کہاں کام کرتے ہیں
person_associates-label = اکثر کس کے ساتھ ہوتے ہیں

question-vehicles = کیا کوئی کار، وین یا موٹر سائیکل ہے؟
vehicle-lead = صرف وہ لکھیں جو آپ جانتے ہیں، باقی خالی چھوڑ دیں۔ اپنی گاڑی نہیں۔
vehicle-nth = گاڑی { $number }
vehicle-more = اس گاڑی کے بارے میں اور
vehicle-add = ایک اور گاڑی شامل کریں
vehicle-remove = اس گاڑی کو نکال دیں
vehicle-full = یہاں { $count } گاڑیوں کی جگہ ہے۔ باقی کے بارے میں وہاں لکھیں جہاں آپ بتاتے ہیں کہ کیا ہوا۔
vehicle_registration-label = نمبر پلیٹ، یا اس کا کچھ حصہ
vehicle_make-label = کمپنی
vehicle_make-hint = مثال: فورڈ (Ford)۔
vehicle_model-label = ماڈل
vehicle_colour-label = رنگ
vehicle_use-label = یہ کس کام آتی ہے
vehicle_kept-label = یہ کہاں کھڑی ہوتی ہے

question-accounts = کیا انٹرنیٹ پر کوئی اکاؤنٹ یا صفحہ ہے؟
account-lead = صرف وہ لکھیں جو آپ جانتے ہیں، باقی خالی چھوڑ دیں۔ اپنا اکاؤنٹ نہیں۔
account-nth = اکاؤنٹ { $number }
account-add = ایک اور اکاؤنٹ شامل کریں
account-remove = اس اکاؤنٹ کو نکال دیں
account-full = یہاں { $count } اکاؤنٹس کی جگہ ہے۔ باقی کے بارے میں وہاں لکھیں جہاں آپ بتاتے ہیں کہ کیا ہوا۔
account_platform-label = ویب سائٹ یا ایپ
account_username-label = اکاؤنٹ کا نام
account_link-label = لنک

thing-change = بدلیں
thing-removed = { $what } نکال دیا گیا۔
error-entry-too-long = { $what } بہت لمبا ہے۔ اسے چھوٹا کریں
