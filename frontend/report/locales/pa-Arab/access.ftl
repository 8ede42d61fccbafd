# Machine-made translation, awaiting a native reader's check.
# Who can use these pages, and how: the accessibility statement.
access-title = سبھ لئی فارم
access-lead = ایہہ صفحہ دسدا اے کہ تسیں ایہہ فارم کیویں ورت سکدے او، کیہ پرکھیا گیا، تے کیہ حالے نہیں چلدا۔
access-can-title = تسیں کیہ کر سکدے او
access-can-zoom = صفحے نوں چار گنا وڈا کرو۔ کجھ کٹیا نہیں جاندا۔
access-can-keys = ایہنوں صرف کی بورڈ نال ورتو۔
access-can-read = ایہنوں سکرین ریڈر توں سنو۔
access-can-contrast = ایہنوں دھپ وچ تے ہنیرے وچ پڑھو۔ اکھراں دا فرق گھٹو گھٹ 7 تے 1 دا اے۔
access-can-scripts = ایہنوں سکرپٹ توں بغیر ورتو۔
access-other-title = کسے ہور شکل وچ
access-tested-title = کیہ پرکھیا گیا
access-tested-rules = اک پروگرام ({ "\u2066" }axe-core{ "\u2069" }) ہر بولی وچ صفحیاں نوں { "\u2066" }WCAG 2.2{ "\u2069" } دے اصولاں نال ویکھدا اے ({ "\u2066" }AA{ "\u2069" }، تے اکھراں دے فرق لئی { "\u2066" }AAA{ "\u2069" })۔ اوہنوں کوئی غلطی نہیں لبھدی۔
access-tested-sizes = صفحے 320 تے 1280 نقطیاں دیاں سکریناں اُتے، تے کی بورڈ نال پرکھے جاندے نیں۔
access-tested-not = حالے کسے اجیہے بندے نے ایہہ نہیں پرکھیا جیہنوں اجیہی مدد چاہیدی اے، تے نہ باہروں کسے نے۔
access-known-title = کیہ حالے نہیں چلدا
access-known-bsl = برطانوی اشاریاں دی بولی وچ ویڈیو نہیں۔
access-known-braille = بریل نہیں۔
access-known-languages = ایہناں بولیاں دا ترجمہ کمپیوٹر نے کیتا اے، تے ایہہ بولی بولن والے کسے نے حالے نہیں جانچیا: { $languages }۔
access-known-tab = ٹیب وچ ہر صفحے دا ناں اکو اے، تاں جے کوئی اوس توں نہ ویکھے کہ صفحہ کس بارے اے۔
access-tell-title = سانوں دسو
access-tell = کیہ کوئی چیز تہاڈے راہ وچ آؤندی اے؟ سانوں ایتھے دسو:
access-tell-unset = کیہ کوئی چیز تہاڈے راہ وچ آؤندی اے؟ حالے ایتھے کوئی پتا نہیں دتا گیا۔ تسیں 101 اُتے پولیس نوں فون کر سکدے او، یا دسن دا کوئی ہور طریقہ ورت سکدے او۔
access-tell-further = جے ساڈے جواب نال مدد نہ ملے، تے { "\u2066" }Equality Advisory and Support Service{ "\u2069" } (برابری بارے صلاح دین والی سروس) مدد کر سکدی اے: { "\u2066" }equalityadvisoryservice.com{ "\u2069" }۔
