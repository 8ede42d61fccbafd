# Machine-made translation, awaiting a native reader's check.
# The same in the fewest words: one idea a line.
easy-title = آسان الفاظ میں
easy-lead = ہمیں جرم کے بارے میں کیسے بتائیں۔
easy-danger = کیا کوئی ابھی خطرے میں ہے؟ 999 پر کال کریں۔
easy-tell = آپ یہاں ہمیں جرم کے بارے میں بتا سکتے ہیں۔
easy-no-name = آپ یہ نہیں بتاتے کہ آپ کون ہیں۔
easy-sealed = آپ کے الفاظ ایک بند ڈبے میں جاتے ہیں۔
easy-officers = صرف کچھ پولیس افسر یہ ڈبہ کھول سکتے ہیں۔
easy-care = اپنا نام نہ لکھیں۔ اپنا پتہ نہ لکھیں۔
easy-skip = آپ زیادہ تر سوال چھوڑ سکتے ہیں۔
easy-language = آپ کسی بھی زبان میں لکھ سکتے ہیں۔
easy-help = کوئی ایسا شخص جس پر آپ کو بھروسا ہو آپ کی مدد کر سکتا ہے۔
easy-leave = آپ جلدی سے نکل سکتے ہیں۔ ”یہ صفحہ چھوڑیں“ چنیں۔
easy-history = آپ کا فون یاد رکھ سکتا ہے کہ آپ یہاں آئے تھے۔
easy-instead = آپ فون بھی کر سکتے ہیں۔
