# Machine-made translation, awaiting a native reader's check.
# What came of it: the monthly sheets.
results-title = এর ফল কী হলো
results-lead = মানুষ যে অপরাধের কথা জানিয়েছেন, সে বিষয়ে পুলিশ ও তাদের সহযোগীরা কী করেছেন, মাসে মাসে।
results-read-title = এটি কীভাবে পড়বেন
results-read-cases = সংখ্যাগুলো মামলার, মানুষের নয়। এক মামলায় পাঁচজন গ্রেপ্তার হলেও সেটি একটিই মামলা।
results-read-month = সংখ্যা বলে সেই মাসে কী হয়েছে। একটি মামলা দুই সারিতে থাকতে পারে।
results-read-small = { $least }-এর কম সংখ্যা কখনো দেখানো হয় না, যাতে কেউ তা থেকে একটি মামলা চিনতে না পারে। যা দেখানো হয়নি, তা একটিও না হতে পারে।
results-read-counted = প্রতি জেলার একজন কর্মকর্তা নিজের কম্পিউটারে গোনেন। মানুষ আমাদের যা বলেছেন, আমাদের সার্ভার তা কখনো পড়ে না।
results-read-signed = যাঁরা গুনেছেন, তাঁরা প্রতিটি তালিকায় স্বাক্ষর করেন। কোনো প্রোগ্রাম /api/sheets ঠিকানায় তা যাচাই করতে পারে।
results-none = দেখানোর মতো এখনো কিছু নেই।
results-failed = আমরা এখন এটি দেখাতে পারছি না। এক মিনিট পরে আবার চেষ্টা করুন।
results-small = সব সংখ্যা দেখানোর পক্ষে খুব ছোট।
results-about = কী বিষয়ে ছিল
results-came = ফল কী হলো
results-cases = মামলা

result-no_further_action = আর কিছু করার নেই
result-developed = এখন আরও জানা গেছে
result-passed_to_partner = এক সহযোগী কাজ করছে
result-disrupted = এটি থামানো বা কঠিন করা হয়েছে
result-warrant = একটি ভবন তল্লাশি করা হয়েছে
result-arrest = কাউকে গ্রেপ্তার করা হয়েছে
result-seizure = মাদক, টাকা বা মাল জব্দ করা হয়েছে
result-safeguarding_referral = কেউ নিরাপদ থাকার সাহায্য পাচ্ছেন
result-closure_order = একটি ভবন বন্ধ করা হয়েছে
result-civil_action = আদালত আদেশ দিয়েছে
result-diversion = কাউকে অপরাধ থেকে বেরোতে সাহায্য করা হয়েছে
result-community_reassurance = সেখানকার বাসিন্দাদের সঙ্গে দেখা করা হয়েছে

month-1 = জানুয়ারি { $year }
month-2 = ফেব্রুয়ারি { $year }
month-3 = মার্চ { $year }
month-4 = এপ্রিল { $year }
month-5 = মে { $year }
month-6 = জুন { $year }
month-7 = জুলাই { $year }
month-8 = আগস্ট { $year }
month-9 = সেপ্টেম্বর { $year }
month-10 = অক্টোবর { $year }
month-11 = নভেম্বর { $year }
month-12 = ডিসেম্বর { $year }
