# Machine-made translation, awaiting a native reader's check.
# People, vehicles and online accounts: a page each, for several of them. Keys: <thing>-…, <thing>_<detail>-label.
question-people = من له يد في هذا؟
person-lead = اكتب فقط ما تعرفه، واترك الباقي فارغًا. لا تكتب عن نفسك.
person-nth = الشخص { $number }
person-more = المزيد عن هذا الشخص
person-add = أضف شخصًا آخر
person-remove = احذف هذا الشخص
person-full = لا مكان هنا لأكثر من هذا العدد من الأشخاص: { $count }. اكتب عن غيرهم حيث تخبرنا ماذا حدث.
person_name-label = الاسم
person_nickname-label = اللقب
person_address-label = أين يسكن، أو أين يمكن أن يوجد
person_role-label = ماذا يفعل في هذا
person_role-hint = مثلًا: يبيع، يقود السيارة، يجمع المال، يعطي الأوامر.
person_age-label = العمر تقريبًا
person_build-label = الطول، نحيف أو سمين
person_hair-label = الشعر واللحية
person_marks-label = ندوب أو وشم أو نظارة
person_clothing-label = الملابس
person_phone-label = رقم الهاتف
person_work-label = أين يعمل
person_associates-label = مع من يكون كثيرًا

question-vehicles = هل توجد سيارة أو شاحنة صغيرة أو دراجة؟
vehicle-lead = اكتب فقط ما تعرفه، واترك الباقي فارغًا. ليس عن سيارتك أنت.
vehicle-nth = المركبة { $number }
vehicle-more = المزيد عن هذه المركبة
vehicle-add = أضف مركبة أخرى
vehicle-remove = احذف هذه المركبة
vehicle-full = لا مكان هنا لأكثر من هذا العدد من المركبات: { $count }. اكتب عن غيرها حيث تخبرنا ماذا حدث.
vehicle_registration-label = رقم اللوحة، أو جزء منه
vehicle_make-label = الماركة
vehicle_make-hint = مثلًا: Ford.
vehicle_model-label = الطراز
vehicle_colour-label = اللون
vehicle_use-label = لماذا تُستعمل
vehicle_kept-label = أين توقف

question-accounts = هل يوجد حساب أو صفحة على الإنترنت؟
account-lead = اكتب فقط ما تعرفه، واترك الباقي فارغًا. ليس عن حسابك أنت.
account-nth = الحساب { $number }
account-add = أضف حسابًا آخر
account-remove = احذف هذا الحساب
account-full = لا مكان هنا لأكثر من هذا العدد من الحسابات: { $count }. اكتب عن غيرها حيث تخبرنا ماذا حدث.
account_platform-label = الموقع أو التطبيق
account_username-label = اسم الحساب
account_link-label = الرابط

thing-change = تغيير
thing-removed = حُذف: { $what }.
error-entry-too-long = { $what }: هذا طويل جدًا. اجعله أقصر
