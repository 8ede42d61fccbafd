# Machine-made translation, awaiting a native reader's check.
# What happens to information about people.
privacy-title = معلومات عن الناس
privacy-lead = ما تخبرنا به هو عن ناس. تقول هذه الصفحة ماذا يحدث له، وما الذي يمكنك أن تطلبه.
privacy-who-title = من المسؤول
privacy-who = هذا هو المسؤول عما يُرسل هنا، ومن يمكنك أن تسأله:
privacy-who-unset = لا يوجد اسم هنا بعد. حتى ذلك الحين، اسأل الشرطة على 101.
privacy-what-title = ما الذي نحتفظ به
privacy-what-words = ما تكتبه. هو عن ناس آخرين، وقد يكون عن أمور لا تخص أحدًا غيرهم، مثل الصحة أو الدين.
privacy-what-files = الصور والملفات، إن أرسلت شيئًا منها. قد يظهر فيها ناس آخرون أيضًا.
privacy-what-around = اليوم الذي جاء فيه. وداخل الصندوق المقفل أيضًا الساعة على جهازك، واللغة التي قرأت بها النموذج.
privacy-what-not = لا نحفظ من أنت. لا نسأل عن اسمك. لا نكتب عنوانك على الإنترنت. لا توجد ملفات كوكيز.
privacy-why-title = لماذا، وبأي قانون
privacy-why-crime = لمنع الجريمة، ومعرفة من فعلها، وحماية الناس. هذا عمل الشرطة حسب القانون ({ "\u2066" }Data Protection Act 2018, part 3{ "\u2069" }).
privacy-why-others = تستعمل البلديات وغيرها ما يُعطى لها لعملها من أجل الناس ({ "\u2066" }UK GDPR, article 6{ "\u2069" }).
privacy-share-title = من يراه
privacy-share-officers = ضباط مكتب واحد، اسمه triage، يقرؤون كلماتك.
privacy-share-teams = الفرق الأخرى، ومنها فرق في البلديات، تحصل على تقرير جديد يكتبه ضابط. ليس فيه ما قد يدل عليك.
privacy-share-law = يمكن للمحكمة أن تأمرنا بتسليم ما عندنا.
privacy-share-nobody = لا يُباع شيء. لا يُستعمل شيء للإعلانات.
privacy-rights-title = ما الذي يمكنك أن تطلبه
privacy-rights-ask = يمكن لأي شخص أن يسأل عما هو محفوظ عنه، وأن يطلب تصحيحه أو حذفه. اسأل من ذُكر في الأعلى.
privacy-rights-limits = قد ترفض الشرطة، أو لا تقول شيئًا، إذا كان ذلك يحمي الناس أو لا يمكن كشف جريمة بدونه.
privacy-rights-unknown = لا نعرف من أرسل ماذا. لذلك لا نستطيع أن نجد بلاغك لك، أو نعيده بعد إرساله.
privacy-rights-machine = لا يقرر كمبيوتر شيئًا عن أحد. الناس هم من يقررون.
privacy-complain-title = إذا لم تكن راضيًا عن هذا
privacy-complain = يمكنك أن تشتكي إلى مكتب حماية المعلومات { "\u2066" }Information Commissioner’s Office{ "\u2069" }، { "\u2066" }ico.org.uk{ "\u2069" }.
