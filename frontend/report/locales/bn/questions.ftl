# Machine-made translation, awaiting a native reader's check.
# One page each. Keys: question-<id>, <field>-label, <field>-hint, <field>-<value>.
question-danger = এই মুহূর্তে কেউ কি বিপদে আছেন?
danger-hint = কেউ হয়তো আঘাত পাচ্ছেন, বা এই মুহূর্তে কোনো অপরাধ ঘটছে।
danger-yes = হ্যাঁ
danger-no = না, আমার জানা মতে না

question-emergency = দয়া করে এখনই 999 নম্বরে ফোন করুন
emergency-lead = নিরাপদে ফোন করতে পারলে এখনই করুন। এই ফর্ম দিয়ে কেউ আপনার কাছে আসবে না।
emergency-silent = কথা বলতে পারছেন না? মোবাইল ফোন থেকে 999 নম্বরে ফোন করুন, লাইনে থাকুন, আর বলা হলে 55 চাপুন।
emergency-sms-note = আগে নাম লিখিয়ে থাকলে তবেই এটি কাজ করে। নাম লেখাতে 999 নম্বরে “register” লিখে মেসেজ পাঠান।
emergency-textphone-note = যদি ফোনে শুনতে বা কথা বলতে না পারেন।
emergency-bsl = 999 BSL
emergency-bsl-note = ব্রিটিশ ইশারা ভাষায় ভিডিও কল: অ্যাপ “999 BSL”, অথবা 999bsl.co.uk।
emergency-then = ফোন করার পরে, বা ফোন করতে না পারলেও, বাকি কথা আমাদের জানাতে পারেন।
emergency-label = আপনি কি 999 নম্বরে ফোন করেছেন?
emergency-called = হ্যাঁ, ফোন করেছি
emergency-cannot = না, নিরাপদে ফোন করতে পারছি না

question-helping = আপনি কি নিজের জন্য জানাচ্ছেন, নাকি অন্য কাউকে সাহায্য করছেন?
helping-hint = দয়া করে আপনার নাম বা তাঁর নাম লিখবেন না।
helping-self = নিজের জন্য
helping-helping = অন্য কাউকে সাহায্য করছি
helping-unsaid = বলতে চাই না

question-about = এটি কী নিয়ে?
about-hint = যা যা মেলে, সব বেছে নিন। ঠিক জানেন না? “আমি নিশ্চিত নই” বেছে নিন।

question-story = কী হয়েছে?
story-hint = আপনি কী দেখেছেন বা শুনেছেন, কে করেছে, আর কখন, আমাদের জানান। নিজের কথায়, যে কোনো ভাষায়।
story-careful-title = নিজের কথা বাদ রাখুন
story-careful = নিজের নাম, ঠিকানা, ফোন নম্বর বা ইমেইল লিখবেন না। “আমার চাচাতো ভাই” বা “আমার জানালা থেকে”-র মতো কথায় সাবধান থাকুন। এসব থেকে বোঝা যেতে পারে আপনি কে।
story-room = আরও প্রায় { $count }টি অক্ষর লেখার জায়গা আছে।
story-room-over = লেখাটি প্রায় { $count }টি অক্ষর বেশি লম্বা।

question-place = এটি কোথায়?
place-label = জায়গা
place-hint = পোস্টকোড, রাস্তা, দোকান, কাছের কোনো দালান, বা ওয়েবসাইট। আপনার নিজের ঠিকানা নয়।
# What is said while a place is typed.
place-looks = মনে হচ্ছে এটি { $area }। নিচে বদলাতে পারেন।
place-looks-kept = মনে হচ্ছে এটি { $area }। আপনি নিচে অন্য এলাকা বেছেছেন। আপনি যা বেছেছেন, আমরা তা-ই রাখি।
place-outside = মনে হচ্ছে জায়গাটি ওয়েস্ট ইয়র্কশায়ারের বাইরে। তবু আমাদের পাঠাতে পারেন।
place-outside-force = এটি { $force }-এর এলাকায়। তবু আমাদের পাঠাতে পারেন।
place-ask = আপনি কি এগুলোর একটির কথা বলছেন? না হলে নিচে এলাকা বেছে নিন।
place-near = { $place }-এর কাছে
district-label = এটি কোন এলাকায়?
district-hint = যা যা মেলে, সব বেছে নিন।
district-bradford = ব্র্যাডফোর্ড (Bradford)
district-calderdale = ক্যাল্ডারডেল (Calderdale)
district-kirklees = কার্কলিস (Kirklees)
district-leeds = লিডস (Leeds)
district-wakefield = ওয়েকফিল্ড (Wakefield)
district-outside = ওয়েস্ট ইয়র্কশায়ারের বাইরে কোথাও
district-online = শুধু ইন্টারনেটে
district-unknown = আমি নিশ্চিত নই

