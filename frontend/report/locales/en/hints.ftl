# "Could this give you away?": said while somebody writes, about words found. Keys: giveaway-<kind>.
hints-title = Could this give you away?
hints-keep = Keep it
giveaway-name = This looks like your own name. You do not need to give it.
giveaway-address = This says where you live. Say “nearby” or leave it out.
giveaway-phone = If this is your own number, take it out. If it is theirs, keep it.
giveaway-email = If this is your own email, take it out. If it is theirs, keep it.
giveaway-plate = If this is your own vehicle, take it out. If it is theirs, keep it.
giveaway-postcode = If this is your own postcode, take it out. If it is where it happens, keep it.
giveaway-secret = If few people know this, someone could guess it was you.
giveaway-work = This says where you work or what you do. Could that point to you?
giveaway-ties = This says who you are to somebody. Say “a man” or “a relative of his”.
giveaway-vantage = This says where you were. Who else could have seen it from there?
giveaway-time = If few were there at that moment, say “in the evening”, if that is close enough.
