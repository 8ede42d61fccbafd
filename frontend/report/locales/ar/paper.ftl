# Machine-made translation, awaiting a native reader's check.
# The same questions on paper.
paper-title = نموذج ورقي
paper-lead = الأسئلة نفسها، لتطبعها وتكتب فيها بيدك.
paper-safe-title = قبل أن تستعمله
paper-safe-form = النموذج على هذا الموقع يحميك أكثر. استعمله إن استطعت.
paper-safe-printer = قد تحتفظ الطابعة بما طبعته. لا تطبع هذا في العمل أو المدرسة.
paper-safe-writing = قد يعرف الناس خط يدك. اكتب بحروف منفصلة وواضحة لا تشبه خطك. والورق يحفظ أيضًا بصمات الأصابع.
paper-safe-name = لا تكتب اسمك أو عنوانك. ولا على الظرف أيضًا.
paper-safe-seal = الورق ليس مقفلًا مثل النموذج. من يفتحه يستطيع قراءته.
paper-where-title = إلى أين يذهب
paper-where = أرسله بالبريد أو سلّمه باليد هنا. قد تراك الكاميرات عندما تفعل ذلك.
paper-where-unset = لا يوجد مكان لإرساله بعد. قد يساعدك على الاستعداد لملء النموذج، أو للاتصال بـ Crimestoppers.
paper-print = لطباعته، استعمل «طباعة» في قائمة متصفحك. تُطبع الأسئلة فقط.
paper-skip = اكتب ما تعرفه. اترك الباقي.
paper-only = فقط إذا اخترت: { $choices }
