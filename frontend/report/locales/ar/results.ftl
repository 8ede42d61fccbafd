# Machine-made translation, awaiting a native reader's check.
# What came of it: the monthly sheets.
results-title = ما الذي نتج عنه
results-lead = ما فعلته الشرطة وشركاؤها بشأن الجرائم التي أخبرهم الناس عنها، شهرًا بعد شهر.
results-read-title = كيف تُقرأ هذه الصفحة
results-read-cases = الأرقام تعدّ القضايا لا الأشخاص. خمسة اعتقالات في قضية واحدة هي قضية واحدة.
results-read-month = الرقم يعدّ ما حدث في ذلك الشهر. قد ترد القضية الواحدة في سطرين.
results-read-small = لا يُعرض أبدًا رقم أقل من { $least }، كي لا يعرف أحد منه قضية بعينها. وما لا يُعرض قد لا يكون موجودًا أصلًا.
results-read-counted = يعدّ ضابط من كل منطقة على حاسوبه. خادمنا لا يقرأ أبدًا ما أخبرنا به الناس.
results-read-signed = كل قائمة موقّعة ممن عدّوا. يمكن لبرنامج أن يتحقق من ذلك على { "\u2066" }/api/sheets{ "\u2069" }.
results-none = لا يوجد شيء لعرضه بعد.
results-failed = لا يمكننا عرض هذا الآن. يرجى المحاولة بعد دقيقة.
results-small = كل الأرقام أصغر من أن تُعرض.
results-about = ما كان موضوعه
results-came = ما نتج عنه
results-cases = القضايا

result-no_further_action = لا يمكن فعل المزيد
result-developed = صار المعروف أكثر
result-passed_to_partner = يعمل عليه شريك
result-disrupted = أُوقف أو صار أصعب
result-warrant = فُتّش مبنى
result-arrest = اعتُقل شخص
result-seizure = صودرت مخدرات أو أموال أو بضائع
result-safeguarding_referral = يحصل شخص على مساعدة ليكون آمنًا
result-closure_order = أُغلق مبنى
result-civil_action = أصدرت محكمة أمرًا
result-diversion = ساعدنا شخصًا على ترك الجريمة
result-community_reassurance = زرنا الناس الذين يعيشون هناك

month-1 = يناير { $year }
month-2 = فبراير { $year }
month-3 = مارس { $year }
month-4 = أبريل { $year }
month-5 = مايو { $year }
month-6 = يونيو { $year }
month-7 = يوليو { $year }
month-8 = أغسطس { $year }
month-9 = سبتمبر { $year }
month-10 = أكتوبر { $year }
month-11 = نوفمبر { $year }
month-12 = ديسمبر { $year }
