# Machine-made translation, awaiting a native reader's check.
# The same in the fewest words: one idea a line.
easy-title = سوکھے لفظاں وچ
easy-lead = سانوں جرم بارے کیویں دسیے۔
easy-danger = کیہ کوئی ہن خطرے وچ اے؟ 999 اُتے فون کرو۔
easy-tell = تسیں ایتھے سانوں جرم بارے دس سکدے او۔
easy-no-name = تسیں ایہہ نہیں دسدے کہ تسیں کون او۔
easy-sealed = تہاڈے لفظ تالے والے ڈبے وچ جاندے نیں۔
easy-officers = صرف کجھ پولیس افسر ایہہ ڈبا کھول سکدے نیں۔
easy-care = اپنا ناں نہ لکھو۔ اپنا پتا نہ لکھو۔
easy-skip = تسیں بہتے سوال چھڈ سکدے او۔
easy-language = تسیں کسے وی بولی وچ لکھ سکدے او۔
easy-help = جیہدے اُتے تہانوں بھروسا اے، اوہ تہاڈی مدد کر سکدا اے۔
easy-leave = تسیں چھیتی نکل سکدے او۔ ”ایہہ صفحہ چھڈو“ چنو۔
easy-history = تہاڈا فون یاد رکھ سکدا اے کہ تسیں ایتھے آئے سو۔
easy-instead = تسیں فون وی کر سکدے او۔
