# Machine-made translation, awaiting a native reader's check.
# Who can use these pages, and how: the accessibility statement.
access-title = سب کے لیے فارم
access-lead = یہ صفحہ بتاتا ہے کہ آپ یہ فارم کیسے استعمال کر سکتے ہیں، کیا آزمایا گیا، اور کیا ابھی کام نہیں کرتا۔
access-can-title = آپ کیا کر سکتے ہیں
access-can-zoom = صفحے کو چار گنا بڑا کریں۔ کچھ کٹتا نہیں۔
access-can-keys = اسے صرف کی بورڈ سے استعمال کریں۔
access-can-read = اسے اسکرین ریڈر سے سنیں۔
access-can-contrast = اسے دھوپ میں اور اندھیرے میں پڑھیں۔ حروف کا فرق کم از کم 7 اور 1 کا ہے۔
access-can-scripts = اسے اسکرپٹ کے بغیر استعمال کریں۔
access-other-title = کسی اور شکل میں
access-tested-title = کیا آزمایا گیا
access-tested-rules = ایک پروگرام ({ "\u2066" }axe-core{ "\u2069" }) ہر زبان میں صفحوں کو { "\u2066" }WCAG 2.2{ "\u2069" } کے اصولوں سے دیکھتا ہے ({ "\u2066" }AA{ "\u2069" }، اور حروف کے فرق کے لیے { "\u2066" }AAA{ "\u2069" })۔ اسے کوئی غلطی نہیں ملتی۔
access-tested-sizes = صفحے 320 اور 1280 نقطوں کی اسکرینوں پر اور کی بورڈ سے آزمائے جاتے ہیں۔
access-tested-not = ابھی کسی ایسے شخص نے اسے نہیں آزمایا جسے ایسی مدد چاہیے، اور نہ باہر سے کسی نے۔
access-known-title = کیا ابھی کام نہیں کرتا
access-known-bsl = برطانوی اشاروں کی زبان میں ویڈیو نہیں۔
access-known-braille = بریل نہیں۔
access-known-languages = ان زبانوں کا ترجمہ کمپیوٹر نے کیا ہے، اور کسی اہلِ زبان نے انہیں نہیں جانچا: { $languages }۔
access-known-tab = ٹیب میں ہر صفحے کا نام ایک ہی ہے، تاکہ کوئی اس سے نہ دیکھے کہ صفحہ کس بارے میں ہے۔
access-tell-title = ہمیں بتائیں
access-tell = کیا کوئی چیز آپ کے راستے میں ہے؟ ہمیں یہاں بتائیں:
access-tell-unset = کیا کوئی چیز آپ کے راستے میں ہے؟ ابھی یہاں کوئی پتہ نہیں۔ آپ 101 پر پولیس کو فون کر سکتے ہیں، یا بتانے کا کوئی اور طریقہ استعمال کر سکتے ہیں۔
access-tell-further = اگر ہمارا جواب مدد نہ کرے تو { "\u2066" }Equality Advisory and Support Service{ "\u2069" } کر سکتی ہے: { "\u2066" }equalityadvisoryservice.com{ "\u2069" }۔
