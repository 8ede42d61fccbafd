# Machine-made translation, awaiting a native reader's check.
# The first thing a reporter reads.
start-title = أخبرنا بما تعرف.
start-title-second = لا نسأل من أنت.
start-lead = هل رأيت شيئًا، أو سمعت عن جريمة؟ يمكنك أن تخبرنا هنا. لا اسم. لا حساب. لا شيء لتثبيته.
start-danger-title = هل أحد في خطر الآن؟
start-danger = اتصل بالرقم 999. هذا النموذج ليس للطوارئ. لا يُقرأ فورًا.
start-does-title = ماذا نفعل لنحميك
start-does-no-name = لا نسأل عن اسمك أو رقم هاتفك أو بريدك الإلكتروني.
start-does-seal = تُقفل كلماتك مثل رسالة في صندوق مقفل. لا يستطيع فتحه إلا الضباط في الطرف الآخر. إذا كان متصفحك لا يستطيع الإقفال، فالصفحة تخبرك قبل أن ترسل أي شيء.
start-does-no-cookies = لا كوكيز، لا إعلانات، لا تتبّع.
start-does-not-title = ما الذي لا نستطيع فعله
start-does-not-visit = لا نستطيع أن نخفي أنك جئت إلى هنا. من يدير الإنترنت عندك، أو ينظر في هاتفك أو كمبيوترك، قد يرى ذلك.
start-does-not-words = لا نستطيع أن نخفي من أنت إذا كانت كلماتك نفسها تدل عليك.
start-does-not-reply = لا نستطيع أن نكتب إليك. إذا أردت ردًا، فأنت تعود إلى هنا لتقرأه.
start-time = هذا يأخذ نحو 5 دقائق. يمكنك أن تترك أكثر الأسئلة.
start-button = ابدأ
start-replies = هل أرسلت بلاغًا من قبل؟ اقرأ ردًا
