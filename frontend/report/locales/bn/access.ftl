# Machine-made translation, awaiting a native reader's check.
# Who can use these pages, and how: the accessibility statement.
access-title = সবার জন্য ফর্ম
access-lead = এই ফর্ম কীভাবে ব্যবহার করতে পারেন, কী পরীক্ষা করা হয়েছে, আর কী এখনও কাজ করে না, এই পাতায় তা লেখা আছে।
access-can-title = আপনি কী করতে পারেন
access-can-zoom = পাতাটি চার গুণ বড় করুন। কিছু কাটা পড়ে না।
access-can-keys = শুধু কিবোর্ড দিয়ে ব্যবহার করুন।
access-can-read = স্ক্রিন রিডার দিয়ে শুনুন।
access-can-contrast = রোদে আর অন্ধকারে পড়ুন। অক্ষর ও পেছনের রঙের তফাত অন্তত 7 আর 1।
access-can-scripts = স্ক্রিপ্ট ছাড়াই ব্যবহার করুন।
access-other-title = অন্য রূপে
access-tested-title = কী পরীক্ষা করা হয়েছে
access-tested-rules = একটি প্রোগ্রাম (axe-core) সব ভাষায় পাতাগুলো WCAG 2.2-এর নিয়মে দেখে (AA, আর অক্ষরের তফাতের জন্য AAA)। এটি কোনো ভুল পায় না।
access-tested-sizes = পাতাগুলো 320 ও 1280 বিন্দুর স্ক্রিনে, আর কিবোর্ড দিয়ে পরীক্ষা করা হয়।
access-tested-not = যাঁদের এমন সাহায্য দরকার, তাঁদের কেউ এখনও এটি পরীক্ষা করেননি, বাইরের কেউও না।
access-known-title = কী এখনও কাজ করে না
access-known-bsl = ব্রিটিশ ইশারা ভাষায় ভিডিও নেই।
access-known-braille = ব্রেইল নেই।
access-known-languages = এই ভাষাগুলো কম্পিউটার অনুবাদ করেছে, আর ওই ভাষার কোনো মানুষ এখনও তা দেখে দেননি: { $languages }।
access-known-tab = ট্যাবে প্রতিটি পাতার নাম একই, যাতে তা দেখে কেউ না বোঝে পাতাটি কী নিয়ে।
access-tell-title = আমাদের জানান
access-tell = কিছুতে কি আপনার অসুবিধা হচ্ছে? এখানে আমাদের জানান:
access-tell-unset = কিছুতে কি আপনার অসুবিধা হচ্ছে? এখানে এখনও কোনো ঠিকানা দেওয়া নেই। 101 নম্বরে পুলিশকে ফোন করতে পারেন, বা জানানোর অন্য উপায় ব্যবহার করতে পারেন।
access-tell-further = আমাদের উত্তরে কাজ না হলে, Equality Advisory and Support Service (সমান অধিকার নিয়ে পরামর্শের সেবা) সাহায্য করতে পারে: equalityadvisoryservice.com।
