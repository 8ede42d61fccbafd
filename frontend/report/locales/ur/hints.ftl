# Machine-made translation, awaiting a native reader's check.
# "Could this give you away?": said while somebody writes, about words found. Keys: giveaway-<kind>.
hints-title = کیا اس سے پتا چل سکتا ہے کہ آپ کون ہیں؟
hints-keep = رہنے دیں
giveaway-name = یہ آپ کا اپنا نام لگتا ہے۔ اسے بتانے کی ضرورت نہیں۔
giveaway-address = اس سے پتا چلتا ہے کہ آپ کہاں رہتے ہیں۔ ”قریب ہی“ لکھیں یا چھوڑ دیں۔
giveaway-phone = اگر یہ آپ کا اپنا نمبر ہے تو نکال دیں۔ اگر ان کا ہے تو رہنے دیں۔
giveaway-email = اگر یہ آپ کی اپنی ای میل ہے تو نکال دیں۔ اگر ان کی ہے تو رہنے دیں۔
giveaway-plate = اگر یہ آپ کی اپنی گاڑی ہے تو نکال دیں۔ اگر ان کی ہے تو رہنے دیں۔
giveaway-postcode = اگر یہ آپ کا اپنا پوسٹ کوڈ ہے تو نکال دیں۔ اگر بات وہیں کی ہے تو رہنے دیں۔
giveaway-secret = اگر یہ بات کم لوگ جانتے ہیں تو کوئی اندازہ لگا سکتا ہے کہ آپ نے بتائی۔
giveaway-work = اس سے پتا چلتا ہے کہ آپ کہاں یا کیا کام کرتے ہیں۔ کیا اس سے آپ پہچانے جا سکتے ہیں؟
giveaway-ties = اس سے پتا چلتا ہے کہ کسی سے آپ کا کیا رشتہ ہے۔ ”ایک آدمی“ یا ”اس کا ایک رشتے دار“ لکھیں۔
giveaway-vantage = اس سے پتا چلتا ہے کہ آپ کہاں تھے۔ وہاں سے اور کون دیکھ سکتا تھا؟
giveaway-time = اگر اس وقت وہاں کم لوگ تھے تو ”شام کو“ لکھیں، اگر اتنا کافی ہو۔
