# Machine-made translation, awaiting a native reader's check.
# People, vehicles and online accounts: a page each, for several of them. Keys: <thing>-…, <thing>_<detail>-label.
question-people = এতে কে কে জড়িত?
person-lead = যা জানেন শুধু তা লিখুন, বাকিটা খালি রাখুন। নিজের কথা লিখবেন না।
person-nth = ব্যক্তি { $number }
person-more = এই ব্যক্তি সম্পর্কে আরও
person-add = আরেকজন যোগ করুন
person-remove = এই ব্যক্তিকে বাদ দিন
person-full = এখানে { $count } জনের জায়গা আছে। বাকিদের কথা সেখানে লিখুন, যেখানে কী হয়েছে তা জানান।
person_name-label = নাম
person_nickname-label = ডাকনাম
person_address-label = কোথায় থাকে, বা কোথায় পাওয়া যায়
person_role-label = এতে সে কী করে
person_role-hint = যেমন: বিক্রি করে, গাড়ি চালায়, টাকা তোলে, হুকুম দেয়।
person_age-label = বয়স প্রায় কত
person_build-label = কতটা লম্বা, রোগা বা মোটা
person_hair-label = চুল ও দাড়ি
person_marks-label = কাটা দাগ, উল্কি, চশমা
person_clothing-label = কাপড়
person_phone-label = ফোন নম্বর
person_work-label = কোথায় কাজ করে
person_associates-label = প্রায়ই কার সঙ্গে থাকে

question-vehicles = কোনো গাড়ি, ভ্যান বা বাইক আছে কি?
vehicle-lead = যা জানেন শুধু তা লিখুন, বাকিটা খালি রাখুন। আপনার নিজের গাড়ি নয়।
vehicle-nth = গাড়ি { $number }
vehicle-more = এই গাড়ি সম্পর্কে আরও
vehicle-add = আরেকটি গাড়ি যোগ করুন
vehicle-remove = এই গাড়ি বাদ দিন
vehicle-full = এখানে { $count }টি গাড়ির জায়গা আছে। বাকিগুলোর কথা সেখানে লিখুন, যেখানে কী হয়েছে তা জানান।
vehicle_registration-label = নম্বর প্লেট, বা তার কিছুটা
vehicle_make-label = কোম্পানি
vehicle_make-hint = যেমন: ফোর্ড (Ford)।
vehicle_model-label = মডেল
vehicle_colour-label = রং
vehicle_use-label = কী কাজে লাগে
vehicle_kept-label = কোথায় রাখা হয়

question-accounts = ইন্টারনেটে কোনো অ্যাকাউন্ট বা পাতা আছে কি?
account-lead = যা জানেন শুধু তা লিখুন, বাকিটা খালি রাখুন। আপনার নিজের অ্যাকাউন্ট নয়।
account-nth = অ্যাকাউন্ট { $number }
account-add = আরেকটি অ্যাকাউন্ট যোগ করুন
account-remove = এই অ্যাকাউন্ট বাদ দিন
account-full = এখানে { $count }টি অ্যাকাউন্টের জায়গা আছে। বাকিগুলোর কথা সেখানে লিখুন, যেখানে কী হয়েছে তা জানান।
account_platform-label = ওয়েবসাইট বা অ্যাপ
account_username-label = অ্যাকাউন্টের নাম
account_link-label = লিংক

thing-change = বদলান
thing-removed = { $what } বাদ দেওয়া হয়েছে।
error-entry-too-long = { $what } খুব লম্বা। ছোট করুন
