# error-<field>-<rule>: each says what to do.
error-prefix = Error:
error-title = There is a problem
error-danger-missing = Choose “Yes” or “No” to say if anyone is in danger
error-danger-unknown = Choose “Yes” or “No” to say if anyone is in danger
error-emergency-unknown = Choose one of the two answers about calling 999
error-helping-unknown = Choose from the list who you are telling us for
error-about-missing = Choose what it is about. You can choose “I am not sure”
error-about-unknown = Choose what it is about from the list
error-about-other-way = We cannot take reports of corruption here yet. Use another way, or take away that tick
error-story-missing = Tell us what happened
error-story-too-long = What happened is too long. Make it shorter
error-place-too-long = The place is too long. Make it shorter
error-district-unknown = Choose the area from the list
error-when-unknown = Choose when it happens from the list
error-times-too-long = The days and times are too long. Make them shorter
error-knows-unknown = Choose how you know from the list
error-others-unknown = Choose who else could know from the list
