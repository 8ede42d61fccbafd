# Machine-made translation, awaiting a native reader's check.
# What stands around every page.
languages = زبان اور حروف کا سائز
print-large = بڑے حروف
print-usual = عام حروف
language-failed = اس وقت زبان نہیں بدل سکی۔ آپ کا لکھا ہوا ابھی یہیں ہے۔
page-title = جرم کے بارے میں بتائیں
skip-link = صفحے پر جائیں
mark-alt = دو گھروں کے بیچ ایک تنگ گلی
exit = یہ صفحہ چھوڑیں
exit-hint = یا Shift کا بٹن 3 بار دبائیں
exit-two-more = Shift: نکلنے کے لیے 2 بار اور دبائیں۔
exit-one-more = Shift: نکلنے کے لیے 1 بار اور دبائیں۔
exit-now = اس صفحے سے نکل رہے ہیں۔
exit-expired = بہت دیر ہو گئی۔ آپ ابھی اسی صفحے پر ہیں۔
footer-title = اس سروس کے بارے میں مزید۔ ہر صفحہ نئے ٹیب میں کھلتا ہے۔
footer-protects = یہ آپ کو کیسے محفوظ رکھتا ہے
footer-other-ways = مدد اور بتانے کے دوسرے طریقے
footer-safe = آپ کی حفاظت
footer-leaving = یہ صفحہ حفاظت سے چھوڑنا
footer-forms = کسی اور شکل میں
footer-easy = آسان الفاظ میں
footer-paper = کاغذی فارم
footer-about = اس سروس کے بارے میں
footer-results = اس سے کیا نتیجہ نکلا
footer-privacy = لوگوں کے بارے میں معلومات
footer-accessibility = سب کے لیے فارم
footer-emergency = یہ ہنگامی سروس نہیں ہے۔ اگر کوئی خطرے میں ہے تو 999 پر کال کریں۔
new-tab = (نئے ٹیب میں کھلتا ہے)
back = پیچھے
continue = آگے
optional = (ضروری نہیں)
call = { $number } پر کال کریں
go-to-form = فارم پر جائیں
# How long a report waits before officers can see it, wherever a page says so.
window-seconds = { $count ->
    [one] ایک سیکنڈ
   *[other] { $count } سیکنڈ
  }
window-minutes = { $count ->
    [one] ایک منٹ
   *[other] { $count } منٹ
  }
