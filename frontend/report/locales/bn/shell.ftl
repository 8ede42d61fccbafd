# Machine-made translation, awaiting a native reader's check.
# What stands around every page.
languages = ভাষা ও লেখার আকার
print-large = বড় অক্ষর
print-usual = সাধারণ অক্ষর
language-failed = এখন ভাষা বদলানো গেল না। আপনি যা লিখেছেন, তা এখানেই আছে।
page-title = অপরাধের কথা আমাদের জানান
skip-link = পাতায় যান
mark-alt = দুটি বাড়ির মাঝে একটি সরু গলি
exit = এই পাতা ছাড়ুন
exit-hint = অথবা Shift বোতাম 3 বার চাপুন
exit-two-more = Shift: বের হতে আরও 2 বার চাপুন।
exit-one-more = Shift: বের হতে আরও 1 বার চাপুন।
exit-now = এই পাতা ছেড়ে যাচ্ছে।
exit-expired = বেশি দেরি হয়ে গেছে। আপনি এখনও এই পাতাতেই আছেন।
footer-title = এই সেবা সম্পর্কে আরও। প্রতিটি পাতা নতুন ট্যাবে খোলে।
footer-protects = এটি আপনাকে কীভাবে রক্ষা করে
footer-other-ways = সাহায্য ও জানানোর অন্য উপায়
footer-safe = আপনার নিরাপত্তা
footer-leaving = নিরাপদে এই পাতা ছাড়া
footer-forms = অন্য রূপে
footer-easy = সহজ কথায়
footer-paper = কাগজের ফর্ম
footer-about = এই সেবা সম্পর্কে
footer-results = এর ফল কী হলো
footer-privacy = মানুষের তথ্য
footer-accessibility = সবার জন্য ফর্ম
footer-emergency = এটি জরুরি সেবা নয়। কেউ বিপদে থাকলে 999 নম্বরে ফোন করুন।
new-tab = (নতুন ট্যাবে খোলে)
back = পিছনে
continue = এগিয়ে যান
optional = (না দিলেও চলে)
call = { $number } নম্বরে ফোন করুন
go-to-form = ফর্মে যান
# How long a report waits before officers can see it, wherever a page says so.
# In Bengali [one] is 0 as well as 1, so the one second is named by its number.
window-seconds = { $count ->
    [1] এক সেকেন্ড
   *[other] { $count } সেকেন্ড
  }
window-minutes = { $count ->
    [1] এক মিনিট
   *[other] { $count } মিনিট
  }
