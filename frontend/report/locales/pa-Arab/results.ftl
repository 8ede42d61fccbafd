# Machine-made translation, awaiting a native reader's check.
# What came of it: the monthly sheets.
results-title = ایس توں کیہ نکلیا
results-lead = لوکاں دے دسے جرماں بارے پولیس تے اوہدے ساتھیاں نے کیہ کیتا، مہینے دے مہینے۔
results-read-title = ایہنوں کیویں پڑھنا اے
results-read-cases = ایہ گنتی معاملیاں دی اے، لوکاں دی نہیں۔ اک معاملے وچ پنج گرفتاریاں اک ای معاملہ نیں۔
results-read-month = گنتی دسدی اے کہ اوس مہینے وچ کیہ ہویا۔ اک معاملہ دو سطراں وچ آ سکدا اے۔
results-read-small = { $least } توں گھٹ گنتی کدے نہیں وکھائی جاندی، تاں جے کوئی اوہدے توں اک معاملہ نہ پچھان سکے۔ جو نہیں وکھایا گیا، ہو سکدا اے کوئی وی نہ ہووے۔
results-read-counted = ہر ضلعے دا اک افسر اپنے کمپیوٹر تے گندا اے۔ ساڈا سرور اوہ کدے نہیں پڑھدا جو لوکاں نے سانوں دسیا۔
results-read-signed = ہر لسٹ تے گنن والیاں دے دستخط ہوندے نیں۔ کوئی پروگرام ایہنوں { "\u2066" }/api/sheets{ "\u2069" } تے پرکھ سکدا اے۔
results-none = اجے وکھان لئی کجھ نہیں۔
results-failed = اسیں ایہ ہن نہیں وکھا سکدے۔ اک منٹ بعد فیر کوشش کرو۔
results-small = ساریاں گنتیاں اینیاں چھوٹیاں نیں کہ وکھائیاں نہیں جا سکدیاں۔
results-about = ایہ کس بارے سی
results-came = کیہ نکلیا
results-cases = معاملے

result-no_further_action = ہن ہور کجھ نہیں ہو سکدا
result-developed = ہن زیادہ پتا اے
result-passed_to_partner = اک ساتھی ادارہ ایہدے تے کم کر رہیا اے
result-disrupted = ایہنوں روکیا یا اوکھا کیتا گیا
result-warrant = اک عمارت دی تلاشی لئی گئی
result-arrest = کسے نوں گرفتار کیتا گیا
result-seizure = نشہ، پیسے یا مال ضبط کیتا گیا
result-safeguarding_referral = کسے نوں محفوظ رہن لئی مدد مل رہی اے
result-closure_order = اک عمارت بند کیتی گئی
result-civil_action = عدالت نے حکم دتا
result-diversion = کسے نوں جرم توں نکلن وچ مدد دتی گئی
result-community_reassurance = اوتھے رہن والیاں نوں ملیا گیا

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
