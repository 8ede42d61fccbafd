# Machine-made translation, awaiting a native reader's check.
# What stands around every page.
languages = بولی تے اکھراں دا سائز
print-large = وڈے اکھر
print-usual = عام اکھر
language-failed = ایس ویلے بولی نہیں بدلی جا سکی۔ تہاڈا لکھیا حالے ایتھے ای اے۔
page-title = جرم بارے سانوں دسو
skip-link = صفحے اُتے جاؤ
mark-alt = دو گھراں وچکار اک تنگ گلی
exit = ایہہ صفحہ چھڈو
exit-hint = یا Shift دا بٹن 3 وار دباؤ
exit-two-more = Shift: نکلن لئی 2 وار ہور دباؤ۔
exit-one-more = Shift: نکلن لئی 1 وار ہور دباؤ۔
exit-now = ایس صفحے توں نکل رہے آں۔
exit-expired = بہت دیر ہو گئی۔ تسیں حالے ایسے صفحے اُتے او۔
footer-title = ایس سروس بارے ہور۔ ہر صفحہ نویں ٹیب وچ کھلدا اے۔
footer-protects = ایہہ تہانوں کیویں بچاندا اے
footer-other-ways = مدد تے دسن دے ہور طریقے
footer-safe = تہاڈی حفاظت
footer-leaving = ایہہ صفحہ حفاظت نال چھڈنا
footer-forms = کسے ہور شکل وچ
footer-easy = سوکھے لفظاں وچ
footer-paper = کاغذی فارم
footer-about = ایس سروس بارے
footer-results = ایس توں کیہ نکلیا
footer-privacy = لوکاں بارے معلومات
footer-accessibility = سبھ لئی فارم
footer-emergency = ایہہ ہنگامی سروس نہیں۔ جے کوئی خطرے وچ اے تے 999 اُتے فون کرو۔
new-tab = (نویں ٹیب وچ کھلدا اے)
back = پچھے
continue = اگے
optional = (ضروری نہیں)
call = { $number } اُتے فون کرو
go-to-form = فارم اُتے جاؤ
# How long a report waits before officers can see it, wherever a page says so.
# In Punjabi [one] is 0 as well as 1, so the one second is named by its number.
window-seconds = { $count ->
    [1] اک سیکنڈ
   *[other] { $count } سیکنڈ
  }
window-minutes = { $count ->
    [1] اک منٹ
   *[other] { $count } منٹ
  }
