# Machine-made translation, awaiting a native reader's check.
# "Could this give you away?": said while somebody writes, about words found. Keys: giveaway-<kind>.
hints-title = هل قد يدل هذا عليك؟
hints-keep = أبقِه
giveaway-name = هذا يشبه اسمك أنت. لا تحتاج إلى كتابته.
giveaway-address = هذا يقول أين تسكن. قل «قريب من هنا»، أو لا تكتبه.
giveaway-phone = إذا كان هذا رقمك أنت، فاحذفه. إذا كان رقمهم، فأبقِه.
giveaway-email = إذا كان هذا بريدك الإلكتروني أنت، فاحذفه. إذا كان بريدهم، فأبقِه.
giveaway-plate = إذا كانت هذه سيارتك أنت، فاحذف رقمها. إذا كانت سيارتهم، فأبقِه.
giveaway-postcode = إذا كان هذا رمزك البريدي أنت، فاحذفه. إذا كان رمز المكان الذي يحدث فيه ذلك، فأبقِه.
giveaway-secret = إذا كان من يعرف هذا قليلين، فقد يخمّن أحد أنه أنت.
giveaway-work = هذا يقول أين تعمل أو ماذا تعمل. هل قد يدل عليك؟
giveaway-ties = هذا يقول من أنت بالنسبة إلى شخص. قل «رجل» أو «قريب له».
giveaway-vantage = هذا يقول أين كنت. من غيرك كان يمكن أن يرى ذلك من هناك؟
giveaway-time = إذا كان هناك ناس قليلون في تلك اللحظة، فقل «في المساء»، إذا كان ذلك قريبًا بما يكفي.
