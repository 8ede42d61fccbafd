# Machine-made translation, awaiting a native reader's check.
# The check page, with scripts and without.
check-title = راجع أجوبتك
check-lead = اقرأها مرة أخرى. احذف كل ما قد يدل عليك.
check-change = تغيير
check-change-what = جوابك عن: { $question }
check-empty = لا جواب
check-seal-note = عندما تختار «إرسال»، تُقفل كلماتك على هذا الجهاز. بعد ذلك لا يستطيع فتحها إلا الضباط.
check-send = إرسال

plain-title = لن تُقفل كلماتك على هذا الجهاز
plain-why = متصفحك لا يقوم بالإقفال. لذلك يستطيع خادمنا أن يقرأ كلماتك كل مرة ترسل فيها هذا النموذج. هو يُقفلها فورًا في ذاكرته، ولا يكتب شيئًا آخر، ويمحو ما قرأه. بعد ذلك لا يستطيع فتحها إلا الضباط.
plain-instead = لتُقفل الكلمات على هذا الجهاز، شغّل السكربتات لهذه الصفحة وابدأ من جديد. في متصفح Tor استعمل مستوى الأمان «Standard».
plain-check = مراجعة أجوبتك
plain-languages = لتكمل بلغة أخرى، اخترها هنا. ما كتبته يُرسل بالطريقة نفسها ويبقى.
plain-send = إرسال بدون إقفال على هذا الجهاز
plain-details = إرسال بدون إقفال في متصفحك
plain-parts-missing = تحتاج إلى هذا فقط إذا لم يُفتح جزء من الصفحة.
