# Machine-made translation, awaiting a native reader's check.
# What came of it: the monthly sheets.
results-title = اس سے کیا نتیجہ نکلا
results-lead = لوگوں کے بتائے ہوئے جرائم پر پولیس اور اس کے ساتھیوں نے کیا کیا، مہینہ بہ مہینہ۔
results-read-title = اسے کیسے پڑھیں
results-read-cases = یہ اعداد معاملوں کے ہیں، لوگوں کے نہیں۔ ایک معاملے میں پانچ گرفتاریاں ایک ہی معاملہ ہیں۔
results-read-month = عدد بتاتا ہے کہ اس مہینے میں کیا ہوا۔ ایک معاملہ دو سطروں میں آ سکتا ہے۔
results-read-small = { $least } سے کم عدد کبھی نہیں دکھایا جاتا، تاکہ کوئی اس سے کسی ایک معاملے کو نہ پہچان سکے۔ جو نہیں دکھایا گیا، ہو سکتا ہے کہ وہ کوئی نہ ہو۔
results-read-counted = ہر ضلعے کا ایک افسر اپنے کمپیوٹر پر گنتا ہے۔ ہمارا سرور وہ کبھی نہیں پڑھتا جو لوگوں نے ہمیں بتایا۔
results-read-signed = ہر فہرست پر گننے والوں کے دستخط ہوتے ہیں۔ کوئی پروگرام اسے { "\u2066" }/api/sheets{ "\u2069" } پر جانچ سکتا ہے۔
results-none = ابھی دکھانے کو کچھ نہیں ہے۔
results-failed = ہم یہ ابھی نہیں دکھا سکتے۔ ایک منٹ بعد پھر کوشش کریں۔
results-small = سب اعداد اتنے چھوٹے ہیں کہ دکھائے نہیں جا سکتے۔
results-about = یہ کس بارے میں تھا
results-came = کیا نتیجہ نکلا
results-cases = معاملے

result-no_further_action = اب مزید کچھ نہیں ہو سکتا
result-developed = اب زیادہ معلوم ہے
result-passed_to_partner = ایک ساتھی ادارہ اس پر کام کر رہا ہے
result-disrupted = اسے روکا گیا یا مشکل بنایا گیا
result-warrant = ایک عمارت کی تلاشی لی گئی
result-arrest = کسی کو گرفتار کیا گیا
result-seizure = منشیات، رقم یا سامان ضبط کیا گیا
result-safeguarding_referral = کسی کو محفوظ رہنے میں مدد مل رہی ہے
result-closure_order = ایک عمارت بند کی گئی
result-civil_action = عدالت نے حکم دیا
result-diversion = کسی کو جرم سے نکلنے میں مدد دی گئی
result-community_reassurance = وہاں رہنے والوں سے ملاقات کی گئی

month-1 = جنوری { $year }
month-2 = فروری { $year }
month-3 = مارچ { $year }
month-4 = اپریل { $year }
month-5 = مئی { $year }
month-6 = جون { $year }
month-7 = جولائی { $year }
month-8 = اگست { $year }
month-9 = ستمبر { $year }
month-10 = اکتوبر { $year }
month-11 = نومبر { $year }
month-12 = دسمبر { $year }
