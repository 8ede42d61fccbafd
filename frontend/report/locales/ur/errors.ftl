# Machine-made translation, awaiting a native reader's check.
# error-<field>-<rule>: each says what to do.
error-prefix = غلطی:
error-title = ایک مسئلہ ہے
error-danger-missing = ”ہاں“ یا ”نہیں“ چن کر بتائیں کہ کوئی خطرے میں ہے یا نہیں
error-danger-unknown = ”ہاں“ یا ”نہیں“ چن کر بتائیں کہ کوئی خطرے میں ہے یا نہیں
error-emergency-unknown = 999 پر کال کرنے کے بارے میں دو میں سے ایک جواب چنیں
error-about-missing = چنیں کہ یہ کس بارے میں ہے۔ آپ ”مجھے یقین نہیں“ چن سکتے ہیں
error-about-unknown = فہرست میں سے چنیں کہ یہ کس بارے میں ہے
error-about-other-way = ہم ابھی یہاں بدعنوانی کی بات نہیں لے سکتے۔ کوئی اور طریقہ چنیں، یا وہ نشان ہٹا دیں
error-story-missing = ہمیں بتائیں کہ کیا ہوا
error-story-too-long = جو ہوا وہ بہت لمبا لکھا ہے۔ اسے چھوٹا کریں
error-place-too-long = جگہ کا نام بہت لمبا ہے۔ اسے چھوٹا کریں
error-district-unknown = فہرست میں سے علاقہ چنیں
error-knows-unknown = فہرست میں سے چنیں کہ آپ کو کیسے پتا ہے
