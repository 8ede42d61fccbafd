# Machine-made translation, awaiting a native reader's check.
# People, vehicles and online accounts: a page each, for several of them. Keys: <thing>-…, <thing>_<detail>-label.
question-people = ایہدے وچ کون شامل اے؟
person-lead = صرف اوہ لکھو جو تسیں جاندے او، باقی خالی چھڈ دیو۔ اپنے بارے نہ لکھو۔
person-nth = بندہ { $number }
person-more = ایس بندے بارے ہور
person-add = اک ہور بندہ شامل کرو
person-remove = ایس بندے نوں کڈھ دیو
person-full = ایتھے { $count } لوکاں دی تھاں اے۔ باقیاں بارے اوتھے لکھو جتھے تسیں دسدے او کہ کیہ ہویا۔
person_name-label = ناں
person_nickname-label = نک نیم
person_address-label = اوہ کتھے رہندے نیں، یا کتھے مل سکدے نیں
person_role-label = اوہ ایہدے وچ کیہ کردے نیں
person_role-hint = جیویں: ویچدے نیں، گڈی چلاندے نیں، پیسے لیندے نیں، حکم دیندے نیں۔
person_age-label = تقریباً کنی عمر
person_build-label = کنے لمے، پتلے یا بھارے
person_hair-label = وال تے داڑھی
person_marks-label = داغ، ٹیٹو، عینک
person_clothing-label = کپڑے
person_phone-label = فون نمبر
person_work-label = اوہ کتھے کم کردے نیں
person_associates-label = اوہ اکثر کس نال ہوندے نیں

question-vehicles = کیہ کوئی کار، وین یا موٹر سائیکل اے؟
vehicle-lead = صرف اوہ لکھو جو تسیں جاندے او، باقی خالی چھڈ دیو۔ اپنی گڈی نہیں۔
vehicle-nth = گڈی { $number }
vehicle-more = ایس گڈی بارے ہور
vehicle-add = اک ہور گڈی شامل کرو
vehicle-remove = ایس گڈی نوں کڈھ دیو
vehicle-full = ایتھے { $count } گڈیاں دی تھاں اے۔ باقیاں بارے اوتھے لکھو جتھے تسیں دسدے او کہ کیہ ہویا۔
vehicle_registration-label = نمبر پلیٹ، یا اوہدا کجھ حصہ
vehicle_make-label = کمپنی
vehicle_make-hint = جیویں: فورڈ (Ford)۔
vehicle_model-label = ماڈل
vehicle_colour-label = رنگ
vehicle_use-label = ایہہ کس کم لئی ورتی جاندی اے
vehicle_kept-label = ایہہ کتھے کھلوندی اے

question-accounts = کیہ انٹرنیٹ اُتے کوئی اکاؤنٹ یا صفحہ اے؟
account-lead = صرف اوہ لکھو جو تسیں جاندے او، باقی خالی چھڈ دیو۔ اپنا اکاؤنٹ نہیں۔
account-nth = اکاؤنٹ { $number }
account-add = اک ہور اکاؤنٹ شامل کرو
account-remove = ایس اکاؤنٹ نوں کڈھ دیو
account-full = ایتھے { $count } اکاؤنٹاں دی تھاں اے۔ باقیاں بارے اوتھے لکھو جتھے تسیں دسدے او کہ کیہ ہویا۔
account_platform-label = ویب سائٹ یا ایپ
account_username-label = اکاؤنٹ دا ناں
account_link-label = لنک

thing-change = بدلو
thing-removed = { $what } نوں کڈھ دتا گیا۔
error-entry-too-long = { $what }: ایہہ بہت لما اے۔ ایہنوں چھوٹا کرو
