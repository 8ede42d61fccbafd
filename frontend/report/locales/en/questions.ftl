# One page each. Keys: question-<id>, <field>-label, <field>-hint, <field>-<value>.
question-danger = Is anyone in danger right now?
danger-hint = Someone may be hurt, or a crime may be happening at this moment.
danger-yes = Yes
danger-no = No, not that I know of

question-emergency = Please call 999 now
emergency-lead = If you can call safely, call now. This form brings nobody to you.
emergency-silent = You cannot speak? Call 999 from a mobile phone, stay on the line, and press 55 when you are asked to.
emergency-sms-note = This works only if you signed up before. To sign up, text “register” to 999.
emergency-textphone-note = If you cannot hear or speak on the phone.
emergency-bsl = 999 BSL
emergency-bsl-note = A video call in British Sign Language: the app “999 BSL”, or 999bsl.co.uk.
emergency-then = When you have called, or if you cannot call, you can still tell us the rest.
emergency-label = Have you called 999?
emergency-called = Yes, I have called
emergency-cannot = No, I cannot call safely

question-helping = Are you telling us for yourself, or helping someone else?
helping-hint = Please do not write your name or theirs.
helping-self = For myself
helping-helping = I am helping someone else
helping-unsaid = I would rather not say

question-about = What is it about?
about-hint = Choose all that fit. Not sure? Choose “I am not sure”.

question-story = What happened?
story-hint = Tell us what you saw or heard, who did it, and when. Use your own words, in any language.
story-careful-title = Keep yourself out of it
story-careful = Do not write your own name, address, phone number or email. Take care with words like “my cousin” or “from my window”. They can show who you are.
story-room = You have room for about { $count } more letters.
story-room-over = This is too long by about { $count } letters.

question-place = Where is it?
place-label = A place
place-hint = A postcode, a street, a shop, a building nearby, or a website. Not your own address.
# What is said while a place is typed.
place-looks = This looks like { $area }. You can change it below.
place-looks-kept = This looks like { $area }. You chose another area below. We keep what you chose.
place-outside = This looks like a place outside West Yorkshire. You can still send it to us.
place-outside-force = This is in the area of { $force }. You can still send it to us.
place-ask = Do you mean one of these? If not, choose the area below.
place-near = near { $place }
district-label = Which area is it in?
district-hint = Choose all that fit.
district-bradford = Bradford
district-calderdale = Calderdale
district-kirklees = Kirklees
district-leeds = Leeds
district-wakefield = Wakefield
district-outside = Somewhere outside West Yorkshire
district-online = Only online
district-unknown = I am not sure

question-when = When does it happen?
when-label = Is it going on?
when-hint = Choose all that fit.
when-now = It is happening now, or in these days
when-regularly = It happens again and again
when-once = It happened once
when-planned = It is going to happen
when-unknown = I do not know
times-label = Which days and times?
times-hint = For example: most Fridays after dark, since the spring. If only you could know the exact time, leave it out.

question-drugs = What do you know about the drugs?
drugs_kind-label = Which drugs are they?
drugs_kind-hint = Any name you know for them.
drugs_sold-label = How are they sold?
drugs_sold-hint = Choose all that fit.
drugs_sold-home = From a home
drugs_sold-street = In the street, a park or an alley
drugs_sold-vehicle = From a car, a bike or a scooter
drugs_sold-shop = From a shop or other business
drugs_sold-phone = By phone or in an app
drugs_sold-unknown = I do not know
drugs_kept-label = Where are they kept?
drugs_kept-hint = A house, a shed, a car or a hedge. If only you could know the exact spot, leave it out.
drugs_line-label = Which phone number or name do buyers use?
drugs_line-hint = Some dealers give their phone a name.

question-weapons = What do you know about the weapons?
weapon_kind-label = What kind are they?
weapon_kind-hint = Choose all that fit.
weapon_kind-gun = A gun
weapon_kind-blade = A knife or another blade
weapon_kind-other = Something else
weapon_kind-unknown = I do not know
weapon_kept-label = Where are they kept?
weapon_kept-hint = A house, a car or a hedge. If only you could know the exact spot, leave it out.
weapon_who-label = Who carries them?
weapon_who-hint = A name, a nickname, or what they look like.

question-risk = Who is at risk?
risk_who-label = Who are they?
risk_who-hint = Choose all that fit.
risk_who-child = Children or young people under 18
risk_who-adult = Adults
risk_who-unknown = I do not know
risk_count-label = How many people are at risk?
risk_count-one = One
risk_count-few = Two to five
risk_count-many = More than five
risk_count-unknown = I do not know
risk_needs-label = Are they hurt, or do they need something?
risk_needs-hint = For example: hurt, ill, hungry, locked in, or speaks another language.

question-premises = Is any of this in the building?
premises-hint = It helps whoever goes there to keep everyone safe. Choose all that fit.
premises-dogs = Dogs
premises-children = Children
premises-doors = Extra strong or blocked doors and windows
premises-cameras = Cameras
premises-unknown = I do not know

question-knows = How do you know about it?
knows-label = How you know
knows-hint = This helps us to understand. You do not have to say.
knows-saw = I saw it or heard it myself
knows-told = Someone told me
knows-online = I saw it online
knows-unsaid = I would rather not say
others-label = Who else could know this?
others-hint = This tells us how careful to be with what we pass on. If few people know it, it could point to you.
others-only-me = Only me
others-few = A few people
others-many = Many people
others-unknown = I do not know