question-when = এটি কখন ঘটে?
when-label = এটি কি এখনও চলছে?
when-hint = যা যা মেলে, সব বেছে নিন।
when-now = এখন, বা এই কয়েক দিনে ঘটছে
when-regularly = বারবার ঘটে
when-once = একবার ঘটেছে
when-planned = সামনে ঘটবে
when-unknown = আমি জানি না
times-label = কোন কোন দিন ও সময়?
times-hint = যেমন: বসন্ত থেকে, বেশির ভাগ শুক্রবার সন্ধ্যার পরে। ঠিক সময়টা যদি শুধু আপনিই জানতে পারেন, তবে তা লিখবেন না।

question-drugs = মাদক সম্পর্কে আপনি কী জানেন?
drugs_kind-label = কোন মাদক?
drugs_kind-hint = এগুলোর যে নাম আপনি জানেন।
drugs_sold-label = কীভাবে বিক্রি হয়?
drugs_sold-hint = যা যা মেলে, সব বেছে নিন।
drugs_sold-home = কোনো বাড়ি থেকে
drugs_sold-street = রাস্তায়, পার্কে বা গলিতে
drugs_sold-vehicle = গাড়ি, বাইক বা স্কুটার থেকে
drugs_sold-shop = দোকান বা অন্য ব্যবসা থেকে
drugs_sold-phone = ফোনে বা কোনো অ্যাপে
drugs_sold-unknown = আমি জানি না
drugs_kept-label = কোথায় রাখা হয়?
drugs_kept-hint = বাড়ি, শেড, গাড়ি বা ঝোপ। ঠিক জায়গাটা যদি শুধু আপনিই জানতে পারেন, তবে তা লিখবেন না।
drugs_line-label = যারা কেনে, তারা কোন ফোন নম্বর বা নাম ব্যবহার করে?
drugs_line-hint = কিছু বিক্রেতা নিজের ফোনের একটা নাম দেয়।

question-weapons = অস্ত্র সম্পর্কে আপনি কী জানেন?
weapon_kind-label = কী ধরনের অস্ত্র?
weapon_kind-hint = যা যা মেলে, সব বেছে নিন।
weapon_kind-gun = বন্দুক
weapon_kind-blade = ছুরি বা অন্য ধারালো জিনিস
weapon_kind-other = অন্য কিছু
weapon_kind-unknown = আমি জানি না
weapon_kept-label = কোথায় রাখা হয়?
weapon_kept-hint = বাড়ি, গাড়ি বা ঝোপ। ঠিক জায়গাটা যদি শুধু আপনিই জানতে পারেন, তবে তা লিখবেন না।
weapon_who-label = কার কাছে থাকে?
weapon_who-hint = নাম, ডাকনাম, বা তারা দেখতে কেমন।

question-risk = কে বিপদে আছেন?
risk_who-label = তাঁরা কারা?
risk_who-hint = যা যা মেলে, সব বেছে নিন।
risk_who-child = শিশু বা 18 বছরের কম বয়সী
risk_who-adult = বড়রা
risk_who-unknown = আমি জানি না
risk_count-label = কতজন বিপদে আছেন?
risk_count-one = একজন
risk_count-few = দুই থেকে পাঁচজন
risk_count-many = পাঁচজনের বেশি
risk_count-unknown = আমি জানি না
risk_needs-label = তাঁরা কি আঘাত পেয়েছেন, বা তাঁদের কিছু দরকার?
risk_needs-hint = যেমন: আহত, অসুস্থ, ক্ষুধার্ত, তালাবন্ধ, বা অন্য ভাষায় কথা বলেন।

question-premises = দালানে কি এগুলোর কিছু আছে?
premises-hint = যাঁরা সেখানে যাবেন, সবাইকে নিরাপদ রাখতে এটি তাঁদের সাহায্য করে। যা যা মেলে, সব বেছে নিন।
premises-dogs = কুকুর
premises-children = শিশু
premises-doors = খুব শক্ত বা আটকানো দরজা-জানালা
premises-cameras = ক্যামেরা
premises-unknown = আমি জানি না

question-knows = আপনি এটি কীভাবে জানেন?
knows-label = কীভাবে জানেন
knows-hint = এটি আমাদের বুঝতে সাহায্য করে। বলতেই হবে, এমন নয়।
knows-saw = আমি নিজে দেখেছি বা শুনেছি
knows-told = কেউ আমাকে বলেছেন
knows-online = আমি ইন্টারনেটে দেখেছি
knows-unsaid = বলতে চাই না
others-label = আর কে এটি জানতে পারেন?
others-hint = আমরা যা অন্যদের জানাই, তাতে কতটা সাবধান থাকব, এ থেকে তা বুঝি। কম লোক জানলে, কথাটি আপনার দিকে ইঙ্গিত করতে পারে।
others-only-me = শুধু আমি
others-few = অল্প কয়েকজন
others-many = অনেকে
others-unknown = আমি জানি না
