# Machine-made translation, awaiting a native reader's check.
# "Could this give you away?": said while somebody writes, about words found. Keys: giveaway-<kind>.
hints-title = এ থেকে কি বোঝা যেতে পারে আপনি কে?
hints-keep = থাকুক
giveaway-name = মনে হচ্ছে এটি আপনার নিজের নাম। এটি দেওয়ার দরকার নেই।
giveaway-address = এ থেকে বোঝা যায় আপনি কোথায় থাকেন। “কাছেই” লিখুন বা বাদ দিন।
giveaway-phone = এটি আপনার নিজের নম্বর হলে বাদ দিন। তাদের হলে থাকুক।
giveaway-email = এটি আপনার নিজের ইমেইল হলে বাদ দিন। তাদের হলে থাকুক।
giveaway-plate = এটি আপনার নিজের গাড়ি হলে বাদ দিন। তাদের হলে থাকুক।
giveaway-postcode = এটি আপনার নিজের পোস্টকোড হলে বাদ দিন। ঘটনা সেখানকার হলে থাকুক।
giveaway-secret = কম লোক এটি জানলে, কেউ আন্দাজ করতে পারে যে আপনিই বলেছেন।
giveaway-work = এ থেকে বোঝা যায় আপনি কোথায় বা কী কাজ করেন। এতে কি আপনাকে চেনা যেতে পারে?
giveaway-ties = এ থেকে বোঝা যায় আপনি কারও কে হন। “একজন লোক” বা “তার এক আত্মীয়” লিখুন।
giveaway-vantage = এ থেকে বোঝা যায় আপনি কোথায় ছিলেন। সেখান থেকে আর কে দেখতে পেত?
giveaway-time = তখন সেখানে কম লোক থাকলে “সন্ধ্যায়” লিখুন, যদি তাতেই চলে।
