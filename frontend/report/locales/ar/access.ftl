# Machine-made translation, awaiting a native reader's check.
# Who can use these pages, and how: the accessibility statement.
access-title = نموذج للجميع
access-lead = تقول هذه الصفحة كيف يمكنك استعمال هذا النموذج، وما الذي جُرّب، وما الذي لا يعمل بعد.
access-can-title = ما الذي يمكنك فعله
access-can-zoom = تكبير الصفحة أربع مرات. لا يختفي شيء منها.
access-can-keys = استعمالها بلوحة المفاتيح وحدها.
access-can-read = سماعها بقارئ الشاشة.
access-can-contrast = قراءتها في الشمس وفي الظلام. وضوح الحروف 7 إلى 1 على الأقل.
access-can-scripts = استعمالها بدون سكربتات.
access-other-title = بشكل آخر
access-tested-title = ما الذي جُرّب
access-tested-rules = برنامج اسمه { "\u2066" }axe-core{ "\u2069" } يفحص الصفحات بكل اللغات، حسب قواعد { "\u2066" }WCAG 2.2{ "\u2069" } (الدرجة { "\u2066" }AA{ "\u2069" }، والدرجة { "\u2066" }AAA{ "\u2069" } لوضوح الحروف). وهو لا يجد أي خطأ.
access-tested-sizes = جُرّبت الصفحات على شاشات عرضها 320 و1280 نقطة، وبلوحة المفاتيح.
access-tested-not = لم يجرّبها بعد أي شخص يحتاج إلى هذه المساعدة، ولا أي شخص من خارج فريقنا.
access-known-title = ما الذي لا يعمل بعد
access-known-bsl = لا توجد مقاطع فيديو بلغة الإشارة البريطانية.
access-known-braille = لا توجد نسخة بطريقة برايل.
access-known-languages = هذه اللغات ترجمها كمبيوتر، ولم يراجعها أحد من أهلها بعد: { $languages }.
access-known-tab = كل الصفحات لها الاسم نفسه في علامة التبويب، حتى لا يعرف أحد منه موضوع الصفحة.
access-tell-title = أخبرنا
access-tell = هل يعيقك شيء هنا؟ أخبرنا من هنا:
access-tell-unset = هل يعيقك شيء هنا؟ لا يوجد عنوان هنا بعد. يمكنك الاتصال بالشرطة على 101، أو اختيار طريقة أخرى للإبلاغ.
access-tell-further = إذا لم يساعدك جوابنا، فقد تساعدك خدمة المساواة { "\u2066" }Equality Advisory and Support Service{ "\u2069" }: { "\u2066" }equalityadvisoryservice.com{ "\u2069" }.
