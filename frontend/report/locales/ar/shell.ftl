# Machine-made translation, awaiting a native reader's check.
# What stands around every page.
languages = اللغة وحجم الخط
print-large = خط كبير
print-usual = خط عادي
language-failed = لم نستطع تغيير اللغة الآن. ما كتبته ما زال هنا.
page-title = أخبرنا عن جريمة
skip-link = انتقل إلى الصفحة
mark-alt = بيتان بينهما ممر ضيق
exit = الخروج من هذه الصفحة
exit-hint = أو اضغط 3 مرات على مفتاح Shift
exit-two-more = Shift: اضغط مرتين أخريين للخروج.
exit-one-more = Shift: اضغط مرة أخرى للخروج.
exit-now = جارٍ الخروج من هذه الصفحة.
exit-expired = كان ذلك بطيئًا جدًا. لم تخرج من هذه الصفحة.
footer-title = المزيد عن هذه الخدمة. كل صفحة تُفتح في علامة تبويب جديدة.
footer-protects = كيف يحميك هذا
footer-other-ways = المساعدة وطرق أخرى للإبلاغ
footer-safe = سلامتك
footer-leaving = الخروج من هذه الصفحة بأمان
footer-forms = بشكل آخر
footer-easy = سهل القراءة
footer-paper = نموذج ورقي
footer-about = عن هذه الخدمة
footer-results = ما الذي نتج عنه
footer-privacy = معلومات عن الناس
footer-accessibility = نموذج للجميع
footer-emergency = هذه ليست خدمة طوارئ. إذا كان أحد في خطر، فاتصل بالرقم 999.
new-tab = (تُفتح علامة تبويب جديدة)
back = رجوع
continue = متابعة
optional = (ليس ضروريًا)
call = اتصل بالرقم { $number }
go-to-form = اذهب إلى النموذج
# How long a report waits before officers can see it, wherever a page says so.
window-seconds = { $count ->
    [zero] { $count } ثانية
    [one] ثانية واحدة
    [two] ثانيتين
    [few] { $count } ثوانٍ
    [many] { $count } ثانيةً
   *[other] { $count } ثانية
  }
window-minutes = { $count ->
    [zero] { $count } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $count } دقائق
    [many] { $count } دقيقةً
   *[other] { $count } دقيقة
  }
