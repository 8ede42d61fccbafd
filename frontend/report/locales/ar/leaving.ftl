# Machine-made translation, awaiting a native reader's check.
# The safety page about leaving.
leaving-title = الخروج من هذه الصفحة بأمان
leaving-lead = في كل صفحة يمكنك أن تخرج بسرعة. اختر «الخروج من هذه الصفحة». ستذهب إلى { $site }.
leaving-lead-keys = يمكنك أيضًا أن تضغط 3 مرات على مفتاح Shift خلال 5 ثوانٍ.
leaving-does-title = ماذا يفعل ذلك
leaving-does-clear = يمحو ما كتبته.
leaving-does-tabs = صفحاتنا في علامات التبويب الأخرى تخرج أيضًا.
leaving-does-replace = يأخذ مكان هذه الصفحة، فلا يعود زر الرجوع إلى هنا.
leaving-does-scripts = هذه الثلاثة كلها تحتاج إلى سكربتات.
leaving-plain-title = إذا كان متصفحك لا يشغّل السكربتات
leaving-plain-away = الرابط يأخذك بعيدًا ويطلب من متصفحك أن ينسى ما كتبته.
leaving-plain-back = إذا كنت قد اخترت «مراجعة أجوبتك» أو لغة أخرى، فقد يبقى متصفحك محتفظًا بها. من يضغط زر الرجوع قد يُسأل هل يرسل تلك الصفحة مرة أخرى. إذا فعل، يرى كلماتك. أغلق علامة التبويب لتمنع ذلك.
leaving-plain-closed = النافذة العادية تستطيع أن تفتح علامة تبويب مغلقة. امحُ سجل متصفحك أيضًا، أو استعمل نافذة خاصة وأغلقها.
leaving-does-not-title = ما الذي لا يفعله
leaving-does-not-history = لا يمحو سجل متصفحك. زيارتك هنا يمكن أن تُرى فيه.
leaving-does-not-network = لا يخفي زيارتك عن شركة الإنترنت أو عملك أو مدرستك.
leaving-does-not-sent = لا يوقف بلاغًا أرسلته من قبل.
leaving-safer-title = طرق أكثر أمانًا للزيارة
leaving-safer-device = استعمل هاتفًا أو كمبيوتر لا ينظر فيه أحد غيرك.
leaving-safer-private = استعمل نافذة خاصة. أغلقها عندما تنتهي.
leaving-safer-tor = استعمل متصفح Tor. هو يخفي زيارتك أيضًا عن الشبكة التي أنت عليها.
leaving-safer-history = تعلّم كيف تمحو سجل متصفحك، وامحه بعد زيارتك.

leave-title = قبل أن تبدأ: كيف تخرج بسرعة
leave-more = المزيد عن الخروج بأمان
