# Machine-made translation, awaiting a native reader's check.
# The same in the fewest words: one idea a line.
easy-title = سهل القراءة
easy-lead = كيف تخبرنا عن جريمة.
easy-danger = هل أحد في خطر الآن؟ اتصل بالرقم 999.
easy-tell = يمكنك أن تخبرنا هنا عن جريمة.
easy-no-name = لا تقول من أنت.
easy-sealed = كلماتك تدخل صندوقًا مقفلًا.
easy-officers = بعض ضباط الشرطة فقط يستطيعون فتح الصندوق.
easy-care = لا تكتب اسمك. لا تكتب عنوانك.
easy-skip = يمكنك أن تترك أكثر الأسئلة.
easy-language = يمكنك أن تكتب بأي لغة.
easy-help = يمكن أن يساعدك شخص تثق به.
easy-leave = يمكنك أن تخرج بسرعة. اختر «الخروج من هذه الصفحة».
easy-history = قد يتذكر هاتفك أنك كنت هنا.
easy-instead = يمكنك أيضًا أن تتصل.
