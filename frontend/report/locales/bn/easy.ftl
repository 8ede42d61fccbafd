# Machine-made translation, awaiting a native reader's check.
# The same in the fewest words: one idea a line.
easy-title = সহজ কথায়
easy-lead = অপরাধের কথা আমাদের কীভাবে জানাবেন।
easy-danger = কেউ কি এখন বিপদে আছেন? 999 নম্বরে ফোন করুন।
easy-tell = এখানে অপরাধের কথা আমাদের জানাতে পারেন।
easy-no-name = আপনি কে, তা বলতে হয় না।
easy-sealed = আপনার কথা একটি তালা দেওয়া বাক্সে যায়।
easy-officers = শুধু কয়েকজন পুলিশ অফিসার বাক্সটি খুলতে পারেন।
easy-care = আপনার নাম লিখবেন না। আপনার ঠিকানা লিখবেন না।
easy-skip = বেশির ভাগ প্রশ্ন বাদ দিতে পারেন।
easy-language = যে কোনো ভাষায় লিখতে পারেন।
easy-help = আপনি যাকে বিশ্বাস করেন, তিনি আপনাকে সাহায্য করতে পারেন।
easy-leave = তাড়াতাড়ি বের হতে পারেন। “এই পাতা ছাড়ুন” বেছে নিন।
easy-history = আপনার ফোন মনে রাখতে পারে যে আপনি এখানে এসেছিলেন।
easy-instead = আপনি ফোনও করতে পারেন।
